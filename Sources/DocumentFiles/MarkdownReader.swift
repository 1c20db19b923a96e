private import CMarkdown
internal import Documents
private import Glibc

/// Reads GitHub Flavored Markdown with its tables by way of HTML; places are lines of the file.
struct MarkdownReader {
  let limits: DocumentLimits

  func read(_ text: String, name: String) throws -> SourceDocument {
    // Every row of a table is filled up to the columns of its row of dashes.
    guard TextFormat.mostPipes(text) <= limits.columns + 1 else { throw DocumentExcess.columns(limits.columns) }
    guard MarkdownBounds.hold(text) else {
      throw DocumentFileFailure.tooMany(
        vi: "nhiều dòng liền nhau không có dòng trống", en: "many lines without a blank line")
    }
    guard let html = MarkdownReader.html(text) else {
      throw DocumentFileFailure.damaged(vi: "Markdown không đọc được", en: "the Markdown cannot be read")
    }
    return try HTMLReader(limits: limits).read(html, name: name)
  }

  /// Tables are the only extension: strikethrough and the like would change words. HTML in the text stays.
  private static func html(_ text: String) -> String? {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    if let tables = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, tables) }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return nil }
    defer { cmark_node_free(document) }
    guard let html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)) else {
      return nil
    }
    defer { free(html) }
    return String(cString: html)
  }
}
