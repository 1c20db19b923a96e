package import Diagnostics

/// Reads what scanners and table cells did to a wording. The strict reader judges the result; every change is listed.
package struct DeadlineRepair: Sendable {
  /// One change, in both languages.
  package struct Edit: Hashable, Sendable {
    package var words: Bilingual

    init(_ found: String, _ now: String) {
      words =
        now.isEmpty
        ? Bilingual(vi: "bỏ qua “\(found)”", en: "left out “\(found)”")
        : Bilingual(vi: "“\(found)” đọc là “\(now)”", en: "“\(found)” read as “\(now)”")
    }
  }

  /// A wording with what was done to it.
  package struct Repaired: Sendable {
    /// What the strict reader read.
    package var text: String
    /// Empty: the wording was read as it stands.
    package var edits: [Edit]
    package var reading: DeadlineReading
  }

  let planYear: Int?
  let reader = DeadlineReader()

  package init(planYear: Int?) { self.planYear = planYear }

  struct Draft {
    var text: String
    var edits: [Edit] = []
  }

  /// The reading of `phrase` with the fewest kinds of repair; where repairs of one rank give different meanings, the
  /// reading is a failure that says so.
  package func read(_ phrase: String) -> Repaired {
    let strict = reader.read(phrase)
    // Longer than any cell of a plan: not a wording that a scanner spoilt.
    guard strict.readings.isEmpty, PhraseLexer.tokens(phrase).count <= 80 else {
      return Repaired(text: phrase, edits: [], reading: strict)
    }
    let spellings = respellings(tidied(Draft(text: phrase)))
    let ranks: [(Draft) -> [Draft]] = [
      { [$0] }, withoutBracket, { self.withoutLead($0) + self.withoutTail($0) }, parts,
      { self.withoutBracket($0).flatMap { self.withoutLead($0) + self.withoutTail($0) } },
      { self.leads($0).flatMap(self.withoutTail) }, unstatedRhythm,
    ]
    for rank in ranks {
      for drafts in spellings {
        let read = drafts.flatMap(rank).map { Repaired(text: $0.text, edits: $0.edits, reading: reader.read($0.text)) }
          .filter { !$0.reading.readings.isEmpty }
        guard let first = read.first else { continue }
        if read.allSatisfy({ $0.reading.freeText == first.reading.freeText }) { return first }
        return disagreeing(phrase, read, strict)
      }
    }
    return Repaired(text: phrase, edits: [], reading: strict)
  }

  private func disagreeing(_ phrase: String, _ read: [Repaired], _ strict: DeadlineReading) -> Repaired {
    var reading = strict
    let texts = Set(read.map(\.text)).sorted().joined(separator: "” / “")
    reading.failure = DeadlineFailure(
      range: 0..<phrase.utf8.count,
      words: Bilingual(
        vi: "Có nhiều cách sửa cho nghĩa khác nhau: “\(texts)”.",
        en: "Repairs give different meanings: “\(texts)”."))
    return Repaired(text: phrase, edits: [], reading: reading)
  }

  // MARK: Spaces, dashes, years

  /// List marks at the beginning, blanks around slashes, a year that lost a digit.
  private func tidied(_ draft: Draft) -> Draft {
    var draft = draft
    draft = rewritten(draft) { tokens, index in
      let atStart = index == 0 || tokens[index - 1].key == ";"
      return atStart && ["-", "+", "•", "*", "–", "·"].contains(tokens[index].key) && tokens.count > index + 1
        ? (1, "") : nil
    }
    draft = rewritten(draft) { tokens, index in
      guard tokens[index].key == "/", index > 0, index + 1 < tokens.count,
        tokens[index].spaceBefore || tokens[index + 1].spaceBefore, tokens[index + 1].kind == .number
      else { return nil }
      return (1, "/")
    }
    draft = rewritten(draft) { tokens, index in
      let quarters = ["qi": "Quý I", "qii": "Quý II", "qiii": "Quý III", "qiv": "Quý IV", "qúy": "Quý", "qúi": "Quý"]
      if let quarter = quarters[tokens[index].key] { return (1, quarter) }
      guard tokens[index].key == "q", index + 1 < tokens.count, tokens[index + 1].key == "." else { return nil }
      return (2, "Quý ")
    }
    if let planYear {
      draft = rewritten(draft) { tokens, index in
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
    return draft
  }

  /// Replaces runs of tokens: `change` answers how many tokens from an index stand for which text.
  func rewritten(_ draft: Draft, _ change: ([Token], Int) -> (count: Int, now: String)?) -> Draft {
    let tokens = PhraseLexer.tokens(draft.text)
    var text = ""
    var edits = draft.edits
    var index = 0
    while index < tokens.count {
      if let (count, now) = change(tokens, index) {
        let found = tokens[index..<(index + count)]
        let isTight = now == "/"
        if !isTight, !now.isEmpty, !text.isEmpty, tokens[index].spaceBefore { text += " " }
        text += now
        index += count
        if isTight {
          let around = tokens[(index - 2)...index]
          edits.append(Edit(Self.joined(around), around.map(\.text).joined()))
          text += tokens[index].text
          index += 1
        } else {
          edits.append(Edit(Self.joined(found), now))
        }
        continue
      }
      if tokens[index].spaceBefore, !text.isEmpty { text += " " }
      text += tokens[index].text
      index += 1
    }
    return Draft(text: text, edits: edits)
  }

  static func joined(_ tokens: some Sequence<Token>) -> String {
    var text = ""
    for token in tokens { text += (token.spaceBefore && !text.isEmpty ? " " : "") + token.text }
    return text
  }

  // MARK: Words

  /// The draft, then those with one, two, … words mended: syllables that a line break cut are joined (*Thườn g*), and a
  /// word one letter away from exactly one keyword may be that keyword. Fewest first, so that names stay as they are.
  private func respellings(_ draft: Draft) -> [[Draft]] {
    let joined = rewritten(draft) { tokens, index in
      guard index + 1 < tokens.count, tokens[index].kind == .word, tokens[index + 1].kind == .word,
        tokens[index + 1].spaceBefore
      else { return nil }
      let whole = tokens[index].key + tokens[index + 1].key
      guard Spelling.keywords.contains(whole), !Spelling.keywords.contains(tokens[index].key) else { return nil }
      return (2, tokens[index].text + tokens[index + 1].text)
    }
    let mends: [(index: Int, word: String)] = PhraseLexer.tokens(joined.text).enumerated().flatMap { index, token in
      token.kind == .word && token.key.count >= 2 && !Spelling.keywords.contains(token.key)
        ? Spelling.candidates(token.key).map { (index, $0) } : []
    }
    var groups: [[Draft]] = joined.edits.count == draft.edits.count ? [[draft]] : [[draft], [joined]]
    for size in 1...3 where mends.count <= 8 && size <= mends.count {
      let choices = Self.subsets(of: Array(mends.indices), size: size)
        .filter { chosen in Set(chosen.map { mends[$0].index }).count == size }
      groups.append(
        choices.map { chosen in
          rewritten(joined) { _, index in chosen.first { mends[$0].index == index }.map { (1, mends[$0].word) } }
        })
    }
    return groups
  }

  private static func subsets(of items: [Int], size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard items.count >= size else { return [] }
    let rest = Array(items.dropFirst())
    return subsets(of: rest, size: size - 1).map { [items[0]] + $0 } + subsets(of: rest, size: size)
  }

  // MARK: Words beside the deadline

  /// A final bracket that is no clause becomes the label of its deadline (*Quý I/2024 (ban hành Kế hoạch)*); one that
  /// holds figures is left out.
  private func withoutBracket(_ draft: Draft) -> [Draft] {
    let phrase = PhraseParser(draft.text)
    guard let last = phrase.tokens.last, last.key == ")", let open = phrase.opening(of: phrase.limit - 1), open > 0,
      let inner = phrase.slice(open + 1, phrase.limit - 1), let main = phrase.slice(0, open)
    else { return [] }
    let hasFigures = phrase.tokens[open...].contains { $0.kind == .number }
    guard !Spelling.forbids(phrase.tokens[open...]) else { return [] }
    if hasFigures || inner.contains(":") { return [Draft(text: main, edits: draft.edits + [Edit("(\(inner))", "")])] }
    return [Draft(text: "\(inner): \(main)", edits: draft.edits + [Edit("(\(inner))", "\(inner): …")])]
  }

  /// The deadline that is left when the fewest words that name the work are taken from the front.
  private func withoutLead(_ draft: Draft) -> [Draft] {
    leads(draft).first { !reader.read($0.text).readings.isEmpty }.map { [$0] } ?? []
  }

  private func leads(_ draft: Draft) -> [Draft] {
    let phrase = PhraseParser(draft.text)
    return (1..<max(2, min(phrase.limit, 16))).compactMap { end in
      guard end < phrase.limit, Spelling.isLead(phrase.tokens[..<end]), let rest = phrase.slice(end, phrase.limit)
      else { return nil }
      return Draft(text: rest, edits: draft.edits + [Edit(Self.joined(phrase.tokens[..<end]), "")])
    }
  }

  /// The longest deadline that is left when words that name the work are taken from the back.
  private func withoutTail(_ draft: Draft) -> [Draft] {
    let phrase = PhraseParser(draft.text)
    for start in stride(from: phrase.limit - 1, to: max(0, phrase.limit - 16), by: -1) {
      let dropped = phrase.tokens[start...]
      guard Spelling.isTail(dropped), let rest = phrase.slice(0, start) else { continue }
      let reading = reader.read(rest)
      guard !reading.freeText.isEmpty, reading.freeText.allSatisfy({ $0.items.allSatisfy(\.form.hasOwnEdge) }) else {
        continue
      }
      return [Draft(text: rest, edits: draft.edits + [Edit(Self.joined(dropped), "")])]
    }
    return []
  }
}
