import Documents

/// All tables of tasks in some documents, each with the tables that continue it on other pages.
struct TaskTables {
  struct Part {
    var file: String
    var lines: [RowJoiner.Line]
    /// Stands before the ids if several tables have the same numbers; else empty.
    var prefix: String
    var title: String
  }

  private(set) var parts: [Part] = []
  /// Rows that are no tasks, and why.
  private(set) var leftOut: [ImportReport.Item] = []
  /// Tables of names without any time, beside those that have one.
  private(set) var otherTables: [ImportReport.Item] = []

  var rowCount: Int { parts.reduce(0) { $0 + $1.lines.count } }

  private struct Found {
    var file: String
    var caption: String
    var table: TaskTable
    var joiner: RowJoiner
  }

  init(_ documents: [SourceDocument]) {
    var found: [Found] = []
    for document in documents {
      for (caption, table) in Self.tables(of: document) {
        found.append(
          Found(file: document.name, caption: caption, table: table, joiner: RowJoiner(table, caption: caption)))
      }
    }
    // If one table says when, others that do not are no tables of tasks.
    if found.contains(where: \.joiner.tellsWhen) {
      for other in found where !other.joiner.tellsWhen { otherTables.append(Self.item(other)) }
      found.removeAll { !$0.joiner.tellsWhen }
    }
    for found in found {
      for (row, reason) in found.joiner.leftOut {
        leftOut.append(ImportReport.Item(file: found.file, place: row.place, text: row.text, reason: reason))
      }
    }
    found.removeAll { $0.joiner.lines.isEmpty }
    let needsPrefix = Self.numbersRepeat(found.map(\.joiner.lines))
    for (index, found) in found.enumerated() {
      parts.append(
        Part(
          file: found.file, lines: found.joiner.lines, prefix: needsPrefix ? "B\(index + 1)" : "",
          title: found.caption.isEmpty ? "Bảng \(index + 1)" : found.caption))
    }
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

  private static func tables(of document: SourceDocument) -> [(caption: String, table: TaskTable)] {
    var found: [(caption: String, table: TaskTable)] = []
    var caption: [String] = []
    var isAdjacent = false
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        caption = Array((caption + [paragraph.text.onOneLine]).suffix(4))
        if paragraph.text.count > 12 { isAdjacent = false }
      case .table(let table):
        let again = TaskTable(table)
        if let last = found.last, isAdjacent, last.table.continues(table),
          again == nil || again?.headings == last.table.headings
        {
          var rows = again?.rows ?? table.rows
          if !rows.isEmpty { rows[0].startsPage = true }
          found[found.count - 1].table.rows += rows
        } else if let tasks = again {
          found.append((Self.caption(caption), tasks))
          isAdjacent = true
        } else if table.rows.count > 1 {
          isAdjacent = false
        }
        caption = []
      }
    }
    return found
  }

  /// The last short paragraph above the table, such as *PHỤ LỤC I* or *Biểu 2 …*; empty if there is none.
  private static func caption(_ above: [String]) -> String {
    above.last { !$0.hasPrefix("(") && $0.count <= 160 && !$0.isBlank }?.bare ?? ""
  }

  /// Whether several tables would give the same ids.
  private static func numbersRepeat(_ tables: [[RowJoiner.Line]]) -> Bool {
    guard tables.count > 1 else { return false }
    var seen: Set<String> = []
    for lines in tables {
      let ids = RowOutline(lines, prefix: "", title: "", usedIDs: [])
      for id in ids.tasks.map(\.id) + ids.sections.map(\.id) where !seen.insert(id).inserted { return true }
    }
    return false
  }
}
