package import CivilCalendar
import Deadlines
package import Diagnostics
package import Expansion
import FactLog
package import Feeds
package import Presentation
package import Reminders
import Revisions
package import Rules
package import Settings
import StateFolder

/// What pages, feeds and the API show: the rules in force, all facts and every duty, computed once and shared by all
/// requests. Of what is classified it tells id and day alone, whoever asks (decision: classified-tasks).
package struct SiteModel: Sendable {
  /// Without the words of what is classified.
  package let rules: RuleSet
  /// Every duty over the whole spans of the plans, also those that are closed.
  package let list: UpcomingList
  /// The duties of the list as they are counted.
  package let counted: CountedDuties
  package let events: EventOverview
  package let meeting: MeetingSheet
  /// The state folder that it was read from; nil is the standard one.
  package let state: String?
  /// The places in `list` of what is due on each day.
  private let places: [CivilDate: [Int]]
  /// When it was computed.
  package let now: Instant
  /// The time of today as of which it was asked for; nil: its end, or now.
  package let timeAsOf: ClockTime?
  /// Whether it was asked for as of an instant that has passed, so that it has nothing of what is classified.
  package let isOfPast: Bool
  /// From then on it may be wrong, because the day has changed, or the hour of a cut-off has come.
  package let until: Instant
  /// What it was computed from; two models of the same have the same words.
  package let source: String
  /// The facts that could not be applied.
  package let problems: [Diagnostic]
  package let configuration: Configuration
  /// Whether rules wait to be accepted.
  package let areRulesWaiting: Bool
  let book: OpenBook
  let expander: Expander
  /// The ids that duties had under former ids of their tasks.
  package let dutyNames: DutyNames
  let comingAnswers = ComingAnswers()
  let zones: Agenda.ZoneOf
  /// Of the first plan.
  let zone: Zone

  package var today: CivilDate { list.today }
  /// Warnings and remarks about the rules.
  package var diagnostics: [Diagnostic] { book.loaded.diagnostics }
  /// How many facts of the log it has.
  package var facts: Int { book.head?.count ?? 0 }
  /// The folder of the office's rule files.
  package let rulesFolder: String
  /// The number of the revision in force; nil if the rules come from a folder.
  package var revision: Int? { book.loaded.revision?.number }

  /// Reads and computes everything. Fails where there is nothing to show: rules with errors, a damaged log.
  /// - Parameters:
  ///   - rules: the folder whose rules are shown; nil: those in force.
  ///   - asOf: everything is as it was then; nil: as it is.
  ///   - other: a model of the same revision under the same configuration. What holds of it still is neither read nor computed anew.
  package init(
    state: String?, rules folder: String? = nil, asOf: Instant? = nil, after other: SiteModel? = nil,
    in operations: OperationContext
  ) throws(OperationFailure) {
    let request = BookRequest(rules: folder, state: state, asOf: asOf)
    let known = other?.book.loaded.revision == nil ? nil : other?.book.loaded
    let book = try OpenBook.open(known ?? LoadedRules.inForce(request, in: operations), request, in: operations)
    let today = book.today
    zones = CalendarZones(book.rules).zoneOf
    zone = zones(book.loaded.timeZone)
    self.state = state
    now = asOf ?? Instant(seconds: Int64(operations.now))
    timeAsOf = asOf?.timeAsOf
    moment = zone.civil(now)
    isOfPast = request.isOfPast(in: operations)
    let minute = moment.minute
    let growth = other?.growth(to: book, at: now)
    let expander = growth?.expander ?? Expander(book.rules, facts: book.facts)
    let told = Self.told(growth?.tasks, book, expander, isOfPast: isOfPast)
    rules = growth?.former.rules ?? book.rules.withoutSecrets
    dutyNames = growth?.former.dutyNames ?? DutyNames(rules)
    let fresh = UpcomingList(
      rules, told, today: today, time: book.time, includesClosed: true, known: book.known)
    let account = book.delays(expander)
    if let growth {
      let (merged, former) = growth.former.list.with(growth.tasks, of: fresh)
      list = merged
      counted = CountedDuties(merged.items, rules) { place in
        former[place].map { growth.former.counted.delays[$0] } ?? merged.items[place].delay(account.delay)
      }
    } else {
      list = fresh
      counted = CountedDuties(fresh.items, rules, delay: account.delay)
    }
    places = Dictionary(grouping: list.items.indices) { [list] in list.items[$0].dueDay }.reduce(into: [:]) {
      if let day = $1.key { $0[day] = $1.value }
    }
    meeting = MeetingSheet(list)
    events = EventOverview(list, rules, book.timed, expander)
    let hours = list.hours(of: today)
    // The next midnight, or the next hour of today at which something becomes overdue.
    let next = hours.lazy.filter { $0.isOpen && $0.minutes > minute }.map(\.minutes).min()
    until = zone.instant(next == nil ? today.adding(days: 1) : today, minute: next ?? 0)
    let passed = hours.count { $0.minutes <= minute }
    source = "\(book.loaded.revision?.number ?? 0):\(book.head?.description ?? ""):\(today):\(passed)"
    problems = expander.factProblems.map(ProblemWords.diagnostic)
    areRulesWaiting =
      operations.folders.stateFolder(named: state).flatMap { StateFolder($0).readWaitingRules() } != nil
    configuration = operations.configuration?.values ?? .standard
    rulesFolder = book.loaded.revision?.manifest.folder ?? operations.folders.ruleFolder(named: folder)
    (self.book, self.expander) = (book, expander)
  }

  /// Everything as it was on a day, at its end, or at an instant. It is read and computed anew, which takes long.
  /// - Parameter text: the day or instant as people type it.
  package func past(_ text: String, in operations: OperationContext) throws(OperationFailure) -> SiteModel {
    try SiteModel(state: state, asOf: Instant.past(text, now: now), in: operations)
  }

  /// Day and minute of `now` where the first plan is.
  package let moment: (day: CivilDate, minute: Int)

  /// The events of calendar feeds.
  package var feedEvents: [FeedEvent] { FeedEvent.all(of: expander, today: today) }

  // MARK: One day

  /// What is due on that day, also what is closed, in the order of the list.
  package func items(due day: CivilDate) -> [UpcomingItem] { (places[day] ?? []).map { list.items[$0] } }

  // MARK: One task

  /// The duty of that id, `plan/task[:label]@key[/unit]`, also of one that it had before its task was renamed; nil if there is
  /// none.
  package func duty(_ written: String) -> UpcomingItem? {
    let id = dutyNames.current(written: written)
    guard let slash = id.firstIndex(of: "/"),
      let plan = rules.plans.firstIndex(where: { $0.id.utf8.elementsEqual(id[..<slash].utf8) })
    else { return nil }
    let rest = id[id.index(after: slash)...].utf8
    let tasks = rules.tasks.indices.filter {
      rules.tasks[$0].plan == plan && rest.starts(with: rules.tasks[$0].id.utf8)
    }
    return tasks.lazy.flatMap(counted.places).map { list.items[$0] }.first { $0.duty.id.description == id }
  }

  /// The duties of a task with every step of their derivation, in the order of their days; of a classified one without.
  package func items(of task: TaskID) -> [UpcomingItem] {
    guard !rules.isClassified(task) else { return list.items.filter { $0.duty.task == task } }
    return TaskQuery.items(of: task, book, expander)
  }

  /// Where the days of a late duty went; nil of others, and of classified ones.
  package func delay(of item: UpcomingItem) -> Delay? { item.delay(book.delays(expander).delay) }
}

extension UpcomingList {
  /// The hours at which duties of that day become overdue, and whether they are open.
  fileprivate func hours(of day: CivilDate) -> [(minutes: Int, isOpen: Bool)] {
    items.compactMap { item in
      guard case .dated(let days) = item.duty.state, days.effective == day, let cutoff = days.cutoff else { return nil }
      return (cutoff.minutes, item.duty.closed == nil)
    }
  }
}
