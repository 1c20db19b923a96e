import CivilCalendar
import Expansion
import Rules
import TestSupport
import Testing

@testable import Reminders

/// Days by hand; the drawn office's calendar has no days off.
@Suite("By whom late days were lost, out of facts and the instants of their recording")
struct DelayAccountTests {
  /// The causes of T's delay on 20 May 2024, with their days.
  private func causes(_ task: String, _ facts: [(String, String)], plan: String = "nhắc: tiêu chuẩn") throws -> [String]
  {
    var office = try DrawnOffice(
      DrawnOffice.book("  " + task, plan: plan), calendar: WorkingCalendar(.init(), covering: 2020...2030))
    for (recorded, line) in facts { office.record(line, at(day(recorded), 9)) }
    let expander = Expander(office.rules, facts: office.facts.map(\.fact))
    #expect(expander.factProblems.isEmpty, "\(expander.factProblems)")
    let account = DelayAccount(
      expander, office.facts, KnownDays(office.rules, office.facts), today: day("2024-05-20"))
    let duties = expander.duties(in: DayRange(first: .first, last: .last)).dated
    #expect(duties.count == 1)
    return duties.first.flatMap(account.delay)?.stretches.map { "\($0.cause.rawValue) \($0.days.count)" } ?? []
  }

  @Test("Late without a reason: its own") func own() throws {
    #expect(try causes("hạn: chậm nhất 10/5/2024", []) == ["own 10"])
    #expect(try causes("hạn: chậm nhất 10/5/2024", [("2024-05-13", "T xong ngày 12/5/2024")]) == ["own 2"])
  }

  @Test("A request takes the days until its answer; an extension is answered when it is recorded") func decision()
    throws
  {
    let asked = ("2024-05-12", "xin gia hạn T ngày 12/5/2024 đến 30/5/2024 vì chờ số liệu")
    #expect(try causes("hạn: chậm nhất 10/5/2024", [asked]) == ["own 2", "decision 8"])
    #expect(
      try causes("hạn: chậm nhất 10/5/2024", [asked, ("2024-05-15", "không đồng ý gia hạn T ngày 15/5/2024 vì gấp")])
        == ["own 2", "decision 3", "own 5"])
    // Due on the 13th by the extension of the 16th: three days behind the new day were still waiting for it.
    #expect(
      try causes("hạn: chậm nhất 10/5/2024", [asked, ("2024-05-16", "gia hạn T đến 13/5/2024 theo CV 5")])
        == ["decision 3", "own 4"])
  }

  @Test("The confirmer's days, until it returns the report") func confirmation() throws {
    let facts = [
      ("2024-05-09", "báo cáo hoàn thành T ngày 09/5/2024"),
      ("2024-05-14", "trả lại T ngày 14/5/2024 vì thiếu phụ lục"),
    ]
    #expect(
      try causes("hạn: chậm nhất 10/5/2024", facts, plan: "nhắc: tiêu chuẩn\n  xác nhận: Giám đốc")
        == ["confirmation 4", "own 6"])
  }

  @Test("Days on which it stood as done, waived or reported until it was opened again are not its own") func reopened()
    throws
  {
    let due = "hạn: chậm nhất 10/5/2024"
    // The 11th and 12th it was late; from the 13th to the 16th it stood as done.
    #expect(
      try causes(due, [("2024-05-12", "T xong ngày 12/5/2024"), ("2024-05-16", "mở lại T vì nhầm")])
        == ["own 2", "told-late 4", "own 4"])
    #expect(
      try causes(due, [("2024-05-08", "miễn T vì thôi"), ("2024-05-16", "mở lại T vì vẫn cần")])
        == ["told-late 6", "own 4"])
    // Done again on the 18th it was late by the two days since it was open.
    #expect(
      try causes(
        due,
        [
          ("2024-05-08", "miễn T vì thôi"), ("2024-05-16", "mở lại T vì vẫn cần"),
          ("2024-05-18", "T xong ngày 18/5/2024"),
        ]) == ["told-late 6", "own 2"])
    let report = ("2024-05-09", "báo cáo hoàn thành T ngày 09/5/2024")
    let plan = "nhắc: tiêu chuẩn\n  xác nhận: Giám đốc"
    // Confirmed on the 12th: two days for the confirmer, then it stood as done.
    #expect(
      try causes(
        due, [report, ("2024-05-12", "xác nhận T ngày 12/5/2024"), ("2024-05-16", "mở lại T vì nhầm")], plan: plan)
        == ["confirmation 2", "told-late 4", "own 4"])
    #expect(
      try causes(
        due,
        [report, ("2024-05-12", "xác nhận T ngày 12/5/2024"), ("2024-05-16", "trả lại T ngày 16/5/2024 vì thiếu")],
        plan: plan) == ["confirmation 2", "told-late 4", "own 4"])
    // Never confirmed, and taken back.
    #expect(
      try causes(due, [report, ("2024-05-16", "mở lại T vì nhầm")], plan: plan) == ["confirmation 6", "own 4"])
  }

  @Test("A day that was given to waiting work: the days until what it waits for comes are not its own") func givenDay()
    throws
  {
    let line = "hạn: trong 5 ngày kể từ ngày Bộ công bố chỉ số"
    let extended = ("2024-05-02", "gia hạn T đến 10/5/2024 theo CV 7")
    #expect(try causes(line, [extended]) == ["waiting 10"])
    #expect(try causes(line, [("2024-05-02", "ấn định T hạn chậm nhất 10/5/2024 theo CV 7")]) == ["waiting 10"])
    // Done without it.
    #expect(try causes(line, [extended, ("2024-05-14", "T xong ngày 14/5/2024")]) == ["waiting 4"])
  }

  @Test("A day that had passed when it was set takes no lateness away, but where there was none before") func setBack()
    throws
  {
    let set = ("2024-05-16", "ấn định T hạn chậm nhất 12/5/2024 theo CV 7")
    #expect(try causes("hạn: chậm nhất 10/5/2024", [set]) == ["own 8"])
    #expect(try causes("hạn: theo tiến độ của Bộ", [set]) == ["told-late 4", "own 4"])
  }

  @Test("Silenced days, from the recording to their end") func silence() throws {
    #expect(
      try causes("hạn: chậm nhất 10/5/2024", [("2024-05-12", "ngừng nhắc T đến 15/5/2024 vì chờ tỉnh")])
        == ["own 2", "silence 3", "own 5"])
  }

  @Test("An event that is recorded days after it happened gives these days back") func toldLate() throws {
    // Due on 6 May: five days behind the 1st; recorded three days later.
    #expect(
      try causes("hạn: trong 5 ngày kể từ ngày Bộ công bố chỉ số", [("2024-05-04", "Bộ công bố chỉ số ngày 01/5/2024")])
        == ["told-late 3", "own 11"])
    #expect(
      try causes("hạn: trong 5 ngày kể từ ngày Bộ công bố chỉ số", [("2024-05-01", "Bộ công bố chỉ số ngày 01/5/2024")])
        == ["own 14"])
    // Recorded on the 10th, nine days late and four behind the due day: the unit has its five days until the 15th.
    #expect(
      try causes("hạn: trong 5 ngày kể từ ngày Bộ công bố chỉ số", [("2024-05-10", "Bộ công bố chỉ số ngày 01/5/2024")])
        == ["told-late 9", "own 5"])
  }

  @Test("Work that is handed over gives the new lead the days before it") func handedOver() throws {
    #expect(
      try causes(
        "hạn: từ 01/5/2024 đến 10/5/2024", [("2024-05-05", "chuyển T kỳ once cho Phòng Kế hoạch theo CV 7")])
        == ["told-late 4", "own 6"])
  }

  @Test("Where a latest day binds, the days until the event came are its") func waiting() throws {
    let line = "hạn: trong 5 ngày kể từ ngày Bộ công bố chỉ số, chậm nhất 10/5/2024"
    // On 20 May it has not come.
    #expect(try causes(line, []) == ["waiting 10"])
    #expect(try causes(line, [("2024-05-13", "Bộ công bố chỉ số ngày 13/5/2024")]) == ["waiting 3", "own 7"])
  }
}
