package import CivilCalendar

/// Reads the holidays of a calendar.
package enum HolidayReader {
  /// `10/3 âm lịch (Giỗ Tổ)`, `02/9 và 1 ngày liền kề`, `from 1 day before lunar 1/1 to lunar 4/1`,
  /// `third Monday of January`, alternatives joined by `, hoặc` · `, or`, then `, từ năm 2026` · `, from 2026`,
  /// `, đến năm 2030` · `, until 2030` and `, dự kiến` · `, intended`. Nil for a text of another form.
  package static func holiday(_ text: String) -> HolidayRule? {
    let line = WordLine(text)
    guard line.count > 0, line.count < 200 else { return nil }
    var end = line.count
    var name = ""
    if line.key(end - 1) == ")", let open = openingBracket(line, end - 1) {
      name = line.text(open + 1, end - 1)
      end = open
    }
    // The bracket may also stand before the years: `24/11 (Ngày Văn hóa), từ năm 2026`.
    var years: (first: Int?, last: Int?) = (nil, nil)
    var isIntended = skipIntended(line, &end)
    while let bound = yearBound(line, end) {
      if bound.isFirst, years.first == nil {
        years.first = bound.year
      } else if !bound.isFirst, years.last == nil {
        years.last = bound.year
      } else {
        return nil
      }
      end = bound.start
      isIntended = skipIntended(line, &end) || isIntended
    }
    if name.isEmpty, end > 0, line.key(end - 1) == ")", let open = openingBracket(line, end - 1) {
      name = line.text(open + 1, end - 1)
      end = open
    }
    if isIntendedAlone(name) { (name, isIntended) = ("", true) }
    if let first = years.first, let last = years.last, first > last { return nil }
    guard let alternatives = alternatives(line, end) else { return nil }
    let shown = name.isEmpty ? line.text(0, end) : name
    return HolidayRule(
      name: shown, firstYear: years.first, lastYear: years.last, alternatives: alternatives, isIntended: isIntended)
  }

  /// A bracket that says only that the day is intended, and names nothing.
  static func isIntendedAlone(_ name: String) -> Bool { ["dự kiến", "intended"].contains(name.lowercased()) }

  /// Whether `, dự kiến` · `, intended` ends at `end`, which is moved before it.
  static func skipIntended(_ line: WordLine, _ end: inout Int) -> Bool {
    guard let start = (max(0, end - 3)..<end).first(where: { line.match($0, [", dự kiến", ", intended"]) == end })
    else {
      return false
    }
    end = start
    return true
  }

  private static func openingBracket(_ line: WordLine, _ close: Int) -> Int? {
    var depth = 0
    for index in (0...close).reversed() {
      if line.key(index) == ")" { depth += 1 }
      if line.key(index) == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// `, từ năm N` · `, from N` · `, đến năm N` · `, until N` that ends at `end`.
  private static func yearBound(_ line: WordLine, _ end: Int) -> (isFirst: Bool, year: Int, start: Int)? {
    guard end >= 3, let year = line.number(end - 1, in: 1...9999) else { return nil }
    for start in [end - 4, end - 3] where start >= 0 && line.key(start) == "," {
      if line.match(start + 1, ["từ năm", "từ", "from"]) == end - 1 { return (true, year, start) }
      if line.match(start + 1, ["đến năm", "đến hết năm", "đến", "until"]) == end - 1 { return (false, year, start) }
    }
    return nil
  }

  // MARK: Days

  private static func alternatives(_ line: WordLine, _ end: Int) -> [HolidayDays]? {
    var start = 0
    var alternatives: [HolidayDays] = []
    var stops = line.occurrences(of: [", hoặc", ", or"], to: end)
    stops.append((end, end))
    for stop in stops {
      guard let days = days(line, start, stop.start) else { return nil }
      alternatives += days
      start = stop.end
    }
    return alternatives
  }

  private static func days(_ line: WordLine, _ start: Int, _ end: Int) -> [HolidayDays]? {
    if let from = line.match(start, ["từ", "from"]) { return range(line, from, end).map { [$0] } }
    if let weekday = weekday(line, start, end) { return [weekday] }
    guard let (edge, next) = edge(line, start) else { return nil }
    if next == end { return [single(edge)] }
    guard let and = line.match(next, ["và", "and"]),
      let count = line.number(and, in: 1...31) ?? (line.key(and) == "một" ? 1 : nil),
      line.match(and + 1, ["ngày liền kề", "adjacent day", "adjacent days", "ngày liền kề trước hoặc sau"]) == end
    else { return nil }
    return adjacent(edge, count)
  }

  /// The named day with `count` days beside it: every way to share them out before and after.
  private static func adjacent(_ edge: HolidayEdge, _ count: Int) -> [HolidayDays] {
    (0...count).map { before in
      .range(from: moved(edge, -before), through: moved(edge, count - before))
    }
  }

  private static func moved(_ edge: HolidayEdge, _ days: Int) -> HolidayEdge {
    HolidayEdge(edge.reckoning, month: edge.month, day: edge.day, offset: edge.offset + days)
  }

  private static func range(_ line: WordLine, _ start: Int, _ end: Int) -> HolidayDays? {
    guard let first = offsetEdge(line, start), let to = line.match(first.end, ["đến", "đến hết", "to", "through"]),
      let last = offsetEdge(line, to), last.end == end
    else { return nil }
    return .range(from: first.value, through: last.value)
  }

  /// `1 ngày trước DAY`, `2 days after DAY`, or a day alone.
  private static func offsetEdge(_ line: WordLine, _ start: Int) -> (value: HolidayEdge, end: Int)? {
    guard let count = line.number(start, in: 1...60), let unit = line.match(start + 1, ["ngày", "day", "days"]) else {
      return edge(line, start)
    }
    let sign: Int
    if line.match(unit, ["trước", "before"]) != nil {
      sign = -1
    } else if line.match(unit, ["sau", "after"]) != nil {
      sign = 1
    } else {
      return nil
    }
    return edge(line, unit + 1).map { (moved($0.value, sign * count), $0.end) }
  }

  private static func edge(_ line: WordLine, _ start: Int) -> (value: HolidayEdge, end: Int)? {
    guard let day = DayText.day(line, start) else { return nil }
    if let civil = day.value.civil, civil.year == nil,
      civil.day <= CivilDate.daysInMonth(year: 2024, month: civil.month)
    {
      return (HolidayEdge(.civil, month: civil.month, day: civil.day), day.end)
    }
    guard case .lunar(let lunar, .planYear) = day.value, lunar.day <= 30 else { return nil }
    return (HolidayEdge(.lunar, month: lunar.month, day: lunar.day), day.end)
  }

  private static func single(_ edge: HolidayEdge) -> HolidayDays {
    switch edge.reckoning {
    case .civil: .fixed(month: edge.month, day: edge.day)
    case .lunar: .lunar(month: edge.month, day: edge.day)
    }
  }

  // MARK: The n-th weekday

  /// `third Monday of January` · `thứ Hai tuần thứ ba tháng 01` · `thứ Hai cuối cùng của tháng 5`.
  private static func weekday(_ line: WordLine, _ start: Int, _ end: Int) -> HolidayDays? {
    if let position = englishPositions[line.key(start)], let weekday = FixedValues.weekday(line.key(start + 1)),
      line.key(start + 2) == "of", let month = DayText.month(line.key(start + 3)), start + 4 == end
    {
      return .weekday(weekday, position: position, month: month)
    }
    let words = FixedValues.weekdays.flatMap(\.words)
    guard let after = line.match(start, words), let weekday = FixedValues.weekday(line.text(start, after)) else {
      return nil
    }
    let place = line.match(after, ["tuần"]) ?? after
    guard let (position, next) = vietnamesePosition(line, place) else { return nil }
    let of = line.match(next, ["của"]) ?? next
    guard line.key(of) == "tháng", let month = line.number(of + 1, in: 1...12), of + 2 == end else { return nil }
    return .weekday(weekday, position: position, month: month)
  }

  private static let englishPositions = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1,
  ]

  private static func vietnamesePosition(_ line: WordLine, _ index: Int) -> (Int, Int)? {
    let table: [(words: [String], value: Int)] = [
      (["đầu tiên", "thứ nhất", "thứ 1", "đầu"], 1), (["thứ hai", "thứ 2"], 2), (["thứ ba", "thứ 3"], 3),
      (["thứ tư", "thứ 4"], 4), (["thứ năm", "thứ 5"], 5), (["cuối cùng", "cuối"], -1),
    ]
    for entry in table {
      if let end = line.match(index, entry.words) { return (entry.value, end) }
    }
    return nil
  }
}
