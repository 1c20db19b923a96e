import Diagnostics
import Documents

/// In which order the days of a table have their numbers (*5/6/2026*): one of its cells may show it, and holds for all.
struct DateOrder {
  enum Order: Equatable {
    case dayFirst
    /// Shown by this cell: *2/28/2026*.
    case monthFirst(String)
    /// Nothing tells; these cells can be read both ways.
    case unknown([String])
  }

  private(set) var order = Order.dayFirst
  private var shownDayFirst = false
  private var shownMonthFirst: String?
  private var open: [String] = []
  /// Rows whose end would lie before their beginning.
  private var reversed = (dayFirst: 0, monthFirst: 0)

  /// - Parameters:
  ///   - roles: those of the columns, of which the ones that tell when count.
  ///   - asked: how people answered where nothing tells; nil if nobody was asked.
  init(_ rows: [Table.Row], roles: [ColumnRole], asked: Bool?) {
    let columns = roles.indices.filter { [.deadline, .start, .finish].contains(roles[$0]) }
    for row in rows {
      for column in columns where row.cells.indices.contains(column) { add(row.cells[column]) }
      compareEnds(row, roles)
    }
    if !shownDayFirst, let cell = shownMonthFirst {
      order = .monthFirst(cell)
    } else if !shownDayFirst, Set(open).count > 1 {
      switch (reversed.dayFirst, reversed.monthFirst) {
      case (1..., 0): order = .monthFirst(open[0])
      case (0, 1...): break
      default: order = asked.map { $0 ? .dayFirst : .monthFirst(open[0]) } ?? .unknown(open)
      }
    }
  }

  private mutating func add(_ cell: Table.Cell) {
    guard !cell.isDay else { return }
    let text = cell.text.onOneLine
    for date in NumericDate.all(in: text) {
      if date.first > 12 {
        shownDayFirst = true
      } else if date.second > 12 {
        if shownMonthFirst == nil { shownMonthFirst = String(text[date.range]) }
      } else if text.contains(where: \.isLetter) || date.pads.first && !date.pads.second && date.second < 10 {
        // *trước ngày 3/4/2026*; *05/6/2026* has the zero that plans write before days.
        shownDayFirst = true
      } else if date.first != date.second {
        open.append(String(text[date.range]))
      }
    }
  }

  private mutating func compareEnds(_ row: Table.Row, _ roles: [ColumnRole]) {
    func date(_ role: ColumnRole) -> NumericDate? {
      roles.firstIndex(of: role).flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }.flatMap {
        NumericDate.only(in: $0.text.onOneLine)
      }
    }
    guard let start = date(.start), let finish = date(.finish) else { return }
    if (start.year, start.second, start.first) > (finish.year, finish.second, finish.first) { reversed.dayFirst += 1 }
    if (start.year, start.first, start.second) > (finish.year, finish.first, finish.second) { reversed.monthFirst += 1 }
  }

  /// The row with the day before the month in all columns that tell when.
  func dayFirst(_ row: Table.Row, roles: [ColumnRole]) -> Table.Row {
    guard case .monthFirst = order else { return row }
    var row = row
    for column in row.cells.indices
    where roles.indices.contains(column) && roles[column].tellsWhen && !row.cells[column].isDay {
      row.cells[column].text = Self.dayFirst(row.cells[column].text)
    }
    return row
  }

  private static func dayFirst(_ text: String) -> String {
    var result = text
    for date in NumericDate.all(in: text).reversed() where date.first <= 12 {
      func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      result.replaceSubrange(date.range, with: "\(padded(date.second))/\(padded(date.first))/\(date.year)")
    }
    return result
  }

  /// Whether a row has a day that can be read both ways.
  func isOpen(_ row: Table.Row, roles: [ColumnRole]) -> Bool {
    guard case .unknown = order else { return false }
    return zip(row.cells, roles).contains { cell, role in
      role.tellsWhen && !cell.isDay
        && NumericDate.all(in: cell.text.onOneLine).contains {
          $0.first <= 12 && $0.second <= 12 && $0.first != $0.second
        }
    }
  }

  /// Why the days of a row were read otherwise than plans write them; nil if they were not.
  var origin: Bilingual? {
    guard case .monthFirst(let cell) = order else { return nil }
    return .init(
      vi: "cột ghi tháng trước ngày (ô “\(cell)”)", en: "the column has the month before the day (“\(cell)”)")
  }
}
