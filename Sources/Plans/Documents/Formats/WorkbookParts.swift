/// Which parts of a workbook's file hold its sheets and styles, for whoever changes a file that somebody sent.
package struct WorkbookParts: Sendable {
  /// The names of the parts by those of the sheets that are not hidden.
  package let sheets: [String: String]
  /// Nil if the file has none.
  package let styles: String?

  package init(_ bytes: [UInt8], limits: DocumentLimits = .standard) throws(DocumentFileFailure) {
    do {
      let package = try OfficePackage(bytes, limits: limits)
      guard case .workbook(let main) = try package.kind() else { throw FileFormat.archive }
      let related = try package.relationships(of: main)
      var cells = SheetCells()
      let found = try WorkbookReader(package, main: main).sheets(related, &cells)
      sheets = Dictionary(found.map { ($0.name, $0.part) }) { first, _ in first }
      styles = related.first { $0.type == "styles" }?.part
    } catch let failure as DocumentFileFailure {
      throw failure
    } catch let excess as DocumentExcess {
      throw DocumentFileFailure(excess)
    } catch {
      throw .damaged(vi: "không đọc được", en: "it cannot be read")
    }
  }
}
