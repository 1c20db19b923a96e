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

  @Test("extra columns of the plan are fields of its tasks")
  func columns() {
    let base = RuleBookFixture.base.replacing(
      "  lịch: Việt Nam\n", with: "  lịch: Việt Nam\n  cột bổ sung: kinh phí; phân công\n")
    let read = RuleBookFixture.read("nhiệm vụ I.2: A\n  Kinh phí: theo dự toán\n  hạn: Quý II\n", base: base)
    #expect(read.diagnostics.isEmpty)
    #expect(read.rules.tasks[1].extra.map(\.text) == ["theo dự toán"])
  }

  @Test("policies inherit, and a task may change one")
  func policies() {
    let read = RuleBookFixture.read(
      """
      cách nhắc bc: báo cáo
        dựa trên: tiêu chuẩn
        trước: 10, 3 ngày làm việc

      nhiệm vụ I.2: A
        nhắc: báo cáo; lúc 07:30
        hạn: Quý II
      """)
    #expect(read.diagnostics.isEmpty)
    let policy = read.rules.tasks[1].policies.first.map { read.rules.policies[$0.1] }
    let times = policy?.fields.compactMap { field -> Int? in
      if case .at(let time) = field.setting { time.minutes } else { nil }
    }
    #expect(times == [450])
    #expect(
      policy?.fields.contains { field in
        if case .before(let leads) = field.setting { leads.map(\.days) == [10, 3] } else { false }
      } == true)
  }

  @Test("What was announced for a calendar leaves alone the holidays of one that is based on it")
  func ownHolidays() throws {
    let read = RuleBookFixture.read(
      "lịch s: Lịch của Sở\n  dựa trên: Việt Nam\n  ngày lễ: 15/8 (Ngày thành lập)\n")
    let own = read.rules.calendars[try #require(read.rules.calendar(named: "s"))].calendar
    // 15 August 2024 is a Thursday, 15 August 2025 a Friday; 2024 is announced, 2025 is not.
    #expect(own.status(of: day("2024-08-15")) == .holiday("Ngày thành lập"))
    #expect(own.status(of: day("2025-08-15")) == .holiday("Ngày thành lập"))
    #expect(own.status(of: day("2024-01-01"))?.isWorking == false)
    let base = read.rules.calendars[try #require(read.rules.calendar(named: "Việt Nam"))].calendar
    #expect(base.status(of: day("2024-08-15")) == .working)
  }

  @Test("calendars take what they are based on, and the announced years")
  func calendars() throws {
    let read = RuleBookFixture.read("lịch l: Lịch của Sở\n  dựa trên: Việt Nam\n  nghỉ hằng tuần: Chủ nhật\n")
    #expect(read.diagnostics.isEmpty)
    let own = try #require(read.rules.calendar(named: "lịch của Sở"))
    let calendar = read.rules.calendars[own]
    #expect(calendar.law.id == "vn-civil-code")
    #expect(calendar.calendar.definition.weeklyDaysOff == [.sunday])
    #expect(calendar.calendar.isAnnounced(2024) && !calendar.calendar.isAnnounced(2025))
    #expect(calendar.calendar.years == 2022...2036)
    #expect(calendar.calendar.isWorking(try #require(CivilDate(iso: "2024-01-06"))) == true)
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

@Suite("Files of facts")
struct FactFileTests {
  private let rules = RuleBookFixture.read(
    """
    sự kiện papi: công bố PAPI
      xảy ra: hằng năm

    nhiệm vụ I.2: A
      hạn: sau khi công bố PAPI năm 2023

    nhiệm vụ I.3: B
      trước đây: C.9
      hạn (dự thảo): Quý I
      hạn (ban hành): Quý II
    """
  ).rules

  private func read(_ text: String) -> ([Fact], [Diagnostic]) {
    let read = FactFile.read(SourceText(name: "f", text: text), rules: rules)
    return (read.facts, read.diagnostics)
  }

  @Test(
    "A report or completion says by when it was due, and a completion that nobody knows its day",
    arguments: [
      (
        "I.2 xong ngày 05/4/2024, hạn 10/4/2024 trước 17:00 số 7/BC",
        "kh/I.2 xong ngày 05/4/2024, hạn 10/4/2024 trước 17:00 số 7/BC"
      ),
      (
        "I.2 done on 5 April 2024, due 10 April 2024 before 17:00 no 7/BC",
        "kh/I.2 xong ngày 05/4/2024, hạn 10/4/2024 trước 17:00 số 7/BC"
      ),
      (
        "báo cáo hoàn thành I.2 ngày 05/4/2024, hạn 10/4/2024",
        "báo cáo hoàn thành kh/I.2 ngày 05/4/2024, hạn 10/4/2024"
      ),
      ("I.2 xong, không rõ ngày, hạn 10/4/2024", "kh/I.2 xong không rõ ngày, hạn 10/4/2024"),
      ("I.2 done, day unknown", "kh/I.2 xong không rõ ngày"),
      ("I.2 xong ngày 05/4/2024 số hạn 10/4/2024", "kh/I.2 xong ngày 05/4/2024 số hạn 10/4/2024"),
    ])
  func evidence(text: String, written: String) {
    let (facts, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    let writer = FactWriter(rules)
    #expect(facts.map { writer.line(of: $0.body) } == [written])
    let again = read(written).0
    #expect(again.map { writer.line(of: $0.body) } == [written] && again.first?.body.bound == facts.first?.body.bound)
  }

  @Test("every line is a fact, a comment or a diagnostic")
  func lines() {
    let (facts, diagnostics) = read(
      "# ghi nhận\n\npapi ngày 02/4/2024\nI.2 xong ngày 05/4/2024\nkh/C.9 (dự thảo) xong ngày 05/4/2024\nvp họp\n"
        + "ấn định I.3 (ban hành) hạn 30/6/2024 theo CV 1\nban hành kế hoạch kh số 1/QĐ ngày 02/01/2024\n")
    #expect(facts.count == 5)
    #expect(diagnostics.map(\.code) == ["bad-fact"])
    #expect(diagnostics.map(\.span.text) == ["vp họp"])
    #expect(facts.map(\.body.kind) == [.happened, .done, .done, .set, .happened])
    #expect(facts[0].body.event?.key == "2023")
    #expect(facts[2].body.subject == Fact.Subject(task: 2, label: "dự thảo"))
    #expect(facts[4].body.event == Fact.EventCase(rules.plans[0].issueEvent, reference: "1/QĐ"))
  }

  @Test("a group not kept here can be named, another cannot")
  func groups() {
    let groups = RuleBookFixture.read(
      "nhóm xa: UBND cấp xã\n  thành viên: không quản lý ở đây\n\nnhóm g: các phòng\n  thành viên: vp\n"
    ).rules
    let source = SourceText(
      name: "f", text: "I.1 của UBND cấp xã xong ngày 05/4/2024\nI.1 của các phòng xong ngày 05/4/2024\n")
    let read = FactFile.read(source, rules: groups)
    guard let subject = read.facts.first?.body.subject else {
      Issue.record("not read")
      return
    }
    #expect(subject == Fact.Subject(task: 0, group: 0))
    #expect(subject.owner == .group(0))
    #expect(read.diagnostics.map(\.code) == ["bad-value"])
  }

  @Test(
    "names must exist",
    arguments: [
      ("I.9 xong ngày 05/4/2024", "unknown-task"), ("I.3 (x) xong ngày 05/4/2024", "unknown-task"),
      ("x/I.2 xong ngày 05/4/2024", "unknown-plan"), ("I.2 của Phòng X xong ngày 05/4/2024", "unknown-unit"),
      ("ấn định I.2 hạn sau khi công bố PAPI", "bad-deadline"), ("papi kỳ 2024-Q1 ngày 02/4/2024", "bad-occurrence"),
      ("ban hành kế hoạch kh năm 2024 ngày 02/4/2024", "event-has-no-occurrences"),
      ("chuyển I.2 cho Phòng X", "unknown-unit"),
    ])
  func unknown(_ line: String, _ code: String) { #expect(read(line).1.map(\.code) == [code]) }

  @Test("what cannot be said so is told how")
  func otherwise() {
    let rhythm = read("ấn định I.2 hạn hằng quý, trước ngày 17 tháng cuối quý").1
    #expect(rhythm.map(\.code) == ["bad-deadline"])
    #expect(rhythm.first?.words.vi.contains("từng kỳ") == true)
    let taken = read("hủy ghi nhận I.2 xong ngày 05/4/2024\nwithdrawn kh/I.2\nhủy ghi nhận vp họp").1
    #expect(taken.map(\.code) == ["bad-fact", "bad-fact", "unknown-event"])
    #expect(taken.first?.words.vi.contains("mở lại I.2 vì") == true)
  }
}

@Suite("Whatever the bytes, reading ends with diagnostics")
struct RobustnessTests {
  @Test("random bytes, cut-off files and shuffled lines", arguments: UInt64(0)..<40)
  func damaged(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var bytes = Array((RuleBookFixture.base + Self.sample).utf8)
    switch seed % 4 {
    case 0: bytes = (0..<4000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    case 1: bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
    case 2:
      for _ in 0..<60 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
    default:
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
      bytes = Array(lines.shuffled(using: &generator).joined(separator: [10]))
    }
    let read = RuleBook.read(own: [SourceText(name: "a/plan.rules", bytes: bytes)], shipped: RuleBookFixture.shipped)
    for diagnostic in read.diagnostics {
      #expect(DiagnosticCode(rawValue: diagnostic.code) != nil)
      #expect(diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= diagnostic.span.source.bytes.count)
    }
    _ = FactFile.read(SourceText(name: "f", bytes: bytes), rules: read.rules)
  }

  @Test("deep nesting and long lists end quickly")
  func nesting() {
    let brackets = String(repeating: "(", count: 20_000)
    let commas = (0..<4_000).map { "Phòng \($0)" }.joined(separator: ", ")
    let chain = (0..<3_000).map { "nhóm g\($0): G\($0)\n  thành viên: g\($0 + 1)\n" }.joined()
    let read = RuleBookFixture.read(
      "nhiệm vụ I.2: A\n  chủ trì: \(commas)\n  hạn: \(brackets)\n\nđơn vị \(brackets): x\n\n\(chain)")
    #expect(read.diagnostics.contains { $0.code == "unknown-unit" })
    #expect(read.diagnostics.contains { $0.code == "bad-deadline" })
  }

  private static let sample = """
    nhóm g: các phòng
      thành viên: vp
    sự kiện e: E
      xảy ra: hằng năm
      đủ cả: f; g
    nhiệm vụ I.2: A
      chủ trì: các phòng (từng đơn vị), Văn phòng
      hạn (a): sau khi E năm 2024, trong năm 2024
      nhắc: tiêu chuẩn; trước 3, 1 ngày
    lịch l: L
      ngày lễ: 10/3 âm lịch, hoặc 11/3 âm lịch, từ năm 2026 (x)
    cách nhắc n: N
      trước (phối hợp): 3 ngày
    kiểm thử: t
      hôm nay: 01/02/2024
      cho: e năm 2024 số 5 ngày 01/02/2024 lúc 14:30
      mong đợi: I.2 (a) kỳ Quý I/2024 của vp hạn 01/3/2024; … vì x
    """
}
