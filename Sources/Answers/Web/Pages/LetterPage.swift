import Addresses
import HTTPMessages
import Operations
import Outbox
import Presentation
import Reminders
import Templates

/// One message: what it says of which work, where it went, and its text.
struct LetterPage: Page {
  static let template = "letter.html"
  static let shape: [String: TemplateShape] = [
    "list": .text, "listName": .text, "heading": .text, "here": .text, "day": .text, "recipient": .text,
    "channel": .text,
    "class": .text, "word": .text, "places": .list(["place": .text, "class": .text, "word": .text, "remark": .text]),
    "notices": .list(ToldTopics.shape), "lines": .texts, "noText": .text,
  ]

  let title: String
  let values: [String: TemplateValue]

  static func answer(_ visit: Visit, number: String) -> HTTPAnswer {
    guard let number = Int64(number), number > 0 else { return Routes.missing(visit) }
    return visit.page { () throws(OperationFailure) -> LetterPage? in
      let query = try visit.model.deliveries(in: visit.operations)
      guard let message = try query.find(number), let first = message.deliveries.first else { return nil }
      return LetterPage(visit, message, first, text: first.channel == .mail ? try query.text(ofMail: number) : nil)
    }
  }

  private init(_ visit: Visit, _ message: LoggedMessage, _ first: MessageDelivery, text: String?) {
    let row = LetterRow(message, visit)
    let topics = ToldTopics(visit)
    let (day, minute) = Zone.vietnam.civil(first.slot)
    let number = visit.say("Thư số \(first.message)", "Message \(first.message)")
    title = "\(number): \(row.subject(topics))"
    let outcome = row.values(topics)
    let (shown, why) = Self.text(text, first, visit)
    values = [
      "list": .text(visit.address("da-gui")), "listName": .text(visit.say("Thư đã gửi", "What was sent")),
      "heading": .text(row.subject(topics)), "here": .text(number),
      "day": .text(visit.dates.moment((day, minute))), "recipient": .text(row.recipient),
      "channel": .text(LetterRow.channel(first, visit)), "class": outcome["class"] ?? .text(""),
      "word": outcome["word"] ?? .text(""), "places": .list(message.deliveries.map { Self.place($0, visit) }),
      "notices": .list(message.notices.map { topics.values($0.subject, reason: $0.reason.text(in: visit.language)) }),
      "lines": .list(Self.lines(shown).map { .text($0) }), "noText": .text(why),
    ]
  }

  private static func place(_ delivery: MessageDelivery, _ visit: Visit) -> [String: TemplateValue] {
    let (colour, word) = LetterRow.outcome(delivery, visit)
    let (day, minute) = Zone.vietnam.civil(delivery.state == .pending ? delivery.notBefore : delivery.changed)
    let moment = visit.dates.moment((day, minute))
    let when =
      switch delivery.state {
      case .sent: visit.say("gửi lúc \(moment)", "sent at \(moment)")
      case .dead: visit.say("thôi gửi lúc \(moment)", "given up at \(moment)")
      case .pending where delivery.attempts > 0: visit.say("gửi lại lúc \(moment)", "again at \(moment)")
      case .pending: ""
      }
    let attempts =
      delivery.attempts > 1 ? visit.say("\(delivery.attempts) lần thử", "\(delivery.attempts) attempts") : ""
    let parts = [when, attempts, LetterRow.problem(delivery, visit) ?? ""].filter { !$0.isEmpty }
    return [
      "place": .text(LetterRow.place(delivery, visit)), "class": .text(colour.rawValue), "word": .text(word),
      "remark": .text(parts.joined(separator: "; ")),
    ]
  }

  /// A template has no line ends in a value.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  /// What may be shown of its text, and why not.
  private static func text(_ text: String?, _ first: MessageDelivery, _ visit: Visit) -> (shown: String, why: String) {
    guard first.kind == .reminder else {
      return (
        "",
        visit.say(
          "Thư về chính chương trình; nội dung không nêu ở đây.",
          "It is about the program itself; its text is not shown here.")
      )
    }
    guard first.channel == .mail else {
      return (
        "",
        visit.say(
          "Nội dung gửi qua kênh này không nêu ở đây; các việc được nhắc có ở trên.",
          "What goes through this channel is not shown here; what it says stands above.")
      )
    }
    guard let text else { return ("", visit.say("Nội dung không còn được giữ.", "Its text is no longer kept.")) }
    guard !visit.model.tellsSecrets(text) else {
      return (
        "",
        visit.say(
          "Thư có nội dung nay mang độ mật nên không nêu ở đây.",
          "It has words that are classified by now, and is not shown.")
      )
    }
    return (ShownAddresses.shortened(in: text), "")
  }
}
