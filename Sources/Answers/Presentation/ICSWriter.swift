package import CivilCalendar

/// Writes a calendar file (RFC 5545), property by property: the one place for what mails and feeds have in common.
package struct ICSWriter {
  package private(set) var text = ""

  /// Begins the calendar.
  /// - Parameter method: what a mail does with its events (RFC 5546); nil in a feed.
  package init(method: String? = nil) {
    begin("VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//nhacviec//nhacviec//VI")
    line("CALSCALE:GREGORIAN")
    if let method { line("METHOD:\(method)") }
  }

  /// The UID of a duty, the same in every feed and mail, for ever.
  /// - Parameter duty: its id, `plan/task[:label]@key[/unit]`.
  package static func uid(_ duty: String) -> String { "\(duty)@nhacviec" }

  package mutating func begin(_ component: StaticString) { line("BEGIN:\(component)") }
  package mutating func end(_ component: StaticString) { line("END:\(component)") }

  /// Adds a content line, which must be escaped already.
  package mutating func line(_ line: String) { text += ICSEscaper.line(line) }

  /// Adds a property of type TEXT.
  /// - Parameter language: that of the value; nil where it is no prose.
  package mutating func property(_ name: StaticString, _ value: String, in language: Language? = nil) {
    line("\(name)\(language.map { ";LANGUAGE=\($0.rawValue)" } ?? ""):\(ICSEscaper.escape(value))")
  }

  /// Adds a property whose value is a day.
  package mutating func property(_ name: StaticString, _ day: CivilDate) {
    line("\(name);VALUE=DATE:\(Self.compact(day))")
  }

  /// Adds the days of an all-day event, whose end is the day after it (3.6.1).
  package mutating func allDay(_ day: CivilDate) {
    property("DTSTART", day)
    property("DTEND", day.adding(days: 1))
  }

  /// Adds what tells a later version of an event from an earlier one. Both grow with the instant.
  /// - Parameter seconds: since 1970.
  package mutating func version(_ seconds: Int64) {
    line("DTSTAMP:\(Self.instant(seconds))")
    line("SEQUENCE:\(max(seconds - Self.sequenceEpoch, 0))")
  }

  /// 1 January 2020 in seconds since 1970. A SEQUENCE has 31 bits (3.3.8), which suffice until 2088.
  private static let sequenceEpoch: Int64 = 1_577_836_800

  /// `20240315T010000Z`
  package static func instant(_ seconds: Int64) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = Int(seconds - days * 86_400)
    // 719 163: the day number of 1 January 1970.
    let day = CivilDate(dayNumber: Int(days) + 719_163) ?? .first
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(compact(day))T\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))Z"
  }

  private static func compact(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }
}
