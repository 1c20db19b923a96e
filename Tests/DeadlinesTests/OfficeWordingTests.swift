import CivilCalendar
import Deadlines
import Testing

/// What offices write of reports, hours, holidays and parties.
@Suite("Wordings of offices") struct OfficeWordingTests {
  private static func shifted(_ days: Int, after day: DateExpression) -> DateExpression {
    .shifted([CalendarDuration(days, .day)], backwards: false, from: day)
  }
  private static func ofMonth(_ day: Int) -> DateExpression { .day(day, of: .own(.month)) }
  private static func within(_ days: Int, of event: String) -> DeadlineForm {
    .counted(CountedDeadline(.within, [CalendarDuration(days, .day)], of: .event(.single(EventMention(event)))))
  }

  static let meanings: [Variants] = [
    Variants(
      at(.on, at: ClockTime(hour: 9, minute: 30), civil(2023, 6, 5)), "05/6/2023 (9 giờ 30 phút)", "05/6/2023: 9h30",
      "9h30 ngày 05/6/2023", "05/6/2023, từ 8h đến 9h30"),
    Variants(
      range(from: civil(2018, 12, 1), to: civil(2018, 12, 22)),
      "giờ hành chính các ngày làm việc từ 01/12/2018 đến 22/12/2018",
      "từ ngày 01/12/2018 đến ngày 22/12/2018 (giờ hành chính)",
      "từ ngày 1 đến ngày 22.12-2018", "từ ngày 1 đến 22-12-2018", "Tuần thứ 48 từ ngày 01/12/2018 đến ngày 22/12/2018"),
    Variants(at(.by, civil(2021, 11, 30)), "tối đa đến ngày 30/11/2021"),
    Variants(
      at(.before, at: ClockTime(hour: 16, minute: 30), civil(2025, 3, 10)),
      "trước 16h30 ngày 10/3/2025 (giờ Hà Nội)", "trước 16h30 ngày 10/3/2025 (tính theo ngày đến của Văn thư)"),
    Variants(at(.before, civil(2024, 4, 30)), "trước dịp lễ 30/4 và 01/5/2024", "trước lễ 30/4/2024"),
    Variants(range(from: lunar(nil, 1, 1), to: lunar(nil, 1, 4)), "từ mùng 1 đến mùng 4 tết"),
    Variants(
      range(from: civil(2026, 2, 16), to: civil(2026, 2, 20)),
      "từ thứ hai ngày 16/2/2026 (29 tháng Chạp) đến hết thứ sáu, ngày 20/2/2026 (mùng 4 tháng Giêng)"),
    Variants(
      each(monthly, .on, ofMonth(1), ofMonth(11), ofMonth(21)),
      "Định kỳ 10 ngày một lần, vào các ngày 01, 11, 21 hằng tháng"),
    Variants(
      at(.by, shifted(30, after: civil(nil, 6, 30)), shifted(30, after: civil(nil, 12, 31))),
      "chậm nhất sau 30 ngày kể từ ngày kết thúc đợt quan trắc (ngày 30/6, 31/12)"),
    Variants(
      .counted(
        CountedDeadline(
          .inPeriod(
            Place(.on, .day(.ordinal(.weekday(.monday), 1, of: .period(.neighbour(.week, 1, of: .own(.week))))))),
          of: .event(.single(EventMention("khai giảng"))))),
      "thứ Hai đầu tiên sau khi khai giảng", "vào thứ Hai tuần kế tiếp sau ngày khai giảng"),
    Variants(within(3, of: "cuộc họp"), "trong 3 ngày sau mỗi cuộc họp", "sau mỗi cuộc họp, chậm nhất 3 ngày"),
    Variants(
      .counted(CountedDeadline(.after, of: .event(.single(EventMention("tổng kết năm học 2023-2024"))))),
      "sau khi tổng kết năm học 2023-2024"),
    Variants(
      .each(
        Rhythm(.every(.year, interval: 2), start: .parity(isOdd: true)), [Place(.on, .window(.period(quarter(3, nil))))]
      ),
      "02 năm một lần, vào quý III các năm lẻ"),
  ]

  @Test("have one meaning, which prints and reads back", arguments: meanings)
  func haveOneMeaning(variants: Variants) {
    for wording in variants.wordings {
      let reading = DeadlineReader().read(wording)
      #expect(reading.freeText == [Deadline(variants.form)], "\(wording): \(reading.failure?.words.en ?? "")")
    }
    let printed = CanonicalWording(.vi).text(of: Deadline(variants.form))
    #expect(DeadlineReader().read(printed).freeText == [Deadline(variants.form)], "\(printed)")
  }

  @Test(
    "mean the same as plain ones",
    arguments: [
      (
        "Báo cáo tuần: trước 15h00 thứ Sáu; báo cáo tháng: trước ngày 25",
        "Báo cáo tuần: trước 15h00 thứ Sáu hằng tuần; báo cáo tháng: trước ngày 25 hằng tháng"
      ),
      ("02 lần/ngày, trước 10h00 và 16h00", "hằng ngày, trước 10h00 và 16h00"),
      ("kể từ ngày 15/3 đến trước ngày 30/4", "bắt đầu từ ngày 15/03, trước ngày 30/04"),
      (
        "từ ngày 01 đầu tháng đến hết ngày cuối cùng của tháng",
        "hằng tháng, từ ngày 01 đến hết ngày cuối cùng của tháng"
      ),
      (
        "không muộn hơn 10 ngày làm việc đầu tiên của năm tài chính mới",
        "chậm nhất 10 ngày làm việc đầu tiên của năm tài chính"
      ),
      ("định kỳ 06 (sáu) tháng", "định kỳ 6 tháng"), ("Định kỳ 6 tháng, 1 năm", "định kỳ 6 tháng, năm"),
      (
        "trong giai đoạn 2021-2025, mỗi năm một lần",
        "01 lần mỗi năm, từ ngày đầu tiên của giai đoạn 2021-2025, đến hết ngày cuối cùng của giai đoạn 2021-2025"
      ),
      (
        "ngày 25 hàng tháng; nếu ngày 25 là ngày nghỉ thì gửi vào ngày làm việc liền trước",
        "ngày 25 hằng tháng, nếu trùng ngày nghỉ thì ngày làm việc trước"
      ),
      (
        "Khối 7: từ 28/03 đến 02/04/2022; riêng Khối 6 kiểm tra từ 04/04 đến 09/04/2022",
        "Khối 7: từ 28/03/2022 đến 02/04/2022; Khối 6 kiểm tra: từ 04/04/2022 đến 09/04/2022"
      ),
    ])
  func areAlike(wording: String, meant: String) {
    let reading = DeadlineReader().read(wording).freeText
    #expect(reading.count <= 1)
    #expect(reading == DeadlineReader().read(meant).freeText)
  }

  @Test(
    "lose nothing but what is done",
    arguments: [
      (
        "Trong 05 ngày làm việc phải công khai báo cáo kể từ ngày nhận hồ sơ",
        "trong 05 ngày làm việc kể từ ngày nhận hồ sơ"
      ),
      (
        "Trong 7 ngày làm việc (kể từ ngày kết thúc đợt khám đối với người bệnh) phải gửi dữ liệu",
        "trong 7 ngày làm việc kể từ ngày kết thúc đợt khám"
      ),
      ("hằng năm, người sử dụng lao động tổ chức khám sức khỏe ít nhất một lần", "ít nhất 01 lần mỗi năm"),
      ("05 ngày/đợt, mỗi năm 02 đợt vào tháng 5 và tháng 10", "mỗi năm 02 đợt vào tháng 5 và tháng 10"),
      (
        "Đợt 1: nộp trước ngày 10/3/2025; đợt 2: nộp trước ngày 10/9/2025",
        "đợt 1: trước 10/3/2025; đợt 2: trước 10/9/2025"
      ),
      ("Từ nay đến hết năm 2024, báo cáo vào ngày 20 hằng tháng", "ngày 20 hằng tháng, đến hết năm 2024"),
      (
        "03 ngày làm việc (đối với hồ sơ thông thường), 01 ngày làm việc (đối với hồ sơ khẩn)",
        "hồ sơ thông thường: trong 03 ngày làm việc; hồ sơ khẩn: trong 01 ngày làm việc"
      ),
      ("các xã vào ngày 10/3, các phường vào ngày 15/3", "các xã: vào ngày 10/3; các phường: vào ngày 15/3"),
      (
        "Báo cáo hằng quý gửi trước ngày 15 của tháng cuối quý (số liệu tính từ ngày 15 tháng cuối quý trước đến ngày 14 "
          + "tháng cuối quý báo cáo)", "hằng quý, trước ngày 15 của tháng cuối quý"
      ),
      ("báo cáo theo mẫu phụ lục 1, gửi Bộ trước ngày 31/01/2024", "trước ngày 31/01/2024"),
      (
        "Kỳ báo cáo thống kê 6 tháng được tính từ ngày 01/01 đến hết ngày 30/6 hằng năm",
        "hằng năm, từ ngày 01/01 đến hết ngày 30/6"
      ), ("Thời hạn nộp là 20 ngày kể từ ngày kết thúc tháng", "trong 20 ngày kể từ ngày kết thúc tháng"),
    ])
  func areRepaired(wording: String, meant: String) {
    let reading = DeadlineRepair(planYear: 2024).read(wording).reading.freeText
    #expect(reading.count == 1)
    #expect(reading == DeadlineReader().read(meant).freeText)
  }

  @Test(
    "that say no one day are refused",
    arguments: [
      "15 ngày/lần, trước ngày 20/6", "hằng năm, được hưởng 12 ngày", "Báo cáo năm: trước ngày 15",
      "Trong 5 ngày làm việc phải trả kết quả kể từ ngày 01/7/2024", "từ 03 đến 06 tháng", "trước ngày 10/12 năm thứ 5",
      "trước lễ 30/4 và 02/9", "03 lần/ngày, trước 10h00 và 16h00",
      "Báo cáo quý: trước ngày 25", "10 ngày một lần, vào các ngày 01, 21 hằng tháng",
      "các xã trước 10/3, các phường 15/3", "thứ Ba đầu tiên sau khi họp",
      "Năm học 2024-2025: trước ngày 30/9; các năm học tiếp theo: trước ngày 15/9",
    ])
  func areRefused(wording: String) {
    #expect(DeadlineRepair(planYear: 2024).read(wording).reading.freeText.isEmpty)
  }
}
