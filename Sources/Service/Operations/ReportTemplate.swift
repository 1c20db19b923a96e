import Diagnostics
import OfficeDocuments
import Presentation
import SettingKeys
import Settings
import StateFolder

/// The template of a Word report: the office's own, else the shipped one.
struct ReportTemplate {
  let path: String
  let isOwn: Bool

  /// Nil if there is none.
  init?(_ language: Language, _ configuration: Configuration, _ operations: OperationContext) {
    guard
      let found = TemplateFiles.report(
        language, own: configuration.templates, shipped: operations.folders.shippedTemplates())
    else { return nil }
    (path, isOwn) = found
  }

  /// No template is larger.
  private static let limit = 16 << 20

  func read() throws(OfficeDocumentFailure) -> DocumentTemplate {
    var bytes: [UInt8] = []
    do throws(SystemError) {
      // An office may keep its template elsewhere, and a link to it here.
      try WholeFile.pieces(of: OfficeFiles.resolved(path), limit: Self.limit) { bytes += $0 }
    } catch {
      throw OfficeDocumentFailure(
        Bilingual(vi: "không đọc được: \(error.words.vi)", en: "cannot be read: \(error.words.en)"))
    }
    return try DocumentTemplate(bytes, name: path)
  }

  /// What is wrong in it, if these are the values.
  func diagnostics(_ document: DocumentTemplate, _ values: TemplateValues) -> [Diagnostic] {
    do throws(OfficeDocumentFailure) { return try document.diagnostics(values) } catch { return [diagnostic(error)] }
  }

  /// It is no Word document that can be read.
  func diagnostic(_ failure: OfficeDocumentFailure) -> Diagnostic {
    ConfigurationCode.templateDocument.diagnostic(
      vi: failure.words.vi, en: failure.words.en, at: Span(SourceText(name: path, bytes: []), 0, 0))
  }

  /// What is wrong in the office's own templates of reports.
  static func findings(_ configuration: Configuration, _ operations: OperationContext) -> [Diagnostic] {
    Language.allCases.flatMap { language -> [Diagnostic] in
      guard let template = ReportTemplate(language, configuration, operations), template.isOwn else { return [] }
      do throws(OfficeDocumentFailure) {
        return template.diagnostics(try template.read(), StatisticDocument(ofNothing: language).values)
      } catch {
        return [template.diagnostic(error)]
      }
    }
  }
}
