import CivilCalendar
import Deadlines
package import Expansion

extension DeadlineAnswer {
  /// The answer for a person, as `systemd-analyze calendar` prints its own: wording, kind, canonical wordings, days.
  package func text(_ language: Language, style: TerminalStyle = .plain) -> String {
    func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
    var rows: [(String, String)] = [(say("Lời văn", "Wording"), phrase), (say("Loại", "Kind"), kindWords(language))]
    for repair in repairs { rows.append((say("Đã sửa", "Repaired"), repair.text(in: language))) }
    if let meaning {
      rows.append((say("Chuẩn, tiếng Việt", "Canonical, vi"), CanonicalWording(.vi).text(of: meaning)))
      rows.append((say("Chuẩn, tiếng Anh", "Canonical, en"), CanonicalWording(.en).text(of: meaning)))
    }
    for (index, reading) in readings.enumerated() where readings.count > 1 {
      let wording = CanonicalWording(language == .vi ? .vi : .en).text(of: reading)
      rows.append((say("Cách hiểu \(index + 1)", "Reading \(index + 1)"), wording))
    }
    let dates = DateWording(language)
    for duty in expansion.open { rows.append((say("Tình trạng", "State"), state(duty.state, dates))) }
    for occurrence in occurrences {
      let name = occurrence.key == "once" ? say("Hạn", "Due") : say("Kỳ", "Key") + " \(occurrence.key)"
      rows.append((name, line(occurrence, dates)))
    }
    for warning in warnings { rows.append((say("Lưu ý", "Note"), warning.text(in: language))) }
    let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    return rows.map { name, value in
      let gap = String(repeating: " ", count: width - DisplayWidth.of(name))
      return gap + style(.heading, TerminalEscaper.escape(name)) + ": " + TerminalEscaper.escape(value) + "\n"
    }.joined()
  }

  /// The days of one occurrence, in a line.
  package func line(_ occurrence: DeadlineOccurrence<DueDays>, _ dates: DateWording) -> String {
    func say(_ vi: String, _ en: String) -> String { dates.language.choose(vi: vi, en: en) }
    let days = occurrence.state
    var text = dates.weekdayAndDay(days.nominal)
    if let cutoff = days.cutoff { text = say("trước ", "before ") + dates.time(cutoff) + ", " + text }
    if let opens = days.opens, opens != days.nominal {
      let until = days.cutoff == nil ? say("đến hết ", "to ") : say("đến ", "to ")
      text = say("từ \(dates.day(opens)) ", "from \(dates.day(opens)) ") + until + text
    }
    if days.effective != days.nominal {
      text += say(
        "; có hiệu lực: \(dates.weekdayAndDay(days.effective))",
        "; binding: \(dates.weekdayAndDay(days.effective))")
    }
    if let label = label(of: occurrence) { text += " (\(label))" }
    if days.certainty == .provisional { text += say(" (tạm tính)", " (provisional)") }
    return text
  }

  /// Why there is no day, in a line.
  package func state(_ open: OpenState, _ dates: DateWording) -> String {
    let language = dates.language
    let expected = open.expected.map {
      language.choose(vi: ", dự kiến \(dates.range($0))", en: ", expected \(dates.range($0))")
    }
    let text: String
    switch open {
    case .waiting, .waitingForTask: text = language.choose(vi: "chờ sự kiện", en: "waits for the event")
    case .awaitingDate: text = language.choose(vi: "chờ ấn định ngày", en: "awaits its date")
    case .openUndated(let since):
      text = language.choose(
        vi: "mở từ \(dates.day(since)), không có hạn", en: "open from \(dates.day(since)), no date")
    case .notBefore(let day):
      text = language.choose(
        vi: "không sớm hơn \(dates.day(day)), không có hạn", en: "not before \(dates.day(day)), no date")
    case .standing(let first, let last?):
      text = language.choose(vi: "thường xuyên ", en: "standing ") + dates.range(DayRange(first: first, last: last))
    case .standing(let first, nil):
      text = language.choose(vi: "thường xuyên từ \(dates.day(first))", en: "standing from \(dates.day(first))")
    case .eachCase: text = language.choose(vi: "khi có phát sinh", en: "as the case arises")
    case .unclear(let words):
      text = language.choose(vi: "chưa rõ", en: "unclear") + (words.isEmpty ? "" : ": \(words)")
    }
    return text + (expected ?? "")
  }

  package func kindWords(_ language: Language) -> String {
    switch kind {
    case .date: language.choose(vi: "ngày", en: "date")
    case .window: language.choose(vi: "khoảng thời gian", en: "window")
    case .recurring: language.choose(vi: "định kỳ", en: "recurring")
    case .event: language.choose(vi: "theo sự kiện", en: "counted from an event")
    case .onOccurrence: language.choose(vi: "khi có phát sinh", en: "each case")
    case .standing: language.choose(vi: "thường xuyên", en: "standing")
    case .externalSchedule: language.choose(vi: "theo lịch của cơ quan khác", en: "somebody else's timetable")
    case .unclear: language.choose(vi: "chưa rõ", en: "unclear")
    }
  }
}
