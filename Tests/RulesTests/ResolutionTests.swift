import CivilCalendar
import Diagnostics
import TestSupport
import Testing

@testable import Rules

@Suite("Names, scopes and lists")
struct ResolutionTests {
  private static func plan(_ id: String, _ folder: String) -> (String, String) {
    (
      "\(folder)/plan.rules",
      "kế hoạch \(id): Kế hoạch \(id)\n  năm: 2024\n  lịch: Việt Nam\n  đầu mối: vp\n"
    )
  }

  @Test("a folder sees its own names before its parent's, and never a sibling's")
  func scopes() {
    let read = RuleBookFixture.read(files: [
      ("r/chung.rules", "đơn vị vp: Văn phòng tỉnh\n\nđơn vị snv: Sở Nội vụ\n"), Self.plan("a", "r/a"),
      Self.plan("b", "r/b"), ("r/b/don-vi.rules", "đơn vị vp: Văn phòng B\n\nđơn vị b1: Phòng B1\n"),
      ("r/a/viec.rules", "nhiệm vụ I.1: A\n  chủ trì: Phòng B1\n  phối hợp: snv\n  hạn: Quý I\n"),
      ("r/b/viec.rules", "nhiệm vụ I.1: B\n  chủ trì: Phòng B1\n  phối hợp: snv\n  hạn: Quý I\n"),
    ])
    #expect(read.diagnostics.map(\.code) == ["unknown-unit"])
    #expect(read.diagnostics.map(\.span.source.name) == ["r/a/viec.rules"])
    let focal = read.rules.plans.compactMap { plan -> String? in
      if case .unit(let unit)? = plan.focalPoint { read.rules.units[unit].title } else { nil }
    }
    #expect(focal == ["Văn phòng tỉnh", "Văn phòng B"])
  }

  @Test("who confirms is said by the task, else by its section, else by its plan")
  func confirmers() {
    let read = RuleBookFixture.read(files: [
      (
        "r/plan.rules",
        """
        kế hoạch a: A
          năm: 2024
          lịch: Việt Nam
          đầu mối: vp
          xác nhận: Sở Nội vụ

        đơn vị vp: Văn phòng

        đơn vị snv: Sở Nội vụ

        mục II: Hai
          xác nhận: vp

        nhiệm vụ I.1: A
          hạn: Quý I

        nhiệm vụ I.2: B
          xác nhận: không
          hạn: Quý I

        nhiệm vụ II.1: C
          hạn: Quý I

        nhiệm vụ II.2: D
          chủ trì: Văn phòng
          hạn: Quý I

        """
      )
    ])
    #expect(read.diagnostics.map(\.code) == ["confirmer-leads"])
    let names = read.rules.tasks.map { task -> String? in
      if case .unit(let unit)? = task.confirmer { read.rules.units[unit].id } else { nil }
    }
    #expect(names == ["snv", nil, "vp", "vp"])
  }

  private func leads(_ value: String) -> [String] {
    let read = RuleBookFixture.read(
      """
      đơn vị khcn: Sở Khoa học và Công nghệ

      đơn vị snv: Sở Nội vụ

      nhóm cac-phong: các phòng, đơn vị
        thành viên: vp; snv

      nhiệm vụ I.2: A
        chủ trì: \(value)
        hạn: Quý II

      """)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.words.vi))")
    return read.rules.tasks[1].leads.map { lead in
      let name =
        switch lead.1.recipient {
        case .unit(let unit): read.rules.units[unit].id
        case .group(let group): read.rules.groups[group].id
        }
      return lead.1.each ? name + "*" : name
    }
  }

  @Test(
    "lists of units",
    arguments: [
      ("Văn phòng", ["vp"]), ("văn phòng.", ["vp"]), ("Văn phòng; Sở Nội vụ;", ["vp", "snv"]),
      ("Văn phòng\n    Sở Nội vụ", ["vp", "snv"]), ("Sở Khoa học và Công nghệ", ["khcn"]),
      ("Sở Khoa học và Công nghệ, Sở Nội vụ và Văn phòng", ["khcn", "snv", "vp"]),
      ("Sở Nội vụ and Văn phòng", ["snv", "vp"]), ("Sở Nội vụ, và Văn phòng", ["snv", "vp"]),
      ("các phòng, đơn vị (từng đơn vị)", ["cac-phong*"]), ("các phòng, đơn vị, Sở Nội vụ", ["cac-phong", "snv"]),
      ("[các phòng, đơn vị] (each unit); [vp]", ["cac-phong*", "vp"]),
    ])
  func lists(_ value: String, _ expected: [String]) { #expect(leads(value) == expected) }

  @Test("groups are opened, without those excepted")
  func groups() {
    let read = RuleBookFixture.read(
      """
      đơn vị so: Sở

      đơn vị a: A
        thuộc: so

      đơn vị b: B
        thuộc: a

      nhóm tat-ca: tất cả
        thành viên: mọi đơn vị thuộc Sở; vp

      nhóm tru: trừ ra
        thành viên: tất cả
        trừ: a

      nhóm xa: UBND cấp xã
        thành viên: không quản lý ở đây

      nhóm co-so: cơ sở
        thành viên: tất cả; UBND cấp xã

      nhóm con-lai: còn lại
        thành viên: cơ sở
        trừ: UBND cấp xã

      """)
    #expect(read.diagnostics.isEmpty)
    #expect(read.rules.groups.map(\.groupsNotKept) == [[], [], [2], [2], []])
    func members(_ group: Int) -> [String] { read.rules.groups[group].members.map { read.rules.units[$0].id } }
    #expect(members(0) == ["vp", "a", "b"])
    #expect(members(1) == ["vp", "b"])
    #expect(members(2) == [] && !read.rules.groups[2].isKeptHere)
  }

  @Test("sections by the longest dotted prefix, or as the task says")
  func sections() {
    let read = RuleBookFixture.read(
      """
      mục I: Một
      mục I.A: Một A
      mục II: Hai

      nhiệm vụ I.A.3: a
        hạn: Quý II

      nhiệm vụ I.AB: b
        hạn: Quý II

      nhiệm vụ X: c
        mục: II
        hạn: Quý II

      nhiệm vụ Y: d
        hạn: Quý II
      """)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.rules.tasks.map { task in task.section.map { read.rules.sections[$0].id } } == ["I", "I.A", "I", "II", nil])
  }

  @Test("an event is looked up whole before its end is an occurrence")
  func events() throws {
    let read = RuleBookFixture.read(
      """
      sự kiện papi: công bố PAPI
        xảy ra: hằng năm

      sự kiện papi-2023: công bố PAPI năm 2023

      nhiệm vụ I.2: A
        hạn: sau khi công bố PAPI năm 2023

      nhiệm vụ I.3: B
        hạn: sau khi công bố PAPI năm 2024

      nhiệm vụ I.4: C
        sự kiện: ký hợp đồng
        hạn: trong 5 ngày sau khi ký hợp đồng

      nhiệm vụ I.5: D
        hạn: trong 30 ngày kể từ ngày ban hành kế hoạch kh

      nhiệm vụ I.6: E
        hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ kh/I.1
      """)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.words.vi))")
    func binding(_ task: Int) throws -> EventBinding {
      try #require(read.rules.tasks[task].due.first?.events.values.first)
    }
    #expect(read.rules.events[try binding(1).event].id == "papi-2023")
    #expect(try binding(1).key == nil)
    #expect(read.rules.events[try binding(2).event].id == "papi")
    #expect(try binding(2).key == "2024")
    #expect(read.rules.events[try binding(3).event].task == 3)
    #expect(try binding(4).event == read.rules.plans[0].issueEvent)
    #expect(read.rules.tasks[5].due.first?.tasks.values.first?.task == 0)
  }

  @Test("a task's own event is seen by no other task")
  func taskEvents() {
    let read = RuleBookFixture.read(
      "nhiệm vụ I.2: A\n  sự kiện: ký hợp đồng\n  hạn: sau khi ký hợp đồng\n\nnhiệm vụ I.3: B\n  hạn: sau khi ký hợp đồng\n"
    )
    #expect(read.diagnostics.map(\.code) == ["unknown-event"])
  }

  @Test("the fields of a plan")
  func plan() {
    func issued(_ text: String) -> String {
      let base = RuleBookFixture.base.replacing("  lịch: Việt Nam\n", with: "  lịch: Việt Nam\n  ban hành: \(text)\n")
      let plan = RuleBookFixture.read("", base: base).rules.plans[0]
      let day =
        switch plan.issued {
        case .on(let day): day.description
        case .within(let days): "\(days.first)..\(days.last)"
        case .unknown: "?"
        }
      return day + (plan.issuedNumber.map { " " + $0 } ?? "")
    }
    #expect(issued("15/01/2024, số 12/QĐ-SVD") == "2024-01-15 12/QĐ-SVD")
    #expect(issued("tháng 12/2023, số .../QĐ-UBND") == "2023-12-01..2023-12-31 .../QĐ-UBND")
    #expect(issued("tháng 01") == "2024-01-01..2024-01-31")
    #expect(issued("chưa rõ") == "?")
  }

  @Test("the revision changes with any byte, and not with the order of files")
  func revision() {
    let a = ("a.rules", "đơn vị a: A\n")
    let b = ("b.rules", "đơn vị b: B\n")
    let first = RuleBookFixture.read(files: [a, b]).rules.revision
    #expect(first == RuleBookFixture.read(files: [b, a]).rules.revision)
    #expect(first.utf8.count == 16)
    #expect(first != RuleBookFixture.read(files: [a, ("b.rules", "đơn vị b: C\n")]).rules.revision)
  }
}
