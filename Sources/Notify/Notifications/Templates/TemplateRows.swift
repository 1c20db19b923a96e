import Diagnostics

/// Finds what is wrong with the lines of `rows.txt`.
enum TemplateRows {
  /// Warnings about the lines of `rows.txt` that show something and have no label.
  static func unlabelled(in source: SourceText) -> [Diagnostic] {
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
