import CivilCalendar
import Deadlines
import Testing

/// Wordings of one meaning, which is written out by hand.
struct Variants: Sendable, CustomTestStringConvertible {
  let form: DeadlineForm
  let wordings: [String]

  init(_ form: DeadlineForm, _ wordings: String...) {
    self.form = form
    self.wordings = wordings
  }

  var testDescription: String { wordings[0] }
}

/// A calendar year; nil: the plan's.
func calendarYear(_ year: Int?) -> PeriodExpression { year.map { .year(.year, $0) } ?? .planYear }
func quarter(_ index: Int, _ year: Int? = 2024) -> PeriodExpression {
  .child(.quarter, index, of: calendarYear(year))
}
func month(_ index: Int, _ year: Int? = 2024) -> PeriodExpression { .child(.month, index, of: calendarYear(year)) }
func civil(_ year: Int?, _ month: Int, _ day: Int) -> DateExpression { .civil(year: year, month: month, day: day) }
func lunar(_ year: Int?, _ month: Int, _ day: Int) -> DateExpression {
  .lunar(LunarDay(month: month, day: day), of: calendarYear(year))
}

/// So bounded, each of the days.
func at(_ bound: Bound, at time: ClockTime? = nil, _ days: DateExpression...) -> DeadlineForm {
  .at(days.map { Place(bound, .day($0), time: time) })
}
func range(from first: DateExpression, to last: DateExpression) -> DeadlineForm {
  .at([Place(.by, .day(last), opens: first)])
}
func during(_ windows: WindowExpression...) -> DeadlineForm { .at(windows.map { Place(.on, .window($0)) }) }
func during(_ periods: PeriodExpression...) -> DeadlineForm { .at(periods.map { Place(.on, .window(.period($0))) }) }
func through(_ first: PeriodExpression, _ last: PeriodExpression) -> WindowExpression {
  .through(.period(first), .period(last))
}

/// In each period of the rhythm, so bounded, each of the days.
func each(_ rhythm: Rhythm, _ bound: Bound, _ days: DateExpression...) -> DeadlineForm {
  .each(rhythm, days.map { Place(bound, .day($0)) })
}
/// The last month of each period of that unit; nil: of the report period.
func lastMonth(_ unit: PeriodUnit?) -> PeriodExpression { .child(.month, -1, of: .own(unit)) }
func next(_ unit: PeriodUnit, _ count: Int = 1, after own: PeriodUnit) -> PeriodExpression {
  .neighbour(unit, count, of: .own(own))
}
let quarterly = Rhythm.every(.quarter)
let monthly = Rhythm.every(.month)
let yearly = Rhythm.every(.year)
private func event(_ name: String) -> Anchor { .event(.single(EventMention(name))) }

@Suite("Wordings of one meaning") struct WordingVariantTests {
  static let days: [Variants] = [
    Variants(
      at(.by, civil(2024, 1, 23)), "chậm nhất 23/01/2024", "đến hết ngày 23/01/2024",
      "đến ngày 23/01/2024", "chậm nhất là ngày 23 tháng 01 năm 2024", "muộn nhất vào ngày 23-01-2024",
      "không quá ngày 23.01.2024", "chậm nhất ngày 23/01 năm 2024", "by 23 January 2024",
      "no later than January 23, 2024",
      "by the 23rd of January 2024", "by 2024-01-23", "CHẬM NHẤT NGÀY 23/1/2024."),
    Variants(
      at(.before, civil(2024, 1, 15)), "trước ngày 15/01/2024", "trước 15/1/2024",
      "chậm nhất trước ngày 15/01/2024", "chậm nhất là trước ngày 15 tháng 1 năm 2024", "Before 15 January 2024"),
    Variants(
      at(.on, civil(2024, 1, 23)), "ngày 23/01/2024", "vào ngày 23/01/2024",
      "on 23 January 2024"),
    Variants(
      at(.before, at: ClockTime(hour: 16), civil(2024, 5, 5)),
      "trước 16h00 ngày 05/5/2024",
      "trước 16 giờ ngày 5/5/2024", "trước 16:00 ngày 05/5/2024", "trước 16 giờ 00 phút, ngày 05 tháng 5 năm 2024",
      "before 16:00 on 5 May 2024", "before 4 pm on 5 May 2024"),
    Variants(
      at(.by, .last(of: .period(calendarYear(2025)))), "Đến năm 2025", "đến hết năm 2025",
      "đến cuối năm 2025", "by 2025", "by the end of 2025"),
    Variants(
      at(.before, .first(of: .period(quarter(2)))), "trước Quý II/2024",
      "before Q2 2024"),
    Variants(
      at(.before, civil(nil, 6, 20), civil(nil, 11, 20)),
      "trước ngày 20 tháng 6, 20 tháng 11",
      "trước 20/6 và 20/11"),
    Variants(
      at(.before, lunar(2025, 1, 1)), "trước Tết Nguyên đán 2025",
      "trước Tết Ất Tỵ 2025",
      "trước Tết năm 2025", "before Tết 2025"),
    Variants(
      at(.on, lunar(nil, 3, 10)), "ngày 10/3 âm lịch",
      "ngày 10 tháng 3 âm lịch",
      "on lunar 10/3"),
    Variants(
      at(.on, .ordinal(.workingDay, -1, of: .period(month(3, nil)))),
      "ngày làm việc cuối cùng của tháng 3", "vào ngày làm việc cuối cùng của tháng 3",
      "on the last working day of March"),
    Variants(
      range(from: civil(2026, 6, 16), to: civil(2028, 6, 15)), "từ ngày 16/6/2026 đến hết ngày 15/6/2028",
      "từ 16/6/2026 đến 15/6/2028", "từ ngày 16 tháng 6 năm 2026 đến ngày 15 tháng 6 năm 2028",
      "from 16 June 2026 to 15 June 2028"),
    Variants(
      range(from: civil(2024, 4, 15), to: civil(2024, 5, 15)), "từ 15/4 đến 15/5/2024",
      "từ ngày 15/4 đến ngày 15/5/2024"),
  ]

  static let windows: [Variants] = [
    Variants(
      during(quarter(1, nil), quarter(3, nil)), "Quý I và quý III", "Q1 and Q3"),
    Variants(
      during(quarter(2)), "Quý II/2024", "Quý II/ 2024", "quý 2/2024", "Quý II năm 2024", "trong quý II/2024",
      "quí II/2024", "Q2/2024", "Q2 2024", "the second quarter of 2024"),
    Variants(
      during(through(quarter(1), quarter(4))), "Quý I-IV năm 2024", "Quý I – IV/2024",
      "từ Quý I đến Quý IV/2024", "Quý I, II, III, IV/2024", "Q1-Q4 2024"),
    Variants(
      during(through(month(6), month(10))), "Tháng 06-10/2024", "từ tháng 6 đến tháng 10/2024",
      "tháng 6 đến tháng 10 năm 2024", "months 6-10 2024"),
    Variants(
      during(month(1, 2022), month(5, 2022)), "Tháng 1 và tháng 5/2022",
      "tháng 1, tháng 5/2022", "in January and May 2022"),
    Variants(
      during(.child(.half, 1, of: calendarYear(2024))), "6 tháng đầu năm 2024", "sáu tháng đầu năm 2024",
      "nửa đầu năm 2024", "H1 2024", "the first half of 2024"),
    Variants(during(.leading(9, .month, of: calendarYear(2024))), "9 tháng đầu năm 2024"),
    Variants(
      during(through(calendarYear(2021), calendarYear(2025))), "2021-2025", "giai đoạn 2021-2025",
      "giai đoạn 2021 - 2025", "từ năm 2021 đến năm 2025", "năm 2021-2025", "2021–2025"),
    Variants(
      during(.year(.schoolYear, 2023)), "năm học 2023-2024",
      "trong năm học 2023 - 2024", "school year 2023-2024"),
    Variants(
      during(month(12, 2025)), "12/2025", "tháng 12/2025", "tháng 12 năm 2025", "T12/2025",
      "December 2025"),
    Variants(during(.planYear), "trong năm", "in the year"),
    Variants(during(.part(.early, of: quarter(3, nil))), "Đầu quý III", "đầu Quý 3", "early Q3"),
    Variants(
      during(.part(.week(1), of: month(12, nil))), "tuần đầu tháng 12", "tuần đầu tiên của tháng 12",
      "in the first week of December"),
    Variants(
      .yearsOnward(from: 2021), "Năm 2021 và các năm tiếp theo", "every year from 2021",
      "2021 and the following years"),
    Variants(.standing(nil), "Thường xuyên", "thường xuyên, liên tục", "ongoing"),
    Variants(
      .standing(.period(calendarYear(2024))), "Thường xuyên trong năm 2024", "thường xuyên, trong năm 2024",
      "thường xuyên năm 2024", "ongoing in 2024"),
  ]

  static let recurrences: [Variants] = [
    Variants(
      .each(quarterly, []), "hằng quý", "hàng quý", "định kỳ hằng quý", "định kỳ theo quý", "mỗi quý",
      "3 tháng một lần", "every quarter", "quarterly"),
    Variants(
      .each(.every(.half), []), "định kỳ 6 tháng", "06 tháng một lần", "6 tháng/lần",
      "định kỳ sáu tháng một lần", "every half year", "every six months"),
    Variants(
      each(quarterly, .before, .day(17, of: lastMonth(.quarter))),
      "hằng quý, trước ngày 17 tháng cuối quý", "trước ngày 17 của tháng cuối quý", "trước ngày 17 tháng cuối của quý",
      "trước ngày 17 tháng cuối hằng quý", "every quarter, before day 17 of its last month"),
    Variants(
      each(monthly, .on, .day(25, of: .own(.month))), "ngày 25 hằng tháng",
      "vào ngày 25 hàng tháng", "hằng tháng, vào ngày 25", "ngày 25 mỗi tháng", "every month, on day 25",
      "on the 25th day of each month"),
    Variants(
      each(monthly, .by, .day(10, of: next(.month, after: .month))), "hằng tháng, chậm nhất ngày 10 của tháng sau",
      "chậm nhất ngày 10 tháng sau", "chậm nhất là ngày thứ 10 của tháng kế tiếp",
      "every month, by day 10 of the following month"),
    Variants(
      each(quarterly, .on, .day(5, of: .child(.month, 1, of: next(.quarter, after: .quarter)))),
      "ngày 05 của tháng đầu quý sau", "ngày 05 tháng đầu quý tiếp theo"),
    Variants(
      each(quarterly, .on, .day(5, of: .child(.month, 1, of: next(.quarter, after: .quarter)))),
      "every quarter, on day 5 of the following month"),
    Variants(
      each(quarterly, .by, .day(10, of: .child(.month, 2, of: next(.quarter, after: .quarter)))),
      "every quarter, by day 10 of its 2nd month afterwards",
      "by the 10th day of the second month following the end of the quarter"),
    Variants(
      each(.every(.week), .on, .ordinal(.weekday(.friday), 1, of: .period(.own(.week)))), "thứ Sáu hằng tuần",
      "hằng tuần, vào thứ 6", "ngày thứ sáu hàng tuần", "every Friday", "every week, on Friday"),
    Variants(
      each(monthly, .on, .ordinal(.weekday(.tuesday), 2, of: .period(.own(.month)))),
      "on the second Tuesday of every month"),
    Variants(
      each(monthly, .on, .ordinal(.weekday(.tuesday), 1, of: .part(.week(2), of: .own(.month)))),
      "thứ Ba tuần thứ hai hằng tháng", "hằng tháng, vào thứ Ba tuần thứ 2"),
    Variants(
      .each(monthly, [Place(.on, .window(.leading(10, .workingDay, of: next(.month, after: .month))))]),
      "Trong vòng 10 ngày làm việc đầu tiên của tháng tiếp theo",
      "within the first 10 working days of the following month"),
    Variants(
      each(yearly, .before, civil(nil, 10, 1)),
      "trước ngày 01/10 hằng năm", "hằng năm, trước 1/10", "trước ngày 01 tháng 10 hàng năm",
      "Before 1 October each year", "every year before 1 October"),
    Variants(
      each(yearly, .by, .day(15, of: .child(.month, 3, of: next(.year, after: .year)))),
      "every year, by 15 March of the following year"),
    Variants(
      at(.by, .day(15, of: .child(.month, 3, of: .neighbour(.year, 1, of: .planYear)))),
      "chậm nhất ngày 15/3 năm sau", "chậm nhất ngày 15 tháng 3 của năm tiếp theo"),
    Variants(
      each(yearly, .before, civil(nil, 3, 15), civil(nil, 6, 15)),
      "định kỳ trước 15/3 và 15/6", "định kỳ trước 15/3, 15/6 hằng năm", "every year before 15/3, 15/6"),
    Variants(
      each(.fourReports, .before, .day(17, of: lastMonth(nil))),
      "định kỳ Quý I, 6 tháng, Quý III và năm, trước ngày 17 của tháng cuối kỳ báo cáo",
      "định kỳ quý, 6 tháng, năm, trước ngày 17 tháng cuối kỳ báo cáo",
      "every reporting period (Q1, H1, Q3, year), before day 17 of its last month"),
    Variants(
      each(.fourReports, .before, civil(nil, 3, 15), civil(nil, 6, 15), civil(nil, 9, 15), civil(nil, 11, 25)),
      "định kỳ Quý I, 6 tháng, Quý III và năm, lần lượt trước 15/3, 15/6, 15/9 và 25/11",
      "every reporting period (Q1, H1, Q3, year), before 15/3, 15/6, 15/9, 25/11 respectively"),
    Variants(
      each(
        quarterly, .by,
        .shifted([CalendarDuration(30, .day)], backwards: false, from: .last(of: .period(.own(.quarter))))),
      "trong 30 ngày kể từ ngày kết thúc quý", "hằng quý, trong thời hạn 30 ngày kể từ ngày kết thúc quý",
      "within 30 days after the end of each quarter", "every quarter, within 30 days after its end"),
    Variants(
      .times(CountRange(minimum: 2, maximum: 2), yearly, within: nil), "02 lần/năm", "hai lần mỗi năm",
      "mỗi năm 02 lần", "một năm hai lần", "twice a year"),
    Variants(
      .times(CountRange(minimum: 1, maximum: 1), quarterly, within: nil), "mỗi quý 01 lần", "once a quarter"),
    Variants(
      .times(CountRange(minimum: 2, maximum: 3, isAtLeast: true), yearly, within: nil),
      "trong năm tổ chức ít nhất từ 02 đến 03 cuộc", "at least 2 to 3 times a year"),
    Variants(
      .times(CountRange(minimum: 2, maximum: nil), yearly, within: .period(calendarYear(2024))),
      "ít nhất 02 cuộc trong năm 2024", "tối thiểu 2 lần trong năm 2024", "at least 2 times in 2024"),
  ]

  static let events: [Variants] = [
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(30, .day)], of: event("X được ban hành"))),
      "trong 30 ngày kể từ ngày X được ban hành", "trong vòng 30 ngày, kể từ khi X được ban hành",
      "chậm nhất 30 ngày sau khi X được ban hành", "30 ngày sau ngày X được ban hành",
      "chậm nhất sau 30 ngày kể từ ngày X được ban hành", "trong thời hạn ba mươi (30) ngày kể từ ngày X được ban hành",
      "within 30 days after X được ban hành", "30 days after X được ban hành",
      "within 30 calendar days of X được ban hành"),
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(5, .workingDay)], of: event("nhận văn bản"))),
      "trong vòng 05 ngày làm việc kể từ khi nhận văn bản", "within 5 working days of nhận văn bản"),
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(9, .month), CalendarDuration(1, .day)], of: event("X"))),
      "trong 9 tháng và 1 ngày kể từ ngày X", "9 months and 1 day after X"),
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(30, .day)], of: .date(civil(2024, 3, 29)))),
      "30 ngày kể từ ngày 29/3/2024", "trong 30 ngày sau ngày 29 tháng 3 năm 2024", "30 days after 29 March 2024"),
    Variants(
      .counted(CountedDeadline(.immediately, of: event("X"))), "ngay sau khi X", "ngay khi X", "immediately after X",
      "as soon as X"),
    Variants(
      .counted(CountedDeadline(.after, of: .event(.all([EventMention("A"), EventMention("B")])))), "sau khi cả A và B",
      "after both A and B"),
    Variants(
      .counted(CountedDeadline(.after, of: .event(.any([EventMention("A"), EventMention("B")])))),
      "sau khi [A] hoặc [B]", "after either A or B"),
    Variants(
      .counted(CountedDeadline(.before, [CalendarDuration(10, .day)], of: event("khai mạc kỳ họp"))),
      "trước khi khai mạc kỳ họp 10 ngày", "chậm nhất 10 ngày trước ngày khai mạc kỳ họp",
      "ít nhất 10 ngày trước khi khai mạc kỳ họp", "trước ngày khai mạc kỳ họp ít nhất 10 ngày",
      "10 days before khai mạc kỳ họp"),
    Variants(
      .counted(CountedDeadline(.before, [CalendarDuration(28, .clearDay)], of: event("X"))), "28 ngày trọn trước khi X",
      "28 clear days before X"),
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDone(TaskMention(id: "I.2")))),
      "trong 10 ngày sau khi hoàn thành nhiệm vụ I.2", "within 10 days after task I.2 is done"),
    Variants(
      .counted(CountedDeadline(.same, of: .taskDue(TaskMention(id: "I.2")))), "theo hạn của nhiệm vụ I.2", "as task I.2"
    ),
    Variants(
      .eachCase(trigger: .single(EventMention("có thay đổi")), durations: [CalendarDuration(3, .workingDay)]),
      "khi có thay đổi, trong 3 ngày làm việc", "mỗi khi có thay đổi, trong vòng 03 ngày làm việc",
      "whenever có thay đổi, within 3 working days"),
    Variants(
      .eachCase(trigger: nil, durations: []), "khi có phát sinh", "khi phát sinh", "đột xuất",
      "đột xuất, khi có phát sinh", "đột xuất khi có phát sinh", "Đột xuất (khi có phát sinh)", "as it arises"),
    Variants(
      .timetable(Timetable(kinds: [.rules, .guidance], source: nil, isInForce: true)),
      "theo quy định, hướng dẫn hiện hành", "theo quy định hiện hành và hướng dẫn",
      "per the rules and guidance in force"),
    Variants(
      .timetable(Timetable(kinds: [.schedule], source: "tỉnh")), "theo tiến độ của tỉnh",
      "theo tiến độ triển khai của tỉnh", "per tỉnh's schedule", "according to tỉnh's schedule"),
    Variants(
      .timetable(Timetable(kinds: [.plan], source: "tỉnh năm 2024")), "theo Kế hoạch của tỉnh năm 2024"),
    Variants(
      .timetable(Timetable(kinds: [], source: "Kế hoạch năm 2024 của tỉnh")), "theo Kế hoạch năm 2024 của tỉnh"),
    Variants(
      .timetable(Timetable(kinds: [], source: "Chiến lược đến năm 2030")), "theo Chiến lược đến năm 2030"),
    Variants(
      .timetable(Timetable(kinds: [.schedule], source: "Đề án 06 năm 2022")), "theo tiến độ của Đề án 06 năm 2022"),
    Variants(
      .timetable(Timetable(kinds: [], source: "Nghị quyết số 01/NQ-CP về nhiệm vụ trong năm 2024")),
      "theo Nghị quyết số 01/NQ-CP về nhiệm vụ trong năm 2024"),
    Variants(
      .timetable(Timetable(kinds: [], source: "Quyết định số 1117/QĐ-UBND ngày 19/5/2023")),
      "theo Quyết định số 1117/QĐ-UBND ngày 19/5/2023", "per Quyết định số 1117/QĐ-UBND ngày 19/5/2023"),
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(90, .day)], of: event("ký"))),
      "chậm nhất là ngày thứ 90 kể từ ngày ký", "trong 90 ngày kể từ ngày ký"),
    Variants(
      at(.before, civil(nil, 10, 1), .day(1, of: .child(.month, 1, of: next(.year, after: .year)))),
      "trước 1/10 và 1/1 năm sau"),
    Variants(.unclear("báo cáo đầy đủ, đúng thời hạn"), "chưa rõ: báo cáo đầy đủ, đúng thời hạn"),
    Variants(.unclear("theo thực tế"), "chưa rõ: theo thực tế", "unclear: theo thực tế"),
  ]

  @Test("are read alike", arguments: days + windows + recurrences + events)
  func areReadAlike(variants: Variants) {
    for wording in variants.wordings {
      let reading = DeadlineReader().read(wording)
      #expect(reading.freeText == [Deadline(variants.form)], "\(wording): \(reading.failure?.words.en ?? "")")
    }
  }

  @Test(
    "that say nothing exact are not read",
    arguments: [
      "", "sớm", "khoảng giữa năm", "31/02/2024", "ngày 30/02", "trước ngày 32/01/2024", "Quý V/2024",
      "tháng 13/2024",
      "Thườn g xuyên", "hoàn thành trong tháng 9/2023", "- Quý I/2024", "trước",
      "sau khi",
      "năm 0", "ngày 01/01/10000", "Quý III-I/2024", "hằng ngày trước", "không quá", "theo",
      "Quý I/2024 (ban hành Kế hoạch)",
      "hằng quý, ngày 15",
      "theo tháng 3/2024", "per Decision 12 by 30 June 2024", "theo tiến độ của tỉnh quý II/2022",
      "theo tiến độ của tỉnh trước ngày 15/6/2024 và hướng dẫn", "theo quý I, 6 tháng (định kỳ trước 15/3, 15/6, 15/9)",
      "hàng tuần, hàng tháng", "hằng tuần và hằng tháng", "định kỳ hằng tuần, hằng tháng",
      "every reporting period (week, month)", "định kỳ hàng tuần, tháng, quý, năm",

    ])
  func areNotRead(wording: String) {
    let reading = DeadlineReader().read(wording)
    #expect(reading.freeText.isEmpty, "\(reading.freeText)")
    #expect(reading.failure != nil)
  }
}
