import CivilCalendar

/// Phrases that mean the same to a grammar; the longest that fits is taken.
struct Lexicon: Sendable {
  let phrases: [[String]]

  init(_ phrases: String...) {
    self.phrases = phrases.map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
  }
}

/// Words of one language with the value each stands for.
struct Vocabulary<Value: Sendable>: Sendable {
  let entries: [(words: [String], value: Value)]

  init(_ entries: [(String, Value)]) {
    self.entries = entries.map { ($0.0.split(separator: " ").map(String.init), $0.1) }
      .sorted { $0.0.count > $1.0.count }
  }
}

/// Every way to read something at one place: the value, and the index of the token after it.
typealias Parses<Value> = [(value: Value, end: Int)]

/// A stretch of a phrase's tokens, with the steps that both languages' grammars are made of.
///
/// Reading is nondeterministic: a step returns all its readings and the callers keep those that fit; the phrase is
/// short, so this costs microseconds.
struct PhraseParser {
  let text: String
  let tokens: [Token]
  /// No token at or after this index is looked at.
  var limit: Int
  /// The farthest token at which something was expected, shared by copies through `trace`.
  let trace: ParseTrace

  init(_ text: String) {
    self.text = text
    tokens = PhraseLexer.tokens(text)
    limit = tokens.count
    trace = ParseTrace()
  }

  func limited(to limit: Int) -> PhraseParser {
    var copy = self
    copy.limit = limit
    return copy
  }

  func token(_ index: Int) -> Token? { index >= 0 && index < limit ? tokens[index] : nil }

  func isKey(_ index: Int, _ key: String) -> Bool {
    trace.reached(index)
    return index >= 0 && index < limit && tokens[index].key == key
  }

  /// The index after `key` if it stands at `index`.
  func key(_ index: Int, _ key: String) -> Int? { isKey(index, key) ? index + 1 : nil }

  /// The index after the longest phrase of `lexicon` at `index`.
  func match(_ index: Int, _ lexicon: Lexicon) -> Int? {
    lexicon.phrases.first { fits(index, $0) }.map { index + $0.count }
  }

  /// The index after the longest phrase, or `index` itself.
  func skip(_ index: Int, _ lexicon: Lexicon) -> Int { match(index, lexicon) ?? index }

  func lookUp<Value>(_ index: Int, _ vocabulary: Vocabulary<Value>) -> (value: Value, end: Int)? {
    vocabulary.entries.first { fits(index, $0.words) }.map { ($0.value, index + $0.words.count) }
  }

  private func fits(_ index: Int, _ words: [String]) -> Bool {
    trace.reached(index)
    guard index >= 0, index + words.count <= limit else { return false }
    for (offset, word) in words.enumerated() where tokens[index + offset].key != word { return false }
    return true
  }

  /// A number of at most `maxDigits` digits in `range`.
  func number(_ index: Int, in range: ClosedRange<Int>, maxDigits: Int = 4) -> Int? {
    trace.reached(index)
    guard let token = token(index), token.kind == .number, token.digits <= maxDigits, range.contains(token.value)
    else { return nil }
    return token.value
  }

  /// Four digits, 1000...9999.
  func year(_ index: Int) -> Int? {
    trace.reached(index)
    guard let token = token(index), token.kind == .number, token.digits == 4, token.value >= 1 else { return nil }
    return token.value
  }

  /// A mark with nothing between it and its neighbours (`/` in 31/12, `-` in 15-4).
  func tightMark(_ index: Int, _ mark: String) -> Bool {
    guard isKey(index, mark), !tokens[index].spaceBefore, let next = token(index + 1) else { return false }
    return !next.spaceBefore
  }

  /// The words from token `start` up to token `end`, as written, without blanks and commas at the edges.
  func slice(_ start: Int, _ end: Int) -> String? {
    var first = start
    var last = min(end, limit)
    while first < last, tokens[first].key == "," { first += 1 }
    while last > first, tokens[last - 1].key == "," || tokens[last - 1].key == "." { last -= 1 }
    guard first < last else { return nil }
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: tokens[first].range.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: tokens[last - 1].range.upperBound)
    return String(text[lower..<upper])
  }

  /// A name over the whole stretch: without outer `[…]` if it has them; nil if empty.
  func name(_ start: Int, _ end: Int) -> String? {
    guard start < end else { return nil }
    if tokens[start].key == "[", end - 1 > start, tokens[end - 1].key == "]" {
      let inner = tokens[(start + 1)..<(end - 1)]
      guard !inner.contains(where: { $0.key == "[" || $0.key == "]" }) else { return nil }
      return slice(start + 1, end - 1)
    }
    guard !tokens[start..<end].contains(where: { $0.key == "[" || $0.key == "]" || $0.key == ";" }) else { return nil }
    return slice(start, end)
  }

  /// The index of the bracket that opens the one closed at `close`.
  func opening(of close: Int) -> Int? {
    var depth = 0
    for index in stride(from: close, through: 0, by: -1) {
      if tokens[index].key == ")" { depth += 1 }
      if tokens[index].key == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}

/// The farthest place that a reading got to, for the message when none succeeds.
final class ParseTrace {
  private(set) var farthest = 0
  /// Something that is worded rightly and cannot be: 31/02/2024.
  private(set) var impossible: (start: Int, end: Int)?

  func found(impossible start: Int, _ end: Int) { impossible = (start, end) }

  func reached(_ index: Int) { if index > farthest { farthest = index } }
}
