import Addresses
import Channels
package import Diagnostics
import Notifications
import Outbox
package import Reminders
import Rules

/// Why a message cannot be rendered. Nothing of it is logged, so that the next round tries again.
package struct RenderFailure: Error, Hashable, Sendable {
  package var recipient: RecipientName
  package var words: Bilingual
}

/// Renders messages as the bytes that go out, with everything that their deliveries need.
struct MessageRenderer {
  let agenda: Agenda
  let writer: NotificationWriter
  let channels: ChannelSet

  private var rules: RuleSet { agenda.rules }

  /// - Parameter firstPart: the number of the first part; above 0 if earlier parts went out in this slot.
  func render(_ message: OutgoingMessage, firstPart: Int) throws(RenderFailure) -> [RenderedMessage] {
    let plan = message.notices.first.flatMap { agenda.plan(of: $0.subject) }
    var rendered: [RenderedMessage] = []
    for (index, letter) in writer.texts(for: message).enumerated() {
      let keys = Set(letter.keys)
      var draft = RenderedMessage(
        recipient: message.recipient, channel: message.channel, slot: message.slot.instant, part: firstPart + index,
        subject: letter.subject, body: [], journal: channels.entries(for: records(letter), of: message.channel),
        addresses: addresses(unit: message.unit, channel: message.channel),
        notices: message.notices.filter { keys.contains($0.key) },
        stale: agenda.stale(message.slot.instant, in: plan))
      try fill(&draft, letter, unit: message.unit, plan: plan)
      rendered.append(draft)
    }
    return rendered
  }

  /// Fills a draft with the bytes of its channel, and with the identifier that follows from them.
  func fill(_ draft: inout RenderedMessage, _ letter: NotificationText, unit: UnitID, plan: PlanID?)
    throws(RenderFailure)
  {
    try draft.write { (draft: inout RenderedMessage) throws(RenderFailure) in
      guard let channel = channels[draft.channel] else {
        throw RenderFailure(
          recipient: draft.recipient,
          words: .init(vi: "không có kênh “\(draft.channel)”", en: "there is no channel “\(draft.channel)”"))
      }
      do throws(RenderProblem) {
        let rendered = try channel.render(notification(draft, letter, unit, plan))
        (draft.body, draft.returnPath) = (rendered.body, rendered.returnPath?.text)
      } catch {
        throw RenderFailure(recipient: draft.recipient, words: error.words)
      }
    }
  }

  private func notification(
    _ draft: RenderedMessage, _ letter: NotificationText, _ unit: UnitID, _ plan: PlanID?
  ) -> FinishedNotification {
    FinishedNotification(
      id: draft.messageID, slot: Int(draft.slot.seconds), zoneOffset: Int(agenda.offset(draft.slot, in: plan) / 60),
      recipient: rules.units[unit].title, address: rules.units[unit].addresses[draft.channel] ?? "",
      focalPoint: plan.flatMap { focalPoint(of: $0) }, subject: letter.subject, text: letter.text, html: letter.html,
      factsHead: letter.factsHead, chat: letter.chat, json: letter.json, calendar: letter.calendar)
  }

  /// The addresses of a message to the unit: that of the recipient first, then those of the copies.
  func addresses(unit: UnitID, channel: Channel, isReminder: Bool = true) -> [RenderedMessage.Address] {
    var addresses: [RenderedMessage.Address] = []
    if channels[channel]?.isSetUp == true, let address = rules.units[unit].addresses[channel] {
      addresses.append(.init(address))
    }
    let copies = channels.copying(channel, isReminder: isReminder)
    return addresses + copies.map { RenderedMessage.Address($0.rawValue, isCopy: true) }
  }

  private func records(_ letter: NotificationText) -> [NoticeRecord] {
    letter.journal.map { record in
      NoticeRecord(
        message: record.message, messageID: JournalRecord.messageID, priority: record.priority,
        fields: record.fields.map { ($0.name, $0.value) })
    }
  }

  /// The mailbox of a plan's focal point, to which answers go; nil if it is a group or has no address.
  private func focalPoint(of plan: PlanID) -> Mailbox? {
    guard case .unit(let unit)? = rules.plans[plan].focalPoint,
      let address = rules.units[unit].email.flatMap({ MailAddress($0) })
    else { return nil }
    return Mailbox(name: rules.units[unit].title, address)
  }
}
