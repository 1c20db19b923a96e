/// Finds where a name can end: at the end of a clause, and never behind a limit, an alternative, a bound or a date, which
/// are words of the deadline and no name.
final class NameReader: Sendable {
  let words: LeafWords
  private let entries: [Word: Entry]

  /// What is known of a word: all with one look.
  private struct Entry {
    var classes: WordClasses = []
    /// That begin with it.
    var stops: [[Word]] = []
    var never: [[Word]] = []
    var turns: [[Word]] = []
  }

  init(_ words: LeafWords) {
    self.words = words
    var entries: [Word: Entry] = [:]
    for (set, kind) in [
      (words.time, WordClasses.time), (words.alternatives, .alternative),
      (words.numerals, .numeral), (words.paces, .pace), (words.qualifiers, .qualifier), (words.units, .unit),
      (words.dated, .dated), (words.dangling, .dangling), (words.anniversaries, .anniversary), (words.joints, .joint),
    ] {
      for word in set { entries[word, default: Entry()].classes.insert(kind) }
    }
    for stop in words.stops { entries[stop[0], default: Entry()].stops.append(stop) }
    for phrase in words.never { entries[phrase[0], default: Entry()].never.append(phrase) }
    for turn in words.harmless where turn.count > 1 {
      entries[turn[0], default: Entry()].turns.append(turn)
    }
    self.entries = entries
  }

  /// Notes in the lexemes what their words are, where turns of speech are and where names end.
  func mark(_ phrase: inout Phrase) {
    var stops: [(at: Int, stops: [[Word]])] = []
    for at in phrase.lexemes.indices {
      guard let entry = entries[phrase.key(at)] else { continue }
      phrase.lexemes[at].classes = entry.classes
      if !entry.stops.isEmpty { stops.append((at, entry.stops)) }
      for turn in entry.turns where stands(turn, phrase, at) {
        for inside in at + 1..<at + turn.count { phrase.lexemes[inside].isWithinTurn = true }
      }
    }
    for (at, group) in stops where !phrase.lexemes[at].isWithinTurn {
      phrase.lexemes[at].isStop = group.contains { stands($0, phrase, at) }
    }
    for at in phrase.lexemes.indices where !phrase.lexemes[at].isStop {
      phrase.lexemes[at].isStop = isStop(phrase, at)
    }
    for at in phrase.lexemes.indices where !phrase.lexemes[at].isStop && limitsName(phrase, at) {
      phrase.lexemes[at].isStop = true
    }
  }

  /// The text of a name: of one in square brackets what stands in them.
  func text(_ phrase: Phrase, _ range: Range<Int>) -> String {
    let first = phrase.lexemes[range.lowerBound]
    return first.kind == .bracketed
      ? phrase.slice(tokens: first.tokens.dropFirst().dropLast()) : phrase.slice(range)
  }

  /// Where the names at a lexeme end. A name in square brackets is taken whole.
  func names(_ phrase: Phrase, _ at: Int) -> [(end: Int, cost: Int)] {
    let lexemes = phrase.lexemes
    if lexemes[at].kind == .bracketed { return [(at + 1, 0)] }
    guard lexemes[at].kind == .word || lexemes[at].kind == .document,
      isLetter(phrase, at) || entries[phrase.key(at)]?.never.contains(where: { stands($0, phrase, at) }) != true
    else { return [] }
    if at > 0, namesPeriod(phrase, at - 1) || beginsPeriod(phrase, at) { return [] }
    var found: [(end: Int, cost: Int)] = []
    var cost = 2
    var depth = 0
    var end = at
    while end < lexemes.count {
      let classes = lexemes[end].classes
      if depth == 0, lexemes[end].isStop { break }
      // A bracket that holds a limit or a time is no part of a name.
      let mark = lexemes[end].mark
      if depth > 0, !isPoint(mark), lexemes[end].isStop || classes.contains(.time) && !words.hasNamedTimes {
        break
      }
      if lexemes[end].kind == .bracketed || mark == "[" || mark == "]"
        || namesPeriod(phrase, end)
      {
        break
      }
      if mark == ")" {
        depth -= 1
        if depth < 0 { break }
      }
      if mark == "(" { depth += 1 }
      cost += penalty(phrase, end)
      end += 1
      // *tỉnh trong (giai đoạn …)*: the last word belongs to what follows.
      let isDangling = classes.contains(.dangling) && !isLetter(phrase, end - 1)
      guard depth == 0, isBorder(phrase, end),
        end == lexemes.count || mark != "," && (!isDangling || words.hasNamedTimes),
        !isOnlyTime(phrase, at..<end)
      else { continue }
      // *ngày*, *tháng* alone name nothing.
      if end - at == 1, !isLetter(phrase, at), !classes.isDisjoint(with: [.time, .dangling]) { continue }
      found.append((end, isDangling ? cost + 2 : cost))
    }
    return found
  }

  /// In square brackets unless it reads back whole as it is.
  func written(_ name: String) -> String {
    let tokens = PhraseLexer.tokens(name)
    var phrase = Phrase(name, tokens, end: tokens.count) { _ in 0 }
    mark(&phrase)
    let count = phrase.lexemes.count
    if count == 1, phrase.lexemes[0].kind == .bracketed { return name }
    let isPlain =
      count > 0 && !phrase.lexemes.contains { $0.kind == .bracketed }
      && phrase.slice(0..<count).utf8.elementsEqual(name.utf8)
      && names(phrase, 0).contains { $0.end == count && $0.cost == 2 }
    return isPlain ? name : "[\(name)]"
  }

  /// A name ends at the end, before a mark or before a word that can begin something else.
  private func isBorder(_ phrase: Phrase, _ at: Int) -> Bool {
    guard at < phrase.lexemes.count else { return true }
    let lexeme = phrase.lexemes[at]
    if lexeme.isWithinTurn { return false }
    return lexeme.kind == .mark || lexeme.isStop || lexeme.classes.contains(.time) || lexeme.word > 0
  }

  /// A full stop, a colon or a semicolon.
  private func isPoint(_ mark: Unicode.Scalar) -> Bool {
    mark == "." || mark == ":" || mark == ";"
  }

  private func isStop(_ phrase: Phrase, _ at: Int) -> Bool {
    let lexeme = phrase.lexemes[at]
    if lexeme.isWithinTurn { return false }
    if isPoint(lexeme.mark) || beginsDuty(phrase, at) { return true }
    if lexeme.classes.contains(.numeral), isTime(phrase, at + 1) { return true }
    guard at + 1 < phrase.lexemes.count, phrase.lexemes[at + 1].kind == .number || lexeme.kind == .number else {
      return false
    }
    if lexeme.kind == .number {
      let next = phrase.lexemes[at + 1].mark
      let isDate =
        (next == "/" || next == "-" || next == ".")
        && at + 2 < phrase.lexemes.count && phrase.lexemes[at + 2].kind == .number
        // *năm học 2023-2024*
        && !(lexeme.digits == 4 && phrase.lexemes[at + 2].digits == 4)
      // *02 (hai) ngày*
      let isTwice =
        next == "(" && at + 4 < phrase.lexemes.count
        && phrase.lexemes[at + 3].mark == ")"
      // *tổng kết 05 năm thực hiện Chương trình*
      if at > 0, phrase.lexemes[at - 1].classes.contains(.anniversary) { return isDate }
      // *Đề án 06 năm 2022*
      if !isTwice, at + 2 < phrase.lexemes.count, phrase.lexemes[at + 2].digits == 4 { return isDate }
      return isDate || isTime(phrase, isTwice ? at + 4 : at + 1)
    }
    return lexeme.classes.contains(.dated)
  }

  /// *…, không tính ngày nghỉ*, *… (excluding weekends)*, *… and then every month*: what stands behind this comma, bracket
  /// or conjunction says how to count, how often or except when, and is none of the name before it.
  private func limitsName(_ phrase: Phrase, _ at: Int) -> Bool {
    let mark = phrase.lexemes[at].mark
    let isMark = mark == "," || mark == "("
    let lexeme = phrase.lexemes[at]
    guard isMark || lexeme.classes.contains(.joint) && !lexeme.isWithinTurn else { return false }
    if isMark, listsPeriods(phrase, at) { return true }
    // *, which is …* tells what the event is.
    if isMark, at + 1 < phrase.lexemes.count, phrase.key(at + 1) == "which" { return false }
    var next = at + 1
    while next < phrase.lexemes.count, phrase.lexemes[next].kind == .word || phrase.lexemes[next].kind == .number {
      if isRhythm(phrase, next) || isMark && isLimit(phrase, next) { return true }
      next += 1
    }
    return false
  }

  /// *hằng quý*, *mỗi tháng*, *every month*
  private func isRhythm(_ phrase: Phrase, _ at: Int) -> Bool {
    guard isOutsideTurns(phrase, at) else { return false }
    if words.rhythms.contains(phrase.key(at)) { return true }
    return phrase.lexemes[at].classes.contains(.pace)
      && phrase.lexemes[(at + 1)...].prefix(2).contains { $0.classes.contains(.unit) }
  }

  private func isLimit(_ phrase: Phrase, _ at: Int) -> Bool {
    guard isOutsideTurns(phrase, at) else { return false }
    if words.reservations.contains(phrase.key(at)) { return true }
    // *năm 2024*, *quý II* tell what is meant, and *ngày nghỉ* how to count.
    let isNumbered =
      at + 1 < phrase.lexemes.count && phrase.lexemes[at + 1].kind == .number || isQuarter(phrase, at)
    return phrase.lexemes[at].classes.contains(.unit) && !isNumbered
  }

  private func isOutsideTurns(_ phrase: Phrase, _ at: Int) -> Bool {
    !phrase.lexemes[at].isWithinTurn && !(at + 1 < phrase.lexemes.count && phrase.lexemes[at + 1].isWithinTurn)
  }

  /// *năm 2024, 2025*, *quý II, III*
  private func listsPeriods(_ phrase: Phrase, _ at: Int) -> Bool {
    guard at > 1, at + 1 < phrase.lexemes.count else { return false }
    let (before, behind) = (phrase.lexemes[at - 1], phrase.lexemes[at + 1])
    if before.digits == 4, behind.digits == 4 { return true }
    return isQuarter(phrase, at - 2)
      && (behind.kind == .number || ["i", "ii", "iii", "iv"].contains(phrase.key(at + 1)))
  }

  /// *within 60 days of the entry into force, the States shall …*
  private func beginsDuty(_ phrase: Phrase, _ at: Int) -> Bool {
    guard phrase.lexemes[at].mark == "," else { return false }
    let clause = phrase.lexemes.indices[(at + 1)...].prefix(10).prefix { phrase.lexemes[$0].kind != .mark }
    return clause.contains { words.duties.contains(phrase.key($0)) }
      && !clause.prefix(1).contains { words.relatives.contains(phrase.key($0)) }
  }

  /// *quarter end*, *following month*: a period, and no event.
  private func isOnlyTime(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
    !words.hasNamedTimes
      && (range.count == 1 || range.contains { phrase.lexemes[$0].classes.contains(.time) })
      && range.allSatisfy { !phrase.lexemes[$0].classes.isDisjoint(with: [.time, .qualifier]) }
  }

  /// *Q3*, *day 60*, *end of the first and second quarters*, *một năm*: a period or a length of time, and no event.
  private func beginsPeriod(_ phrase: Phrase, _ at: Int) -> Bool {
    let count = phrase.lexemes.count
    guard at + 1 < count else { return false }
    if words.counts.contains(phrase.key(at)), phrase.lexemes[at + 1].classes.contains(.unit) { return true }
    if words.numbered.contains(phrase.key(at)), phrase.lexemes[at + 1].kind == .number { return true }
    guard words.edges.contains(phrase.key(at)), phrase.key(at + 1) == "of" else { return false }
    var next = at + 2
    while next < count, phrase.lexemes[next].kind == .word || phrase.key(next) == "," {
      if phrase.lexemes[next].classes.contains(.unit) {
        // *the end of the financial year, which …*, *the close of the fiscal year involved* tell which one.
        return next + 1 == count || phrase.key(next + 1) == "of"
          || phrase.lexemes[next + 1].kind != .word && !(next + 2 < count && phrase.key(next + 2) == "which")
      }
      next += 1
    }
    return false
  }

  /// *each fiscal quarter* is told as a period, and never as an event.
  private func namesPeriod(_ phrase: Phrase, _ at: Int) -> Bool {
    guard !words.hasNamedTimes, phrase.lexemes[at].classes.contains(.pace) else { return false }
    var next = at + 1
    while next < phrase.lexemes.count, phrase.lexemes[next].classes.contains(.qualifier) { next += 1 }
    return next < phrase.lexemes.count && phrase.lexemes[next].classes.contains(.unit)
  }

  private func isTime(_ phrase: Phrase, _ at: Int) -> Bool {
    at < phrase.lexemes.count && phrase.lexemes[at].classes.contains(.time)
  }

  private func stands(_ stop: [Word], _ phrase: Phrase, _ at: Int) -> Bool {
    guard at + stop.count <= phrase.lexemes.count else { return false }
    return stop.indices.allSatisfy { phrase.key(at + $0) == stop[$0] }
  }

  /// *quý II*
  func isQuarter(_ phrase: Phrase, _ at: Int) -> Bool {
    words.quarters.contains(phrase.key(at)) && at + 1 < phrase.lexemes.count
      && ["i", "ii", "iii", "iv", "1", "2", "3", "4"].contains(phrase.key(at + 1))
  }

  /// *A*, which is no article.
  private func isLetter(_ phrase: Phrase, _ at: Int) -> Bool {
    at > 0 && phrase.token(at).text == "A"
  }

  private func penalty(_ phrase: Phrase, _ at: Int) -> Int {
    let isComma = phrase.lexemes[at].mark == ","
    return switch phrase.lexemes[at].kind {
    case .number: 2
    case .mark where isComma && words.gates.contains(where: { stands($0, phrase, at + 1) }): words.commaCost + 2
    case .mark: isComma ? words.commaCost : phrase.lexemes[at].mark == "(" ? 1 : 0
    case .word:
      phrase.lexemes[at].classes.contains(.time) && !phrase.lexemes[at].isWithinTurn
        ? 1 : phrase.lexemes[at].classes.contains(.alternative) ? 4 : 0
    case .document, .bracketed: 0
    }
  }
}

/// What a word is to names.
struct WordClasses: OptionSet {
  let rawValue: UInt16

  static let time = WordClasses(rawValue: 1)
  static let alternative = WordClasses(rawValue: 1 << 1)
  static let numeral = WordClasses(rawValue: 1 << 3)
  static let pace = WordClasses(rawValue: 1 << 4)
  static let qualifier = WordClasses(rawValue: 1 << 5)
  static let unit = WordClasses(rawValue: 1 << 6)
  static let dated = WordClasses(rawValue: 1 << 7)
  static let dangling = WordClasses(rawValue: 1 << 8)
  static let anniversary = WordClasses(rawValue: 1 << 9)
  static let joint = WordClasses(rawValue: 1 << 10)
}
