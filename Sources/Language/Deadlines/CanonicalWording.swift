import CivilCalendar

/// The one wording of each meaning in a language: reading it gives the same meaning again.
package struct CanonicalWording: Sendable {
  private let writer: Writer
  private let unworded: String

  package init(_ language: WordingLanguage) {
    writer = Writer(grammar: Table.grammar(language))
    unworded = language == .vi ? "chưa rõ" : "unclear"
  }

  /// Its items, each behind its label.
  package func text(of deadline: Deadline) -> String {
    text(Make.joined(deadline.items.map { .item(relabelled($0)) }), "deadline")
  }

  /// The label that reading gave to cases beside a rhythm, in the language of the wording.
  private func relabelled(_ item: DeadlineItem) -> DeadlineItem {
    guard item.form == .eachCase(trigger: nil, durations: []), let label = item.label,
      Make.adHoc.values.contains(label)
    else { return item }
    var item = item
    item.label = Make.adHoc[writer.grammar.language]
    return item
  }

  /// The wording of one clause.
  package func text(of clause: DeadlineClause) -> String { text(.clause(clause), "clause") }

  /// The wording of a period alone (*quý*).
  package func text(of period: PeriodExpression) -> String { text(.period(period), "period") }

  /// The wording of a rhythm alone (*hằng quý*).
  package func text(of rhythm: Rhythm) -> String { text(.rhythm(rhythm), "rhythm") }

  /// The wording of a window alone (*Quý II/2024*).
  package func text(of window: WindowExpression) -> String { text(.window(window), "window") }

  /// The wording of a day alone (*ngày 15/3*).
  package func text(of day: DateExpression) -> String { text(.day(day), "day") }

  /// The name of a weekday (*thứ Hai*).
  func text(of weekday: Weekday) -> String { text(.kind(.weekday(weekday)), "weekday") }

  /// A meaning that no row words is none that a row has built.
  private func text(_ value: Value, _ symbol: String) -> String { writer.text(value, as: symbol) ?? unworded }
}
