/// A rectangle of a sheet, such as `B2:D5`.
package struct SheetArea {
  /// Rows count from 1, columns from 0; both ends are included.
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  init?(_ reference: String) {
    let corners = reference.split(separator: ":", maxSplits: 1).map { SheetArea.cell(String($0)) }
    guard let first = corners.first ?? nil, let last = corners.last ?? nil, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }

  /// `BC12` as column 54 (from 0) and row 12; nil beyond the largest sheet, 16384 columns by 1048576 rows.
  package static func cell(_ reference: String) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }

  /// The letters of a column from 0: `A`, … `Z`, `AA`, …
  package static func letters(_ column: Int) -> String {
    var (letters, rest) = ([UInt8](), column + 1)
    while rest > 0 {
      letters.insert(UInt8(ascii: "A") + UInt8((rest - 1) % 26), at: 0)
      rest = (rest - 1) / 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
