import Diagnostics
import Glibc
import OfficeDocuments
package import Presentation
import Settings
import StateFolder

/// Files of the statistic that office programs open, and where files of it go.
package struct StatisticFile {
  private let query: StatisticQuery
  private let division: Statistic.Division
  private let language: Language

  package init(_ query: StatisticQuery, by division: Statistic.Division, _ language: Language) {
    (self.query, self.division, self.language) = (query, division, language)
  }

  /// An Excel workbook.
  package func workbook() throws(OperationFailure) -> [UInt8] {
    do { return try StatisticWorkbook(query, by: division, language).workbook.bytes() } catch {
      throw OperationFailure(error.words)
    }
  }

  /// A Word document out of the office's own template, else the shipped one. Fails if anything is wrong in the template.
  package func document(in operations: OperationContext) throws(OperationFailure) -> [UInt8] {
    let configuration = operations.configuration?.values ?? .standard
    let values = StatisticDocument(query, by: division, configuration.letterhead, language).values
    return try ReportTemplate.document(.report, values, language, in: operations)
  }

  /// Writes a file that is not there yet.
  package static func write(_ bytes: [UInt8], to path: String) throws(OperationFailure) {
    var status = stat()
    guard lstat(path, &status) != 0 else {
      throw OperationFailure(
        vi: "đã có \(path), không ghi đè; hãy chọn tên khác hoặc xóa tệp đó",
        en: "\(path) is there and is not overwritten; choose another name, or remove it")
    }
    do throws(SystemError) { try WholeFile.replace(path, with: bytes) } catch {
      throw OperationFailure(vi: "không ghi được \(error.words.vi)", en: "cannot write \(error.words.en)")
    }
  }
}
