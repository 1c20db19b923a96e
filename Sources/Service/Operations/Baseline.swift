package import CivilCalendar
import Delivery
import Diagnostics
import Expansion
import Presentation
import Reminders
import Rules

/// The obligations that the command `baseline` closes: those of a plan that were due before a day and are open. What would be overdue
/// on that day was due, also where a timetable or an event that had a latest day never came.
struct Baseline {
  let plan: PlanID
  let limit: CivilDate

  func closes(_ obligation: Duty<DueDays>, _ rules: RuleSet) -> Bool {
    guard rules.tasks[obligation.task].plan == plan, case .overdue = obligation.status(on: limit) else { return false }
    return true
  }

  /// The facts to be recorded, one for each obligation.
  /// - Parameter note: the note of each fact; if it is nil, it says that this is a baseline.
  static func drafts(
    plan name: String, before limit: CivilDate?, except: [String], note: String?, _ book: OpenBook
  ) throws(OperationFailure) -> [Draft] {
    guard let plan = book.rules.plan(named: name) else {
      let known = book.rules.plans.map(\.id).joined(separator: ", ")
      throw OperationFailure(
        vi: "không có kế hoạch “\(name)”; có: \(known)", en: "there is no plan “\(name)”; there are: \(known)")
    }
    var exceptions: [TaskReference] = []
    for text in except { exceptions.append(try TaskReference(text, book.rules, in: plan)) }
    let baseline = Baseline(plan: plan, limit: limit ?? book.today)
    let writer = FactWriter(book.rules)
    return baseline.subjects(book) { obligation in
      exceptions.contains { $0.task == obligation.task && $0.matches(obligation.id, of: book.rules.plans[plan]) }
    }.map { subject in
      Draft(line: writer.line(of: Fact.Body(.done, .task(subject))), note: note ?? Self.note(baseline.limit))
    }
  }

  /// What it closes, and what would have been due before the day too had that been done when it was due, and so on.
  private func subjects(_ book: OpenBook, except: (Duty<DueDays>) -> Bool) -> [Fact.Subject] {
    let days = DayRange(first: .first, last: limit.adding(days: -1))
    var subjects: [Fact.Subject] = []
    var supposed: [Fact] = []
    while true {
      let found = Expander(book.rules, facts: book.facts + supposed).obligations(in: days, explained: false)
        .filter { closes($0, book.rules) && !except($0) }
      guard !found.isEmpty else { return subjects }
      for obligation in found {
        let id = obligation.id
        let subject = Fact.Subject(
          task: obligation.task, label: id.label, key: id.key,
          unit: id.unit.flatMap { unit in book.rules.units.firstIndex { $0.id == unit } },
          group: id.unit.flatMap { unit in book.rules.groups.firstIndex { $0.id == unit } })
        subjects.append(subject)
        let done = Fact.Body(.done, .task(subject), day: obligation.effective)
        supposed.append(Fact(done, text: "", span: Span(SourceText(name: "", bytes: []), 0, 0)))
      }
    }
  }

  /// The standard note, in both languages because it is stored.
  private static func note(_ day: CivilDate) -> String {
    "chốt ban đầu: xong trước \(DateWording(.vi).day(day)), không rõ ngày / baseline: done before \(day), day not known"
  }

  /// A line for each plan with duties that were due before it went live, and the command that settles them.
  static func advice(_ rehearsal: RoundRehearsal, _ book: RoundBook, at now: Instant) -> [Bilingual] {
    let (agenda, rules) = (rehearsal.agenda, rehearsal.agenda.rules)
    let unsettled = Set(
      rehearsal.decision.toSettle.compactMap { item -> ObligationID? in
        if case .dueBeforeKnown = item.reason { item.id } else { nil }
      })
    guard !unsettled.isEmpty else { return [] }
    return rules.plans.indices.compactMap { plan in
      let calendar = rules.plans[plan].calendar
      let zone = rules.calendars.indices.contains(calendar) ? rules.calendars[calendar].timeZone : nil
      let baseline = Baseline(plan: plan, limit: book.zone(zone).day(of: now))
      let closed = agenda.obligations.filter { baseline.closes($0, rules) }
      let asked = closed.count { unsettled.contains($0.id) }
      return asked == 0 ? nil : words(rules.plans[plan].id, closes: closed.count, asked: asked)
    }
  }

  private static func words(_ plan: String, closes: Int, asked: Int) -> Bilingual {
    let others =
      closes == asked
      ? (vi: "", en: "")
      : (vi: ", cùng \(closes - asked) việc khác đã đến hạn", en: ", and \(closes - asked) others that were due")
    return .init(
      vi:
        "\(plan): \(asked) việc đến hạn trước khi kế hoạch có hiệu lực ở đây. “nhacviec baseline \(plan)” ghi nhận các việc "
        + "đó là đã xong\(others.vi) (xem danh sách trước, rồi --yes; --except để trừ ra); nếu không, đầu mối sẽ được hỏi "
        + "“xong chưa?” về từng việc.",
      en:
        "\(plan): \(asked) \(asked == 1 ? "duty was" : "duties were") due before the plan went live here. “nhacviec baseline "
        + "\(plan)” records \(asked == 1 ? "it" : "them") as done\(others.en) (it lists them first, then --yes; --except "
        + "leaves some out); otherwise the focal point is asked about each.")
  }
}

extension Recording {
  /// Records as done whatever of a plan was due before a day, once somebody said yes.
  /// - Parameters:
  ///   - plan: the id or name of the plan.
  ///   - limit: the day before which they were due; nil takes today.
  ///   - except: tasks or duties that are left out, as `TASK[@KEY]`.
  package func baseline(
    plan: String, before limit: CivilDate?, except: [String]
  ) throws(OperationFailure) -> Recorded? {
    try run(needsYes: true) { book throws(OperationFailure) in
      try Baseline.drafts(plan: plan, before: limit, except: except, note: request.note, book)
    }
  }
}
