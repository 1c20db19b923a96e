import Channels
import CivilCalendar
import Delivery
package import Presentation
import Reminders
import Rules

/// Words what a round would do.
package struct RehearsalText {
  private let rehearsal: RemindRehearsal
  private let language: Language

  package init(_ rehearsal: RemindRehearsal, _ language: Language) {
    self.rehearsal = rehearsal
    self.language = language
  }

  /// The messages with their notices, whom nobody can tell, the totals, and advice.
  package var summary: String {
    text(rehearsal.result) + rehearsal.advice.map { $0.text(in: language) + "\n" }.joined()
  }

  /// The letters of all messages.
  package var letters: String {
    let agenda = rehearsal.result.agenda
    var text = ""
    for message in rehearsal.result.decision.messages {
      for letter in rehearsal.round.texts(message, agenda, rehearsal.book) {
        text += "\n== \(heading(message, agenda.rules))\n\(letter.subject)\n\n\(letter.text)"
      }
    }
    return text
  }

  // MARK: Words

  private func text(_ rehearsal: RoundRehearsal) -> String {
    let (decision, rules) = (rehearsal.decision, rehearsal.agenda.rules)
    var text = ""
    if let held = decision.held {
      let reasons = held.reasons.map { $0.words.text(in: language) }.joined(separator: "; ")
      text += language.choose(
        vi: "Lượt này sẽ chờ xác nhận: \(reasons).\n", en: "This round would wait for acceptance: \(reasons).\n")
    }
    for delivery in rehearsal.pending {
      text +=
        language.choose(vi: "Còn chờ gửi", en: "Still to be sent")
        + ": \(delivery.recipient) <\(TerminalEscaper.escape(delivery.place))> \(TerminalEscaper.escape(delivery.subject))\n"
    }
    let messages = decision.held?.messages ?? decision.messages
    for message in messages {
      text += heading(message, rules) + "\n"
      for notice in message.notices { text += "  \(line(notice, rules))\n" }
    }
    for unreachable in decision.unreachable { text += words(unreachable, rules) + "\n" }
    let notices = messages.reduce(0) { $0 + $1.notices.count }
    text +=
      language.choose(
        vi: "\(messages.count) thư, \(notices) thông báo; \(decision.toSettle.count) việc cần làm rõ. ",
        en: "\(messages.count) messages, \(notices) notices; \(decision.toSettle.count) to settle. ")
      + RoundReportText.next(decision.nextInstant, language) + "\n"
    return text
  }

  private func heading(_ message: OutgoingMessage, _ rules: RuleSet) -> String {
    let unit = rules.units[message.unit]
    let address = unit.addresses[message.channel].map { ChannelCatalog.shown($0, by: message.channel) }
    return "\(RoundReportText.moment(message.slot.instant))  \(TerminalEscaper.escape(unit.title)) <\(address ?? "")>"
  }

  private func line(_ notice: Notice, _ rules: RuleSet) -> String {
    let isDue = !notice.kind.name.tellsOpenWork && notice.kind != notice.told.map(NoticeKind.opens)
    let told = isDue ? notice.told : nil
    let day = told.map { "\(language.choose(vi: "hạn", en: "due")) \(DateWording(.vi).day($0))" } ?? ""
    let title = notice.isClassified ? nil : notice.task.map { TerminalEscaper.escape(rules.tasks[$0].title) }
    let slot = notice.slot.instant
    let offset = rehearsal.result.agenda.offset(slot, in: rehearsal.result.agenda.plan(of: notice.subject))
    let words = notice.kind.words(of: notice.told, on: Zone(fixed: offset).day(of: slot)).text(in: language)
    return [notice.subject.description.dropFirst(2).description, title, day, words].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func words(_ unreachable: Unreachable, _ rules: RuleSet) -> String {
    switch unreachable.reason {
    case .noAddress(let unit):
      language.choose(
        vi: "Không nhắc được \(rules.units[unit].title): không có địa chỉ dùng được (\(unreachable.count) việc)",
        en: "\(rules.units[unit].title) can't be told: no address that may be used (\(unreachable.count))")
    case .groupNotKept(let group):
      language.choose(
        vi: "Không nhắc được \(rules.groups[group].title): thành viên không quản lý ở đây (\(unreachable.count) việc)",
        en: "\(rules.groups[group].title) can't be told: its members are not kept here (\(unreachable.count))")
    case .noPolicy(let plan):
      language.choose(
        vi: "Kế hoạch \(rules.plans[plan].id) không có cách nhắc (\(unreachable.count) việc)",
        en: "Plan \(rules.plans[plan].id) has no policy (\(unreachable.count))")
    }
  }
}
