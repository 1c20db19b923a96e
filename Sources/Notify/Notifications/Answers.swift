import Reminders
import Rules

/// Who gets the answers to a message.
struct Answers {
  /// `Văn phòng Sở`, whose address stands beside the plan, or `Tổng hợp <tong-hop@so.example>`; empty if nobody who could
  /// record anything gets them.
  let recipient: String

  /// - Parameter replyTo: who gets them by the configuration. Else they go, as `MessageRenderer` has it, to the focal point
  ///   of the first notice's plan, by mail alone.
  init(to message: OutgoingMessage, _ book: NotificationBook, _ replyTo: String?) {
    guard replyTo == nil else {
      recipient = replyTo ?? ""
      return
    }
    let plan = message.notices.first.flatMap { book.plan(of: $0.subject) }.map { book.rules.plans[$0] }
    guard message.channel == .mail, let unit = book.focalUnit(of: plan), unit.email != nil else {
      recipient = ""
      return
    }
    recipient = unit.title
  }
}
