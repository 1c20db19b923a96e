package import CivilCalendar
package import Diagnostics
import Expansion
package import Presentation
import Reminders
package import Rules

/// What rounds will do if nothing changes. Each answer takes as long as the beginning of a round about the duties that it is of.
extension SiteModel {
  /// With more duties nobody is made to wait for it.
  private static let most = 20_000

  /// What will be told on one day.
  package struct ComingDay: Sendable {
    package let day: CivilDate
    /// How many units are written to.
    package let recipients: Int
    /// Why, and of how many duties; what most are told of first.
    package let reasons: [(words: Bilingual, duties: Int)]
  }

  /// What units will be told of duties with a day, by days, from today on; nil where that would take long. Nothing of what is classified.
  package func coming(in days: DayRange) -> [ComingDay]? {
    guard days.last >= today else { return [] }
    guard let agenda = agenda(where: { $0.duty.days != nil && !rules.isClassified($0.duty.task) }) else { return nil }
    let steps = agenda.schedule(
      from: max(now, zone.instant(days.first, minute: 0)), until: zone.instant(days.last.adding(days: 1), minute: 0)
    ).filter { !$0.step.channels.isEmpty && !rules.isClassified($0.duty.task) }
    return Dictionary(grouping: steps) { zone.civil($0.step.slot).day }.map { day, steps in
      let reasons = Dictionary(grouping: steps) { $0.step.kind.wordsOfMany }.map { words, steps in
        (words: words, duties: Set(steps.map(\.duty.id)).count)
      }
      return ComingDay(
        day: day, recipients: Set(steps.map(\.step.unit)).count,
        reasons: reasons.sorted { ($1.duties, $0.words.vi) < ($0.duties, $1.words.vi) })
    }.sorted { $0.day < $1.day }
  }

  /// On which day, from today on, watchers are next asked about each awaited occurrence of an event; nil where that would take long.
  package var nextQuestions: [EventBinding: CivilDate]? {
    agenda { item in
      if case .open(.waiting) = item.duty.state { return true }
      return item.duty.days?.pending != nil
    }?.nextQuestions(from: today)
  }

  /// When somebody is next asked about a duty without a day.
  package enum NextQuestion: Hashable, Sendable {
    case on(CivilDate)
    /// Nobody is, or not any more.
    case never
    /// To find it would take long.
    case unknown
  }

  /// The same answer for what an event is awaited for as `nextQuestions` has for the event.
  package func nextQuestion(about item: UpcomingItem) -> NextQuestion {
    let events = Set(EventOverview.events(of: item.duty))
    let found = agenda { other in
      other.duty.task == item.duty.task || !events.isDisjoint(with: EventOverview.events(of: other.duty))
    }
    guard let found else { return .unknown }
    return found.nextQuestion(about: item.duty.id, from: today).map { .on($0) } ?? .never
  }

  /// The agenda of the tasks of which such a duty is not closed; nil if they have too many duties, closed ones too.
  private func agenda(where isMeant: (UpcomingItem) -> Bool) -> Agenda? {
    var tasks: Set<TaskID> = []
    for item in list.items where item.duty.closed == nil && isMeant(item) { tasks.insert(item.duty.task) }
    guard tasks.reduce(0, { $0 + counted.places(of: $1).count }) <= Self.most else { return nil }
    return agenda(of: tasks)
  }
}
