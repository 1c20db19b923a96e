import Diagnostics
import OfficeDocuments
import Presentation
import SettingKeys
import Settings
import StateFolder

/// The template of a Word document: the office's own, else the shipped one.
struct ReportTemplate {
  typealias Kind = TemplateFiles.Document

  let path: String
  let isOwn: Bool

  /// Nil if there is none.
  init?(_ kind: Kind, _ language: Language, _ configuration: Configuration, _ operations: OperationContext) {
    guard
      let found = TemplateFiles.document(
        kind, language, own: configuration.templates, shipped: operations.folders.shippedTemplates())
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

  /// The document out of its template. Fails if anything is wrong in the template.
  static func document(
    _ kind: Kind, _ values: TemplateValues, _ language: Language, in operations: OperationContext
  ) throws(OperationFailure) -> [UInt8] {
    let configuration = operations.configuration?.values ?? .standard
    guard let template = ReportTemplate(kind, language, configuration, operations) else {
      let name = "\(language.rawValue)/\(kind.rawValue)"
      throw OperationFailure(
        vi: "không tìm thấy mẫu báo cáo \(name); nó được cài cùng chương trình",
        en: "there is no template \(name) of reports; it is installed with the program")
    }
    let document: DocumentTemplate
    do throws(OfficeDocumentFailure) { document = try template.read() } catch {
      throw OperationFailure([template.diagnostic(error)])
    }
    let diagnostics = template.diagnostics(document, values)
    guard diagnostics.isEmpty else { throw OperationFailure(diagnostics) }
    do throws(OfficeDocumentFailure) { return try document.filled(values) } catch {
      throw OperationFailure(error.words)
    }
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
    Language.allCases.flatMap { language in
      Kind.allCases.flatMap { kind -> [Diagnostic] in
        guard let template = ReportTemplate(kind, language, configuration, operations), template.isOwn else {
          return []
        }
        do throws(OfficeDocumentFailure) {
          return template.diagnostics(try template.read(), kind.valuesOfNothing(language))
        } catch {
          return [template.diagnostic(error)]
        }
      }
    }
  }
}

extension TemplateFiles.Document {
  fileprivate func valuesOfNothing(_ language: Language) -> TemplateValues {
    switch self {
    case .report: StatisticDocument(ofNothing: language).values
    case .meeting: MeetingDocument(ofNothing: language).values
    }
  }
}
