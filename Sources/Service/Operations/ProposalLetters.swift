import Delivery
import Diagnostics
import Expansion
import FactLog
import Notifications
import Presentation
package import Reminders
import Revisions
import Rules
import StateFolder

/// The letters that go out once a proposal is in force and would not go out without it, from now on for a month.
package struct ProposalLetters {
  private static let days: Int64 = 30
  /// With more duties nobody is made to wait for it.
  private static let most = 20_000
  /// So many are worded.
  private static let mostWorded = 200

  /// What one recipient gets in one slot that is new.
  package struct Letter {
    package let recipient: RecipientName
    package let slot: Instant
    /// Whether it is about classified work, of which nothing is told.
    package let isClassified: Bool
    /// Nil of that, and of those that are only counted.
    package let subject: String?
    package let text: String?
  }

  package let letters: [Letter]
  /// How many that would go out without it do not any more.
  package let dropped: Int

  /// Nil where that would take long.
  package init?(_ preview: ProposalPreview, in operations: OperationContext) throws(OperationFailure) {
    let model = preview.model
    guard model.list.items.count <= Self.most, let live = model.book.loaded.revision,
      let path = operations.folders.stateFolder(named: model.state)
    else { return nil }
    let now = model.now
    let clock = Instant(seconds: Int64(operations.now))
    let loaded = LoadedTemplates(model.configuration, operations)
    guard loaded.obstacles.isEmpty else { throw OperationFailure(loaded.obstacles) }
    let round = DeliveryRound(
      StateFolder(path), model.configuration, loaded.templates, credentials: nil, isClockSynchronised: true,
      hasJournal: false, clock: { max(now, clock) })
    var changed = model.roundBook
    changed.rules = preview.rules
    changed.wentLive = live.wentLive(of: preview.rules, replacing: clock)
    changed.leads = live.leads(of: preview.rules, replacing: clock)
    changed.facts = changed.leads.namingThen(preview.book.timed, preview.rules)
    changed.revised = clock
    changed.zone = CalendarZones(preview.rules).zoneOf
    let end = clock.adding(seconds: Self.days * 86_400)
    do throws(StoreFailure) {
      let before = try round.ahead(model.roundBook, until: end, of: preview.affected(model.book.rules))
      let after = try round.ahead(changed, until: end, of: preview.affected(preview.rules))
      // A task that is renamed is told nothing anew by that.
      let names = after.agenda.dutyNames
      let known = Self.keys(before.messages, names)
      let new = Self.keys(after.messages, names)
      dropped = Self.only(before.messages, known.subtracting(new), names).count
      letters = Self.only(after.messages, new.subtracting(known), names).enumerated().map { place, message in
        let isSecret = message.notices.contains(where: \.isClassified)
        let text =
          place < Self.mostWorded && !isSecret ? round.texts(message, after.agenda, changed).first : nil
        return Letter(
          recipient: message.recipient, slot: message.slot.instant, isClassified: isSecret, subject: text?.subject,
          text: text?.text)
      }
    } catch { throw OperationFailure(error, at: path) }
  }

  /// Sheets tell of everything, so that each is another one.
  private static func keys(_ messages: [OutgoingMessage], _ names: DutyNames) -> Set<NoticeKey> {
    Set(messages.flatMap(\.notices).filter { $0.sheet == nil }.map { key($0, names) })
  }

  /// The key of a notice under the id that its duty has with the proposal.
  private static func key(_ notice: Notice, _ names: DutyNames) -> NoticeKey {
    guard case .obligation(let id) = notice.subject, !names.isEmpty else { return notice.key }
    return NoticeKey(
      subject: .obligation(names.current(id)), kind: notice.kind, told: notice.told, recipient: notice.recipient,
      channel: notice.channel)
  }

  /// The messages with these notices alone.
  private static func only(
    _ messages: [OutgoingMessage], _ keys: Set<NoticeKey>, _ names: DutyNames
  ) -> [OutgoingMessage] {
    messages.compactMap { message in
      var message = message
      message.notices.removeAll { !keys.contains(key($0, names)) }
      return message.notices.isEmpty ? nil : message
    }
  }
}

extension ProposalPreview {
  /// The tasks of which anything changes, in one of the two sets of rules; nil: of any task.
  fileprivate func affected(_ rules: RuleSet) -> Set<TaskID>? {
    guard areOfTasks else { return nil }
    let changes = duties(.vi)
    let ids = changes.map(\.id) + changes.compactMap(\.formerID)
    let names = Set(ids.map { "\($0.plan)/\($0.task)" } + tasks.map(self.rules.reference(to:)))
    return Set(rules.tasks.indices.filter { names.contains(rules.reference(to: $0)) })
  }
}
