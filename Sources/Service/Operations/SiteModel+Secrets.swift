import Rules

extension SiteModel {
  /// Whether the text has words of what is classified, as one from before it was may have.
  package func tellsSecrets(_ text: String) -> Bool { SecretWords(book.rules).areTold(by: text) }
}

/// The words of what is classified, by which older texts are known that tell them.
struct SecretWords {
  private let words: [[UInt8]]

  /// - Parameter rules: with the words of what is classified.
  init(_ rules: RuleSet) {
    var words = rules.plans.filter { $0.classified != nil }.map(\.title)
    for task in rules.tasks.indices where rules.isClassified(task) {
      let row = rules.tasks[task]
      words += [row.title, row.activities, row.note, row.asWritten].compactMap(\.self) + row.products.map(\.text)
    }
    words += rules.classifiedEvents.map { rules.events[$0].title }
    self.words = words.map(Self.plain).filter { !$0.isEmpty }
  }

  func areTold(by text: String) -> Bool {
    guard !words.isEmpty else { return false }
    let text = Self.plain(text)
    return words.contains { word in
      guard text.count >= word.count else { return false }
      return (0...text.count - word.count).contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
  }

  /// In lower case, without what lines are broken by.
  private static func plain(_ text: String) -> [UInt8] { text.lowercased().utf8.filter { $0 > 0x20 } }
}
