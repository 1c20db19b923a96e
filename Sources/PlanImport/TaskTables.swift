import Documents

/// All tables of tasks of some documents, each with the pages it goes on over.
struct TaskTables {
  struct Part {
    var file: String
    var lines: [RowJoiner.Line]
    /// Before the ids, where several tables number their rows anew; else empty.
    var prefix: String
    var title: String
  }

  private(set) var parts: [Part] = []
  private(set) var leftOut: [ImportReport.Item] = []

  private struct Found {
    var file: String
    var caption: String
    var table: TaskTable
  }

  init(_ documents: [SourceDocument]) {
    var found: [Found] = []
    for document in documents { found += Self.tables(of: document) }
    // A table with a column for deadlines makes others, of mere names, no tables of tasks.
    if found.contains(where: { $0.table.roles.contains(.deadline) }) {
      found.removeAll { !$0.table.roles.contains(.deadline) }
    }
    let joined = found.map { ($0, RowJoiner($0.table).lines) }.filter { !$0.1.isEmpty }
    let needsPrefix = Self.numbersRepeat(joined.map(\.1))
    for (index, (table, lines)) in joined.enumerated() {
      parts.append(
        Part(
          file: table.file, lines: lines, prefix: needsPrefix ? "B\(index + 1)" : "",
          title: table.caption.isEmpty ? "Bảng \(index + 1)" : table.caption))
    }
  }

  private static func tables(of document: SourceDocument) -> [Found] {
    var found: [Found] = []
    var caption: [String] = []
    var isAdjacent = false
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        caption = Array((caption + [paragraph.text.onOneLine]).suffix(4))
        if paragraph.text.count > 12 { isAdjacent = false }
      case .table(let table):
        if let last = found.last, isAdjacent, last.table.continues(table),
          TaskTable(table) == nil
            || last.table.headings.count == table.columnCount && TaskTable(table)?.headings == last.table.headings
        {
          var rows = TaskTable(table)?.rows ?? table.rows
          if !rows.isEmpty { rows[0].startsPage = true }
          found[found.count - 1].table.rows += rows
        } else if let tasks = TaskTable(table) {
          found.append(Found(file: document.name, caption: Self.caption(caption), table: tasks))
          isAdjacent = true
        } else if table.rows.count > 1 {
          isAdjacent = false
        }
        caption = []
      }
    }
    return found
  }

  /// *PHỤ LỤC I*, *Biểu 2 …*: the last short paragraphs above the table.
  private static func caption(_ above: [String]) -> String {
    above.last { !$0.hasPrefix("(") && $0.count <= 160 && !$0.isBlank }?.bare ?? ""
  }

  /// Several tables would give the same ids.
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
