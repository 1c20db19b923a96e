private import CDocuments
internal import Documents
private import Glibc

private let libcmark = nhacviec_libcmark().pointee

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
    nhacviec_libcmark_extensions().pointee.cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8
    guard let parser = libcmark.cmark_parser_new(options) else { return nil }
    defer { libcmark.cmark_parser_free(parser) }
    if let tables = libcmark.cmark_find_syntax_extension("table") {
      _ = libcmark.cmark_parser_attach_syntax_extension(parser, tables)
    }
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { libcmark.cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = libcmark.cmark_parser_finish(parser) else { return nil }
    defer { libcmark.cmark_node_free(document) }
    guard let html = libcmark.cmark_render_html(document, options, libcmark.cmark_parser_get_syntax_extensions(parser))
    else {
      return nil
    }
    defer { free(html) }
    return String(cString: html)
  }
}
