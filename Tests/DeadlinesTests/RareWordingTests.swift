import CivilCalendar
import Deadlines
import Testing

/// Wordings that no plan of the corpus has, one for each turn that the grammars take for them alone.
@Suite("Rare wordings") struct RareWordingTests {
  static let days: [Variants] = [
    Variants(.day(DayDeadline(bound: .on, days: [.lunar(year: nil, month: 1, day: 1)])), "mùng 1 tháng Giêng"),
    Variants(
      .day(DayDeadline(bound: .before, days: [.lunar(year: 2024, month: 12, day: 23)])),
      "trước ngày 23 tháng Chạp năm 2024"),
    Variants(
      .day(DayDeadline(bound: .on, days: [.lunar(year: 2025, month: 3, day: 10)])), "ngày 10/3/2025 âm lịch",
      "on lunar 10/3/2025"),
    Variants(
      .day(DayDeadline(bound: .on, days: [civil(2024, 6, 15)])), "15 tháng 6/2024", "ngày 15 tháng 6 năm 2024"),
    Variants(
      .day(DayDeadline(bound: .by, time: ClockTime(hour: 12), days: [civil(2024, 3, 15)])),
      "by noon on 15 March 2024", "by 12 pm on 15 March 2024"),
    Variants(
      .day(DayDeadline(bound: .by, time: ClockTime(hour: 9), days: [civil(2024, 3, 15)])),
      "by 9 am on 15 March 2024"),
    Variants(
      .day(DayDeadline(bound: .on, days: [.end(of: PeriodSpan(quarter(1)))])), "vào ngày cuối cùng của quý I/2024",
      "on the last day of Q1 2024"),
    Variants(
      .day(DayDeadline(bound: .before, days: [.middle(of: PeriodExpression(.year))])), "trước giữa năm"),
    Variants(
      .day(DayDeadline(bound: .on, days: [.ordinal(Ordinal(.workingDay, position: -2), of: PeriodSpan(month(3)))])),
      "ngày làm việc áp chót của tháng 3/2024", "ngày làm việc thứ 2 từ cuối của tháng 3/2024",
      "on the 2nd last working day of March 2024"),
  ]

  static let windows: [Variants] = [
    Variants(.window([PeriodSpan(quarter(1))]), "3 tháng đầu năm 2024"),
    Variants(.window([PeriodSpan(month(1, nil), through: month(9, nil))]), "9 tháng đầu năm"),
    Variants(.window([PeriodSpan(quarter(1, nil)), PeriodSpan(quarter(3, nil))]), "Quý I, và quý III"),
    Variants(.standing(nil), "thường xuyên trong năm", "ongoing in the year"),
  ]

  static let recurrences: [Variants] = [
    Variants(.recurring(Recurrence(.every(.year, interval: 1))), "12 tháng một lần", "every 12 months"),
    Variants(.recurring(Recurrence(.every(.quarter, interval: 1))), "every reporting period (quarter)"),
    Variants(
      .recurring(Recurrence(.every(.year, interval: 1), .windows([PeriodSpan(month(1, nil))]))), "every January",
      "hằng năm, trong tháng 1"),
    Variants(
      .recurring(
        Recurrence(
          .every(.year, interval: 1), .yearDays([3, 6, 9, 12].map { YearDay(month: $0, day: 15) }), bound: .on)),
      "hằng quý, vào 15/3, 15/6, 15/9, 15/12"),
    Variants(
      .recurring(
        Recurrence(.every(.year, interval: 1), .windows([3, 6, 9, 12].map { PeriodSpan(month($0, nil)) }))),
      "hằng quý, trong tháng 3, tháng 6, tháng 9 và tháng 12"),
    Variants(
      .recurring(
        Recurrence(.every(.year, interval: 1), .yearDays([3, 9].map { YearDay(month: $0, day: 15) }), bound: .on)),
      "một năm hai lần vào 15/3 và 15/9 hằng năm"),
    Variants(
      .recurring(Recurrence(.every(.week, interval: 1), .weekdays([.monday, .thursday]), bound: .on)),
      "một tuần hai lần vào thứ Hai và thứ Năm hằng tuần"),
    Variants(
      .recurring(Recurrence(.every(.month, interval: 2), .monthDays([15], .fromEnd(0)), bound: .on)),
      "2 tháng một lần, vào ngày 15"),
    Variants(
      .recurring(Recurrence(.every(.quarter, interval: 1), .monthDays([17], .fromEnd(0)))),
      "by day 17 of the last month of each quarter"),
    Variants(
      .recurring(Recurrence(.every(.quarter, interval: 1), .monthDays([5], .fromEnd(1)), bound: .on)),
      "on day 5 of next quarter's first month"),
    Variants(
      .recurring(Recurrence(.every(.quarter, interval: 1), .monthDays([5], .fromStart(-1)))),
      "by day 5 of the month before the quarter"),
    Variants(
      .recurring(
        Recurrence(
          .every(.quarter, interval: 1), .ordinal(Ordinal(.workingDay, position: -1), .fromEnd(0)), bound: .on)),
      "ngày làm việc cuối cùng của quý", "on the last working day of each quarter"),
    Variants(
      .recurring(
        Recurrence(
          .every(.quarter, interval: 1), .ordinal(Ordinal(.workingDay, position: 5), .fromStart(0)), bound: .on)),
      "ngày làm việc thứ 5 của quý", "on the 5th working day of each quarter"),
    Variants(
      .recurring(Recurrence(.every(.quarter, interval: 1), .afterEnd([CalendarDuration(30, .day)]))),
      "within 30 days after each quarter end"),
    Variants(
      .recurring(
        Recurrence(
          .reporting([ReportingPeriod(.quarter, 1), ReportingPeriod(.half, 1), ReportingPeriod(.quarter, 3)]))),
      "báo cáo 3 tháng đầu năm, 6 tháng, 9 tháng"),
    Variants(
      .recurring(
        Recurrence(.reporting([1, 2, 3].map { ReportingPeriod(.quarter, $0) } + [ReportingPeriod(.year)]))),
      "định kỳ quý, năm"),
    Variants(
      .recurring(Recurrence(.reporting([1, 2].map { ReportingPeriod(.half, $0) }))),
      "định kỳ 6 tháng đầu năm và 6 tháng cuối năm", "every reporting period (H1, H2)"),
    Variants(
      .times(CountRange(minimum: 2, maximum: 2), per: .year, within: nil), "02 lần/năm", "twice yearly"),
    Variants(.times(CountRange(minimum: 3, maximum: 3), per: .year, within: nil), "03 lần/năm", "3 times a year"),
  ]

  static let events: [Variants] = [
    Variants(
      .counted(CountedDeadline(.after, of: .taskDone(TaskMention(id: "I.2")))), "sau khi hoàn thành nhiệm vụ I.2",
      "sau khi nhiệm vụ I.2 xong", "sau khi nhiệm vụ I.2 hoàn thành", "after task I.2 is done"),
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDue(TaskMention(id: "I.2")))),
      "trong 10 ngày kể từ hạn của nhiệm vụ I.2", "10 days after the due date of I.2"),
    Variants(
      .counted(
        CountedDeadline(.within, [CalendarDuration(20, .day)], of: .date(.end(of: PeriodSpan(quarter(1)))))),
      "trong 20 ngày kể từ ngày kết thúc quý I/2024", "20 days after the end of Q1 2024"),
  ]

  @Test("are read", arguments: days + windows + recurrences + events)
  func areRead(variants: Variants) {
    for wording in variants.wordings {
      let reading = DeadlineReader().read(wording)
      #expect(reading.freeText == [Deadline(variants.form)], "\(wording): \(reading.failure?.words.en ?? "")")
    }
  }

  @Test(
    "that contradict themselves, name no day or cannot carry their clause are not read",
    arguments: [
      "trong ba mươi (20) ngày kể từ ngày X", "31/3 âm lịch", "Tết Ất Tỵ 2024", "vào Tết Ất Tỵ", "theo 15/3",
      "thứ Ba tuần thứ hai của quý I", "on the last Friday of 2024", "on the second day of March",
      "by January first", "by 15 pm on 15 March 2024", "ngày 20 các tháng 3, 13", "ngày 5 tháng áp chót của quý",
      "quý I, II đến III", "January, February to March 2024", "báo cáo quý chậm nhất 05/4",
      "báo cáo quý I trước 05/4 và 05/7", "every reporting period (Q1 Q2)", "Quý I và quý III 02 lần",
      "một năm hai lần vào 15/3 và 15/9", "Quý I/2024, dự kiến Quý II/2024", "hằng quý, rà soát hằng năm",
      "theo hạn của nhiệm vụ ắc", "by 15 March 2024. If this day is a holiday, a working day",
    ])
  func areNotRead(wording: String) {
    #expect(DeadlineReader().read(wording).freeText.isEmpty)
  }

  @Test(
    "of a day off name the working day on either side",
    arguments: [
      ("by 15 March 2024. If this day is a holiday, the next working day", DayOffRule.workingDayAfter),
      ("by 15 March 2024. If this day is a holiday, the last working day prior to it", .workingDayBefore),
      ("chậm nhất 15/3/2024, nếu trùng ngày nghỉ thì ngày làm việc liền kề", .workingDayAfter),
    ])
  func daysOff(wording: String, rule: DayOffRule) {
    var clauses = DeadlineClauses()
    clauses.dayOff = rule
    let form = DeadlineForm.day(DayDeadline(bound: .by, days: [civil(2024, 3, 15)]))
    #expect(DeadlineReader().read(wording).freeText == [Deadline(form, clauses)])
  }

  @Test(
    "of a rhythm with cases beside it are two deadlines",
    arguments: [("hằng quý và đột xuất", "đột xuất"), ("every quarter and ad hoc", "ad hoc")])
  func additions(wording: String, label: String) {
    let items = DeadlineReader().read(wording).freeText.first?.items
    #expect(items?.map(\.label) == [nil, label])
    #expect(
      items?.map(\.form) == [
        .recurring(Recurrence(.every(.quarter, interval: 1))), .eachCase(trigger: nil, durations: []),
      ])
  }

  @Test(
    "that a scanner or a cell spoilt are mended",
    arguments: [
      ("QII/2024", "Quý II/2024"), ("Trong năm 20 24", "trong năm 2024"),
      ("30 ngày kể từ ngày 29/3/2024 để báo cáo", "30 ngày kể từ ngày 29/3/2024"),
      ("hằng tuần, 6 tháng một lần", "hằng tuần: hằng tuần; 6 tháng: 6 tháng một lần"),
      ("hằng tuần, hằng năm học", "hằng tuần: hằng tuần; năm học: hằng năm học"),
    ])
  func mended(wording: String, meant: String) {
    let repaired = DeadlineRepair(planYear: 2024).read(wording)
    #expect(repaired.reading.freeText == DeadlineReader().read(meant).freeText)
    #expect(repaired.reading.freeText.count == 1)
  }
}
