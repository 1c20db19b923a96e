private import CDocuments
private import Glibc

/// Reads GitHub Flavored Markdown with its tables by way of HTML; places are lines of the file.
struct MarkdownReader {
  let limits: DocumentLimits

  func read(_ text: String, name: String) throws -> SourceDocument {
    // Every row of a table is filled up to the columns of its row of dashes.
    guard TextFormat.mostPipes(text) <= limits.columns + 1 else { throw DocumentExcess.columns(limits.columns) }
    return try HTMLReader(limits: limits).read(html(text), name: name)
  }

  func html(_ text: String) throws -> String {
    var text = text
    var isSlow: Int32 = 0
    let html = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        nhacviec_markdown_html($0.baseAddress, $0.count, limits.parsingTime(bytes: $0.count), &isSlow)
      }
    }
    guard let html else {
      guard isSlow == 0 else { throw DocumentFileFailure.tooSlow }
      throw DocumentFileFailure.damaged(vi: "Markdown không đọc được", en: "the Markdown cannot be read")
    }
    defer { free(html) }
    return String(cString: html)
  }
}
