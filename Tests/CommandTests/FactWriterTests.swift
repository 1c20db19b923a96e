import CivilCalendar
import Diagnostics
import Rules
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
      check(.happened(id, key: key, reference: reference, on: Self.day, at: ClockTime(hour: 14, minute: 5)), rules)
      check(.corrected(id, key: key, reference: reference, to: Self.day), rules)
      check(.withdrawn(id, key: key, reference: reference), rules)
    }
  }

  @Test("Every task of the shipped plans, in every form") func tasks() throws {
    let rules = try Self.rules.get()
    #expect(rules.tasks.count > 200)
    for (id, task) in rules.tasks.enumerated() {
      for label in [nil] + task.labels.map(Optional.some) {
        let subject = Fact.NoticeTopic(task: id, label: label, key: "2024-Q1")
        check(.done(subject, on: Self.day, document: "55/BC-VP"), rules)
        check(.extended(subject, to: Self.day, by: "60/QĐ"), rules)
        check(.waived(subject, because: "đã sáp nhập"), rules)
        check(.undone(subject, because: nil), rules)
        check(.silenced(subject, until: Self.day, because: "chờ tỉnh"), rules)
      }
      guard let lead = task.leads.first?.1.recipient else { continue }
      check(.reassigned(Fact.NoticeTopic(task: id), to: lead, by: "TB 5"), rules)
      if case .unit(let unit) = lead {
        check(.done(Fact.NoticeTopic(task: id, key: "once", unit: unit), on: Self.day, document: nil), rules)
      }
    }
  }
}
