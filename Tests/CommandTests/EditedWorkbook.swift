import Documents
import Foundation
import TestSupport
import Testing

@testable import OfficeDocuments

/// An exported workbook whose first sheet somebody edits, here in its XML as libxlsxwriter writes it.
struct EditedWorkbook {
  private struct Row {
    var number: Int
    var attributes: String
    /// By their letters, in order.
    var cells: [(letters: String, xml: String)]
  }

  private var parts: [(name: String, bytes: [UInt8])]
  private let part = "xl/worksheets/sheet1.xml"
  private let head, tail: String
  private var rows: [Row]

  init(_ bytes: [UInt8]) throws {
    parts = try Self.parts(bytes)
    let text = String(
      decoding: try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" }).bytes, as: UTF8.self)
    let pieces = text.components(separatedBy: "<sheetData>")
    let ends = pieces[1].components(separatedBy: "</sheetData>")
    (head, tail) = (pieces[0], ends[1])
    rows = ends[0].components(separatedBy: "<row ").dropFirst().map { row in
      let whole = row.components(separatedBy: "</row>")[0]
      let close = whole.firstIndex(of: ">") ?? whole.endIndex
      let attributes = String(whole[..<close])
      let cells = whole[close...].components(separatedBy: "<c r=\"").dropFirst().map { cell in
        (letters: String(cell.prefix(while: \.isLetter)), xml: String(cell.drop { $0 != "\"" }.dropFirst()))
      }
      return Row(
        number: Int(attributes.dropFirst(3).prefix(while: \.isNumber)) ?? 0,
        attributes: String(attributes.dropFirst(3).drop(while: \.isNumber).dropFirst()), cells: cells)
    }
  }

  /// The parts of a workbook's file, in their order.
  static func parts(_ bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
    let archive = try ZipArchive(bytes, limits: .standard)
    return try archive.names.map { ($0, try #require(try archive.part($0))) }
  }

  var bytes: [UInt8] {
    get throws {
      let data = rows.map { row in
        "<row r=\"\(row.number)\"\(row.attributes)>"
          + row.cells.map { "<c r=\"\($0.letters)\(row.number)\"\($0.xml)" }.joined() + "</row>"
      }.joined()
      var parts = parts
      let place = try #require(parts.firstIndex { $0.name == part })
      parts[place].bytes = Array("\(head)<sheetData>\(data)</sheetData>\(tail)".utf8)
      return try ZipWriter.packed(parts)
    }
  }

  /// The texts of the sheet, by rows and letters.
  static func texts(_ bytes: [UInt8]) throws -> [Int: [String: String]] {
    let document = try DocumentFileReader().read(bytes, name: "a.xlsx")
    guard case .table(let table)? = document.blocks.first else { return [:] }
    return Dictionary(
      table.rows.compactMap { row in
        guard case .sheetRow(_, let number) = row.place else { return nil }
        let cells = row.cells.enumerated().filter { !$0.element.text.isEmpty }
        return (number, Dictionary(uniqueKeysWithValues: cells.map { (SheetArea.letters($0.offset), $0.element.text) }))
      }
    ) { first, _ in first }
  }

  /// The row that has such an id in its first column.
  func row(_ id: String) throws -> Int {
    try #require(try Self.texts(bytes).first { $0.value["A"] == id }?.key, "\(id)")
  }

  /// Types a text into a cell, which keeps its style.
  mutating func type(_ text: String, _ letters: String, _ row: Int) throws {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    try set("t=\"inlineStr\"><is><t>\(escaped)</t></is></c>", letters, row)
  }

  mutating func type(_ text: String, _ letters: String, of id: String) throws { try type(text, letters, row(id)) }

  /// Types a day into a cell, by its number in Excel.
  mutating func type(day: Int, _ letters: String, of id: String) throws {
    try set("><v>\(day)</v></c>", letters, row(id))
  }

  private mutating func set(_ rest: String, _ letters: String, _ number: Int) throws {
    let row = try #require(rows.firstIndex { $0.number == number })
    func place(_ letters: String) -> Int { SheetArea.cell("\(letters)1")?.column ?? 0 }
    if let cell = rows[row].cells.firstIndex(where: { $0.letters == letters }) {
      let style = rows[row].cells[cell].xml.components(separatedBy: "s=\"").dropFirst().first?.prefix { $0 != "\"" }
      rows[row].cells[cell].xml = (style.map { " s=\"\($0)\" " } ?? " ") + rest
    } else {
      rows[row].cells.append((letters, " " + rest))
      rows[row].cells.sort { place($0.letters) < place($1.letters) }
    }
  }

  /// Takes a row out; those below move up.
  mutating func remove(_ id: String) throws {
    let number = try row(id)
    rows.removeAll { $0.number == number }
    for place in rows.indices where rows[place].number > number { rows[place].number -= 1 }
  }

  /// Puts a row below that of an id, with texts by their letters.
  mutating func insert(below id: String, _ texts: [String: String]) throws {
    let number = try row(id) + 1
    for place in rows.indices where rows[place].number >= number { rows[place].number += 1 }
    let place = rows.firstIndex { $0.number > number } ?? rows.endIndex
    rows.insert(Row(number: number, attributes: "", cells: []), at: place)
    for (letters, text) in texts { try type(text, letters, number) }
  }

  /// Copies a row to the place below it, with other texts in some cells.
  mutating func copy(_ id: String, _ texts: [String: String]) throws {
    let number = try row(id)
    let cells = try #require(rows.first { $0.number == number }).cells
    try insert(below: id, [:])
    let place = try #require(rows.firstIndex { $0.number == number + 1 })
    rows[place].cells = cells
    for (letters, text) in texts { try type(text, letters, number + 1) }
  }

  /// Lets two columns stand in each other's place.
  mutating func swap(_ one: String, _ other: String) {
    for row in rows.indices {
      var cells = rows[row].cells
      for place in cells.indices {
        let letters = cells[place].letters
        cells[place].letters = letters == one ? other : letters == other ? one : letters
      }
      rows[row].cells = cells.sorted {
        (SheetArea.cell($0.letters + "1")?.column ?? 0) < (SheetArea.cell($1.letters + "1")?.column ?? 0)
      }
    }
  }
}
