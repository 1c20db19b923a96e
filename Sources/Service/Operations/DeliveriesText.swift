import Channels
import Delivery
package import Outbox
package import Presentation
import Reminders

/// Words what the command `deliveries` found, as tables and as JSON.
package struct DeliveriesText {
  private let language: Language
  private let width: Int

  package init(_ language: Language, width: Int) {
    self.language = language
    self.width = width
  }

  package func table(_ deliveries: [MessageDelivery]) -> String {
    guard !deliveries.isEmpty else { return say("Không có thư nào.\n", "There are none.\n") }
    var table = TextTable([
      .init(say("Số", "No."), alignment: .right), .init(say("Lúc", "When")),
      .init(say("Gửi", "To"), isFlexible: true), .init(say("Tình trạng", "State")),
      .init(say("Nội dung", "Subject"), isFlexible: true, minimum: 20),
    ])
    table.rows = deliveries.map { delivery in
      let problem = delivery.state == .sent ? "" : delivery.problem.map { " (\(say($0.vi, $0.en)))" } ?? ""
      return [
        "\(delivery.message)", RoundReportText.moment(delivery.slot),
        TerminalEscaper.escape("\(delivery.recipient) <\(delivery.place)>"), state(of: delivery),
        TerminalEscaper.escape(delivery.subject + problem),
      ]
    }
    return text(table)
  }

  package func table(_ notices: [DroppedNotice]) -> String {
    guard !notices.isEmpty else { return say("Không có.\n", "There are none.\n") }
    var table = TextTable([
      .init(say("Lúc", "When")), .init(say("Gửi", "To"), isFlexible: true), .init(say("Kênh", "Channel")),
      .init(say("Việc", "What"), isFlexible: true), .init(say("Bước", "Step")),
      .init(say("Lý do không gửi", "Why not"), isFlexible: true, minimum: 20),
    ])
    table.rows = notices.map { notice in
      [
        RoundReportText.moment(notice.dropped), TerminalEscaper.escape(notice.recipient.description),
        notice.channel.rawValue, Self.duty(notice.subject), notice.step,
        say(notice.reason.words.vi, notice.reason.words.en),
      ]
    }
    return text(table)
  }

  /// One message with its deliveries and its notices.
  package func text(_ message: LoggedMessage) -> String {
    guard let first = message.deliveries.first else { return "" }
    var text = "\(TerminalEscaper.escape(first.subject))\n\(first.recipient) · \(first.channel.rawValue) · "
    text += "\(RoundReportText.moment(first.slot)) · \(first.messageID)\n"
    for delivery in message.deliveries {
      let problem = delivery.problem.map { ": " + say($0.vi, $0.en) } ?? ""
      text += "  \(TerminalEscaper.escape(delivery.place)): \(state(of: delivery))\(TerminalEscaper.escape(problem))\n"
    }
    for notice in message.notices {
      text += "  \(Self.duty(notice.subject)) · \(notice.step) · \(say(notice.reason.vi, notice.reason.en))\n"
    }
    return text
  }

  // MARK: Words

  /// The state of a delivery and since when it has it.
  private func state(of delivery: MessageDelivery) -> String {
    let times = delivery.attempts > 1 ? say(", \(delivery.attempts) lần", ", \(delivery.attempts) attempts") : ""
    let at = RoundReportText.moment(delivery.changed)
    switch delivery.state {
    case .sent: return say("đã gửi \(at)", "sent \(at)") + times
    case .dead: return say("không gửi được \(at)", "given up \(at)") + times
    case .pending where delivery.attempts == 0: return say("chờ gửi", "waits")
    case .pending:
      let next = RoundReportText.moment(delivery.notBefore)
      return say("chờ gửi lại \(next)", "again \(next)") + times
    }
  }

  /// The subject without the prefix of its kind (`NoticeTopic.description`).
  private static func duty(_ subject: String) -> String { TerminalEscaper.escape(String(subject.dropFirst(2))) }

  private func text(_ table: TextTable) -> String {
    table.lines(widths: table.widths(in: width)).joined(separator: "\n") + "\n"
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }

  // MARK: JSON

  /// A JSON array with an object for each delivery.
  package static func json(_ deliveries: [MessageDelivery]) -> String {
    JSONWriter.list(deliveries) { delivery, writer in
      writer.member("message", Int(delivery.message))
      writer.member("id", delivery.messageID)
      writer.member("kind", delivery.kind.rawValue)
      writer.member("recipient", delivery.recipient.description)
      writer.member("channel", delivery.channel.rawValue)
      writer.member("slot", delivery.slot.iso)
      writer.member("subject", delivery.subject)
      writer.member("address", delivery.place)
      writer.member("copy", delivery.isCopy)
      writer.member("state", delivery.state.rawValue)
      writer.member("attempts", delivery.attempts)
      writer.member("changed", delivery.changed.iso)
      if delivery.state == .pending { writer.member("notBefore", delivery.notBefore.iso) }
      guard let problem = delivery.problem else { return }
      writer.key("problem")
      writer.object { writer in
        writer.member("vi", problem.vi)
        writer.member("en", problem.en)
      }
    }
  }

  /// A JSON array with an object for each notice.
  package static func json(_ notices: [DroppedNotice]) -> String {
    JSONWriter.list(notices) { notice, writer in
      writer.member("recipient", notice.recipient.description)
      writer.member("channel", notice.channel.rawValue)
      writer.member("slot", notice.slot.iso)
      writer.member("subject", notice.subject)
      writer.member("step", notice.step)
      writer.member("reason", notice.reason.rawValue)
      writer.member("dropped", notice.dropped.iso)
    }
  }
}

extension MessageDelivery {
  /// The address; of a web address only the host, because the rest may be a secret, and of a described channel its name.
  package var place: String { isCopy ? address : ChannelCatalog.place(of: address, by: channel) }
}

extension Instant {
  fileprivate var iso: String { UTCTime(Int(seconds)).description }
}
