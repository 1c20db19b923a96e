package import Diagnostics

/// Reads what scanners and table cells did to a wording, and deadlines with words around them. Every change is listed.
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
    /// What the strict reader reads with that meaning.
    package var text: String
    /// Empty: the wording was read as it stands.
    package var edits: [Edit]
    package var reading: DeadlineReading
  }

  private let spelling: Spelling
  private let reader = DeadlineReader()

  /// Longer than any cell of a plan: not a wording that a scanner spoilt.
  private static let longest = 80

  package init(planYear: Int?) { spelling = Spelling(planYear: planYear) }

  /// The reading of `phrase` with the fewest repairs: as it stands, respelt, then with words around it left out. Where two
  /// such readings mean different things, the reading is a failure that says so.
  package func read(_ phrase: String) -> Repaired {
    let strict = reader.read(phrase)
    let text = DeadlineText(phrase)
    guard strict.readings.isEmpty, strict.failure?.isOfReading != true, text.tokens.count <= Self.longest,
      Refusal.ofRepair(text) == nil
    else {
      return Repaired(text: phrase, edits: [], reading: strict)
    }
    for drafts in spelling.drafts(of: phrase) {
      let respelt = drafts.filter { !$0.edits.isEmpty }.map {
        Repaired(text: $0.text, edits: $0.edits, reading: reader.read($0.text))
      }
      if let one = agreed(respelt.filter { !$0.reading.readings.isEmpty }, phrase, strict) { return one }
      if let one = agreed(drafts.compactMap(cut), phrase, strict) { return one }
    }
    return Repaired(text: phrase, edits: [], reading: strict)
  }

  /// The cheapest readings with words left out.
  private func cut(_ draft: Spelling.Draft) -> Repaired? {
    let text = DeadlineText(draft.text)
    for language in text.languages {
      var parse = text.parse(language)
      let found = parse.readings("repaired")
      guard let best = found.first(where: { !leavesOut(draft.mended, $0, parse.phrase) }) else { continue }
      let meanings = found.filter { $0.cost == best.cost }.map(\.value.deadline)
      let edits = best.cuts.map { Edit(parse.phrase.slice($0), "") }
      // What the strict reader doubts is not told by leaving words out.
      let reading = reader.told(DeadlineReading(readings: meanings, freeText: meanings, failure: nil), text)
      guard reading.failure == nil else { return Repaired(text: draft.text, edits: [], reading: reading) }
      return Repaired(
        text: CanonicalWording(language).text(of: best.value.deadline), edits: draft.edits + edits, reading: reading)
    }
    return nil
  }

  private func leavesOut(_ tokens: Set<Int>, _ reading: Parse.Reading, _ phrase: Phrase) -> Bool {
    reading.cuts.contains { $0.contains { !tokens.isDisjoint(with: phrase.lexemes[$0].tokens) } }
  }

  private func agreed(_ read: [Repaired], _ phrase: String, _ strict: DeadlineReading) -> Repaired? {
    guard let first = read.first else { return nil }
    if read.allSatisfy({ $0.reading.freeText == first.reading.freeText }) { return first }
    var reading = strict
    let texts = Set(read.map(\.text)).sorted().joined(separator: "” / “")
    reading.failure = DeadlineFailure(
      code: "repairs", range: 0..<phrase.utf8.count,
      words: Bilingual(
        vi: "Có nhiều cách sửa cho nghĩa khác nhau: “\(texts)”.",
        en: "Repairs give different meanings: “\(texts)”."))
    return Repaired(text: phrase, edits: [], reading: reading)
  }
}
