/// The laws that the program knows; a calendar names one by its id.
public enum LawsOfTime {
  public static let all: [any LawOfTime] = [VietnameseCivilCode(), PlainLaw()]

  /// Nil if there is none of that id.
  public static func named(_ id: String) -> (any LawOfTime)? {
    all.first { $0.id == id }
  }
}
