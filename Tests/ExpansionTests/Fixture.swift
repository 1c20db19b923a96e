import CivilCalendar
import Deadlines
import Diagnostics
import Expansion
import Rules
import TestSupport

/// Days off of Việt Nam in 2022 and 2024 as announced, other years computed from a few holidays by law.
enum Vietnam {
  static let calendar: WorkingCalendar = {
    let holidays = [
      HolidayRule(name: "Tết Dương lịch", alternatives: [.fixed(month: 1, day: 1)]),
      HolidayRule(
        name: "Tết Nguyên đán",
        alternatives: [
          .range(
            from: HolidayEdge(.lunar, month: 1, day: 1, offset: -1), through: HolidayEdge(.lunar, month: 1, day: 4))
        ]),
      HolidayRule(name: "Ngày Chiến thắng", alternatives: [.fixed(month: 4, day: 30)]),
      HolidayRule(name: "Quốc tế lao động", alternatives: [.fixed(month: 5, day: 1)]),
      HolidayRule(name: "Quốc khánh", alternatives: [.fixed(month: 9, day: 2)]),
    ]
    return WorkingCalendar(
      .init(
        holidays: holidays, substitution: .nextWorkingDay,
        conventions: YearConventions(
          schoolYear: .init(month: 9, day: 5), terms: [.init(month: 9, day: 5), .init(month: 1, day: 15)],
          fiscalYear: .init(month: 1, day: 1)),
        announcements: [
          2022: announcement(
            2022,
            off: [
              "2022-01-03", "2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04", "2022-04-11",
              "2022-05-02", "2022-05-03", "2022-09-01", "2022-09-02",
            ]),
          2024: announcement(
            2024,
            off: [
              "2024-01-01", "2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14", "2024-04-18",
              "2024-04-29", "2024-04-30", "2024-05-01", "2024-09-02", "2024-09-03",
            ], work: ["2024-05-04"]),
        ]),
      covering: 2015...2035)
  }()

  private static func announcement(
    _ year: Int, off: [String], work: [String] = []
  ) -> WorkingCalendar.Announcement {
    .init(year: year, off: off.map { .init(day($0), "ngày lễ") }, work: work.map { .init(day($0), "làm bù") })
  }

  static func context(_ years: ClosedRange<Int>, dayOff: DayOffRule = .keep) -> DeadlineContext {
    DeadlineContext(years: years, calendar: calendar, law: VietnameseCivilCode(), dayOff: dayOff)
  }
}

/// A small office: one plan, to which a test adds events, units and rows.
struct Office {
  var rules = RuleSet()
  let span: Span

  init(_ years: ClosedRange<Int> = 2024...2024, plan: String = "vd", issued: Plan.Issued = .unknown) {
    span = Span(SourceText(name: "plan.rules", text: ""), 0, 0)
    rules.calendars = [
      RuleCalendar(
        id: "vn", title: "Việt Nam", calendar: Vietnam.calendar, law: VietnameseCivilCode(), span: span)
    ]
    rules.units = [Unit(id: "vp", title: "Văn phòng", span: span)]
    var issue = PlanEvent(id: "ban-hanh", title: "ban hành kế hoạch \(plan)", span: span)
    issue.plan = 0
    rules.events = [issue]
    var first = Plan(
      id: plan, title: plan, years: years, calendar: 0, issued: issued, issueEvent: 0, span: span)
    first.focalPoint = .unit(0)
    rules.plans = [first]
  }

  @discardableResult
  mutating func unit(_ id: String) -> UnitID {
    rules.units.append(Unit(id: id, title: id, span: span))
    return rules.units.count - 1
  }

  @discardableResult
  mutating func event(
    _ id: String, _ happens: PlanEvent.Happens = .once, _ composition: PlanEvent.Composition = .simple,
    expected: WindowExpression? = nil
  ) -> EventID {
    var event = PlanEvent(id: id, title: id, span: span)
    event.happens = happens
    event.composition = composition
    event.expected = expected
    rules.events.append(event)
    return rules.events.count - 1
  }

  /// A row with one due line. Mentions of events and tasks are found by their ids, `id@key` naming an occurrence.
  @discardableResult
  mutating func task(
    _ id: String, _ form: DeadlineForm, _ clauses: DeadlineClauses = DeadlineClauses(), label: String? = nil,
    plan: PlanID = 0
  ) -> TaskID {
    var task = PlanTask(plan: plan, id: id, title: id, span: span)
    task.due = [line(Deadline(form, clauses), label: label)]
    rules.tasks.append(task)
    return rules.tasks.count - 1
  }

  func line(_ deadline: Deadline, label: String? = nil) -> DueLine {
    var line = DueLine(label: label, deadline: deadline, text: "hạn", span: span)
    for item in deadline.items {
      var expressions: [EventExpression] = []
      if case .eachCase(let trigger?, _) = item.form { expressions.append(trigger) }
      if case .event(let expression) = item.clauses.gate { expressions.append(expression) }
      if case .counted(let counted) = item.form {
        switch counted.anchor {
        case .event(let expression): expressions.append(expression)
        case .taskDone(let mention), .taskDue(let mention):
          if let task = rules.tasks.firstIndex(where: { $0.id == mention.id }) {
            line.tasks[mention] = TaskBinding(task: task, label: mention.label, key: mention.key)
          }
        case .date, .ownCase: break
        }
      }
      for mention in expressions.flatMap(\.mentions) {
        let parts = mention.name.split(separator: "@")
        guard let event = rules.events.firstIndex(where: { $0.id == parts[0] }) else { continue }
        line.events[mention] = EventBinding(event: event, key: parts.count > 1 ? String(parts[1]) : nil)
      }
    }
    return line
  }

  func fact(_ body: Fact.Body) -> Fact { Fact(body, text: "\(body)", span: span) }

  func expander(_ bodies: [Fact.Body] = []) -> Expander { Expander(rules, facts: bodies.map(fact)) }
}

/// A period of 2024 (or another year) in few words.
func quarter(_ index: Int, _ number: Int? = 2024) -> PeriodExpression { .child(.quarter, index, of: year(number)) }
func month(_ index: Int, _ number: Int? = 2024) -> PeriodExpression { .child(.month, index, of: year(number)) }
func year(_ year: Int?) -> PeriodExpression { year.map { .year(.year, $0) } ?? .planYear }

func window(_ windows: WindowExpression...) -> DeadlineForm { .at(windows.map { Place(.on, .window($0)) }) }

func on(_ bound: Bound, _ days: DateExpression...) -> DeadlineForm { .at(days.map { Place(bound, .day($0)) }) }

func by(_ year: Int?, _ month: Int, _ day: Int, _ bound: Bound = .by, _ time: ClockTime? = nil) -> DeadlineForm {
  .at([Place(bound, .day(.civil(year: year, month: month, day: day)), time: time)])
}

func after(_ event: String, _ durations: CalendarDuration...) -> DeadlineForm {
  .counted(CountedDeadline(.within, durations, of: .event(.single(EventMention(event)))))
}

func clauses(_ change: (inout DeadlineClauses) -> Void) -> DeadlineClauses {
  var clauses = DeadlineClauses()
  change(&clauses)
  return clauses
}

let everything = DayRange(first: .first, last: day("2060-12-31"))

/// `KEY OPENS..NOMINAL`, then `=EFFECTIVE` where it differs, `<HH:MM` for a cut-off, `~` where provisional.
func drawing(_ key: String, _ days: DueDays) -> String {
  var text = "\(key) \(days.opens.map(\.description) ?? "")..\(days.nominal)"
  if days.effective != days.nominal { text += "=\(days.effective)" }
  if let cutoff = days.cutoff {
    text += "<\(cutoff.minutes / 60):\(cutoff.minutes % 60 < 10 ? "0" : "")\(cutoff.minutes % 60)"
  }
  if days.certainty == .provisional { text += "~" }
  return text
}

extension DeadlineOccurrence<DueDays> {
  var drawn: String { drawing(key, state) }
}

extension Duty<DueDays> {
  var drawn: String { drawing(id.key, state) }
}

extension Expander {
  func drawn(_ task: TaskID, in window: DayRange = everything) -> [String] {
    obligations(in: window, of: task).map(\.drawn)
  }
}
