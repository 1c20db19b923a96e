import Delivery
import Expansion
import Reminders

/// The obligations of one task as rounds see them, for the commands `route` and `render`.
package struct ReminderQuery {
  let run: RemindRun
  let round: DeliveryRound
  let book: RoundBook
  let agenda: Agenda
  /// The obligations with a day, by their effective day.
  let ids: [ObligationID]

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
  }
}
