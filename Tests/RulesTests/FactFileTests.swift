import Diagnostics
import Testing

@testable import Rules

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
