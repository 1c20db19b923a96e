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
/// begin with, and which it cannot do without, is known beforehand: most rows are never tried.
final class Grammar: Sendable {
  enum Step {
    case word(Int32)
    case part(symbol: Int32, place: Int32)
    /// Goes on here and at the other step.
    case fork(Int32)
    case jump(Int32)
    case accept
  }

  struct CompiledRow {
    let entry: Int
    let cost: Int32
    /// Two words that it cannot do without, or `WordNumber.anything`.
    let words: SIMD2<Int32>
    /// Two parts that it cannot do without, of those that need words, or -1.
    let parts: SIMD2<Int32>
    let build: @Sendable (Parts) -> Value?
  }

  /// How canonical wordings word a part.
  final class Wording: Sendable {
    let pattern: Pattern
    let match: @Sendable (Value) -> [Value]?

    init(_ pattern: Pattern, _ match: @escaping @Sendable (Value) -> [Value]?) {
      self.pattern = pattern
      self.match = match
    }
  }

  let language: Language
  let names: NameReader
  let steps: [Step]
  let rows: [CompiledRow]
  /// By symbol.
  let rowRanges: [Range<Int>]
  let leaves: [Leaf?]
  /// By symbol: it is a part, or parts with joints between them.
  let isList: [Bool]
  /// By word: the rows, then the symbols, that can begin with it or with anything.
  let starting: NumberSets
  /// By word: the symbols that it or anything can follow.
  let followed: NumberSets
  /// Words of which each symbol needs one.
  let needs: NumberSets
  let symbols: [String: Int]
  private let words: [Word: Int]
  /// By symbol: rows that have one.
  let wordings: [[Wording]]

  /// - Parameter roots: symbols that are read by themselves.
  init(_ table: [Row], _ leaves: Leaves, roots: [String]) {
    language = leaves.language
    names = leaves.names
    var compiler = Compiler(language)
    for leaf in leaves.all { compiler.add(leaf) }
    for row in table { compiler.add(row) }
    compiler.finish(roots: roots)
    steps = compiler.steps
    rows = compiler.rows
    rowRanges = compiler.rowRanges
    self.leaves = compiler.leaves
    isList = compiler.isList
    starting = compiler.starts.transposed().adding(WordNumber.anything, exceptTo: WordNumber.end)
    followed = compiler.follows.transposed().adding(WordNumber.anything, exceptTo: WordNumber.end)
    needs = compiler.needs
    symbols = compiler.symbols
    words = compiler.words
    wordings = compiler.wordings
  }

  func symbol(_ name: String) -> Int {
    guard let number = symbols[name] else { preconditionFailure("no symbol \(name)") }
    return number
  }

  /// False if no wording of the symbol begins with that token.
  func begins(_ symbol: String, with token: Token) -> Bool {
    let symbol = rows.count + self.symbol(symbol)
    let word = number(of: token.key)
    return starting.contains(symbol, in: word, or: token.kind == .number ? WordNumber.numbers : word)
  }

  var wordCount: Int { words.count + WordNumber.firstWord }

  /// Words of letters that patterns have.
  var vocabulary: Set<Word> { Set(words.keys.filter { $0.text.allSatisfy(\.isLetter) }) }

  /// The number of a word, 0 where no pattern has it.
  func number(of word: Word) -> Int { words[word] ?? 0 }
}

/// What stands beside words in sets of their numbers.
enum WordNumber {
  static let anything = 0
  static let numbers = 1
  /// The end of the phrase.
  static let end = 2
  /// Numbers of words begin here.
  static let firstWord = 3
}
