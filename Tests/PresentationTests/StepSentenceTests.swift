import CivilCalendar
import Deadlines
import Expansion
import Presentation
import Rules
import TestSupport
import Testing

@Suite("A derivation in sentences")
struct StepSentenceTests {
  private static func step(_ make: (ClockTime) -> DerivationStep, _ hour: Int) -> DerivationStep {
    ClockTime(hour: hour).map(make) ?? .rule(text: "no such hour")
  }

  private static let law = LegalBasis(
    vi: "Điều 147 và 148 Bộ luật Dân sự 2015", en: "Civil Code 2015, articles 147 and 148")

  private static let range = DayRange(first: day("2024-04-01"), last: day("2024-06-30"))

  /// A step of each kind with what both sentences must say.
  static let steps: [(DerivationStep, [String], [String])] = [
    (.rule(text: "Quý II/2024"), ["“Quý II/2024”"], ["“Quý II/2024”"]),
    (.fact(text: "pii ngày 09/5/2024", file: "f.txt", line: 3), ["f.txt:3", "pii"], ["f.txt:3", "pii"]),
    (.planYear(2024), ["năm 2024 của kế hoạch"], ["plan's year 2024"]),
    (.period(.quarter(year: 2024, 2), range), ["quý II/2024", "01/4/2024", "30/6/2024"], ["Q2 2024", "1 April 2024"]),
    (
      .window(.period(.child(.quarter, 2, of: .year(.year, 2024))), range),
      ["từ ngày 01/4/2024 đến hết ngày 30/6/2024"],
      ["from 1 April 2024 to 30 June 2024"]
    ),
    (.stated(day("2024-05-31")), ["thứ Sáu 31/5/2024"], ["Friday 31 May 2024"]),
    (
      .before(stated: day("2022-02-05"), last: day("2022-02-04")), ["trước ngày 05/02", "thứ Sáu 04/02/2022"],
      ["before 5 February 2022", "Friday 4 February 2022"]
    ),
    (step({ .beforeTime(day("2024-05-05"), $0) }, 16), ["16h00", "05/5/2024"], ["16:00", "5 May 2024"]),
    (
      step(
        {
          .hours(from: day("2024-05-09"), $0, CalendarDuration(24, .hour), to: day("2024-05-10"), $0, backwards: false)
        }, 14),
      ["24 giờ", "14h00 ngày 09/5/2024", "10/5/2024"], ["24 hours", "10 May 2024"]
    ),
    (.clamped(day: 30, to: day("2024-02-29")), ["không có ngày 30", "29/02/2024"], ["no day 30", "29 February 2024"]),
    (.reading(.early, range), ["01/4/2024", "cách hiểu"], ["1 April 2024", "our reading"]),
    (
      .ordinal(.workingDay, -1, day("2024-03-29")), ["ngày làm việc cuối cùng", "29/3/2024"],
      ["last working day", "29 March 2024"]
    ),
    (.lunar(month: 3, day: 10, year: 2024, day("2024-04-18")), ["10/3 âm lịch", "18/4/2024"], ["18 April 2024"]),
    (.middle(of: .year(2024), day("2024-06-30")), ["30/6/2024", "khoản 3 Điều 146"], ["30 June 2024", "146(3)"]),
    (
      .middle(of: .month(year: 2024, 5), day("2024-05-15")), ["15/5/2024", "khoản 2 Điều 146"],
      ["15 May 2024", "146(2)"]
    ),
    (
      .counted(
        from: day("2024-05-09"), [CalendarDuration(30, .day)], day("2024-06-08"), backwards: false, article: law),
      ["09/5/2024 không tính", "ngày thứ 30 là thứ Bảy 08/6/2024", "Điều 147"],
      ["9 May 2024 itself is not counted", "30th day is Saturday 8 June 2024", "147"]
    ),
    (
      .counted(
        from: day("2024-05-20"), [CalendarDuration(10, .day)], day("2024-05-10"), backwards: true, article: nil),
      ["Tính lùi", "10 ngày", "10/5/2024"], ["Counted back", "10 days", "10 May 2024"]
    ),
    (
      .counted(
        from: day("2023-12-31"), [CalendarDuration(9, .month), CalendarDuration(1, .day)], day("2024-10-01"),
        backwards: false, article: nil),
      ["9 tháng và 1 ngày", "01/10/2024"], ["9 months and 1 day", "1 October 2024"]
    ),
    (
      .immediately(after: day("2024-05-10"), day("2024-05-13")), ["ngày làm việc tiếp theo", "13/5/2024"],
      ["next working day", "13 May 2024"]
    ),
    (
      .moved(from: day("2024-06-08"), .weeklyDayOff(.saturday), to: day("2024-06-10"), article: law),
      ["Thứ Bảy 08/6/2024 là ngày nghỉ hằng tuần", "ngày làm việc tiếp theo, thứ Hai 10/6/2024"],
      ["8 June 2024 is a Saturday", "Monday 10 June 2024"]
    ),
    (
      .moved(from: day("2024-01-20"), .weeklyDayOff(.saturday), to: day("2024-01-19"), article: nil),
      ["ngày làm việc liền trước, thứ Sáu 19/01/2024", "kế hoạch"],
      ["20 January 2024 is a Saturday", "Friday 19 January 2024", "plan's day-off rule"]
    ),
    (
      .kept(day("2022-02-04"), .holiday("Tết Nguyên đán"), .named), ["rơi vào nghỉ Tết, không dời", "04/02/2022"],
      ["4 February 2022", "not moved"]
    ),
    (
      .kept(day("2023-12-24"), .weeklyDayOff(.sunday), .named), ["rơi vào Chủ nhật, không dời"],
      ["24 December 2023", "a Sunday"]
    ),
    (.doubtful(.unannounced(year: 2027)), ["2027", "chưa được công bố", "sớm nhất"], ["2027", "earliest day"]),
    (
      .doubtful(.intended(day("2026-11-24"), "Ngày Văn hóa")),
      ["24/11/2026 (Ngày Văn hóa)", "chưa có luật", "sớm nhất"],
      ["24 November 2026 (Ngày Văn hóa)", "no law", "earlier day"]
    ),
    (.issued(EventBinding(event: 0), day("2024-01-02")), ["02/01/2024", "ban hành"], ["2 January 2024", "issue"]),
    (.deciding(EventBinding(event: 0), day("2024-05-09")), ["09/5/2024", "quyết định"], ["9 May 2024", "decides"]),
    (.backstop(day("2024-12-31")), ["Chậm nhất", "31/12/2024"], ["31 December 2024", "at the latest"]),
    (.bounded(from: day("2024-07-01"), until: nil), ["từ ngày 01/7/2024"], ["1 July 2024"]),
    (.bounded(from: nil, until: day("2024-07-01")), ["đến hết ngày 01/7/2024"], ["1 July 2024"]),
    (.extended(to: day("2024-07-15"), by: "CV 12"), ["gia hạn", "15/7/2024", "CV 12"], ["15 July 2024", "CV 12"]),
    (.extensionPassed(day("2024-07-15")), ["15/7/2024"], ["15 July 2024"]),
    (.hoursFromMidnight(day("2024-05-09")), ["00h00", "09/5/2024"], ["00:00", "9 May 2024"]),
    (
      .otherTask(ObligationID(plan: "p", task: "I.2", key: "once"), day("2024-05-31")), ["I.2", "31/5/2024"],
      ["I.2", "31 May 2024"]
    ),
    (
      .otherTaskEnded(ObligationID(plan: "p", task: "I.2", key: "once")), ["I.2", "không phải làm nữa"],
      ["I.2", "need not be done"]
    ),
  ]

  @Test("Each step says its days in both languages", arguments: steps.indices)
  func sentence(index: Int) {
    let (step, vi, en) = Self.steps[index]
    for (language, words) in [(Language.vi, vi), (.en, en)] {
      let sentences = Explanation(RuleSet(), language).sentences(for: [step])
      #expect(sentences.count == 1)
      let sentence = sentences.first ?? ""
      #expect(sentence.hasSuffix("."))
      for word in words { #expect(sentence.contains(word), "\(sentence)") }
    }
  }

  @Test(
    "Why there is no such period: the year has none, the calendar declares none, or no year is named",
    arguments: [
      (PeriodExpression.child(.week, 53, of: .year(.year, 2024)), "năm 2024 không có kỳ ấy", "2024 has none of it"),
      (.child(.term, 2, of: .year(.schoolYear, 2024)), "lịch chưa khai kỳ này", "does not declare it"),
      (.child(.quarter, 2, of: .own(nil)), "kỳ không nêu năm", "names no year"),
    ])
  func noPeriod(period: PeriodExpression, vi: String, en: String) {
    let words = ProblemWords.words(.noSuchPeriod(period))
    #expect(words.vi.contains(vi) && words.en.contains(en), "\(words)")
  }

  @Test("A due line without a day is a warning with the days that its bounds took") func givesNoDay() {
    let problem = ExpansionProblem(
      reason: .givesNoDay(from: nil, until: day("2026-06-30"), days: [day("2026-12-31")]),
      text: "hằng năm, đến 30/6/2026", span: nil)
    let diagnostic = ProblemWords.diagnostic(problem)
    #expect(diagnostic.code == "gives-no-day")
    #expect(diagnostic.severity == .warning)
    for word in ["hằng năm", "31/12/2026", "đến hết ngày 30/6/2026"] { #expect(diagnostic.words.vi.contains(word)) }
    for word in ["31 December 2026", "until 30 June 2026"] { #expect(diagnostic.words.en.contains(word)) }
  }
}
