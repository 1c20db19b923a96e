import CivilCalendar

/// Days written in figures, common to both languages as day/month/year in both (decision: name-or-count).
extension PhraseParser {
  /// `31/12/2024`, `31-12-2024`, `31.12.2024`, `2024-12-31`, `31/12`; with `dashes`, also `31-12`.
  func figures(_ index: Int, dashes: Bool) -> Parses<DateExpression> {
    if let year = year(index), tightMark(index + 1, "-"), let month = number(index + 2, in: 1...12, maxDigits: 2),
      tightMark(index + 3, "-"), let day = number(index + 4, in: 1...31, maxDigits: 2)
    {
      return dated(year, month, day, index, index + 5)
    }
    guard let day = number(index, in: 1...31, maxDigits: 2),
      let mark = Self.dayMarks.first(where: { tightMark(index + 1, $0) }),
      let month = number(index + 2, in: 1...12, maxDigits: 2)
    else { return [] }
    if tightMark(index + 3, mark), let year = year(index + 4) { return dated(year, month, day, index, index + 5) }
    guard tokens[index + 1].key == "/" || (tokens[index + 1].key == "-" && dashes), !tightMark(index + 3, mark) else {
      return []
    }
    return dated(nil, month, day, index, index + 3)
  }

  private static let dayMarks: [StaticString] = ["/", "-", "."]

  /// The day if it exists; else the place is kept for the message.
  func dated(_ year: Int?, _ month: Int, _ day: Int, _ start: Int, _ end: Int) -> Parses<DateExpression> {
    guard CivilDate(year: year ?? 2000, month: month, day: day) != nil else {
      trace.found(impossible: start, end)
      return []
    }
    return [(.civil(year: year, month: month, day: day), end)]
  }
}
