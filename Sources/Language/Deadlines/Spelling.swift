/// Mends what scanning does to a wording: list marks, blanks around slashes, years that lost a digit, syllables that a line
/// break cut, letters that got lost.
struct Spelling: Sendable {
  struct Draft {
    var text: String
    var edits: [DeadlineRepair.Edit] = []
    /// Which of its tokens are words mended: they say something now, and are never left out.
    var mended: Set<Int> = []
  }

  let planYear: Int?

  /// Words that are often written without their marks.
  static let marks: [Word: String] = [
    "truoc": "trước", "ngay": "ngày", "thang": "tháng", "nam": "năm", "quy": "quý", "hang": "hằng", "cham": "chậm",
    "nhat": "nhất", "den": "đến", "ke": "kể", "tu": "từ", "thuong": "thường", "xuyen": "xuyên", "dinh": "định",
    "ky": "kỳ", "cuoi": "cuối", "dau": "đầu", "giua": "giữa", "vong": "vòng", "tuan": "tuần", "gio": "giờ",
    "han": "hạn",
    "het": "hết", "muon": "muộn", "moi": "mỗi", "lan": "lần", "lam": "làm", "viec": "việc", "hoc": "học",
    "thu": "thứ",
  ]

  private static let keywords = Set(Table.vietnamese.vocabulary.map(\.text))
  private static let damage = Damage(.vietnamese)
  private static let turns = Set(LeafWords.vietnamese.harmless.joined().map(\.text))

  /// A word that a list or the other language has: nobody misspelt it.
  private static func isKnown(_ word: String) -> Bool {
    keywords.contains(word) || damage.isKnown(word) || Table.isOwn(Word(word), .en)
      || turns.contains(word) && !damage.isDamaged(word)
  }

  /// Negations written without marks: *khong* is *không* without its mark far more often than *khoảng*, and a negation is
  /// never mended away.
  private static let unmended: Set<Word> = ["khong", "chua", "tru", "ko", "kg", "khg", "hong"]

  /// The wording tidied, then with one, two, … words mended: fewest first, so that names stay as they are.
  func drafts(of phrase: String) -> [[Draft]] {
    let draft = tidied(Draft(text: phrase))
    let joined = rewritten(draft) { tokens, index in
      guard index + 1 < tokens.count, tokens[index].kind == .word, tokens[index + 1].kind == .word,
        tokens[index + 1].spaceBefore
      else { return nil }
      let whole = tokens[index].key.text + tokens[index + 1].key.text
      guard Self.keywords.contains(whole), !Self.keywords.contains(tokens[index].key.text) else { return nil }
      return (2, tokens[index].text + tokens[index + 1].text)
    }
    // Letters get lost in scans of Vietnamese; words of another language are no misspelt Vietnamese.
    let isMended = DeadlineText(joined.text).languages.contains(.vi)
    let mends: [(index: Int, word: String)] =
      !isMended
      ? []
      : PhraseLexer.tokens(joined.text).enumerated().flatMap { index, token in
        token.kind == .word && token.key.text.count >= 2 && !Self.isKnown(token.key.text)
          ? Self.candidates(token.key.text).map { (index, $0) } : []
      }
    var groups: [[Draft]] = joined.edits.count == draft.edits.count ? [[draft]] : [[draft], [joined]]
    for size in 1...3 where mends.count <= 8 && size <= mends.count {
      let choices = Self.subsets(of: Array(mends.indices), size: size)
        .filter { chosen in Set(chosen.map { mends[$0].index }).count == size }
      groups.append(
        choices.map { chosen in
          var draft = rewritten(joined) { _, index in
            chosen.first { mends[$0].index == index }.map { (1, mends[$0].word) }
          }
          draft.mended = Set(chosen.map { mends[$0].index })
          return draft
        })
    }
    return groups
  }

  private func tidied(_ draft: Draft) -> Draft {
    var draft = rewritten(draft) { tokens, index in
      let atStart = index == 0 || tokens[index - 1].key == ";"
      return atStart && ["-", "+", "•", "*", "–", "·"].contains(tokens[index].key) && tokens.count > index + 1
        ? (1, "") : nil
    }
    draft = rewritten(draft) { tokens, index in
      let quarters: [Word: String] = [
        "qi": "Quý I", "qii": "Quý II", "qiii": "Quý III", "qiv": "Quý IV", "qúy": "Quý", "qúi": "Quý",
      ]
      if let quarter = quarters[tokens[index].key] { return (1, quarter) }
      // *chu* is a word of its own in *chu kỳ* alone.
      if tokens[index].key == "chu", index + 1 < tokens.count, tokens[index + 1].key == "nhật" { return (1, "chủ") }
      guard tokens[index].key == "q", index + 1 < tokens.count, tokens[index + 1].key == "." else { return nil }
      return (2, "Quý ")
    }
    draft = remarked(draft)
    guard let planYear else { return draft }
    return rewritten(draft) { tokens, index in
      guard index > 0, tokens[index - 1].key == "năm" || tokens[index - 1].key == "/", tokens[index].kind == .number
      else { return nil }
      if tokens[index].digits == 3, String(planYear).hasPrefix(tokens[index].text) { return (1, String(planYear)) }
      if index + 1 < tokens.count, tokens[index + 1].kind == .number,
        tokens[index].text + tokens[index + 1].text == String(planYear)
      {
        return (2, String(planYear))
      }
      return nil
    }
  }

  /// A wording wholly written without marks (*truoc ngay 15/3*).
  private func remarked(_ draft: Draft) -> Draft {
    let words = PhraseLexer.tokens(draft.text).filter { $0.kind == .word }
    func isMarkable(_ word: Token) -> Bool { Self.marks[word.key] != nil }
    guard words.allSatisfy({ $0.text.utf8.allSatisfy { $0 < 0x80 } }),
      zip(words, words.dropFirst()).contains(where: { isMarkable($0) && isMarkable($1) }),
      words.count(where: isMarkable) > words.count(where: { Table.isOwn($0.key, .en) })
    else { return draft }
    return rewritten(draft) { tokens, index in
      // *ngay ky* is *ngày ký*, and a name.
      if tokens[index].key == "ky", index == 0 || tokens[index - 1].key != "dinh" { return nil }
      return Self.marks[tokens[index].key].map { (1, $0) }
    }
  }

  /// Replaces runs of tokens: `change` answers how many tokens from an index stand for which text.
  private func rewritten(_ draft: Draft, _ change: ([Token], Int) -> (count: Int, now: String)?) -> Draft {
    let tokens = PhraseLexer.tokens(draft.text)
    var text = ""
    var edits = draft.edits
    var index = 0
    while index < tokens.count {
      let changed = change(tokens, index)
      let count = changed?.count ?? 1
      let now = changed?.now ?? tokens[index].text
      if let changed {
        let found = tokens[index..<index + count].map { ($0.spaceBefore ? " " : "") + $0.text }.joined()
        edits.append(DeadlineRepair.Edit(String(found.drop { $0 == " " }), changed.now))
      }
      if !now.isEmpty { text += (tokens[index].spaceBefore && !text.isEmpty ? " " : "") + now }
      index += count
    }
    return Draft(text: text, edits: edits)
  }

  private static func subsets(of items: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard items.count >= size else { return [] }
    let rest = Array(items.dropFirst())
    return subsets(of: rest, size: size - 1).map { [items[0]] + $0 } + subsets(of: rest, size: size)
  }

  /// Keywords, but no single letters, that lost marks in `word`; else one letter; else those one letter away (one changed, added, or two
  /// neighbours exchanged). At most three: more would be guessing.
  static func candidates(_ word: String) -> [String] {
    guard !unmended.contains(Word(word)) else { return [] }
    let letters = Array(word)
    let bare = Damage.bare(word)
    let near = keywords.filter { abs($0.count - letters.count) <= 1 && Damage.isOneEdit(letters, Array($0)) }
    let shortened = near.filter { $0.count == letters.count + 1 }
    let remarked = keywords.filter { Damage.bare($0) == bare }
    let likely = shortened.union(remarked)
    let found = likely.isEmpty ? near : likely
    return found.count <= 3 ? found.filter { $0.count > 1 }.sorted() : []
  }
}
