import Rules

extension SiteModel {
  /// Whether the text has words of what is classified, as one from before it was may have, or says how classified work
  /// stands, as messages do beside its id.
  package func tellsSecrets(_ text: String) -> Bool { SecretWords(book.rules).areTold(by: text) }
}

/// The words of what is classified and the ids of classified tasks, by which texts are known that tell of them.
struct SecretWords {
  private let words: [[UInt8]]
  /// `plan/task`
  private let ids: [String]

  /// - Parameter rules: with the words of what is classified.
  init(_ rules: RuleSet) {
    var words = rules.plans.filter { $0.classified != nil }.map(\.title)
    for task in rules.tasks.indices where rules.isClassified(task) {
      let row = rules.tasks[task]
      words += [row.title, row.activities, row.note, row.asWritten].compactMap(\.self) + row.products.map(\.text)
    }
    words += rules.classifiedEvents.map { rules.events[$0].title }
    self.words = words.map(Self.plain).filter { !$0.isEmpty }
    ids = rules.tasks.indices.filter(rules.isClassified).map(rules.reference(to:))
  }

  func areTold(by text: String) -> Bool {
    if ids.contains(where: { Self.names($0, text) }) { return true }
    guard !words.isEmpty else { return false }
    let text = Self.plain(text)
    return words.contains { word in
      guard text.count >= word.count else { return false }
      return (0...text.count - word.count).contains { text[$0] == word[0] && text[$0...].starts(with: word) }
    }
  }

  /// Whether the text has this id, and not only one that begins or ends like it.
  private static func names(_ id: String, _ text: String) -> Bool {
    func goesOn(_ rest: Substring) -> Bool {
      guard let next = rest.first else { return false }
      return next.isLetter || next.isNumber || "-_".contains(next) || next == "." && goesOn(rest.dropFirst())
    }
    return text.ranges(of: id).contains { place in
      let before = text[..<place.lowerBound].last
      return !goesOn(text[place.upperBound...])
        && !(before.map { $0.isLetter || $0.isNumber || "-_.".contains($0) } ?? false)
    }
  }

  /// In lower case, without what lines are broken by.
  private static func plain(_ text: String) -> [UInt8] { text.lowercased().utf8.filter { $0 > 0x20 } }
}
