import Diagnostics
import Presentation

/// Finds what is wrong with the text of a template outside its tags.
enum TemplateText {
  /// A diagnostic for the first place that is not UTF-8, is invisible or changes the direction of text; nil if there is
  /// none. Zero-width joiners are allowed, because scripts and emoji need them.
  static func hiddenCharacter(in source: SourceText) -> Diagnostic? {
    var place = 0
    for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
      let span = Span(source, place, place + UTF8.width(scalar))
      place = span.end
      if scalar == "\u{FFFD}" {
        return NotificationCode.templateCharacter.diagnostic(
          vi: "chỗ này không phải văn bản UTF-8; hãy lưu tệp với mã hóa UTF-8",
          en: "this is not UTF-8 text; save the file as UTF-8", at: span)
      }
      if TerminalEscaper.isUnsafe(scalar), !"\n\r\t\u{200C}\u{200D}".unicodeScalars.contains(scalar) {
        let code = TerminalEscaper.escape(String(scalar))
        return NotificationCode.templateCharacter.diagnostic(
          vi: "ký tự ẩn hoặc điều khiển \(code) không được có trong mẫu thư; hãy xóa đi",
          en: "the invisible or control character \(code) may not stand in a template; delete it", at: span,
          fixIts: [.init(.init(vi: "xóa ký tự này", en: "delete this character"), replace: span, with: "")])
      }
    }
    return nil
  }

  /// Warnings about the lines of `rows.txt` that show something and have no label.
  static func unlabelledRows(in source: SourceText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var (line, start, showsValue) = ("", 0, false)
    var rest = source.bytes[...]
    func end() {
      if showsValue || line.contains(where: { !$0.isWhitespace }), !line.contains(": ") {
        found.append(
          NotificationCode.templateRow.diagnostic(
            .warning, vi: "hàng này không có nhãn; mỗi hàng viết “NHÃN: GIÁ TRỊ”, sau dấu hai chấm có dấu cách",
            en: "this row has no label; a row is written “LABEL: VALUE”, with a blank after the colon",
            at: Span(source, start, rest.startIndex)))
      }
      (line, showsValue) = ("", false)
    }
    while let byte = rest.first {
      if rest.starts(with: "{{".utf8) {
        if let kind = rest.dropFirst(2).first { showsValue = showsValue || !"#^/!>".utf8.contains(kind) }
        rest = rest[(rest.firstRange(of: Array("}}".utf8))?.upperBound ?? rest.endIndex)...]
      } else if byte == 0x0A {
        end()
        rest = rest.dropFirst()
        start = rest.startIndex
      } else {
        line.unicodeScalars.append(Unicode.Scalar(byte))
        rest = rest.dropFirst()
      }
    }
    end()
    return found
  }
}
