/// Writes the records of a CSV file (RFC 4180), with commas, CRLF and doubled quotation marks.
///
/// A field that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or return first) gets an apostrophe in
/// front, so that opening the file runs nothing (OWASP, *CSV Injection*; decision: one-escaper-a-medium). Whole numbers
/// stay as they are.
package struct CSVWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func record(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }

  private mutating func append(_ field: String) {
    let isFormula = (field.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false) && Int(field) == nil
    let isQuoted = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { bytes.append(0x22) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(0x22) }
  }
}
