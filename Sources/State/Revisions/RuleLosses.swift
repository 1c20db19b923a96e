package import CivilCalendar
package import Diagnostics
import Expansion
package import FactLog
import Presentation
package import Reminders
package import Rules

/// What is on record and would be lost under other rules: facts without effect, what is done, and what was told and is not
/// done (decision: vanishing-keys). A promotion asks about it, pages and the editor of rows refuse it.
package struct RuleLosses: Sendable {
  /// One fact or duty that would be lost.
  package struct Item: Sendable {
    /// `PLAN/TASK`; nil where it is about no task.
    package let task: String?
    package let words: Bilingual
  }

  /// What is lost in one way.
  package struct Part: Sendable {
    package let words: Bilingual
    package let items: [Item]
    fileprivate let isOfFacts: Bool

    /// With the first ten items.
    package var text: Bilingual {
      func join(_ words: KeyPath<Bilingual, String>, _ more: (Int) -> String) -> String {
        let (shown, rest) = (items.prefix(10).map { $0.words[keyPath: words] }, items.count - 10)
        guard isOfFacts else { return shown.joined(separator: "; ") + (rest > 0 ? "; …" : "") }
        return (shown + (rest > 0 ? [more(rest)] : [])).map { "\n  \($0)" }.joined()
      }
      guard !items.isEmpty else { return words }
      let (vi, en) = (join(\.vi) { "… và \($0) ghi nhận khác" }, join(\.en) { "… and \($0) more" })
      return isOfFacts
        ? .init(vi: "\(words.vi):\(vi)", en: "\(words.en):\(en)")
        : .init(vi: "\(words.vi): \(vi)", en: "\(words.en): \(en)")
    }
  }

  package let parts: [Part]
  package var isEmpty: Bool { parts.isEmpty }

  /// Nothing is lost.
  package init() { parts = [] }

  /// Rules with the facts of the log, as far as losses are concerned.
  struct Side {
    let rules: RuleSet
    let duties: [AnyDuty]
    /// The facts without effect, by number, and why.
    let withoutEffect: [Int: Bilingual]
    /// The tasks of facts, `PLAN/TASK`, by number.
    let tasks: [Int: String]

    init(_ rules: RuleSet, _ facts: ReplayedFacts, _ expander: Expander, _ duties: [AnyDuty]) {
      (self.rules, self.duties) = (rules, duties)
      withoutEffect = facts.withoutEffect(rules, expander) { ProblemWords.words($0.reason) }
      var tasks: [Int: String] = [:]
      for (number, timed) in zip(facts.sequences, facts.facts) {
        if let subject = timed.fact.body.subject { tasks[number] = rules.reference(to: subject.task) }
      }
      self.tasks = tasks
    }

    fileprivate init(_ rules: RuleSet, _ records: [RecordedFact], through: CivilDate) {
      let facts = ReplayedFacts(records, rules: rules, place: "facts")
      let expander = Expander(rules, facts: facts.facts.map(\.fact))
      let window = DayRange(first: .first, last: through)
      self.init(
        rules, facts, expander, expander.duties(in: window, explained: false, keepsGiven: true).all)
    }
  }

  /// The last day through which duties are compared.
  static func horizon(of rules: [RuleSet], today: CivilDate) -> CivilDate {
    let last = rules.flatMap(\.plans).map(\.years.upperBound).max() ?? today.year
    return CivilDate(year: min(9999, max(last, today.year) + 2), month: 12, day: 31) ?? .last
  }

  /// What would be lost if `candidate` took the place of `live`.
  /// - Parameters:
  ///   - records: all facts of the log.
  ///   - doubt: why these facts cannot be trusted; nil if they can.
  package init(
    from live: RuleSet, to candidate: RuleSet, _ records: [RecordedFact], log: any SentLog, doubt: Bilingual?,
    today: CivilDate
  ) {
    let through = Self.horizon(of: [live, candidate], today: today)
    self.init(
      Side(live, records, through: through), Side(candidate, records, through: through), records, log: log,
      doubt: doubt, countsAllFacts: false)
  }

  /// - Parameters:
  ///   - live: nil if no rules are live, or the live ones cannot be read.
  ///   - countsAllFacts: whether facts that the candidate does not understand count as lost even if it is not known
  ///     whether the live rules did.
  init(
    _ live: Side?, _ candidate: Side, _ records: [RecordedFact], log: any SentLog, doubt: Bilingual?,
    countsAllFacts: Bool
  ) {
    var parts: [Part] = []
    if let doubt { parts.append(Part(words: doubt, items: [], isOfFacts: false)) }
    if live != nil || countsAllFacts { parts += Self.facts(live, candidate, records) }
    if let live {
      let kept = Set(candidate.duties.map(\.id))
      let names = DutyNames(candidate.rules)
      let lost = live.duties.filter { !kept.contains($0.id) && !kept.contains(names.current($0.id)) }
      parts += Self.done(lost) + Self.told(lost, DutyNames(live.rules), log)
    }
    self.parts = parts
  }

  /// Facts that have an effect now and would have none.
  private static func facts(_ live: Side?, _ candidate: Side, _ records: [RecordedFact]) -> [Part] {
    let before = live?.withoutEffect ?? [:]
    let lost = candidate.withoutEffect.filter { before[$0.key] == nil }.sorted { $0.key < $1.key }
    guard !lost.isEmpty else { return [] }
    let lines = Dictionary(records.map { ($0.sequence, $0.entry.line) }, uniquingKeysWith: { first, _ in first })
    let items = lost.map { number, reason in
      let line = lines[number] ?? ""
      return Item(
        task: live?.tasks[number],
        words: .init(vi: "số \(number): \(line) — \(reason.vi)", en: "number \(number): \(line) — \(reason.en)"))
    }
    return [
      Part(
        words: .init(
          vi: "\(lost.count) ghi nhận đang có hiệu lực sẽ không còn tác dụng",
          en: "\(lost.count == 1 ? "1 fact that has an effect now" : "\(lost.count) facts that have an effect now") "
            + "would have none"), items: items, isOfFacts: true)
    ]
  }

  /// What is done, and would be found nowhere any more.
  private static func done(_ lost: [AnyDuty]) -> [Part] {
    let done = lost.filter { if case .done = $0.closed { true } else { false } }
    return part(done) { count in
      .init(
        vi: "\(count) việc đã xong sẽ không còn",
        en: "\(count) that \(count == 1 ? "is" : "are") done would be gone")
    }
  }

  /// What somebody was told of and is not closed.
  private static func told(_ lost: [AnyDuty], _ names: DutyNames, _ log: any SentLog) -> [Part] {
    let told = lost.filter { duty in
      duty.closed == nil
        && names.all(duty.id).contains { !log.entries(about: SubjectKey(.obligation($0))).isEmpty }
    }
    return part(told) { count in
      .init(
        vi: "\(count) việc đã nhắc mà chưa xong sẽ không còn",
        en: "\(count) that reminders went out for and that \(count == 1 ? "is" : "are") not done would be gone")
    }
  }

  private static func part(_ duties: [AnyDuty], _ words: (Int) -> Bilingual) -> [Part] {
    guard !duties.isEmpty else { return [] }
    let items = duties.map { duty in
      let name = duty.id.spoken
      return Item(task: "\(duty.id.plan)/\(duty.id.task)", words: .init(vi: name, en: name))
    }
    return [Part(words: words(duties.count), items: items.sorted { $0.words.vi < $1.words.vi }, isOfFacts: false)]
  }
}
