package import CivilCalendar
import Deadlines
import Diagnostics
import Expansion
package import Presentation
import Rules

/// One question of the `deadline` command.
package struct DeadlineRequest {
  package var phrase: String
  /// The year of the plan; nil takes this year.
  package var year: Int?
  package var from: CivilDate?
  package var until: CivilDate?
  package var limit: Int?
  /// Whether the typical errors of scanned plans are repaired.
  package var repairs: Bool

  package init(phrase: String, year: Int?, from: CivilDate?, until: CivilDate?, limit: Int?, repairs: Bool) {
    self.phrase = phrase
    (self.year, self.from, self.until, self.limit) = (year, from, until, limit)
    self.repairs = repairs
  }
}

/// Reads the wordings of deadlines and computes their days, by one calendar and one law of time.
package final class DeadlineInterpreter {
  private let definition: WorkingCalendar.Definition
  private let law: any ComputationOfTime
  private let thisYear: Int
  /// The calendars by plan year; a list of questions needs few of them.
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
    // The reader says what a tab is instead of.
    if let unsafe = phrase.unicodeScalars.first(where: { $0 != "\t" && TerminalEscaper.isUnsafe($0) }) {
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
          Self.ambiguous(reading.freeText)
        ])
    }
    let context = DeadlineContext(years: year...year, calendar: calendar(of: year), law: law)
    let expansion = Expander.occurrences(
      of: meaning, in: context, window: window(of: meaning, year: year, request), text: phrase)
    return DeadlineAnswer(phrase: phrase, meaning: meaning, expansion: expansion, limit: request.limit)
  }

  /// Brackets choose only between names.
  private static func ambiguous(_ readings: [Deadline]) -> Bilingual {
    let isOfNames = Set(readings.map(\.mentions)).count > 1
    let (vi, en) =
      isOfNames
      ? ("đặt tên sự kiện trong [ngoặc vuông] để rõ nghĩa", "put the event's name in [brackets] to tell them apart")
      : ("ghi lại theo một trong các cách đó", "write the deadline as one of them")
    return Bilingual(vi: "Có \(readings.count) cách hiểu; \(vi).", en: "There are \(readings.count) readings; \(en).")
  }

  /// The days that are computed: all that the wording names, or, if it has no end, those until the third year after the
  /// plan's.
  private func window(of meaning: Deadline, year: Int, _ request: DeadlineRequest) -> DayRange {
    let isEndless = meaning.items.contains { if case .yearsOnward = $0.form { true } else { false } }
    let end = isEndless ? CivilDate(year: min(9999, year + 3), month: 12, day: 31) ?? .last : .last
    let first = request.from ?? .first
    return DayRange(first: first, last: max(first, request.until ?? end))
  }

  private func calendar(of year: Int) -> WorkingCalendar {
    if let known = calendars[year] { return known }
    if calendars.count > 32 { calendars.removeAll() }
    let new = WorkingCalendar(definition, covering: max(1, year - 5)...min(9999, year + 15))
    calendars[year] = new
    return new
  }
}

extension DeadlineInterpreter {
  /// - Parameters:
  ///   - rules: a folder with calendars of its own; nil takes the shipped ones.
  ///   - calendar: the name of a calendar; nil takes that of Việt Nam.
  ///   - law: the name of a law of time; nil takes the calendar's.
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
