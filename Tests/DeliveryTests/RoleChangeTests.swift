import Channels
import Reminders
import Testing

@testable import Delivery

/// A plan that names another lead: what the units hear that were written to before.
struct RoleChangeTests {
  private static let due = "chậm nhất 29/3/2024"

  private func letters(support: String) throws -> [String] {
    let desk = try RoundDesk(RoundDesk.task("T.1", Self.due))
    // A week before: 22 March, to Phòng A alone.
    try desk.round(at: RoundDesk.at("2024-03-22"))
    #expect(desk.mails().count == 1)
    desk.rules = try RoundDesk.book(
      RoundDesk.plan(RoundDesk.task("T.1", Self.due, lead: "Phòng B", more: support)))
    try desk.round(at: RoundDesk.at("2024-03-25"))
    return desk.mails().filter { $0.contains("a@so.example") }.map(text).filter { $0.contains("Phòng B") }
  }

  private func text(_ mail: String) -> String {
    var words = ""
    _ = MailMessage.changing(Array(mail.utf8)) { text in
      words += text
      return text
    }
    return words
  }

  @Test(
    "A lead that supports from now on hears that another leads, and not that it supports no more",
    arguments: ["", "phối hợp: Phòng A"])
  func leadBecomesSupport(_ support: String) throws {
    let letters = try letters(support: support)
    #expect(letters.count == 1, "\(letters)")
    let letter = letters.first ?? ""
    #expect(letter.contains("đã chuyển cho Phòng B chủ trì"), "\(letters)")
    #expect(!letter.contains("không còn phối hợp") && !letter.contains("Không còn phối hợp"))
  }
}
