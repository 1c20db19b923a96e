import Delivery
import Operations
import Outbox
import Presentation
import Reminders

/// `nhacviec deliveries --dropped`: notices that were decided and did not go out, and why.
struct DroppedReport {
  let environment: CommandEnvironment
  let language: Language

  init(_ environment: CommandEnvironment, _ language: Language) {
    self.environment = environment
    self.language = language
  }

  func write(_ notices: [DroppedNotice], asJSON: Bool) {
    if asJSON { return writeJSON(notices) }
    guard !notices.isEmpty else {
      return environment.output.write(language.choose(vi: "Không có.\n", en: "There are none.\n"))
    }
    var table = TextTable([
      .init(language.choose(vi: "Lúc", en: "When")), .init(language.choose(vi: "Gửi", en: "To"), isFlexible: true),
      .init(language.choose(vi: "Kênh", en: "Channel")),
      .init(language.choose(vi: "Việc", en: "What"), isFlexible: true),
      .init(language.choose(vi: "Bước", en: "Step")),
      .init(language.choose(vi: "Lý do không gửi", en: "Why not"), isFlexible: true, minimum: 20),
    ])
    for notice in notices {
      let words = notice.reason.words
      table.rows.append([
        RoundReportText.moment(notice.dropped), TerminalEscaper.escape(notice.recipient.description),
        notice.channel.rawValue, TerminalEscaper.escape(notice.subject.dropFirst(2).description), notice.step,
        words.text(in: language),
      ])
    }
    environment.output.write(
      table.lines(widths: table.widths(in: environment.width)).joined(separator: "\n") + "\n")
  }

  private func writeJSON(_ notices: [DroppedNotice]) {
    var writer = JSONWriter()
    writer.array { writer in
      for notice in notices {
        writer.object { writer in
          writer.member("recipient", notice.recipient.description)
          writer.member("channel", notice.channel.rawValue)
          writer.member("slot", UTCTime(Int(notice.slot.seconds)).description)
          writer.member("subject", notice.subject)
          writer.member("step", notice.step)
          writer.member("reason", notice.reason.rawValue)
          writer.member("dropped", UTCTime(Int(notice.dropped.seconds)).description)
        }
      }
    }
    writer.newline()
    writer.flush { environment.output.write($0) }
  }
}
