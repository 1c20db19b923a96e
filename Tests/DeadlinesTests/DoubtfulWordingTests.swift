import CivilCalendar
import Deadlines
import Testing

/// Wordings that honest readers take for different days, and those beside them that are plain.
@Suite("Doubtful wordings") struct DoubtfulWordingTests {
  @Test(
    "are refused with the readings named",
    arguments: [
      ("10-12/2024", "“tháng 10-12/2024”"), ("trong 03-05/2024", "“ngày 03/05/2024”"),
      ("từ 06-10/2024", "“tháng 06-10/2024”"),
      ("ngày 3 hoặc ngày 5/2024", "“và”"), ("10–12/2024", "“tháng 10-12/2024”"), ("7-9", "“ngày 7/9”"),
      ("7.9", "“ngày 7/9”"), ("6/24", "“tháng 6/2024”"),
      ("trước ngày 15/3 hoặc 15/9/2024", "“và”"), ("ngày 10 hoặc 20 hằng tháng", "“và”"),
      ("thứ Hai hoặc thứ Năm hằng tuần", "“và”"), ("ngày 10 các tháng 3, 6 hoặc 9", "“và”"),
      ("ngày 10 tháng 3 hoặc tháng 9", "“và”"), ("tuần đầu tháng 3 hoặc tháng 9", "“và”"),
      ("hằng tháng hoặc hằng quý", "“và”"),
      ("tháng 3 hoặc tháng 9", "“và”"),
      ("quý II hoặc quý IV/2024", "“và”"), ("đầu năm", "Quý I"), ("vào đầu năm 2024", "Quý I"),
      ("thứ Hai 05/6/2024", "thứ Tư, không phải thứ Hai"), ("ngày 05/6/2024 (thứ Hai)", "thứ Tư, không phải thứ Hai"),
      ("thứ 2, ngày 05/6/2024", "thứ Tư, không phải thứ Hai"), ("chủ nhật 05/6/2024", "thứ Tư, không phải Chủ nhật"),
      ("trong 5 ngày kể từ thứ Hai 05/6/2024", "thứ Tư, không phải thứ Hai"),
      ("ngày thứ sáu của tháng", "số của ngày"), ("trước ngày thứ năm hằng tháng", "số của ngày"),
      ("ngày thứ bảy của quý", "số của ngày"), ("thứ Sáu", "“thứ Sáu” nào"), ("trước 16h00 thứ Sáu", "“thứ Sáu” nào"),
      ("thứ sáu của tháng", "“thứ sáu” nào"), ("trước quý", "“quý” nào"), ("đến tháng", "“tháng” nào"),
      ("trước năm", "“năm” nào"), ("trước ngày 15", "của tháng nào"), ("định kỳ", "bao lâu một lần"),
      ("T6", "thứ 6 hay tháng 6"), ("mùng 5 tháng 5", "âm lịch hay dương lịch"),
      ("giữa tháng 6 và tháng 7/2024", "giữa hai kỳ"),
      ("trước Tết Dương lịch", "năm nào"), ("trong dịp Tết", "không nói ngày nào"),
      ("trước khi kết thúc năm học", "Năm học nào"),
      ("12/năm", "số lần"), ("số lượng: 12/năm", "số lần"), ("1/2 năm", "số khác"), ("1/3 số thành viên", "số khác"),
      ("trang 15/3", "số khác"), ("page 15/3", "số khác"), ("trước ngày 15 tháng", "nào"),
      ("trước ngày 20 hằng tháng; tháng 12: trước ngày 15", "thay cho"), ("thứ Sáu tuần sau", "từ hôm nào"),
      ("by the end of next month", "từ hôm nào"), ("dự kiến tháng 6/2024", "chưa là hạn"),
      ("từ năm 2024 trở đi", "Mỗi năm một lần"), ("from Q3 2024", "bắt đầu từ đó"),
      ("after signing, quarterly", "từ khi nào"), ("trong tháng sau khi ký", "theo lịch"),
      ("every six months after signing", "theo lịch"), ("during the year after signing", "theo lịch"),
      ("3 tháng một lần, bắt đầu từ ngày 15/02/2024", "theo lịch"),
    ])
  func areRefused(wording: String, named: String) {
    let reading = DeadlineReader().read(wording)
    #expect(reading.readings.isEmpty)
    #expect(reading.failure?.words.vi.contains(named) == true, "\(reading.failure?.words.vi ?? "")")
  }

  @Test(
    "of two limits, two calendars or a length of time are refused",
    arguments: [
      "the last Monday after 15 June", "the last working day before the end of the month",
      "từ ngày 8/3 đến ngày 12/3 âm lịch", "từ 01/6 đến 15/6, chậm nhất 20/6",
      "from 1 to 15 June, at the latest 10 June",
      "Trước ngày 15/6, muộn nhất ngày 30/6", "trước ngày 15/6 hằng năm, chậm nhất ngày 20/6",
      "monthly for 6 months from signing", "for three months from 1 June 2024", "for 3 months after signing",
      "hằng tháng, chậm nhất 30/9", "ngày 5 hằng tháng, chậm nhất 30/6", "hằng quý, chậm nhất 30/9",
      "quarterly, by 30 September",
      "ngày 15/6, chậm nhất ngày 20/6", "15 June 2024, at the latest 20 June 2024",
      "hằng tháng, 6 tháng đầu năm", "around 15 March", "Close to 15 June",
    ])
  func areRefused(wording: String) { #expect(DeadlineReader().read(wording).freeText.isEmpty) }

  @Test(
    "of bounded rhythms and last days before a day mean what they say",
    arguments: [
      ("the last business day before 15 June 2024", "vào ngày cách 01 ngày làm việc trước ngày 15/06/2024"),
      ("thứ Sáu cuối cùng trước Tết", "vào thứ Sáu đầu trước Tết Nguyên đán"),
      ("hằng quý đến 30/9", "hằng quý, đến hết ngày 30/09"), ("daily until 30 June", "hằng ngày, đến hết ngày 30/06"),
      ("ngày 25 hằng tháng đến 30/9", "hằng tháng, vào ngày 25 của tháng, đến hết ngày 30/09"),
      ("every Friday until 30 June", "hằng tuần, vào thứ Sáu của tuần, đến hết ngày 30/06"),
      ("từ ngày 8 đến ngày 12 tháng 3 âm lịch", "từ ngày 08/03 âm lịch đến hết ngày 12/03 âm lịch"),
      (
        "From the 25th to the 5th of the following month",
        "hằng tháng, từ ngày 25 của tháng đến hết ngày 05 của tháng sau"
      ),
    ])
  func areRead(wording: String, meant: String) {
    let readings = DeadlineReader().read(wording).freeText
    #expect(readings.count == 1)
    #expect(readings == DeadlineReader().read(meant).freeText)
  }

  static let plain: [Variants] = [
    Variants(at(.on, civil(2024, 12, 10)), "ngày 10-12/2024", "10-12-2024", "ngày 10.12.2024"),
    Variants(at(.before, civil(nil, 5, 31)), "trước ngày 31-5", "trước ngày 31.5"),
    Variants(range(from: civil(nil, 4, 15), to: civil(nil, 5, 15)), "từ ngày 15-4 đến 15-5", "15.4 – 15.5"),
    Variants(range(from: civil(2024, 6, 10), to: civil(2024, 6, 12)), "10-12/6/2024", "ngày 10-12/6/2024"),
    Variants(during(through(month(6), month(10))), "từ tháng 6-10/2024", "tháng 6-10/2024"),
    Variants(during(through(month(9), month(10))), "tháng 9 hoặc tháng 10 năm 2024"),
    Variants(each(yearly, .on, civil(nil, 9, 5)), "5-9 hằng năm", "ngày 5-9 hằng năm"),
    Variants(at(.on, civil(2024, 6, 5)), "thứ Tư 05/6/2024", "ngày 05/6/2024 (thứ Tư)", "T4, 05/6/2024"),
    Variants(at(.on, .agreed(.monday, civil(nil, 6, 3))), "thứ Hai, ngày 03/6", "03/6 (thứ Hai)", "Monday, 3 June"),
    Variants(at(.on, civil(2024, 6, 1)), "mùng 1/6/2024", "ngày 01/6/2024 dương lịch"),
    Variants(at(.before, civil(2025, 1, 1)), "trước Tết Dương lịch 2025"),
    Variants(at(.before, lunar(2024, 12, 30)), "trước 30 Tết 2025", "trước ngày 30 Tết Ất Tỵ 2025"),
    Variants(at(.on, lunar(2025, 1, 6)), "mùng 6 Tết 2025", "mùng 6 Tết năm 2025"),
    Variants(at(.on, lunar(nil, 7, 15)), "rằm tháng 7", "ngày 15/7 âm lịch"),
    Variants(at(.by, civil(2026, 9, 23)), "trước tối thứ Tư 23/9/2026", "chậm nhất 23/9/2026"),
    Variants(during(through(month(6), month(8))), "T6-T8/2024", "T6, T7, T8/2024"),
    Variants(during(month(6), month(9)), "T6 và T9/2024"),
    Variants(each(monthly, .on, .day(6, of: .own(.month))), "ngày thứ 6 của tháng", "ngày 6 hằng tháng"),
    Variants(each(monthly, .on, .day(8, of: .own(.month))), "ngày thứ tám của tháng"),
    Variants(
      each(monthly, .on, .ordinal(.weekday(.friday), 1, of: .period(.own(.month)))), "thứ sáu đầu tiên của tháng"),
    Variants(
      each(.every(.week), .on, .ordinal(.weekday(.friday), 1, of: .period(.own(.week)))), "hằng tuần, vào thứ Sáu",
      "thứ Sáu hằng tuần", "ngày thứ sáu của tuần", "mỗi thứ Sáu"),
    Variants(
      each(monthly, .on, .ordinal(.weekday(.friday), 1, of: .part(.week(2), of: .own(.month)))),
      "thứ 6 tuần 2 hằng tháng", "hằng tháng vào thứ 6 tuần 2", "hằng tháng, vào thứ Sáu tuần thứ hai của tháng"),
    Variants(at(.notBefore, .first(of: .period(.planYear))), "từ đầu năm"),
    Variants(
      range(from: .first(of: .period(calendarYear(2024))), to: civil(2024, 6, 30)), "từ đầu năm 2024 đến 30/6/2024"),
    Variants(at(.before, .last(of: .period(month(6, nil)))), "trước cuối tháng 6", "trước khi hết tháng 6"),
    Variants(at(.by, .last(of: .period(month(6, nil)))), "đến hết tháng 6", "chậm nhất cuối tháng 6"),
    Variants(
      each(monthly, .by, .last(of: .period(.own(.month)))), "đến hết tháng", "chậm nhất trong tháng",
      "hằng tháng, đến hết tháng"),
  ]

  static let limits: [Variants] = [
    Variants(
      range(from: .first(of: .period(quarter(4, 2023))), to: civil(2024, 1, 15)), "quý IV/2023, chậm nhất 15/01/2024",
      "Quý IV/2023 (chậm nhất ngày 15/01/2024)"),
    Variants(
      .at([Place(.before, .day(civil(2024, 1, 15)), opens: .first(of: .period(quarter(4, 2023))))]),
      "quý IV/2023, trước ngày 15/01/2024"),
    Variants(
      range(from: .first(of: .period(calendarYear(2024))), to: civil(2024, 10, 15)),
      "9 tháng đầu năm 2024, chậm nhất 15/10/2024"),
    Variants(
      range(from: .first(of: .part(.late, of: month(3))), to: civil(2024, 4, 25)),
      "từ cuối tháng 3 đến đầu tháng 4/2024, chậm nhất 25/4/2024"),
    Variants(
      range(from: .first(of: .period(quarter(1))), to: .last(of: .period(month(4)))),
      "quý I/2024, chậm nhất đến hết tháng 4/2024"),
    Variants(
      range(from: .day(1, of: month(6)), to: civil(2024, 6, 25)), "đầu tháng 6/2024, chậm nhất 25/6/2024"),
  ]

  @Test("beside them are read and read back", arguments: plain + limits)
  func areRead(variants: Variants) {
    let meaning = Deadline(variants.form)
    for wording in variants.wordings {
      let reading = DeadlineReader().read(wording)
      #expect(reading.freeText == [meaning], "\(wording): \(reading.failure?.words.en ?? "")")
    }
    for language in WordingLanguage.allCases {
      let text = CanonicalWording(language).text(of: meaning)
      #expect(DeadlineReader().read(text).freeText == [meaning], "\(text)")
    }
  }

  @Test(
    "a latest day before a window, or of an unsaid year behind it, is no limit of it",
    arguments: [
      "3 ngày làm việc đầu tháng 6/2024, chậm nhất 10/6/2024", "quý II/2024, chậm nhất 15/3/2024",
      "quý IV, chậm nhất 15/01/2025", "quý IV/2023, chậm nhất 15/01",
    ])
  func noLimit(wording: String) { #expect(DeadlineReader().read(wording).readings.isEmpty) }

  @Test(
    "deadlines for some and for others keep their labels",
    arguments: [
      (
        "đối với cấp tỉnh trước ngày 10, đối với cấp xã trước ngày 5 hằng tháng",
        "cấp tỉnh: trước ngày 10 hằng tháng; cấp xã: trước ngày 5 hằng tháng"
      ),
      (
        "hằng tháng, đối với cấp tỉnh trước ngày 10, đối với cấp xã trước ngày 5",
        "cấp tỉnh: trước ngày 10 hằng tháng; cấp xã: trước ngày 5 hằng tháng"
      ),
      ("đợt 1 trước ngày 15/3, đợt 2 trước ngày 15/9/2024", "đợt 1: trước ngày 15/3/2024; đợt 2: trước ngày 15/9/2024"),
      ("lần thứ nhất vào tháng 4, lần thứ hai vào tháng 10", "lần 1: tháng 4; lần 2: tháng 10"),
      (
        "chậm nhất ngày 30/7 đối với báo cáo 6 tháng, ngày 31/3 năm sau đối với báo cáo năm",
        "báo cáo 6 tháng: chậm nhất ngày 30/7; báo cáo năm: chậm nhất ngày 31/3 năm sau"
      ),
      (
        "02 lần/năm: lần 1 trước 30/6, lần 2 trước 31/12",
        "lần 1: hằng năm, trước ngày 30/6; lần 2: hằng năm, trước ngày 31/12"
      ),
      (
        "trước ngày 15/6 (báo cáo 6 tháng), trước ngày 15/12 (báo cáo năm)",
        "báo cáo 6 tháng: trước ngày 15/6; báo cáo năm: trước ngày 15/12"
      ),
      ("cấp xã: trước 10/6/2024, cấp huyện: trước 15/6/2024", "cấp xã: trước 10/6/2024; cấp huyện: trước 15/6/2024"),
      ("trước 15/3/2024 (đợt 1) và trước 15/9/2024 (đợt 2)", "đợt 1: trước 15/3/2024; đợt 2: trước 15/9/2024"),
    ])
  func labels(wording: String, meant: String) {
    let reading = DeadlineReader().read(wording)
    #expect(reading.freeText.count == 1, "\(reading.failure?.words.en ?? "")")
    #expect(reading.freeText == DeadlineReader().read(meant).freeText)
  }

  @Test(
    "a label swallows no deadline, and a day without its month takes none from another's report",
    arguments: [
      "ngày 15 hằng tháng, riêng tháng 2 ngày 10", "hằng quý, riêng quý IV trước 15/12",
      "trước ngày 15/3/2024, cấp xã: trước ngày 10/6/2024", "hằng quý, riêng quý IV: trước 15/12",
      "Báo cáo quý: trước ngày 20; báo cáo tháng: trước ngày 5 hằng tháng",
    ])
  func noLabels(wording: String) { #expect(DeadlineReader().read(wording).readings.isEmpty) }

  @Test(
    "canonical wordings are those that offices write",
    arguments: [
      ("thứ Sáu hằng tuần", "hằng tuần, vào thứ Sáu của tuần"),
      ("ngày 10 hằng tháng", "hằng tháng, vào ngày 10 của tháng"),
      ("18 tháng một lần", "định kỳ 18 tháng một lần"),
      ("trong 24 giờ kể từ ngày nhận được hồ sơ", "trong 24 giờ kể từ khi nhận được hồ sơ"),
      ("sau 10 tháng 6", "sau ngày 10/06"), ("sau quý II/2024", "sau Quý II/2024"),
      ("quý IV/2023, trước 15/01/2024", "bắt đầu từ ngày đầu tiên của Quý IV/2023, trước ngày 15/01/2024"),
    ])
  func canonical(wording: String, canonical: String) {
    let meanings = DeadlineReader().read(wording).freeText
    #expect(meanings.map { CanonicalWording(.vi).text(of: $0) } == [canonical])
    #expect(DeadlineReader().read(canonical).freeText == meanings)
  }

  @Test(
    "are no surer with words left out",
    arguments: [
      "every six months after signing", "3 tháng một lần, bắt đầu từ ngày 15/02/2024", "báo cáo trong tháng sau khi ký",
      "nộp báo cáo 10-12/2024", "họp thứ Hai 05/6/2024",
    ])
  func repaired(wording: String) {
    #expect(DeadlineRepair(planYear: 2024).read(wording).reading.readings.isEmpty)
  }
}
