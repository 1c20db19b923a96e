@_spi(_Unicode) import Swift

/// Finds words that a scanner or a hasty hand made of a limit, a time or a negation: they bind like what they were.
struct Damage: Sendable {
  /// A word of a phrase; `isKnown` if it is what it is, whatever it resembles.
  struct Word: Equatable {
    var text: String
    var isKnown: Bool
  }

  private let known: Set<String>
  private let binding: Set<String>
  private let hasMarks: Bool
  private let bare: Set<String>
  private let long: [[Character]]
  /// Words before what they bind and words by which a deadline goes on, however short.
  private let before: [[Character]], behind: [[Character]]
  /// Turns of several words that bind, by the first without its marks and by the second.
  private let byFirst: [String: [[String]]], bySecond: [String: [[String]]]

  init(_ words: LeafWords) {
    let hasMarks = words.hasMarks
    self.hasMarks = hasMarks
    func texts(_ phrases: [[Deadlines.Word]]) -> [[String]] { phrases.map { $0.map(\.text) } }
    func texts(_ words: Set<Deadlines.Word>) -> [String] { words.map(\.text) }
    let (binds, never, dangling, continuing) =
      (texts(words.binding), texts(words.never), texts(words.dangling), texts(words.continuing))
    let limits = Set(binds.filter { $0.count == 1 }.joined())
    let singles = limits.union(dangling).union(continuing)
    binding = singles
    bare = hasMarks ? Set(singles.map(Damage.bare)) : []
    // Too many words differ in one letter from a shorter one.
    long = singles.filter { $0.count >= (hasMarks ? 3 : limits.contains($0) ? 4 : 5) }.map(Array.init)
    before = singles.filter { $0.count > 2 }.union(dangling.filter { $0.count > 1 }).map(Array.init)
    behind = continuing.filter { $0.count > 1 }.map(Array.init)
    let turns = (texts(words.bounds) + never + binds).filter { $0.count > 1 && $0[0] != "và" }
    byFirst = hasMarks ? Dictionary(grouping: turns) { Damage.bare($0[0]) } : [:]
    bySecond = hasMarks ? Dictionary(grouping: turns) { $0[1] } : [:]
    known = singles.union(texts(words.ordinary)).union(never.joined()).union(texts(words.stops).joined())
      .union(texts(words.things)).union(texts(words.classes)).union(texts(words.documents))
  }

  func isKnown(_ word: String) -> Bool { known.contains(word) }

  /// It differs from a word that binds in nothing but marks, or in one letter and is no syllable of the language.
  func isDamaged(_ word: String) -> Bool {
    if isRemarked(word) { return true }
    guard !hasMarks || !Syllable.isOne(word) else { return false }
    return Damage.isNear(word, long)
  }

  /// Directly before a time it may be a word that binds and lost its marks or a letter, even if it is a word of its own.
  func isLimit(_ word: Word) -> Bool {
    if isRemarked(word.text) { return true }
    guard hasMarks, Syllable.isOne(word.text) else { return !word.isKnown && Damage.isNear(word.text, before) }
    let letters = Array(word.text)
    return (!word.isKnown || letters.count > 3)
      && before.contains { $0.count == letters.count + 1 && Damage.isOneEdit(letters, $0) }
  }

  /// It differs in marks alone from a word that binds, even if it is a word of its own.
  func isRemarked(_ word: String) -> Bool {
    hasMarks && !binding.contains(word) && bare.contains(Damage.bare(word))
  }

  /// Directly behind a time it may be a word by which the deadline goes on.
  func isContinuing(_ word: Word) -> Bool { !word.isKnown && Damage.isNear(word.text, behind) }

  /// A turn that binds was spoilt here: at least one of its words is whole, or the words differ in nothing but marks, each
  /// of them perhaps a word of its own (*muốn nhất*, *Thường xuyn*).
  func beginsTurn(_ word: (Int) -> Word?) -> Bool {
    guard hasMarks, let first = word(0), let second = word(1) else { return false }
    let turns = (byFirst[Damage.bare(first.text)] ?? []) + (bySecond[second.text] ?? [])
    return turns.contains { turn in
      let found = turn.indices.compactMap(word)
      guard found.count == turn.count else { return false }
      let isMarks = zip(found, turn).allSatisfy { Damage.bare($0.text) == Damage.bare($1) }
      let whole = zip(found, turn).count { $0.text == $1 }
      return whole < turn.count
        && (isMarks
          || whole > 0
            && zip(found, turn).allSatisfy { one, meant in
              one.text == meant || !one.isKnown && Damage.isNear(one.text, [Array(meant)])
            })
    }
  }

  private static func isNear(_ word: String, _ others: [[Character]]) -> Bool {
    let letters = Array(word)
    return others.contains { abs($0.count - letters.count) <= 1 && isOneEdit(letters, $0) }
  }

  /// Without its marks.
  static func bare(_ word: String) -> String {
    var bare = ""
    for scalar in word._nfd where !("\u{300}"..."\u{36F}").contains(scalar) {
      bare.unicodeScalars.append(scalar == "đ" ? "d" : scalar)
    }
    return bare
  }

  /// One letter changed or added, or two neighbours exchanged.
  static func isOneEdit(_ a: [Character], _ b: [Character]) -> Bool {
    let head = zip(a, b).prefix { $0 == $1 }.count
    let x = a[head...]
    let y = b[head...]
    if x.count == y.count {
      if x.dropFirst().elementsEqual(y.dropFirst()) { return !x.isEmpty }
      return x.count >= 2 && x.first == y.dropFirst().first && y.first == x.dropFirst().first
        && x.dropFirst(2).elementsEqual(y.dropFirst(2))
    }
    return x.count + 1 == y.count
      ? x.elementsEqual(y.dropFirst()) : x.count == y.count + 1 && x.dropFirst().elementsEqual(y)
  }
}

/// How Vietnamese spells a syllable.
enum Syllable {
  private static let initials = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
  ]

  private static let rhymes = Set(
    ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê "
      + "êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang "
      + "oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm "
      + "ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên "
      + "uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu")
      .split(separator: " ").map(String.init))

  /// A word of it could be written so: *truơc* could not, and *chec* could not without a tone.
  static func isOne(_ word: String) -> Bool {
    var letters = ""
    var hasTone = false
    for scalar in word._nfd {
      if ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"].contains(scalar) {
        guard !hasTone else { return false }
        hasTone = true
      } else {
        letters.unicodeScalars.append(scalar)
      }
    }
    return initials.contains { initial in
      guard letters.hasPrefix(initial) else { return false }
      let rhyme = String(letters.dropFirst(initial.count))
      // Only few consonants stand before *y* alone (*kỳ, mỹ*).
      if rhyme == "y", !["", "h", "k", "l", "m", "qu", "s", "t", "v"].contains(initial) { return false }
      let isStopped = ["c", "p", "t", "ch"].contains { rhyme.hasSuffix($0) }
      return rhymes.contains(rhyme) && (hasTone || !isStopped)
    }
  }
}
