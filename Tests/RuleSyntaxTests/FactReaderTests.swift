import CivilCalendar
import TestSupport
import Testing

@testable import Deadlines
@testable import RuleSyntax

private func event(_ name: String) -> FactSyntax.Target { .event(EventNameSyntax(name)) }
private let one = FactSyntax.Target.task(SubjectSyntax(id: "I.1"))

@Suite("Facts are read in both languages")
struct FactReaderTests {
  private let reader = FactReader(deadlines: DeadlineReader())

  @Test(
    "the rows of the fact table",
    arguments: [
      ("papi ngày 02/4/2024", FactSyntax(.happened, event("papi"), day: day("2024-04-02"))),
      (
        "papi năm 2023 số 12/BC ngày 02/4/2024 lúc 14:30",
        FactSyntax(
          .happened, event("papi năm 2023 số 12/BC"), day: day("2024-04-02"), time: ClockTime(hour: 14, minute: 30))
      ),
      (
        "end of the period of 2023 on 2023-12-31 at 14:30",
        FactSyntax(
          .happened, event("end of the period of 2023"), day: day("2023-12-31"), time: ClockTime(hour: 14, minute: 30))
      ),
      (
        "I.1 xong ngày 28/02/2024 số 55/SKHCN-VP", FactSyntax(.done, one, day: day("2024-02-28"), ground: "55/SKHCN-VP")
      ),
      (
        "skhcn-2024/VII.8 (ban hành Kế hoạch) kỳ Quý I/2024 của Chi cục TĐC xong ngày 20/3/2024",
        FactSyntax(
          .done,
          .task(
            SubjectSyntax(
              plan: "skhcn-2024", id: "VII.8", label: "ban hành Kế hoạch",
              key: .period(.period(.child(.quarter, 1, of: .year(.year, 2024)))), unit: "Chi cục TĐC")),
          day: day("2024-03-20"))
      ),
      (
        "VII.9 at 2024-Q1 by Văn phòng done on 16 March 2024 no 7/BC",
        FactSyntax(
          .done, .task(SubjectSyntax(id: "VII.9", key: .literal("2024-Q1"), unit: "Văn phòng")), day: day("2024-03-16"),
          ground: "7/BC")
      ),
      (
        "ấn định II.4 hạn chậm nhất ngày 30/9/2024 theo Công văn số 100/VP",
        FactSyntax(
          .set, .task(SubjectSyntax(id: "II.4")), words: "chậm nhất ngày 30/9/2024", ground: "Công văn số 100/VP")
      ),
      (
        "scheduled II.4 at 2024: by 30 September 2024 per letter 100",
        FactSyntax(
          .set, .task(SubjectSyntax(id: "II.4", key: .literal("2024"))), words: "by 30 September 2024",
          ground: "letter 100")
      ),
      (
        "gia hạn II.5 đến 15/4/2024 theo Quyết định số 60/QĐ-SKHCN",
        FactSyntax(
          .extended, .task(SubjectSyntax(id: "II.5")), day: day("2024-04-15"), ground: "Quyết định số 60/QĐ-SKHCN")
      ),
      (
        "extended II.5 to 15 April 2024 per N",
        FactSyntax(.extended, .task(SubjectSyntax(id: "II.5")), day: day("2024-04-15"), ground: "N")
      ),
      ("miễn I.1 vì đã sáp nhập", FactSyntax(.waived, one, ground: "đã sáp nhập")),
      ("waived I.1 because merged", FactSyntax(.waived, one, ground: "merged")),
      ("mở lại I.1 vì nhầm", FactSyntax(.undone, one, ground: "nhầm")),
      ("undone I.1 because wrong", FactSyntax(.undone, one, ground: "wrong")),
      ("hủy ghi nhận papi năm 2023", FactSyntax(.withdrawn, event("papi năm 2023"))),
      ("withdrawn papi of 2023 on 2024-04-02", FactSyntax(.withdrawn, event("papi of 2023"))),
      (
        "sửa papi năm 2023 thành ngày 03/4/2024",
        FactSyntax(.corrected, event("papi năm 2023"), day: day("2024-04-03"))
      ),
      (
        "corrected papi of 2023 to 2024-04-03", FactSyntax(.corrected, event("papi of 2023"), day: day("2024-04-03"))
      ),
      (
        "chuyển I.1 (cho ý kiến) cho Văn phòng",
        FactSyntax(.reassigned, .task(SubjectSyntax(id: "I.1", label: "cho ý kiến")), words: "Văn phòng")
      ),
      (
        "ấn định I.1 (xin gia hạn) hạn 30/9/2024",
        FactSyntax(.set, .task(SubjectSyntax(id: "I.1", label: "xin gia hạn")), words: "30/9/2024")
      ),
      (
        "miễn I.1 (vì người nghèo) vì đã sáp nhập",
        FactSyntax(.waived, .task(SubjectSyntax(id: "I.1", label: "vì người nghèo")), ground: "đã sáp nhập")
      ),
      ("chuyển I.1 cho Văn phòng theo TB 5", FactSyntax(.reassigned, one, words: "Văn phòng", ground: "TB 5")),
      ("reassigned I.1 to Văn phòng per TB 5", FactSyntax(.reassigned, one, words: "Văn phòng", ground: "TB 5")),
      ("ngừng nhắc I.1 đến 01/6/2024 vì chờ", FactSyntax(.silenced, one, day: day("2024-06-01"), ground: "chờ")),
      (
        "silenced I.1 until 1 June 2024 because of work",
        FactSyntax(.silenced, one, day: day("2024-06-01"), ground: "of work")
      ),
    ])
  func rows(_ text: String, _ expected: FactSyntax) {
    #expect(reader.read(text).contains(expected), "\(reader.read(text))")
  }

  @Test(
    "what is none of them has no reading",
    arguments: [
      "", "vp đã họp", "papi ngày 31/02/2024", "papi ngày 02/4", "I.1 xong", "gia hạn I.1", "ngày 02/4/2024", "…",
    ])
  func none(_ text: String) { #expect(reader.read(text).isEmpty, "\(reader.read(text))") }

  @Test(
    "keys as a person writes them",
    arguments: [
      ("Quý I/2024", "2024-Q1"), ("quý II", "2024-Q2"), ("tháng 5/2024", "2024-05"),
      ("6 tháng đầu năm 2024", "2024-H1"),
      ("năm 2023", "2023"), ("2023", "2023"), ("2024-q1", "2024-Q1"), ("năm học 2023-2024", "2023-2024"),
      ("giai đoạn 2021-2025", "2021..2025"), ("once", "once"), ("2024.1", "2024.1"), ("A-17", "A-17"),
      ("Q1 2024", "2024-Q1"), ("March 2024", "2024-03"), ("H1 2024", "2024-H1"),
    ])
  func keys(_ text: String, _ key: String) {
    #expect(KeyText.read(text, with: DeadlineReader()).key(year: 2024) == key)
  }
}

@Suite("Statements of tests are read in both languages")
struct StatementReaderTests {
  private let reader = StatementReader(deadlines: DeadlineReader())
  private static let subject = SubjectSyntax(id: "I.5")

  @Test(
    "the forms of the table",
    arguments: [
      (
        "I.5 hạn 10/6/2024 vì ngày thứ 30 là thứ Bảy",
        StatementSyntax(.due, of: subject, days: [day("2024-06-10")], because: "ngày thứ 30 là thứ Bảy")
      ),
      (
        "I.5 due 2024-06-10 because day 30",
        StatementSyntax(.due, of: subject, days: [day("2024-06-10")], because: "day 30")
      ),
      (
        "I.5 hạn 16/3/2024; 16/6/2024; …",
        StatementSyntax(.due, of: subject, days: [day("2024-03-16"), day("2024-06-16")], isOpen: true)
      ),
      (
        "I.5 từ 01/4/2024 hạn 30/6/2024",
        StatementSyntax(.due, of: subject, day: day("2024-04-01"), days: [day("2024-06-30")])
      ),
      (
        "I.5 from 1 April 2024 due 30 June 2024",
        StatementSyntax(.due, of: subject, day: day("2024-04-01"), days: [day("2024-06-30")])
      ),
      (
        "I.5 đang chờ par năm 2024, chậm nhất 31/12/2024",
        StatementSyntax(.waiting, of: subject, day: day("2024-12-31"), words: "par năm 2024")
      ),
      (
        "I.5 waiting for the index, by 31 December 2024 at the latest",
        StatementSyntax(.waiting, of: subject, day: day("2024-12-31"), words: "the index")
      ),
      (
        "I.5 đang chờ ban hành kế hoạch svd",
        StatementSyntax(.waiting, of: subject, words: "ban hành kế hoạch svd")
      ),
      ("I.5 đang chờ ấn định", StatementSyntax(.awaitingDate, of: subject)),
      (
        "I.5 awaiting its date, by 2024-12-31",
        StatementSyntax(.awaitingDate, of: subject, day: day("2024-12-31"))
      ),
      ("I.5 dự kiến hạn 30/6/2024", StatementSyntax(.expectedDue, of: subject, days: [day("2024-06-30")])),
      ("I.5 expected due 30 June 2024", StatementSyntax(.expectedDue, of: subject, days: [day("2024-06-30")])),
      (
        "I.5 mở từ 09/5/2024, không có hạn",
        StatementSyntax(.openUndated, of: subject, day: day("2024-05-09"))
      ),
      (
        "I.5 open from 9 May 2024, no date",
        StatementSyntax(.openUndated, of: subject, day: day("2024-05-09"))
      ),
      ("I.5 thường xuyên đến 31/12/2024", StatementSyntax(.standing, of: subject, day: day("2024-12-31"))),
      (
        "I.5 standing until 31 December 2024",
        StatementSyntax(.standing, of: subject, day: day("2024-12-31"))
      ),
      ("I.5 quá hạn 3 ngày", StatementSyntax(.overdue, of: subject, count: 3)),
      ("I.5 overdue 1 day", StatementSyntax(.overdue, of: subject, count: 1)),
      ("I.5 đã xong", StatementSyntax(.done, of: subject)),
      ("I.5 done", StatementSyntax(.done, of: subject)),
      ("I.5 đã báo cáo", StatementSyntax(.reported, of: subject)),
      ("I.5 reported", StatementSyntax(.reported, of: subject)),
      ("I.5 bị trả lại", StatementSyntax(.returned, of: subject)),
      ("I.5 returned", StatementSyntax(.returned, of: subject)),
      ("I.5 đã miễn", StatementSyntax(.waived, of: subject)),
      ("I.5 waived", StatementSyntax(.waived, of: subject)),
      ("I.5 chưa rõ", StatementSyntax(.unclear, of: subject)),
      ("I.5 unclear", StatementSyntax(.unclear, of: subject)),
      ("I.5 khi có phát sinh", StatementSyntax(.asItArises, of: subject)),
      ("I.5 as it arises", StatementSyntax(.asItArises, of: subject)),
      ("I.5 không có", StatementSyntax(.noOccurrence, of: subject)),
      ("I.5 has no occurrence", StatementSyntax(.noOccurrence, of: subject)),
      (
        "nhắc I.5 tới Văn phòng ngày 29/02/2024; 08/3/2024; …",
        StatementSyntax(
          .reminder, of: subject, days: [day("2024-02-29"), day("2024-03-08")], recipient: "Văn phòng", isOpen: true)
      ),
      (
        "reminder of I.5 to Văn phòng on 29 February 2024",
        StatementSyntax(.reminder, of: subject, days: [day("2024-02-29")], recipient: "Văn phòng")
      ),
      ("không nhắc I.5 ngày 29/02/2024", StatementSyntax(.noReminder, of: subject, day: day("2024-02-29"))),
      ("no reminder of I.5 on 2024-02-29", StatementSyntax(.noReminder, of: subject, day: day("2024-02-29"))),
      (
        "hỏi Văn phòng về par năm 2024 ngày 01/3/2024",
        StatementSyntax(.question, day: day("2024-03-01"), recipient: "Văn phòng", words: "par năm 2024")
      ),
      (
        "question to PI about expiry on 1 March 2024",
        StatementSyntax(.question, day: day("2024-03-01"), recipient: "PI", words: "expiry")
      ),
      ("cảnh báo chưa rõ hạn", StatementSyntax(.warning, words: "chưa rõ hạn")),
      ("error no plan", StatementSyntax(.error, words: "no plan")),
    ])
  func forms(_ text: String, _ expected: StatementSyntax) {
    #expect(reader.read(text) == expected)
  }

  @Test("the subject has label, key and unit")
  func subjects() {
    let statement = reader.read("svd/VII.8 (ban hành) kỳ 2024-Q1 của TTUD hạn 10/6/2024")
    #expect(
      statement?.subject
        == SubjectSyntax(plan: "svd", id: "VII.8", label: "ban hành", key: .literal("2024-Q1"), unit: "TTUD"))
  }

  @Test(
    "what is none of them is not guessed",
    arguments: [
      "", "I.5 chắc là kịp", "I.5 hạn", "I.5 hạn 31/02/2024", "hạn 10/6/2024", "I.5 hạn 10/6/2024 10/7/2024",
      "I.5 quá hạn",
    ])
  func none(_ text: String) { #expect(reader.read(text) == nil) }
}
