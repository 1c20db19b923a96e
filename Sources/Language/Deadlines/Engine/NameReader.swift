/// Finds where a name can end: at the end of a clause, and never behind a limit, an alternative, a bound or a date, which
/// are words of the deadline and no name.
struct NameReader: Sendable {
  let words: LeafWords
  private let stops: [String: [[String]]]
  private let harmless: [String: [[String]]]

  init(_ words: LeafWords) {
    self.words = words
    harmless = Dictionary(grouping: words.harmless) { $0[0] }
    stops = Dictionary(grouping: words.stops) { $0[0] }
  }

  /// All names at a lexeme. A name in square brackets is taken whole.
  func names(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    let lexemes = phrase.lexemes
    if lexemes[at].kind == .bracketed {
      return [(at + 1, phrase.slice(tokens: lexemes[at].tokens.dropFirst().dropLast()), 0)]
    }
    guard lexemes[at].kind == .word || lexemes[at].kind == .document,
      isLetter(phrase, at) || !words.never.contains(where: { stands($0, phrase, at) })
    else { return [] }
    if at > 0, namesPeriod(phrase, at - 1) { return [] }
    var found: [(end: Int, text: String, cost: Int)] = []
    var cost = 2
    var depth = 0
    var end = at
    while end < lexemes.count {
      let word = key(phrase, end)
      if depth == 0, end > at, isStop(phrase, end) { break }
      if depth == 0, isStop(phrase, end), end == at { return [] }
      // A bracket that holds a limit or a time is no part of a name.
      if depth > 0, ![".", ":", ";"].contains(word),
        isStop(phrase, end) || words.time.contains(word) && !words.units.isEmpty
      {
        break
      }
      if lexemes[end].kind == .bracketed || ["[", "]"].contains(word) || namesPeriod(phrase, end) { break }
      if word == ")" {
        depth -= 1
        if depth < 0 { break }
      }
      if word == "(" { depth += 1 }
      cost += penalty(phrase, end, word)
      end += 1
      guard depth == 0, isBorder(phrase, end),
        end == lexemes.count || isLetter(phrase, end - 1) || !words.unended.contains(word),
        !isOnlyTime(phrase, at..<end)
      else { continue }
      // *ngày*, *tháng* alone name nothing.
      if end - at == 1, !isLetter(phrase, at), words.time.contains(word) || words.dangling.contains(word) { continue }
      // *tỉnh trong (giai đoạn …)*: the last word belongs to what follows.
      found.append(
        (end, phrase.slice(at..<end), words.dangling.contains(word) && !isLetter(phrase, end - 1) ? cost + 2 : cost))
    }
    return found
  }

  /// In square brackets unless it reads back whole as it is.
  func written(_ name: String) -> String {
    let phrase = Phrase(name, PhraseLexer.tokens(name), end: PhraseLexer.tokens(name).count) { _ in 0 }
    if phrase.lexemes.count == 1, phrase.lexemes[0].kind == .bracketed { return name }
    let isPlain = !phrase.lexemes.isEmpty && names(phrase, 0).contains { $0.text == name && $0.cost == 2 }
    return isPlain && !phrase.lexemes.contains { $0.kind == .bracketed } ? name : "[\(name)]"
  }

  private func key(_ phrase: Phrase, _ at: Int) -> String { phrase.tokens[phrase.lexemes[at].tokens.lowerBound].key }

  /// A name ends at the end, before a mark or before a word that can begin something else.
  private func isBorder(_ phrase: Phrase, _ at: Int) -> Bool {
    guard at < phrase.lexemes.count else { return true }
    let lexeme = phrase.lexemes[at]
    if splitsWord(phrase, at) { return false }
    return lexeme.kind == .mark || isStop(phrase, at) || words.time.contains(key(phrase, at)) || lexeme.word > 0
  }

  /// It stands within a turn of speech (*quyết | định*).
  private func splitsWord(_ phrase: Phrase, _ at: Int) -> Bool {
    (max(0, at - 4)..<at).contains { first in
      harmless[key(phrase, first)]?.contains { first + $0.count > at && stands($0, phrase, first) } ?? false
    }
  }

  private func isStop(_ phrase: Phrase, _ at: Int) -> Bool {
    let word = key(phrase, at)
    let lexeme = phrase.lexemes[at]
    if splitsWord(phrase, at) { return false }
    if [";", ":", "."].contains(word) { return true }
    if let group = stops[word], group.contains(where: { stands($0, phrase, at) }) { return true }
    if words.numerals.contains(word), at + 1 < phrase.lexemes.count, words.time.contains(key(phrase, at + 1)) {
      return true
    }
    guard at + 1 < phrase.lexemes.count, phrase.lexemes[at + 1].kind == .number || lexeme.kind == .number else {
      return false
    }
    if lexeme.kind == .number {
      let next = key(phrase, at + 1)
      let isDate =
        ["/", "-", "."].contains(next) && at + 2 < phrase.lexemes.count && phrase.lexemes[at + 2].kind == .number
      // *02 (hai) ngày*
      let behind =
        next == "(" && at + 4 < phrase.lexemes.count && key(phrase, at + 3) == ")" ? key(phrase, at + 4) : next
      // *tổng kết 05 năm thực hiện Chương trình*
      if at > 0, words.anniversaries.contains(key(phrase, at - 1)) { return isDate }
      // *Đề án 06 năm 2022*
      if next == behind, at + 2 < phrase.lexemes.count, phrase.lexemes[at + 2].digits == 4 { return isDate }
      return isDate || words.time.contains(behind)
    }
    return words.dated.contains(word)
  }

  /// *quarter end*, *following month*: a period, and no event.
  private func isOnlyTime(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
    !words.units.isEmpty
      && (range.count == 1
        || range.contains { words.time.contains(key(phrase, $0)) || words.units.contains(key(phrase, $0)) })
      && range.allSatisfy { words.time.contains(key(phrase, $0)) || words.qualifiers.contains(key(phrase, $0)) }
  }

  /// *each fiscal quarter* is told as a period, and never as an event.
  private func namesPeriod(_ phrase: Phrase, _ at: Int) -> Bool {
    guard words.each.contains(key(phrase, at)) else { return false }
    var next = at + 1
    while next < phrase.lexemes.count, words.qualifiers.contains(key(phrase, next)) { next += 1 }
    return next < phrase.lexemes.count && words.units.contains(key(phrase, next))
  }

  private func stands(_ stop: [String], _ phrase: Phrase, _ at: Int) -> Bool {
    guard at + stop.count <= phrase.lexemes.count else { return false }
    return stop.indices.allSatisfy { key(phrase, at + $0) == stop[$0] }
  }

  /// *quý II*
  func isQuarter(_ phrase: Phrase, _ at: Int) -> Bool {
    guard ["quý", "quí"].contains(key(phrase, at)), at + 1 < phrase.lexemes.count else { return false }
    return ["i", "ii", "iii", "iv", "1", "2", "3", "4"].contains(key(phrase, at + 1))
  }

  /// *A*, which is no article.
  private func isLetter(_ phrase: Phrase, _ at: Int) -> Bool {
    at > 0 && phrase.tokens[phrase.lexemes[at].tokens.lowerBound].text == "A"
  }

  private func penalty(_ phrase: Phrase, _ at: Int, _ word: String) -> Int {
    switch phrase.lexemes[at].kind {
    case .number: 2
    case .mark where word == "," && words.gates.contains(where: { stands($0, phrase, at + 1) }): words.commaCost + 2
    case .mark: word == "," ? words.commaCost : word == "(" ? 1 : 0
    case .word:
      words.time.contains(word) && !splitsWord(phrase, at) ? 1 : words.alternatives.contains(word) ? 4 : 0
    case .document, .bracketed: 0
    }
  }
}
