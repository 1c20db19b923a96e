/// A wording cut into tokens once, for the grammars of both languages.
struct DeadlineText {
  let text: String
  let tokens: [Token]
  /// Without the marks at its end.
  let count: Int
  /// The bits of all its words: a word whose bit is not there is not there.
  let words: UInt64

  init(_ text: String) {
    self.text = text
    tokens = PhraseLexer.tokens(text)
    words = tokens.reduce(0) { $0 | $1.key.bit }
    count = (tokens.lastIndex { ![".", "/", ",", ";"].contains($0.mark) } ?? -1) + 1
  }

  /// It has no word, and what may be a day.
  var isFigures: Bool {
    tokens.contains { $0.mark == "/" } && !tokens.contains { $0.kind == .word }
  }

  /// The languages that it may be written in: the one that more of its words belong to alone, for what its words limit
  /// must not be left out as words that say nothing.
  var languages: [Language] {
    func count(_ language: Language) -> Int { tokens.count { Table.isOwn($0.key, language) } }
    let (vietnamese, english) = (count(.vi), count(.en))
    if vietnamese == english, english > 0 { return Language.allCases }
    return english > vietnamese ? [.en] : [.vi]
  }

  func parse(_ language: Language, explains: Bool = false) -> Parse {
    let grammar = Table.grammar(language)
    var phrase = Phrase(text, tokens, end: count, capitals: grammar.names.words.capitals) { grammar.number(of: $0) }
    grammar.names.mark(&phrase)
    return Parse(grammar, phrase, explains: explains)
  }

  /// A parse that tells how far a wording that no language has makes sense: in English where that goes farther.
  func explained() -> Parse {
    var vietnamese = parse(.vi, explains: true)
    _ = vietnamese.readings("deadline")
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return vietnamese }
    var english = parse(.en, explains: true)
    _ = english.readings("deadline")
    return english.farthest > vietnamese.farthest ? english : vietnamese
  }
}

extension DeadlineText {
  /// All of it, as a refusal names it.
  var whole: Refusal.Place { (0..<text.utf8.count, [text]) }

  /// Empty beyond its ends.
  func key(_ at: Int) -> Word { tokens.indices.contains(at) ? tokens[at].key : "" }

  /// The UTF-8 offsets of tokens.
  func range(_ tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }

  func slice(_ tokens: Range<Int>) -> String {
    guard !tokens.isEmpty else { return "" }
    let range = range(tokens)
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// `31/12`, `31/12/2024`, whatever its numbers.
  func figures(_ at: Int) -> (day: Int, month: Int, year: Int?, tokens: Range<Int>)? {
    func isNumber(_ at: Int, _ digits: ClosedRange<Int>) -> Bool {
      tokens.indices.contains(at) && tokens[at].kind == .number && digits.contains(tokens[at].digits)
    }
    guard isNumber(at, 1...2), key(at + 1) == "/", isNumber(at + 2, 1...2), key(at - 1) != "/" else { return nil }
    let year = key(at + 3) == "/" && isNumber(at + 4, 4...4) ? tokens[at + 4].value : nil
    return (tokens[at].value, tokens[at + 2].value, year, at..<(year == nil ? at + 3 : at + 5))
  }
}
