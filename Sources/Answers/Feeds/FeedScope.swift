package import Presentation

/// What a calendar feed shows, and how. Whoever knows its address reads it.
package struct FeedScope: Hashable, Sendable {
  /// Whose duties are in it.
  package enum Subject: Hashable, Sendable {
    case all
    /// The id of a unit or group, or `PLAN/ID` where several have it: what it leads or supports, itself or in a group.
    case unit(String)
    /// The id of a plan.
    case plan(String)
    /// The name of a person to whom units assigned duties.
    case person(String)
  }

  package var subject: Subject
  package var language: Language
  /// The alarm comes in the morning so many days before the due day; nil: there is none.
  package var alarmDays: Int?
  /// Whether duties are to-dos (VTODO), not events (VEVENT).
  package var isTodo: Bool

  /// How many days before the due day an alarm may come.
  package static let alarmRange = 0...60

  package init(_ subject: Subject, _ language: Language, alarmDays: Int? = nil, isTodo: Bool = false) {
    (self.subject, self.language, self.alarmDays, self.isTodo) = (subject, language, alarmDays, isTodo)
  }
}
