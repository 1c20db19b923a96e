/// The laws that the program knows; a calendar names one by its id.
package enum ComputationsOfTime {
  package static let all: [any ComputationOfTime] = [VietnameseCivilCode(), PlainLaw()]

  /// The law of that id; nil if there is none.
  package static func named(_ id: String) -> (any ComputationOfTime)? {
    all.first { $0.id == id }
  }
}
