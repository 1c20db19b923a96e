import Diagnostics
import Documents

/// The months and weeks that headings name for the rows below them.
struct PeriodHeadings {
  /// From the caption, which holds for the whole table.
  private let caption: PeriodContext?
  /// The month that the titles above name, which completes days and weeks but is no deadline by itself.
  private let month: PeriodContext?
  private var current: PeriodContext?
  /// How deep the heading of the period stands among sections.
  private var depth = 0
  /// How deep the sections stand that are around the headings of periods.
  private var outside: Set<Int> = []

  /// The year of the plan, for weekdays; nil if it has several.
  private let year: Int?

  init(caption: String, titles: [String], year: Int?) {
    self.year = year
    // The year of the whole plan says nothing of its rows.
    self.caption = PeriodContext(heading: caption).flatMap { $0.week == nil && $0.outer?.unit == .year ? nil : $0 }
    let found = titles.compactMap { PeriodContext(titled: $0) }
    month = Set(found.compactMap(\.outer)).count == 1 ? found.first : nil
  }

  /// The heading that a row is which has no text but a period, in whichever column; nil for other rows.
  func heading(_ row: Table.Row, roles: [ColumnRole]) -> (number: RowNumber?, title: String)? {
    let filled = row.cells.indices.filter { !row.cells[$0].text.isBlank }
    guard filled.count == 1, let column = filled.first, !row.startsPage else { return nil }
    let text = row.cells[column].text.onOneLine
    let (number, words) = RowNumber.leading(text).map { ($0.number, $0.rest) } ?? (nil, text)
    let isWide = row.cells.contains { $0.cover == .left }
    guard let period = isWide ? PeriodContext(heading: words) : PeriodContext(words) ?? Self.week(words),
      period.week != nil || period.outer?.unit != .year
    else { return nil }
    // In its own column, a period alone may be a second deadline of the row above.
    let isDeadline = roles.indices.contains(column) && roles[column].tellsWhen
    guard !isDeadline || isWide || period.week != nil && words.folded.hasPrefix("tuần") else { return nil }
    return (number, words)
  }

  /// A week whose days are printed without brackets: *Tuần 2: từ 08/3 đến 14/3*.
  private static func week(_ words: String) -> PeriodContext? {
    PeriodContext(heading: words).flatMap { $0.days.isEmpty || $0.isDay ? nil : $0 }
  }

  /// A section begins; it may name a period, or end that of one before it.
  mutating func open(_ title: String, number: RowNumber?) {
    let depth = Self.depth(number)
    if let period = PeriodContext(heading: RowNumber.leading(title)?.rest ?? title) {
      current = period.under(current ?? caption ?? month)
      self.depth = depth
    } else if current == nil || depth <= self.depth || outside.contains(depth) {
      current = nil
      outside.insert(depth)
    }
  }

  private static func depth(_ number: RowNumber?) -> Int {
    switch number?.kind {
    case nil: 0
    case .roman, .upper: 1
    case .arabic: 2
    case .dotted(let count): 1 + count
    case .lower: 9
    }
  }

  /// Gives the row the period where it says none, and completes what says only a part of one.
  func complete(_ row: inout PlanRow) {
    let stated = current ?? caption
    guard let period = stated ?? (row.deadline.isEmpty ? nil : month) else { return }
    let own = row.deadline
    row.deadline = period.completed(own, in: year)
    guard row.deadline != own else {
      if stated != nil, PeriodContext.dependsOnPeriod(own) {
        row.openPeriod = Bilingual(
          vi: "“\(own.onOneLine)” của “\(period.words)” là ngày nào?",
          en: "which day is “\(own.onOneLine)” of “\(period.words)”?")
      }
      return
    }
    if !own.isEmpty, row.printedDeadline == nil { row.printedDeadline = own }
    let origin = Bilingual(
      vi: own.isEmpty ? "lấy từ tiêu đề “\(period.words)”" : "ghép với tiêu đề “\(period.words)”",
      en: own.isEmpty ? "taken from the heading “\(period.words)”" : "completed by the heading “\(period.words)”")
    row.deadlineOrigin = row.deadlineOrigin.map { [$0, origin].joined(separator: "; ") } ?? origin
  }
}
