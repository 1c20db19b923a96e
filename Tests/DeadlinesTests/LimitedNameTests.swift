import Deadlines
import Testing

/// A name swallows nothing that changes the count, adds a rhythm or limits the deadline.
@Suite("Names and labels") struct LimitedNameTests {
  private func read(_ wording: String) -> [Deadline] { DeadlineReader().read(wording).freeText }

  @Test(
    "of events end before what limits the deadline",
    arguments: [
      "trong 10 ngày kể từ ngày nhận, không tính ngày nghỉ", "trong 10 ngày kể từ ngày nhận (làm việc)",
      "trong 10 ngày kể từ ngày nhận (không kể thứ Bảy, Chủ nhật, ngày lễ)",
      "trong 10 ngày kể từ ngày nhận, tính theo ngày làm việc", "trong 10 ngày kể từ ngày nhận tính theo ngày làm việc",
      "trong 10 ngày kể từ ngày ký, hằng quý", "trong 10 ngày kể từ ngày ký, mỗi quý báo cáo một lần",
      "trong 10 ngày kể từ ngày ký, sau đó hằng tháng", "trong 10 ngày kể từ ngày ký và báo cáo hằng tháng",
      "trong 10 ngày kể từ ngày ký, có thể kéo dài", "ngay sau khi ký, hằng tháng", "ngay sau khi ký và hằng tháng",
      "sau khi họp, hai tháng một lần", "khi có yêu cầu hoặc hằng quý", "khi có thay đổi trong quý II, III",
      "within 10 days after signing, excluding holidays", "within 10 days after signing (excluding weekends)",
      "after approval, every quarter", "after approval, on a monthly basis", "before approval, each day",
      "within 10 days after signing, hằng quý", "immediately after signing and then every month",
      "upon signing and on each anniversary", "within one month of receipt, extendable by two further months",
      "within 10 days of receipt, at most twice a year", "within 10 days of receipt, until 2025",
      "whenever a change occurs other than in July",
    ])
  func events(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "of events are no periods, days or lengths of time",
    arguments: [
      "from Q3 to Q1", "on day 60 of the year", "on even days", "on odd days",
      "40 days after the end of the first, second and third quarters", "by the end of the second term",
      "within 15 days of the end of the month of sale", "sau một năm", "sau hai tháng", "sau vài ngày",
    ])
  func periods(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "of timetables end before a rhythm",
    arguments: [
      "theo tiến độ của tỉnh, hằng quý", "theo kế hoạch, hằng quý", "theo kế hoạch của Bộ, mỗi quý một lần",
      "theo tiến độ, thường xuyên", "theo tiến độ năm 2024, 2025", "per the Ministry's plan, every quarter",
      "theo yêu cầu hoặc hằng quý",
    ])
  func timetables(wording: String) { #expect(read(wording).isEmpty) }

  @Test(
    "hold commas, brackets and rhythms of their own",
    arguments: [
      ("trong 10 ngày kể từ ngày nhận được báo cáo hằng năm", "nhận được báo cáo hằng năm"),
      ("trong 10 ngày kể từ ngày nhận hồ sơ, tài liệu", "nhận hồ sơ, tài liệu"),
      ("sau khi Bộ, ngành công bố TTHC liên quan", "Bộ, ngành công bố TTHC liên quan"),
      ("trong 24 giờ kể từ khi xảy ra sự cố, tai nạn hàng không", "xảy ra sự cố, tai nạn hàng không"),
      ("trong 5 ngày kể từ ngày ban hành Kế hoạch, Chương trình năm 2024", "ban hành Kế hoạch, Chương trình năm 2024"),
      ("within 30 days after the end of the session", "end of the session"),
    ])
  func whole(wording: String, name: String) {
    let mentions = read(wording).first?.mentions ?? []
    #expect(mentions.count == 1)
    #expect("\(mentions)".contains("\"\(name)\""), "\(mentions)")
  }

  @Test(
    "are no limits, negations or facts",
    arguments: [
      "Đối với hồ sơ giấy trong 5 ngày, hồ sơ điện tử trong 3 ngày",
      "đối với đơn vị nộp sau ngày 15/6, chậm nhất 30/6", "đối với đơn vị nộp trước ngày 15/6, chậm nhất 30/6",
      "3 lần/năm: tháng 3, tháng 6", "trước 15/6: trước 30/6", "đến 15/6: 30/6", "by 15 June: before 30 June",
      "không nộp: 15/6",
      "không áp dụng: quý II", "trừ tháng 7: trước 15/8", "Except July: before 15 August", "tạm hoãn: 15/6",
      "bãi bỏ: 15/6/2024", "Cancelled: 15 June", "Suspended: Q2", "số: 15/6", "ngày sinh: 15/6/1990",
      "Date of birth: 15 June 1990", "ngày ban hành: 15/6/2024", "Issued: 15 June 2024",
    ])
  func labels(wording: String) { #expect(read(wording).isEmpty) }

  @Test("tell a part of the year no honest reader takes for the whole of it")
  func standing() {
    #expect(read("Trong khi chờ ký").isEmpty)
    #expect(read("Trong thời gian diễn ra hội nghị").isEmpty)
    #expect(read("tháng tư, năm") == read("tháng 4 đến tháng 5"))
  }

  @Test("of cases behind a semicolon are none")
  func cases() {
    let meaning = read("01 lần mỗi quý; khi có yêu cầu")
    #expect(meaning.map { CanonicalWording(.vi).text(of: $0) } == ["01 lần mỗi quý; khi có yêu cầu"])
  }
}
