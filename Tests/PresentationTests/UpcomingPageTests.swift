import CivilCalendar
import Diagnostics
import Presentation
import Rules
import TestSupport
import Testing

@Suite("Rows of what is due: sorted, folded, counted and cut into pages")
struct UpcomingPageTests {
  private func page(
    _ list: UpcomingList, _ sort: UpcomingSort = .day, folded: Bool = false, after: UpcomingCursor? = nil,
    limit: Int? = nil
  ) -> UpcomingPage {
    var choice = UpcomingPage.Choice()
    (choice.sort, choice.isFolded, choice.limit) = (sort, folded, limit)
    let isPlace = choice.begin(after: after)
    #expect(isPlace)
    return UpcomingPage(list, choice, .vi)
  }

  // MARK: Folding

  /// Seventeen units owe once; a report is owed every month of the year. Today is 1 March 2024.
  private static let plan: String = {
    let units = (1...17).map { "đơn vị p\($0): Phòng \($0)" }.joined(separator: "\n")
    let members = (1...17).map { "Phòng \($0)" }.joined(separator: "; ")
    return """
      kế hoạch kh: Kế hoạch
        năm: 2024
        lịch: Việt Nam
        ban hành: 02/01/2024
        đầu mối: Phòng 1

      \(units)

      nhóm cp: các phòng
        thành viên: \(members)

      nhiệm vụ A: Báo cáo riêng
        chủ trì: các phòng (từng đơn vị)
        hạn: chậm nhất 15/02/2024

      nhiệm vụ B: Báo cáo tháng
        chủ trì: Phòng 2
        hạn: ngày 05 hằng tháng

      nhiệm vụ C: Duy trì
        chủ trì: các phòng (từng đơn vị)
        hạn: thường xuyên

      nhiệm vụ D: Một lần
        chủ trì: Phòng 3
        hạn: chậm nhất 30/6/2024

      """
  }()

  private static let facts =
    (1...12).map { "A của Phòng \($0) xong ngày 10/02/2024" }.joined(separator: "\n")
    + "\nB kỳ 2024-01 xong ngày 05/01/2024"

  @Test("Units and periods of one line are one row under each heading, with how many were reported") func folding()
    throws
  {
    let page = page(try UpcomingDesk(Self.plan).list(Self.facts), folded: true)
    #expect(page.sections.map(\.title) == ["Quá hạn", "Tháng này", "Sau đó", "Thường xuyên"])
    let rows = page.rows.map { row in
      "\(row.first.group.rawValue) \(row.first.duty.id.task) \(row.count): \(row.share.reported)/\(row.share.total)"
    }
    // A: twelve of seventeen have reported, five are overdue. B: January is done, February overdue; March is due on Tuesday,
    // which is next week, and nine are behind it. D is no rhythm.
    #expect(
      rows == [
        "overdue B 1: 1/12", "overdue A 5: 12/17", "this-month B 1: 1/12", "later B 9: 1/12", "later D 1: 0/1",
        "standing C 17: 0/0",
      ])
    let text = UpcomingText(page, .vi).text()
    #expect(text.contains("12/17 đã báo cáo; 5 quá hạn (15 ngày)  A  "), "\(text)")
    #expect(text.contains("5 đơn vị") && text.contains("17 việc; thường xuyên") && text.contains("còn 121 ngày"))
    #expect(page.sections.map(\.count) == [6, 1, 10, 17])
  }

  /// Three rooms owe each quarter; on 1 April two of them are late with the first, which was due on 16 March.
  @Test("A row of several units in one period counts that period, one of several periods all of them") func onePeriod()
    throws
  {
    let units = (1...3).map { "đơn vị p\($0): Phòng \($0)" }.joined(separator: "\n\n")
    let desk = try UpcomingDesk(
      """
      kế hoạch kh: Kế hoạch
        năm: 2024
        lịch: Việt Nam
        ban hành: 02/01/2024
        đầu mối: Phòng 1

      \(units)

      nhóm cp: các phòng
        thành viên: Phòng 1; Phòng 2; Phòng 3

      nhiệm vụ A: Báo cáo quý
        chủ trì: các phòng (từng đơn vị)
        hạn: hằng quý, trước ngày 17 của tháng cuối quý

      """)
    let list = desk.list("A kỳ 2024-Q1 của Phòng 1 xong ngày 10/3/2024", today: "2024-04-01")
    let rows = page(list, folded: true).rows.map {
      "\($0.first.group.rawValue) \($0.count): \($0.share.reported)/\($0.share.total)"
    }
    #expect(rows == ["overdue 2: 1/3", "later 9: 1/12"])
  }

  @Test("Unfolded, each duty has a row; sorted by unit, a line is folded for each") func unfolded() throws {
    let list = try UpcomingDesk(Self.plan).list(Self.facts)
    #expect(page(list).rows.count == 5 + 11 + 17 + 1)
    #expect(page(list).rows.allSatisfy { !$0.isFolded })
    // Phòng 13 to 17 owe A and C, Phòng 2 B and C, Phòng 3 C and D, others C.
    #expect(page(list, .unit, folded: true).rows.count == 5 * 2 + 2 + 2 + 10)
    #expect(page(list, .title, folded: true).rows.map(\.first.duty.id.task) == ["A", "B", "C", "D"])
  }

  // MARK: Order

  @Test("By title and unit in Vietnamese order; equal ones by urgency") func order() throws {
    let tasks = [
      ("1", "Đánh giá", "Thư viện"), ("2", "Ăn ca", "Văn phòng"), ("3", "Ảnh", "Ủy ban"), ("4", "Dự án", "Đài"),
    ]
    .map { SmallOffice.task($0.0, "chậm nhất 29/3/2024", lead: $0.2).replacing("Việc \($0.0)", with: $0.1) }
    let units = ["Thư viện", "Ủy ban", "Đài"].map { "đơn vị \(ASCIIName.id(from: $0)): \($0)\n" }.joined()
    let list = try UpcomingDesk(SmallOffice.plan(tasks.joined(), units: units)).list()
    #expect(page(list, .title).rows.map(\.first.duty.id.task) == ["3", "2", "4", "1"])
    let byUnit = page(list, .unit)
    #expect(byUnit.sections.map(\.title) == ["Đài", "Thư viện", "Ủy ban", "Văn phòng"])
    #expect(page(list, .plan).sections.map(\.title) == ["Kế hoạch kh"])
  }

  // MARK: Pages

  @Test(
    "Pages of any size are the whole list, each row once", arguments: UpcomingSort.allCases, [false, true])
  func pages(sort: UpcomingSort, folded: Bool) throws {
    let list = try UpcomingDesk(folders: UpcomingDesk.plans).list()
    let whole = page(list, sort, folded: folded)
    #expect(whole.next == nil && whole.left == 0 && whole.rows.count > 200)
    for size in [7, 100] {
      var found: [String] = []
      var after: UpcomingCursor?
      repeat {
        let part = page(list, sort, folded: folded, after: after, limit: size)
        #expect(part.rows.count == size || part.next == nil)
        found += ids(part)
        after = try part.next.map { try #require(UpcomingCursor($0.description)) }
      } while after != nil && found.count < 10_000
      #expect(found == ids(whole))
    }
  }

  @Test("What was recorded in between moves nothing else to another page") func stable() throws {
    let desk = try UpcomingDesk(folders: ["khanh-hoa-skhcn-2024"])
    let before = page(desk.list())
    let first = page(desk.list(), limit: 10)
    // One that was shown is done, the last of the page among them, and one that was not.
    let done = [ids(first)[3], ids(first)[9], ids(before)[12]]
    let facts = done.map { id in
      let (task, key) = (id.split(separator: "@")[0], id.split(separator: "@").dropFirst().first)
      return "\(task)" + (key.map { " kỳ \($0)" } ?? "") + " xong ngày 01/3/2024"
    }.joined(separator: "\n")
    let second = page(desk.list(facts), after: first.next, limit: 10_000)
    #expect(ids(second) == ids(before).dropFirst(10).filter { !done.contains($0) })
  }

  @Test("A cursor is a text that reads back", arguments: ["vi-du-2024/I.1:đợt 2: bổ sung", "a/b c,~%.-"])
  func cursorText(name: String) throws {
    let desk = try UpcomingDesk(
      SmallOffice.plan(
        "nhiệm vụ A: Việc\n  chủ trì: Văn phòng\n  hạn (\(name.dropFirst(2))): chậm nhất 29/3/2024\n"
          + SmallOffice.task("B", "chậm nhất 29/3/2024")))
    let next = try #require(page(desk.list(), limit: 1).next)
    let text = next.description
    #expect(UpcomingCursor(text) == next)
    #expect(text.utf8.allSatisfy { $0 < 127 && !" ,/%&?#+".utf8.contains($0) }, "\(text)")
  }

  @Test(
    "What is no cursor is none",
    arguments: [
      "", "x", "0-1-2", "0-1-2--.", "0-1-2--.zz-1f", "0-1-2-x1-a-1f", "0-1-2--a b-1f", "a-1-2---1f", "0-1-2--a-xyz",
    ])
  func noCursor(text: String) { #expect(UpcomingCursor(text) == nil) }

  @Test("A cursor of other rules is a place too") func strange() throws {
    let (desk, other) = (try UpcomingDesk(SmallOffice.plan()), try UpcomingDesk(folders: UpcomingDesk.plans).list())
    for sort in UpcomingSort.allCases {
      let cursor = try #require(page(other, sort, limit: 200).next)
      #expect(page(desk.list(), sort, after: cursor).rows.count <= 1)
    }
  }

  @Test("A cursor with anything changed in it, or of another filter or order, is none of the list") func tampered()
    throws
  {
    let list = try UpcomingDesk(folders: ["khanh-hoa-skhcn-2024"]).list()
    var choice = UpcomingPage.Choice()
    choice.limit = 5
    let cursor = try #require(UpcomingPage(list, choice, .vi).next)
    var isPlace = choice.begin(after: cursor)
    #expect(isPlace)
    choice.limit = 7
    isPlace = choice.begin(after: cursor)
    #expect(isPlace, "pages may have other sizes")
    let text = cursor.description
    for changed in [
      text + "0", text + "x", text + "-1", "1" + text, text.replacing("-", with: "-1", maxReplacements: 1),
    ] {
      let isPlace = UpcomingCursor(changed).map { choice.begin(after: $0) } ?? false
      #expect(!isPlace, "\(changed)")
    }
    for change: (inout UpcomingPage.Choice) -> Void in [
      { $0.sort = .title }, { $0.isFolded = true }, { $0.filter.plan = 0 }, { $0.filter.states = [.overdue] },
      { $0.filter.recipients = [.unit(0)] }, { $0.filter.first = .first }, { $0.filter.words = SearchWords("a") },
    ] {
      var other = UpcomingPage.Choice()
      change(&other)
      let isPlace = other.begin(after: cursor)
      #expect(!isPlace)
    }
  }

  // MARK: Counting

  @Test("The counts are the statistic's, and add up", arguments: UpcomingDesk.plans) func counts(plan: String) throws {
    let desk = try UpcomingDesk(folders: [plan])
    for today in ["2021-06-30", "2022-03-28", "2024-03-25", "2024-12-24"] {
      let list = desk.list(today: today, withClosed: false)
      for division in [Statistic.Division.plan, .unit, .section] {
        let statistic = page(list).statistic(by: division, .vi)
        let columns = StatisticExport.open
        func value(_ key: String, _ row: Statistic.Row) -> Int {
          columns.first { $0.key == key }?.value(row) ?? -1
        }
        for row in statistic.rows + [statistic.whole] {
          let parts = columns.filter { !["total", "standing"].contains($0.key) }.map { $0.value(row) ?? 0 }
          #expect(value("total", row) == parts.reduce(0, +) && parts.allSatisfy { $0 >= 0 })
          #expect(
            value("within", row) + value("waiting", row) + value("due-soon", row) == row[.within]
              + row[Statistic.Class.waiting])
        }
        // Counted from the duties themselves, as the leader's sheet does it.
        let soon = list.items.count { item in
          !item.marks.contains(.toSettle) && item.duty.dated?.isDueSoon(on: day(today), at: nil) ?? false
        }
        #expect(value("due-soon", statistic.whole) == soon)
        #expect(statistic.rows.reduce(0) { $0 + value("due-soon", $1) } == soon)
      }
    }
  }

  // MARK: The table

  @Test("The counts fit a terminal, by whatever they are brought together, and no head is broken inside a word")
  func countsFit() throws {
    let page = page(try UpcomingDesk(folders: UpcomingDesk.plans).list())
    for language in [Language.vi, .en] {
      for division in Statistic.Division.allCases {
        let export = StatisticExport(page.statistic(by: division, language), language, columns: StatisticExport.open)
        for width in [80, 100] {
          let lines = export.table(width: width).split(separator: "\n")
          #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(division) \(lines.joined(separator: "\n"))")
          let words = Set(lines.flatMap { $0.split(separator: " ") }.map(String.init))
          for word in StatisticExport.open.prefix(6).flatMap({ $0.title.text(in: language).split(separator: " ") }) {
            #expect(words.contains(String(word)), "\(word) in \(lines.joined(separator: "\n"))")
          }
        }
      }
    }
  }

  @Test("At every width no line is wider, and no id is broken inside a word", arguments: [80, 100, 120, 160, 200])
  func widths(width: Int) throws {
    let page = page(try UpcomingDesk(folders: UpcomingDesk.plans).list(), folded: true)
    let text = UpcomingText(page, .vi, width: width).text()
    let lines = text.split(separator: "\n").dropFirst()
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    let words = Set(lines.flatMap { $0.split(separator: " ") }.map(String.init))
    var looked = 0
    for row in page.rows {
      let id = row.first.duty.id
      // Plan and task stand in pieces that end behind a sign at most.
      for piece in "\(id.plan)/\(id.task)".split(whereSeparator: { "/-".contains($0) }) {
        looked += 1
        #expect(words.contains { $0.contains(piece) }, "\(piece)")
      }
    }
    #expect(looked > 500)
  }

  @Test(
    "Five plans fit a screen of any size: every heading with its most urgent rows, and how many are left",
    arguments: [(80, 24), (80, 40), (100, 30), (120, 50), (160, 40), (200, 60)])
  func screens(width: Int, height: Int) throws {
    let page = page(try UpcomingDesk(folders: UpcomingDesk.plans).list(), folded: true)
    let text = UpcomingText(page, .vi, width: width, height: height).text()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // One line is left to the prompt.
    #expect(lines.count < height && lines.count > height - 6, "\(lines.count)")
    #expect(lines.dropFirst().dropLast().allSatisfy { DisplayWidth.of($0) <= width })
    for section in page.sections {
      let heading = try #require(lines.firstIndex { $0.hasPrefix("\(section.title) (\(section.count))") })
      #expect(lines[heading].contains("còn ") == (section.shown.count > 1), "\(lines[heading])")
      #expect(height < 30 || lines[heading + 1].hasPrefix("  "), "\(lines[heading])")
    }
    #expect(text.contains("trong \(page.rows.count) dòng; xem hết: --all"))
  }

  @Test("What fits the screen, and what is no screen, is shown as it is") func whole() throws {
    let page = page(try UpcomingDesk(folders: ["khanh-hoa-svhtt-2022"]).list(), folded: true)
    let text = UpcomingText(page, .vi, width: 120).text()
    #expect(UpcomingText(page, .vi, width: 120, height: 1000).text() == text && !text.contains("--all"))
  }
}
