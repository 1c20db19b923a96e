import Foundation
import JSON
import StateFolder
import Testing

@Suite("The pages of the rules")
struct RevisionTests {
  private static func edit(_ desk: SiteDesk, _ old: String, _ new: String) throws {
    let path = desk.rules.path + "/plan.rules"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try WholeFile.replace(path, with: text.replacingOccurrences(of: old, with: new))
  }

  @Test("Each revision says who made it, which rules it changed, and which duties moved")
  func revisions() throws {
    let desk = try SiteDesk()
    try desk.promote()
    #expect(desk.text("/ban-quy-tac").contains("Bản số 1 đang có hiệu lực"))
    #expect(desk.text("/ban-quy-tac/1").contains("Bản đầu tiên"))
    try Self.edit(desk, "hạn: chậm nhất 27/9/2024", "hạn: chậm nhất 30/9/2024")
    try Self.edit(
      desk, "nhiệm vụ I.4: Sau khi công bố\n",
      "nhiệm vụ I.5: Việc thêm\n  chủ trì: Phòng A\n  hạn: chậm nhất 10/10/2024\n\nnhiệm vụ I.4: Sau khi công bố\n")
    try desk.promote()
    let list = desk.text("/ban-quy-tac")
    #expect(list.contains("Bản số 2 đang có hiệu lực") && list.contains("lan đưa vào hiệu lực lúc 08:05"))
    #expect(list.contains("<del>chậm nhất 27/9/2024</del>") && list.contains("<ins>chậm nhất 30/9/2024</ins>"))
    let page = desk.text("/ban-quy-tac/2")
    #expect(page.contains("1 việc thêm, 1 việc đổi hạn") && page.contains("kh/I.5") && page.contains("kh/I.2"))
    #expect(page.contains(#"<a href="/viec/kh/I.5@once">Việc thêm</a>"#) && page.contains(">Kế hoạch kiểm tra</a>"))
    #expect(page.contains("<del>27/09/2024</del>") && page.contains("<ins>30/09/2024</ins>"))
    #expect(desk.text("/en/ban-quy-tac/2").contains("1 new, 1 moved"))
    let differences = try #require(JSONValue(desk.get("/en/api/v1/revisions/2/differences").body))
    #expect(differences["revision"]?.integer == 2 && differences["before"]?.integer == 1)
    let changes = differences["obligations"]?.array ?? []
    #expect(changes.map { $0["id"]?.string } == ["kh/I.2@once", "kh/I.5@once"])
    #expect(changes.map { $0["change"]?.string } == ["changed", "new"])
    #expect(changes.first?["old"]?.string == "Friday 27 September 2024")
    #expect(changes.first?["oldDay"]?.string == "2024-09-27" && changes.first?["newDay"]?.string == "2024-09-30")
    #expect(changes.last?["oldDay"] == nil && changes.last?["newDay"]?.string == "2024-10-10")
    #expect(
      desk.text("/ban-quy-tac/2.csv")
        == "id,change,oldDay,newDay,old,new\r\nkh/I.2@once,changed,2024-09-27,2024-09-30,thứ Sáu 27/9/2024,thứ Hai 30/9/2024\r\n"
        + "kh/I.5@once,new,,2024-10-10,,thứ Năm 10/10/2024\r\n")
    let schemas = try #require(try APITests.json(desk.get("/api/v1/openapi.json"))["components"]?["schemas"])
    let schema = try #require(schemas["Differences"])
    #expect(SchemaCheck(schemas).faults(of: differences, schema, at: "differences") == [])
    let block = differences["blocks"]?.array?.first { $0["block"]?.string == "nhiệm vụ I.2" }
    #expect(block?["fields"]?.array?.first?["new"]?.string == "chậm nhất 30/9/2024")
    #expect(
      desk.text("/api/v1/revisions/1/differences") == "{\"revision\":1,\"obligations\":[],\"blocks\":[]}\n")
    #expect(JSONValue(desk.get("/api/v1/revisions?limit=1").body)?["next"]?.string == "2")
    #expect(desk.get("/api/v1/revisions/9/differences").status == 404)
    for target in ["/ban-quy-tac/3", "/ban-quy-tac/0", "/ban-quy-tac/x"] {
      #expect(desk.get(target).status == 404, "\(target)")
    }
  }

  @Test("Of a classified block it is said only that it changed, also where it was open once")
  func classified() throws {
    let desk = try SiteDesk()
    try desk.promote()
    try Self.edit(desk, "hạn: chậm nhất 31/12/2024", "hạn: chậm nhất 30/11/2024")
    try Self.edit(desk, "  sản phẩm: Báo cáo\n", "  sản phẩm: Tờ trình\n")
    try desk.promote()
    try Self.edit(desk, "  sản phẩm: Tờ trình\n", "  độ mật: Mật\n  sản phẩm: Tờ trình\n")
    try desk.promote()
    for target in ["/ban-quy-tac", "/ban-quy-tac/2", "/ban-quy-tac/3"] {
      let page = desk.text(target) + desk.text("/api/v1/revisions/3/differences")
      for word in ["kín", "Tờ trình", "kiểm tra &", "31/12/2024"] {
        #expect(!page.contains(word), "\(target): \(word)")
      }
    }
    #expect(desk.text("/ban-quy-tac/2").contains("2 khối có độ mật"))
  }

  @Test("Rules that wait say why, and what they would change, until the folder has others")
  func waiting() throws {
    let desk = try SiteDesk()
    try desk.promote()
    #expect(!desk.text("/").contains("Cần quyết định") && !desk.text("/ban-quy-tac").contains("đang chờ được đồng ý"))
    try desk.record("done", "I.2", "--on", "20/9/2024")
    try Self.edit(desk, "nhiệm vụ I.2: Kế hoạch kiểm tra", "nhiệm vụ I.7: Kế hoạch kiểm tra mới")
    try desk.promote(status: 3)
    #expect(desk.text("/").contains(#"<a href="/ban-quy-tac">1 bản quy tắc chờ đưa vào hiệu lực</a>"#))
    let page = desk.text("/ban-quy-tac")
    #expect(page.contains("Một bản của lan đang chờ được đồng ý từ 08:05, Thứ Hai, 23/09/2024, vì:"))
    #expect(page.contains("Khối quy tắc: thêm 1, bỏ 1.") && page.contains("nhiệm vụ I.7: Kế hoạch kiểm tra mới"))
    let revisions = try APITests.json(desk.get("/api/v1/revisions"))
    let schemas = try #require(try APITests.json(desk.get("/api/v1/openapi.json"))["components"]?["schemas"])
    let schema = try #require(schemas["RevisionList"])
    #expect(SchemaCheck(schemas).faults(of: revisions, schema, at: "revisions") == [])
    let told = try #require(revisions["waiting"])
    #expect(told["author"]?.string == "lan" && told["since"]?.string == "2024-09-23T01:05:00Z")
    #expect(told["reasons"]?.array?.isEmpty == false && told["classifiedReasons"]?.integer == 0)
    #expect(told["blocks"]?.array?.compactMap { $0["block"]?.string } == ["nhiệm vụ I.7", "nhiệm vụ I.2"])
    try Self.edit(desk, "nhiệm vụ I.7", "nhiệm vụ I.8")
    #expect(JSONValue(desk.get("/api/v1/revisions").body)?["waiting"]?["blocks"] == nil)
    #expect(desk.text("/ban-quy-tac").contains("Thư mục quy tắc đã khác bản đang chờ"))
  }

  @Test("A file has its lines with numbers and remarks; what is classified and whole addresses are left out")
  func files() throws {
    let more = """
      đơn vị b: Phòng B
        email: phongb@so.example
        webhook: https://chat.so.example/hooks/SECRET

      nhiệm vụ I.8: Chưa rõ hạn
        chủ trì: Phòng B
        hạn: chưa rõ: kế hoạch không nêu

      """
    let desk = try SiteDesk(["plan.rules": SiteDesk.plan + more, "x/note.rules": "# Việc kín đáo\n# Ghi chú\n"])
    #expect(desk.text("/quy-tac").contains(#"<a href="/quy-tac/plan.rules">plan.rules</a>"#))
    // 10 blocks: a plan, 2 units, 4 tasks and an event, and the unit and task added. One line is not understood.
    #expect(desk.text("/quy-tac.csv").hasPrefix("file,blocks,remarks,isPartial\r\nplan.rules,10,"))
    let page = desk.text("/quy-tac/plan.rules")
    #expect(page.contains(#"<li value="1" id="d1"><code>kế hoạch kh: Kế hoạch cải cách hành chính năm 2024</code>"#))
    #expect(page.contains("5 dòng có độ mật, không nêu ở đây") && page.contains("nhiệm vụ I.4"))
    for word in ["kín", "Tài liệu", "31/12/2024", "phongb@", "SECRET"] { #expect(!page.contains(word), "\(word)") }
    #expect(page.contains("email: p…@so.example") && page.contains("webhook: …"))
    #expect(page.contains("<strong>Cảnh báo.</strong>"))
    let note = desk.text("/quy-tac/x/note.rules")
    #expect(!note.contains("kín") && note.contains("# Ghi chú"))
    #expect(desk.get("/quy-tac/none.rules").status == 404)
    #expect(desk.get("/quy-tac/x").status == 404)
  }
}
