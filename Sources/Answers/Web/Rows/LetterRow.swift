import Addresses
import Diagnostics
import Outbox
import Presentation
import Reminders
import Rules
import Templates

/// A message that went out or is to go out: when, what, to whom, with what outcome.
struct LetterRow {
  static let shape: [String: TemplateShape] = [
    "href": .text, "day": .text, "time": .text, "subject": .text, "ids": .text, "recipient": .text, "channel": .text,
    "class": .text, "word": .text, "problem": .text,
  ]

  let message: LoggedMessage
  private let visit: Visit

  init(_ message: LoggedMessage, _ visit: Visit) { (self.message, self.visit) = (message, visit) }

  /// Nil if it has no deliveries, which no message has.
  private var first: MessageDelivery? { message.deliveries.first }

  /// In one line; of a message that tells of what is classified today nothing, since a count of several tells of each.
  func subject(_ topics: ToldTopics) -> String {
    let subject = first?.subject ?? ""
    let isSecret = message.notices.contains { topics.isSecret($0.subject) } || visit.model.tellsSecrets(subject)
    return isSecret
      ? visit.say("Thư về việc có độ mật", "About classified work") : ShownAddresses.shortened(in: subject)
  }

  var recipient: String { first.map { Self.title(of: $0.recipient, visit) } ?? "" }

  /// The unit of that name; the name itself where the rules have none any more.
  static func title(of name: RecipientName, _ visit: Visit) -> String {
    let plan = name.scope.flatMap { scope in visit.rules.plans.firstIndex { $0.id == scope } }
    return visit.rules.recipient(named: name.unit, in: plan).map(visit.names.recipient) ?? name.unit
  }

  func values(_ topics: ToldTopics) -> [String: TemplateValue] {
    guard let first else { return Self.shape.mapValues { _ in .text("") } }
    let (day, minute) = Zone.vietnam.civil(first.slot)
    let outcome = Self.outcome(worst, visit)
    return [
      "href": .text(visit.address("da-gui", String(first.message))), "day": .text(visit.dates.long(day)),
      "time": .text(visit.dates.time(minute)), "subject": .text(subject(topics)),
      "ids": .text(topics.ids(message.notices)),
      "recipient": .text(recipient), "channel": .text(Self.channel(first, visit)),
      "class": .text(outcome.colour.rawValue),
      "word": .text(outcome.word), "problem": .optional(worst.flatMap { Self.problem($0, visit) }),
    ]
  }

  /// The delivery that fared worst.
  private var worst: MessageDelivery? { message.own.max { Self.rank($0) < Self.rank($1) } }

  private static func rank(_ delivery: MessageDelivery) -> Int {
    switch delivery.state {
    case .sent: 0
    case .pending: 1
    case .dead: 2
    }
  }

  // MARK: Words of one delivery

  static func outcome(_ delivery: MessageDelivery?, _ visit: Visit) -> (colour: DutyTags.Colour, word: String) {
    switch delivery?.state {
    case .sent: (.done, visit.say("Đã gửi", "Sent"))
    case .dead: (.late, visit.say("Không gửi được", "Not delivered"))
    case .pending where delivery?.attempts ?? 0 > 0: (.soon, visit.say("Sẽ gửi lại", "To be tried again"))
    case .pending, nil: (.wait, visit.say("Chờ gửi", "To be sent"))
    }
  }

  /// What went wrong; nil where it arrived.
  static func problem(_ delivery: MessageDelivery, _ visit: Visit) -> String? {
    guard delivery.state != .sent, let problem = delivery.problem else { return nil }
    return ShownAddresses.shortened(in: problem.text(in: visit.language))
  }

  static func channel(_ delivery: MessageDelivery, _ visit: Visit) -> String {
    switch delivery.channel.rawValue {
    case "mail": visit.say("thư điện tử", "mail")
    case "journal": visit.say("nhật ký hệ thống", "journal")
    default: delivery.channel.rawValue
    }
  }

  /// Where it goes, so that everybody may see it.
  static func place(_ delivery: MessageDelivery, _ visit: Visit) -> String {
    guard delivery.isCopy else { return ShownAddresses.shortened(in: delivery.place) }
    return delivery.place == "maildir"
      ? visit.say("bản lưu trên máy chủ", "a copy on the server")
      : visit.say("bản lưu: \(delivery.place)", "a copy: \(delivery.place)")
  }
}
