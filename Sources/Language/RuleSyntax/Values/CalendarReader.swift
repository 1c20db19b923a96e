package import CivilCalendar
import Diagnostics

/// Reads the values of calendars other than holidays: weekly days off, office hours, the starts of years, announced
/// days. Each function returns nil for a text of another form.
package enum CalendarReader {
  /// `thứ Bảy, Chủ nhật`; `không` is none.
  package static func weeklyDaysOff(_ text: String) -> Set<Weekday>? {
    if FixedValues.yesNo(text) == false { return [] }
    var days: Set<Weekday> = []
    let line = WordLine(text)
    var index = 0
    while index < line.count {
      guard let end = line.match(index, FixedValues.weekdays.flatMap(\.words)),
        let day = FixedValues.weekday(line.text(index, end))
      else { return nil }
      days.insert(day)
      guard end < line.count else { return days }
      guard let next = line.match(end, [",", ";", "và", "and"]) else { return nil }
      index = next
    }
    return nil
  }

  /// `07:30-11:30, 13:30-17:00`, in order and without overlaps.
  package static func officeHours(_ text: String) -> [ClosedRange<ClockTime>]? {
    var hours: [ClosedRange<ClockTime>] = []
    for piece in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let line = WordLine(FoldedName(String(piece)).text.split(separator: "-").joined(separator: " đến "))
      guard let from = line.time(line.match(0, ["từ", "from"]) ?? 0),
        let to = line.match(from.end, ["đến", "to"]).flatMap({ line.time($0) }), to.end == line.count,
        from.value < to.value, hours.last.map({ $0.upperBound <= from.value }) ?? true
      else { return nil }
      hours.append(from.value...to.value)
    }
    return hours.isEmpty ? nil : hours
  }

  /// `từ 05/9`, `from 1 October`, `05/9`.
  package static func yearStart(_ text: String) -> YearConventions.YearStart? {
    let line = WordLine(text)
    guard let day = DayText.day(line, line.match(0, ["từ", "from"]) ?? 0), day.end == line.count,
      let civil = day.value.civil, civil.year == nil, civil.day <= CivilDate.daysInMonth(year: 2023, month: civil.month)
    else { return nil }
    return YearConventions.YearStart(month: civil.month, day: civil.day)
  }

  /// `08/02/2024 đến 14/02/2024 (Tết Nguyên đán)`, `30/4/2024`, `24/11/2026, dự kiến` · `, intended`: every day named.
  package static func namedDays(_ text: String) -> [WorkingCalendar.NamedDay]? {
    let line = WordLine(text)
    var end = line.count
    var name = ""
    var isIntended = HolidayReader.skipIntended(line, &end)
    if end > 0, line.key(end - 1) == ")", let open = (0..<end).first(where: { line.key($0) == "(" }) {
      name = line.text(open + 1, end - 1)
      end = open
    }
    isIntended = HolidayReader.skipIntended(line, &end) || isIntended
    if HolidayReader.isIntendedAlone(name) { (name, isIntended) = ("", true) }
    let start = line.match(0, ["từ", "from"]) ?? 0
    guard let first = DayText.day(line, start), let from = CivilDate(first.value) else { return nil }
    if first.end == end { return [WorkingCalendar.NamedDay(from, name, isIntended: isIntended)] }
    guard let to = line.match(first.end, ["đến", "đến hết", "to", "through", "-", "–"]),
      let last = DayText.day(line, to), last.end == end, let through = CivilDate(last.value), from <= through,
      through.days(since: from) < 366
    else { return nil }
    return (0...through.days(since: from)).map {
      WorkingCalendar.NamedDay(from.adding(days: $0), name, isIntended: isIntended)
    }
  }

  /// `nghỉ 29/4/2024, làm bù 04/5/2024` · `off 29/4/2024, work 04/5/2024`, with a reason in brackets.
  package static func swap(_ text: String) -> WorkingCalendar.SwappedDays? {
    let line = WordLine(text)
    var end = line.count
    if end > 0, line.key(end - 1) == ")", let open = (0..<end).first(where: { line.key($0) == "(" }) { end = open }
    guard let first = line.match(0, ["nghỉ", "off"]), let off = DayText.day(line, first),
      let and = line.match(off.end, [", làm bù", "; làm bù", "làm bù", ", work", "; work", "work"]),
      let work = DayText.day(line, and), work.end == end, let offDay = CivilDate(off.value),
      let workDay = CivilDate(work.value)
    else { return nil }
    return WorkingCalendar.SwappedDays(off: offDay, work: workDay)
  }

  /// `2024`, or `2021-2030` · `2021 đến 2030`.
  package static func years(_ text: String) -> ClosedRange<Int>? {
    let line = WordLine(FoldedName(text).text.split(separator: "-").joined(separator: " - "))
    let start = line.match(0, ["năm", "giai đoạn", "từ", "từ năm", "from"]) ?? 0
    guard let first = line.number(start, in: 1...9999), line.key(start).utf8.count == 4 else { return nil }
    if start + 1 == line.count { return first...first }
    guard let to = line.match(start + 1, ["-", "đến", "đến năm", "to"]), let last = line.number(to, in: 1...9999),
      line.key(to).utf8.count == 4, to + 1 == line.count, first <= last
    else { return nil }
    return first...last
  }
}
