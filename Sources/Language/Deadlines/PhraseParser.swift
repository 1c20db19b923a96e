import CivilCalendar

/// Phrases that mean the same to a grammar; the longest that fits is taken. Words are lower case, one blank apart.
struct Lexicon: Sendable {
  let phrases: [StaticString]

  init(_ phrases: StaticString...) { self.phrases = phrases }
}

/// Words of one language with the value each stands for.
struct Vocabulary<Value: Sendable>: Sendable {
  let entries: [(words: StaticString, value: Value)]

  init(_ entries: [(StaticString, Value)]) { self.entries = entries.map { ($0.0, $0.1) } }
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
  /// The keys of all tokens, end to end: keywords are compared as bytes.
  private let keys: [UInt8]
  /// Where the key of each token ends in `keys`.
  private let keyEnds: [Int]
  /// The first byte of each token's key: most comparisons end there.
  private let keyHeads: [UInt8]
  /// No token at or after this index is looked at.
  var limit: Int
  /// The farthest token at which something was expected, shared by copies through `trace`.
  private(set) var trace: ParseTrace

  init(_ text: String) {
    self.text = text
    tokens = PhraseLexer.tokens(text)
    var keys: [UInt8] = []
    keys.reserveCapacity(text.utf8.count)
    keyEnds = tokens.map { token in
      keys.append(contentsOf: token.key.utf8)
      return keys.count
    }
    self.keys = keys
    keyHeads = tokens.map { $0.key.utf8.first ?? 0 }
    limit = tokens.count
    trace = ParseTrace()
  }

  /// The same tokens for another grammar: the farthest place is kept, readings are not.
  func forgetting() -> PhraseParser {
    trace.spans = ParseMemory()
    trace.dates = ParseMemory()
    trace.places = ParseMemory()
    return self
  }

  /// For looking ahead: what is looked at does not count as reached.
  func untraced() -> PhraseParser {
    var copy = self
    copy.trace = ParseTrace()
    return copy
  }

  func limited(to limit: Int) -> PhraseParser {
    var copy = self
    copy.limit = limit
    return copy
  }

  func token(_ index: Int) -> Token? { index >= 0 && index < limit ? tokens[index] : nil }

  func isKey(_ index: Int, _ key: StaticString) -> Bool { fits(index, key) != nil }

  /// The index after `key` if it stands at `index`.
  func key(_ index: Int, _ key: StaticString) -> Int? { fits(index, key) }

  /// The index after the longest phrase of `lexicon` at `index`.
  func match(_ index: Int, _ lexicon: Lexicon) -> Int? {
    var longest: Int?
    for phrase in lexicon.phrases {
      if let end = fits(index, phrase), end > longest ?? index { longest = end }
    }
    return longest
  }

  /// The index after the longest phrase, or `index` itself.
  func skip(_ index: Int, _ lexicon: Lexicon) -> Int { match(index, lexicon) ?? index }

  func lookUp<Value>(_ index: Int, _ vocabulary: Vocabulary<Value>) -> (value: Value, end: Int)? {
    var longest: (value: Value, end: Int)?
    for entry in vocabulary.entries {
      if let end = fits(index, entry.words), end > longest?.end ?? index { longest = (entry.value, end) }
    }
    return longest
  }

  /// The index after `words` if the keys of the tokens from `index` on are just they.
  @inline(__always)
  private func fits(_ index: Int, _ words: StaticString) -> Int? {
    trace.reached(index)
    guard index >= 0, index < limit else { return nil }
    return keyHeads[index] == words.utf8Start[0] ? fitsWhole(index, words) : nil
  }

  private func fitsWhole(_ index: Int, _ words: StaticString) -> Int? {
    let count = words.utf8CodeUnitCount
    var token = index
    var position = 0
    while token < limit {
      let end = keyEnds[token]
      for byte in (token == 0 ? 0 : keyEnds[token - 1])..<end {
        guard position < count, words.utf8Start[position] == keys[byte] else { return nil }
        position += 1
      }
      token += 1
      if position == count { return token }
      guard words.utf8Start[position] == 0x20 else { return nil }
      position += 1
    }
    return nil
  }

  /// The word stands somewhere before the limit.
  func contains(_ word: StaticString) -> Bool { contains(Lexicon(word)) }

  func contains(_ lexicon: Lexicon, from start: Int = 0) -> Bool {
    let scan = untraced()
    return (start..<max(start, limit)).contains { scan.match($0, lexicon) != nil }
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
  func tightMark(_ index: Int, _ mark: StaticString) -> Bool {
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
    guard !tokens[start..<end].contains(where: { ["[", "]", ";", ":"].contains($0.key) }) else { return nil }
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
  @exclusivity(unchecked) private(set) var farthest = 0
  /// What was read at a place up to a limit: several forms begin with the same words.
  var spans = ParseMemory<[PeriodSpan]>()
  var dates = ParseMemory<[DateExpression]>()
  var places = ParseMemory<Place>()
  /// Something that is worded rightly and cannot be: 31/02/2024.
  private(set) var impossible: (start: Int, end: Int)?

  func found(impossible start: Int, _ end: Int) { impossible = (start, end) }

  func reached(_ index: Int) { if index > farthest { farthest = index } }
}

/// Readings that were made once, by place and limit.
struct ParseMemory<Value> {
  private var known: [Int: Parses<Value>] = [:]

  subscript(index: Int, limit: Int) -> Parses<Value>? {
    get { known[index << 16 | limit] }
    set { known[index << 16 | limit] = newValue }
  }
}
