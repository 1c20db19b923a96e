/// A turn of speech told word by word, for what only stands in some company.
///
/// `a+b` is one of several words; `#` among them is a number in figures, `#1-12` one from 1 to 12 (`#00-99` with two digits),
/// `@month` a month's English name, `_` any word. `!a+b` stands for no word: none of these is there, nor `<a+b`, behind
/// which the turn stands, and `>a+b`, before which it does; a turn that begins with `!` does not stand behind these.
/// `^` is where a clause begins, `^^` the beginning of the wording, `$` its end, `...` whatever stands between.
struct Turn: Sendable {
  private enum Term: Sendable {
    case word(Word)
    case number(ClosedRange<Int>, digits: ClosedRange<Int>)
    case month, any
  }

  private enum Piece: Sendable {
    case one(of: [Term])
    case none(of: [Term])
    case ahead([Term])
    case behind([Term])
    case notBehind([Term])
    case gap, clause, first, last
  }

  private let pieces: [Piece]
  /// The bits of words (`Word.bit`) of which it needs one each.
  private let needs: [UInt64]

  private static let marks: Set<Word> = [",", ";", ".", ":", "(", "-", "+", "•", "*"]

  init(_ text: Substring) {
    pieces = text.split(separator: " ").enumerated().map { index, piece in
      let rest = Turn.terms(piece.dropFirst())
      return switch (piece, piece.first) {
      case ("^", _): .clause
      case ("^^", _): .first
      case ("$", _): .last
      case ("...", _): .gap
      case (_, "!"): index == 0 ? .notBehind(rest) : .none(of: rest)
      case (_, "<"): .behind(rest)
      case (_, ">"): .ahead(rest)
      default: .one(of: Turn.terms(piece))
      }
    }
    needs = pieces.compactMap { piece in
      guard case .one(let terms) = piece else { return nil }
      var bits: UInt64 = 0
      for term in terms {
        guard case .word(let word) = term else { return nil }
        bits |= word.bit
      }
      return bits
    }
  }

  /// All turns of a list.
  static func list(_ text: String) -> [Turn] { text.split(separator: "|").map { Turn($0) } }

  private static func terms(_ text: Substring) -> [Term] {
    text.split(separator: "+").map { term in
      switch term {
      case "_": return .any
      case "@month": return .month
      case "#": return .number(0...Int.max, digits: 1...Int.max)
      default:
        guard term.first == "#" else { return .word(Word(term)) }
        let ends = term.dropFirst().split(separator: "-")
        return .number(
          (Int(ends[0]) ?? 0)...(Int(ends[1]) ?? 0), digits: ends[0].utf8.count...ends[1].utf8.count)
      }
    }
  }

  /// Which tokens its words are, where it stands first.
  func place(in text: DeadlineText) -> [Int]? {
    guard needs.allSatisfy({ $0 & text.words != 0 }) else { return nil }
    let tokens = text.tokens[..<text.count]
    var found: [Int] = []
    return tokens.indices.contains { follows(0, tokens, $0, &found) } ? found.reversed() : nil
  }

  private func follows(_ index: Int, _ tokens: ArraySlice<Token>, _ at: Int, _ found: inout [Int]) -> Bool {
    guard index < pieces.count else { return true }
    if case .gap = pieces[index] {
      return (at...tokens.endIndex).contains { follows(index + 1, tokens, $0, &found) }
    }
    func isOne(_ terms: [Term], _ at: Int) -> Bool {
      tokens.indices.contains(at) && terms.contains { Turn.fits($0, tokens[at]) }
    }
    let stands =
      switch pieces[index] {
      case .one(let terms): isOne(terms, at)
      case .none(let terms): !isOne(terms, at)
      case .ahead(let terms): isOne(terms, at)
      case .behind(let terms): isOne(terms, at - 1)
      case .notBehind(let terms): !isOne(terms, at - 1)
      case .clause: at == 0 || Turn.marks.contains(tokens[at - 1].key)
      case .first: at == 0
      case .last: at == tokens.endIndex
      case .gap: true
      }
    guard stands else { return false }
    guard case .one = pieces[index] else { return follows(index + 1, tokens, at, &found) }
    guard follows(index + 1, tokens, at + 1, &found) else { return false }
    found.append(at)
    return true
  }

  private static func fits(_ term: Term, _ token: Token) -> Bool {
    switch term {
    case .word(let word): word == token.key
    case .number(let range, let digits):
      token.kind == .number && digits.contains(token.digits)
        && (digits.upperBound == .max || range.contains(token.value))
    case .month: LeafWords.english.dated.contains(token.key)
    case .any: token.kind == .word
    }
  }
}
