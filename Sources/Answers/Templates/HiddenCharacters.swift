package import Diagnostics
import Presentation

/// Finds characters that nobody sees in the text of a template.
package enum HiddenCharacters {
  /// A diagnostic for the first place that is not UTF-8, is invisible or changes the direction of text; nil if there is
  /// none. Zero-width joiners are allowed, because scripts and emoji need them.
  package static func first(in source: SourceText) -> Diagnostic? {
    var place = 0
    for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
      let span = Span(source, place, place + UTF8.width(scalar))
      place = span.end
      if scalar == "\u{FFFD}" {
        return TemplateCode.character.diagnostic(
          vi: "chỗ này không phải văn bản UTF-8; hãy lưu tệp với mã hóa UTF-8",
          en: "this is not UTF-8 text; save the file as UTF-8", at: span)
      }
      if TerminalEscaper.isUnsafe(scalar), !"\n\r\t\u{200C}\u{200D}".unicodeScalars.contains(scalar) {
        let code = TerminalEscaper.escape(String(scalar))
        return TemplateCode.character.diagnostic(
          vi: "ký tự ẩn hoặc điều khiển \(code) không được có trong mẫu; hãy xóa đi",
          en: "the invisible or control character \(code) may not stand in a template; delete it", at: span,
          fixIts: [.init(.init(vi: "xóa ký tự này", en: "delete this character"), replace: span, with: "")])
      }
    }
    return nil
  }
}
