package import CivilCalendar
package import Expansion
package import Rules

extension Agenda {
  /// What a round decides about, one by one.
  enum Matter {
    case dated(Item)
    case open(OpenItem)
    case question(Question)
  }
}

/// What will be told of a duty.
package struct ComingSteps: Sendable {
  /// In the order of the slots.
  package var steps: [ScheduledStep] = []
  /// Who should be told and cannot be, for want of an address.
  package var unreached: [UnitID] = []

  package init() {}
}

/// What rounds to come will tell, if neither rules nor facts nor addresses change: each matter is walked forward by the rounds'
/// own decision on a virtual clock, over the log of what was sent, each round at the instant that the one before named. Nothing
/// else tells letters that are to come (decision: letters-are-walked).
package struct ComingRounds {
  package let agenda: Agenda
  private let start: RoundInput
  private let log: any SentLog
  /// How many more rounds may be decided.
  private var left: Int

  /// Of a duty as much is told as lies within so many days after its due day, or after now.
  private static let reach = 30

  /// - Parameters:
  ///   - start: the first round.
  ///   - most: how many rounds are decided; where more would be needed, nothing is told.
  package init(_ agenda: Agenda, from start: RoundInput, _ log: some SentLog, most: Int = 10_000) {
    (self.agenda, self.start, self.log, left) = (agenda, start, log, most)
  }

  /// Until which day a duty is looked at.
  package func horizon(of id: ObligationID) -> CivilDate {
    let item = agenda.item(id)
    let zone = (item.map { agenda.offices[$0.plan] } ?? agenda.offices.first)?.zone ?? .vietnam
    let today = zone.day(of: start.now)
    return max(today, item?.obligation.effective ?? today).adding(days: Self.reach)
  }

  /// What will be told of a duty through its horizon; nil where that would take long. Empty if there is no such duty.
  package mutating func steps(about id: ObligationID) -> ComingSteps? {
    guard let matter = matter(id) else { return ComingSteps() }
    let zone = agenda.offices[plan(of: matter)].zone
    let end = zone.instant(horizon(of: id).adding(days: 1)).adding(seconds: -1)
    guard let (notices, unreached) = walk(matter, until: end) else { return nil }
    var coming = ComingSteps()
    coming.unreached = unreached
    for notice in notices {
      let same = coming.steps.firstIndex {
        $0.unit == notice.unit && $0.slot == notice.slot.instant && $0.kind == notice.kind
      }
      if let same {
        coming.steps[same].channels.append(notice.channel)
      } else {
        coming.steps.append(
          ScheduledStep(
            kind: notice.kind, slot: notice.slot.instant, unit: notice.unit, role: notice.role,
            channels: [notice.channel], told: notice.told))
      }
    }
    return coming
  }

  /// What will be told in the slots between two instants, of all duties and awaited events; nil where that would take long.
  package mutating func notices(from first: Instant, until end: Instant) -> [Notice]? {
    var found: [Notice] = []
    let matters =
      agenda.items.map(Agenda.Matter.dated) + agenda.openItems.map(Agenda.Matter.open)
      + agenda.eventQuestions().map { .question($0.question) }
    for matter in matters {
      guard let notices = walk(matter, until: end)?.notices else { return nil }
      found += notices.filter { $0.slot.instant >= first && $0.slot.instant <= end }
    }
    return found
  }

  /// When somebody is next asked.
  package enum Asked: Hashable, Sendable {
    case on(CivilDate)
    /// Somebody should be asked and cannot be, for want of an address.
    case unreached
    /// Nobody is, or not any more.
    case never
  }

  /// When watchers are next asked about each awaited occurrence of an event; nil where that would take long. The agenda must have
  /// all work that waits for it.
  package mutating func questions() -> [EventBinding: Asked]? {
    var found: [EventBinding: Asked] = [:]
    for (binding, question) in agenda.eventQuestions() {
      guard let asked = asked(.question(question)) else { return nil }
      found[binding] = found[binding].map { $0.orSooner(asked) } ?? asked
    }
    return found
  }

  /// When somebody is next asked about a duty without a day: the watchers of what it waits for, or its leads for a day; nil where
  /// that would take long.
  package mutating func question(about id: ObligationID) -> Asked? {
    guard let item = agenda.openItems.first(where: { $0.duty.id == id }) else { return .never }
    guard case .waiting(let events, _) = item.duty.state else { return asked(.open(item)) }
    return questions().map { all in events.compactMap { all[$0] }.reduce(.never) { $0.orSooner($1) } }
  }

  private mutating func asked(_ matter: Agenda.Matter) -> Asked? {
    let plan = plan(of: matter)
    guard let (notices, unreached) = walk(matter, until: agenda.questionsEnd(plan), { $0.kind.name.isQuestion }) else {
      return nil
    }
    if let notice = notices.first(where: { $0.kind.name.isQuestion }) {
      return .on(agenda.offices[plan].zone.day(of: notice.slot.instant))
    }
    return unreached.isEmpty ? .never : .unreached
  }

  private func matter(_ id: ObligationID) -> Agenda.Matter? {
    if let item = agenda.item(id) { return .dated(item) }
    return agenda.openItems.first { $0.duty.id == id }.map { .open($0) }
  }

  private func plan(of matter: Agenda.Matter) -> PlanID {
    switch matter {
    case .dated(let item): item.plan
    case .open(let item): item.plan
    case .question(let question): question.plan
    }
  }

  /// - Parameter isLast: ends the walk with the round that tells such a notice.
  private mutating func walk(
    _ matter: Agenda.Matter, until end: Instant, _ isLast: (Notice) -> Bool = { _ in false }
  ) -> (notices: [Notice], unreached: [UnitID])? {
    var layers = LayeredLog(base: RememberingLog(log))
    var input = start
    var notices: [Notice] = []
    var unreached: [UnitID] = []
    // The first round comes whenever it comes.
    while input.now <= max(end, start.now), !notices.contains(where: isLast) {
      guard left > 0 else { return nil }
      left -= 1
      var round = Round(agenda, input, layers)
      round.run(matter)
      for case .noAddress(let unit) in round.unreachable.keys.sorted(by: { "\($0)" < "\($1)" })
      where !unreached.contains(unit) {
        unreached.append(unit)
      }
      notices += round.notices
      for notice in round.notices { layers.added.add(SentEntry(notice)) }
      var next = round.next
      var following = input
      following.lastRound = input.now
      if !round.notices.isEmpty {
        // What was sent before and did not arrive is made up for by these.
        let told = Set(round.notices.map(\.recipient))
        following.undelivered = following.undelivered.filter { !told.contains($0.recipient) }
        // What follows from them is known only once they are in the log.
        var again = Round(agenda, following, layers)
        again.run(matter)
        next = again.next
      }
      guard let next, next > input.now else { break }
      following.now = next
      input = following
    }
    return (notices, unreached)
  }
}

/// Asks another log about each subject once.
private final class RememberingLog: SentLog {
  private let base: any SentLog
  private var known: [SubjectKey: [SentEntry]] = [:]

  init(_ base: any SentLog) { self.base = base }

  func slot(of key: NoticeKey) -> Instant? { base.slot(of: key) }

  func entries(about subject: SubjectKey) -> [SentEntry] {
    if let found = known[subject] { return found }
    let found = base.entries(about: subject)
    known[subject] = found
    return found
  }
}

extension ComingRounds.Asked {
  /// The sooner of two answers.
  fileprivate func orSooner(_ other: Self) -> Self {
    switch (self, other) {
    case (.on(let day), .on(let next)): .on(min(day, next))
    case (.on, _), (_, .never): self
    default: other
    }
  }
}
