import Diagnostics
import Documents
import PlanImport
import Testing

@Suite("Plans of many offices")
struct PlanSampleTests {
  static let samples =
    Sample.headings + Sample.tables + Sample.times + Sample.marks + Sample.rows + Sample.names + Sample.foot
    + Sample.columns + Sample.periods + Sample.people + Sample.sheets + Sample.offices + Sample.shapes

  @Test(arguments: samples)
  func `are read as a careful reader would`(_ sample: Sample) throws {
    let output = try PlanImporter(.init(plan: "x", years: sample.years), shipped: [shippedRules]).read([sample.source])
    let found = ReadTask.all(in: output.files)
    #expect(found.map(\.id).sorted() == sample.expected.map(\.id).sorted())
    for expected in sample.expected {
      guard var task = found.first(where: { $0.id == expected.id }) else { continue }
      #expect(task.title.hasPrefix(expected.title), "\(expected.id)")
      task.title = expected.title
      if FoldedName(task.deadline) == FoldedName(expected.deadline) { task.deadline = expected.deadline }
      #expect(task == expected)
    }
    let report = output.report
    #expect(report.tasks + report.sentences.count == sample.expected.count)
    #expect(report.leftOut.count == sample.leftOut)
    #expect(report.rows == report.tasks + report.leftOut.count)
    #expect(report.toSettle.count == sample.expected.count { $0.deadline == "?" })
  }

  @Test func `say where each task stands and why it was changed`() throws {
    let sample = try #require(Sample.marks.first)
    let output = try PlanImporter(.init(plan: "x", years: sample.years), shipped: [shippedRules]).read([sample.source])
    #expect(output.places["1"] == .tableRow(table: 1, row: 3))
    #expect(output.report.repairs.first?.reason.vi == "ghép từ các cột thời gian")
  }

  @Test func `name the tables that are left aside`() throws {
    let sample = try #require(Sample.tables.first)
    let output = try PlanImporter(.init(plan: "x", years: sample.years), shipped: [shippedRules]).read([sample.source])
    // Last year's results and the budget; the list of documents and the indicators are no tables of tasks at all.
    #expect(output.report.otherTables.map(\.place) == [.tableRow(table: 2, row: 2), .tableRow(table: 6, row: 2)])
  }

  private func report(_ name: String, daysFirst: Bool? = nil) throws -> ImportReport {
    let sample = try #require(Self.samples.first { $0.testDescription == name })
    let options = PlanImporter.Options(plan: "x", years: sample.years, daysFirst: daysFirst)
    return try PlanImporter(options, shipped: [shippedRules]).read([sample.source]).report
  }

  @Test func `ask once for days that can be read both ways`() throws {
    let report = try report("nobody can tell days from months")
    #expect(report.questions.map(\.tasks) == [["1", "2"]])
    #expect(report.questions.first?.text == "“Thời hạn”: 3/4/2026, 5/6/2026")
    #expect(report.toSettle.map(\.isAskedOnce) == [true, true])
    #expect(!report.isSettled)
    for (daysFirst, deadline) in [(true, "3/4/2026"), (false, "04/03/2026")] {
      let sample = try #require(Self.samples.first { $0.testDescription == "nobody can tell days from months" })
      let options = PlanImporter.Options(plan: "x", years: sample.years, daysFirst: daysFirst)
      let output = try PlanImporter(options, shipped: [shippedRules]).read([sample.source])
      #expect(output.report.questions.isEmpty && output.report.toSettle.isEmpty)
      #expect(ReadTask.all(in: output.files).first?.deadline == deadline)
    }
  }

  @Test func `ask for the year that the document never names`() throws {
    let sample = Sample(
      "no year", years: 2026...2026, leftOut: 0,
      document: """
        | Việc | Phụ trách | Hạn |
        | Thuê xe | Văn phòng | 15/3 |
        | Trực | Văn phòng | Hằng ngày |
        """, tasks: "")
    let report = try PlanImporter(.init(plan: "x", years: 2026...2026), shipped: [shippedRules]).read([sample.source])
      .report
    #expect(report.questions.map(\.tasks) == [["v1"]])
    #expect(report.toSettle.isEmpty && !report.isSettled)
  }

  @Test func `say which columns their cells told`() throws {
    let report = try report("headings that nobody used before")
    let columns = try #require(report.columns.first)
    #expect(columns.isGuessed)
    #expect(report.questions.map(\.tasks) == [[]] && !report.isSettled)
    #expect(columns.columns.map(\.heading) == ["Phần", "Cụ thể ra sao", "Ai lo", "Ai giúp", "Chốt"])
    #expect(columns.columns.map(\.meaning?.en) == ["number", "task", "lead", "support", "deadline"])
    let named = try self.report("numbers under a heading of tasks")
    #expect(named.columns.first?.columns.map(\.isJudged) == [false, true, false, false, false])
  }

  @Test func `leave nothing to decide about signatures and sums`() throws {
    for name in ["signatures below", "notes, pages and sums", "two tables on a sheet"] {
      let report = try report(name)
      #expect(!report.leftOut.isEmpty && report.isSettled, "\(name)")
    }
    #expect(try report("signatures below").leftOut.map(\.text).last == "Nguyễn Văn A | Trần Thị B")
  }

  @Test func `list sentences with a time that are no tasks`() throws {
    let others = try report("times before a colon").otherSentences
    #expect(others.count == 2)
    #expect(others.first?.text == "Chỉ thị này có hiệu lực kể từ ngày ký")
  }

  @Test func `list duties without a time`() throws {
    let others = try report("prose below headings, days and hours").otherSentences
    #expect(others.map(\.reason.en) == ["it gives a duty without a deadline", "it names a time alone"])
    #expect(others.first?.text.hasPrefix("Đề nghị Ủy ban MTTQ") == true)
  }

  @Test func `ask whether a table without headings is one of tasks`() throws {
    let report = try report("a table without headings")
    #expect(report.questions.count == 1 && !report.isSettled)
  }

  @Test func `say which spellings are one unit`() throws {
    let folded = try report("shortened offices").folded
    #expect(folded.contains { $0.name == "Phòng Kế hoạch tổng hợp" && $0.others == ["P. KHTH"] })
  }

  @Test func `name the tables that are of something else`() throws {
    let report = try report("other tables")
    #expect(report.unreadTables.map(\.text).first?.hasPrefix("Danh mục văn bản: STT | Tên văn bản") == true)
  }

  @Test func `are not made of a list of people`() {
    let list = Sample(
      "people", years: 2025...2025, leftOut: 0,
      document: """
        | STT | Họ và tên | Chức vụ | Đơn vị |
        | 1 | Nguyễn Văn A | Trưởng phòng | Phòng A |
        | 2 | Nguyễn Văn B | Phó phòng | Phòng B |
        """, tasks: "")
    #expect(throws: PlanImporter.Failure.self) {
      try PlanImporter(.init(plan: "x", years: 2025...2025), shipped: [shippedRules]).read([list.source])
    }
  }
}
