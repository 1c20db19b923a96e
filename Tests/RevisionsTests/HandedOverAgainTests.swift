import CivilCalendar
import Expansion
import Reminders
import Rules
import TestSupport
import Testing

/// What comes again, or meets something that is under way, when work changes hands.
extension HandedOverByRulesTests {
  @Test("Who gets the work a second time hears it again, by rules and by facts", arguments: [true, false])
  func again(byFact: Bool) throws {
    let office = try Office()
    try office.rules(Self.task(lead: "Phòng Một"), at: Self.start)
    for (day, lead) in [("2024-03-25", "Phòng Hai"), ("2024-03-26", "Phòng Một"), ("2024-03-27", "Phòng Hai")] {
      if byFact {
        try office.fact("chuyển T cho \(lead) theo 5/TB", at: Office.at(day, 10))
      } else {
        try office.rules(Self.task(lead: lead), at: Office.at(day, 10))
      }
    }
    // What was decided at ten is told at eight on the day after; Friday 29 March is over on Monday 1 April.
    #expect(
      try office.letters(until: "2024-04-01") == [
        "2024-03-22 a1 before:7", "2024-03-26 a1 handed-over:1", "2024-03-26 a2 assigned", "2024-03-27 a1 assigned",
        "2024-03-27 a2 handed-over:1", "2024-03-28 a1 handed-over:2", "2024-03-28 a2 assigned:2",
        "2024-04-01 a2 overdue:1",
      ])
  }

  @Test("The first letter about late work says to its new lead that it was handed over, the second does not")
  func late() throws {
    let office = try Office()
    try office.rules(Self.task("chậm nhất 15/3/2024", lead: "Phòng Một"), at: Self.start)
    try office.rules(Self.task("chậm nhất 15/3/2024", lead: "Phòng Hai"), at: Self.change)
    // Three working days after Tuesday 26 March is Friday 29.
    #expect(
      try office.letters(until: "2024-03-29").suffix(3) == [
        "2024-03-26 a1 handed-over:1", "2024-03-26 a2 overdue:1", "2024-03-29 a2 overdue:2",
      ])
    #expect(try office.handedOver() == ["2024-03-26 a2 overdue:1"])
  }

  @Test("Who takes over by a merger hears at once of work that is reported, or for which more time is asked")
  func mergedMeanwhile() throws {
    let office = try Office()
    let tasks =
      Self.task("chậm nhất 28/3/2024", lead: "Phòng Một")
      + Self.task("chậm nhất 28/3/2024", lead: "Phòng Một", id: "U", more: "  xác nhận: Văn phòng")
    try office.rules(tasks, at: Self.start)
    try office.fact("xin gia hạn T ngày 21/3/2024 đến 12/4/2024 vì chờ", at: Office.at("2024-03-21", 12))
    try office.fact("báo cáo hoàn thành U ngày 21/3/2024", at: Office.at("2024-03-21", 13))
    try office.rules(
      tasks,
      units: Self.units.replacing(
        "đơn vị a1: Phòng Một\n", with: "đơn vị a1: Phòng Một\n  sáp nhập vào: Phòng Hai từ 25/3/2024\n"),
      at: Office.at("2024-03-22", 10))
    // Seven days before Thursday 28 March is the 21st; the merger is on Monday.
    let told = try office.letters(until: "2024-03-27").filter { !$0.contains("vp-kh") }
    #expect(
      told == [
        "2024-03-21 a1 before:7", "2024-03-21 a1 before:7", "2024-03-25 a1 handed-over:1",
        "2024-03-25 a1 handed-over:1", "2024-03-25 a2 assigned", "2024-03-25 a2 assigned",
      ])
  }

  @Test(
    "Of work that may be done since long a new lead hears in time, and that it was handed over",
    arguments: [true, false])
  func opened(byFact: Bool) throws {
    for due in ["từ ngày 01/3/2024", "không sớm hơn ngày 01/3/2024"] {
      let office = try Office()
      try office.rules(Self.task(due, lead: "Phòng Một"), at: Self.start)
      if byFact {
        try office.fact("chuyển T cho Phòng Hai theo 5/TB", at: Self.change)
      } else {
        try office.rules(Self.task(due, lead: "Phòng Hai"), at: Self.change)
      }
      #expect(
        try office.letters(until: "2024-04-04").suffix(2) == [
          "2024-03-26 a1 handed-over:1", "2024-03-26 a2 opening",
        ])
      #expect(try office.handedOver() == ["2024-03-26 a2 opening"])
    }
  }

  /// The director stands above the second unit.
  private static let chained = """
    đơn vị gd: Giám đốc
      email: gd@so.example

    \(units.replacing("đơn vị a2: Phòng Hai\n", with: "đơn vị a2: Phòng Hai\n  cấp trên: Giám đốc\n"))
    """

  @Test(
    "A unit that comes back to those who each owe late work hears that; it is to be settled, and nobody above is told")
  func backLate() throws {
    let office = try Office()
    func rules(_ leads: String, at now: Instant, accepted: Bool = false) throws {
      let task = Self.task(
        "chậm nhất 15/3/2024", lead: leads, more: "  nhắc: tiêu chuẩn; báo cấp trên sau 5 ngày làm việc")
      try office.rules(task, units: Self.chained, at: now, accepted: accepted)
    }
    let all = "Phòng Một (từng đơn vị); Phòng Hai (từng đơn vị)"
    try rules(all, at: Self.start)
    try rules("Phòng Một (từng đơn vị)", at: Office.at("2024-03-22", 10), accepted: true)
    try rules(all, at: Office.at("2024-03-29", 10))
    // Five working days after Friday 15 March is the 22nd, when the director is told. The next slot after Friday 29 is on Monday.
    #expect(
      try office.letters(until: "2024-04-12").filter { !$0.contains(" a1 ") } == [
        "2024-03-08 a2 before:7", "2024-03-14 a2 before:1", "2024-03-18 a2 overdue:1", "2024-03-21 a2 overdue:2",
        "2024-03-22 gd superior", "2024-03-25 a2 released:1", "2024-03-25 gd released:1", "2024-04-01 a2 reopened:1",
        "2024-04-01 vp-kh settle",
      ])
  }

  @Test("One that comes back before the day hears that it owes it again, and then the steps from there on")
  func backInTime() throws {
    let office = try Office()
    let all = "Phòng Một (từng đơn vị); Phòng Hai (từng đơn vị)"
    try office.rules(Self.task(lead: all), at: Self.start)
    try office.rules(Self.task(lead: "Phòng Một (từng đơn vị)"), at: Self.change, accepted: true)
    try office.rules(Self.task(lead: all), at: Office.at("2024-03-26", 10))
    #expect(
      try office.letters(until: "2024-04-01").filter { $0.contains(" a2 ") } == [
        "2024-03-22 a2 before:7", "2024-03-26 a2 released:1", "2024-03-27 a2 reopened:1", "2024-03-28 a2 before:1",
        "2024-04-01 a2 overdue:1",
      ])
  }
}
