import CivilCalendar
import Delivery
import Expansion
import FactLog
import Reminders
import Rules

/// The obligations of one task as rounds see them, for the commands `route` and `render`.
package struct ReminderQuery {
  let run: RemindRun
  let round: DeliveryRound
  let book: RoundBook
  let agenda: Agenda
  /// The obligations with a day, by their effective day.
  let ids: [ObligationID]
  /// Whether the rules are those in force.
  private let isLive: Bool

  /// Fails if there are none with a day.
  /// - Parameters:
  ///   - text: `TASK[@KEY][/UNIT]`.
  ///   - folder: the folder of rules; nil takes the live ones.
  package init(_ text: String, folder: String?, _ run: RemindRun) throws(OperationFailure) {
    let book = try run.openBook(folder)
    let round = run.round(at: nil)
    let agenda = round.agenda(book, at: run.context.operations.clock(), gone: run.context.goneAddresses)
    let rules = book.rules
    let reference = try TaskReference(text, rules)
    let plan = rules.plans[rules.tasks[reference.task].plan]
    let ids = agenda.obligations.filter { $0.task == reference.task }.sorted { $0.effective < $1.effective }.map(\.id)
      .filter { reference.matches($0, of: plan) }
    guard !ids.isEmpty else {
      throw OperationFailure(
        vi: "nhiệm vụ này không có kỳ nào có ngày hạn như vậy", en: "the task has no such occurrence with a day")
    }
    self.run = run
    self.round = round
    self.book = book
    self.agenda = agenda
    self.ids = ids
    isLive = folder == nil
  }

  /// What will be told of each obligation through a day: of rules in force what rounds to come will tell, after what was sent.
  /// Of those of a folder it is who would be told if rounds had always run by them, without such a day.
  func outlook() throws(OperationFailure) -> [(id: ObligationID, coming: ComingSteps?, through: CivilDate?)] {
    guard isLive else {
      return ids.map { id in
        var all = ComingSteps()
        all.steps = agenda.schedule(of: id) ?? []
        return (id, all, nil)
      }
    }
    let tasks = Set(ids.compactMap { id in agenda.obligations.first { $0.id == id }?.task })
    do throws(StoreFailure) {
      return try DeliveryRound.coming(
        book, run.context.configuration, in: run.state, at: run.context.operations.clock(),
        hasJournal: run.context.hasJournal, of: tasks
      ) { rounds in ids.map { ($0, rounds.steps(about: $0), rounds.horizon(of: $0)) } }
    } catch { throw OperationFailure([run.context.diagnostic(error)]) }
  }
}
