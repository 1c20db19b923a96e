/// The sentences of a notice, made from the templates of words.
extension NoticeView {
  /// The first sentence of a letter. It calls the work “việc sau”, because its title follows.
  var lead: String { words.line(.lead, values) }

  /// The line below the title in a list.
  var summary: String { words.line(.summary, values.merging(["isListed": .truth(true)]) { _, new in new }) }

  /// What the recipient is asked to do, a sentence a line.
  var todos: [String] { words.lines(.todo, values) }

  /// The command by which the recipient does what `todo` asks.
  var command: String { words.line(.command, values) }

  /// The address at which the recipient does what is asked of the duty; empty where there is none. It has no token, which is
  /// added while a mail goes to the unit's own mailbox.
  var link: String {
    guard let answers = book.answers, case .obligation(let id) = notice.subject, !isClassified else { return "" }
    switch request {
    case .nothing, .support, .direct, .event: return ""
    case .done, .day, .settle, .confirm, .decide, .accept, .progress:
      return answers.plain(id.description, inEnglish: language == .en)
    }
  }

  /// The sentences below the rows.
  var notes: [String] { words.lines(.notes, values) }

  /// The rows of a letter, each a label and a value, in their order.
  var rows: [(label: String, value: String)] {
    words.lines(.rows, values).map { line in
      guard let colon = line.firstRange(of: ": ") else { return ("", line) }
      return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
    }
  }
}
