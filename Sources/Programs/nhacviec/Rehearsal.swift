import ArgumentParser
import CivilCalendar
import Delivery
import Diagnostics
import FactLog
import Outbox
import Presentation
import Reminders
import Revisions
import Rules

/// `remind --dry-run`: what a round would do.
struct Rehearsal {
  private let setting: RoundSetting
  private let environment: CommandEnvironment
  private let language: Language

  init(_ setting: RoundSetting, _ environment: CommandEnvironment, _ language: Language) {
    self.setting = setting
    self.environment = environment
    self.language = language
  }

  func run(at now: Instant?, folder: String?, withTexts: Bool) -> ExitCode {
    guard let book = openBook(folder) else { return .failure }
    let round = setting.round(at: now)
    let rehearsal: RoundRehearsal
    do { rehearsal = try round.rehearse(book) } catch { return complain([setting.diagnostic(error)]) }
    print(rehearsal)
    let withoutMail = setting.unitsWithoutMail(book.rules)
    if withoutMail > 0 { environment.warn(.unitsWithoutMail(withoutMail), language) }
    for words in Baseline.advice(rehearsal, book, at: now ?? RoundSetting.clock()) {
      environment.output.write(language.choose(vi: words.vi, en: words.en) + "\n")
    }
    guard withTexts else { return .success }
    for message in rehearsal.decision.messages {
      for letter in round.letters(message, rehearsal.agenda, book) {
        environment.output.write(
          "\n== \(heading(message, rehearsal.agenda.rules))\n\(letter.subject)\n\n\(letter.text)")
      }
    }
    return .success
  }

  /// The live rules, or a folder's; nil, with the reasons on the error sink, where there are none to be used.
  func openBook(_ folder: String?) -> RoundBook? {
    do {
      guard let folder else {
        if let (book, _) = try setting.book() { return book }
        environment.errors.write(
          language.choose(
            vi: "lỗi: chưa có quy tắc nào có hiệu lực; chạy nhacviec rules promote, hoặc thêm --rules THƯ-MỤC\n",
            en: "error: no rules are live yet; run nhacviec rules promote, or add --rules FOLDER\n"))
        return nil
      }
      let loaded = LoadedRules(paths: [folder], in: environment)
      guard !loaded.hasErrors else {
        _ = complain(loaded.diagnostics.filter { $0.severity == .error })
        return nil
      }
      return try setting.book(of: loaded.rules)
    } catch {
      _ = complain([setting.diagnostic(error)])
      return nil
    }
  }

  private func complain(_ diagnostics: [Diagnostic]) -> ExitCode {
    DiagnosticReport(environment, language).printToErrors(diagnostics, files: nil)
    return .failure
  }

  // MARK: Words

  private func print(_ rehearsal: RoundRehearsal) {
    let (decision, rules) = (rehearsal.decision, rehearsal.agenda.rules)
    let output = environment.output
    if let held = decision.held {
      let reasons = held.reasons.map { language.choose(vi: $0.words.vi, en: $0.words.en) }.joined(separator: "; ")
      output.write(
        language.choose(
          vi: "Lượt này sẽ chờ xác nhận: \(reasons).\n", en: "This round would wait for acceptance: \(reasons).\n"))
    }
    for delivery in rehearsal.pending {
      output.write(
        language.choose(vi: "Còn chờ gửi", en: "Still to be sent")
          + ": \(delivery.recipient) <\(TerminalEscaper.escape(delivery.address))> \(TerminalEscaper.escape(delivery.subject))\n"
      )
    }
    let messages = decision.held?.messages ?? decision.messages
    for message in messages {
      output.write(heading(message, rules) + "\n")
      for notice in message.notices { output.write("  \(line(notice, rules))\n") }
    }
    for untold in decision.untold { output.write(words(untold, rules) + "\n") }
    let notices = messages.reduce(0) { $0 + $1.notices.count }
    output.write(
      language.choose(
        vi: "\(messages.count) thư, \(notices) thông báo; \(decision.toSettle.count) việc cần xác nhận. ",
        en: "\(messages.count) messages, \(notices) notices; \(decision.toSettle.count) to settle. ")
        + RoundReportText.next(decision.nextInstant, language) + "\n")
  }

  private func heading(_ message: OutgoingMessage, _ rules: RuleSet) -> String {
    let unit = rules.units[message.unit]
    let address = message.channel == .mail ? unit.email : unit.webhook.map { _ in "webhook" }
    return "\(RoundReportText.moment(message.slot.instant))  \(TerminalEscaper.escape(unit.title)) <\(address ?? "")>"
  }

  private func line(_ notice: Notice, _ rules: RuleSet) -> String {
    let day = notice.told.map { language.choose(vi: "hạn \(Self.day($0))", en: "due \(Self.day($0))") } ?? ""
    let title = notice.isClassified ? nil : notice.task.map { TerminalEscaper.escape(rules.tasks[$0].title) }
    let words = language.choose(vi: notice.kind.words.vi, en: notice.kind.words.en)
    return [notice.subject.description.dropFirst(2).description, title, day, words].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func words(_ untold: Unreachable, _ rules: RuleSet) -> String {
    switch untold.reason {
    case .noAddress(let unit):
      language.choose(
        vi: "Không nhắc được \(rules.units[unit].title): không có địa chỉ dùng được (\(untold.count) việc)",
        en: "\(rules.units[unit].title) can't be told: no address that may be used (\(untold.count))")
    case .groupNotKept(let group):
      language.choose(
        vi: "Không nhắc được \(rules.groups[group].title): thành viên không quản lý ở đây (\(untold.count) việc)",
        en: "\(rules.groups[group].title) can't be told: its members are not kept here (\(untold.count))")
    case .noPolicy(let plan):
      language.choose(
        vi: "Kế hoạch \(rules.plans[plan].id) không có cách nhắc (\(untold.count) việc)",
        en: "Plan \(rules.plans[plan].id) has no policy (\(untold.count))")
    }
  }

  private static func day(_ day: CivilDate) -> String { "\(day.day)/\(day.month)/\(day.year)" }
}
