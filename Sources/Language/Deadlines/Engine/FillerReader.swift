/// Finds words that say nothing of time and may be left out around a deadline.
struct FillerReader: Sendable {
  let words: LeafWords
  private let binding: [String: [[String]]]
  private let bounds: [String: [[String]]]
  private let harmless: [String: [[String]]]

  /// Longer stretches are not left out.
  private static let longest = 60

  init(_ words: LeafWords) {
    self.words = words
    binding = Dictionary(grouping: words.binding) { $0[0] }
    bounds = Dictionary(grouping: words.bounds) { $0[0] }
    harmless = Dictionary(grouping: words.harmless) { $0[0] }
  }

  /// No number, negation, word of time or condition; and it never ends with a word that belongs to what follows.
  func fillers(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    var found: [(end: Int, text: String, cost: Int)] = []
    var end = at
    while end < phrase.lexemes.count, end - at < FillerReader.longest {
      let length = freeLength(phrase, end, since: at)
      guard length > 0 else { break }
      end += length
      if !words.dangling.contains(key(phrase, end - 1)) || isInName(phrase, end - 1, since: at) {
        found.append((end, phrase.slice(at..<end), 5 + end - at))
      }
    }
    return found
  }

  /// Likewise; and it never begins with a word by which the deadline goes on.
  func tails(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    guard !words.continuing.contains(key(phrase, at)) || stands(harmless, phrase, at) else { return [] }
    var found: [(end: Int, text: String, cost: Int)] = []
    var end = at
    while end < phrase.lexemes.count, end - at < FillerReader.longest {
      let length = freeLength(phrase, end, since: at)
      guard length > 0 else { break }
      end += length
      found.append((end, phrase.slice(at..<end), 5 + end - at))
    }
    return found
  }

  /// To the end or a semicolon: numbers and periods may name what is due, but nothing in it limits or dates.
  func subjects(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    var end = at
    while end < phrase.lexemes.count, key(phrase, end) != ";" {
      if stands(harmless, phrase, end) {
        end += 2
        continue
      }
      if words.limits.contains(key(phrase, end)) || stands(bounds, phrase, end) { return [] }
      let isNumber = phrase.lexemes[end].kind == .number
      if isNumber, end + 1 < phrase.lexemes.count, words.time.contains(key(phrase, end + 1)) { return [] }
      if isNumber, end > at, words.dated.contains(key(phrase, end - 1)) { return [] }
      end += 1
    }
    guard (at..<end).contains(where: { phrase.lexemes[$0].kind == .word }) else { return [] }
    return [(end, phrase.slice(at..<end), 5)]
  }

  func topics(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    var found: [(end: Int, text: String, cost: Int)] = []
    var end = at
    while end < phrase.lexemes.count, ![";", "(", ")", "."].contains(key(phrase, end)), !stands(bounds, phrase, end) {
      end += 1
      found.append((end, phrase.slice(at..<end), 2))
    }
    return found
  }

  private func key(_ phrase: Phrase, _ at: Int) -> String { phrase.tokens[phrase.lexemes[at].tokens.lowerBound].key }

  /// How many lexemes may be left out together here: one that does not bind, or a bracket of such.
  private func freeLength(_ phrase: Phrase, _ at: Int, since start: Int) -> Int {
    if key(phrase, at) == "(" { return bracketLength(phrase, at, since: start) }
    return isInName(phrase, at, since: start) || !binds(phrase, at, since: start) ? 1 : 0
  }

  /// It stands in a turn of speech that holds a word which binds elsewhere (*đầu tư*).
  private func isInName(_ phrase: Phrase, _ at: Int, since start: Int) -> Bool {
    (max(start, at - 4)...at).contains { first in
      harmless[key(phrase, first)]?.contains { first + $0.count > at && stands($0, phrase, first) } ?? false
    }
  }

  /// A bracket of which nothing binds.
  private func bracketLength(_ phrase: Phrase, _ open: Int, since start: Int) -> Int {
    var end = open + 1
    while end < phrase.lexemes.count, key(phrase, end) != ")" {
      let length = key(phrase, end) == "(" ? 0 : freeLength(phrase, end, since: start)
      guard length > 0 else { return 0 }
      end += length
    }
    return end < phrase.lexemes.count && end > open + 1 ? end + 1 - open : 0
  }

  private func binds(_ phrase: Phrase, _ at: Int, since start: Int) -> Bool {
    let lexeme = phrase.lexemes[at]
    let word = key(phrase, at)
    // Words in another language's letters: its words of time are not known here.
    if !words.hasMarks, lexeme.kind == .word, !word.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    if [";", "(", ")"].contains(word) || words.numerals.contains(word) || stands(binding, phrase, at) { return true }
    let isNumber =
      lexeme.kind == .number || ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].contains(word)
    guard isNumber else { return false }
    // *lớp 10*, *50 %*, *$1,000.50*
    var first = at
    while first > start + 1, [",", "."].contains(key(phrase, first - 1)), phrase.lexemes[first - 2].kind == .number {
      first -= 2
    }
    let isName = first > start && words.classes.contains(key(phrase, first - 1))
    let next = at + 1 < phrase.lexemes.count ? key(phrase, at + 1) : ""
    return !isName && next != "%" && !words.things.contains(next)
  }

  private func stands(_ phrases: [String: [[String]]], _ phrase: Phrase, _ at: Int) -> Bool {
    phrases[key(phrase, at)]?.contains { stands($0, phrase, at) } ?? false
  }

  private func stands(_ words: [String], _ phrase: Phrase, _ at: Int) -> Bool {
    guard at + words.count <= phrase.lexemes.count else { return false }
    // The modal *may* is no month.
    if self.words.capitals.contains(words[0]), !phrase.lexemes[at].isCapital { return false }
    return words.indices.allSatisfy { key(phrase, at + $0) == words[$0] }
  }
}
