import Diagnostics
import Documents

/// All tables of tasks in some documents, each with the tables that continue it on other pages.
struct TaskTables {
  struct Part {
    var file: String
    var lines: [RowJoiner.Line]
    /// Stands before the ids if several tables have the same numbers; else empty.
    var prefix: String
    var title: String
    /// The question about its days, by its index among the questions; nil if there is none.
    var question: Int?
  }

  private(set) var parts: [Part] = []
  /// Rows that are no tasks, and why.
  private(set) var leftOut: [ImportReport.Item] = []
  /// Tables of names without any time, beside those that have one.
  private(set) var otherTables: [ImportReport.Item] = []
  /// Tables whose columns are not those of tasks at all.
  private(set) var unreadTables: [ImportReport.Item] = []
  /// Sentences among the rows, by the file.
  private(set) var notes: [String: [Paragraph]] = [:]
  /// What each column was taken for, in the tables of tasks.
  private(set) var columns: [ImportReport.Columns] = []
  /// Columns of days that can be read both ways.
  private(set) var openDates: [ImportReport.Question] = []
  /// Tables of which no heading says that they are of tasks.
  private(set) var guessed: [ImportReport.Question] = []

  /// The rows of tables that were read, or are named as unread.
  private var named: Set<Place> = []

  var rowCount: Int { parts.reduce(0) { $0 + $1.lines.count } }

  private struct Found {
    var file: String
    var caption: String
    /// The numbered heading above, if there is one.
    var heading: (number: RowNumber, title: String)?
    var table: TaskTable
    var dates: DateOrder
    var joiner: RowJoiner
  }

  /// - Parameters:
  ///   - years: those of the plan.
  ///   - daysFirst: how people read days that can be read both ways; nil if nobody was asked.
  init(_ documents: [SourceDocument], years: ClosedRange<Int>, daysFirst: Bool?) {
    let year = years.count == 1 ? years.lowerBound : nil
    var found: [Found] = []
    for document in documents {
      for (titles, heading, table) in tables(of: document) {
        let caption = Self.caption(titles)
        let dates = DateOrder(table.rows, roles: table.roles, asked: daysFirst)
        let joiner = RowJoiner(table, caption: caption, titles: titles, year: year, dates: dates)
        found.append(
          Found(
            file: document.name, caption: caption, heading: heading, table: table, dates: dates, joiner: joiner))
      }
    }
    account(for: documents)
    // If one table says when, others that do not are no tables of tasks.
    if found.contains(where: \.joiner.tellsWhen) {
      for other in found where !other.joiner.tellsWhen { otherTables.append(Self.item(other)) }
      found.removeAll { !$0.joiner.tellsWhen }
    }
    for found in found {
      for row in found.joiner.leftOut {
        leftOut.append(
          ImportReport.Item(file: found.file, place: row.place, text: row.text, reason: row.reason, isPlain: true))
      }
    }
    for found in found { notes[found.file, default: []] += found.joiner.notes }
    found.removeAll { $0.joiner.lines.isEmpty }
    let ids = found.map { Self.ids($0.joiner.lines) }
    let needsPrefix = found.count > 1 && Set(ids.joined()).count < ids.reduce(0) { $0 + $1.count }
    var usedIDs = Set(ids.joined())
    for (index, found) in found.enumerated() {
      columns.append(ImportReport.Columns(found.table, file: found.file))
      if found.table.isGuessed, found.table.roles.firstIndex(of: .task).map(found.table.judged.contains) == true {
        guessed.append(Self.confirmation(found))
      }
      var part = Part(
        file: found.file, lines: found.joiner.lines, prefix: needsPrefix ? "B\(index + 1)" : "",
        title: found.caption.isEmpty ? "Bảng \(index + 1)" : found.caption)
      if !needsPrefix, let heading = found.heading, found.joiner.isPlain {
        let id = ASCIIName.id(from: heading.number.text)
        if usedIDs.insert(id).inserted { (part.prefix, part.title) = (id, heading.title) }
      }
      if case .unknown(let cells) = found.dates.order {
        part.question = openDates.count
        openDates.append(Self.question(found, cells))
      }
      parts.append(part)
    }
  }

  private static func text(_ row: Table.Row) -> String {
    row.cells.map(\.text.onOneLine).filter { !$0.isEmpty }.joined(separator: " | ")
  }

  /// Lists the rows with a time that stand in no table which was read or named, such as those above headings: whatever
  /// becomes of tables elsewhere, none of their rows is lost without a word.
  private mutating func account(for documents: [SourceDocument]) {
    for document in documents {
      for case .table(let table) in document.blocks {
        for row in table.rows where Self.saysWhen(row) && !named.contains(Place(file: document.name, place: row.place))
        {
          leftOut.append(
            ImportReport.Item(
              file: document.name, place: row.place, text: Self.text(row),
              reason: .init(
                vi: "hàng có thời gian nhưng nằm ngoài các bảng đọc được: có phải nhiệm vụ không?",
                en: "a row with a time outside of the tables that were read: is it a task?")))
        }
      }
    }
  }

  private struct Place: Hashable {
    var file: String
    var place: SourcePlace
  }

  private mutating func name(_ rows: [Table.Row], of file: String) {
    named.formUnion(rows.map { Place(file: file, place: $0.place) })
  }

  /// Whether one of several cells is a day or a period.
  static func saysWhen(_ row: Table.Row) -> Bool {
    let texts = row.cells.map(\.text.trimmed).filter { !$0.isEmpty }
    // *Quý I | Quý II* are headings.
    return texts.count > 1 && texts.count { MarkedPeriod($0) != nil } < 2
      && texts.contains { CellContent($0) == .date && !FootRows.isDateline($0) }
  }

  private static func item(_ other: Found) -> ImportReport.Item {
    let headings = other.table.headings.map(\.onOneLine).joined(separator: " | ")
    let count = other.joiner.lines.count
    return ImportReport.Item(
      file: other.file, place: other.table.rows.first?.place ?? .paragraph(1),
      text: other.caption.isEmpty ? headings : "\(other.caption): \(headings)",
      reason: .init(
        vi: "bảng \(count) hàng không có cột thời hạn, không nhập",
        en: "a table of \(count) rows without a column of times, not imported"))
  }

  private static func question(_ found: Found, _ cells: [String]) -> ImportReport.Question {
    let names = zip(found.table.headings, found.table.roles).filter { [.deadline, .start, .finish].contains($1) }.map {
      "“\($0.0.onOneLine)”"
    }
    let shown = cells.prefix(4).joined(separator: ", ")
    return ImportReport.Question(
      file: found.file, place: found.table.rows.first?.place ?? .paragraph(1),
      text: "\(names.joined(separator: ", ")): \(shown)\(cells.count > 4 ? ", …" : "")",
      reason: .init(
        vi:
          "ngày/tháng hay tháng/ngày? Không ô nào của cột cho biết; nhập lại với --dates ngay-thang hoặc --dates thang-ngay",
        en:
          "day/month or month/day? No cell of the column tells; import again with --dates day-first or --dates month-first"
      ))
  }

  private static func confirmation(_ found: Found) -> ImportReport.Question {
    ImportReport.Question(
      file: found.file, place: found.table.rows.first?.place ?? .paragraph(1),
      text: found.table.headings.map(\.onOneLine).joined(separator: " | "),
      reason: .init(
        vi: "không tiêu đề nào nói đây là bảng nhiệm vụ; các cột được hiểu theo nội dung: đúng không?",
        en: "no heading says that these are tasks; the columns were told by their cells: right?"))
  }

  private mutating func tables(
    of document: SourceDocument
  ) -> [(titles: [String], heading: (number: RowNumber, title: String)?, table: TaskTable)] {
    var found: [(titles: [String], heading: (number: RowNumber, title: String)?, table: TaskTable)] = []
    var caption: [String] = []
    var heading: (number: RowNumber, title: String)?
    var isAdjacent = false
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        caption = Array((caption + [paragraph.text.onOneLine]).suffix(4))
        let text = paragraph.text.onOneLine
        // Behind the signatures, and below a title of its own, no heading goes on.
        if text.folded.hasPrefix("nơi nhận") || text.isUppercase { heading = nil }
        heading = ProseDeadlines.numbered(text) ?? heading
        if paragraph.text.count > 12 { isAdjacent = false }
      case .table(let grid):
        let parts = StackedTables.split(grid)
        for table in parts {
          let again = TaskTable(table)
          if let last = found.last, isAdjacent, parts.count == 1, last.table.continues(table),
            again.map({ $0.headings == last.table.headings || $0.isHeadless && last.table.tellsWhen }) ?? true
          {
            var rows = again.flatMap { $0.isHeadless ? nil : $0.rows } ?? table.rows
            if !rows.isEmpty { rows[0].startsPage = true }
            found[found.count - 1].table.rows += rows
            name(rows, of: document.name)
          } else if let tasks = again {
            name(Array(table.rows.dropFirst(tasks.rowsAbove.count)), of: document.name)
            found.append((caption.isEmpty ? tasks.titles : caption, heading, tasks))
            isAdjacent = true
          } else {
            isAdjacent = false
            if let item = Self.unread(table, caption, document.name) {
              unreadTables.append(item)
              name(table.rows, of: document.name)
            }
          }
          caption = []
        }
      }
    }
    return found
  }

  /// A table that has several rows of several texts, and is no letterhead and no place of signatures; else nil.
  private static func unread(_ table: Table, _ caption: [String], _ file: String) -> ImportReport.Item? {
    let full = table.rows.filter { row in row.cells.count { !$0.text.isBlank } >= 3 || saysWhen(row) }
    guard full.count >= 2 || full.contains(where: saysWhen), let first = full.first else { return nil }
    let heads = first.cells.map(\.text.onOneLine).filter { !$0.isEmpty }.joined(separator: " | ")
    let name = Self.caption(caption)
    return ImportReport.Item(
      file: file, place: first.place, text: name.isEmpty ? heads : "\(name): \(heads)",
      reason: .init(
        vi: "bảng \(full.count) hàng không có các cột của nhiệm vụ, không nhập",
        en: "a table of \(full.count) rows without the columns of tasks, not imported"))
  }

  /// The last short paragraph above the table, such as *PHỤ LỤC I* or *Biểu 2 …*; empty if there is none.
  private static func caption(_ above: [String]) -> String {
    above.last { !$0.hasPrefix("(") && $0.count <= 160 && !$0.isBlank }?.bare ?? ""
  }

  /// The ids that the rows of a table would have by themselves.
  private static func ids(_ lines: [RowJoiner.Line]) -> [String] {
    let outline = RowOutline(lines, prefix: "", title: "", usedIDs: [])
    return outline.tasks.map(\.id) + outline.sections.map(\.id)
  }
}
