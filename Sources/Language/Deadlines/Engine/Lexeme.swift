/// A word, number, mark or whole name of a phrase, as a grammar sees it.
struct Lexeme {
  enum Kind { case word, number, mark, document, bracketed }

  var kind: Kind
  /// The number of its word in the grammar; 0 where no pattern has it.
  var word: Int
  /// Of a number; -1 for others.
  var value: Int
  var digits: Int
  /// It begins with a capital letter.
  var isCapital: Bool
  /// Tokens of the phrase.
  var tokens: Range<Int>
  /// Of a mark in ASCII; U+0000 for others.
  var mark: Unicode.Scalar
  /// What its word is to names.
  var classes: WordClasses = []
  /// It stands within a turn of speech, behind its first word (*quyết | định*).
  var isWithinTurn = false
  /// A limit, an alternative, a bound or a date begins here: a name ends before it.
  var isStop = false
}

/// A phrase as lexemes: a document's number with its date is one, a name in square brackets is one, and a dash with a blank
/// beside it is the dash of a range.
struct Phrase {
  let text: String
  let tokens: [Token]
  var lexemes: [Lexeme]

  static let dash: Word = "–"

  /// - Parameters:
  ///   - capitals: Words that are words of the grammar only with a capital letter or beside a number.
  ///   - number: Of a word in the grammar.
  init(_ text: String, _ tokens: [Token], end: Int, capitals: Set<Word> = [], number: (Word) -> Int) {
    self.text = text
    self.tokens = tokens
    func isBesideNumber(_ at: Int) -> Bool {
      at > 0 && tokens[at - 1].kind == .number || at + 1 < tokens.count && tokens[at + 1].kind == .number
    }
    var found: [Lexeme] = []
    found.reserveCapacity(end)
    var index = 0
    while index < end {
      let token = tokens[index]
      let word = number(token.key)
      var lexeme = Lexeme(
        kind: token.kind == .word ? .word : token.kind == .number ? .number : .mark, word: 0, value: token.value,
        digits: token.digits, isCapital: false, tokens: index..<index + 1,
        mark: token.mark)
      if token.kind == .number, let last = Phrase.document(tokens, index, end) {
        lexeme.kind = .document
        lexeme.tokens = index..<last
      } else if token.kind == .word, word == 0, let last = Phrase.identifier(tokens, index, end) {
        lexeme.kind = .document
        lexeme.tokens = index..<last
      } else if let last = Phrase.reference(tokens, index, end) {
        lexeme.kind = .document
        lexeme.tokens = index..<last
      } else if token.mark == "[", let close = Phrase.closing(tokens, index, end) {
        lexeme.kind = .bracketed
        lexeme.tokens = index..<close + 1
      } else if token.mark == "-" {
        let isTight = !token.spaceBefore && index + 1 < end && !tokens[index + 1].spaceBefore && token.text == "-"
        lexeme.word = number(isTight ? "-" : Phrase.dash)
      } else {
        lexeme.word = word
        lexeme.isCapital = token.isCapitalized
        // *may* without a number beside it is no month.
        if capitals.contains(token.key), !lexeme.isCapital, !isBesideNumber(index) { lexeme.word = 0 }
      }
      index = lexeme.tokens.upperBound
      found.append(lexeme)
    }
    lexemes = found
  }

  /// The first token of a lexeme.
  func token(_ at: Int) -> Token { tokens[lexemes[at].tokens.lowerBound] }

  /// The word of a lexeme, in lower case.
  func key(_ at: Int) -> Word { token(at).key }

  /// The words of lexemes, as written.
  func slice(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    return slice(tokens: lexemes[range.lowerBound].tokens.lowerBound..<lexemes[range.upperBound - 1].tokens.upperBound)
  }

  func slice(tokens range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: tokens[range.lowerBound].range.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: tokens[range.upperBound - 1].range.upperBound)
    return String(text[lower..<upper])
  }

  /// The end of `1117/QĐ-UBND`, `24/2014/TT-BNV ngày 19/5/2023`: figures and slashes, then capitals.
  private static func document(_ tokens: [Token], _ start: Int, _ end: Int) -> Int? {
    var index = start
    func isMark(_ at: Int, _ mark: Unicode.Scalar) -> Bool {
      at + 1 < end && tokens[at].mark == mark && !tokens[at].spaceBefore
    }
    func isCapitals(_ at: Int) -> Bool {
      guard at < end, tokens[at].isCapitalized, !tokens[at].spaceBefore else { return false }
      return tokens[at].text.count <= 8 && tokens[at].text != "Quý"
    }
    while isMark(index + 1, "/"), tokens[index + 2].kind == .number, index + 2 < end { index += 2 }
    if isMark(index + 1, "-"), isCapitals(index + 2), isMark(index + 3, "/"), isCapitals(index + 4) {
      // *15-NQ/TU*
      index += 5
    } else {
      guard isMark(index + 1, "/"), isCapitals(index + 2) else { return nil }
      index += 3
    }
    while isMark(index, "-") || isMark(index, "&"), isCapitals(index + 1) { index += 2 }
    // *UBTVQH15*
    if index < end, tokens[index].kind == .number, !tokens[index].spaceBefore { index += 1 }
    func isDate(_ joints: [Word]) -> Bool {
      index + 5 < end && tokens[index].key == "ngày"
        && [1, 3, 5].allSatisfy { tokens[index + $0].kind == .number }
        && tokens[index + 2].key == joints[0] && tokens[index + 4].key == joints[1]
    }
    return isDate(["/", "/"]) || isDate(["tháng", "năm"]) ? index + 6 : index
  }

  /// The end of `tinh-2021-2030`: a word and numbers with dashes between, and no blank.
  private static func identifier(_ tokens: [Token], _ start: Int, _ end: Int) -> Int? {
    guard tokens[start].text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var index = start + 1
    while index + 1 < end, tokens[index].mark == "-", !tokens[index].spaceBefore, !tokens[index + 1].spaceBefore,
      tokens[index + 1].kind != .mark
    {
      index += 2
    }
    return index > start + 1 && tokens[start + 1..<index].contains { $0.kind == .number } ? index : nil
  }

  /// Short for words of time, in capitals.
  private static let shortTimes: Set<Word> = ["q", "h", "t", "d", "y", "m", "w", "wd", "fy", "bd", "ay", "cy", "eom"]

  private static let references: Set<Word> = [
    "section", "sections", "sec", "subsection", "subsections", "paragraph", "paragraphs", "subparagraph", "clause",
    "form", "rule",
    "part", "subpart", "article", "articles", "regulation", "directive", "schedule", "title", "chapter", "annex",
    "appendix", "exhibit",
    "item", "cfr", "usc", "subchapter", "decision",
  ]

  /// The end of `Section 200.344(a)`, `Form 10-K`, `Article 33(1)`, `Regulation (EU) 2016/679`, `§ 12`, `42 CFR 438.6`.
  private static func reference(_ tokens: [Token], _ start: Int, _ end: Int) -> Int? {
    func isTight(_ at: Int) -> Bool { at < end && !tokens[at].spaceBefore }
    var index = start
    // *W-2*, *10-K*, *501(c)(3)*
    func isShortCapital(_ at: Int) -> Bool {
      at < end && tokens[at].isCapitalized && tokens[at].text.count <= 5 && tokens[at].text.allSatisfy(\.isUppercase)
        && !shortTimes.contains(tokens[at].key)
    }
    let isNumber = tokens[index].kind == .number
    // Most words are no reference for what stands behind them.
    guard
      isNumber || tokens[index].isCapitalized || tokens[index].kind == .mark || references.contains(tokens[index].key)
    else { return nil }
    if index + 2 < end, tokens[index + 1].mark == "-", isTight(index + 1), isTight(index + 2),
      isShortCapital(index) && tokens[index + 2].kind == .number
        || tokens[index].kind == .number && isShortCapital(index + 2)
    {
      return index + 3 < end && isTight(index + 3) && tokens[index + 3].key == "s" ? index + 4 : index + 3
    }
    if index + 1 < end, tokens[index + 1].kind == .number, isTight(index + 1), isShortCapital(index) {
      return index + 2 < end && tokens[index + 2].kind == .word && isTight(index + 2) ? index + 3 : index + 2
    }
    if isNumber, tokens[index].digits == 3, index + 3 < end, tokens[index + 1].mark == "(",
      isTight(index + 1),
      tokens[index + 2].text.count == 1, tokens[index + 3].mark == ")"
    {
      index += 4
      while index + 2 < end, tokens[index].mark == "(", isTight(index), tokens[index + 2].mark == ")" { index += 3 }
      return index
    }
    if isNumber, index + 1 < end, tokens[index + 1].kind == .word,
      ["cfr", "usc"].contains(tokens[index + 1].key)
    {
      index += 1
    }
    if tokens[index].kind == .number
      || !tokens[index].text.utf8.allSatisfy({ $0 < 0x80 }) && tokens[index].kind == .word
    {
      return nil
    }
    guard tokens[index].kind == .mark ? tokens[index].key == "§" : references.contains(tokens[index].key) else {
      return nil
    }
    index += 1
    while index < end, ["§", "."].contains(tokens[index].key) { index += 1 }
    if index + 2 < end, tokens[index].mark == "(", ["eu", "ec", "eec"].contains(tokens[index + 1].key),
      tokens[index + 2].mark == ")"
    {
      index += 3
    }
    if index < end, ["no", "number"].contains(tokens[index].key) {
      index += tokens.indices.contains(index + 1) && tokens[index + 1].mark == "." ? 2 : 1
    }
    guard index < end else { return nil }
    let isLetter =
      tokens[index].kind == .word && tokens[index].text.count <= 2 && tokens[index].text.first?.isUppercase == true
    let isBracket =
      tokens[index].mark == "(" && index + 2 < end && tokens[index + 1].text.count <= 3 && tokens[index + 2].mark == ")"
    guard tokens[index].kind == .number || isLetter || isBracket else { return nil }
    // *within the first part 10 days* is no reference; a unit behind the number makes it a count.
    if tokens[index].kind == .number, index + 1 < end,
      ["day", "days", "month", "months", "week", "weeks"].contains(tokens[index + 1].key)
    {
      return nil
    }
    if !isBracket { index += 1 }
    while index < end {
      if tokens[index].mark == "(", isTight(index) || isBracket, index + 2 < end, tokens[index + 2].mark == ")",
        tokens[index + 1].text.count <= 4
      {
        index += 3
      } else if [".", "-", "/"].contains(tokens[index].key), isTight(index), isTight(index + 1),
        tokens[index + 1].kind != .mark
      {
        index += 2
      } else if tokens[index].kind == .word, isTight(index), tokens[index].text.count <= 3 {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private static func closing(_ tokens: [Token], _ open: Int, _ end: Int) -> Int? {
    guard let close = (open + 1..<end).first(where: { tokens[$0].mark == "]" || tokens[$0].mark == "[" }),
      tokens[close].mark == "]", close > open + 1
    else { return nil }
    return close
  }
}
