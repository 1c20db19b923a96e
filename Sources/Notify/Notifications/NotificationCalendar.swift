import CivilCalendar
import Presentation
import Reminders
import Rules

/// The due days of a letter as a calendar file (RFC 5545; RFC 5546, 3.2.1). They are all-day events without alarms,
/// which every calendar program shows. The UID of an event is that of its obligation, so that a later mail replaces the
/// event.
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

  /// `plan/task@key`, the same in every feed and mail.
  static func uid(_ view: NoticeView) -> String {
    guard case .obligation(let id) = view.notice.subject else { return "\(view.id)@nhacviec" }
    return "\(id)@nhacviec"
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
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nhacviec//nhacviec//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    ]
    for view in views { lines += event(view) }
    lines.append("END:VCALENDAR")
    return lines.map(ICSEscaper.line).joined()
  }

  private func event(_ view: NoticeView) -> [String] {
    guard let day = NotificationCalendar.day(view) else { return [] }
    let slot = view.notice.slot.instant
    let stamp = NotificationDraft.timestamp(slot).filter { !"-:".contains($0) }
    var lines = [
      "BEGIN:VEVENT", "UID:\(ICSEscaper.escape(NotificationCalendar.uid(view)))", "DTSTAMP:\(stamp)",
      // Minutes since 1970 grow from mail to mail.
      "SEQUENCE:\(max(slot.seconds / 60, 0))",
      "DTSTART;VALUE=DATE:\(compact(day))", "DTEND;VALUE=DATE:\(compact(day.adding(days: 1)))",
      "SUMMARY;LANGUAGE=\(view.language.rawValue):\(ICSEscaper.escape(summary(view)))",
    ]
    if !view.isClassified {
      let words = view.rows.map { "\($0.label): \($0.value)" }.joined(separator: "\n")
      lines.append("DESCRIPTION;LANGUAGE=\(view.language.rawValue):\(ICSEscaper.escape(words))")
    }
    if let organizer = organizer(view) { lines.append(organizer) }
    lines += [
      "STATUS:\(NotificationCalendar.isCancelled(view) ? "CANCELLED" : "CONFIRMED")", "TRANSP:TRANSPARENT",
      "CLASS:\(view.isClassified ? "CONFIDENTIAL" : "PUBLIC")", "END:VEVENT",
    ]
    return lines
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

  private func compact(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }
}
