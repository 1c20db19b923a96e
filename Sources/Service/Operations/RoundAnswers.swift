import CivilCalendar
import Delivery
import Diagnostics
import Proposals
import Reminders
import Settings
import StateFolder

/// What a round does about answers: it reads the mailbox, and tells the focal points of new proposals, once a working day
/// at most. Nothing that goes wrong here stops the round.
struct RoundAnswers {
  private let context: RemindContext
  private let began: Instant
  private let today: (day: CivilDate, minute: Int)

  init(_ context: RemindContext, at began: Instant) {
    (self.context, self.began) = (context, began)
    today = Zone.vietnam.civil(began)
  }

  /// Makes proposals of new mails, if the configuration names a mailbox.
  func read() {
    guard let folder = context.configuration.answers else { return }
    let request = BookRequest(today: today.day, state: context.state.path)
    do throws(OperationFailure) {
      let reading = try ReplyReading.mailbox(folder, request, at: began.seconds, in: context.operations)
      if !reading.proposed.isEmpty { context.operations.tell(.note(reading.words)) }
    } catch {
      context.operations.tell(error.remark)
    }
  }

  /// What the focal points are told: that proposals wait of which the last was made since they were last told; nil on
  /// days off, before the hour at which messages go out, and where none wait.
  var note: ServiceNote? {
    guard today.minute >= context.configuration.office.slot, Self.isWorkday(today.day),
      let log = try? ProposalLog(context.state, .reading)
    else { return nil }
    let slot = slot(on: today.day)
    guard let all = try? log.proposals(.waiting, limit: ProposalLog.mostWaiting),
      case let waiting = all.filter({ $0.made < slot.seconds }), !waiting.isEmpty,
      let last = try? log.last(before: slot.seconds)
    else { return nil }
    return ServiceEvent.proposals(waiting.map(\.content.topics), last: last).note
  }

  /// When the next note is due; nil if nothing waits that nobody was told of.
  var next: Instant? {
    guard let log = try? ProposalLog(context.state, .reading), let all = try? log.last(before: .max) else { return nil }
    let isPast = today.minute >= context.configuration.office.slot && Self.isWorkday(today.day)
    let told = isPast ? try? log.last(before: slot(on: today.day).seconds) : nil
    guard all > told ?? 0, let waiting = try? log.waiting(), waiting > 0 else { return nil }
    var day = isPast ? today.day.adding(days: 1) : today.day
    while !Self.isWorkday(day) { day = day.adding(days: 1) }
    return slot(on: day)
  }

  private func slot(on day: CivilDate) -> Instant {
    Zone.vietnam.instant(day, minute: context.configuration.office.slot)
  }

  private static func isWorkday(_ day: CivilDate) -> Bool { day.weekday != .saturday && day.weekday != .sunday }
}

extension Proposal.Content {
  /// The plans whose work, and the rule files whose blocks it would change.
  fileprivate var topics: [ServiceEvent.ProposalTopic] {
    changes.flatMap(\.candidates).compactMap { $0.duty.split(separator: "/").first.map { .plan(String($0)) } }
      + blocks.map { .file($0.file) }
  }
}
