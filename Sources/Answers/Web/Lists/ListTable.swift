import CivilCalendar
import Diagnostics
import HTTPMessages
import JSON
import OfficeDocuments
import Operations
import Presentation
import Reminders

/// A list of the API as a table: for spreadsheets as CSV, whose head has the API's own names, and as a workbook.
struct ListTable: Sendable {
  struct Column: Sendable {
    /// Where the value stands in an item: `expected.opens`; of several there the cell has all.
    let key: String
    let title: Bilingual
    /// In characters.
    let width: Int

    init(_ key: String, _ vi: String, _ en: String, width: Int = 16) {
      (self.key, title, self.width) = (key, .init(vi: vi, en: en), width)
    }
  }

  let title: Bilingual
  /// The member of the API's body that has the rows.
  var items = "items"
  let columns: [Column]

  /// More rows than these are not written.
  private static let mostRows = 10_000
  private static let page = "200"

  /// All pages of the list, or the one that is asked for by its number of rows.
  /// - Parameter body: what the API answers.
  func answer(_ visit: Visit, _ body: (Visit) -> HTTPAnswer) -> HTTPAnswer {
    let isWhole = visit.route.value("limit") == nil
    var (rows, answer) = ([JSONValue](), body(visit))
    while true {
      guard answer.status == 200, let document = JSONValue(answer.body) else { return answer }
      rows += document[items]?.array ?? []
      guard isWhole, rows.count < Self.mostRows, let next = document["next"]?.string else { break }
      let others = visit.route.query.filter { $0.name != "after" }
      answer = body(visit.asking(others + [.init("after", next), .init("limit", Self.page)]))
    }
    let cells = rows.map { row in columns.map { Self.cell(Self.values(row, $0.key.split(separator: ".")[...])) } }
    var file = visit.route.format == .csv ? csv(cells, visit) : workbook(cells, visit)
    // It has other sources than the model where the API's answer has.
    if let control = answer.value(of: "Cache-Control") { file.set("Cache-Control", control) }
    return file
  }

  // MARK: Cells

  /// Of a list a value for each element, null where it has none, so that columns of one list have their values in one order.
  private static func values(_ value: JSONValue?, _ path: ArraySlice<Substring>) -> [JSONValue] {
    switch value {
    case nil, .null: []
    case .array(let elements):
      elements.flatMap { element in
        let found = values(element, path)
        return found.isEmpty ? [.null] : found
      }
    case .object: path.first.map { values(value?[String($0)], path.dropFirst()) } ?? []
    case let value?: path.isEmpty ? [value] : []
    }
  }

  private static func cell(_ values: [JSONValue]) -> Workbook.Cell {
    let texts = values.map { value in
      switch value {
      case .string(let text): text
      case .bool(let isTrue): isTrue ? "true" : "false"
      default: value.integer.map { "\($0)" } ?? ""
      }
    }
    if values.count == 1, let number = values[0].integer { return .number(number) }
    if values.count == 1, let day = CivilDate(iso: texts[0]) { return .day(day) }
    return texts.allSatisfy(\.isEmpty) ? .empty : .text(texts.joined(separator: "; "))
  }

  // MARK: Files

  private func csv(_ rows: [[Workbook.Cell]], _ visit: Visit) -> HTTPAnswer {
    var writer = CSVWriter()
    writer.record(columns.map(\.key))
    for row in rows {
      writer.record(
        row.map { cell in
          switch cell {
          case .text(let text): text
          case .number(let number), .share(let number, _): "\(number)"
          case .day(let day): "\(day)"
          case .noDay, .empty: ""
          }
        })
    }
    return ListExport.file(writer.bytes, "text/csv; charset=utf-8", visit)
  }

  private func workbook(_ rows: [[Workbook.Cell]], _ visit: Visit) -> HTTPAnswer {
    let title = title.text(in: visit.language)
    let sheet = Workbook.Sheet(
      title, lines: [title, visit.dates.long(visit.today)],
      columns: columns.map { .init($0.title.text(in: visit.language), width: $0.width) },
      rows: rows.map { $0.map { Self.local($0, visit) } })
    return ListExport.file(Workbook(title: title, day: visit.today, sheets: [sheet]), visit)
  }

  /// An instant as people read it, who open the workbook; other cells stay.
  private static func local(_ cell: Workbook.Cell, _ visit: Visit) -> Workbook.Cell {
    guard case .text(let text) = cell, text.utf8.count == 20, text.hasSuffix("Z"), let instant = Instant(written: text)
    else { return cell }
    let (day, minute) = visit.model.civil(instant)
    return .text("\(visit.dates.time(minute)) \(visit.dates.short(day))")
  }
}
