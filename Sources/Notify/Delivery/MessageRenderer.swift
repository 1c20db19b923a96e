import Addresses
import Channels
import Notifications
import Outbox
package import Reminders
import Rules
import Settings

/// A message that cannot be rendered: nothing of it is logged, so that the next round tries again.
package struct RenderFailure: Error, Hashable, Sendable {
  package var recipient: RecipientName
  package var vi: String
  package var en: String
}

/// Letters as the bytes that go out, with everything that a delivery needs to know of them.
struct MessageRenderer {
  let agenda: Agenda
  let writer: NotificationWriter
  let configuration: Configuration
  let hasJournal: Bool

  private var rules: RuleSet { agenda.rules }

  /// - Parameter firstPart: the number of the first part, where earlier ones went out in this slot.
  func render(_ message: OutgoingMessage, firstPart: Int) throws(RenderFailure) -> [RenderedMessage] {
    let plan = message.notices.first.flatMap { agenda.plan(of: $0.subject) }
    var rendered: [RenderedMessage] = []
    for (index, letter) in writer.letters(for: message).enumerated() {
      let keys = Set(letter.keys)
      var draft = RenderedMessage(
        recipient: message.recipient, channel: message.channel, slot: message.slot.instant, part: firstPart + index,
        subject: letter.subject, body: [], journal: journal(letter), addresses: addresses(message),
        notices: message.notices.filter { keys.contains($0.key) },
        stale: agenda.stale(message.slot.instant, in: plan))
      try fill(&draft, letter, unit: message.unit, plan: plan)
      rendered.append(draft)
    }
    return rendered
  }

  /// The bytes of the channel.
  func fill(_ draft: inout RenderedMessage, _ letter: NotificationText, unit: UnitID, plan: PlanID?)
    throws(RenderFailure)
  {
    try draft.write { (draft: inout RenderedMessage) throws(RenderFailure) in
      switch draft.channel {
      case .mail: try mail(&draft, letter, unit, plan)
      default:
        let message =
          format(ofUnit: unit) == .text
          ? WebhookMessage(id: draft.messageID, text: letter.chat)
          : WebhookMessage(id: draft.messageID, body: letter.json)
        guard let message else { throw failure(draft, "mã của thư không hợp lệ", "the message's id is not valid") }
        draft.body = message.body
      }
    }
  }

  private func mail(
    _ draft: inout RenderedMessage, _ letter: NotificationText, _ unit: UnitID, _ plan: PlanID?
  ) throws(RenderFailure) {
    let focal = plan.flatMap { focalPoint(of: $0) }
    let own = configuration.mail?.from
    guard let address = rules.units[unit].email.flatMap({ MailAddress($0) }),
      let from = own ?? focal ?? MailAddress("nhacviec@localhost.localdomain").map({ Mailbox($0) }),
      let id = MessageID("\(draft.messageID)@\(from.address.domain)")
    else { throw failure(draft, "địa chỉ thư không hợp lệ", "invalid mail address") }
    let replyTo = configuration.mail?.replyTo ?? focal
    let returnPath = replyTo?.address ?? from.address
    let envelope = Envelope(
      messageID: id, date: Int(draft.slot.seconds), zoneOffset: Int(agenda.offset(draft.slot, in: plan) / 60),
      from: from, returnPath: returnPath, replyTo: replyTo,
      recipients: [Mailbox(name: rules.units[unit].title, address)], subject: letter.subject, text: letter.text,
      html: letter.html, calendar: letter.calendar.map { CalendarAttachment(name: "nhacviec.ics", text: $0) })
    do {
      draft.body = try MailMessage(rendering: envelope).bytes
    } catch {
      throw failure(draft, error.words.vi, error.words.en)
    }
    draft.returnPath = returnPath.text
  }

  private func failure(_ draft: RenderedMessage, _ vi: String, _ en: String) -> RenderFailure {
    RenderFailure(recipient: draft.recipient, vi: vi, en: en)
  }

  func addresses(_ message: OutgoingMessage) -> [RenderedMessage.Address] {
    addresses(unit: message.unit, channel: message.channel)
  }

  /// Where a message to the unit goes, first to the recipient, then as copies.
  func addresses(unit: UnitID, channel: Channel) -> [RenderedMessage.Address] {
    var addresses: [RenderedMessage.Address] = []
    switch channel {
    case .mail:
      if configuration.mail != nil, let mail = rules.units[unit].email { addresses.append(.init(mail)) }
      if configuration.maildir != nil { addresses.append(.init(OutboxSender.maildir, isCopy: true)) }
    default:
      if let address = rules.units[unit].addresses[channel] { addresses.append(.init(address)) }
    }
    if hasJournal { addresses.append(.init(OutboxSender.journal, isCopy: true)) }
    return addresses
  }

  private func journal(_ letter: NotificationText) -> [[UInt8]] {
    guard hasJournal else { return [] }
    return letter.journal.compactMap { record in
      guard
        var entry = JournalEntry(
          message: record.message, messageID: JournalRecord.messageID, priority: record.priority)
      else { return nil }
      for field in record.fields { try? entry.add(field.name, field.value) }
      return entry.bytes
    }
  }

  private func format(ofUnit unit: UnitID) -> Configuration.WebhookFormat {
    let host = rules.units[unit].webhook.flatMap { WebAddress($0)?.host } ?? ""
    return configuration.webhooks.webhook(for: host).format
  }

  /// Where answers to a plan's letters go.
  private func focalPoint(of plan: PlanID) -> Mailbox? {
    guard case .unit(let unit)? = rules.plans[plan].focalPoint,
      let address = rules.units[unit].email.flatMap({ MailAddress($0) })
    else { return nil }
    return Mailbox(name: rules.units[unit].title, address)
  }
}
