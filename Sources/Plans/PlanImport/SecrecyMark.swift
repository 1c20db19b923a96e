package import Documents

/// The degree of secrecy stamped on a document: *MẬT*, *TỐI MẬT*, *TUYỆT MẬT* (Law on Protection of State Secrets 2018,
/// art. 8).
package enum SecrecyMark {
  /// The first mark found; nil if there is none.
  package static func find(in document: SourceDocument) -> String? {
    let headers = document.marks.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
    if let mark = headers.lazy.compactMap(mark(in:)).first { return mark }
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): if let mark = mark(in: paragraph.text) { return mark }
      case .table(let table):
        for row in table.rows {
          for cell in row.cells {
            for line in cell.text.split(whereSeparator: \.isNewline) {
              if let mark = mark(in: String(line)) { return mark }
            }
          }
        }
      }
    }
    return nil
  }

  /// The mark in a line that has nothing else, except *Độ mật:* before it or the number of a copy behind it; else nil.
  static func mark(in line: String) -> String? {
    guard line.utf8.count <= 80 else { return nil }
    var words = line.split { !$0.isLetter }.map(String.init)
    let isLabelled = words.prefix(2).map(\.folded) == ["độ", "mật"] && words.count > 2
    if isLabelled { words.removeFirst(2) }
    if words.last?.folded == "số", words.count > 1 { words.removeLast(words.suffix(2).first?.folded == "bản" ? 2 : 1) }
    guard isLabelled || words.allSatisfy(\.isUppercase) else { return nil }
    switch words.map(\.folded) {
    case ["mật"]: return "MẬT"
    case ["tối", "mật"]: return "TỐI MẬT"
    case ["tuyệt", "mật"]: return "TUYỆT MẬT"
    default: return nil
    }
  }
}
