import Diagnostics
import Documents
import PlanImport
import Testing

/// A small plan and the tasks in it, both written by hand.
struct Sample: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let years: ClosedRange<Int>
  /// Rows that are no tasks.
  let leftOut: Int
  /// Paragraphs, and tables with a row a line between strokes. In a cell, `<` and `^` are covered by a merged cell to the
  /// left or above, and `⏎` ends a line.
  let document: String
  /// A line a task: id, how its title begins, leads, supports, deadline; `?` is one to be settled.
  let tasks: String

  init(_ name: String, years: ClosedRange<Int>, leftOut: Int, document: String, tasks: String) {
    testDescription = name
    self.years = years
    self.leftOut = leftOut
    self.document = document
    self.tasks = tasks
  }

  var source: SourceDocument {
    var blocks: [SourceDocument.Block] = []
    var rows: [Table.Row] = []
    var tables = 0
    var paragraphs = 0
    for line in document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""] {
      if line.hasPrefix("|") {
        rows.append(Table.Row(Self.cells(line), at: .tableRow(table: tables + 1, row: rows.count + 1)))
        continue
      }
      if !rows.isEmpty {
        tables += 1
        blocks.append(.table(Table(rows: rows)))
        rows = []
      }
      if !line.isEmpty {
        paragraphs += 1
        blocks.append(.paragraph(Paragraph(line, at: .paragraph(paragraphs))))
      }
    }
    return SourceDocument(name: "plan", blocks: blocks)
  }

  private static func cells(_ line: String) -> [Table.Cell] {
    line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false).map { text in
      switch text {
      case "<": Table.Cell("", cover: .left)
      case "^": Table.Cell("", cover: .above)
      default: Table.Cell(String(text.map { $0 == "⏎" ? "\n" : $0 }))
      }
    }
  }

  /// What `tasks` says.
  var expected: [ReadTask] {
    tasks.split(separator: "\n").map { line in
      let parts = line.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
      let names = parts.dropFirst(2).prefix(2).map { Set($0.split(separator: ";").map { FoldedName($0) }) }
      return ReadTask(id: parts[0], title: parts[1], lead: names[0], support: names[1], deadline: parts[4])
    }
  }
}

/// A task as a person would note it down.
struct ReadTask: Equatable {
  var id: String
  var title: String
  var lead: Set<FoldedName>
  var support: Set<FoldedName>
  /// `?` where a person decides.
  var deadline: String
}

extension ReadTask {
  /// The tasks of the rule files, in their order.
  static func all(in files: [(name: String, text: String)]) -> [ReadTask] {
    var tasks: [ReadTask] = []
    for (_, text) in files {
      var field = ""
      var fields: [String: String] = [:]
      func close() {
        guard let head = fields["head"], let colon = head.firstIndex(of: ":") else { return }
        tasks.append(
          ReadTask(id: String(head[..<colon]), title: head[head.index(after: colon)...].dropFirst() + "", fields))
      }
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        if line.hasPrefix("    ") {
          fields[field, default: ""] += " " + line.dropFirst(4)
        } else if line.hasPrefix("  "), let colon = line.firstIndex(of: ":") {
          field = String(line[line.index(line.startIndex, offsetBy: 2)..<colon])
          fields[field] = line[line.index(after: colon)...].dropFirst() + ""
        } else {
          close()
          field = "head"
          fields = line.hasPrefix("nhiệm vụ ") ? [field: line.dropFirst(9) + ""] : [:]
        }
      }
      close()
    }
    return tasks
  }

  private init(id: String, title: String, _ fields: [String: String]) {
    func names(_ key: String) -> Set<FoldedName> {
      Set((fields[key] ?? "").split(separator: ";").map { FoldedName($0) })
    }
    let deadline = fields["hạn"] ?? ""
    self.init(
      id: id, title: title, lead: names("chủ trì"), support: names("phối hợp"),
      deadline: deadline.hasPrefix("chưa rõ") ? "?" : deadline)
  }
}

/// What the program's own folders would bring.
let shippedRules = SourceText(
  name: "shipped.rules",
  text: """
    lịch vn: Việt Nam
      múi giờ: Asia/Ho_Chi_Minh
      luật tính thời hạn: vn-civil-code
      nghỉ hằng tuần: thứ Bảy, Chủ nhật

    cách nhắc tieu-chuan: tiêu chuẩn
      trước: 7, 1 ngày
    """)
