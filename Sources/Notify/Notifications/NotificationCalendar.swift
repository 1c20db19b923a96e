import CivilCalendar
import Presentation
import Reminders
import Rules

/// The due days of a letter as a calendar file (RFC 5545; RFC 5546, 3.2.1). They are all-day events without alarms,
/// which every calendar program shows. The UID of an event is that of its obligation, by the first id that it had, so that a later
/// mail replaces the event.
struct NotificationCalendar {
  let views: [NoticeView]

  /// Nil if no notice both wants a calendar file and has a day.
  init?(_ views: [NoticeView]) {
    self.views = views.filter { view in
      guard view.notice.attachesCalendar, case .obligation = view.notice.subject else { return false }
      return NotificationCalendar.day(view) != nil
    }
    if self.views.isEmpty { return nil }
  }

  /// The told day; if there is none any more, the one that was told before.
  private static func day(_ view: NoticeView) -> CivilDate? { view.toldDay ?? view.notice.toldBefore }

  private static func isCancelled(_ view: NoticeView) -> Bool {
    switch view.notice.kind {
    case .released, .handedOver, .dayGone: true
    default: false
    }
  }

  var text: String {
    var writer = ICSWriter(method: "PUBLISH")
    for view in views { write(view, to: &writer) }
    writer.end("VCALENDAR")
    return writer.text
  }

  private func write(_ view: NoticeView, to writer: inout ICSWriter) {
    guard let day = NotificationCalendar.day(view), case .obligation(let id) = view.notice.subject else { return }
    writer.begin("VEVENT")
    writer.property("UID", ICSWriter.uid(view.book.dutyNames.first(id).description))
    writer.version(view.notice.slot.instant.seconds)
    writer.allDay(day)
    writer.property("SUMMARY", summary(view), in: view.language)
    if !view.isClassified {
      let words = view.rows.map { "\($0.label): \($0.value)" }.joined(separator: "\n")
      writer.property("DESCRIPTION", words, in: view.language)
    }
    if let organizer = organizer(view) { writer.line(organizer) }
    writer.line("STATUS:\(NotificationCalendar.isCancelled(view) ? "CANCELLED" : "CONFIRMED")")
    writer.line("TRANSP:TRANSPARENT")
    writer.line("CLASS:\(view.isClassified ? "CONFIDENTIAL" : "PUBLIC")")
    writer.end("VEVENT")
  }

  private func summary(_ view: NoticeView) -> String {
    view.words.line(.calendar, view.values)
  }

  /// The plan's focal point; a published event should have one.
  private func organizer(_ view: NoticeView) -> String? {
    guard case .unit(let id)? = view.plan?.focalPoint, view.book.rules.units.indices.contains(id),
      let address = view.book.rules.units[id].email,
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\";:,<>".utf8.contains($0) })
    else { return nil }
    return "ORGANIZER;CN=\(ICSEscaper.parameter(view.book.rules.units[id].title)):mailto:\(address)"
  }
}
