package import CivilCalendar
import Deadlines
package import Expansion
package import Rules

/// A recorded fact with the instant of its recording, which is nil if nobody knows it (`--facts FILE`).
package struct TimedFact: Sendable {
  package var fact: Fact
  package var recorded: Instant?
  /// The document that the log names beside the line.
  package var document: String?

  package init(_ fact: Fact, recorded: Instant? = nil, document: String? = nil) {
    self.fact = fact
    self.recorded = recorded
    self.document = document
  }
}

/// Everything that rules and facts say is owed, prepared for deciding rounds. It depends on no instant, so that one
/// agenda serves many rounds until rules or facts change.
package final class Agenda: Sendable {
  /// The instant at which a due line first went live; nil if it counts as known from the plan's issue on
  /// (decision: known-since).
  package typealias WentLive = @Sendable (TaskID, _ dueLine: Int) -> Instant?
  /// The zone of a calendar by its name (`múi giờ`).
  package typealias ZoneOf = @Sendable (_ name: String?) -> Zone

  /// A duty with a day, and what follows from it that does not depend on the day of the round.
  struct Item: Sendable {
    var obligation: Duty<DueDays>
    var subject: SubjectKey
    var plan: PlanID
    var policy: PolicyID?
    /// Since when it is known here (decision: known-since).
    var known: Instant
    /// Whether it became known by a fact, after its plan.
    var isNews: Bool
    /// Whether a recorded fact set the day (`FactKind.set`).
    var isSet: Bool
    /// When a recorded completion was last taken back. Steps from before then are not sent: the work counted as done.
    var reopened: Instant?
    /// When a request for more time was last refused or taken back.
    var answered: Instant?
    /// When it may last have changed; nil if nobody knows.
    var changed: Instant?
    /// The first day of the window, or the day from which the work could be known.
    var opens: CivilDate
    /// The instant from which it is overdue.
    var due: Instant
    /// Whether its due line yields one window after the other.
    var recurs: Bool
    var own: StepTable
    var support: StepTable
    /// Who is told, units that were merged still named as before.
    var audience: Audience
  }

  /// A duty without a day.
  struct OpenItem: Sendable {
    var duty: Duty<OpenState>
    var subject: SubjectKey
    var plan: PlanID
    var policy: PolicyID?
    var known: Instant
    var changed: Instant?
  }

  package let rules: RuleSet
  package let facts: [TimedFact]
  let defaults: SchedulingDefaults
  let expander: Expander
  let items: [Item]
  let openItems: [OpenItem]
  let offices: [OfficeTime]
  /// When each plan became known.
  let planKnown: [Instant]
  let standardPolicy: PolicyID?
  let names: UnitNames
  let hasMergers: Bool
  /// The first obligation of each due line and owner, where some policy asks to accept: that one is asked about.
  let firstOfLines: Set<SubjectKey>
  /// The events of which only the ids may be told.
  let classifiedEvents: Set<EventID>
  /// When a fact about each event was last recorded.
  let eventsTouched: [EventID: Instant]
  /// The ids that duties had under former ids of their tasks.
  package let dutyNames: DutyNames
  /// The subjects of these.
  let subjects: SubjectNames
  /// The index in `items` of each subject.
  private let places: [SubjectKey: Int]
  /// The documents and reasons of changes.
  package let grounds: ChangeGrounds
  /// When work changed hands.
  let handovers: Handovers
  /// What units owed that owe it no more by other rules, with who leads the same occurrence now.
  let departed: [ObligationID: Set<UnitID>]
  /// Of work that comes again and again and was handed over, the first occurrence that was open then.
  let firstOfHandovers: Set<SubjectKey>

  /// - Parameters:
  ///   - through: the last due day that is looked at, at least a year after every round and after the plans' last
  ///     years.
  ///   - zone: gives the zone of each calendar.
  ///   - wentLive: tells when each due line went live.
  ///   - revised: when these rules went live. A day that they moved is told in the first slot after it.
  ///   - tasks: only the duties of these tasks; nil: all.
  ///   - leads: when units took over and gave up the lead by other rules.
  package init(
    _ rules: RuleSet, facts: [TimedFact] = [], through: CivilDate, zone: ZoneOf = { _ in .vietnam },
    defaults: SchedulingDefaults = SchedulingDefaults(), wentLive: @escaping WentLive = { _, _ in nil },
    revised: Instant? = nil, of tasks: Set<TaskID>? = nil, leads: LeadChanges = LeadChanges()
  ) {
    self.rules = rules
    self.facts = facts
    self.defaults = defaults
    let expander = Expander(rules, facts: facts.map(\.fact))
    self.expander = expander
    offices = OfficeTime.ofPlans(rules, zone, defaults)
    grounds = ChangeGrounds(expander, facts: facts, revised: revised, leads: leads)
    let policies = Policies(rules)
    standardPolicy = policies.standard
    let names = UnitNames(rules)
    self.names = names
    classifiedEvents = rules.classifiedEvents
    hasMergers = rules.units.contains { $0.mergedInto != nil }
    let known = KnownSince(rules, facts, offices, wentLive, leads)
    eventsTouched = known.eventTouched
    planKnown = rules.plans.indices.map { known.plan($0) }
    var cadences = Cadences(rules, slot: defaults.slot)
    func latest(_ one: Instant?, _ other: Instant?) -> Instant? { [one, other].compactMap { $0 }.max() }
    let (planKnown, offices) = (planKnown, offices)
    let window = DayRange(first: .first, last: through)
    let lists =
      tasks.map { expander.duties(in: window, among: $0, keepsGiven: true) }
      ?? expander.duties(in: window, explained: false, keepsGiven: true)
    let (all, open) = (lists.dated, lists.open)
    var gone = Agenda.withdrawnCases(
      rules, facts, in: window, of: tasks, besides: all.map(\.id) + open.map(\.id), offices)
    let left = Agenda.departures(rules, facts, lists, leads, offices)
    gone.dated += left.duties.dated
    gone.open += left.duties.open
    departed = left.leads
    items = (all + gone.dated).map { obligation in
      let plan = rules.tasks[obligation.task].plan
      let office = offices[plan]
      let (since, isNews) = known.obligation(obligation)
      let start = CivilDate(year: max(rules.plans[plan].years.lowerBound, 1), month: 1, day: 1) ?? .first
      let opens =
        obligation.opens ?? min(max(start, office.zone.day(of: planKnown[plan])), obligation.effective)
      let due =
        obligation.cutoff.map { office.zone.instant(obligation.effective, minute: $0.minutes) }
        ?? office.zone.instant(obligation.effective.adding(days: 1))
      let policy = policies.policy(of: obligation.task, label: obligation.id.label)
      let days = obligation.effective.days(since: opens) + 1
      let cadence = cadences.cadence(policy, days: days)
      let recurs = rules.tasks[obligation.task].due[obligation.dueLine].deadline.recurs
      func table(_ cadence: Cadence) -> StepTable {
        StepTable(
          office: office, cadence: cadence, opens: opens, effective: obligation.effective, due: due, known: since,
          isNews: isNews, recurs: recurs, assigned: nil)
      }
      let own = table(cadence)
      return Item(
        obligation: obligation, subject: SubjectKey(.obligation(obligation.id)), plan: plan, policy: policy,
        known: since, isNews: isNews, isSet: known.isSet(obligation.id, obligation.task),
        reopened: known.reopened(obligation.id, obligation.task),
        answered: known.answered(obligation.id, obligation.task),
        changed: latest(known.touched(obligation.task, obligation.dueLine), revised), opens: opens, due: due,
        recurs: recurs,
        own: own, support: table(cadences.cadence(policy, days: days, isSupport: true)).starting(with: own),
        audience: Audience(
          of: rules.tasks[obligation.task], leads: obligation.leads, supports: obligation.supports,
          told: cadence.audience, on: .first, rules, names))
    }
    openItems = (open + gone.open).map { duty in
      OpenItem(
        duty: duty, subject: SubjectKey(.obligation(duty.id)), plan: rules.tasks[duty.task].plan,
        policy: policies.policy(of: duty.task, label: duty.id.label), known: known.duty(duty),
        changed: latest(known.touched(duty.task, duty.dueLine), revised))
    }
    firstOfLines = Agenda.firstOfLines(items.prefix(all.count))
    places = Dictionary(zip(items.map(\.subject), items.indices)) { first, _ in first }
    dutyNames = DutyNames(rules)
    subjects = SubjectNames(items.map(\.obligation.id) + openItems.map(\.duty.id), dutyNames)
    handovers = Handovers(rules, facts, grounds, byRules: leads)
    firstOfHandovers = handovers.firsts(of: items.prefix(all.count))
  }

  private static func firstOfLines(_ items: ArraySlice<Item>) -> Set<SubjectKey> {
    struct Line: Hashable {
      let task: TaskID
      let line: Int
      let unit: String?
    }
    var seen: Set<Line> = []
    var firsts: Set<SubjectKey> = []
    for item in items where item.own.cadence.askToAccept != nil {
      let one = item.obligation
      if seen.insert(Line(task: one.task, line: one.dueLine, unit: one.id.unit)).inserted {
        firsts.insert(item.subject)
      }
    }
    return firsts
  }

  /// The item of an obligation; nil if there is none with a day.
  func item(_ id: ObligationID) -> Item? { places[SubjectKey(.obligation(id))].map { items[$0] } }
}

/// Finds the policy of a due line: the task's for its label, else the task's, the section's, the plan's or the standard
/// one.
package struct Policies {
  private let rules: RuleSet
  let standard: PolicyID?

  package init(_ rules: RuleSet) {
    self.rules = rules
    standard =
      rules.policies.firstIndex { $0.id == "tieu-chuan" } ?? rules.policies.firstIndex { $0.also.contains("standard") }
  }

  /// Nil: nothing says how to remind.
  package func policy(of task: TaskID, label: String?) -> PolicyID? {
    let row = rules.tasks[task]
    if let label, let own = row.policies.first(where: { $0.label == label }) { return own.1 }
    if let own = row.policies.first(where: { $0.label == nil }) { return own.1 }
    if let section = row.section, let own = rules.sections[section].policy { return own }
    return rules.plans[row.plan].policy ?? standard
  }
}

/// Turns units into the names by which the log knows them, and back.
struct UnitNames: Sendable {
  /// Of units whose ids others have, too: the first plan that means each by it.
  private let scopes: [UnitID: String]
  /// The names that units had under former ids (`trước đây`), as the log may spell them.
  private var formerly: [RecipientName: [RecipientName]] = [:]
  private var current: [RecipientName: RecipientName] = [:]

  init(_ rules: RuleSet) {
    var scopes: [UnitID: String] = [:]
    for units in Dictionary(grouping: rules.units.indices, by: { rules.units[$0].id }) where units.value.count > 1 {
      for plan in rules.plans.indices {
        guard case .unit(let unit)? = rules.recipient(named: units.key, in: plan), scopes[unit] == nil else { continue }
        scopes[unit] = rules.plans[plan].id
      }
    }
    self.scopes = scopes
    for (unit, row) in rules.units.enumerated() {
      let now = RecipientName(unit: row.id, scope: scopes[unit])
      for old in row.formerly.flatMap({ [$0, $0.uppercased(), $0.lowercased()] }) where old != row.id {
        for scope in [nil, scopes[unit]] {
          let name = RecipientName(unit: old, scope: scope)
          guard current[name] == nil else { continue }
          current[name] = now
          formerly[now, default: []].append(name)
        }
      }
    }
  }

  /// A unit's name now, and those that it had.
  func all(_ name: RecipientName) -> [RecipientName] { [name] + (formerly[name] ?? []) }

  /// The entry under the name that its recipient has now.
  func current(_ entry: SentEntry) -> SentEntry {
    guard !current.isEmpty, let name = current[entry.recipient] else { return entry }
    var entry = entry
    entry.recipient = name
    return entry
  }

  /// The name of a unit, which is one in all plans. It holds a plan only if several units have the same id.
  func name(of unit: UnitID, _ plan: PlanID, _ rules: RuleSet) -> RecipientName {
    RecipientName(unit: rules.units[unit].id, scope: scopes[unit])
  }

  /// The unit of a name; nil if the rules no longer have it.
  func unit(_ name: RecipientName, _ plan: PlanID, _ rules: RuleSet) -> UnitID? {
    guard case .unit(let unit)? = rules.recipient(named: name.unit, in: plan) else { return nil }
    return unit
  }
}

/// Makes each cadence once for its policy, length of window and kind of recipient.
struct Cadences {
  private let rules: RuleSet
  /// The time of messages where a policy has no `lúc`, in minutes since midnight.
  private let slot: Int
  private var known: [Key: Cadence] = [:]

  private struct Key: Hashable {
    var policy: PolicyID?
    var days: Int
    var isSupport: Bool
  }

  init(_ rules: RuleSet, slot: Int) {
    self.rules = rules
    self.slot = slot
  }

  mutating func cadence(_ policy: PolicyID?, days: Int, isSupport: Bool = false) -> Cadence {
    let key = Key(policy: policy, days: days, isSupport: isSupport)
    if let found = known[key] { return found }
    let fields = policy.flatMap { rules.policies.indices.contains($0) ? rules.policies[$0].fields : nil } ?? []
    let made =
      isSupport
      ? Cadence(supportOf: fields, windowDays: days, slot: slot) : Cadence(fields, windowDays: days, slot: slot)
    known[key] = made
    return made
  }
}

extension Deadline {
  fileprivate var recurs: Bool {
    items.contains { if case .each = $0.form { true } else { false } }
  }
}
