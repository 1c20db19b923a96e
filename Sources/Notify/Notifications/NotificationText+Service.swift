package import Presentation

extension NotificationText {
  /// A letter about the program itself, for which there is no template. Each line of `text` becomes a paragraph.
  ///
  /// - Parameters:
  ///   - opening: the salutation.
  ///   - closing: the close, and what stands below the letter.
  package static func service(
    _ language: Language, subject: String, opening: String, text: String, closing: (String, foot: String)
  ) -> NotificationText {
    let subject = TerminalEscaper.escape(subject)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { TerminalEscaper.escape(String($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    let body = lines.joined(separator: "\n")
    let head = TerminalEscaper.escape(opening)
    let (close, foot) = closing
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
    let html = ([head] + lines.filter { !$0.isEmpty } + [close, foot]).map { "<p>\(HTMLEscaper.escape($0))</p>" }
      .joined(separator: "\n")
    return NotificationText(
      language: language, subject: subject, text: "\(head)\n\n\(body)\n\n\(close)\n\n-- \n\(foot)\n",
      html: "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\"><body>\n\(html)\n</body></html>\n",
      chat: ChatEscaper.escape("\(subject)\n\(body)"), json: writer.bytes, journal: [], calendar: nil, part: 1,
      parts: 1,
      keys: [])
  }
}
