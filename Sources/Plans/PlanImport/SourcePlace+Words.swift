package import Diagnostics
package import Documents

extension SourcePlace {
  /// The place in words.
  package var words: Bilingual {
    switch self {
    case .line(let line): .init(vi: "dòng \(line)", en: "line \(line)")
    case .paragraph(let number): .init(vi: "đoạn \(number)", en: "paragraph \(number)")
    case .tableRow(let table, let row): .init(vi: "bảng \(table), hàng \(row)", en: "table \(table), row \(row)")
    case .sheetRow(let sheet, let row):
      .init(vi: "trang tính “\(sheet)”, hàng \(row)", en: "sheet “\(sheet)”, row \(row)")
    case .page(let page, let line), .recognised(let page, let line):
      .init(vi: "trang \(page), dòng \(line)", en: "page \(page), line \(line)")
    }
  }
}
