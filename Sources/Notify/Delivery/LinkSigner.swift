import Addresses
import AnswerLinks
import Channels
import Expansion
import Outbox
import Reminders
import Rules

/// Adds tokens to the addresses of duties in a mail while it goes to the mailbox of a unit that owes them. What is kept has none
/// (decision: links-are-signed).
final class LinkSigner {
  private let key: LinkKey
  private let address: AnswerAddress
  private let agenda: Agenda
  private let now: Instant
  /// By what the log has of them, also under ids that they had when a mail was written.
  private lazy var duties = Dictionary(
    agenda.duties(at: now).flatMap { duty in
      agenda.dutyNames.all(duty.id).map { (NoticeTopic.obligation($0).description, (id: $0, duty: duty)) }
    },
    uniquingKeysWith: { first, _ in first })

  /// - Parameter now: units that were merged by then owe nothing any more.
  init(_ key: LinkKey, _ address: AnswerAddress, _ agenda: Agenda, at now: Instant) {
    (self.key, self.address, self.agenda, self.now) = (key, address, agenda, now)
  }

  /// The same bytes at each try, as long as key, mailbox and leads stay.
  /// - Parameter subjects: what the mail is about, as the log has it.
  func signed(_ mail: [UInt8], _ delivery: MessageDelivery, about subjects: [String]) -> [UInt8] {
    let tokens = subjects.compactMap { duties[$0] }.compactMap { id, duty in
      token(of: duty, as: id, delivery).map { (id.description, $0) }
    }
    guard !tokens.isEmpty else { return mail }
    let known = Dictionary(tokens) { first, _ in first }
    return MailMessage.changing(mail) { address.adding(known, to: $0) }
  }

  /// - Parameter id: the id in the address.
  private func token(of duty: AnyDuty, as id: ObligationID, _ delivery: MessageDelivery) -> String? {
    let rules = agenda.rules
    guard !rules.isClassified(duty.task), let unit = agenda.unit(delivery.recipient, in: rules.tasks[duty.task].plan),
      rules.units[unit].addresses[.mail] == delivery.address,
      duty.leads.contains(where: { rules.units(of: $0).contains(unit) }),
      let mailbox = MailboxMark(of: delivery.address)
    else { return nil }
    let link = AnswerLink(
      duty: id.description, unit: rules.units[unit].id, mailbox: mailbox,
      end: delivery.slot.seconds + AnswerLink.lifetime)
    return link.token(signedBy: key.key)
  }
}
