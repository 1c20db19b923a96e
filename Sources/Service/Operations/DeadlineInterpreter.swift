package import CivilCalendar
import Deadlines
import Diagnostics
import Expansion
package import Presentation
import Rules

/// One question of the `deadline` command.
package struct DeadlineRequest {
  package var phrase: String
  /// The plan's; nil: this year.
  package var year: Int?
  package var from: CivilDate?
  package var until: CivilDate?
  package var limit: Int?
  /// Accept the noise of scanned plans.
  package var repairs: Bool

  package init(phrase: String, year: Int?, from: CivilDate?, until: CivilDate?, limit: Int?, repairs: Bool) {
    self.phrase = phrase
    (self.year, self.from, self.until, self.limit) = (year, from, until, limit)
    self.repairs = repairs
  }
}

/// Reads wordings and gives them days, in one calendar and law.
package final class DeadlineInterpreter {
  private let definition: WorkingCalendar.Definition
  private let law: any ComputationOfTime
  private let thisYear: Int
  /// By plan year: a list asks for few.
  private var calendars: [Int: WorkingCalendar] = [:]
  private static let longestPhrase = 4096

  package init(definition: WorkingCalendar.Definition, law: any ComputationOfTime, thisYear: Int) {
    self.definition = definition
    self.law = law
    self.thisYear = thisYear
  }

  package func answer(_ request: DeadlineRequest) -> DeadlineAnswer {
    let phrase = CanonicalComposition.composed(request.phrase)
    guard phrase.utf8.count <= Self.longestPhrase else {
      return DeadlineAnswer(
        unclear: phrase,
        warnings: [
          Bilingual(
            vi: "Lời văn dài quá \(Self.longestPhrase) byte.",
            en: "The wording has more than \(Self.longestPhrase) bytes.")
        ])
    }
    if let unsafe = phrase.unicodeScalars.first(where: TerminalEscaper.isUnsafe) {
      let code = TerminalEscaper.escape(String(unsafe))
      return DeadlineAnswer(
        unclear: phrase,
        warnings: [
          Bilingual(vi: "Có ký tự điều khiển \(code).", en: "There is a control character, \(code).")
        ])
    }
    let year = request.year ?? thisYear
    guard request.repairs else {
      return answer(phrase, DeadlineReader().read(phrase), year: year, request)
    }
    let repaired = DeadlineRepair(planYear: year).read(phrase)
    var answer = self.answer(phrase, repaired.reading, year: year, request)
    answer.repairs = repaired.edits.map(\.words)
    return answer
  }

  private func answer(
    _ phrase: String, _ reading: DeadlineReading, year: Int, _ request: DeadlineRequest
  ) -> DeadlineAnswer {
    guard let meaning = reading.freeText.first else {
      let words =
        reading.failure?.words
        ?? Bilingual(vi: "Không hiểu lời văn này.", en: "The wording is not understood.")
      return DeadlineAnswer(unclear: phrase, warnings: [words])
    }
    guard reading.freeText.count == 1 else {
      return DeadlineAnswer(
        unclear: phrase, readings: reading.freeText,
        warnings: [
          Bilingual(
            vi: "Có \(reading.freeText.count) cách hiểu; đặt tên sự kiện trong [ngoặc vuông] để rõ nghĩa.",
            en: "There are \(reading.freeText.count) readings; put the event's name in [brackets] to tell them apart.")
        ])
    }
    let context = DeadlineContext(years: year...year, calendar: calendar(of: year), law: law)
    let expansion = Expander.occurrences(
      of: meaning, in: context, window: window(of: meaning, year: year, request), text: phrase)
    return DeadlineAnswer(phrase: phrase, meaning: meaning, expansion: expansion, limit: request.limit)
  }

  /// Everything that the wording names; of what has no end, the years up to the third after the plan's.
  private func window(of meaning: Deadline, year: Int, _ request: DeadlineRequest) -> DayRange {
    let isEndless = meaning.items.contains { if case .yearsOnward = $0.form { true } else { false } }
    let end = isEndless ? CivilDate(year: min(9999, year + 3), month: 12, day: 31) ?? .last : .last
    let first = request.from ?? .first
    return DayRange(first: first, last: max(first, request.until ?? end))
  }

  private func calendar(of year: Int) -> WorkingCalendar {
    if let known = calendars[year] { return known }
    if calendars.count > 16 { calendars.removeAll() }
    let new = WorkingCalendar(definition, covering: max(1, year - 5)...min(9999, year + 15))
    calendars[year] = new
    return new
  }
}

extension DeadlineInterpreter {
  /// - Parameters:
  ///   - rules: a folder with calendars of its own; nil: those shipped.
  ///   - calendar: nil: that of Việt Nam.
  ///   - law: nil: the calendar's.
  package convenience init(
    rules: String?, calendar: String?, law: String?, in operations: OperationContext
  ) throws(OperationFailure) {
    let loaded = LoadedRules(paths: rules.map { [$0] } ?? [], in: operations)
    if rules != nil, loaded.hasErrors {
      throw OperationFailure(loaded.diagnostics.errors, files: loaded.files)
    }
    let chosen = loaded.rules.calendars[try CalendarChoice.calendar(named: calendar, loaded.rules)]
    self.init(
      definition: chosen.calendar.definition, law: law.flatMap(ComputationsOfTime.named) ?? chosen.law,
      thisYear: CivilClock.today(now: operations.now, zone: nil)?.year ?? 1970)
  }
}
