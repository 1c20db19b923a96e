import CivilCalendar
import Deadlines
import Diagnostics
import RuleSyntax
import Rules
import TestSupport
import Testing

/// What is recorded is read again for years: the line of each fact means that fact, in all plans together.
@Suite("Canonical lines of facts")
struct FactWriterTests {
  static let rules = Result {
    let plans = try ruleFiles(in: "rules").filter {
      !$0.name.hasPrefix("rules/calendars/") && !$0.name.hasPrefix("rules/policies/")
    }
    return RuleBook.read(own: plans, shipped: try shippedRules()).rules
  }
  static let day = CivilDate(year: 2024, month: 2, day: 9) ?? .first

  private func check(_ body: Fact.Body, _ rules: RuleSet, sourceLocation: SourceLocation = #_sourceLocation) {
    let writer = FactWriter(rules)
    let line = writer.line(of: body)
    let (facts, diagnostics) = FactFile.read(SourceText(name: "", text: line), rules: rules)
    guard diagnostics.isEmpty, facts.count == 1 else {
      Issue.record("\(line): \(diagnostics.map(\.words.en))", sourceLocation: sourceLocation)
      return
    }
    #expect(writer.line(of: facts[0].body) == line, sourceLocation: sourceLocation)
    #expect(writer.plan(of: facts[0].body) == writer.plan(of: body), sourceLocation: sourceLocation)
  }

  @Test("Every event of the shipped plans") func events() throws {
    let rules = try Self.rules.get()
    #expect(rules.plans.count >= 5 && rules.events.count > 20)
    for (id, event) in rules.events.enumerated() {
      let key: String? =
        switch event.happens {
        case .once, .eachCase: nil
        case .yearly: "2023"
        case .quarterly: "2024-Q1"
        case .monthly: "2024-02"
        }
      let reference = event.happens == .eachCase ? "12/TTr" : nil
      let named = Fact.EventCase(id, key: key, reference: reference)
      for kind in FactKind.allCases where kind.form.about == .event {
        let isDated = kind.form.says != .nothing
        let time = kind == .happened ? ClockTime(hour: 14, minute: 5) : nil
        check(Fact.Body(kind, .event(named), day: isDated ? Self.day : nil, time: time), rules)
      }
    }
  }

  @Test("Every task of the shipped plans, in every form") func tasks() throws {
    let rules = try Self.rules.get()
    #expect(rules.tasks.count > 200)
    for (id, task) in rules.tasks.enumerated() {
      for label in [nil] + task.labels.map(Optional.some) {
        let subject = Fact.Subject(task: id, label: label, key: "2024-Q1")
        for kind in FactKind.allCases where kind.form.about == .task {
          guard let body = body(kind, subject, task) else { continue }
          check(body, rules)
        }
      }
      guard case .unit(let unit)? = task.leads.first?.1.recipient else { continue }
      check(Fact.Body(.done, .task(Fact.Subject(task: id, key: "once", unit: unit)), day: Self.day), rules)
    }
  }

  /// Nil where the plan names nobody who could take the task.
  private func body(_ kind: FactKind, _ subject: Fact.Subject, _ task: PlanTask) -> Fact.Body? {
    var body = Fact.Body(kind, .task(subject), ground: "60/QĐ-UBND")
    switch kind.form.says {
    case .nothing: break
    case .day: body.day = Self.day
    case .deadline:
      guard let deadline = Self.deadline else { return nil }
      body = Fact.Body(
        kind, .task(subject), deadline: DueLine(label: subject.label, deadline: deadline, text: "", span: task.span))
    case .recipient:
      guard let lead = task.leads.first?.1.recipient else { return nil }
      body.recipient = lead
    case .person: body.person = "Nguyễn Văn An"
    }
    return body
  }

  private static let deadline = DeadlineReader().read("trước ngày 30/6/2024").readings.first
}
