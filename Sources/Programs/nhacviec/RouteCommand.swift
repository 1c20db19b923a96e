import ArgumentParser
import CivilCalendar
import Delivery
import Expansion
import FactLog
import Presentation
import Reminders
import Revisions
import RuleSyntax
import Rules
import Settings

/// The duties of one task as rounds see them: for `route` and `render`.
struct ReminderQuery {
  let round: DeliveryRound
  let book: RoundBook
  let agenda: Agenda
  let setting: RoundSetting
  let language: Language
  /// With a day, by day.
  let ids: [ObligationID]

  struct Options: ParsableArguments {
    @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: bản đang có hiệu lực / the live revision).")
    var rules: String?

    @OptionGroup var config: ConfigCommand.FileOption
    @OptionGroup var state: StateOption
    @OptionGroup var languages: LanguageOption
  }

  /// Nil, with the reason on the error sink, where it names nothing with a day.
  init?(_ text: String, _ options: Options, _ environment: CommandEnvironment) {
    language = options.languages.language(in: environment)
    guard let setting = RoundSetting(options.config, options.state, language, environment) else { return nil }
    self.setting = setting
    guard let book = Rehearsal(setting, environment, language).openBook(options.rules) else { return nil }
    self.book = book
    round = setting.round(at: nil)
    agenda = round.agenda(book, at: RoundSetting.clock(), gone: setting.goneAddresses)
    guard let reference = TaskReference(text, book.rules, language, errors: environment.errors) else { return nil }
    let tasks = Set(reference.tasks)
    let (agenda, rules) = (agenda, book.rules)
    ids = agenda.obligations.filter { tasks.contains($0.task) }.sorted { $0.binding < $1.binding }.map(\.id)
      .filter { id in
        let plan = rules.plans.first { $0.id == id.plan }
        let year = plan.flatMap { $0.years.count == 1 ? $0.years.lowerBound : nil }
        return reference.matches(id, planYear: year)
      }
    guard !ids.isEmpty else {
      environment.errors.write(
        language.choose(
          vi: "lỗi: nhiệm vụ này không có kỳ nào có ngày hạn như vậy\n",
          en: "error: the task has no such occurrence with a day\n"))
      return nil
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

  @OptionGroup var options: ReminderQuery.Options

  var configurationFile: ConfigurationFile? { options.config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    guard let query = ReminderQuery(task, options, environment) else { return .failure }
    let language = query.language
    func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
    for id in query.ids {
      environment.output.write(environment.style(.heading, TerminalEscaper.escape(id.description)) + "\n")
      var table = TextTable(
        [
          .init(when(id, query)), .init(say("Gửi", "To"), isFlexible: true), .init(say("Vai", "As")),
          .init(say("Bước", "Step")), .init(say("Qua", "By")), .init(say("Vì", "Why"), isFlexible: true),
        ], indentation: 2)
      for step in query.agenda.schedule(of: id) ?? [] {
        let unit = query.agenda.rules.units[step.unit]
        table.rows.append([
          moment(step.slot, id, query), TerminalEscaper.escape(unit.title), role(step.role, language),
          step.kind.code, way(step, unit, query),
          language.choose(vi: step.kind.words.vi, en: step.kind.words.en),
        ])
      }
      let lines = table.lines(widths: table.widths(in: environment.width))
      environment.output.write(lines.joined(separator: "\n") + "\n")
    }
    return .success
  }

  /// `Lúc (Asia/Ho_Chi_Minh, UTC+7)`: whose clock the times are of.
  private func when(_ id: ObligationID, _ query: ReminderQuery) -> String {
    let slots = (query.agenda.schedule(of: id) ?? []).map(\.slot)
    let offsets = Set(slots.map { query.agenda.offset($0, in: query.agenda.plan(of: .obligation(id))) })
    let rules = query.agenda.rules
    let calendar = query.agenda.plan(of: .obligation(id)).map { rules.plans[$0].calendar }
    let own = calendar.flatMap { rules.calendars.indices.contains($0) ? rules.calendars[$0].timeZone : nil }
    let zone = ([own ?? query.setting.configuration.office.timeZone] + offsets.sorted().map(UTCOffset.text))
      .joined(separator: ", ")
    return query.language.choose(vi: "Lúc (\(zone))", en: "When (\(zone))")
  }

  /// By the clock where the plan is.
  private func moment(_ instant: Instant, _ id: ObligationID, _ query: ReminderQuery) -> String {
    let offset = query.agenda.offset(instant, in: query.agenda.plan(of: .obligation(id)))
    return RoundReportText.moment(instant, Zone(fixed: offset))
  }

  private func way(_ step: ScheduledStep, _ unit: Unit, _ query: ReminderQuery) -> String {
    let ways = step.channels.map { $0 == .mail ? unit.email ?? "" : "webhook" }
    guard ways.isEmpty else { return TerminalEscaper.escape(ways.joined(separator: ", ")) }
    return query.language.choose(vi: "không có địa chỉ", en: "no address")
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

  @OptionGroup var options: ReminderQuery.Options

  var configurationFile: ConfigurationFile? { options.config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    guard let query = ReminderQuery(task, options, environment) else { return .failure }
    let (language, rules) = (query.language, query.agenda.rules)
    var wanted = Set(rules.units.indices)
    if let to {
      guard let recipient = UnitChoice.recipient(to, rules, language, errors: environment.errors) else {
        return .failure
      }
      wanted = Set(rules.units(of: recipient))
    }
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
    guard shown == 0 else { return .success }
    let list = steps.sorted().joined(separator: ", ")
    environment.errors.write(
      found > 0
        ? language.choose(
          vi: "lỗi: thư này không có gì ở dạng “\(form.rawValue)”\n",
          en: "error: the message has nothing in the form “\(form.rawValue)”\n")
        : language.choose(
          vi: "lỗi: không có thư như vậy; các bước: \(list)\n",
          en: "error: there is no such message; the steps: \(list)\n"))
    return .failure
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
    return query.round.letters(message, query.agenda, query.book).map { letter in
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
