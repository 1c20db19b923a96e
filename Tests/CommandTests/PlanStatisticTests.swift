import TestSupport
import Testing

/// The five plans with facts made up for them; every figure was counted by hand from the rows of the plans.
@Suite("The statistic over the shipped plans")
struct PlanStatisticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var plan: String
    /// Nil: the whole plan.
    var section: String?
    var today: String
    var facts: [String]
    var figures: [String: Int]
    var testDescription: String { plan }
  }

  static let cases = [
    // Of section I: I.1 and I.6 are due on 29 February, I.2 and I.3 on 30 June, I.8 in December; I.4 and I.5 wait, and
    // I.7 stands. I.2 is 5 days late; I.3 is 15, of which 10 lie behind the request.
    Case(
      plan: "khanh-hoa-skhcn-2024", section: "I", today: "2024-07-15",
      facts: [
        "I.1 xong ngày 28/02/2024 số 55/SKHCN-VP", "I.2 xong ngày 05/7/2024", "I.6 xong không rõ ngày",
        "xin gia hạn I.3 ngày 05/7/2024 đến 31/7/2024 vì chờ ý kiến Sở Tư pháp",
      ],
      figures: [
        "total": 7, "done": 3, "done-on-time": 1, "done-late": 1, "done-day-unknown": 1, "not-done": 4, "within": 1,
        "overdue": 1, "waiting": 2, "standing": 1, "days-late": 20, "days-decision": 10, "days-own": 10,
        "early-median": 1, "early-most": 1, "late-median": 5, "late-most": 5,
      ]),
    // Quarters, months and weeks: six months (31 January to 30 June: 165, 137, 106, 76, 45, 15 days late) and 27 weeks
    // (Sundays from 10 January to 11 July: 4, 11, … 186) are overdue of one unit, 33; the quarters are done, the first a day
    // early, the second 5 days late; III.3.1b, due on 31 December, 183 days early.
    Case(
      plan: "ha-tinh-skhcn-2021", section: nil, today: "2021-07-15",
      facts: [
        "II.2.1b kỳ 2021-Q1 xong ngày 30/3/2021", "II.2.1b kỳ 2021-Q2 xong ngày 05/7/2021",
        "III.3.1b xong ngày 01/7/2021", "miễn II.2.7.1a vì đã có chương trình của tỉnh",
      ],
      figures: [
        "total": 75, "done": 3, "done-on-time": 2, "done-late": 1, "not-done": 72, "within": 35, "overdue": 33,
        "waiting": 4, "waived": 1, "standing": 5, "days-late": 544 + 2565 + 5, "days-own": 544 + 2565 + 5,
        "early-median": 1, "early-most": 183, "late-median": 5, "late-most": 5,
      ]),
    // II.2a is due on 31 March, II.2b on 30 June, extended; II.3 and II.4 in December; three stand.
    Case(
      plan: "ha-tinh-tinh-2024", section: "II", today: "2024-07-15",
      facts: ["II.2a xong ngày 31/3/2024", "gia hạn II.2b đến 31/7/2024 theo Công văn số 12/UBND"],
      figures: ["total": 4, "done": 1, "done-on-time": 1, "not-done": 3, "within": 3, "standing": 3]),
    // Ten years by a timetable of others, at the latest by their end: 2021 on time, 2022 ten days late, 2023 197 days
    // overdue; 2024 to 2030 wait; two aims until 2025 and 2030.
    Case(
      plan: "khanh-hoa-tinh-2021-2030", section: "II.6", today: "2024-07-15",
      facts: ["II.6.b kỳ 2021 xong ngày 31/12/2021", "II.6.b kỳ 2022 xong ngày 10/01/2023"],
      figures: [
        "total": 12, "done": 2, "done-on-time": 1, "done-late": 1, "not-done": 10, "within": 2, "overdue": 1,
        "waiting": 7, "days-late": 207, "days-waiting": 207, "late-median": 10, "late-most": 10,
      ]),
    // VII.1 and the quarters of VII.8; the second quarter is 15 days overdue. Four are within their time, five wait.
    Case(
      plan: "khanh-hoa-svhtt-2022", section: "VII", today: "2022-07-15",
      facts: ["VII.1 xong ngày 31/3/2022 số 15/KH-SVHTT", "VII.8 kỳ 2022-Q1 xong ngày 05/4/2022"],
      figures: [
        "total": 12, "done": 2, "done-on-time": 1, "done-late": 1, "not-done": 10, "within": 4, "overdue": 1,
        "waiting": 5, "days-late": 20, "days-own": 20, "late-median": 5, "late-most": 5,
      ]),
  ]

  @Test("Figures worked out by hand", arguments: cases) func byHand(_ plan: Case) throws {
    let facts = try ScratchFolder(["facts": plan.facts.joined(separator: "\n")])
    let run = CommandRun(
      [
        "report", "--rules", repository.path + "/rules/\(plan.plan)", "--facts", facts.path + "/facts", "--today",
        plan.today,
      ]
        + ["--format", "csv"] + (plan.section.map { ["--section", $0] } ?? []), language: .en)
    #expect(run.code == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let sum = try #require(lines.last { $0.first == "Sum" })
    let found = zip(lines[0], sum).dropFirst().compactMap { name, value in
      Int(value).flatMap { $0 == 0 ? nil : (String(name), $0) }
    }
    #expect(Dictionary(uniqueKeysWithValues: found) == plan.figures)
  }

  /// II.7: one until 2025, and each year from 2026 on. Five of them are the plan's; after its end the plan goes on, and
  /// the years until this one are counted.
  @Test(
    "Rows without end are counted to the end of their plan or of this year, also with a later last day",
    arguments: [("2024-07-15", ",6,0,0,0,0,6,6,0,"), ("2032-07-15", ",8,0,0,0,0,8,1,7,")])
  func rowsWithoutEnd(_ today: String, _ figures: String) {
    for more in [[], ["--to", "31/12/2040"]] {
      let run = CommandRun(
        [
          "report", "--rules", repository.path + "/rules/khanh-hoa-tinh-2021-2030", "--today", today, "--by", "section",
          "--format", "csv",
        ] + more, language: .en)
      let row = run.output.split(separator: "\r\n").first { $0.hasPrefix("\"II. ") }
      #expect(row?.contains(figures) == true, "\(row ?? "") \(run.errors)")
    }
  }
}
