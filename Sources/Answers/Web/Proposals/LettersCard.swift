import Addresses
import CivilCalendar
import Operations
import Presentation
import Reminders
import Rules
import Templates

/// The letters that go out only once a proposal is in force, by who gets them.
struct LettersCard {
  static let shape: [String: TemplateShape] = [
    "summary": .text, "hasLetters": .truth, "more": .text,
    "recipients": .list([
      "name": .text, "count": .text,
      "letters": .list(["when": .text, "subject": .text, "lines": .texts, "hasText": .truth]),
    ]),
  ]

  private static let (mostRecipients, mostOfOne) = (60, 12)

  let values: [String: TemplateValue]

  init(_ letters: ProposalLetters?, _ visit: Visit) {
    let all = letters?.letters ?? []
    let groups = Dictionary(grouping: all, by: \.recipient).map { ($0.key, $0.value.sorted { $0.slot < $1.slot }) }
      .sorted { ($1.1.count, LetterRow.title(of: $0.0, visit)) < ($0.1.count, LetterRow.title(of: $1.0, visit)) }
    values = [
      "summary": .text(Self.summary(letters, visit)), "hasLetters": .truth(!all.isEmpty),
      "more": .text(
        groups.count <= Self.mostRecipients
          ? ""
          : visit.say(
            "… và \(groups.count - Self.mostRecipients) nơi nhận khác",
            "… and \(groups.count - Self.mostRecipients) more recipients")),
      "recipients": .list(
        groups.prefix(Self.mostRecipients).map { name, letters in
          [
            "name": .text(LetterRow.title(of: name, visit)), "count": .text(Self.count(letters.count, visit)),
            "letters": .list(
              letters.prefix(Self.mostOfOne).map { Self.values($0, visit) }),
          ]
        }),
    ]
  }

  private static func values(_ letter: ProposalLetters.Letter, _ visit: Visit) -> [String: TemplateValue] {
    let isSecret =
      letter.isClassified || [letter.subject, letter.text].compactMap(\.self).contains(where: visit.model.tellsSecrets)
    let text = isSecret ? nil : letter.text.map { ShownAddresses.shortened(in: $0) }
    let subject = isSecret ? visit.say("Thư về việc có độ mật", "About classified work") : letter.subject ?? ""
    return [
      "when": .text(visit.dates.moment(visit.model.civil(letter.slot))),
      "subject": .text(ShownAddresses.shortened(in: subject)),
      "lines": .list(LetterPage.lines(text ?? "").map { .text($0) }), "hasText": .truth(text != nil),
    ]
  }

  private static func count(_ count: Int, _ visit: Visit) -> String {
    visit.say("\(visit.number(count)) thư", count == 1 ? "1 letter" : "\(visit.number(count)) letters")
  }

  private static func summary(_ letters: ProposalLetters?, _ visit: Visit) -> String {
    guard let letters else {
      return visit.say(
        "Quá nhiều việc để tính trước thư sẽ gửi.", "There is too much work to tell which letters would go out.")
    }
    let dropped =
      letters.dropped == 0
      ? ""
      : visit.say(
        " \(count(letters.dropped, visit).asBeginning) đang định gửi thì thôi gửi.",
        " \(count(letters.dropped, visit).asBeginning) that would go out do not any more.")
    guard !letters.letters.isEmpty else {
      return visit.say(
        "Không thư nào gửi thêm trong 30 ngày tới.", "No further letter goes out in the next 30 days.") + dropped
    }
    let (count, recipients) = (count(letters.letters.count, visit), Set(letters.letters.map(\.recipient)).count)
    return visit.say(
      "\(count) gửi tới \(visit.number(recipients)) nơi ngay hoặc trong 30 ngày tới, mà nếu không sửa thì không gửi.",
      "\(count) to \(recipients == 1 ? "1 recipient" : "\(visit.number(recipients)) recipients") at once or in the next 30 days "
        + "that would not go out without it.") + dropped
  }
}
