import Deadlines
import Testing

/// Sentences of statutes, permits, calendars and contracts, each beside its deadline in plain words.
@Suite("English sentences") struct EnglishSentenceTests {
  private func read(_ wording: String) -> [Deadline] { DeadlineRepair(planYear: 2024).read(wording).reading.freeText }

  private func expect(_ wording: String, _ plain: String) {
    let meaning = DeadlineReader().read(plain).freeText
    #expect(meaning.count == 1, "\(plain)")
    #expect(read(wording) == meaning, "\(wording)")
    for text in meaning.map({ CanonicalWording(.en).text(of: $0) }) {
      #expect(DeadlineReader().read(text).freeText == meaning, "\(text)")
    }
  }

  @Test(
    "of what may not be done say when it is due, or when it opens",
    arguments: [
      ("No addenda shall be issued less than 24 hours before closing", "24 hours before closing"),
      ("The notice may not be given later than 10 days before the hearing", "10 days before the hearing"),
      ("No petition may be filed more than 120 days before the election", "within 120 days before the election"),
      ("The appeal may not be filed later than 30 days after the denial", "within 30 days after the denial"),
      ("The permit shall not be issued earlier than 15 days after publication", "at least 15 days after publication"),
      ("Applications may not be submitted after June 30", "by 30 June"),
      ("A candidate may not withdraw later than the 57th day before the election", "57 days before the election"),
      ("Ballots may not be mailed earlier than the 45th day before the election", "within 45 days before the election"),
      ("Applications will not be accepted before 1 March 2024.", "not before 1 March 2024"),
      ("Send it by 1 March; you must not file before 1 January.", "by 1 March; not before 1 January"),
    ])
  func prohibitions(wording: String, plain: String) { expect(wording, plain) }

  @Test(
    "of rhythms keep the day that stands behind a dash, a conjunction or a bound",
    arguments: [
      (
        "Quarterly filers – April 20, July 20, October 20, and January 20 of the following year",
        "every year, on 20 April, 20 July, 20 October and 20 January the following year"
      ),
      ("Monthly returns – 20th day of the following month", "every month, on day 20 of the following month"),
      ("at least annually, and no later than March 1 of each contract year", "every year, by 1 March"),
      ("As soon as practicable in each year and not later than 30 September", "every year, by 30 September"),
      ("shall provide the Minister, on 30 June at the latest each year, with a report", "every year, by 30 June"),
      ("by or before February 1st each year", "every year, by 1 February"),
      ("on the 30th day of June of each succeeding year", "every year, on 30 June"),
      ("once in every six months", "once a half-year"),
      ("The inspection shall take place once in six months", "once a half-year"),
      (
        "due on the 15th day of the 4th month after the end of your tax year",
        "every fiscal year, by day 15 of the fourth month after the fiscal year"
      ),
      (
        "April 30 for the first quarter, July 31 for the second quarter and October 31 for the third quarter",
        "on 30 April, 31 July and 31 October"
      ),
      ("Taxes are due November 1 and delinquent after December 10", "by 1 November; by 10 December"),
      (
        "Invoices shall be submitted monthly, no later than the 10th of the month following the month of service",
        "every month, by day 10 of the following month"
      ),
      (
        "no later than February 1 of each year that follows the calendar year in which the data were collected",
        "every year, by 1 February"
      ),
      ("from 8 am to 11 am on 5 June", "at 11:00 on 5 June"), ("5 June 2024, 8:00–11:00", "at 11:00 on 5 June 2024"),
      ("once at least in every calendar year", "at least once a year"),
      ("An annual meeting of the members shall be held once in every calendar year", "once a year"),
      (
        "The commission shall meet at least quarterly and at such other times as the chair determines",
        "at least once a quarter; per chair determines"
      ),
      (
        "The report is due by the 10th of each month; if the 10th falls on a weekend, it is due the following Monday",
        "every month, by day 10 of the month, on a day off: the working day after"
      ),
      (
        "on the 15th of each month or the preceding business day",
        "every month, on day 15 of the month, on a day off: the working day before"
      ),
      (
        "by 1 March, if that day is not a business day, on the next business day",
        "by 1 March, on a day off: the working day after"
      ),
      ("Tuesdays from 2 pm to 4 pm", "every week, at 16:00 on Tuesday of the week"),
      ("one half by January 31 and the remainder by July 31", "by 31 January; by 31 July"),
      ("week 3 of 2024", "calendar week 3 2024"),
      (
        "By January 10, 2026, and on or before January 10 annually thereafter, the department shall report",
        "every year, by 10 January, from 10 January 2026"
      ),
      ("Beginning January 1, 2025, and every January 1 thereafter", "every year, on 1 January, from 1 January 2025"),
      ("on or about the first day of each month", "every month, on day 1 of the month"),
      ("every four years, starting from 2025", "every 4 years starting in 2025"),
      ("not less frequently than once every 6 months", "at least once every half-year"),
      ("at regular intervals, at least every two years", "at least once every 2 years"),
      ("not later than 31 March of year n+1", "by 31 March the following year"),
      ("by 15 October of year n-1", "by 15 October the previous year"),
      ("by 31 March of the year following that to which the report relates", "by 31 March the following year"),
    ])
  func rhythms(wording: String, plain: String) { expect(wording, plain) }

  @Test(
    "of events keep their counts",
    arguments: [
      ("2 1/2 months after the hearing", "within 2 months and 15 days after the hearing"),
      ("within three and one-half months after signing", "within 3 months and 15 days after signing"),
      ("within 1½ years of the award", "within 1 year and 6 months after the award"),
      (
        "between 30 and 60 days before the expiration", "at least 30 days but no more than 60 days before expiration"
      ),
      ("between 30 and 60 days after receipt", "no earlier than 30 days and within 60 days after receipt"),
      ("during the 60-day period ending on the expiration date", "within 60 days before expiration date"),
      ("by 10:00 on the day of the meeting", "by 10:00 on the day of meeting"),
      (
        "as soon as possible after the end of the meeting, but not later than 10 days thereafter",
        "within 10 days after end of the meeting"
      ),
      ("promptly after discovery, and in no event later than 5 days after discovery", "within 5 days after discovery"),
      (
        "The Commission shall review this Directive by 1 July 2028 and, where appropriate, submit a proposal",
        "by 1 July 2028"
      ),
      ("at the latest 10 days before the meeting", "10 days before the meeting"),
      ("by the close of business two business days before the hearing", "2 working days before the hearing"),
      (
        "You must apply by 12 November 2018. The site will close at 10pm on 12 November 2018",
        "by 22:00 on 12 November 2018"
      ),
      ("within 14 days from the date of this letter", "within 14 days after letter"),
      (
        "acknowledge the notice immediately, but in no event more than 15 days after its receipt",
        "within 15 days after receipt"
      ),
      (
        "within 72 hours after discovery of the release, followed by a written report within 15 days",
        "within 72 hours after discovery of the release; within 15 days"
      ),
      (
        "within 30 days of the test, but no later than 31 March 2025, whichever comes first",
        "within 30 days after the test or by 31 March 2025, whichever is earlier"
      ),
      ("annually, on or before the anniversary date of the permit", "on the day of [anniversary date of the permit]"),
      (
        "by the end of the sixth month after the person died",
        "by the last day of the sixth month after the month in which person died"
      ),
      (
        "by the last day of the second month following the date of the sale",
        "by the last day of the second month after the month in which sale"
      ),
    ])
  func events(wording: String, plain: String) { expect(wording, plain) }

  @Test(
    "that say another thing beside a day are not read",
    arguments: [
      "Within 4 months after the end of each fiscal year, which shall commence on each July 1, the board shall report",
      "The due date may not be earlier than the 20th of the month following the period",
      "The law entered into force on 1 July 2023", "Interest accrues from 1 January 2024",
      "The applicant has been employed for at least 12 months", "The report covers the period 1 January to 31 March",
      "The balance as of June 30 must be reported", "every other month, odd months", "probably by the end of June",
      "The office is closed from 24 December to 1 January", "No report is due in August",
      "No construction shall occur between 15 March and 31 August", "Do not submit before March 1",
      "Applications may not be submitted after June 30 unless approved", "by 28 February (29 February in a leap year)",
      "by the end of Week 3", "at 10:00 on the same day", "Monday of week 12",
      "March 1 (or February 29 if leap year): last day for contributions",
      "Annual return: 20th day of the month after the end of the half year",
      "Work done after the period in which reports were late is at the grantee's own risk",
      "Payments received after 5 June",
      "All dates on this page are to be met in accordance with Eastern Time (ET)",
      "The Minister shall table the report before the Assembly", "before each House of Parliament",
      "The evaluation is completed by 15 May and submitted on or before the twentieth of the month",
    ])
  func notRead(wording: String) { #expect(read(wording).isEmpty, "\(wording)") }

  @Test(
    "of calendars and tables are read with their remarks",
    arguments: [
      ("May (Annual Meeting): elections of directors and officers", "May"),
      ("June 30 (fiscal year end): close of books", "30 June"),
      ("Tuesday, November 26: Last day to drop a class or withdraw", "Tuesday, 26 November"),
      ("Monday, December 14: 9:00 A.M. – Deadline to submit grades", "by 09:00 on Monday, 14 December"),
      (
        "Fall Recess (no classes): Wednesday, November 27 – Sunday, December 1",
        "Fall Recess: from Wednesday, 27 November to Sunday, 1 December"
      ),
      ("6 April – start of the new tax year", "6 April"),
      ("w/c 3 June 2024", "from 3 June 2024 to the day 6 days after 3 June 2024"),
      ("in the week beginning 10 June 2024", "from 10 June 2024 to the day 6 days after 10 June 2024"),
      ("midnight (UK time) 31 January 2025", "at 24:00 on 31 January 2025"),
      ("Weekdays by 9:30 a.m.", "every working day, by 09:30 that day"),
      ("Mon–Fri by 4 pm", "every working day, by 16:00 that day"),
      ("Bi-weekly, Friday", "every 2 weeks, on Friday of the week"),
      (
        "Every 1st and 3rd Tuesday of the month",
        "every month, on the first Tuesday of the month and the third Tuesday of the month"
      ),
      ("January/April/July/October", "January, April, July and October"),
      ("Three times a year: January, May, September", "every year, January, May and September"),
      ("Four times a year at the end of each quarter", "every quarter, on the last day of the quarter"),
      ("One time, within 90 days of permit issuance", "within 90 days after permit issuance"),
      (
        "Filing due: 45 days post quarter-end",
        "Filing due: every quarter, within 45 days after the last day of the quarter"
      ),
      ("within T+1 business day", "within 1 working day"),
      (
        "due the 15th day of the fifth month after fiscal year end (May 15 for calendar-year filers)",
        "every fiscal year, by day 15 of the fifth month after the fiscal year"
      ),
      ("On or before the 31st day of January next following the end of each fiscal year", "every year, by 31 January"),
    ])
  func tables(wording: String, plain: String) { expect(wording, plain) }

  @Test("of a period leave out what it is the period of")
  func periods() {
    expect(
      "For the special accounting period from 5 Apr 2014 to 5 Jul 2014, the return is due on 5 Aug 2014",
      "by 5 August 2014")
  }
}
