/// Cells of several lines in text that was copied from a spreadsheet: in quotation marks, with those inside doubled.
enum QuotedCell {
  /// A quotation mark that is not closed after so many lines is one of the text.
  static let mostLines = 20
  private static let mark = UInt8(ascii: "\"")

  /// Whether the last cell of the line begins with a quotation mark and does not end with one.
  static func opens(_ line: Substring) -> Bool {
    guard let tab = line.utf8.lastIndex(of: 0x09) else { return false }
    let cell = line.utf8[line.utf8.index(after: tab)...]
    return cell.first == mark && cell.count { $0 == mark } % 2 == 1
  }

  /// Whether a line below ends the cell: the quotation mark stands before the next cell, or at the end.
  static func closes(_ line: Substring) -> Bool {
    let cell = line.utf8.prefix { $0 != 0x09 }
    return cell.last == mark && cell.count { $0 == mark } % 2 == 1
  }

  /// The text of a cell without the quotation marks around several lines.
  static func text(of cell: String) -> String {
    guard cell.utf8.count > 1, cell.utf8.first == mark, cell.utf8.last == mark, cell.utf8.contains(0x0A) else {
      return cell
    }
    return String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"")
  }
}
