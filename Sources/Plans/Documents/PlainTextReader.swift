/// Reads a text whose tables are lines of cells separated by tabs, as programs and scans leave them.
///
/// Lines with tabs make a table if they follow each other or have two tabs. Blank lines between them do not end it:
/// pages of a scan end there, so that the next row `startsPage`. A cell of several lines stands in quotation marks, as
/// spreadsheets copy it. Every other line that is not blank is a paragraph.
/// Places are lines of the file.
package struct PlainTextReader: Sendable {
  private let limits: DocumentLimits

  package init(limits: DocumentLimits = .standard) { self.limits = limits }

  package func read(_ text: String, name: String) throws(DocumentExcess) -> SourceDocument {
    var reading = Reading(limits: limits)
    var number = 0
    for line in TextLines(text) {
      number += 1
      try reading.add(line, number: number)
    }
    try reading.finish()
    return SourceDocument(name: name, blocks: reading.blocks)
  }
}

extension PlainTextReader {
  /// What was read so far.
  private struct Reading {
    private struct TabbedLine {
      var text: Substring
      var number: Int
      var startsPage: Bool
    }

    private(set) var blocks: [SourceDocument.Block] = []
    private var tally: DocumentTally
    /// Lines with tabs that may become a table.
    private var lines: [TabbedLine] = []
    private var pageEnded = false
    /// Lines of a row whose last cell began with a quotation mark that is still open.
    private var quoted: [(text: Substring, number: Int)] = []

    init(limits: DocumentLimits) { tally = DocumentTally(limits) }

    mutating func add(_ line: Substring, number: Int) throws(DocumentExcess) {
      if quoted.isEmpty {
        if QuotedCell.opens(line) { quoted = [(line, number)] } else { try addLine(line, number: number) }
        return
      }
      quoted.append((line, number))
      if QuotedCell.closes(line) {
        guard !QuotedCell.opens(line) else { return }
        let row = quoted.map(\.text).joined(separator: "\n")
        let first = quoted[0].number
        quoted = []
        try addLine(row[...], number: first)
      } else if quoted.count > QuotedCell.mostLines || line.utf8.contains(0x09) {
        try giveUpQuotation()
      }
    }

    mutating func finish() throws(DocumentExcess) {
      while !quoted.isEmpty { try giveUpQuotation() }
      try closeTable()
    }

    /// The quotation mark was one of the text.
    private mutating func giveUpQuotation() throws(DocumentExcess) {
      let lines = quoted
      quoted = []
      for (index, line) in lines.enumerated() {
        if index == 0 { try addLine(line.text, number: line.number) } else { try add(line.text, number: line.number) }
      }
    }

    private mutating func addLine(_ line: Substring, number: Int) throws(DocumentExcess) {
      if line.utf8.allSatisfy({ $0 <= 0x20 && $0 != 0x09 }) {
        pageEnded = true
      } else if line.utf8.contains(0x09) {
        // A row of empty cells is a row inside a table, and a blank line elsewhere.
        lines.append(TabbedLine(text: line, number: number, startsPage: pageEnded && !lines.isEmpty))
        pageEnded = false
      } else {
        try closeTable()
        try addParagraph(line, number: number)
        pageEnded = false
      }
    }

    private mutating func closeTable() throws(DocumentExcess) {
      defer { lines.removeAll(keepingCapacity: true) }
      guard isTable else {
        for line in lines { try addParagraph(line.text, number: line.number) }
        return
      }
      var grid = TableGrid(limits: tally.limits)
      for line in lines {
        for cell in line.text.utf8.split(separator: 0x09, omittingEmptySubsequences: false) {
          let text = TextCleaning.lines(InlineMarkup.plain(QuotedCell.text(of: String(Substring(cell)))))
          try tally.add(text)
          try grid.add(text)
        }
        try grid.endRow(at: .line(line.number), startsPage: line.startsPage, tally: &tally)
      }
      blocks.append(.table(try grid.finish(tally: &tally)))
    }

    /// Whether the lines make a table: tabs that only indent lines, or a single one in a single line, do not.
    private var isTable: Bool {
      var separating = 0
      var most = 0
      for line in lines {
        let trimmed = line.text.utf8.drop { $0 <= 0x20 }
        if trimmed.contains(0x09) { separating += 1 }
        if !trimmed.isEmpty { most = max(most, line.text.utf8.count { $0 == 0x09 }) }
      }
      return separating > 1 || (separating == 1 && (most > 1 || lines.count > 1))
    }

    private mutating func addParagraph(_ line: Substring, number: Int) throws(DocumentExcess) {
      let text = TextCleaning.lines(InlineMarkup.plain(String(line)))
      try tally.add(text)
      for part in text.split(separator: "\n") {
        blocks.append(.paragraph(Paragraph(String(part), at: .line(number))))
      }
    }
  }
}

/// The lines of a text, ended by LF, CRLF or CR as editors count them.
struct TextLines: Sequence, IteratorProtocol {
  private let text: String
  private var start: String.Index

  init(_ text: String) {
    self.text = text
    start = text.startIndex
  }

  mutating func next() -> Substring? {
    let utf8 = text.utf8
    guard start < utf8.endIndex else { return nil }
    let end = utf8[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? utf8.endIndex
    let line = text[start..<end]
    start = end
    if start < utf8.endIndex {
      let isReturn = utf8[start] == 0x0D
      start = utf8.index(after: start)
      if isReturn, start < utf8.endIndex, utf8[start] == 0x0A { start = utf8.index(after: start) }
    }
    return line
  }
}
