import Deadlines
import Testing

/// Why wordings are refused: each refusal with a wording that reaches it.
@Suite("Refusals") struct RefusalTests {
  static let wordings: [(code: String, wording: String)] = [
    ("figure.count", "12/năm"), ("figure.share", "1/3 số thành viên"), ("figure.number", "trang 15/3"),
    ("day.cut", "trước ngày 15 tháng"), ("rhythm.replaced", "trước ngày 20 hằng tháng; tháng 12: trước ngày 15"),
    ("period.next", "thứ Sáu tuần sau"), ("rhythm.after-event", "after signing, quarterly"),
    ("period.from", "from Q3 2024"),
    ("years.from", "từ năm 2024 trở đi"), ("day.expected", "dự kiến tháng 6/2024"), ("table-row", "1\ttrước ngày 15/3"),
    ("weekday.other", "thứ Hai 05/6/2024"), ("year.short", "trước 15/3/24"), ("month.or-day", "6/24"),
    ("month.before-day", "9/15/2024"), ("day.none", "trước ngày 31/02/2024"), ("month.none", "trước tháng 13"),
    ("quarter.none", "Quý V/2024"), ("marks.lost", "truoc ngay 15/3"), ("rhythm.unsaid", "định kỳ"),
    ("day.of-month", "by the 15th"), ("weekday.of-week", "by Friday"), ("figure.range", "10-12/2024"),
    ("figure.range", "7-9"), ("weekday.which", "trước 16h00 thứ Sáu"), ("weekday.numbered", "ngày thứ sáu của tháng"),
    ("day.which", "trước ngày 15"), ("period.which", "trước quý"), ("month.or-weekday", "T6"),
    ("day.calendar", "mùng 5 tháng 5"), ("period.middle", "giữa tháng 6 và tháng 7/2024"),
    ("period.this", "trong tuần này"),
    ("day.year", "trước Tết Dương lịch"), ("year.early", "vào đầu năm 2024"), ("day.occasion", "trong dịp Tết"),
    ("year.school", "trước khi kết thúc năm học"), ("alternative", "ngày 10 hoặc 20 hằng tháng"),
    ("cut", "trước ngày 15/6 và"), ("day.near", "Tầm 15/6"), ("bound.vague", "Beyond 15 June"),
    ("year.two", "năm học 2024-2025, trước ngày 30/6"), ("length.half", "một tháng rưỡi kể từ ngày ký"),
    ("misspelt", "Quý ll/2024"), ("not-due", "Đừng nộp trước ngày 15/6"), ("stopped", "Ngừng tiếp nhận từ 15/6"),
    ("rhythm.picked", "trước 15/6/2024, sau đó hằng năm"), ("case", "on request by 15 June"),
    ("day.other", "đã nộp ngày 15/6"), ("alternative", "nộp trước ngày 15/5 hoặc 20/6"),
    ("rhythm.from-event", "every six months after signing"), ("rhythm.from-day", "3 tháng một lần, từ ngày 15/02/2024"),
    ("day-off.unsaid", "ngày 15 hằng tháng, nếu trùng ngày nghỉ thì bỏ qua"),
    ("day-off.unsaid", "the 15th of each month, if a holiday, skip"),
    ("once.in-year", "twice a year (June and December), once in 2024"),
    ("day.tentative", "tentative date: 15 June 2024"), ("deadline.old", "hạn cũ: 15/6/2024"),
    ("deadline.old", "former deadline: 15 June 2024"), ("period.reported", "kỳ báo cáo: từ 15/12/2023 đến 14/6/2024"),
    ("period.reported", "reporting period: 1 January to 30 June 2024"),
    ("period.of-data", "báo cáo kết quả từ ngày 01/01/2024 đến ngày 30/6/2024"),
    ("period.of-data", "data from 1 January to 30 June 2024"), ("in-force", "có hiệu lực từ ngày 01/7/2024"),
    ("in-force", "takes effect on 1 July 2024"), ("in-force", "fiscal year ends 31 December"),
    ("consequence", "ai nộp trước ngày 15/6 được thưởng"),
    ("consequence", "if submitted by 15 June 2024, a discount applies"),
    ("length.kept", "niêm yết công khai 15 ngày liên tục kể từ ngày 01/6"),
    ("length.kept", "keep records for at least 5 years"), ("not-due", "đóng cửa từ 15/6 đến 30/6"),
    ("day.other", "người sinh trước ngày 01/01/1990"), ("day.other", "companies formed before 1 January 2024"),
    ("bound.vague", "the quarter before 15 June 2024"), ("bound.vague", "by 15 June each year, in 2024 by 30 June"),
    ("day.tentative", "Expected: 15 June 2024"), ("day.tentative", "Thời gian dự kiến: Quý II/2024"),
    ("day.past", "Đã hoàn thành: 15/6/2024"), ("day.past", "Actual completion date: 15 June 2024"),
    ("day.other", "List all documents issued from 1 January 2024 to 30 June 2024"),
    ("day.other", "Rà soát hồ sơ cán bộ sinh năm 1964"), ("day.other", "The board met on 15 June 2024"),
    ("season", "Vụ Đông Xuân 2023-2024"), ("bound.two", "Trước ngày 15/6, muộn nhất ngày 30/6"),
    ("rhythm.except", "monthly, unless: June and December"), ("rhythm.other-day", "Daily by 4 pm, Fridays by 3 pm"),
    ("cut", "trong vòng"), ("cut", "nộp trước"), ("cut", "within 30 days of"), ("cut", "mỗi"),
    ("year.shared", "trước ngày 15/01; trước ngày 15/02 năm sau"),
    ("timetable.days", "theo hướng dẫn của Bộ Y tế, từ ngày 10 hằng tháng"), ("empty", " "),
    ("beginning", "chuối chín"), ("unexpected", "trước ngày 15/3 chuối"),
  ]

  @Test("tell what was found", arguments: wordings) func areTold(code: String, wording: String) {
    #expect(DeadlineReader().read(wording).failure?.code == code)
  }

  /// What is missing is named.
  @Test(
    "say what is missing",
    arguments: [
      ("trước", "a day or a period"), ("kể từ", "a day or an event"), ("trong vòng", "a number of days"),
      ("every", "a day, week, month"), ("theo", "a document or schedule"), ("ngày 15/3 và", "what follows"),
    ])
  func missing(wording: String, missing: String) {
    #expect(DeadlineReader().read(wording).failure?.words.en.contains("\(missing)") == true)
  }

  /// Repair mends the others.
  private static let mended: Set = ["marks.lost", "rhythm.unsaid", "unexpected"]

  @Test("are the same in repair where nothing may be mended", arguments: wordings.filter { !mended.contains($0.code) })
  func areKept(code: String, wording: String) {
    #expect(DeadlineRepair(planYear: 2024).read(wording).reading.failure?.code == code)
  }

  @Test(
    "are none of what is due beside such words",
    arguments: [
      ("Kỳ báo cáo: hằng quý", "Kỳ báo cáo: hằng quý"),
      ("Thực hiện nhiệm vụ thu ngân sách trước ngày 15/6", "trước ngày 15/6"),
      ("Companies registered in Vietnam shall report by 15 June 2024", "by 15 June 2024"),
      ("Hoàn thành tuyển dụng trước ngày 30/6", "trước ngày 30/6"),
      ("Requirements met in full by 15 June 2024", "by 15 June 2024"),
      ("Giải quyết hồ sơ tồn đọng trước ngày 30/6", "trước ngày 30/6"),
      ("Báo cáo số liệu từ ngày 01/01 đến ngày 30/6, gửi trước ngày 10/7", "trước ngày 10/7"),
      ("The report for the year ended 31 December 2023 is due by 15 February 2024", "by 15 February 2024"),
      ("trong 3 năm 2024-2026", "giai đoạn 2024-2026"),
    ])
  func areNone(wording: String, meant: String) {
    let repaired = DeadlineRepair(planYear: 2024).read(wording)
    #expect(repaired.reading.freeText == DeadlineReader().read(meant).freeText)
    #expect(repaired.reading.freeText.count == 1)
  }
}
