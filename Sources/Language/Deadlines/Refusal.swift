import Diagnostics

/// Words that are refused whatever a grammar would make of them, and why. The table of them is `Refusals`; what is refused
/// only once it is read is a `Doubt`.
struct Refusal: Sendable {
  /// What a wording that holds such words may still be.
  enum Reach {
    /// Nothing.
    case always
    /// What the grammar reads as it stands: nothing is mended or left out beside them.
    case unlessRead
    /// What repair makes of it: they only say why it is not read as it stands.
    case unlessRepaired
  }

  /// Where the words stand, as UTF-8 offsets, and what `$0`, `$1`, … of the message are: the whole, and word by word.
  typealias Place = (range: Range<Int>, words: [String])

  /// Tells it from the others.
  let code: String
  let reach: Reach
  let find: @Sendable (DeadlineText) -> Place?
  let vi: String, en: String

  /// - Parameter find: for what turns of speech cannot tell.
  init(_ code: String, _ reach: Reach, vi: String, en: String, find: @escaping @Sendable (DeadlineText) -> Place?) {
    self.code = code
    self.reach = reach
    self.find = find
    (self.vi, self.en) = (vi, en)
  }

  /// - Parameters:
  ///   - turns: one of these, parted by bars (`Turn`).
  ///   - without: it is no refusal beside one of these words.
  init(_ code: String, _ reach: Reach, _ turns: String, without: Set<Word> = [], vi: String, en: String) {
    let turns = Turn.list(turns)
    self.init(code, reach, vi: vi, en: en) { text in
      // By their places: a wording is asked all of them, and copies would cost more than looking.
      for place in turns.indices {
        guard let places = turns[place].place(in: text), let first = places.first, let last = places.last
        else { continue }
        let tokens = text.tokens[..<text.count]
        guard without.isEmpty || !tokens.contains(where: { without.contains($0.key) }) else { return nil }
        let range = first..<last + 1
        return (text.range(range), [text.slice(range)] + places.map { tokens[$0].text })
      }
      return nil
    }
  }

  func failure(in text: DeadlineText) -> DeadlineFailure? {
    find(text).map { place in
      func told(_ message: String) -> String {
        var parts = message.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropFirst() {
          let number = parts[index].removeFirst().wholeNumberValue ?? 0
          parts[index] = place.words[number] + parts[index]
        }
        return parts.joined()
      }
      return DeadlineFailure(code: code, range: place.range, words: Bilingual(vi: told(vi), en: told(en)))
    }
  }

  /// Why a wording may mean nothing at all.
  static func always(_ text: DeadlineText) -> DeadlineFailure? { first(text, ofAlways) }

  /// Why a wording that is not read as it stands may mean nothing.
  static func ofRepair(_ text: DeadlineText) -> DeadlineFailure? { first(text, ofOthersThanRepaired) }

  /// Why a wording is not read as it stands.
  static func ofReading(_ text: DeadlineText) -> DeadlineFailure? { first(text, ofOthersThanAlways) }

  private static let ofAlways = Refusals.all.filter { $0.reach == .always }
  private static let ofOthersThanRepaired = Refusals.all.filter { $0.reach != .unlessRepaired }
  private static let ofOthersThanAlways = Refusals.all.filter { $0.reach != .always }

  private static func first(_ text: DeadlineText, _ refusals: [Refusal]) -> DeadlineFailure? {
    for place in refusals.indices {
      if let failure = refusals[place].failure(in: text) { return failure }
    }
    return nil
  }
}
