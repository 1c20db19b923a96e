package import Presentation

extension NotificationText {
  /// A letter about the program itself, for which there is no template. Each line of `text` becomes a paragraph.
  package static func service(_ language: Language, subject: String, text: String) -> NotificationText {
    let subject = TerminalEscaper.escape(subject)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalEscaper.escape(String($0)) }
    let body = lines.joined(separator: "\n")
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("type", "nhacviec.service")
      writer.key("data")
      writer.object { writer in
        writer.member("language", language.rawValue)
        writer.member("headline", subject)
        writer.member("text", body)
      }
    }
    let html = lines.map { "<p>\(HTMLEscaper.escape($0))</p>" }.joined(separator: "\n")
    return NotificationText(
      language: language, subject: subject, text: body + "\n",
      html: "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\"><body>\n\(html)\n</body></html>\n",
      chat: ChatEscaper.escape("\(subject)\n\(body)"), json: writer.bytes, journal: [], calendar: nil, part: 1,
      parts: 1,
      keys: [])
  }
}
