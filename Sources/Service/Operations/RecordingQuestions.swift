import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import RuleSyntax
import Rules

/// What is asked before a fact is recorded, and what is refused.
struct RecordingQuestions {
  private let book: OpenBook
  /// Before the facts.
  private let before: Expander
  /// What is on record as done of the tasks that `facts` are about.
  private var done: [ObligationID: CivilDate] = [:]
  /// The same of whoever it is owed by.
  private var doneByAnybody: [ObligationID: CivilDate] = [:]

  init(_ book: OpenBook, _ before: Expander, of facts: [Fact]) {
    self.book = book
    self.before = before
    let tasks = facts.compactMap { fact -> TaskID? in
      fact.body.kind == .done ? fact.body.subject?.task : nil
    }
    for task in Set(tasks) { addDone(task) }
  }

  private mutating func addDone(_ task: TaskID) {
    let plan = book.rules.plans[book.rules.tasks[task].plan]
    let years = plan.years.lowerBound...min(plan.years.upperBound + 2, 9999)
    guard let days = Period.years(years.lowerBound, years.upperBound).days() else { return }
    for obligation in before.obligations(in: days, of: task, explained: false) {
      guard case .done(let day, _)? = obligation.closed else { continue }
      var id = obligation.id
      done[id] = done[id] ?? day
      id.unit = nil
      doneByAnybody[id] = doneByAnybody[id] ?? day
    }
  }

  /// Never recorded, `--yes` or not: a silence ends within 90 days (decision: silences-end).
  func refusals(_ fact: Fact) -> [Diagnostic] {
    let last = book.today.adding(days: 90)
    guard fact.body.kind == .silenced, let day = fact.body.day, day > last else { return [] }
    return [
      Diagnostic(
        .silenceTooLong, vi: "ngừng nhắc nhiều nhất 90 ngày: đến \(vi.dayInSentence(last))",
        en: "reminders stop for 90 days at most: until \(en.day(last))", at: fact.span)
    ]
  }

  /// What a slip of the hand looks like.
  func questions(_ fact: Fact) -> [Diagnostic] {
    switch (fact.body.kind.form.says, fact.body.day) {
    case (.day(.past), let day?): past(day, fact) + again(fact, day)
    case (.day(.coming), let day?): future(day, fact)
    default: []
    }
  }

  /// What is on record already.
  private func again(_ fact: Fact, _ day: CivilDate) -> [Diagnostic] {
    switch (fact.body.kind, fact.body.target) {
    case (.happened, .event(let named)):
      guard let known = before.recordedDay(of: named.event, key: named.key, reference: named.reference) else {
        return []
      }
      return [
        Diagnostic(
          .alreadyRecorded,
          vi: "đã ghi nhận \(vi.dayInSentence(known)); muốn sửa ngày thì dùng nhacviec event correct",
          en: "already recorded for \(en.day(known)); to mend the day use nhacviec event correct", at: fact.span)
      ]
    case (.done, .task(let subject)):
      guard let known = doneDay(subject), known != day else { return [] }
      return [
        Diagnostic(
          .alreadyRecorded, vi: "việc này đã ghi nhận xong \(vi.dayInSentence(known))",
          en: "this is on record as done on \(en.day(known))", at: fact.span)
      ]
    default: return []
    }
  }

  /// What happened lies neither in the future nor before its plan.
  private func past(_ day: CivilDate, _ fact: Fact) -> [Diagnostic] {
    if day > book.today {
      return [
        Diagnostic(
          .futureDay, vi: "\(vi.dayInSentence(day)) chưa đến (hôm nay \(vi.day(book.today)))",
          en: "\(en.day(day)) is in the future (today is \(en.day(book.today)))", at: fact.span)
      ]
    }
    guard let first = plans(of: fact.body.target).compactMap(firstDay).min(), day < first else { return [] }
    return [
      Diagnostic(
        .dayBeforePlan, vi: "\(vi.dayInSentence(day)) trước khi có kế hoạch (từ \(vi.day(first)))",
        en: "\(en.day(day)) is before the plan (from \(en.day(first)))", at: fact.span)
    ]
  }

  private func future(_ day: CivilDate, _ fact: Fact) -> [Diagnostic] {
    guard day < book.today else { return [] }
    return [
      Diagnostic(
        .pastDay, vi: "\(vi.dayInSentence(day)) đã qua (hôm nay \(vi.day(book.today)))",
        en: "\(en.day(day)) is past (today is \(en.day(book.today)))", at: fact.span)
    ]
  }

  /// The plan's signing or the first day of its years, whichever comes first.
  private func firstDay(of plan: PlanID) -> CivilDate? {
    let plan = book.rules.plans[plan]
    let start = CivilDate(year: plan.years.lowerBound, month: 1, day: 1)
    switch plan.issued {
    case .on(let day): return start.map { min($0, day) } ?? day
    case .within(let days): return start.map { min($0, days.first) } ?? days.first
    case .unknown: return start
    }
  }

  private func plans(of target: Fact.Body.Target) -> [PlanID] {
    switch target {
    case .task(let subject): [book.rules.tasks[subject.task].plan]
    case .event(let named): book.rules.events[named.event].plan.map { [$0] } ?? Array(book.rules.plans.indices)
    }
  }

  private func doneDay(_ subject: Fact.Subject) -> CivilDate? {
    guard let key = subject.key else { return nil }
    let task = book.rules.tasks[subject.task]
    let id = ObligationID(
      plan: book.rules.plans[task.plan].id, task: task.id, label: subject.label, key: key,
      unit: subject.unit.map { book.rules.units[$0].id })
    return subject.unit == nil ? doneByAnybody[id] : done[id]
  }

  private let vi = DateWording(.vi)
  private let en = DateWording(.en)
}
