import Foundation
import HTTPMessages
import JSON
import StateFolder
import TestSupport
import Testing

/// A task whose id changed: its former id names its duties wherever it was written.
@Suite("A renamed task")
struct RenamedTaskTests {
  private static let renamed = SiteDesk.plan.replacingOccurrences(
    of: "nhiệm vụ I.2: Kế hoạch kiểm tra\n", with: "nhiệm vụ II.2: Kế hoạch kiểm tra\n  trước đây: I.2\n")

  @Test("Addresses with the former id lead to the duty") func addresses() throws {
    let desk = try SiteDesk(["plan.rules": Self.renamed])
    let page = desk.get("/viec/kh/I.2@once")
    #expect(page.status == 308 && page.value(of: "Location") == "/viec/kh/II.2@once")
    #expect(desk.get("/en/viec/kh/I.2@once").value(of: "Location") == "/en/viec/kh/II.2@once")
    #expect(desk.get("/viec/kh/I.2").value(of: "Location") == "/viec/kh/II.2@once")
    #expect(desk.text("/viec/kh/II.2@once").contains("Kế hoạch kiểm tra"))
    let answer = try #require(JSONValue(desk.get("/api/v1/obligations/kh/I.2@once").body))
    #expect(answer["obligation"]?["id"]?.string == "kh/II.2@once")
    #expect(desk.get("/viec/kh/I.9@once").status == 404 && desk.get("/viec/x/I.2@once").status == 404)
  }

  @Test("The link of a letter that names the former id still answers, and records of the task as it is called now")
  func links() throws {
    let plan = LinkDesk.plan.replacingOccurrences(of: "nhiệm vụ I.1: ", with: "nhiệm vụ II.1: ")
      .replacingOccurrences(of: "  phối hợp: Văn phòng\n", with: "  trước đây: I.1\n  phối hợp: Văn phòng\n")
    let desk = try LinkDesk(plan)
    let page = desk.get(try desk.address("kh/I.1@once"))
    #expect(page.status == 200 && page.text.contains("Báo cáo đã xong"), "\(page.status)")
    let sent = try desk.post(page.text, ["day": "20/9/2024", "document": "156/BC"])
    #expect(sent.status == 303, "\(sent.text)")
    #expect(desk.get(try #require(sent.value(of: "Location"))).status == 200)
    let facts = try desk.office.facts()
    #expect(facts.count == 1 && facts[0].hasPrefix("báo cáo hoàn thành kh/II.1 kỳ once ngày 20/9/2024"), "\(facts)")
    // Another duty's link lets nothing.
    #expect(desk.get(try desk.address("kh/I.2@once", unit: "a")).text.contains("Báo cáo đã xong") == false)
  }

  @Test("A revision that renames a task and nothing else says so, and nothing else") func revision() throws {
    let desk = try SiteDesk()
    try desk.promote()
    try WholeFile.replace(desk.rules.path + "/plan.rules", with: Self.renamed)
    try desk.promote()
    let page = desk.text("/ban-quy-tac/2")
    #expect(page.contains("1 việc đổi mã") && !page.contains("việc thêm") && !page.contains("việc bỏ"))
    #expect(page.contains("<del>kh/I.2</del>") && page.contains("<ins>kh/II.2</ins>"))
    #expect(page.contains("sửa 1") && !page.contains("thêm 1") && !page.contains("bỏ 1"))
    #expect(desk.text("/en/ban-quy-tac/2").contains("1 renamed"))
    let differences = try APITests.json(desk.get("/api/v1/revisions/2/differences"))
    let changes = differences["obligations"]?.array ?? []
    #expect(changes.map { $0["change"]?.string } == ["renamed"])
    #expect(changes.first?["id"]?.string == "kh/II.2@once" && changes.first?["formerly"]?.string == "kh/I.2@once")
    let schemas = try #require(try APITests.json(desk.get("/api/v1/openapi.json"))["components"]?["schemas"])
    let schema = try #require(schemas["Differences"])
    #expect(SchemaCheck(schemas).faults(of: differences, schema, at: "differences") == [])
  }
}
