import CivilCalendar
import Deadlines
import Testing

/// Wordings that no plan of the corpus has, one for each turn that the grammars take for them alone.
@Suite("Rare wordings") struct RareWordingTests {
  static let days: [Variants] = [
    Variants(
      at(.on, .ordinal(.weekday(.friday), -1, of: .period(calendarYear(2024)))), "on the last Friday of 2024"),
    Variants(at(.on, civil(nil, 3, 2)), "on the second day of March"),
    Variants(at(.by, civil(nil, 1, 1)), "by January first"),
    Variants(at(.notBefore, civil(2024, 6, 15)), "không trước ngày 15/6/2024"),
    Variants(at(.notBefore, .first(of: .period(quarter(2, 2025)))), "Từ quý II/2025"),
    Variants(at(.notBefore, .day(1, of: month(4, 2025))), "từ tháng 4/2025"),
    Variants(
      at(.before, civil(2024, 3, 15), civil(2024, 4, 15)), "trước ngày 15/3/2024, trước ngày 15/4/2024"),
    Variants(at(.on, lunar(nil, 1, 1)), "mùng 1 tháng Giêng"),
    Variants(
      at(.before, lunar(2024, 12, 23)),
      "trước ngày 23 tháng Chạp năm 2024"),
    Variants(
      at(.on, lunar(2025, 3, 10)), "ngày 10/3/2025 âm lịch",
      "on lunar 10/3/2025"),
    Variants(
      at(.on, civil(2024, 6, 15)), "15 tháng 6/2024", "ngày 15 tháng 6 năm 2024"),
    Variants(
      at(.by, at: ClockTime(hour: 12), civil(2024, 3, 15)),
      "by noon on 15 March 2024", "by 12 pm on 15 March 2024"),
    Variants(
      at(.by, at: ClockTime(hour: 9), civil(2024, 3, 15)),
      "by 9 am on 15 March 2024"),
    Variants(
      at(.on, .last(of: .period(quarter(1)))), "vào ngày cuối cùng của quý I/2024",
      "on the last day of Q1 2024"),
    Variants(
      at(.before, .middle(of: .planYear)), "trước giữa năm"),
    Variants(
      at(.on, .ordinal(.workingDay, -2, of: .period(month(3)))),
      "ngày làm việc áp chót của tháng 3/2024", "ngày làm việc thứ 2 từ cuối của tháng 3/2024",
      "on the 2nd last working day of March 2024"),
    Variants(
      at(.on, .ordinal(.weekday(.tuesday), 1, of: .part(.week(2), of: quarter(1, nil)))),
      "thứ Ba tuần thứ hai của quý I"),
  ]

  static let windows: [Variants] = [
    Variants(during(through(month(1), month(3))), "January, February to March 2024"),
    Variants(during(.leading(3, .month, of: calendarYear(2024))), "3 tháng đầu năm 2024"),
    Variants(during(.leading(9, .month, of: .planYear)), "9 tháng đầu năm"),
    Variants(during(quarter(1, nil), quarter(3, nil)), "Quý I, và quý III"),
    Variants(.standing(.period(.planYear)), "thường xuyên trong năm", "ongoing in the year"),
  ]

  static let recurrences: [Variants] = [
    Variants(
      each(quarterly, .on, .day(5, of: .child(.month, -2, of: .own(.quarter)))), "ngày 5 tháng áp chót của quý"),
    Variants(
      each(quarterly, .by, .day(5, of: .child(.month, -2, of: .own(.quarter)))),
      "by day 5 of the second last month of the quarter"),
    Variants(
      .times(CountRange(minimum: 1, maximum: 1), .every(.year, interval: 2), within: nil), "once every two years"),
    Variants(.each(yearly, []), "12 tháng một lần", "every 12 months"),
    Variants(.each(quarterly, []), "every reporting period (quarter)"),
    Variants(
      .each(yearly, [Place(.on, .window(.period(month(1, nil))))]), "every January",
      "hằng năm, trong tháng 1"),
    Variants(
      each(yearly, .on, civil(nil, 3, 15), civil(nil, 6, 15), civil(nil, 9, 15), civil(nil, 12, 15)),
      "hằng quý, vào 15/3, 15/6, 15/9, 15/12"),
    Variants(
      .each(yearly, [3, 6, 9, 12].map { Place(.on, .window(.period(month($0, nil)))) }),
      "hằng quý, trong tháng 3, tháng 6, tháng 9 và tháng 12"),
    Variants(
      each(yearly, .on, civil(nil, 3, 15), civil(nil, 9, 15)),
      "một năm hai lần vào 15/3 và 15/9 hằng năm",
      "một năm hai lần vào 15/3 và 15/9"),
    Variants(
      each(
        .every(.week), .on, .ordinal(.weekday(.monday), 1, of: .period(.own(.week))),
        .ordinal(.weekday(.thursday), 1, of: .period(.own(.week)))),
      "một tuần hai lần vào thứ Hai và thứ Năm hằng tuần"),
    Variants(
      each(.every(.month, interval: 2), .on, .day(15, of: .own(.month))),
      "2 tháng một lần, vào ngày 15"),
    Variants(
      each(quarterly, .by, .day(17, of: lastMonth(.quarter))),
      "by day 17 of the last month of each quarter"),
    Variants(
      each(quarterly, .on, .day(5, of: .child(.month, 1, of: next(.quarter, after: .quarter)))),
      "on day 5 of next quarter's first month"),
    Variants(
      each(quarterly, .by, .day(5, of: .child(.month, -1, of: next(.quarter, -1, after: .quarter)))),
      "by day 5 of the month before the quarter"),
    Variants(
      each(quarterly, .on, .ordinal(.workingDay, -1, of: .period(.own(.quarter)))),
      "ngày làm việc cuối cùng của quý", "on the last working day of each quarter"),
    Variants(
      each(quarterly, .on, .ordinal(.workingDay, 5, of: .period(.own(.quarter)))),
      "ngày làm việc thứ 5 của quý", "on the 5th working day of each quarter"),
    Variants(
      each(
        quarterly, .by,
        .shifted([CalendarDuration(30, .day)], backwards: false, from: .last(of: .period(.own(.quarter))))),
      "within 30 days after each quarter end"),
    Variants(
      .each(
        Rhythm(.reporting([ReportingPeriod(.quarter, 1), ReportingPeriod(.half, 1), ReportingPeriod(.quarter, 3)])), []),
      "báo cáo 3 tháng đầu năm, 6 tháng, 9 tháng"),
    Variants(
      .each(Rhythm(.reporting([1, 2, 3].map { ReportingPeriod(.quarter, $0) } + [ReportingPeriod(.year)])), []),
      "định kỳ quý, năm"),
    Variants(
      .each(Rhythm(.reporting([1, 2].map { ReportingPeriod(.half, $0) })), []),
      "định kỳ 6 tháng đầu năm và 6 tháng cuối năm", "every reporting period (H1, H2)"),
    Variants(
      .times(CountRange(minimum: 2, maximum: 2), yearly, within: nil), "02 lần/năm", "twice yearly"),
    Variants(.times(CountRange(minimum: 3, maximum: 3), yearly, within: nil), "03 lần/năm", "3 times a year"),
  ]

  static let events: [Variants] = [
    Variants(.counted(CountedDeadline(.within, [CalendarDuration(30, .day)], of: .ownCase)), "trong 30 ngày"),
    Variants(
      .counted(
        CountedDeadline(.before, [CalendarDuration(5, .workingDay)], of: .event(.single(EventMention("có lịch tiếp"))))),
      "chậm nhất là 05 ngày làm việc, trước ngày có lịch tiếp", "ít nhất trước 05 ngày làm việc trước khi có lịch tiếp"),
    Variants(
      .counted(CountedDeadline(.fromBefore, [CalendarDuration(15, .day)], of: .event(.single(EventMention("X"))))),
      "tối đa 15 ngày trước ngày X", "không quá 15 ngày trước ngày X", "trong 15 ngày trước ngày X"),
    Variants(
      .counted(
        CountedDeadline(.within, [CalendarDuration(48, .hour)], of: .event(.single(EventMention("có yêu cầu"))))),
      "chậm nhất 48 giờ khi có yêu cầu"),
    Variants(
      .counted(
        CountedDeadline(.same, of: .event(.single(EventMention("giao dịch"))), time: ClockTime(hour: 16, minute: 30))),
      "chậm nhất 16 giờ 30 phút ngày giao dịch"),
    Variants(
      .counted(CountedDeadline(.immediately, of: .event(.any([EventMention("có A"), EventMention("B yêu cầu")])))),
      "ngay khi có A hoặc khi B yêu cầu"),
    Variants(
      .eachCase(trigger: .any([EventMention("có A"), EventMention("B yêu cầu")]), durations: []),
      "khi có A hoặc khi B yêu cầu"),
    Variants(
      each(
        yearly, .by,
        .shifted(
          [CalendarDuration(90, .day)], backwards: false,
          from: .day(1, of: .child(.month, 1, of: next(.year, after: .year))))),
      "hằng năm, trong thời hạn 90 ngày, kể từ ngày 01 tháng 01 năm tiếp theo"),
    Variants(
      at(.by, civil(2026, 3, 25)), "chậm nhất sau 10 ngày sau ngày bầu cử (tức ngày 25/3/2026)",
      "chậm nhất ngày 25/3/2026 (10 ngày sau ngày bầu cử)"),
    Variants(.standing(nil), "thường xuyên trong các ngày làm việc"),
    Variants(.counted(CountedDeadline(.immediately, of: .ownCase)), "as soon as practicable"),
    Variants(.timetable(Timetable(kinds: [.schedule], source: nil)), "theo định kỳ"),
    Variants(
      .counted(CountedDeadline(.after, of: .taskDone(TaskMention(id: "I.2")))), "sau khi hoàn thành nhiệm vụ I.2",
      "sau khi nhiệm vụ I.2 xong", "sau khi nhiệm vụ I.2 hoàn thành", "after task I.2 is done"),
    Variants(
      .counted(CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDue(TaskMention(id: "I.2")))),
      "trong 10 ngày kể từ hạn của nhiệm vụ I.2", "10 days after the due date of I.2"),
    Variants(
      at(.by, .shifted([CalendarDuration(20, .day)], backwards: false, from: .last(of: .period(quarter(1))))),
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
      "by 15 pm on 15 March 2024", "ngày 20 các tháng 3, 13",
      "quý I, II đến III", "báo cáo quý chậm nhất 05/4",
      "báo cáo quý I trước 05/4 và 05/7", "every reporting period (Q1 Q2)", "Quý I và quý III 02 lần",
      "Quý I/2024, dự kiến Quý II/2024", "hằng quý, rà soát hằng năm",
      "theo hạn của nhiệm vụ ắc", "trong 3 năm 2024-2027", "by 15 March 2024. If this day is a holiday, a working day",
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
    let form = at(.by, civil(2024, 3, 15))
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
        .each(quarterly, []), .eachCase(trigger: nil, durations: []),
      ])
  }

  @Test(
    "that a scanner or a cell spoilt are mended",
    arguments: [
      ("QII/2024", "Quý II/2024"), ("Trong năm 20 24", "trong năm 2024"),
      ("30 ngày kể từ ngày 29/3/2024 để báo cáo", "30 ngày kể từ ngày 29/3/2024"),
      ("hằng tuần, 6 tháng một lần", "hằng tuần: hằng tuần; 6 tháng: 6 tháng một lần"),
      ("hằng tuần, hằng năm học", "hằng tuần: hằng tuần; năm học: hằng năm học"),
      ("định kỳ", "theo định kỳ"),
      ("trước ngày 01/5 hoặc ngày 01/10", "trước ngày 01/5 và ngày 01/10"),
      ("lần 1 chi trả vào tháng 9 hoặc tháng 10", "lần 1: tháng 9-10"),
    ])
  func mended(wording: String, meant: String) {
    let repaired = DeadlineRepair(planYear: 2024).read(wording)
    #expect(repaired.reading.freeText == DeadlineReader().read(meant).freeText)
    #expect(repaired.reading.freeText.count == 1)
  }
}
