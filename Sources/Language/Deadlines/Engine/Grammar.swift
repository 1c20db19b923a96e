/// The languages in which deadlines are read and written.
package enum WordingLanguage: Hashable, Sendable, CaseIterable { case vi, en }

typealias Language = WordingLanguage

/// One way to word a part of a meaning, in one language or both.
struct Row: Sendable {
  /// What it is a way to word.
  let symbol: String
  let vi: String?
  let en: String?
  /// A row costs more the less it says; among readings with different meanings the cheapest is preferred.
  let cost: Int
  /// The meaning out of the parts, in the order in which the Vietnamese wording (else the English one) first names their
  /// places; nil where they make no sense together.
  let build: @Sendable (Parts) -> Value?
  /// The parts of a meaning that canonical wordings word by this row; nil for the others. Without it the row only reads.
  let match: (@Sendable (Value) -> [Value]?)?

  init(
    _ symbol: String, vi: String? = nil, en: String? = nil, cost: Int = 0,
    build: @escaping @Sendable (Parts) -> Value?, match: (@Sendable (Value) -> [Value]?)? = nil
  ) {
    self.symbol = symbol
    self.vi = vi
    self.en = en
    self.cost = cost
    self.build = build
    self.match = match
  }

  func wording(_ language: Language) -> String? { language == .vi ? vi : en }
}

/// A part that code reads instead of rows: numbers and names.
struct Leaf: Sendable {
  /// What it can begin with.
  enum Start: Sendable { case numbers, anything }

  let symbol: String
  let start: Start
  /// What it reads is left out of the meaning.
  var isLeftOut = false
  /// All readings at a lexeme: where each ends, its meaning, its cost.
  let read: @Sendable (Phrase, Int) -> [(end: Int, value: Value, cost: Int)]
  /// The canonical wording; nil if the value is of another kind.
  let write: @Sendable (Value) -> String?
}

/// The rows and leaves of one language, compiled.
///
/// Patterns become a program of few instructions (`Step`), so that reading is a walk over numbers. Which words a row can
/// begin with is known beforehand: most rows are never tried.
final class Grammar: Sendable {
  enum Step {
    case word(Int)
    case part(symbol: Int, place: Int)
    /// Goes on here and at the other step.
    case fork(Int)
    case jump(Int)
    case accept
  }

  struct CompiledRow {
    let entry: Int
    let cost: Int
    let starts: StartSet
    let build: @Sendable (Parts) -> Value?
  }

  let language: Language
  let steps: [Step]
  /// By symbol.
  let rows: [[CompiledRow]]
  let leaves: [Leaf?]
  let starts: [StartSet]
  let symbols: [String: Int]
  private let words: [String: Int]
  /// For canonical wordings, by symbol: rows that have one.
  let wordings: [[(pattern: Pattern, places: [String], match: @Sendable (Value) -> [Value]?)]]

  init(_ language: Language, _ table: [Row], _ leaves: [Leaf]) {
    self.language = language
    var compiler = Compiler(language)
    for leaf in leaves { compiler.add(leaf) }
    for row in table { compiler.add(row) }
    compiler.finish()
    steps = compiler.steps
    rows = compiler.compiledRows
    self.leaves = compiler.leaves
    starts = compiler.starts
    symbols = compiler.symbols
    words = compiler.words
    wordings = compiler.wordings
  }

  func symbol(_ name: String) -> Int {
    guard let number = symbols[name] else { preconditionFailure("no symbol \(name)") }
    return number
  }

  /// Words of letters that patterns have.
  var vocabulary: Set<String> { Set(words.keys.filter { $0.allSatisfy(\.isLetter) }) }

  /// The number of a word, 0 where no pattern has it.
  func number(of word: String) -> Int { words[word] ?? 0 }
}

/// The lexemes that something can begin with.
struct StartSet: Sendable {
  private var words: [UInt64]
  var numbers = false
  var anything = false

  init(wordCount: Int = 0) { words = Array(repeating: 0, count: wordCount / 64 + 1) }

  mutating func insert(word: Int) {
    while words.count <= word / 64 { words.append(0) }
    words[word / 64] |= 1 << UInt64(word % 64)
  }

  /// True if that added something.
  mutating func formUnion(_ other: StartSet) -> Bool {
    let before = self
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
    numbers = numbers || other.numbers
    anything = anything || other.anything
    return before.words != words || before.numbers != numbers || before.anything != anything
  }

  @inline(__always)
  func allows(_ lexeme: Lexeme) -> Bool {
    if anything || numbers && lexeme.kind == .number { return true }
    let word = lexeme.word
    return word > 0 && word / 64 < words.count && words[word / 64] & (1 << UInt64(word % 64)) != 0
  }
}
