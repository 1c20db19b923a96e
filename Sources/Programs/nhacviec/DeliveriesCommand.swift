import ArgumentParser
import Channels
import Delivery
import FactLog
import Operations
import Outbox
import Presentation
import Reminders
import StateFolder

/// `nhacviec deliveries`: what was sent, when, to whom and why, and what was not.
struct DeliveriesCommand: EnvironmentCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "deliveries",
    abstract: """
      Sổ gửi: thư nào đã gửi, chờ gửi, không gửi được; kèm số thì xem một thư.
      What was sent, waits, or was given up; with a number one message.
      """)

  @Argument(help: "Số của thư / the message's number.")
  var message: Int64?

  @Flag(help: "Chỉ những gì chờ gửi / only what waits.")
  var pending = false

  @Flag(help: "Chỉ những gì không gửi được / only what was given up.")
  var dead = false

  @Flag(help: "Chỉ những gì đã gửi / only what was sent.")
  var sent = false

  @Flag(help: "Những lần nhắc đã định nhưng không gửi, kèm lý do / what was decided and dropped, and why.")
  var dropped = false

  @Flag(help: "Kể cả bản ghi vào nhật ký và Maildir / with copies in the journal and the Maildir.")
  var copies = false

  @Option(help: "Nhiều nhất chừng này dòng / at most so many.")
  var limit = 100

  @Flag(help: "Với số của thư: in nguyên nội dung đã gửi / with a number: the bytes that went out.")
  var raw = false

  @Option(help: "table, json.")
  var format: Format = .table

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let place = try operations.stateFolder(named: state.folder)
      ClosedState.note(named: state.folder, in: operations)
      do throws(StoreFailure) { return try write(try OutboxLog(place, .reading), environment, language) } catch {
        guard error == .missing else {
          throw OperationFailure([FactLogWords.diagnostic(error, at: place.postDatabase)])
        }
        environment.output.write(language.choose(vi: "Chưa gửi gì.\n", en: "Nothing was sent yet.\n"))
        return .success
      }
    }
  }

  private func write(
    _ log: OutboxLog, _ environment: CommandEnvironment, _ language: Language
  ) throws(StoreFailure) -> ExitCode {
    if let message { return try show(message, log, environment, language) }
    if dropped {
      DroppedReport(environment, language).write(try log.dropped(limit: max(limit, 1)), asJSON: format == .json)
      return .success
    }
    var states: Set<MessageDelivery.State> = []
    if pending { states.insert(.pending) }
    if dead { states.insert(.dead) }
    if sent { states.insert(.sent) }
    let wanted = states.isEmpty ? Set(MessageDelivery.State.allCases) : states
    write(try log.deliveries(in: wanted, limit: max(limit, 1), withCopies: copies), environment, language)
    return .success
  }

  private func write(_ deliveries: [MessageDelivery], _ environment: CommandEnvironment, _ language: Language) {
    if format == .json {
      var writer = JSONWriter()
      writer.array { writer in for delivery in deliveries { delivery.write(to: &writer) } }
      writer.newline()
      return writer.flush { environment.output.write($0) }
    }
    guard !deliveries.isEmpty else {
      return environment.output.write(language.choose(vi: "Không có thư nào.\n", en: "There are none.\n"))
    }
    var table = TextTable([
      .init(language.choose(vi: "Số", en: "No."), alignment: .right),
      .init(language.choose(vi: "Lúc", en: "When")), .init(language.choose(vi: "Gửi", en: "To"), isFlexible: true),
      .init(language.choose(vi: "Tình trạng", en: "State")),
      .init(language.choose(vi: "Nội dung", en: "Subject"), isFlexible: true, minimum: 20),
    ])
    for delivery in deliveries {
      let problem = delivery.state == .sent ? nil : delivery.problem.map { $0.text(in: language) }
      let words = problem.map { "\(delivery.subject) (\($0))" } ?? delivery.subject
      table.rows.append([
        "\(delivery.message)", RoundReportText.moment(delivery.slot),
        TerminalEscaper.escape("\(delivery.recipient) <\(delivery.place)>"), delivery.words(language),
        TerminalEscaper.escape(words),
      ])
    }
    environment.output.write(
      table.lines(widths: table.widths(in: environment.width)).joined(separator: "\n") + "\n")
  }

  private func show(
    _ message: Int64, _ log: OutboxLog, _ environment: CommandEnvironment, _ language: Language
  ) throws(StoreFailure) -> ExitCode {
    let deliveries = try log.deliveries(of: message)
    guard let first = deliveries.first else {
      environment.errors.write(
        language.choose(vi: "lỗi: không có thư số \(message)\n", en: "error: there is no message \(message)\n"))
      return .failure
    }
    let output = environment.output
    if raw {
      guard let content = try log.content(of: message) else {
        environment.errors.write(
          language.choose(vi: "lỗi: nội dung không còn được giữ\n", en: "error: its text is no longer kept\n"))
        return .failure
      }
      output.write(String(decoding: content.body, as: UTF8.self))
      return .success
    }
    output.write("\(TerminalEscaper.escape(first.subject))\n")
    output.write(
      "\(first.recipient) · \(first.channel.rawValue) · \(RoundReportText.moment(first.slot)) · \(first.messageID)\n")
    for delivery in deliveries {
      let problem = delivery.problem.map { ": " + $0.text(in: language) } ?? ""
      output.write(
        "  \(TerminalEscaper.escape(delivery.place)): \(delivery.words(language))\(TerminalEscaper.escape(problem))\n")
    }
    for notice in try log.notices(of: message) {
      let reason = notice.reason.text(in: language)
      output.write(
        "  \(TerminalEscaper.escape(notice.subject.dropFirst(2).description)) · \(notice.step) · \(reason)\n")
    }
    return .success
  }
}

extension MessageDelivery {
  /// The address; of a web address only its machine, since the rest may be a secret.
  var place: String { isCopy ? address : ChannelCatalog.place(of: address, by: channel) }

  func words(_ language: Language) -> String {
    let times = attempts > 1 ? language.choose(vi: ", \(attempts) lần", en: ", \(attempts) attempts") : ""
    let at = RoundReportText.moment(changed)
    switch state {
    case .sent: return language.choose(vi: "đã gửi \(at)", en: "sent \(at)") + times
    case .dead: return language.choose(vi: "không gửi được \(at)", en: "given up \(at)") + times
    case .pending where attempts == 0: return language.choose(vi: "chờ gửi", en: "waits")
    case .pending:
      let next = RoundReportText.moment(notBefore)
      return language.choose(vi: "chờ gửi lại \(next)", en: "again \(next)") + times
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("message", Int(message))
      writer.member("id", messageID)
      writer.member("kind", kind.rawValue)
      writer.member("recipient", recipient.description)
      writer.member("channel", channel.rawValue)
      writer.member("slot", UTCTime(Int(slot.seconds)).description)
      writer.member("subject", subject)
      writer.member("address", place)
      writer.member("copy", isCopy)
      writer.member("state", state.rawValue)
      writer.member("attempts", attempts)
      writer.member("changed", UTCTime(Int(changed.seconds)).description)
      if state == .pending { writer.member("notBefore", UTCTime(Int(notBefore.seconds)).description) }
      if let problem {
        writer.key("problem")
        writer.object { writer in
          writer.member("vi", problem.vi)
          writer.member("en", problem.en)
        }
      }
    }
  }
}
