package import Diagnostics
import Documents

/// A Word document with placeholders, which becomes a document by values.
///
/// `{{name}}` is replaced by a text, also where Word keeps it in pieces. A row of a table with `{{list.field}}` is repeated
/// for each item of the list. Paragraphs `{{#name}}` and `{{/name}}` enclose what is shown if there is something of that
/// name, `{{^name}}` and `{{/name}}` what is shown if there is none.
package struct DocumentTemplate: Sendable {
  private let name: String
  private let entries: [(name: String, bytes: [UInt8])]

  /// - Parameter name: of the file, for messages.
  package init(_ bytes: [UInt8], name: String) throws(OfficeDocumentFailure) {
    self.name = name
    entries = try Self.reading {
      let archive = try ZipArchive(bytes, limits: .standard)
      var entries: [(String, [UInt8])] = []
      for name in archive.names where !name.hasSuffix("/") {
        if let bytes = try archive.part(name) { entries.append((name, bytes)) }
      }
      return entries
    }
    guard entries.contains(where: { $0.name == Self.main }) else {
      throw OfficeDocumentFailure(
        Bilingual(vi: "tệp này không phải tệp Word (.docx)", en: "this is no Word file (.docx)"))
    }
  }

  private static let main = "word/document.xml"

  /// The text, headers and footers.
  private static func hasText(_ part: String) -> Bool {
    part == main || part.hasSuffix(".xml") && (part.hasPrefix("word/header") || part.hasPrefix("word/footer"))
  }

  private static func reading<Value>(_ body: () throws -> Value) throws(OfficeDocumentFailure) -> Value {
    do { return try body() } catch let failure as DocumentFileFailure {
      throw OfficeDocumentFailure(failure.words)
    } catch {
      throw OfficeDocumentFailure(Bilingual(vi: "không đọc được tệp này", en: "this file cannot be read"))
    }
  }

  /// What is wrong in it, if these are the values; a line of its source is a paragraph.
  package func diagnostics(_ values: TemplateValues) throws(OfficeDocumentFailure) -> [Diagnostic] {
    var check = TemplateCheck(values)
    for part in try trees() {
      if let root = part.tree.root { check.check(root) }
    }
    return check.diagnostics(of: name)
  }

  /// The document. Nothing must be wrong in the template.
  package func filled(_ values: TemplateValues) throws(OfficeDocumentFailure) -> [UInt8] {
    var entries = entries
    for part in try trees() {
      if let root = part.tree.root { TemplateFiller(values, part.tree).fill(root, item: nil) }
      entries[part.index].bytes = part.tree.bytes()
    }
    return try ZipWriter.packed(entries)
  }

  private func trees() throws(OfficeDocumentFailure) -> [(index: Int, tree: XMLTree)] {
    try Self.reading {
      try entries.indices.filter { Self.hasText(entries[$0].name) }.map { ($0, try XMLTree(entries[$0].bytes)) }
    }
  }
}
