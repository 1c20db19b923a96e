/// Finds words that say nothing of time and may be left out around a deadline.
final class FillerReader: Sendable {
  let words: LeafWords
  private let binding: [Word: [[Word]]]
  private let bounds: [Word: [[Word]]]
  private let harmless: [Word: [[Word]]]
  private let damage: Damage
  /// Words that bind in the other language and cannot be words of this one.
  private let foreign: Set<Word>

  /// Made when something is first left out: rule books never do.
  static func of(_ language: Language) -> FillerReader { language == .vi ? vietnamese : english }

  private static let vietnamese = FillerReader(.vietnamese)
  private static let english = FillerReader(.english)

  /// Longer stretches are not left out.
  private static let longest = 60

  private init(_ words: LeafWords) {
    self.words = words
    binding = Dictionary(grouping: words.binding) { $0[0] }
    bounds = Dictionary(grouping: words.bounds) { $0[0] }
    harmless = Dictionary(grouping: words.harmless) { $0[0] }
    damage = Damage(words)
    let others = LeafWords.english
    let bound = others.dangling.union(others.exceptions).union(others.classes).union(
      (others.binding + others.papers).joined())
    foreign = words.hasMarks ? bound.filter { !Syllable.isOne($0.text) } : []
  }

  /// No number, negation, word of time or condition; and it never ends with a word that belongs to what follows.
  func fillers(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    // *Bãi bỏ văn bản* is a duty, *bãi bỏ, trước ngày 15* none any more.
    let isExcepted =
      words.exceptions.contains(phrase.key(at))
      && (at > 0 || at + 1 < phrase.lexemes.count && phrase.lexemes[at + 1].kind == .mark)
    guard !splitsName(phrase, at), !isExcepted else { return [] }
    var found: [(end: Int, text: String, cost: Int)] = []
    var end = at
    while end < phrase.lexemes.count, end - at < FillerReader.longest {
      let length = freeLength(phrase, end, since: at)
      guard length > 0 else { break }
      end += length
      if !splitsName(phrase, end), !belongs(phrase, end - 1, since: at), !isLone(phrase, at, end),
        !tellsWhose(phrase, at..<end)
      {
        found.append((end, phrase.slice(at..<end), 5 + end - at))
      }
    }
    return found
  }

  /// *the year preceding | the leave*: what stands here tells which period it is.
  private func isRelated(_ phrase: Phrase, _ at: Int) -> Bool {
    at > 0 && words.relations.contains(phrase.key(at - 1))
  }

  /// *members who joined before 1 January*: the time is theirs, and no deadline.
  private func tellsWhose(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
    guard let who = range.last(where: { phrase.key($0) == "who" }) else { return false }
    let rest = who + 1..<range.upperBound
    if rest.contains(where: { words.presents.contains(phrase.key($0)) }) { return false }
    return rest.contains { words.pasts.contains(phrase.key($0)) }
      || phrase.key(range.upperBound - 1).text.hasSuffix("ed")
  }

  /// Likewise; and it never begins with a word by which the deadline goes on.
  func tails(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    // *Quý II 15 hồ sơ* counts rather than dates.
    guard phrase.lexemes[at].kind != .number, !splitsName(phrase, at), !namesTime(phrase, at), !continues(phrase, at),
      !isRelated(phrase, at)
    else { return [] }
    let first = phrase.key(at) == "," && at + 1 < phrase.lexemes.count ? at + 1 : at
    let isBound =
      words.continuing.contains(phrase.key(at)) || words.exceptions.contains(phrase.key(first))
      || first > at && words.alternatives.contains(phrase.key(first))
    guard !isBound || stands(harmless, phrase, first) else { return [] }
    var found: [(end: Int, text: String, cost: Int)] = []
    var end = at
    while end < phrase.lexemes.count, end - at < FillerReader.longest {
      let length = freeLength(phrase, end, since: at)
      // *the meeting set for 15 March is cancelled*
      if end > at, words.exceptions.contains(phrase.key(end)), words.passives.contains(phrase.key(end - 1)) {
        return []
      }
      guard length > 0 else { break }
      end += length
      if !isLone(phrase, at, end) { found.append((end, phrase.slice(at..<end), 5 + end - at)) }
    }
    return found
  }

  /// To the end or a semicolon: numbers and periods may name what is due, but nothing in it limits or dates.
  func subjects(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    var end = at
    while end < phrase.lexemes.count, phrase.key(end) != ";" {
      if stands(harmless, phrase, end) {
        end += 2
        continue
      }
      // *last day to drop a class or withdraw*
      let isJoint =
        words.alternatives.contains(phrase.key(end)) && end > at && end + 1 < phrase.lexemes.count
        && phrase.lexemes[end + 1].kind == .word && !words.time.contains(phrase.key(end + 1)) && !words.hasMarks
      if words.limits.contains(phrase.key(end)) && !isJoint || stands(bounds, phrase, end) || isSpoilt(phrase, end) {
        return []
      }
      let isNumber = phrase.lexemes[end].kind == .number
      if isNumber, end + 1 < phrase.lexemes.count, words.time.contains(phrase.key(end + 1)) { return [] }
      // *11:59*
      if isNumber, end + 2 < phrase.lexemes.count, phrase.key(end + 1) == ":", phrase.lexemes[end + 2].kind == .number {
        return []
      }
      if isNumber, end > at, words.dated.contains(phrase.key(end - 1)) { return [] }
      end += 1
    }
    guard (at..<end).contains(where: { phrase.lexemes[$0].kind == .word }) else { return [] }
    return [(end, phrase.slice(at..<end), 5)]
  }

  func topics(_ phrase: Phrase, _ at: Int) -> [(end: Int, text: String, cost: Int)] {
    var found: [(end: Int, text: String, cost: Int)] = []
    var end = at
    while end < phrase.lexemes.count, ![";", "(", ")", "."].contains(phrase.key(end)), !stands(bounds, phrase, end),
      !isSpoilt(phrase, end)
    {
      end += 1
      found.append((end, phrase.slice(at..<end), 2))
    }
    return found
  }

  /// One word of time that lost its marks, and nothing else (*quý, 6 tháng, nam*).
  private func isLone(_ phrase: Phrase, _ at: Int, _ end: Int) -> Bool {
    end == at + 1 && word(phrase, at).map { damage.isRemarked($0.text) } ?? false
  }

  private func continues(_ phrase: Phrase, _ at: Int) -> Bool {
    at > 0 && (!words.hasMarks || words.time.contains(phrase.key(at - 1)))
      && word(phrase, at).map(damage.isContinuing) ?? false
  }

  private func word(_ phrase: Phrase, _ at: Int) -> Damage.Word? {
    guard at < phrase.lexemes.count, phrase.lexemes[at].kind == .word else { return nil }
    let text = phrase.key(at).text
    return Damage.Word(text: text, isKnown: text.count > 1 && phrase.lexemes[at].word > 0 || damage.isKnown(text))
  }

  /// What is left out ends there with a word of what follows, or one that may have lost its marks (*tư ngày 15/3*).
  private func belongs(_ phrase: Phrase, _ at: Int, since start: Int) -> Bool {
    // *approx.*
    if phrase.key(at) == ".", at > start { return belongs(phrase, at - 1, since: start) }
    let word = phrase.key(at)
    let next = at + 1 < phrase.lexemes.count ? phrase.key(at + 1) : ""
    let isNumber = at + 1 < phrase.lexemes.count && phrase.lexemes[at + 1].kind == .number
    if isNumber || next == "ngày", endsWithPaper(phrase, at) { return true }
    if isInName(phrase, at, since: start) { return false }
    // *shall be adopted by 1 July* is a duty, *the rules adopted 1 July* are not.
    if words.acts.contains(word), at > start, phrase.key(at - 1) == "be" { return false }
    if isOfPeriod(phrase, at) || isLate(phrase, at, since: start) { return true }
    if words.dangling.contains(word) || words.exceptions.contains(word) { return true }
    if isNumber, words.classes.contains(word) { return true }
    // *Form 15 March*
    if phrase.lexemes[at].kind == .document { return words.dated.contains(next) }
    return (!words.hasMarks || isNumber || words.named.contains(next) || words.leading.contains(next))
      && self.word(phrase, at).map(damage.isLimit) ?? false
  }

  /// *the accounting period | from 5 April to 5 July*
  private func isOfPeriod(_ phrase: Phrase, _ at: Int) -> Bool {
    guard !words.hasMarks, ["period", "periods"].contains(phrase.key(at)), at + 1 < phrase.lexemes.count else {
      return false
    }
    let next = phrase.key(at + 1)
    return phrase.lexemes[at + 1].kind == .number || words.dated.contains(next)
      || ["from", "beginning", "ending", "ended", "between", "of"].contains(next)
  }

  /// *work done | after the period*, *payments received | after 5 June*: the time is theirs, and no deadline.
  private func isLate(_ phrase: Phrase, _ at: Int, since start: Int) -> Bool {
    guard !words.hasMarks, at + 1 < phrase.lexemes.count else { return false }
    let word = phrase.key(at)
    // *The balance | as of 30 June* is told of that day, *The law applies | as of 30 June* begins then.
    if phrase.key(at + 1) == "as", at + 2 < phrase.lexemes.count, phrase.key(at + 2) == "of" {
      return !["apply", "applies", "applicable", "effective", "effect", "force", "valid"].contains(word)
        && !(at + 3..<phrase.lexemes.count).contains { stands(bounds, phrase, $0) }
    }
    // *has been employed | for at least a year*
    if phrase.key(at + 1) == "for", (start...at).contains(where: { ["has", "have", "had"].contains(phrase.key($0)) }) {
      return true
    }
    if ["delinquent", "overdue", "late"].contains(word), phrase.key(at + 1) == "after" { return true }
    guard ["after", "past", "beyond"].contains(phrase.key(at + 1)),
      word.text.hasSuffix("ed") || ["done", "made", "paid", "sent", "given", "held"].contains(word)
    else { return false }
    let duties: Set<Word> = ["shall", "must", "may", "should", "will", "be", "is", "are", "to", "has", "have"]
    return !(start...at).contains { duties.contains(phrase.key($0)) }
  }

  /// *Quyết định*, *Công văn số 15*: the day behind is that of the paper.
  private func endsWithPaper(_ phrase: Phrase, _ at: Int) -> Bool {
    var last = at
    if last > 0, phrase.lexemes[last].kind != .word { last -= 1 }
    if phrase.key(last) == "số" { return true }
    return words.papers.contains {
      last + 1 >= $0.count && stands($0, phrase, last + 1 - $0.count)
    }
  }

  /// What comes before and behind are one name, turn of speech or figure (*Tháng | hành động*, *30/ | 6*).
  private func splitsName(_ phrase: Phrase, _ at: Int) -> Bool {
    // *20th*
    if at > 0, at < phrase.lexemes.count, phrase.lexemes[at - 1].kind == .number,
      ["st", "nd", "rd", "th"].contains(phrase.key(at))
    {
      return true
    }
    if at > 0, at < phrase.lexemes.count, isFigure(phrase, at - 1), isFigure(phrase, at),
      !phrase.token(at).spaceBefore
    {
      return true
    }
    return (max(0, at - 4)..<at).contains { first in
      harmless[phrase.key(first)]?.contains { first + $0.count > at && stands($0, phrase, first) } ?? false
    }
  }

  private func isFigure(_ phrase: Phrase, _ at: Int) -> Bool {
    phrase.lexemes[at].kind == .number || ["/", ".", "-"].contains(phrase.key(at))
  }

  /// The word of time before it is no rhythm, but goes on with a name (*năm Giáp Thìn*).
  private func namesTime(_ phrase: Phrase, _ at: Int) -> Bool {
    at > 0 && phrase.lexemes[at].isCapital && words.named.contains(phrase.key(at - 1))
      && (at == 1 || !words.paces.contains(phrase.key(at - 2)))
  }

  /// How many lexemes may be left out together here: one that does not bind, or a bracket of such.
  private func freeLength(_ phrase: Phrase, _ at: Int, since start: Int) -> Int {
    if phrase.key(at) == "(" { return bracketLength(phrase, at, since: start) }
    return isInName(phrase, at, since: start) || !binds(phrase, at, since: start) ? 1 : 0
  }

  /// It stands in a turn of speech that holds a word which binds elsewhere (*đầu tư*).
  private func isInName(_ phrase: Phrase, _ at: Int, since start: Int) -> Bool {
    (max(start, at - 4)...at).contains { first in
      harmless[phrase.key(first)]?.contains { first + $0.count > at && stands($0, phrase, first) } ?? false
    }
  }

  /// A bracket of which nothing binds.
  private func bracketLength(_ phrase: Phrase, _ open: Int, since start: Int) -> Int {
    var end = open + 1
    if end < phrase.lexemes.count, words.exceptions.contains(phrase.key(end)) { return 0 }
    while end < phrase.lexemes.count, phrase.key(end) != ")" {
      let length = phrase.key(end) == "(" ? 0 : freeLength(phrase, end, since: start)
      guard length > 0 else { return 0 }
      end += length
    }
    return end < phrase.lexemes.count && end > open + 1 ? end + 1 - open : 0
  }

  private func binds(_ phrase: Phrase, _ at: Int, since start: Int) -> Bool {
    let lexeme = phrase.lexemes[at]
    let word = phrase.key(at)
    // Words in another language's letters: its words of time are not known here.
    if !words.hasMarks, lexeme.kind == .word, !word.text.utf8.allSatisfy({ $0 < 0x80 }) { return true }
    if [";", "(", ")"].contains(word) || stands(binding, phrase, at) { return true }
    if words.numerals.contains(word) {
      return at + 1 == phrase.lexemes.count || !words.things.contains(phrase.key(at + 1))
    }
    if isSpoilt(phrase, at) { return true }
    let isNumber =
      lexeme.kind == .number || words.ranks.contains(word)
    guard isNumber else { return false }
    // *lớp 10*, *50 %*, *$1,000.50*
    var first = at
    while first > start + 1, [",", "."].contains(phrase.key(first - 1)), phrase.lexemes[first - 2].kind == .number {
      first -= 2
    }
    let next = at + 1 < phrase.lexemes.count ? phrase.key(at + 1) : ""
    // *issued 15 March*
    let isDay = words.hasMarks ? countsTime(phrase, at) : words.dated.contains(next)
    let isName = first > start && (words.classes.contains(phrase.key(first - 1)) || isTitle(phrase, at)) && !isDay
    return !isName && next != "%" && !words.things.contains(next)
  }

  /// *rà soát đề án 06 tháng một lần*, but not *lớp 10 năm học 2024-2025*.
  private func countsTime(_ phrase: Phrase, _ number: Int) -> Bool {
    guard words.hasMarks, number + 1 < phrase.lexemes.count, words.time.contains(phrase.key(number + 1)) else {
      return false
    }
    return phrase.key(number + 1) != "năm" || number + 2 == phrase.lexemes.count || phrase.key(number + 2) != "học"
  }

  /// *the OSHA 300 Log*
  private func isTitle(_ phrase: Phrase, _ at: Int) -> Bool {
    guard !words.hasMarks, at > 0, at + 1 < phrase.lexemes.count else { return false }
    return [at - 1, at + 1].allSatisfy {
      phrase.lexemes[$0].isCapital && !words.time.contains(phrase.key($0)) && !words.dated.contains(phrase.key($0))
        && !words.units.contains(phrase.key($0)) && !words.binding.contains([phrase.key($0)])
    }
  }

  private func isSpoilt(_ phrase: Phrase, _ at: Int) -> Bool {
    guard let found = word(phrase, at) else { return false }
    return !found.isKnown && (damage.isDamaged(found.text) || foreign.contains(Word(found.text)))
      || damage.beginsTurn { word(phrase, at + $0) }
  }

  private func stands(_ phrases: [Word: [[Word]]], _ phrase: Phrase, _ at: Int) -> Bool {
    phrases[phrase.key(at)]?.contains { stands($0, phrase, at) } ?? false
  }

  private func stands(_ words: [Word], _ phrase: Phrase, _ at: Int) -> Bool {
    guard at + words.count <= phrase.lexemes.count else { return false }
    // The modal *may* is no month.
    if self.words.capitals.contains(words[0]), !phrase.lexemes[at].isCapital { return false }
    return words.indices.allSatisfy { phrase.key(at + $0) == words[$0] }
  }
}
