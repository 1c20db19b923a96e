import Presentation
import Reminders
import Templates

/// The sentences of letters in one language. Each stands in a template of its own, so that an office can change it in
/// one place for mails, chats and lists alike.
struct NotificationWords {
  /// The templates of words, by the names of their files.
  enum File: String, CaseIterable {
    case title, due, distance, lead, headline, summary, report, todo, command, notes, rows, label, counts
    case sheetTitle = "sheet-title"
    case more, apart, waiting, anchor, calendar

    /// The name under which the template is found.
    var name: String { "\(rawValue).txt" }
  }

  let templates: NotificationTemplates
  let language: Language

  /// The lines that the template gives, without blanks around them. Values add no lines, because they are escaped, and
  /// templates may not hold other ends of lines.
  func lines(_ file: File, _ values: [String: TemplateValue]) -> [String] {
    let text = templates.text(file.name, language, values)
    return text.utf8.split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      guard let first = line.firstIndex(where: { !isBlank($0) }), let last = line.lastIndex(where: { !isBlank($0) })
      else { return nil }
      return String(Substring(line[first...last]))
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Everything that the template gives, in one line.
  func line(_ file: File, _ values: [String: TemplateValue]) -> String {
    lines(file, values).joined(separator: " ")
  }

  /// `Quá hạn`: the heading over `number` things of a kind that `label.txt` knows.
  func label(_ kind: String, _ number: Int) -> String { line(.label, [kind: .text(String(number))]) }

  /// `quá hạn 2 việc, cần trả lời 1 câu hỏi`: the counts in the order of the template, which is that of urgency.
  /// - Parameter answers: the kinds of those in the group `answered`. If they are of one kind, the line says which.
  func counts(_ numbers: [NoticeView.Group: Int], answers: Set<NoticeKind.Name>, atMost limit: Int = .max) -> String {
    var values = Dictionary(uniqueKeysWithValues: numbers.map { ("\($0.key)", TemplateValue.text(String($0.value))) })
    values["isOneQuestion"] = .truth(numbers[.questions] == 1)
    if let kind = answers.first, answers.count == 1 { values[kind.rawValue] = values["answered"] }
    return lines(.counts, values).prefix(limit).joined(separator: ", ")
  }
}
