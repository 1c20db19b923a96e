import Diagnostics
import Testing

@testable import Rules

@Suite("Mistakes that only the whole rule book shows")
struct DiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: [(DiagnosticCode, String)]

    init(_ text: String, _ expected: (DiagnosticCode, String)...) {
      self.text = text
      self.expected = expected
    }
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case("đơn vị tt: Thanh tra\n  loại: phòng\n", (.badValue, "phòng")),
    Case("đơn vị tt: Thanh tra\n  ngôn ngữ: tiếng Lào\n", (.badValue, "tiếng Lào")),
    Case("đơn vị tt: Thanh tra\n  cấp trên: Giám đốc\n", (.unknownUnit, "Giám đốc")),
    Case("đơn vị tt: Thanh tra\n  sáp nhập vào: Văn phòng\n", (.badDate, "Văn phòng")),
    Case("đơn vị tt: Thanh tra\n  sáp nhập vào: vp từ 01/7/2025\n"),
    Case("đơn vị vp2: Văn phòng Sở\n", (.duplicateName, "đơn vị vp2: Văn phòng Sở")),
    Case("nhóm vp: Nhóm\n  thành viên: Văn phòng\n", (.duplicateID, "nhóm vp: Nhóm")),
    Case(
      "đơn vị a: A\n  cấp trên: b\n\nđơn vị b: B\n  cấp trên: a\n", (.cycle, "đơn vị a: A")),
    Case("nhóm g: G\n  thành viên: h\n\nnhóm h: H\n  thành viên: g\n", (.cycle, "nhóm g: G")),
    Case("nhóm g: G\n  thành viên: Phòng Kế toán\n", (.unknownUnit, "Phòng Kế toán")),
    Case("sự kiện e: E\n  xảy ra: nhiều lần\n", (.badValue, "nhiều lần")),
    Case("sự kiện e: E\n  dự kiến: sớm thôi\n", (.badValue, "sớm thôi")),
    Case("sự kiện e: E\n  đủ cả: e; f\n\nsự kiện f: F\n", (.cycle, "sự kiện e: E")),
    Case("sự kiện e: E\n  một trong: xyz\n", (.unknownEvent, "xyz")),
    Case("nhiệm vụ I.1: Việc khác\n  hạn: Quý II\n", (.duplicateID, "nhiệm vụ I.1: Việc khác")),
    Case("nhiệm vụ I.2: A\n  trước đây: I.1\n  hạn: Quý II\n", (.duplicateID, "nhiệm vụ I.2: A")),
    Case("nhiệm vụ I.2: A\n  hạn (x): Quý I\n  hạn (x): Quý II\n", (.duplicateLabel, "Quý II")),
    Case("nhiệm vụ I.2: A\n  hạn: Quý I\n  hạn: Quý II\n", (.dueNeedsLabel, "Quý II")),
    Case("nhiệm vụ I.2: A\n  hạn: hôm nào\n", (.badDeadline, "nào")),
    Case("nhiệm vụ I.2: A\n  hạn: ngày 31/02/2024\n", (.badDeadline, "31/02/2024")),
    Case("nhiệm vụ I.2: A\n  hạn: chưa rõ: tùy\n", (.toSettle, "chưa rõ: tùy")),
    Case("nhiệm vụ I.2: A\n  kinh phí: 0\n  hạn: Quý II\n", (.unknownKey, "kinh phí")),
    Case("nhiệm vụ I.2: A\n  mục: X\n  hạn: Quý II\n", (.unknownSection, "X")),
    Case("nhiệm vụ I.2: A\n  kế hoạch: khác\n  hạn: Quý II\n", (.unknownPlan, "khác")),
    Case("nhiệm vụ I.2: A\n  nhắc: thật nhiều\n  hạn: Quý II\n", (.unknownPolicy, "thật nhiều")),
    Case("nhiệm vụ I.2: A\n  nhắc: tiêu chuẩn; trước vài ngày\n  hạn: Quý II\n", (.badReminder, "trước vài ngày")),
    Case("nhiệm vụ I.2: A\n  ngày nghỉ: đi làm\n  hạn: Quý II\n", (.badValue, "đi làm")),
    Case("nhiệm vụ I.2: A\n  bãi bỏ: 31/02/2024\n  hạn: Quý II\n", (.badDate, "31/02/2024")),
    Case("nhiệm vụ I.2: A\n  chủ trì: Phòng Kế toán\n  hạn: Quý II\n", (.unknownUnit, "Phòng Kế toán")),
    Case("nhiệm vụ I.2: A\n  phối hợp: Văn phòng, Phòng X\n  hạn: Quý II\n", (.unknownUnit, "Phòng X")),
    Case("nhiệm vụ I.2: A\n  hạn: sau khi Quốc hội thông qua Luật\n", (.unknownEvent, "Quốc hội thông qua Luật")),
    Case("nhiệm vụ I.2: A\n  hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ I.9\n", (.unknownTask, "I.9")),
    Case(
      "nhiệm vụ I.2: A\n  hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ I.1 (x)\n",
      (.unknownTask, "trong 10 ngày sau khi hoàn thành nhiệm vụ I.1 (x)")),
    Case(
      "nhiệm vụ I.2: A\n  hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ I.3\n\nnhiệm vụ I.3: B\n"
        + "  hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ I.2\n", (.cycle, "nhiệm vụ I.2: A")),
    Case(
      "sự kiện pci: công bố PCI\n  xảy ra: hằng năm\n\nnhiệm vụ I.2: A\n  hạn: sau khi công bố PCI\n",
      (.eventNeedsOccurrence, "công bố PCI")),
    Case(
      "sự kiện pci: công bố PCI\n\nnhiệm vụ I.2: A\n  hạn: sau khi công bố PCI năm 2023\n",
      (.eventHasNoOccurrences, "công bố PCI năm 2023")),
    Case(
      "sự kiện pci: công bố PCI\n  xảy ra: hằng quý\n\nnhiệm vụ I.2: A\n  hạn: sau khi công bố PCI năm 2023\n",
      (.badOccurrence, "công bố PCI năm 2023")),
    Case(
      "sự kiện a: X\n\nsự kiện b: X, trong năm 2024\n\nnhiệm vụ I.2: A\n  hạn: sau khi X, trong năm 2024\n",
      (.ambiguousDeadline, "sau khi X, trong năm 2024")),
    Case(
      "sự kiện m: chốt sổ\n  xảy ra: hằng tháng\n\nnhiệm vụ I.2: A\n  hạn: hằng quý, sau khi chốt sổ\n",
      (.eventNeedsOccurrence, "chốt sổ")),
    Case("sự kiện m: chốt sổ\n  xảy ra: hằng tháng\n\nnhiệm vụ I.2: A\n  hạn: hằng tháng, sau khi chốt sổ\n"),
    Case(
      "nhiệm vụ I.2: A\n  hạn (x): Quý I\n  hạn (y): Quý II\n\nnhiệm vụ I.3: B\n  hạn: theo hạn của nhiệm vụ I.2\n",
      (.ambiguousName, "theo hạn của nhiệm vụ I.2")),
    Case(
      "nhiệm vụ I.2: A\n  hạn (x): Quý I\n  hạn (y): Quý II\n\nnhiệm vụ I.3: B\n"
        + "  hạn: theo hạn của nhiệm vụ I.2 (X)\n"),
    Case("cách nhắc n: N\n  dựa trên: M\n", (.unknownPolicy, "M")),
    Case("cách nhắc n: N\n  dựa trên: M\n\ncách nhắc m: M\n  dựa trên: n\n", (.cycle, "cách nhắc n: N")),
    Case("cách nhắc n: N\n  trước (mùa mưa): 3 ngày\n", (.badReminder, "3 ngày")),
    Case("cách nhắc n: N\n  gửi tới: Phòng Kế toán\n", (.unknownUnit, "Phòng Kế toán")),
    Case("cách nhắc tieu-chuan: tiêu chuẩn\n  lúc: 07:00\n", (.shippedReplaced, "cách nhắc tieu-chuan: tiêu chuẩn")),
    Case("lịch l: L\n  luật tính thời hạn: luật rừng\n", (.unknownLaw, "luật rừng")),
    Case("lịch l: L\n  ngày lễ: hôm nào đó\n", (.badHoliday, "hôm nào đó")),
    Case("lịch l: L\n  dựa trên: Lào\n", (.unknownCalendar, "Lào")),
    Case("lịch l: L\n  dựa trên: m\n\nlịch m: M\n  dựa trên: l\n", (.cycle, "lịch l: L")),
    Case("lịch l: L\n  năm học: tháng 9\n", (.badDate, "tháng 9")),
    Case(
      "lịch l: L\n  bổ sung cho: Việt Nam\n  năm: 2025\n  nghỉ: 02/01/2024\n", (.badAnnouncement, "02/01/2024")),
    Case(
      "lịch l: L\n  bổ sung cho: Việt Nam\n  năm: 2024\n  nghỉ: 02/01/2024\n", (.shippedReplaced, "lịch l: L"),
      (.holidaysDropped, "lịch l: L")),
    Case(
      "lịch s: S\n  dựa trên: Việt Nam\n\nlịch l: L\n  bổ sung cho: s\n  năm: 2024\n  nghỉ: 15/3/2024\n",
      (.holidaysDropped, "lịch l: L")),
    Case(
      "lịch s: S\n  dựa trên: Việt Nam\n\nlịch l: L\n  bổ sung cho: s\n  năm: 2024\n  nghỉ: 01/01/2024; 15/3/2024\n"),
    Case(
      "lịch s: S\n  dựa trên: Việt Nam\n\nlịch l: L\n  bổ sung cho: s\n  năm: 2024\n  nghỉ: 15/3/2024\n  làm bù: 01/01/2024\n"
    ),
    Case("lịch l: L\n  bổ sung cho: Việt Nam\n  năm: 2025-2026\n", (.badYears, "2025-2026")),
    Case("kiểm thử: t\n  hôm nay: 01/02\n", (.badDate, "01/02")),
    Case("kiểm thử: t\n  hôm nay: 01/02/2024\n  cho: vp đã họp\n", (.badFact, "vp đã họp")),
    Case(
      "kiểm thử: t\n  hôm nay: 01/02/2024\n  cho: I.1 xong ngày 30/02/2024\n", (.badDate, "I.1 xong ngày 30/02/2024")),
    Case(
      "kiểm thử: t\n  hôm nay: 01/02/2024\n  cho: I.9 xong ngày 01/02/2024\n",
      (.unknownTask, "I.9 xong ngày 01/02/2024")),
    Case("kiểm thử: t\n  hôm nay: 01/02/2024\n  cho: X ngày 01/02/2024\n", (.unknownEvent, "X ngày 01/02/2024")),
    Case("kiểm thử: t\n  hôm nay: 01/02/2024\n  mong đợi: I.1 chắc là kịp\n", (.badStatement, "I.1 chắc là kịp")),
    Case(
      "sự kiện v: vụ việc\n  xảy ra: mỗi vụ việc\n\nkiểm thử: t\n  hôm nay: 01/02/2024\n  cho: vụ việc ngày 01/02/2024\n"
        + "    vụ việc số 5 ngày 01/02/2024\n", (.eventNeedsOccurrence, "vụ việc ngày 01/02/2024")),
    Case(
      "nhóm a: các phòng, đơn vị\n  thành viên: vp\n\nnhóm b: các phòng\n  thành viên: vp\n\nnhóm c: đơn vị\n"
        + "  thành viên: vp\n\nnhiệm vụ I.2: A\n  chủ trì: các phòng, đơn vị\n  hạn: Quý II\n",
      (.ambiguousUnits, "các phòng, đơn vị")),
  ]

  @Test("each has its code and its place", arguments: cases)
  func reported(_ item: Case) {
    let diagnostics = RuleBookFixture.read(item.text).diagnostics
    #expect(diagnostics.map(\.code) == item.expected.map(\.0.rawValue))
    #expect(diagnostics.map(\.span.text) == item.expected.map(\.1))
    for diagnostic in diagnostics {
      #expect(!diagnostic.words.vi.isEmpty && !diagnostic.words.en.isEmpty)
      #expect(DiagnosticCode(rawValue: diagnostic.code) != nil)
    }
  }

  @Test("the base itself is clean")
  func base() { #expect(RuleBookFixture.read("").diagnostics.isEmpty) }

  @Test("a plan of several years asks for the year, and only where one is needed")
  func years() {
    let base = "kế hoạch kh: K\n  giai đoạn: 2021-2025\n  lịch: Việt Nam\n  đầu mối: vp\n\nđơn vị vp: VP\n\n"
    func codes(_ due: String) -> [String] {
      RuleBookFixture.read("nhiệm vụ I.1: A\n  hạn: \(due)\n", base: base).diagnostics.map(\.code)
    }
    for due in ["Quý II", "trước ngày 15/3", "từ ngày 01/3 đến ngày 15/3"] {
      #expect(codes(due) == ["year-missing"], "\(due)")
    }
    for due in ["Quý II/2024", "hằng quý", "thường xuyên", "ngày 25 hằng tháng"] { #expect(codes(due) == [], "\(due)") }
  }

  @Test("an example of an occurrence has the plan's year")
  func exampleYear() {
    let base =
      "kế hoạch kh: K\n  năm: 2026\n  lịch: Việt Nam\n  đầu mối: vp\n\nđơn vị vp: VP\n\n"
      + "sự kiện pci: công bố PCI\n  xảy ra: hằng quý\n\n"
    let found = RuleBookFixture.read("nhiệm vụ I.1: A\n  hạn: sau khi công bố PCI\n", base: base).diagnostics
    #expect(found.map(\.code) == ["event-needs-occurrence"])
    #expect(found.first?.words.vi.contains("kỳ 2026-Q1") == true)
    #expect(found.first?.fixIts.first?.replacement == " kỳ 2026-Q1")
  }

  @Test("missing blocks are offered once, ready to paste, and mend the mistake")
  func missingBlocks() {
    let text =
      "nhiệm vụ I.2: A\n  chủ trì: Phòng Kế toán\n  phối hợp: Phòng Kế toán; Văn phòng\n"
      + "  hạn: sau khi Quốc hội thông qua Luật\n"
    let blocks = RuleBookFixture.read(text).diagnostics.compactMap(\.missingBlock)
    #expect(
      blocks == ["đơn vị phong-ke-toan: Phòng Kế toán", "sự kiện quoc-hoi-thong-qua-luat: Quốc hội thông qua Luật"])
    #expect(RuleBookFixture.read(text + "\n" + blocks.joined(separator: "\n")).diagnostics.isEmpty)
  }

  @Test("notes point to the first definition")
  func notes() {
    let diagnostic = RuleBookFixture.read("đơn vị vp2: Văn phòng Sở\n").diagnostics.first
    #expect(diagnostic?.notes.first?.span?.text == "đơn vị vp: Văn phòng Sở")
  }

  @Test("files without a plan, or with several")
  func plans() {
    let task = "nhiệm vụ I.1: A\n  hạn: Quý I\n"
    #expect(RuleBookFixture.read(files: [("a/x.rules", task)]).diagnostics.map(\.code) == ["no-plan"])
    let plan = { (id: String) in "kế hoạch \(id): K \(id)\n  năm: 2024\n  lịch: Việt Nam\n  đầu mối: vp\n" }
    let two = plan("a") + plan("b") + "đơn vị vp: VP\n" + task
    #expect(RuleBookFixture.read(files: [("a/x.rules", two)]).diagnostics.map(\.code) == ["several-plans"])
    let told = plan("a") + plan("b") + "đơn vị vp: VP\n" + task + "  kế hoạch: b\n"
    let read = RuleBookFixture.read(files: [("a/x.rules", told)])
    #expect(read.diagnostics.isEmpty)
    #expect(read.rules.tasks.map { read.rules.plans[$0.plan].id } == ["b"])
  }

  @Test(
    "Where a task speaks of its own plan's issue, that event is offered, and is read",
    arguments: [
      "kể từ ngày ký", "trong 10 ngày kể từ ngày ký ban hành", "sau khi Kế hoạch này được ban hành",
      "trong 30 ngày kể từ ngày quyết định này được ban hành", "kể từ ngày ban hành Kế hoạch này",
      "sau khi ban hành Quyết định", "trong 10 ngày kể từ ngày được ký ban hành",
      "within 10 days after this plan is issued",
    ])
  func ownIssue(wording: String) throws {
    func read(_ wording: String) -> [Diagnostic] {
      RuleBookFixture.read("nhiệm vụ I.2: A\n  hạn: \(wording)\n").diagnostics
    }
    let diagnostic = try #require(read(wording).first)
    #expect(diagnostic.code == DiagnosticCode.unknownEvent.rawValue)
    #expect(diagnostic.missingBlock == nil)
    let fix = try #require(diagnostic.fixIts.first)
    #expect(fix.replacement == "ban hành kế hoạch kh")
    #expect(read(wording.replacing(diagnostic.span.text, with: fix.replacement)).isEmpty)
  }

  @Test(
    "Another document's issue stays an event to declare",
    arguments: ["sau khi Kế hoạch của tỉnh được ban hành", "sau khi Luật được ban hành", "kể từ ngày ký hợp đồng"])
  func otherIssue(wording: String) throws {
    let diagnostic = try #require(
      RuleBookFixture.read("nhiệm vụ I.2: A\n  hạn: \(wording)\n").diagnostics.first)
    #expect(diagnostic.missingBlock != nil)
  }
}
