package import Diagnostics

/// A Word document with placeholders, which becomes a document by values.
///
/// `{{name}}` is replaced by a text, also where Word keeps it in pieces. A row of a table with `{{list.field}}` is repeated
/// for each item of the list. Paragraphs `{{#name}}` and `{{/name}}` enclose what is shown if there is something of that
/// name, `{{^name}}` and `{{/name}}` what is shown if there is none.
package struct DocumentTemplate: Sendable {
  private let name: String
  private let parts: PackedParts

  /// - Parameter name: of the file, for messages.
  package init(_ bytes: [UInt8], name: String) throws(OfficeDocumentFailure) {
    self.name = name
    parts = try PackedParts(bytes)
    guard parts[Self.main] != nil else {
      throw OfficeDocumentFailure(
        Bilingual(vi: "tệp này không phải tệp Word (.docx)", en: "this is no Word file (.docx)"))
    }
  }

  private static let main = "word/document.xml"

  /// The text, headers and footers.
  private static func hasText(_ part: String) -> Bool {
    part == main || part.hasSuffix(".xml") && (part.hasPrefix("word/header") || part.hasPrefix("word/footer"))
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
    var parts = parts
    for part in try trees() {
      if let root = part.tree.root { TemplateFiller(values, part.tree).fill(root, item: nil) }
      parts[part.name] = part.tree.bytes()
    }
    return try parts.packed()
  }

  private func trees() throws(OfficeDocumentFailure) -> [(name: String, tree: XMLTree)] {
    var trees: [(name: String, tree: XMLTree)] = []
    for name in parts.names where Self.hasText(name) {
      if let tree = try parts.tree(name) { trees.append((name, tree)) }
    }
    return trees
  }
}
