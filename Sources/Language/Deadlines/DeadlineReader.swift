import CivilCalendar
import Diagnostics

/// Every way to read one deadline; two that stand are the reader's question to the writer, never its choice.
package struct DeadlineReading: Sendable {
  /// All readings, names unresolved; the preferred first: those that take most words for clauses, fewest for names.
  package var readings: [Deadline]
  /// Those of the highest preference: what the words mean where any text may be a name.
  package var freeText: [Deadline]
  /// Why there is none; nil if there is one.
  package var failure: DeadlineFailure?
}

/// Reads the wording of deadlines, Vietnamese or English.
package struct DeadlineReader: Sendable {
  /// Longer wordings are no deadline.
  static let mostWords = 200

  package init() {}

  /// All readings of `phrase`, which is NFC text of one line. English is tried where Vietnamese has none.
  package func read(_ phrase: String) -> DeadlineReading {
    let text = DeadlineText(phrase)
    guard text.count > 0 else { return failed(.empty(phrase)) }
    guard text.count <= Self.mostWords else { return failed(.tooLong(phrase)) }
    if let failure = Refusal.always(text) { return failed(failure) }
    var vietnamese = text.parse(.vi)
    let found = vietnamese.readings("deadline")
    if !found.isEmpty { return told(ranked(found), text) }
    // Figures alone are read in the order of Vietnamese: *6/24* is no day.
    if text.isFigures { return failed(.unread(text)) }
    var english = text.parse(.en)
    let others = english.readings("deadline")
    if !others.isEmpty { return told(ranked(others), text) }
    return failed(.unread(text))
  }

  /// A day as a deadline would name it (`31/12/2024`, `23 January 2024`, `10/3 âm lịch`); nil if it is none, or several.
  package func date(_ text: String) -> DateExpression? { only(text, "day")?.day }

  /// One period or window as a deadline would name it (`Quý II/2024`, `2021-2025`, `March 2024`).
  package func window(_ text: String) -> WindowExpression? {
    guard let places = only(text, "moments")?.parts, places.count == 1,
      case .window(let window)? = places[0].place?.moment
    else { return nil }
    return window
  }

  /// A rhythm alone (`hằng quý`, `every 2 weeks`).
  package func rhythm(_ text: String) -> Rhythm? { only(text, "rhythm")?.rhythm }

  /// A weekday by its name in either language.
  func weekday(_ text: String) -> Weekday? {
    if case .weekday(let day)? = only(text, "weekday")?.kind { day } else { nil }
  }

  /// False if no weekday begins so.
  func beginsWeekday(_ token: Token) -> Bool {
    Language.allCases.contains { Table.grammar($0).begins("weekday", with: token) }
  }

  /// The one cheapest reading of the whole text in either language.
  private func only(_ text: String, _ symbol: String) -> Value? {
    let text = DeadlineText(text)
    guard text.count > 0, text.count <= Self.mostWords else { return nil }
    for language in Language.allCases {
      guard Table.grammar(language).begins(symbol, with: text.tokens[0]) else { continue }
      var parse = text.parse(language)
      let found = parse.readings(symbol)
      guard let first = found.first else { continue }
      return found.count > 1 && found[1].cost == first.cost ? nil : first.value
    }
    return nil
  }

  private func ranked(_ found: [Parse.Reading]) -> DeadlineReading {
    let all = found.map { (deadline: $0.value.deadline, cost: $0.cost) }
    guard let best = all.first?.cost, all.count > 1 else {
      return DeadlineReading(readings: all.map(\.deadline), freeText: all.map(\.deadline), failure: nil)
    }
    // Behind the preferred ones a reading stands only by names to look up, and others than those of one preferred to it:
    // else a name that is not declared would silently become another reading.
    var names: [[Deadline.Mention]: Int] = [:]
    let kept = all.filter { one in
      let mentions = one.deadline.mentions
      let cost = names[mentions] ?? one.cost
      names[mentions] = cost
      return one.cost == best || !mentions.isEmpty && one.cost == cost
    }
    return DeadlineReading(
      readings: kept.map(\.deadline), freeText: kept.filter { $0.cost == best }.map(\.deadline), failure: nil)
  }

  /// The reading, unless what it found is one of several things that the words may say.
  func told(_ reading: DeadlineReading, _ text: DeadlineText) -> DeadlineReading {
    reading.freeText.lazy.compactMap { Doubt.of($0, text) }.first.map(failed) ?? reading
  }

  private func failed(_ failure: DeadlineFailure) -> DeadlineReading {
    DeadlineReading(readings: [], freeText: [], failure: failure)
  }
}

extension Value {
  /// Of `deadline` and `repaired`.
  var deadline: Deadline { Deadline(items: items) }
}
