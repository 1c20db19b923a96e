import Channels
import CivilCalendar
import Delivery
import Operations
import Presentation
import Reminders
import Rules
import ServiceStatus

/// `remind --dry-run`: what a round would do.
struct RehearsalText {
  private let rehearsal: RemindRehearsal
  private let environment: CommandEnvironment
  private let language: Language

  init(_ rehearsal: RemindRehearsal, _ environment: CommandEnvironment, _ language: Language) {
    self.rehearsal = rehearsal
    self.environment = environment
    self.language = language
  }

  func write(withTexts: Bool) {
    print(rehearsal.result)
    if rehearsal.unitsWithoutMail > 0 {
      environment.tell(.warning(Finding.unitsWithoutMail(rehearsal.unitsWithoutMail).words), language)
    }
    for words in rehearsal.advice { environment.output.write(words.text(in: language) + "\n") }
    guard withTexts else { return }
    let agenda = rehearsal.result.agenda
    for message in rehearsal.result.decision.messages {
      for letter in rehearsal.round.letters(message, agenda, rehearsal.book) {
        environment.output.write(
          "\n== \(heading(message, agenda.rules))\n\(letter.subject)\n\n\(letter.text)")
      }
    }
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
    let address = unit.addresses[message.channel].map { ChannelCatalog.shown($0, by: message.channel) }
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
