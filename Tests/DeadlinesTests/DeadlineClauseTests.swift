import CivilCalendar
import Deadlines
import Testing

@Suite("Clauses and names") struct DeadlineClauseTests {
  private func only(_ wording: String) -> DeadlineItem? {
    let reading = DeadlineReader().read(wording)
    return reading.freeText.count == 1 && reading.freeText[0].items.count == 1 ? reading.freeText[0].items[0] : nil
  }

  static let expected = WindowExpression.period(quarter(2))

  @Test(
    "are cut from the end of a name",
    arguments: [
      "sau khi Bộ, ngành công bố TTHC (dự kiến Quý II/2024)", "sau khi Bộ, ngành công bố TTHC, dự kiến Quý II/2024",
      "after Bộ, ngành công bố TTHC, expected Q2 2024", "after Bộ, ngành công bố TTHC (expected Q2 2024)",
    ])
  func expectation(wording: String) {
    let item = only(wording)
    #expect(item?.clauses.expected == Self.expected)
    #expect(
      item?.form == .counted(CountedDeadline(.after, of: .event(.single(EventMention("Bộ, ngành công bố TTHC"))))))
  }

  @Test("stand in any order")
  func anyOrder() {
    let first = only("theo tiến độ của tỉnh, trong năm 2022, khi có hướng dẫn, dự kiến Quý II/2022")
    let second = only("theo tiến độ của tỉnh, dự kiến Quý II/2022, khi có hướng dẫn, trong năm 2022")
    #expect(first != nil)
    #expect(first == second)
    #expect(first?.clauses.backstop == Place(.on, .window(.period(calendarYear(2022)))))
    #expect(first?.clauses.gate == .event(.single(EventMention("có hướng dẫn"))))
  }

  @Test(
    "a latest day or period behind somebody's timetable is no part of their name",
    arguments: [
      ("Theo tiến độ của tỉnh năm 2022", "theo tiến độ của tỉnh, trong năm 2022"),
      ("theo lộ trình của tỉnh trong giai đoạn 2021 - 2025", "theo lộ trình của tỉnh, trong giai đoạn 2021-2025"),
      ("theo hướng dẫn của Bộ trong năm 2024", "theo hướng dẫn của Bộ, trong năm 2024"),
      ("theo tiến độ năm 2022", "theo tiến độ, trong năm 2022"),
      ("theo tiến độ của tỉnh chậm nhất 30/6/2022", "theo tiến độ của tỉnh, chậm nhất 30/6/2022"),
      ("theo hướng dẫn của Sở Nội vụ trước ngày 15/6/2024", "theo hướng dẫn của Sở Nội vụ, trước ngày 15/6/2024"),
      (
        "theo quý I, 6 tháng, quý III và năm (định kỳ trước 15/3, 15/6, 15/9 và 25/11)",
        "định kỳ Quý I, 6 tháng, Quý III và năm, lần lượt trước 15/3, 15/6, 15/9 và 25/11"
      ),
    ])
  func limitsBehindTimetables(wording: String, meant: String) {
    let reading = DeadlineReader().read(wording)
    #expect(reading.freeText.count == 1)
    #expect(reading.freeText == DeadlineReader().read(meant).freeText)
  }

  @Test(
    "a date in a document's number is never a deadline",
    arguments: [
      "Theo Quyết định số 1117/QĐ-UBND ngày 19/5/2023 của Ủy ban nhân dân tỉnh",
      "theo Kế hoạch số 12/KH-UBND, ngày 19/5/2023",
      "Theo Quy chế (ban hành kèm theo Quyết định số 2112/QĐ-BCĐ ngày 06/9/2023)",
    ])
  func documents(wording: String) {
    for reading in DeadlineReader().read(wording).readings {
      for item in reading.items {
        guard case .timetable = item.form else {
          Issue.record("\(wording) became \(item.form)")
          continue
        }
        #expect(item.clauses.backstop == nil)
      }
    }
  }

  @Test("a name that holds a clause's words stays a reading to be looked up")
  func bothReadings() {
    let reading = DeadlineReader().read("sau khi X, trong năm 2024")
    let names = reading.readings.flatMap(\.mentions)
    #expect(names.contains(.event(EventMention("X"))))
    #expect(names.contains(.event(EventMention("X, trong năm 2024"))))
    #expect(reading.freeText.count == 1)
    #expect(reading.freeText.first?.mentions == [.event(EventMention("X"))])
  }

  @Test(
    "cases within several windows",
    arguments: ["Tháng 1 và tháng 5/2022, khi có phát sinh", "in January and May 2022, as it arises"])
  func casesInWindows(wording: String) {
    let item = only(wording)
    #expect(item?.form == during(month(1, 2022), month(5, 2022)))
    #expect(item?.clauses.gate == .asItArises)
    let deadline = Deadline(items: [item].compactMap { $0 })
    #expect(DeadlineReader().read(CanonicalWording(.vi).text(of: deadline)).freeText == [deadline])
    #expect(DeadlineReader().read(CanonicalWording(.en).text(of: deadline)).freeText == [deadline])
  }

  @Test("a bound behind a comma is never swallowed by a name")
  func boundAfterName() {
    let item = only("trong 15 ngày kể từ ngày kết thúc đợt kiểm tra, nhưng không quá 30/11/2024")
    #expect(item?.clauses.backstop == Place(.by, .day(civil(2024, 11, 30))))
    for reading in DeadlineReader().read("sau khi họp, trước 15/6/2024, X, trước 15/7/2024").readings {
      #expect(!reading.mentions.contains(.event(EventMention("họp, trước 15/6/2024, X"))))
    }
  }

  @Test("brackets end a name where it is written")
  func brackets() {
    let item = only("sau khi [X, trong năm 2024]")
    #expect(item?.form == .counted(CountedDeadline(.after, of: .event(.single(EventMention("X, trong năm 2024"))))))
  }

  @Test(
    "phases are labelled on either side of the colon",
    arguments: [
      "giai đoạn 2022-2023: xây dựng; 2024-2030: duy trì",
      "xây dựng: giai đoạn 2022-2023; duy trì: giai đoạn 2024-2030",
      "2022–2023: xây dựng; 2024–2030: duy trì",
    ])
  func phases(wording: String) {
    let reading = DeadlineReader().read(wording)
    #expect(reading.freeText.count == 1)
    #expect(reading.freeText.first?.items.map(\.label) == ["xây dựng", "duy trì"])
    let years = [(2022, 2023), (2024, 2030)].map { first, last in
      during(through(calendarYear(first), calendarYear(last)))
    }
    #expect(reading.freeText.first?.items.map(\.form) == years)
  }

  @Test("what can be read two ways shows both")
  func ambiguous() {
    let reading = DeadlineReader().read("sau khi cả A và B và C")
    #expect(reading.freeText.count > 1)
  }
}

@Suite("Repair") struct DeadlineRepairTests {
  @Test(
    "mends what scanners did and lists it",
    arguments: [
      ("Thườn g xuyên", "Thường xuyên"), ("- Quý II/2024", "Quý II/2024"),
      ("hoàn thành trong tháng 9/2023", "trong tháng 9/2023"), ("Giai đạon 2021-2025", "Giai đoạn 2021-2025"),
      ("Trong năm 202", "Trong năm 2024"), ("báo cáo trước ngày 15/6/2024", "trước ngày 15/6/2024"),
    ])
  func mends(wording: String, meant: String) {
    let repaired = DeadlineRepair(planYear: 2024).read(wording)
    #expect(repaired.reading.freeText == DeadlineReader().read(meant).freeText)
    #expect(repaired.reading.freeText.count == 1)
    #expect(!repaired.edits.isEmpty)
  }

  @Test(
    "makes two deadlines of two rhythms that are not reports of one year",
    arguments: ["hàng tuần, hàng tháng", "hằng tuần và hằng tháng", "hàng tuần, hằng tháng"])
  func twoRhythms(wording: String) {
    let reading = DeadlineRepair(planYear: 2024).read(wording).reading
    #expect(reading.freeText.count == 1)
    #expect(reading.freeText.first?.items.map(\.label) == ["hằng tuần", "hằng tháng"])
    #expect(
      reading.freeText.first?.items.map(\.form) == [
        .each(.every(.week), []), .each(monthly, []),
      ])
  }

  @Test(
    "leaves alone what is read as it stands",
    arguments: [
      ("Quý I/2024", "Quý I/2024"), ("Quý I/ 2024", "Quý I/2024"), ("15/ 3/2024", "15/3/2024"),
      ("due 90 days after the end of support", "90 days after the end of support"),
    ])
  func untouched(wording: String, meant: String) {
    let repaired = DeadlineRepair(planYear: 2024).read(wording)
    #expect(repaired.edits.isEmpty)
    #expect(repaired.reading.freeText == DeadlineReader().read(meant).freeText)
  }

  @Test(
    "never drops a negation or a time",
    arguments: [
      "hoàn thành trước ngày 15/6/2024, chưa kể hồ sơ bổ sung",
      "báo cáo sau 15/6/2024 hoặc sớm hơn",
      "trước ngày 15/6/2024 (trừ cấp xã)", "không trong quý I/2024", "Khong trước ngày 15/6/2024",
      "khong trong quý I/2024", "chua trước ngày 15/6/2024", "tru quý I/2024", "khoảng ngày 15/6/2024",
      "khoảng tháng 6/2024", "Khong t ngày 22/02/2021 đến 27/02/2021",
    ])
  func keepsMeaning(wording: String) {
    #expect(DeadlineRepair(planYear: 2024).read(wording).reading.freeText.isEmpty)
  }
}
