import CivilCalendar
import Deadlines
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Rules
import Templates

/// What a deadline's wording means: its kind, canonical wordings, days, and why.
struct DeadlinePage: Page {
  static let template = "deadline.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "action": .text, "phrase": .text, "year": .text, "phraseError": .text, "yearError": .text,
    "hasAnswer": .truth, "due": .text, "opens": .text, "kind": .text, "canonicalVi": .text, "canonicalEn": .text,
    "repairs": .texts, "readings": .list(["href": .text, "text": .text]), "warnings": .texts, "steps": .texts,
    "days": .list(["key": .text, "words": .text]), "hasDays": .truth, "hasSteps": .truth,
    "examples": .list(["href": .text, "text": .text]),
  ].merging(CountCalendar.shape) { first, _ in first }

  private static let longest = 500
  /// Of the days of a rhythm.
  private static let most = 60

  let title: String
  let values: [String: TemplateValue]

  private let isWrong: Bool

  static func answer(_ visit: Visit) -> HTTPAnswer {
    let page = DeadlinePage(visit)
    return visit.page(page, status: page.isWrong ? 400 : 200)
  }

  private init(_ visit: Visit) {
    let heading = visit.say("Đọc một cách ghi hạn", "Read a deadline's wording")
    let phrase = visit.route.value("q") ?? ""
    let typed = visit.route.value("year") ?? "\(visit.today.year)"
    let year = Int(typed).flatMap { (1...9999).contains($0) ? $0 : nil }
    let yearError = year == nil ? visit.say("Năm là một số từ 1 đến 9999.", "The year is a number from 1 to 9999.") : ""
    var phraseError = ""
    var found: [String: TemplateValue] = [:]
    if phrase.count > Self.longest {
      phraseError = visit.say(
        "Lời ghi dài quá \(Self.longest) chữ.", "The wording has more than \(Self.longest) letters.")
    } else if !phrase.isEmpty {
      // Of a wrong year, too, so that both mistakes are told.
      let (answer, calendar) = Self.answer(phrase, year ?? visit.today.year, visit)
      if answer.meaning == nil, answer.readings.isEmpty {
        phraseError = answer.warnings.map { $0.text(in: visit.language) }.joined(separator: " ")
      } else if let year {
        found = Self.values(answer, calendar, year, visit)
      }
    }
    isWrong = !phraseError.isEmpty || !yearError.isEmpty
    title = !isWrong ? heading : visit.say("Lỗi: \(heading)", "Error: \(heading)")
    let nothing = Self.shape.mapValues { shape -> TemplateValue in
      switch shape {
      case .text: .text("")
      case .truth: .truth(false)
      case .list, .texts: .list([TemplateValue]())
      }
    }
    values = nothing.merging(found) { $1 }.merging([
      "heading": .text(heading), "action": .text(visit.address("doc-han")), "phrase": .text(phrase),
      "year": .text(typed),
      "phraseError": .text(phraseError), "yearError": .text(yearError),
      "examples": .list(
        Self.examples(visit.language).map { Self.link($0, visit.today.year, visit) }),
    ]) { $1 }
  }

  /// As `nhacviec deadline` reads it, by the first plan's calendar; what is not understood is read with repairs.
  private static func answer(_ phrase: String, _ year: Int, _ visit: Visit) -> (DeadlineAnswer, WorkingCalendar?) {
    let rules = visit.rules
    let calendar = rules.plans.first.flatMap {
      rules.calendars.indices.contains($0.calendar) ? rules.calendars[$0.calendar] : nil
    }
    let interpreter = DeadlineInterpreter(
      definition: calendar?.calendar.definition ?? .init(), law: calendar?.law ?? VietnameseCivilCode(),
      thisYear: visit.today.year)
    func read(repairs: Bool) -> DeadlineAnswer {
      interpreter.answer(
        DeadlineRequest(phrase: phrase, year: year, from: nil, until: nil, limit: most, repairs: repairs))
    }
    let answer = read(repairs: false)
    guard answer.meaning == nil, answer.readings.isEmpty else { return (answer, calendar?.calendar) }
    let repaired = read(repairs: true)
    return (repaired.meaning == nil ? answer : repaired, calendar?.calendar)
  }

  private static func values(
    _ answer: DeadlineAnswer, _ calendar: WorkingCalendar?, _ year: Int, _ visit: Visit
  ) -> [String: TemplateValue] {
    let (language, dates) = (visit.language, visit.dates)
    let wording = visit.wording
    let only = answer.occurrences.count == 1 && answer.expansion.open.isEmpty ? answer.occurrences.first : nil
    var due = ""
    var opens = ""
    if let days = only?.state {
      let day = dates.long(days.effective)
      due =
        days.cutoff.map {
          visit.say("Hạn: trước \(wording.time($0)) \(day)", "Due: before \(wording.time($0)) on \(day)")
        }
        ?? visit.say("Hạn: hết \(day)", "Due: by the end of \(day)")
      if let first = days.opens, first != days.effective {
        opens = visit.say("Thực hiện từ \(dates.long(first)).", "The work opens on \(dates.long(first)).")
      }
    }
    let rows =
      answer.expansion.open.map { ["key": TemplateValue.text(""), "words": .text(answer.state($0.state, wording))] }
      + answer.occurrences.map {
        [
          "key": TemplateValue.text(
            $0.key == "once" ? "" : PeriodWording(wording).text(ofKey: $0.key).asBeginning),
          "words": .text(answer.line($0, wording).asBeginning),
        ]
      }
    let steps = (only?.derivation ?? []).filter { if case .rule = $0 { false } else { true } }
    let sentences = Explanation(RuleSet(), wording).sentences(for: steps)
    return [
      "hasAnswer": .truth(true), "due": .text(due), "opens": .text(opens),
      "kind": .text(answer.kindWords(language).asBeginning),
      "canonicalVi": .optional(answer.meaning.map { CanonicalWording(.vi).text(of: $0) }),
      "canonicalEn": .optional(answer.meaning.map { CanonicalWording(.en).text(of: $0) }),
      "repairs": .list(answer.repairs.map { .text($0.text(in: language)) }),
      "readings": .list(
        answer.readings.count > 1
          ? answer.readings.map { link(CanonicalWording(language == .vi ? .vi : .en).text(of: $0), year, visit) } : []),
      "warnings": .list(answer.warnings.map { .text($0.text(in: language)) }),
      "steps": .list(sentences.map { .text($0) }), "hasSteps": .truth(!sentences.isEmpty),
      "days": .list(only == nil ? rows : []), "hasDays": .truth(only == nil && !rows.isEmpty),
    ].merging(
      CountCalendar(only?.derivation ?? [], only?.state.effective, calendar, visit).values
    ) { first, _ in first }
  }

  private static func link(_ phrase: String, _ year: Int, _ visit: Visit) -> [String: TemplateValue] {
    ["href": .text(visit.address(["doc-han"], query: ["q": phrase, "year": "\(year)"])), "text": .text(phrase)]
  }

  private static func examples(_ language: Language) -> [String] {
    language == .vi
      ? [
        "trong 30 ngày kể từ ngày 29/3/2024", "hằng quý, trước ngày 17 tháng cuối quý",
        "trong 10 ngày làm việc kể từ ngày 03/9/2024", "Quý II, III/2024", "trước 16 giờ ngày 05/5/2024",
        "sau khi Bộ Nội vụ công bố chỉ số",
      ]
      : [
        "within 30 days after 29 March 2024", "every quarter, before day 17 of the last month",
        "within 10 working days after 3 September 2024", "before 16:00 on 5 May 2024",
      ]
  }
}
