import Foundation
import HTTPMessages
import Testing

@Suite("Answering by the link of a letter")
struct LinkTests {
  @Test("A clerk who signed in nowhere reports the work, and the unit is its author") func report() throws {
    let desk = try LinkDesk()
    let page = desk.get(try desk.address())
    #expect(page.status == 200 && page.text.contains("Báo cáo đã xong") && page.text.contains("23/09/2024"))
    // No menu; the other acts are a touch away, and none that is not the unit's.
    #expect(
      !page.text.contains("<nav class=\"menu\"") && page.text.contains("Xin gia hạn")
        && page.text.contains("Tiếp nhận việc"))
    for other in ["Miễn việc này", "Xác nhận hoàn thành", "/ghi/"] { #expect(!page.text.contains(other)) }
    // The old and the new state; the director has no mailbox, so that no letter is promised.
    #expect(
      page.text.contains("Quá hạn 24 ngày") && page.text.contains("Chờ xác nhận")
        && !page.text.contains("Giám đốc được báo"))
    #expect(page.text.contains("không cần mật khẩu") && page.text.contains("07/10/2024"))
    let sent = try desk.post(page.text, ["day": "20/9/2024", "document": "156/BC"])
    let receipt = desk.get(try #require(sent.value(of: "Location")))
    #expect(sent.status == 303 && receipt.status == 200, "\(sent.text)")
    for words in ["Đã ghi nhận", "<dd>Phòng A</dd>", "Phòng A (chủ trì)", "qua liên kết trong thư nhắc", "156/BC"] {
      #expect(receipt.text.contains(words), "\(words)")
    }
    #expect(!receipt.text.contains("lần gửi") && !receipt.text.contains("href=\"/\">Về trang đầu"))
    let facts = try desk.office.facts()
    #expect(facts.count == 1 && facts[0].hasPrefix("báo cáo hoàn thành kh/I.1 kỳ once ngày 20/9/2024"), "\(facts)")
    #expect(facts[0].contains("số 156/BC | đơn vị a | a (chủ trì) | 156/BC | qua liên kết trong thư nhắc, lần gửi "))
  }

  @Test(
    "Each act that the link lets: accept, say how far it is, ask for more time, explain",
    arguments: [
      ("tiep-nhan", [:], "tiếp nhận"), ("tien-do", ["words": "40%"], "40%"),
      ("xin-gia-han", ["newDay": "18/10/2024", "words": "chờ ý kiến"], "18/10/2024"),
      ("tra-loi", ["words": "do bão"], "do bão"),
    ])
  func acts(_ act: String, _ fields: [String: String], _ words: String) throws {
    let desk = try LinkDesk()
    if act == "tra-loi" { try desk.office.desk.record("ask", "I.1", "--on", "20/9/2024", "--because", "vì sao chậm") }
    let before = try desk.office.facts().count
    let sent = try desk.send(try desk.address(act: act), fields)
    #expect(sent.status == 303, "\(sent.text)")
    let facts = try desk.office.facts()
    #expect(
      facts.count == before + 1 && facts.last?.contains(words) == true && facts.last?.contains("| đơn vị a |") == true)
  }

  @Test("Of work about which an explanation is asked the form for it comes first") func asked() throws {
    let desk = try LinkDesk()
    try desk.office.desk.record("ask", "I.1", "--on", "20/9/2024", "--because", "vì sao chậm")
    #expect(desk.get(try desk.address()).text.contains("Gửi giải trình"))
  }

  @Test("The same form sent again records nothing and leads to the receipt, also when the work is over by then")
  func again() throws {
    // Nobody confirms what the office itself owes.
    let desk = try LinkDesk(
      LinkDesk.plan.replacingOccurrences(of: "  xác nhận: Giám đốc\n", with: ""))
    let address = try desk.address()
    let page = desk.get(address).text
    let first = try desk.post(page, ["day": "20/9/2024"])
    let second = try desk.post(page, ["day": "20/9/2024"])
    #expect(first.status == 303 && second.status == 303)
    #expect(first.value(of: "Location") == second.value(of: "Location"))
    #expect(try desk.office.facts().count == 1)
    #expect(desk.get(try #require(second.value(of: "Location"))).status == 200)
    // The link is over with the work, and another form of it records nothing.
    let end = desk.get(address)
    #expect(
      end.status == 410 && end.text.contains("đã được ghi nhận là hoàn thành") && end.text.contains("/viec/kh/I.1@once")
    )
    let other = try desk.post(
      page.replacingOccurrences(of: "name=\"mark\" value=\"", with: "name=\"mark\" value=\"0"), ["day": "19/9/2024"])
    #expect(other.status == 410)
    #expect(try desk.office.facts().count == 1)
  }

  @Test("What is wrong stands at its field, what was typed stays, and the form goes where it went") func wrong() throws
  {
    let desk = try LinkDesk()
    let answer = try desk.send(try desk.address(act: "xin-gia-han"), ["newDay": "20/10/2024", "words": ""])
    #expect(
      answer.status == 422 && answer.text.contains("value=\"20/10/2024\"") && answer.text.contains("Hãy ghi lý do"))
    let asked = try desk.post(answer.text, ["newDay": "20/10/2024", "words": "x"])
    #expect(asked.status == 422 && asked.text.contains("là ngày nghỉ"))
    #expect(try desk.post(asked.text, ["newDay": "20/10/2024", "words": "x", "yes": "1"]).status == 303)
    #expect(try desk.office.facts().count == 1)
  }

  @Test("Reported work shows that it waits, and takes no second report") func reported() throws {
    let desk = try LinkDesk()
    _ = try desk.send(try desk.address(), ["day": "20/9/2024"])
    let page = desk.get(try desk.address())
    #expect(page.status == 200 && page.text.contains("Chờ xác nhận") && !page.text.contains("<form"))
    // What was reported, and who has it now.
    #expect(page.text.contains("<dt>Báo cáo</dt><dd>Thứ Sáu, 20/09/2024</dd>"), "\(page.text)")
    #expect(page.text.contains("<dt>Chờ xác nhận</dt><dd>Giám đốc</dd>"))
    // Given back, it says why, until it is reported again.
    try desk.office.desk.record("return", "I.1", "--on", "23/9/2024", "--because", "thiếu <b>phụ lục</b>")
    let back = desk.get(try desk.address()).text
    #expect(back.contains("<dt>Trả lại</dt><dd>Thứ Hai, 23/09/2024</dd>"), "\(back)")
    #expect(back.contains("<blockquote>“thiếu &lt;b&gt;phụ lục&lt;/b&gt;”</blockquote>") && back.contains("<form"))
    _ = try desk.send(try desk.address(), ["day": "23/9/2024"])
    #expect(!desk.get(try desk.address()).text.contains("phụ lục"))
  }

  @Test("English letters open English pages") func english() throws {
    let desk = try LinkDesk()
    let page = desk.get("/en" + (try desk.address()))
    #expect(page.status == 200 && page.text.contains("Report it as done") && page.text.contains("asks for no password"))
    #expect(try LinkDesk.action(page.text).hasPrefix("/en/tra-loi/kh/I.1"))
    #expect(desk.get("/en/tra-loi/kh/I.1%40once").text.contains("Sign in and see this duty"))
  }

  @Test("Over every socket, and beside whoever signed in, the unit alone is the author") func sockets() throws {
    let desk = try LinkDesk(configuration: FormDesk.roles)
    let address = try desk.address(act: "tiep-nhan")
    #expect(desk.office.desk.get(address).status == 200)
    let page = desk.office.get(address, as: "giang").text
    let answer = desk.office.post(try LinkDesk.action(page), as: "giang", FormDesk.body(FormDesk.hidden(page)))
    #expect(answer.status == 303)
    #expect(try desk.office.facts().allSatisfy { $0.contains("| đơn vị a | a (chủ trì) |") })
  }
}
