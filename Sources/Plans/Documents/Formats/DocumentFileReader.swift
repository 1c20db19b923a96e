import Diagnostics

/// Reads the bytes of a file as a document, in one of its `formats`.
///
/// The bytes decide about the format; the extension of the name only tells kinds of text apart. Time and memory are
/// bounded by the limits, whatever the bytes are, and nothing outside of them is opened or fetched. Foreign formats are
/// read by the converter, where there is one.
package struct DocumentFileReader: Sendable {
  /// Reads bytes in a foreign format; the text is the file's name.
  package typealias Converter =
    @Sendable (ForeignFormat, [UInt8], String) throws(DocumentFileFailure) -> SourceDocument

  private let limits: DocumentLimits
  private let converter: Converter?

  /// What is read, as the Vietnamese help of `import` says it.
  package static let formats =
    ".docx, .xlsx, .pdf, .doc, .xls, .odt, .ods, .rtf, .csv, .tsv, HTML, Markdown, văn bản thuần"

  /// What is wanted instead of a file that is not read.
  static let expected = Bilingual(
    vi: "cần tệp .docx, .xlsx, .pdf, .csv, .tsv, .html, .md hoặc .txt",
    en: "a .docx, .xlsx, .pdf, .csv, .tsv, .html, .md or .txt file is needed")

  package init(limits: DocumentLimits = .standard, converter: Converter? = nil) {
    self.limits = limits
    self.converter = converter
  }

  /// `name` is the name of the file, which is used for messages and for its extension.
  package func read(_ bytes: [UInt8], name: String) throws(DocumentFileFailure) -> SourceDocument {
    do {
      let document = try readAny(bytes, name: name)
      if let encoding = LegacyEncoding.recognise(document) { throw encoding.failure }
      return document
    } catch let failure as DocumentFileFailure {
      throw failure
    } catch let excess as DocumentExcess {
      throw DocumentFileFailure(excess)
    } catch {
      throw .damaged(vi: "không đọc được", en: "it cannot be read")
    }
  }

  private func readAny(_ bytes: [UInt8], name: String) throws -> SourceDocument {
    guard bytes.count <= limits.fileSize else { throw DocumentFileFailure.fileTooLarge(limit: limits.fileSize) }
    guard !bytes.isEmpty else { throw DocumentFileFailure.empty }
    switch FileFormat(bytes) {
    case .refused(let refusal): throw refusal.failure
    case .zip:
      let package = try OfficePackage(bytes, limits: limits)
      switch try package.kind() {
      case .word(let main): return try WordReader(package, main: main).read(name: name)
      case .workbook(let main): return try WorkbookReader(package, main: main).read(name: name)
      case .foreign(let format): return try convert(format, bytes, name)
      }
    case .foreign(let format): return try convert(format, bytes, name)
    case .text: return try readText(bytes, name: name)
    }
  }

  private func convert(_ format: ForeignFormat, _ bytes: [UInt8], _ name: String) throws -> SourceDocument {
    guard let converter else { throw format.notRead }
    return try converter(format, bytes, name)
  }

  private func readText(_ bytes: [UInt8], name: String) throws -> SourceDocument {
    let text = try text(of: bytes)
    guard text.unicodeScalars.contains(where: { $0.value > 0x20 }) else { throw DocumentFileFailure.empty }
    switch TextFormat(text, fileExtension: TextFormat.fileExtension(of: name)) {
    case .html: return try HTMLReader(limits: limits).read(text, name: name)
    case .markdown: return try MarkdownReader(limits: limits).read(text, name: name)
    case .delimited(let delimiter):
      return try DelimitedReader(limits: limits, delimiter: delimiter).read(text, name: name)
    case .plain: return try PlainTextReader(limits: limits).read(text, name: name)
    }
  }

  private func text(of bytes: [UInt8]) throws -> String {
    switch TextDecoding.decode(bytes) {
    case .text(let text): return text
    case .binary:
      throw DocumentFileFailure(
        .format, vi: "tệp không phải văn bản; \(DocumentFileReader.expected.vi)",
        en: "the file is no text; \(DocumentFileReader.expected.en)")
    case .otherEncoding:
      let text = TextDecoding.westernText(bytes)
      if let encoding = LegacyEncoding.recognise([text]) { throw encoding.failure }
      if TextFormat.declaresWesternCharset(text) { return text }
      throw LegacyEncoding.unknown
    }
  }
}
