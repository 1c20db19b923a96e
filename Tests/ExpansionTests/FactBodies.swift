import CivilCalendar
import Rules

/// Facts as the tests of this room tell them.
extension Fact.Body {
  static func happened(
    _ event: EventID, key: String?, reference: String?, on day: CivilDate, at time: ClockTime?
  ) -> Fact.Body {
    Fact.Body(.happened, .event(Fact.EventCase(event, key: key, reference: reference)), day: day, time: time)
  }

  static func corrected(_ event: EventID, key: String?, reference: String?, to day: CivilDate) -> Fact.Body {
    Fact.Body(.corrected, .event(Fact.EventCase(event, key: key, reference: reference)), day: day)
  }

  static func withdrawn(_ event: EventID, key: String?, reference: String?) -> Fact.Body {
    Fact.Body(.withdrawn, .event(Fact.EventCase(event, key: key, reference: reference)))
  }

  static func done(_ subject: Fact.Subject, on day: CivilDate, document: String?) -> Fact.Body {
    Fact.Body(.done, .task(subject), day: day, ground: document)
  }

  static func set(_ subject: Fact.Subject, _ line: DueLine, by document: String?) -> Fact.Body {
    Fact.Body(.set, .task(subject), deadline: line, ground: document)
  }

  static func extended(_ subject: Fact.Subject, to day: CivilDate, by document: String?) -> Fact.Body {
    Fact.Body(.extended, .task(subject), day: day, ground: document)
  }

  static func waived(_ subject: Fact.Subject, because reason: String?) -> Fact.Body {
    Fact.Body(.waived, .task(subject), ground: reason)
  }

  static func undone(_ subject: Fact.Subject, because reason: String?) -> Fact.Body {
    Fact.Body(.undone, .task(subject), ground: reason)
  }

  static func reassigned(_ subject: Fact.Subject, to recipient: Recipient, by document: String?) -> Fact.Body {
    Fact.Body(.reassigned, .task(subject), recipient: recipient, ground: document)
  }

  static func silenced(_ subject: Fact.Subject, until day: CivilDate, because reason: String?) -> Fact.Body {
    Fact.Body(.silenced, .task(subject), day: day, ground: reason)
  }
}
