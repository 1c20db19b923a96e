import Addresses
package import CivilCalendar
import Delivery
package import Diagnostics
import Expansion
import FactLog
import Outbox
package import Presentation
package import Reminders
package import Rules
import StateFolder
import Synchronization

/// What rounds will do if nothing changes. Each answer takes as long as the beginning of a round about the duties that it is of.
extension SiteModel {
  /// With more duties nobody is made to wait for it.
  private static let most = 20_000
  /// With more rounds of a month nothing is told of it either; a second or two.
  private static let mostRounds = 100_000
  /// Of months that begin later than so many days from today nothing is told: too much will be recorded until then.
  private static let farthest = 366

  /// What will be told of a duty through a day.
  package struct Outlook: Sendable {
    package let steps: [ScheduledStep]
    /// Who should be told and cannot be.
    package let unreached: [UnitID]
    package let limits: ScheduleLimits?
    package let through: CivilDate
  }

  /// Nil of classified work, and where it would take long. Fails where it cannot be read what was sent.
  package func outlook(of item: UpcomingItem, in operations: OperationContext) throws(OperationFailure) -> Outlook? {
    guard !rules.isClassified(item.duty.task) else { return nil }
    let id = item.duty.id
    return try rounds(of: [item.duty.task], in: operations) { rounds in
      rounds.steps(about: id).map {
        Outlook(
          steps: $0.steps, unreached: $0.unreached, limits: rounds.agenda.limits(of: id),
          through: rounds.horizon(of: id))
      }
    }
  }

  /// Those to any of whose units letters may go, as deliveries decide it.
  package func reached(among recipients: [Recipient], in operations: OperationContext) -> [Recipient] {
    let gone = operations.folders.stateFolder(named: state).flatMap {
      try? OutboxLog(StateFolder($0), .reading).goneAddresses()
    }
    let reachable = AddressPolicy(configuration, gone: gone ?? [], hasJournal: true).reachable(rules)
    return recipients.filter { recipient in
      rules.units(of: recipient).contains { !reachable.units[$0].addresses.isEmpty }
    }
  }

  /// What will be told on one day.
  package struct ComingDay: Sendable {
    package let day: CivilDate
    /// How many letters go out, weekly sheets and those about classified work alone left out.
    package let letters: Int
    /// Why, and of how many duties or events; what most are told of first.
    package let reasons: [(words: Bilingual, subjects: Int)]
  }

  /// What units will be told of duties and awaited events, by days, from now on; nil where that would take long, and where it
  /// cannot be read what was sent. Nothing of what is classified.
  package func coming(in days: DayRange, _ operations: OperationContext) -> [ComingDay]? {
    guard days.last >= today else { return [] }
    guard days.first <= today.adding(days: Self.farthest), list.items.count <= Self.most else { return nil }
    return comingAnswers.month(days, after: lastRound(operations), at: clock(operations)) {
      let (start, end) = (zone.instant(days.first, minute: 0), zone.instant(days.last.adding(days: 1), minute: 0))
      let found = try? rounds(of: nil, most: Self.mostRounds, in: operations) { rounds in
        rounds.notices(from: start, until: end.adding(seconds: -1))
      }
      return (found ?? nil).map(byDays)
    }
  }

  private func byDays(_ notices: [Notice]) -> [ComingDay] {
    struct Letter: Hashable {
      let unit: UnitID
      let channel: Channel
      let slot: Slot
    }
    return Dictionary(grouping: notices.filter { !$0.isClassified }) { zone.civil($0.slot.instant).day }
      .map { day, notices in
        let reasons = Dictionary(grouping: notices) { $0.kind.wordsOfMany }.map { words, notices in
          (words: words, subjects: Set(notices.map(\.subject)).count)
        }
        return ComingDay(
          day: day, letters: Set(notices.map { Letter(unit: $0.unit, channel: $0.channel, slot: $0.slot) }).count,
          reasons: reasons.sorted { ($1.subjects, $0.words.vi) < ($0.subjects, $1.words.vi) })
      }.sorted { $0.day < $1.day }
  }

  private func clock(_ operations: OperationContext) -> Instant {
    max(now, Instant(seconds: Int64(operations.now)))
  }

  /// Asks about rounds to come.
  /// - Parameter tasks: only of these; nil: of all.
  private func rounds<Value>(
    of tasks: Set<TaskID>?, most: Int = 10_000, in operations: OperationContext, _ ask: (inout ComingRounds) -> Value
  ) throws(OperationFailure) -> Value {
    let path = operations.folders.stateFolder(named: state)
    do throws(StoreFailure) {
      return try DeliveryRound.coming(
        roundBook, configuration, in: path.map { StateFolder($0) }, at: clock(operations), of: tasks,
        most: most, ask)
    } catch { throw OperationFailure(error, at: path ?? "") }
  }

  /// When watchers are next asked about each awaited occurrence of an event; nil where that would take long, and where it cannot be
  /// read what was sent.
  package func nextQuestions(_ operations: OperationContext) -> [EventBinding: ComingRounds.Asked]? {
    let tasks = tasks { item in
      if case .open(.waiting) = item.duty.state { return true }
      return item.duty.days?.pending != nil
    }
    guard let tasks else { return nil }
    return comingAnswers.questions(after: lastRound(operations), at: clock(operations)) {
      let found = try? rounds(of: tasks, most: Self.mostRounds, in: operations) { $0.questions() }
      return found ?? nil
    }
  }

  /// When somebody is next asked about a duty without a day: the same answer for what an event is awaited for as `nextQuestions` has
  /// for the event. Nil where it would take long.
  package func nextQuestion(
    about item: UpcomingItem, in operations: OperationContext
  ) throws(OperationFailure) -> ComingRounds.Asked? {
    let events = Set(EventOverview.events(of: item.duty))
    let tasks = tasks { other in
      other.duty.task == item.duty.task || !events.isDisjoint(with: EventOverview.events(of: other.duty))
    }
    guard let tasks else { return nil }
    return try rounds(of: tasks, in: operations) { $0.question(about: item.duty.id) }
  }

  /// The tasks of which such a duty is not closed; nil if they have too many duties, closed ones too.
  private func tasks(where isMeant: (UpcomingItem) -> Bool) -> Set<TaskID>? {
    var tasks: Set<TaskID> = []
    for item in list.items where item.duty.closed == nil && isMeant(item) { tasks.insert(item.duty.task) }
    return tasks.reduce(0, { $0 + counted.places(of: $1).count }) <= Self.most ? tasks : nil
  }

  private func lastRound(_ operations: OperationContext) -> Instant? {
    operations.folders.stateFolder(named: state).flatMap {
      try? OutboxLog(StateFolder($0), .reading).lastRound()?.began
    }
  }
}

/// What rounds to come tell in months, and ask about events, of one model: kept until another round was held, and for ten minutes,
/// because a slot may have come without a round.
final class ComingAnswers: Sendable {
  private struct Known {
    var lastRound: Instant?
    var part: Int64 = -1
    var months: [DayRange: [SiteModel.ComingDay]?] = [:]
    var questions: [EventBinding: ComingRounds.Asked]??
  }

  private let known = Mutex(Known())

  func month(
    _ days: DayRange, after lastRound: Instant?, at now: Instant, make: () -> [SiteModel.ComingDay]?
  ) -> [SiteModel.ComingDay]? {
    answer(\.months[days], after: lastRound, at: now, make)
  }

  func questions(
    after lastRound: Instant?, at now: Instant, make: () -> [EventBinding: ComingRounds.Asked]?
  ) -> [EventBinding: ComingRounds.Asked]? {
    answer(\.questions, after: lastRound, at: now, make)
  }

  /// One is computed at a time.
  private func answer<Value: Sendable>(
    _ place: WritableKeyPath<Known, Value??>, after lastRound: Instant?, at now: Instant, _ make: () -> Value?
  ) -> Value? {
    known.withLock { known in
      let part = now.seconds / 600
      if (known.lastRound, known.part) != (lastRound, part) { known = Known(lastRound: lastRound, part: part) }
      if let found = known[keyPath: place] { return found }
      let made = make()
      known[keyPath: place] = .some(made)
      return made
    }
  }
}
