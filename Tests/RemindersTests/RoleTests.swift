import CivilCalendar
import Reminders
import Rules
import TestSupport
import Testing

/// In which role a unit hears that a duty changed: the one in which it was told of it.
@Suite("Roles")
struct RoleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var task: String
    var facts: [FactPictureTests.Recorded]
    var unit: String
    var kind: NoticeKind.Name
    var role: Role
    var testDescription: String { name }
  }

  static let waived = FactPictureTests.Recorded(day: 7, line: "miễn T vì thôi")
  static let supported =
    "phối hợp: Văn phòng\n  hạn: chậm nhất {8}" + FactPictureTests.brief + "; gửi tới chủ trì, phối hợp"
  static let confirmed = "xác nhận: Văn phòng\n  hạn: chậm nhất {14}" + FactPictureTests.brief
  static let reported = FactPictureTests.Recorded(day: 2, line: "báo cáo hoàn thành T ngày {2}")

  static let cases = [
    Case(
      name: "Waived: the lead", task: "hạn: chậm nhất {4}" + FactPictureTests.brief, facts: [waived], unit: "cn",
      kind: .released, role: .lead),
    Case(
      name: "Waived: the superior", task: "hạn: chậm nhất {4}" + FactPictureTests.brief, facts: [waived], unit: "gd",
      kind: .released, role: .superior),
    Case(
      name: "Waived: a support unit", task: supported, facts: [waived], unit: "vp", kind: .released, role: .support),
    Case(
      name: "Waived: who was asked to confirm", task: confirmed, facts: [reported, waived], unit: "vp",
      kind: .released, role: .confirmer),
    Case(
      name: "Waived: who was asked for more time", task: "hạn: chậm nhất {14}" + FactPictureTests.brief,
      facts: [.init(day: 2, line: "xin gia hạn T ngày {2} đến {20} vì chờ"), waived], unit: "gd", kind: .released,
      role: .decider),
    Case(
      name: "Opened again: who was asked to confirm", task: confirmed,
      facts: [reported, waived, .init(day: 9, line: "mở lại T")], unit: "vp", kind: .reopened, role: .confirmer),
    Case(
      name: "Waits again: a support unit",
      task: "phối hợp: Văn phòng\n  hạn: trong 7 ngày kể từ ngày x" + FactPictureTests.brief
        + "; gửi tới chủ trì, phối hợp",
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 7, line: "hủy ghi nhận x")], unit: "vp", kind: .dayGone,
      role: .support),
  ]

  @Test(arguments: cases)
  func roles(_ example: Case) throws {
    func filled(_ text: String) -> String {
      var text = text
      for index in 0...40 { text = text.replacing("{\(index)}", with: written(Picture.start.adding(days: index))) }
      return text
    }
    var office = try DrawnOffice(
      DrawnOffice.book("  " + filled(example.task)), calendar: .drawn(off: []))
    for fact in example.facts { office.record(filled(fact.line), at(Picture.start.adding(days: fact.day), fact.hour)) }
    let live = at(Picture.start, 0)
    var walk = RoundWalk(office.rules, facts: office.facts, through: day("2025-12-31"), wentLive: { _, _ in live })
    walk.walk(from: live, until: at(Picture.start.adding(days: 15), 0))
    let roles = walk.notices.filter { $0.recipient.unit == example.unit && $0.kind.name == example.kind }.map(\.role)
    #expect(roles == [example.role])
  }
}
