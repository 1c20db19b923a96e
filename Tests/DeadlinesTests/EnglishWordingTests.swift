import CivilCalendar
import Deadlines
import Testing

@Suite("English wordings") struct EnglishWordingTests {
  private static func only(_ wording: String) -> Deadline? {
    let reading = DeadlineReader().read(wording)
    return reading.freeText.count == 1 ? reading.freeText[0] : nil
  }

  static let q2 = PeriodExpression.child(.quarter, 2, of: .year(.year, 2024))
  static func opens(_ day: DateExpression) -> DeadlineForm { .at([Place(.notBefore, .day(day))]) }
  static func after(_ day: DateExpression) -> DateExpression {
    .shifted([CalendarDuration(1, .day)], backwards: false, from: day)
  }

  static let openings: [Variants] = [
    Variants(
      opens(.first(of: .period(q2))), "from Q2 2024 onwards",
      "at any time from Q2 2024"),
    Variants(opens(civil(2024, 7, 1)), "from 1 July 2024", "from 1 July 2024 onwards"),
    Variants(opens(after(.last(of: .period(q2)))), "after Q2 2024", "only after Q2 2024"),
    Variants(opens(after(civil(2024, 6, 30))), "after 30 June 2024", "at any time after 30 June 2024"),
    Variants(
      opens(.shifted([CalendarDuration(10, .day)], backwards: true, from: civil(2024, 3, 15))),
      "no earlier than 10 days before 15 March 2024", "not sooner than 10 days prior to 15 March 2024"),
    Variants(at(.before, lunar(nil, 1, 1)), "before Lunar New Year", "before the Lunar New Year", "before Tet"),
  ]

  static let rhythms: [Variants] = [
    Variants(
      each(.every(.month, interval: 2), .on, .day(5, of: .own(.month))), "every two months on the 5th",
      "every 2 months, on the 5th"),
    Variants(
      .each(Rhythm(.every(.month, interval: 6), start: .day(civil(nil, 3, 1))), []), "every six months from 1 March",
      "every 6 months, starting on 1 March"),
    Variants(
      .each(Rhythm(.every(.day, interval: 21), start: .day(civil(2024, 1, 12))), []),
      "every 3 weeks from 12 January 2024", "every 21 days, starting 12 January 2024"),
  ]

  @Test("open without a due day, or run from a day", arguments: openings + rhythms)
  func areReadAlike(variants: Variants) {
    for wording in variants.wordings {
      #expect(Self.only(wording) == Deadline(variants.form), "\(wording)")
    }
  }

  @Test(
    "that leave out which day, or contradict themselves, are not read and say why",
    arguments: [
      ("by the 15th", "of which month"), ("the 15th", "of which month"), ("Friday", "of which week"),
      ("by Friday", "of which week"), ("Monday 5 June 2024", "is a Wednesday"),
      ("by Monday, 5 June 2024", "is a Wednesday"), ("June 5, 2024 (Monday)", ""),
      ("every 2 months from 15 March", ""),
    ])
  func areNotRead(wording: String, reason: String) {
    for reading in [DeadlineReader().read(wording), DeadlineRepair(planYear: 2024).read(wording).reading] {
      #expect(reading.freeText.isEmpty)
      #expect(
        reason.isEmpty || reading.failure?.words.en.contains(reason) == true, "\(String(describing: reading.failure))")
    }
  }

  @Test(
    "of one of two days or rhythms are never both",
    arguments: [
      "by 15 March or 20 April", "on 15 March or on 20 April 2024", "quarterly or monthly", "by 15 March or June",
      "by the end of March or June",
    ])
  func alternatives(wording: String) {
    #expect(DeadlineReader().read(wording).freeText.count != 1)
    #expect(DeadlineRepair(planYear: 2024).read(wording).reading.freeText.count != 1)
  }

  @Test("name both readings of one of two days")
  func namesReadings() {
    let readings = DeadlineReader().read("by 15 March or 20 April 2024").freeText
    #expect(readings == [Deadline(at(.by, civil(2024, 3, 15))), Deadline(at(.by, civil(2024, 4, 20)))])
  }

  @Test(
    "are printed as English says them",
    arguments: [
      ("Fridays", "every week, on Friday of the week"), ("early in each month", "every month, early in the month"),
      ("1 working day before the meeting", "1 working day before meeting"),
      ("once a quarter", "once a quarter"), ("at least twice a year", "at least twice a year"),
      ("2022-2023: by 15 March 2023", "2022-2023: by 15 March 2023"), ("Q1: by 15 March", "Q1: by 15 March"),
    ])
  func printing(wording: String, printed: String) {
    let meaning = Self.only(wording)
    #expect(meaning.map { CanonicalWording(.en).text(of: $0) } == printed)
    #expect(Self.only(printed) == meaning)
  }

  static let sentences: [Variants] = [
    Variants(
      each(monthly, .by, .ordinal(.weekday(.friday), 4, of: .period(.own(.month)))),
      "Not later than the fourth Friday of each month, the Mayor shall submit a report showing revenues up to "
        + "the last day "
        + "of the prior month"),
    Variants(
      each(
        quarterly, .by,
        .shifted([CalendarDuration(20, .day)], backwards: false, from: .last(of: .period(.own(.quarter))))),
      "not later than twenty days after the close of each quarter, a report on the accounts as of the last day "
        + "of that quarter"
    ),
    Variants(
      each(monthly, .on, .day(21, of: next(.month, after: .month))),
      "Monthly: 21st day of the month following the end of the taxable period"),
    Variants(
      each(
        .every(.half), .by,
        .shifted([CalendarDuration(15, .day)], backwards: false, from: .last(of: .period(.own(.half))))),
      "Semiannually, within 15 days following the end of the semiannual period, which ends June 30 and December "
        + "31 of each year"
    ),
    Variants(
      each(monthly, .on, .day(26, of: .own(.month))),
      "The pay period runs from the 1st to the last day of each month. Paychecks are issued on the 26th of the month"),
    Variants(
      .each(
        Rhythm(.every(.month, interval: 1), season: through(month(3, nil), month(6, nil))),
        [Place(.by, .day(.day(15, of: .own(.month))))]),
      "From March to June, by the 15th of each month, a report of sales"),
    Variants(
      each(yearly, .on, .ordinal(.weekday(.saturday), 3, of: .period(.child(.month, 10, of: .planYear)))),
      "The meeting is held on the third Saturday of October each and every year"),
  ]

  @Test("in sentences are found among what is reported", arguments: sentences)
  func areFoundInSentences(variants: Variants) {
    for wording in variants.wordings {
      #expect(DeadlineRepair(planYear: 2024).read(wording).reading.freeText == [Deadline(variants.form)], "\(wording)")
    }
  }

  @Test(
    "in sentences lose no season, hour, rhythm or year",
    arguments: [
      "From September to May, no later than the 15th day of each month",
      "from 1 March to 30 June, by the 15th of each month",
      "from September to May of each marketing year, by the 15th of each month",
      "The board shall meet monthly, September through June, on the second Monday",
      "Monthly for six months, then quarterly",
      "The day after tomorrow", "monthly, skip August",
      "Reports are due monthly, minus August", "every 30 days after the first report",
      "by 1 February of the following year, and keep the posting in place until 30 April",
      "by the 15th day after the last day of each quarter, except that the last report shall be filed by 31 January",
      "Members who joined before 1 January 2020 shall be exempt.", "As amended on 15 March 2024, the rule applies.",
      "The board may extend the deadline by 30 days.", "Interest accrues at one per cent per month until paid.",
      "Overtime must be approved in advance by the supervisor.", "by 15 October of the year preceding the leave",
      "The rules adopted 15 March 2024 apply.",
      "The meeting scheduled for 15 March is cancelled.",
      "quarterly periods beginning on the first day of February, May, August and November",
    ])
  func keepLimits(wording: String) {
    #expect(DeadlineRepair(planYear: 2024).read(wording).reading.freeText.isEmpty)
  }

  /// A rhythm that begins or ends on a day.
  @Test(
    "begin or end on a day that stands before or behind them",
    arguments: [
      ("Starting 1 January 2025, reports shall be filed quarterly.", "every quarter, from 1 January 2025"),
      ("From 2025 onwards, annual reports are due by 31 March.", "every year, by 31 March, from the first day of 2025"),
      ("Until 31 December 2025, reports shall be submitted monthly.", "every month, until 31 December 2025"),
      ("The first payment is due on 1 July 2024 and monthly thereafter.", "every month, by day 1, from 1 July 2024"),
      (
        "The first report is due on 30 June 2024 and subsequent reports every six months thereafter.",
        "every 6 months, starting 30 June 2024, by day 30"
      ),
      (
        "Reports shall be submitted by 15 March each year, for the first time by 15 March 2023.",
        "every year, by 15 March, from 15 March 2023"
      ),
      (
        "By 1 January 2027 and every five years thereafter, the office shall review the rules.",
        "every 5 years starting in 2027, by 1 January"
      ),
      ("upon initial hire and at least annually thereafter", "after initial hire; at least once a year"),
      (
        "By 28 February 2025, and annually thereafter, the agency reports.",
        "every year, by 28 February, from 28 February 2025"
      ),
      (
        "Every two years, and for the first time by 17 July 2025, the office reports.",
        "every 2 years starting in 2025, by 17 July"
      ),
      (
        "The report shall cover the period from 1 January to 31 December and shall be submitted by 31 March of "
          + "the following year.",
        "by 31 March of the following year"
      ),
      ("Deadline: 30 April 2024, 12:00 noon", "by 12:00 on 30 April 2024"),
      ("A fortnight after signing", "within 2 weeks after signing"),
      (
        "Every Monday from 8 January 2024 to 24 June 2024",
        "every week, on Monday, from 8 January 2024, until 24 June 2024"
      ),
      ("Reports are due by the 15th of each month from January to June", "every month from January to June, by day 15"),
      (
        "Either party may terminate upon ninety (90) days' prior written notice to the other party.", "90 days' notice"
      ),
      (
        "The form is due by the 15th day of the 5th month after the organization's fiscal year ends.",
        "by the 15th day of the fifth month after the fiscal year"
      ),
      ("Net 30 days from date of invoice", "within 30 days after invoice"),
      ("Critical: 1 hour; Low: 3 business days", "Critical: within 1 hour; Low: within 3 working days"),
      ("Last day to withdraw without penalty: Friday, March 22", "by Friday, 22 March"),
      (
        "within 18 months of incorporation, or 6 months after the end of the financial year, whichever is earlier",
        "within 18 months after incorporation or within 6 months after [end of the financial year], whichever is "
          + "earlier"
      ),
      (
        "Employees are paid on the 15th and the last working day of the month.",
        "every month, on day 15 of the month and the last working day of the month"
      ),
      (
        "Tax shall be paid within seven days from the end of the month in which the deduction is made.",
        "within 7 days after [end of the month in which deduction is made]"
      ),
      (
        "A person may appeal within 28 days after the day on which notice of the decision is given.",
        "within 28 days after notice of the decision is given"
      ),
      (
        "The company must, within 21 days after the change, give the Registrar notice.", "within 21 days after change"
      ),
      (
        "The borrower shall deliver statements within 120 days after the end of each fiscal year of the borrower.",
        "every fiscal year, within 120 days after the last day of the fiscal year"
      ),
      ("Notice shall be given two weeks or more before the meeting.", "2 weeks before meeting"),
      (
        "not later than the nineteenth day before the poll, disregarding Saturdays, Sundays and bank holidays",
        "19 working days before poll"
      ),
      (
        "within one month of receipt of the request; that period may be extended by two further months",
        "within 1 month after receipt of the request, unless: may be extended by two further months"
      ),
      (
        "An application must be made within 28 days, or such longer period as the Tribunal allows, after the hearing.",
        "within 28 days after hearing, unless: Tribunal allows"
      ),
      (
        "A contract may not be concluded before the expiry of a period of at least 10 days after the notice.",
        "at least 10 days after notice"
      ),
      ("The first instalment is due by 31 July and the second is due by 30 September.", "by 31 July; by 30 September"),
      ("The agency shall publish an annual summary of its activities.", "every year"),
      (
        "No later than 20 days after the end of the quarterly period beginning on the first day of January, "
          + "April, July, and October",
        "every quarter, within 20 days after the last day of the quarter"
      ),
      ("The unit shall be inspected monthly and subjected to an annual check.", "every month; every year"),
      (
        "alternate Fridays starting 10 January 2025, by 5.00 pm",
        "every other Friday, starting 10 January 2025, "
          + "by 17:00"
      ),
      (
        "The appeal must be filed within 30 days after the decision or the date of its publication, whichever is "
          + "later.",
        "within 30 days after both decision and publication"
      ),
      (
        "within 15 days of the earlier of receipt of the notice or publication",
        "within 15 days after receipt of the notice or publication"
      ),
      (
        "The notice must be given before the end of the period of 14 days beginning with the day after the hearing.",
        "within 14 days after hearing"
      ),
      (
        "Within 60 days of the entry into force, Member States shall designate the authority.",
        "within 60 days after entry into force"
      ),
      ("The lessee may renew at least 90 days before the end of the term.", "90 days before [end of the term]"),
      (
        "The OSHA 300 Log is due within 10 days following the month in which the result is received.",
        "within 10 days after [end of the month in which result is received]"
      ),
      (
        "The committee shall meet at least four times a year at intervals of no more than four months.",
        "at least 4 times a year; at least once every 4 months"
      ),
      ("Return the copy within 10 days; otherwise the offer lapses.", "within 10 days"),
      ("Submit the form by 15 March 2024; late applications are not accepted.", "by 15 March 2024"),
      (
        "Abstracts are due by 1 June 2024. Abstracts received after the deadline will not be considered.",
        "by 1 June 2024"
      ),
      ("Candidates must file their papers between 1 and 15 February.", "from 1 February to 15 February"),
      ("The exam is scheduled for the second week of December.", "the second week of December"),
      ("Licences must be renewed by 31 December of every third year.", "every 3 years, by 31 December"),
      (
        "You must submit semiannual compliance reports by 31 July or 31 January.",
        "semiannually, by 31 July or "
          + "31 January"
      ),
      (
        "The State must submit its plan biennially, on or before 1 June of each even-numbered year.",
        "every 2 years in even years, by 1 June"
      ),
      (
        "The tax is due by 22 March (or the 19th if you pay by cheque).",
        "by 22 March, unless: the 19th if you pay by cheque"
      ),
      (
        "The office responds within 20 days (excluding Saturdays, Sundays and public holidays) after receipt.",
        "within 20 working days after receipt"
      ),
    ])
  func running(wording: String, meant: String) {
    let reading = DeadlineRepair(planYear: 2024).read(wording).reading
    #expect(reading.freeText.count == 1)
    #expect(reading.freeText == DeadlineReader().read(meant).freeText)
  }

  @Test("name cases beside a rhythm in the language they are printed in")
  func madeUpLabels() {
    let vi = DeadlineReader().read("hằng quý và đột xuất").freeText
    let en = DeadlineReader().read("every quarter and ad hoc").freeText
    #expect(vi.map { CanonicalWording(.en).text(of: $0) } == ["every quarter; ad hoc: as it arises"])
    #expect(en.map { CanonicalWording(.vi).text(of: $0) } == ["hằng quý; đột xuất: khi có phát sinh"])
  }

  @Test("approved by the end of a period is no timetable of somebody's")
  func authorities() {
    let reading = DeadlineRepair(planYear: 2024).read("Proposals must be approved by the end of May").reading
    #expect(reading.freeText == [Deadline(at(.by, .last(of: .period(month(5, nil)))))])
  }

  @Test("an hour behind a calendar's colon is that day's")
  func hours() {
    let reading = DeadlineRepair(planYear: 2024).read("31 October 2018: the deadline for places is 11:59pm").reading
    #expect(reading.freeText == [Deadline(at(.by, at: ClockTime(hour: 23, minute: 59), civil(2018, 10, 31)))])
  }
}
