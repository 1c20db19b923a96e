import Addresses
import ArgumentParser
import Channels
import Delivery
import Expansion
import Operations
import Presentation
import Reminders
import Rules
import Settings

/// What the commands about one task's reminders share.
struct ReminderOptions: ParsableArguments {
  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: bản đang có hiệu lực / the live revision).")
  var rules: String?

  @OptionGroup var options: RevisionOptions

  /// Asks for a task, and hands over its duties.
  func query(
    _ task: String, in environment: CommandEnvironment,
    _ body: (ReminderQuery, Language) throws(OperationFailure) -> ExitCode
  ) -> ExitCode {
    let language = options.languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let run = try RemindRun(options.config.file, stateFolder: options.state.folder, in: operations)
      return try body(try ReminderQuery(task, folder: rules, run), language)
    }
  }
}

/// `nhacviec route`: who would be told, when, through what.
struct RouteCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: """
      Ai sẽ được nhắc về một việc, khi nào, bằng cách nào.
      Who would be told of a task, when, and how.
      """)

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @OptionGroup var options: ReminderOptions

  var configurationFile: ConfigurationFile? { options.options.config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    options.query(task, in: environment) { query, language in
      write(query, language, environment)
      return .success
    }
  }

  private func write(_ query: ReminderQuery, _ language: Language, _ environment: CommandEnvironment) {
    func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
    for id in query.ids {
      environment.output.write(environment.style(.heading, TerminalEscaper.escape(id.description)) + "\n")
      var table = TextTable(
        [
          .init(when(id, query, language)), .init(say("Gửi", "To"), isFlexible: true), .init(say("Vai", "As")),
          .init(say("Bước", "Step")), .init(say("Qua", "By")), .init(say("Vì", "Why"), isFlexible: true),
        ], indentation: 2)
      for step in query.agenda.schedule(of: id) ?? [] {
        let unit = query.agenda.rules.units[step.unit]
        table.rows.append([
          moment(step.slot, id, query), TerminalEscaper.escape(unit.title), role(step.role, language),
          step.kind.code, way(step, unit, language),
          step.kind.words.text(in: language),
        ])
      }
      let lines = table.lines(widths: table.widths(in: environment.width))
      environment.output.write(lines.joined(separator: "\n") + "\n")
    }
  }

  /// `Lúc (Asia/Ho_Chi_Minh, UTC+7)`: whose clock the times are of.
  private func when(_ id: ObligationID, _ query: ReminderQuery, _ language: Language) -> String {
    let slots = (query.agenda.schedule(of: id) ?? []).map(\.slot)
    let offsets = Set(slots.map { query.agenda.offset($0, in: query.agenda.plan(of: .obligation(id))) })
    let rules = query.agenda.rules
    let calendar = query.agenda.plan(of: .obligation(id)).map { rules.plans[$0].calendar }
    let own = calendar.flatMap { rules.calendars.indices.contains($0) ? rules.calendars[$0].timeZone : nil }
    let zone = ([own ?? query.run.context.configuration.office.timeZone] + offsets.sorted().map(UTCOffset.text))
      .joined(separator: ", ")
    return language.choose(vi: "Lúc (\(zone))", en: "When (\(zone))")
  }

  /// By the clock where the plan is.
  private func moment(_ instant: Instant, _ id: ObligationID, _ query: ReminderQuery) -> String {
    let offset = query.agenda.offset(instant, in: query.agenda.plan(of: .obligation(id)))
    return RoundReportText.moment(instant, Zone(fixed: offset))
  }

  private func way(_ step: ScheduledStep, _ unit: Unit, _ language: Language) -> String {
    let ways = step.channels.map { ChannelCatalog.shown(unit.addresses[$0] ?? "", by: $0) }
    guard ways.isEmpty else { return TerminalEscaper.escape(ways.joined(separator: ", ")) }
    return language.choose(vi: "không có địa chỉ", en: "no address")
  }

  private func role(_ role: Role, _ language: Language) -> String {
    switch role {
    case .lead: language.choose(vi: "chủ trì", en: "lead")
    case .support: language.choose(vi: "phối hợp", en: "support")
    case .addressee: language.choose(vi: "nơi nhận", en: "addressee")
    case .watcher: language.choose(vi: "theo dõi", en: "watcher")
    case .named: language.choose(vi: "được nêu tên", en: "named")
    case .superior: language.choose(vi: "cấp trên", en: "superior")
    case .focalPoint: language.choose(vi: "đầu mối", en: "focal point")
    case .leader: language.choose(vi: "lãnh đạo", en: "leader")
    }
  }
}

enum UTCOffset {
  /// `UTC+7`, `UTC+10:30`
  static func text(_ seconds: Int64) -> String {
    let minutes = abs(seconds) / 60
    let rest = minutes % 60 == 0 ? "" : minutes % 60 < 10 ? ":0\(minutes % 60)" : ":\(minutes % 60)"
    return "UTC\(seconds < 0 ? "-" : "+")\(minutes / 60)\(rest)"
  }
}

/// `nhacviec render`: a message as it would be written.
struct RenderCommand: EnvironmentCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable { case text, html, chat, json, calendar, mail }

  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: """
      Xem trước thư nhắc của một bước.
      Show the message of one step.
      """)

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @Option(help: "Bước, như route liệt kê / the step, as route lists them: before:7, overdue:1, superior …")
  var step: String

  @Option(help: "Chỉ thư gửi đơn vị, nhóm này: mã hoặc tên / only to this unit or group: id or name.")
  var to: String?

  @Option(name: .customLong("as"), help: "text, html, chat, json, calendar, mail.")
  var form: Form = .text

  @OptionGroup var options: ReminderOptions

  var configurationFile: ConfigurationFile? { options.options.config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    options.query(task, in: environment) { query, _ throws(OperationFailure) in
      try write(query, environment)
      return .success
    }
  }

  /// Fails where there is nothing like it.
  private func write(_ query: ReminderQuery, _ environment: CommandEnvironment) throws(OperationFailure) {
    let rules = query.agenda.rules
    var wanted = Set(rules.units.indices)
    if let to { wanted = Set(rules.units(of: try UnitChoice.recipient(to, rules))) }
    var (found, shown) = (0, 0)
    var steps: Set<String> = []
    for id in query.ids {
      for scheduled in query.agenda.schedule(of: id) ?? [] {
        steps.insert(scheduled.kind.code)
        guard scheduled.kind.code == step, wanted.contains(scheduled.unit), let channel = channel(scheduled),
          let message = query.agenda.message(of: scheduled, about: id, through: channel)
        else { continue }
        found += 1
        for text in texts(message, query) where !text.isEmpty {
          shown += 1
          environment.output.write(text)
        }
      }
    }
    guard shown == 0 else { return }
    guard found == 0 else {
      throw OperationFailure(
        vi: "thư này không có gì ở dạng “\(form.rawValue)”",
        en: "the message has nothing in the form “\(form.rawValue)”")
    }
    let list = steps.sorted().joined(separator: ", ")
    throw OperationFailure(
      vi: "không có thư như vậy; các bước: \(list)", en: "there is no such message; the steps: \(list)")
  }

  private func channel(_ step: ScheduledStep) -> Channel? {
    step.channels.first { form == .chat || form == .json ? $0 == .webhook : $0 == .mail } ?? step.channels.first
  }

  /// In the form that is asked for; empty: there is nothing in that form.
  private func texts(_ message: OutgoingMessage, _ query: ReminderQuery) -> [String] {
    if form == .mail {
      return query.round.mails(message, query.agenda, query.book).map { String(decoding: $0, as: UTF8.self) }
    }
    let unit = query.agenda.rules.units[message.unit]
    return query.round.texts(message, query.agenda, query.book).map { letter in
      switch form {
      case .text:
        "→ \(TerminalEscaper.escape(unit.title)) <\(TerminalEscaper.escape(unit.email ?? "webhook"))>\n"
          + "\(letter.subject)\n\n\(letter.text)\n"
      case .html: letter.html
      case .chat: letter.chat + "\n"
      case .json: String(decoding: letter.json, as: UTF8.self) + "\n"
      case .calendar: letter.calendar ?? ""
      case .mail: ""
      }
    }
  }
}
