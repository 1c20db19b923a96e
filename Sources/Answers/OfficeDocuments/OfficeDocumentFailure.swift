package import Diagnostics
import Glibc

/// Why a document could not be made.
package struct OfficeDocumentFailure: Error, Sendable {
  package var words: Bilingual

  package init(_ words: Bilingual) { self.words = words }

  /// - Parameter error: an error number of the system.
  static func unwritten(_ error: Int32) -> OfficeDocumentFailure {
    let why = strerror(error).map { String(cString: $0) } ?? "errno \(error)"
    return OfficeDocumentFailure(
      Bilingual(vi: "không tạo được tệp (\(why))", en: "the file cannot be made (\(why))"))
  }

  static let unpacked = OfficeDocumentFailure(
    Bilingual(vi: "libzip không đóng gói được tài liệu", en: "libzip cannot pack the document"))

  /// - Parameter code: of `lxw_error`.
  static func notWritable(code: Int) -> OfficeDocumentFailure {
    OfficeDocumentFailure(
      Bilingual(
        vi: "libxlsxwriter không tạo được bảng tính (lỗi \(code)); thư mục tạm /tmp có ghi được và còn chỗ không?",
        en: "libxlsxwriter cannot make the workbook (error \(code)); can the folder /tmp be written, and is there room?"
      ))
  }
}
