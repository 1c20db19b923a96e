import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import RuleSyntax
import Rules

/// An act with what was typed, on its way to the same recording that commands use. It adds no rule: what is empty, too long or
/// no day is told beside its field, and a day off is asked about.
struct PageRecording {
  let act: Act
  let subject: ActSubject
  let form: SentForm
  let visit: Visit
  /// The fields that this subject has.
  let fields: [ActField]

  /// What is wrong, at a field or with the whole.
  struct Fault {
    var field: ActField.Name?
    var code: String
    var words: Bilingual
  }

  enum Outcome {
    /// Of a rehearsal: what would be recorded.
    case recorded(Recorded)
    /// Nothing was recorded, but would be if these are right.
    case asks([Fault])
    /// Everything that is wrong, and what is asked about besides.
    case wrong([Fault], asked: [Fault] = [])
    /// What is answered is not what was shown: then and now.
    case changed(Fault, shown: Bilingual, now: Bilingual)
    /// It is on record exactly so.
    case known
    /// It cannot be said now.
    case failed(Bilingual)
  }

  init(_ act: Act, _ subject: ActSubject, _ form: SentForm, _ visit: Visit) {
    (self.act, self.subject, self.form, self.visit) = (act, subject, form, visit)
    fields = Self.fields(act, subject, visit.rules)
  }

  static func fields(_ act: Act, _ subject: ActSubject, _ rules: RuleSet) -> [ActField] {
    guard subject.isCase(rules) else { return act.fields }
    let number = ActField(
      name: .reference, label: .init(vi: "Số của vụ việc", en: "Number of the case"),
      hint: .init(vi: "Ví dụ 12/TTr", en: "For example 12/TTr"),
      missing: .init(vi: "Hãy ghi số của vụ việc.", en: "Write the number of the case."))
    return [number] + act.fields
  }

  /// - Parameters:
  ///   - submission: nil for a rehearsal.
  ///   - isLate: whether nothing new may be recorded, and only what the same submission recorded before is found.
  ///   - isLookedAt: whether a rehearsal asks, too.
  func run(_ submission: Submission?, isLate: Bool = false, isLookedAt: Bool = false) -> Outcome {
    guard let recorder = visit.visitor.recorder else { return .wrong([]) }
    let faults = typingFaults
    guard faults.isEmpty else { return wrong(faults) }
    let doubts = form.isConfirmed ? [] : dayOffDoubts
    var questions: [Diagnostic] = []
    let operations = visit.operations
    let recording = visit.model.recording(
      recorder, document: text(.document), yes: form.isConfirmed, submission: submission, about: about,
      // What is asked about by the page alone must not be recorded before it was answered.
      isRehearsal: submission == nil || isLate || !doubts.isEmpty,
      telling: { remark in if case .diagnostics(let more, _) = remark { questions += more.errors } },
      in: operations)
    do throws(OperationFailure) {
      guard let recorded = try record(recording) else { return .known }
      if recorded.earlier != nil { return .recorded(recorded) }
      let asked = doubts + (recorded.asksForYes ? questions.map(fault) : [])
      return asked.isEmpty || submission == nil && !isLookedAt ? .recorded(recorded) : .asks(asked)
    } catch {
      guard case .diagnostics(let diagnostics, _) = error.remark, error.ending == .failure else { return failed(error) }
      if let changed = diagnostics.first(where: { $0.code == DiagnosticCode.changedSince.rawValue }),
        changed.notes.count == 2
      {
        return .changed(fault(changed), shown: changed.notes[0].words, now: changed.notes[1].words)
      }
      return .wrong(diagnostics.errors.map(fault), asked: dayOffDoubts)
    }
  }

  /// The fact that waits to be answered as this page has it, 0 for none; nil where nothing is answered.
  var waiting: Int? {
    guard act.isAnswer, case .duty(let item) = subject else { return nil }
    return item.duty.answered(by: act.kind)?.fact ?? 0
  }

  /// The fact that is answered. Who names none means the one that waits here, if any does, so that of two who answer it at a time
  /// only one does.
  private var about: Int? { act.isAnswer ? form.about ?? waiting.flatMap { $0 == 0 ? nil : $0 } : nil }

  /// What is wrong by itself with what recording finds wrong or doubtful in the rest, so that nobody mends one mistake to be told
  /// of the next.
  private func wrong(_ faults: [Fault]) -> Outcome {
    let names = Set(faults.compactMap(\.field))
    func others(_ faults: [Fault]) -> [Fault] { faults.filter { $0.field.map { !names.contains($0) } ?? true } }
    switch standingIn(for: names, isConfirmed: false).run(nil, isLookedAt: true) {
    case .wrong(let more, let asked): return .wrong(faults + others(more), asked: others(asked))
    case .asks(let asked): return .wrong(faults, asked: others(asked))
    case .changed(let fault, let shown, let now): return .changed(fault, shown: shown, now: now)
    case .recorded, .known, .failed: return .wrong(faults)
    }
  }

  /// The same with something in place of what is wrong by itself.
  func standingIn(for names: Set<ActField.Name>, isConfirmed: Bool) -> PageRecording {
    var form = form
    form.isConfirmed = isConfirmed
    for name in names {
      switch name {
      case .words, .reference: form.fields[name] = "…"
      case .document: form.fields[name] = fields.contains { $0.name == name && $0.missing != nil } ? "…" : nil
      case .time: form.fields[name] = nil
      case .day: form.fields[name] = visit.today.written
      case .newDay: form.fields[name] = visit.today.adding(days: 30).written
      }
    }
    return PageRecording(act, subject, form, visit)
  }

  private func failed(_ failure: OperationFailure) -> Outcome {
    if case .error(let words) = failure.remark, failure.ending == .failure {
      return .wrong([Fault(field: nil, code: "refused", words: words)])
    }
    return .failed(failure.remark.summary)
  }

  private func record(_ recording: Recording) throws(OperationFailure) -> Recorded? {
    let today = TypedDay.fromToday(0)
    switch subject {
    case .event(let event):
      let name = EventName(
        event: ActSubject.id(of: event.event, visit.rules), key: event.key, reference: text(.reference))
      return try recording.run(.happened, of: name, on: day(.day) ?? today, at: text(.time))
    case .duty(let item):
      let detail: FactDetail? =
        switch act {
        case .waive, .undo: nil
        case .extend: day(.newDay).map { .day($0) }
        default: .day(day(.day) ?? today)
        }
      return try recording.run(
        act.kind, of: TaskName(task: item.duty.id.description, unit: nil), detail: detail,
        newDay: act == .extend ? nil : day(.newDay),
        ground: [.report, .extend].contains(act) ? text(.document) : text(.words))
    }
  }

  // MARK: What was typed

  private func text(_ name: ActField.Name) -> String? { form.fields[name].flatMap(PlainWords.cleaned) }

  private func day(_ name: ActField.Name) -> TypedDay? { text(name).flatMap { TypedDay(written: $0) } }

  private var typingFaults: [Fault] {
    fields.compactMap { field in
      guard let typed = text(field.name) else {
        return field.missing.map { Fault(field: field.name, code: "missing", words: $0) }
      }
      if typed.count > ActField.most {
        return Fault(
          field: field.name, code: "too-long",
          words: .init(
            vi: "Dài quá \(ActField.most) chữ; hãy ghi ngắn hơn.", en: "More than \(ActField.most) letters; write less."
          ))
      }
      if field.name.isDay, day(field.name) == nil {
        return Fault(
          field: field.name, code: "bad-day",
          words: .init(
            vi: "“\(typed)” không phải là ngày; hãy ghi như 20/09/2024.",
            en: "“\(typed)” is no day; write it as 20/09/2024."))
      }
      let words =
        switch field.name {
        case .time: Recording.fault(ofTime: typed)
        case .words where act == .progress: Recording.fault(ofProgress: typed)
        default: Bilingual?.none
        }
      return words.map { words in
        Fault(
          field: field.name, code: "refused",
          words: .init(vi: words.vi.asBeginning + ".", en: words.en.asBeginning + "."))
      }
    }
  }

  /// A question where the work is to be due on a day off.
  private var dayOffDoubts: [Fault] {
    guard case .duty(let item) = subject, let day = day(.newDay)?.date(today: visit.today, .coming) else { return [] }
    let plan = visit.rules.plans[visit.rules.tasks[item.duty.task].plan]
    guard visit.rules.calendars.indices.contains(plan.calendar),
      case let calendar = visit.rules.calendars[plan.calendar].calendar, calendar.status(of: day)?.isWorking == false
    else { return [] }
    func near(_ step: Int32) -> CivilDate? {
      (1...15).lazy.map { day.adding(days: Int($0 * step)) }.first { calendar.status(of: $0)?.isWorking == true }
    }
    func words(_ dates: PageDates) -> String {
      let days = [near(-1), near(1)].compactMap { $0.map(dates.long) }
      return dates.language.choose(
        vi: "\(dates.long(day)) là ngày nghỉ. Ngày làm việc gần nhất: \(days.joined(separator: " hoặc ")).",
        en: "\(dates.long(day)) is a day off. The nearest working days: \(days.joined(separator: " or ")).")
    }
    return [
      Fault(field: .newDay, code: "day-off", words: .init(vi: words(PageDates(.vi)), en: words(PageDates(.en))))
    ]
  }

  // MARK: What recording says

  private func fault(_ diagnostic: Diagnostic) -> Fault {
    let names = Set(fields.map(\.name))
    let wanted: [ActField.Name] =
      switch DiagnosticCode(rawValue: diagnostic.code) {
      case .pastDay, .farDay: [.newDay, .day]
      case .futureDay, .notYetDone, .dayBeforePlan, .answerBeforeQuestion: [.day]
      case .factNotKept: [.words, .document]
      default: []
      }
    return Fault(
      field: wanted.first(where: names.contains), code: diagnostic.code,
      words: .init(vi: Self.withoutCommands(diagnostic.words.vi), en: Self.withoutCommands(diagnostic.words.en)))
  }

  /// Sentences without the parts that name commands, which nobody types here.
  private static func withoutCommands(_ words: String) -> String {
    let parts = words.split(separator: "; ").filter { !$0.contains("nhacviec ") }
    return parts.isEmpty ? words.asBeginning : parts.joined(separator: "; ").asBeginning + "."
  }
}
