import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import RuleSyntax
import Rules

/// Finds what a user is asked before a fact is recorded, and what is refused (`refusals`).
struct RecordingQuestions {
  let book: OpenBook
  /// What is owed without the facts.
  private let before: Expander
  /// What is owed by the tasks that the facts are about.
  let duties: [TaskID: TaskDuties]

  init(_ book: OpenBook, _ before: Expander, of facts: [Fact]) {
    self.book = book
    self.before = before
    let subjects = Dictionary(grouping: facts.compactMap(\.body.subject), by: \.task)
    duties = Dictionary(
      uniqueKeysWithValues: subjects.map { task, subjects in
        (task, TaskDuties(of: task, keys: subjects.compactMap(\.key), in: before))
      })
  }

  func meant(by subject: Fact.Subject) -> [AnyDuty] { duties[subject.task]?.meant(by: subject) ?? [] }

  /// Whether the fact says what is on record already: done on the same day and by the same document, or accepted that day.
  func isRecorded(_ fact: Fact) -> Bool {
    if fact.body.kind == .accepted, let subject = fact.body.subject, case let meant = meant(by: subject) {
      return !meant.isEmpty
        && meant.allSatisfy { duty in
          duty.course.contains { $0.kind == .accepted && $0.day == fact.body.day && $0.words == fact.body.ground }
        }
    }
    if isAskedAlready(fact) { return true }
    guard [.done, .reported].contains(fact.body.kind), let subject = fact.body.subject, let day = fact.body.day else {
      return false
    }
    let meant = meant(by: subject)
    return !meant.isEmpty
      && meant.allSatisfy {
        $0.closed == .done(on: day, document: fact.body.ground)
          || $0.report.map { $0.day == day && $0.words == fact.body.ground } ?? false
      }
  }

  /// What a user is asked because a fact looks like a slip; empty if it does not.
  func questions(_ fact: Fact) -> [Diagnostic] {
    switch (fact.body.kind.form.says, fact.body.day) {
    case (.day(.past), let day?):
      past(day, fact) + again(fact, day) + newDay(fact, day) + early(fact, day) + over(fact) + reported(fact)
    case (.day(.coming), let day?): future(day, fact) + over(fact)
    case _ where fact.body.kind == .set: set(fact) + over(fact)
    case _ where fact.body.kind == .waived: over(fact)
    case _ where fact.body.kind == .reassigned: handedOver(fact) + over(fact)
    default: []
    }
  }

  /// A question if what is waived, accepted or handed over, or gets another day or is to get one, is done.
  private func over(_ fact: Fact) -> [Diagnostic] {
    let kinds: Set<FactKind> = [
      .extended, .set, .waived, .accepted, .progress, .extensionAsked, .reassigned, .silenced,
    ]
    guard kinds.contains(fact.body.kind), let subject = fact.body.subject,
      case let duties = meant(by: subject), !duties.isEmpty, duties.allSatisfy({ $0.closed != nil })
    else { return [] }
    if let recipient = fact.body.recipient { return [handedOverLater(duties, recipient, fact)] }
    return [
      Diagnostic(
        .alreadyRecorded, vi: "việc này đã kết thúc; muốn mở lại thì dùng nhacviec undo",
        en: "this is over; to open it again use nhacviec undo", at: fact.span)
    ]
  }

  /// What becomes of a hand-over of what is over (decision: handed-over-when-over).
  private func handedOverLater(_ duties: [AnyDuty], _ recipient: Recipient, _ fact: Fact) -> Diagnostic {
    let isDone = duties.contains { if case .done? = $0.closed { true } else { false } }
    guard isDone, fact.body.subject?.key == nil else {
      let name = names(recipient)
      return Diagnostic(
        .alreadyRecorded, vi: "việc này đã kết thúc; nếu ghi thì từ nay việc đứng tên \(name.vi)",
        en: "this is over; if it is recorded, the work stands under \(name.en) from now on", at: fact.span)
    }
    return Diagnostic(
      .alreadyRecorded,
      vi:
        "việc này đã xong và vẫn tính cho đơn vị đã làm; nếu ghi thì việc chuyển chỉ có hiệu lực khi việc được mở lại "
        + "(nhacviec undo)",
      en: "this is done and stays with who did it; if it is recorded, the hand-over takes effect only once the work is "
        + "opened again (nhacviec undo)", at: fact.span)
  }

  private func names(_ recipient: Recipient) -> (vi: String, en: String) {
    (
      vi: RuleNames(rules: book.rules, language: .vi).recipients([recipient]),
      en: RuleNames(rules: book.rules, language: .en).recipients([recipient])
    )
  }

  /// A question if whoever is to lead it does so already, or is not written to from here.
  private func handedOver(_ fact: Fact) -> [Diagnostic] {
    guard let subject = fact.body.subject, let recipient = fact.body.recipient else { return [] }
    let open = meant(by: subject).filter { $0.closed == nil }
    let name = names(recipient)
    if !open.isEmpty, open.allSatisfy({ $0.leads == [recipient] }) {
      return [
        Diagnostic(
          .alreadyRecorded, vi: "\(name.vi) đang chủ trì việc này rồi", en: "\(name.en) leads this already",
          at: fact.span)
      ]
    }
    func isReached(_ recipients: [Recipient]) -> Bool {
      recipients.contains { book.rules.units(of: $0).contains { book.rules.units[$0].email != nil } }
    }
    guard !isReached([recipient]), open.contains(where: { isReached($0.leads) }) else { return [] }
    return [
      Diagnostic(
        .leadWithoutMailbox,
        vi: "\(name.vi) không có hộp thư trong quy tắc nên sẽ không nhận được thư nhắc; hãy ghi thêm “email:” vào khối "
          + "đơn vị",
        en: "\(name.en) has no mailbox in the rules and would get no reminders; add “email:” to the unit's block",
        at: fact.span)
    ]
  }

  /// A question if the day that is set has passed, lies before the plan, or far ahead, or changes nothing because an extension
  /// is stronger.
  private func set(_ fact: Fact) -> [Diagnostic] {
    guard let subject = fact.body.subject else { return [] }
    let after = before.with(book.facts + [fact])
    let duties = TaskDuties(of: subject.task, keys: subject.key.map { [$0] } ?? [], in: after).meant(by: subject)
    let extended = duties.compactMap { duty in duty.days.flatMap { $0.isExtended ? $0.effective : nil } }
    if let day = extended.max(), extended.count == duties.count, duties.contains(where: { $0.closed == nil }) {
      return [
        Diagnostic(
          .alreadyRecorded,
          vi: "việc này đã được gia hạn đến \(vi.day(day)); ấn định không đổi được hạn ấy, hãy dùng nhacviec extend",
          en: "this is extended to \(en.day(day)), which overrides a day that is set; to change it use nhacviec extend",
          at: fact.span)
      ]
    }
    return duties.lazy.compactMap { duty in duty.days.flatMap { $0.isSet ? $0.nominal : nil } }.first
      .map { day in
        if let far = far(day, fact) { return [far] }
        let early = beforePlan(day, fact)
        return early.isEmpty && day < book.today ? [passed(day, fact)] : early
      } ?? []
  }

  /// A question if the same event or completion is on record already.
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
    case (.done, .task(let subject)), (.reported, .task(let subject)):
      if meant(by: subject).contains(where: { if case .waived? = $0.closed { true } else { false } }) {
        return [
          Diagnostic(
            .alreadyRecorded, vi: "việc này đã được miễn; muốn mở lại thì dùng nhacviec undo",
            en: "this is waived; to open it again use nhacviec undo", at: fact.span)
        ]
      }
      if let known = reportDay(subject), known != day {
        return [
          Diagnostic(
            .alreadyRecorded, vi: "việc này đã báo cáo hoàn thành \(vi.dayInSentence(known)) và đang chờ xác nhận",
            en: "this was reported as done on \(en.day(known)) and waits for confirmation", at: fact.span)
        ]
      }
      guard let known = doneDay(subject), known != day else { return [] }
      return [
        Diagnostic(
          .alreadyRecorded, vi: "việc này đã ghi nhận xong \(vi.dayInSentence(known))",
          en: "this is on record as done on \(en.day(known))", at: fact.span)
      ]
    default: return []
    }
  }

  /// A question if the day that a return or a request gives is no later one.
  private func newDay(_ fact: Fact, _ day: CivilDate) -> [Diagnostic] {
    guard let new = fact.body.newDay, let subject = fact.body.subject else { return [] }
    if let far = far(new, fact) { return [far] }
    let bound = meant(by: subject).compactMap { $0.days?.effective }.max()
    guard new <= max(day, bound ?? day) else { return [] }
    if let bound, new <= bound { return [notLater(new, bound, fact)] }
    return [
      Diagnostic(
        .pastDay, vi: "hạn mới \(vi.day(new)) không muộn hơn ngày đề nghị hoặc trả lại (\(vi.day(day)))",
        en: "the new day \(en.day(new)) is no later than the day of the request or the return (\(en.day(day)))",
        at: fact.span)
    ]
  }

  /// A question if an answer is dated before what it answers.
  private func early(_ fact: Fact, _ day: CivilDate) -> [Diagnostic] {
    guard let subject = fact.body.subject else { return [] }
    let asked = meant(by: subject).compactMap { duty -> CivilDate? in
      switch fact.body.kind {
      case .confirmed, .returned: duty.report?.day
      case .extensionRefused, .extensionWithdrawn: duty.request?.day
      case .explained: duty.course.last { $0.kind == .explanationAsked }?.day
      default: nil
      }
    }
    guard let first = asked.min(), day < first else { return [] }
    return [
      Diagnostic(
        .answerBeforeQuestion,
        vi: "\(vi.dayInSentence(day)) trước ngày báo cáo hoặc đề nghị được trả lời (\(vi.day(first)))",
        en: "\(en.day(day)) is before the day of what it answers (\(en.day(first)))", at: fact.span)
    ]
  }

  /// A question if something that happened lies in the future, or before its plan.
  private func past(_ day: CivilDate, _ fact: Fact) -> [Diagnostic] {
    if day > book.today {
      // Of what cannot be done yet nobody is asked.
      guard ![.done, .reported].contains(fact.body.kind) else { return [] }
      return [
        Diagnostic(
          .futureDay, vi: "\(vi.dayInSentence(day)) chưa đến (hôm nay \(vi.day(book.today)))",
          en: "\(en.day(day)) is in the future (today is \(en.day(book.today)))", at: fact.span)
      ]
    }
    return beforePlan(day, fact)
  }

  private func beforePlan(_ day: CivilDate, _ fact: Fact) -> [Diagnostic] {
    guard let first = plans(of: fact.body.target).compactMap(firstDay).min(), day < first else { return [] }
    return [
      Diagnostic(
        .dayBeforePlan, vi: "\(vi.dayInSentence(day)) trước khi có kế hoạch (từ \(vi.day(first)))",
        en: "\(en.day(day)) is before the plan (from \(en.day(first)))", at: fact.span)
    ]
  }

  /// A question if a day that is to come is past, no later than the present one, or so far that it is a slip.
  private func future(_ day: CivilDate, _ fact: Fact) -> [Diagnostic] {
    guard day >= book.today else { return [passed(day, fact)] }
    if let far = far(day, fact) { return [far] }
    guard fact.body.kind == .extended, let subject = fact.body.subject,
      let bound = meant(by: subject).compactMap({ $0.days?.effective }).max(), day <= bound
    else { return [] }
    return [notLater(day, bound, fact)]
  }

  private func far(_ day: CivilDate, _ fact: Fact) -> Diagnostic? {
    guard day >= CivilDate(year: min(book.today.year + 3, 9999), month: 1, day: 1) ?? .last else { return nil }
    return Diagnostic(
      .farDay, vi: "\(vi.dayInSentence(day)) còn hơn hai năm nữa", en: "\(en.day(day)) is more than two years ahead",
      at: fact.span)
  }

  private func notLater(_ day: CivilDate, _ bound: CivilDate?, _ fact: Fact) -> Diagnostic {
    Diagnostic(
      .pastDay, vi: "hạn mới \(vi.day(day)) không muộn hơn hạn đang có" + (bound.map { " (\(vi.day($0)))" } ?? ""),
      en: "the new day \(en.day(day)) is no later than the present one" + (bound.map { " (\(en.day($0)))" } ?? ""),
      at: fact.span)
  }

  private func passed(_ day: CivilDate, _ fact: Fact) -> Diagnostic {
    Diagnostic(
      .pastDay, vi: "\(vi.dayInSentence(day)) đã qua (hôm nay \(vi.day(book.today)))",
      en: "\(en.day(day)) is past (today is \(en.day(book.today)))", at: fact.span)
  }

  /// The day of the plan's issue or the first day of its years, whichever comes first.
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

  let vi = DateWording(.vi)
  let en = DateWording(.en)
}
