/// A turn of speech told word by word, for what only stands in some company.
///
/// `a+b` is one of several words, and `!a+b` none of these; `#` among them is a number in figures, `@month` a month's
/// English name, `_` any word. `^` is where a clause begins, `$` the end of the wording, `...` whatever stands between.
struct Turn: Sendable {
  private enum Piece: Sendable {
    case words([Word])
    case none(of: [Word])
    case gap, start, end
  }

  private let pieces: [Piece]

  private static let marks: Set<Word> = [",", ";", ".", ":", "(", "-", "+", "•", "*"]

  init(_ text: String) {
    pieces = text.split(separator: " ").map { piece in
      func words(_ text: Substring) -> [Word] { text.split(separator: "+").map { Word($0) } }
      return switch piece {
      case "^": .start
      case "$": .end
      case "...": .gap
      default: piece.first == "!" ? .none(of: words(piece.dropFirst())) : .words(words(piece))
      }
    }
  }

  func stands(in tokens: [Token]) -> Bool {
    tokens.indices.contains { follows(pieces[...], tokens, $0) }
  }

  private func follows(_ rest: ArraySlice<Piece>, _ tokens: [Token], _ at: Int) -> Bool {
    guard let piece = rest.first else { return true }
    let next = rest.dropFirst()
    switch piece {
    case .end: return at == tokens.count && follows(next, tokens, at)
    case .gap: return (at...tokens.count).contains { follows(next, tokens, $0) }
    case .start where at == 0: return follows(next, tokens, at)
    default: break
    }
    guard at < tokens.count else { return false }
    let token = tokens[at]
    let fits =
      switch piece {
      case .words(let words): words.contains { Turn.fits($0, token) }
      case .none(let words): !words.contains { Turn.fits($0, token) }
      case .start: Turn.marks.contains(token.key)
      case .gap, .end: false
      }
    return fits && follows(next, tokens, at + 1)
  }

  private static func fits(_ word: Word, _ token: Token) -> Bool {
    switch word {
    case "#": token.kind == .number
    case "@month": LeafWords.english.dated.contains(token.key)
    case "_": token.kind == .word
    default: word == token.key
    }
  }
}
