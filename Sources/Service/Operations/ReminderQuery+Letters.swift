import Addresses
import Delivery
import Presentation
import Reminders
import Rules

/// The form of a message that is shown before it goes out.
package enum LetterForm: String, CaseIterable, Sendable { case text, html, chat, json, calendar, mail }

extension ReminderQuery {
  /// The messages of a step, in one form. Fails if there are none.
  /// - Parameter recipient: the id or name of a unit or group, to which only messages are wanted; nil wants all.
  package func letters(
    step: String, to recipient: String?, as form: LetterForm
  ) throws(OperationFailure) -> [String] {
    let rules = agenda.rules
    var wanted = Set(rules.units.indices)
    if let recipient { wanted = Set(try UnitChoice.recipients(recipient, rules).flatMap(rules.units)) }
    let scheduled = ids.flatMap { id in (agenda.schedule(of: id) ?? []).map { (id, $0) } }
    let messages = scheduled.compactMap { id, scheduled -> OutgoingMessage? in
      guard scheduled.kind.code == step, wanted.contains(scheduled.unit), let channel = channel(scheduled, form)
      else { return nil }
      return agenda.message(of: scheduled, about: id, through: channel)
    }
    let texts = messages.flatMap { self.texts($0, form) }.filter { !$0.isEmpty }
    guard texts.isEmpty else { return texts }
    guard messages.isEmpty else {
      throw OperationFailure(
        vi: "thư này không có gì ở dạng “\(form.rawValue)”",
        en: "the message has nothing in the form “\(form.rawValue)”")
    }
    guard !scheduled.isEmpty else {
      throw OperationFailure(
        vi:
          "việc này không có bước nhắc nào nữa: các ngày nhắc đều trước khi quy tắc có hiệu lực ở đây; dùng --rules để xem "
          + "như thể quy tắc vẫn có hiệu lực từ đầu",
        en:
          "there is no step of this any more: all lie before the rules went live here; --rules shows them as if the rules "
          + "had always been live")
    }
    let list = Set(scheduled.map(\.1.kind.code)).sorted().joined(separator: ", ")
    throw OperationFailure(
      vi: "không có thư như vậy; các bước: \(list)", en: "there is no such message; the steps: \(list)")
  }

  private func channel(_ step: ScheduledStep, _ form: LetterForm) -> Channel? {
    step.channels.first { ($0 == .mail) == ![.chat, .json].contains(form) } ?? step.channels.first
  }

  /// The texts of a message in one form; empty if it has none in that form.
  private func texts(_ message: OutgoingMessage, _ form: LetterForm) -> [String] {
    if form == .mail { return round.mails(message, agenda, book).map { String(decoding: $0, as: UTF8.self) } }
    let unit = agenda.rules.units[message.unit]
    return round.texts(message, agenda, book).map { letter in
      switch form {
      case .text:
        "→ \(TerminalEscaper.escape(unit.title)) <\(TerminalEscaper.escape(unit.email ?? message.channel.rawValue))>\n"
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
