/// The names by which an answer can mean work: ids and titles of the letter's duties and of all other tasks.
struct ReplyNames {
  /// A place of a sentence that names something.
  struct Mention {
    var place: Range<Int>
    /// What it can mean; empty if it is work that the letter did not tell, or that nobody knows.
    var subjects: [Int]
  }

  private let isPlain: Bool
  /// How many things the letter told.
  private let told: Int
  /// The subjects by their ids, folded; only ids that say by themselves that they are one.
  private let named: [String: [Int]]
  /// Those of the letter by their other ids (`7`, `II`), which are understood only where the words say that they are one.
  private let numbered: [String: [Int]]
  /// The titles by their first words; a single word is no title that can be told from others.
  private let titles: [String: [(index: Int, words: [String])]]
  private let joining: Set<String>
  private let workWords: [[String]]
  private let numberWords: Set<String>
  private let periodWords: Set<String>

  init(_ subjects: [ReplySubject], isPlain: Bool) {
    func folded(_ text: String) -> String { ReplySentence.folded(text, isPlain: isPlain) }
    self.isPlain = isPlain
    told = subjects.count(where: \.isInLetter)
    var named: [String: [Int]] = [:]
    var numbered: [String: [Int]] = [:]
    var titles: [String: [(index: Int, words: [String])]] = [:]
    for (index, subject) in subjects.enumerated() {
      for id in subject.ids {
        if Self.isTelling(id) {
          named[folded(id), default: []].append(index)
        } else if subject.isInLetter {
          numbered[folded(id), default: []].append(index)
        }
      }
      let words = ReplySentence(subject.title, isPlain: isPlain).words.map(\.folded)
      if words.count > 1 { titles[words[0], default: []].append((index, words)) }
    }
    (self.named, self.numbered, self.titles) = (named, numbered, titles)
    joining = Set(ReplyWords.joiningWords.map(folded))
    workWords = ReplyWords.workWords.map { $0.split(separator: " ").map { folded(String($0)) } }
    numberWords = Set(ReplyWords.numberWords.map(folded))
    periodWords = Set(ReplyWords.periodWords.map(folded))
  }

  /// Whether an id says by itself that it is one: `I.2`, `TC.1` and `3@2026-12` do, `1.` and `I` do not.
  private static func isTelling(_ id: String) -> Bool {
    id.count > 1
      && (id.contains("@") || id.contains { $0.isLetter } && id.contains { $0.isNumber || "./-".contains($0) })
  }

  /// What the sentence names, in its order.
  /// - Parameter verbs: where its verbs begin.
  func mentions(in sentence: ReplySentence, verbs: Set<Int>) -> [Mention] {
    var found: [Range<Int>: Set<Int>] = [:]
    for (index, word) in sentence.words.enumerated() {
      for title in titles[word.folded] ?? [] {
        if sentence.has(title.words, at: index) {
          found[index..<(index + title.words.count), default: []].insert(title.index)
        }
      }
      let place = index..<(index + 1)
      if let indices = named[word.folded] {
        found[place, default: []].formUnion(indices)
      } else if isUnknownID(at: index, in: sentence) {
        found[place] = []
      } else if let number = number(at: index, in: sentence) {
        found[place, default: []].formUnion(meaning(ofNumber: number))
      }
    }
    if found.isEmpty, let number = leadingNumber(in: sentence, verbs) { found[0..<1] = Set(meaning(ofNumber: number)) }
    // Of names within names the longest is meant.
    return ReplySentence.outermost(found.keys).map { Mention(place: $0, subjects: (found[$0] ?? []).sorted()) }
  }

  /// What the places mean, each thing once: `I.2@2024-Q1 Báo cáo quý` is the one that the id says.
  static func meanings(of mentions: [Mention]) -> [[Int]] {
    var meant: [[Int]] = []
    for mention in mentions where !meant.contains(mention.subjects) { meant.append(mention.subjects) }
    return meant.filter { one in
      !meant.contains { !$0.isEmpty && Set($0).isStrictSubset(of: one) }
    }
  }

  /// Whether names of several things are told in one breath: *I.2, I.3 và nhiệm vụ I.4*. *I.2 chờ I.3* is not.
  func areJoined(_ mentions: [Mention], in sentence: ReplySentence, besides verbs: Set<Int>) -> Bool {
    zip(mentions, mentions.dropFirst()).allSatisfy { one, next in
      one.place.upperBound > next.place.lowerBound || !Set(one.subjects).isDisjoint(with: next.subjects)
        || (one.place.upperBound..<next.place.lowerBound).allSatisfy {
          verbs.contains($0) || joining.contains(sentence.words[$0].folded)
        }
    }
  }

  // MARK: Ids that nothing has

  /// Whether a word has the form of an id: letters, then figures (`II.9`, `kh/VI.9`, `NV7`), or an occurrence (`3@2026-12`).
  private func isUnknownID(at index: Int, in sentence: ReplySentence) -> Bool {
    let text = sentence.words[index].folded
    if text.contains("://") || text.hasPrefix("www.") { return false }
    if let at = text.firstIndex(of: "@") { return !text[at...].contains(".") }
    // What stands behind a label is no id: `số:12/BC-VP`.
    guard let first = text.split(separator: ":").last?.first, first.isLetter, text.contains(where: \.isNumber) else {
      return false
    }
    // `quý I/2024`, `Q1/2024`
    if index > 0, periodWords.contains(sentence.words[index - 1].folded) { return false }
    return
      !(first == "q" && text.dropFirst().first.map { "1234".contains($0) } == true
      && text.dropFirst(2).allSatisfy { $0 == "/" || $0.isNumber })
  }

  /// The number of a thing, if the words before say that it is one: *nhiệm vụ số 7*, *mục II*, *#7*.
  private func number(at index: Int, in sentence: ReplySentence) -> String? {
    let word = sentence.words[index]
    if word.folded.hasPrefix("#") { return Self.number(word.folded.dropFirst(), word) }
    guard let number = Self.number(word.folded[...], word) else { return nil }
    var end = index
    if end > 0, numberWords.contains(sentence.words[end - 1].folded) { end -= 1 }
    if end == 0, index > 0 { return number }
    let isWork = workWords.contains { words in
      sentence.has(words, at: end - words.count)
    }
    return isWork ? number : nil
  }

  /// The number by which a sentence begins, before its verb or a mark.
  private func leadingNumber(in sentence: ReplySentence, _ verbs: Set<Int>) -> String? {
    guard let word = sentence.words.first, let number = Self.number(word.folded[...], word) else { return nil }
    guard sentence.words.count == 1 || verbs.contains(1) || ".):/-".contains(word.written.last ?? " ") else {
      return nil
    }
    // The numbers of the letter's list name nothing.
    if let value = Int(number), value <= told, told > 1 || numbered[number] == nil { return nil }
    return number
  }

  /// Figures with points between them, or a Roman numeral in capitals; *I* alone is English.
  private static func number(_ folded: Substring, _ word: ReplySentence.Word) -> String? {
    let text = folded.trimmed { $0 == "/" || $0 == "-" }
    guard !text.isEmpty, text.count <= 7 else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isNumber) }) { return text }
    let isRoman = text != "i" && text.allSatisfy { "ivx".contains($0) } && word.written.contains(text.uppercased())
    return isRoman ? text : nil
  }

  /// What an id means that can also be the number of a list.
  private func meaning(ofNumber number: String) -> [Int] {
    guard told == 1 || !number.allSatisfy(\.isNumber) else { return [] }
    return numbered[number] ?? []
  }
}
