/// The laws that the program knows; a calendar names one by its id.
package enum ComputationsOfTime {
  package static let all: [any ComputationOfTime] = [VietnameseCivilCode(), PlainLaw()]

  /// Nil if there is none of that id.
  package static func named(_ id: String) -> (any ComputationOfTime)? {
    all.first { $0.id == id }
  }
}
