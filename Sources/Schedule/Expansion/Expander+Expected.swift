package import CivilCalendar
package import Rules

extension Expander {
  /// The days on which an event is expected (`dự kiến`), or on which an unsigned plan is to be issued; nil: not said.
  ///
  /// A window without a year means that of `plan`.
  package func expectedDays(of event: EventID, in plan: PlanID) -> DayRange? {
    guard book.rules.events.indices.contains(event), book.contexts.indices.contains(plan) else { return nil }
    guard let span = book.rules.events[event].expected else { return book.events.issueWindows[event] }
    var trace = Trace(isOn: false)
    return try? book.contexts[plan].resolve(span, trace: &trace).days
  }
}
