import Diagnostics
import Documents
import PlanImport
import Testing

@Suite("Plans of many offices")
struct PlanSampleTests {
  static let samples =
    Sample.headings + Sample.tables + Sample.times + Sample.marks + Sample.rows + Sample.names

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
