import Foundation
import Testing

@Suite("Recording on pages")
struct FormTests {
  private let report = "/ghi/bao-cao/kh/I.1@once"

  @Test("A clerk reports, the receipt says what was recorded, and who confirms confirms it")
  func reportAndConfirm() throws {
    let office = try FormDesk()
    // Overdue since 30 August: 24 days before Monday, 23 September.
    let form = office.get(report, as: "an").text
    #expect(form.contains("<h2>Báo cáo đã xong</h2>") && form.contains(#"value="23/09/2024""#))
    #expect(form.contains("Quá hạn 24 ngày") && form.contains("Chờ xác nhận"))
    // Nobody here has a mailbox, so that no letter is promised.
    #expect(!form.contains("được báo"))
    let receipt = try office.receipt(report, as: "an", ["day": "20/9/2024", "document": "12/BC-A"])
    #expect(
      receipt.contains("Đã ghi nhận") && receipt.contains("Phòng A (chủ trì)") && receipt.contains("qua trang web"))
    #expect(receipt.contains("12/BC-A") && receipt.contains("Chờ xác nhận") && receipt.contains("Rút báo cáo"))
    #expect(!receipt.contains("lần gửi"))
    let facts = try office.facts()
    #expect(facts.count == 1)
    #expect(
      facts[0].hasPrefix(
        "báo cáo hoàn thành kh/I.1 kỳ once ngày 20/9/2024, hạn 30/8/2024 số 12/BC-A | an | a (chủ trì) | 12/BC-A | qua trang web, lần gửi "
      ), "\(facts)")

    // The unit confirms nothing of its own; the director does.
    #expect(office.get("/ghi/xac-nhan/kh/I.1@once", as: "an").status == 403)
    let confirm = office.get("/ghi/xac-nhan/kh/I.1@once", as: "giang").text
    #expect(confirm.contains("Thứ Sáu, 20/09/2024") && confirm.contains("12/BC-A") && confirm.contains("Trả lại"))
    let done = try office.receipt("/ghi/xac-nhan/kh/I.1@once", as: "giang", ["words": "tốt"])
    #expect(done.contains("Giám đốc (xác nhận)") && done.contains("Xong trễ"))
    #expect(try office.facts().last?.hasPrefix("xác nhận kh/I.1 kỳ once ngày 23/9/2024: tốt | giang") == true)
  }

  @Test("Who hears of it is named with the day of the letter that rounds will send, and nobody who gets none")
  func letterToCome() throws {
    let office = try FormDesk(
      FormDesk.plan.replacingOccurrences(of: "đơn vị a: Phòng A\n", with: "đơn vị a: Phòng A\n  email: a@so.example\n"))
    _ = try office.receipt("/ghi/xin-gia-han/kh/I.1@once", as: "an", ["newDay": "21/10/2024", "words": "chờ số liệu"])
    let form = office.get("/ghi/khong-gia-han/kh/I.1@once", as: "giang").text
    #expect(form.contains("Phòng A sẽ được báo bằng thư."))
    let refused = try office.receipt("/ghi/khong-gia-han/kh/I.1@once", as: "giang", ["words": "đã gia hạn nhiều lần"])
    // The answer goes at once: in the slot of Monday, or of Tuesday where that has passed.
    let days = ["23/09/2024", "24/09/2024"]
    #expect(days.contains { refused.contains("Phòng A được báo trong thư ngày \($0).") })
    // An extension to no later day changes nothing, and its receipt says so.
    let extended = try office.receipt(
      "/ghi/gia-han/kh/I.1@once", as: "dau", ["newDay": "26/9/2024", "document": "7/QĐ"])
    #expect(extended.contains("26/09/2024"))
  }

  @Test("Work that is not done yet is not reported, whatever box is ticked") func ahead() throws {
    let office = try FormDesk()
    let sent = office.send(report, as: "an", ["day": "24/9/2024"])
    #expect(sent.status == 422 && sent.text.contains("chưa thể xong"))
    #expect(try office.facts().isEmpty)
  }

  @Test("Work that is accepted twice that day is accepted once") func acceptedTwice() throws {
    let office = try FormDesk()
    let page = office.get("/ghi/tiep-nhan/kh/I.1@once", as: "an").text
    let other = office.get("/ghi/tiep-nhan/kh/I.1@once", as: "an").text
    for form in [page, other] {
      _ = office.post("/ghi/tiep-nhan/kh/I.1@once", as: "an", FormDesk.body(FormDesk.hidden(form)))
    }
    #expect(try office.facts().count == 1)
  }

  @Test("Who reported takes it back, until somebody confirmed it")
  func takeBack() throws {
    let office = try FormDesk()
    _ = try office.receipt(report, as: "an", ["day": "20/9/2024"])
    let back = try office.receipt("/ghi/mo-lai/kh/I.1@once", as: "an", ["words": "gửi nhầm"])
    #expect(back.contains("Quá hạn 24 ngày"))
    _ = try office.receipt(report, as: "an", ["day": "20/9/2024"])
    _ = try office.receipt("/ghi/xac-nhan/kh/I.1@once", as: "giang")
    #expect(office.get("/ghi/mo-lai/kh/I.1@once", as: "an").status == 403)
    #expect(office.get("/ghi/mo-lai/kh/I.1@once", as: "giang").status == 200)
  }

  @Test("A unit asks for time, a day off is asked about, and who decides gives another day")
  func time() throws {
    let office = try FormDesk()
    let address = "/ghi/xin-gia-han/kh/I.1@once"
    // 20 October 2024 is a Sunday.
    let asked = office.send(address, as: "an", ["newDay": "20/10/2024", "words": "chờ số liệu", "document": "5/CV"])
    #expect(asked.status == 422)
    let page = asked.text
    #expect(page.contains("<title>Lỗi: Xin gia hạn"))
    #expect(page.contains("Chủ Nhật, 20/10/2024 là ngày nghỉ") || page.contains("Chủ nhật, 20/10/2024 là ngày nghỉ"))
    #expect(page.contains("Thứ Sáu, 18/10/2024 hoặc Thứ Hai, 21/10/2024"))
    #expect(page.contains(">chờ số liệu</textarea>") && page.contains(#"value="20/10/2024""#))
    #expect(page.contains(#"name="yes" value="1""#))
    #expect(try office.facts().isEmpty)
    // What was asked is answered by a tick in the same form.
    let again = FormDesk.hidden(page).merging(
      ["newDay": "20/10/2024", "words": "chờ số liệu", "document": "5/CV", "yes": "1"]) { $1 }
    #expect(office.post(address, as: "an", FormDesk.body(again)).status == 303)
    #expect(try office.facts().count == 1)
    let form = office.get("/ghi/gia-han/kh/I.1@once", as: "giang").text
    #expect(form.contains("“chờ số liệu”") && form.contains("<del>Thứ Sáu, 30/08/2024</del>"))
    #expect(form.contains("Không đồng ý gia hạn"))
    let given = try office.receipt(
      "/ghi/gia-han/kh/I.1@once", as: "giang", ["newDay": "21/10/2024", "document": "7/QĐ"])
    #expect(given.contains("Quá hạn 24 ngày") && given.contains("Giám đốc (quyết định)"))
    #expect(office.get("/viec/kh/I.1@once", as: "an").text.contains("Thứ Hai, 21/10/2024"))
  }

  @Test("What is wrong stands at its field, and nothing typed is lost")
  func errors() throws {
    let office = try FormDesk()
    let page = office.send(report, as: "an", ["day": "32/13/2024", "document": "<b>1</b>"])
    #expect(page.status == 422)
    let text = page.text
    #expect(text.contains(#"aria-invalid="true""#) && text.contains("“32/13/2024” không phải là ngày"))
    #expect(text.contains(#"aria-describedby="bao-cao-day-goi-y bao-cao-day-loi""#))
    #expect(text.contains(##"<a href="#bao-cao-day">"##))
    #expect(
      text.contains(#"value="32/13/2024""#) && text.contains("&lt;b&gt;1&lt;/b&gt;") && !text.contains("<b>1</b>"))
    let english = office.send("/en" + report, as: "an", ["day": ""]).text
    #expect(english.contains("<title>Error: Report it as done") && english.contains("Write the day."))
    // Words that are too long are still there.
    let long = String(repeating: "dài ", count: 1500)
    let much = office.send("/ghi/tien-do/kh/I.1@once", as: "an", ["words": long])
    #expect(much.status == 422 && much.text.contains("Dài quá 1000 chữ") && much.text.contains(long))
    // A day to come is asked about as the command asks.
    let future = office.send(report, as: "an", ["day": "30/9/2024"])
    #expect(future.status == 422 && future.text.contains("chưa đến"))
    #expect(try office.facts().isEmpty)
  }

  @Test("Everything that is wrong or asked about is told at once, and what was ticked stays so") func allFaults() throws
  {
    let office = try FormDesk()
    func places(_ page: String) -> [String] { page.matches(of: /<li><a href="#([^"]+)">/).map { String($0.output.1) } }
    let ask = "/ghi/xin-gia-han/kh/I.1@once"
    // 20 October 2024 is a Sunday, and there is no reason.
    let doubted = office.send(ask, as: "an", ["newDay": "20/10/2024", "words": " "])
    #expect(doubted.status == 422 && places(doubted.text) == ["xin-gia-han-newDay", "xin-gia-han-words"])
    for words in [
      "Hãy ghi lý do, một câu là đủ.</p>", "20/10/2024 là ngày nghỉ", #"name="yes" value="1""#, "Có 1 chỗ cần sửa",
      "Chỗ được hỏi, nếu đúng thì đánh dấu ô xác nhận.",
    ] { #expect(doubted.text.contains(words), "\(words): \(doubted.text)") }
    let ticked = office.send(ask, as: "an", ["newDay": "20/10/2024", "words": " ", "yes": "1"])
    #expect(places(ticked.text) == ["xin-gia-han-words"] && ticked.text.contains(#"name="yes" value="1" checked"#))
    #expect(!ticked.text.contains("là ngày nghỉ"))
    // A day that is past, besides no reason; and all three fields.
    #expect(
      places(office.send(ask, as: "an", ["newDay": "20/9/2024"]).text) == ["xin-gia-han-newDay", "xin-gia-han-words"])
    let long = String(repeating: "a", count: 1001)
    let all = office.send(ask, as: "an", ["newDay": "32/13/2024", "document": long])
    #expect(places(all.text) == ["xin-gia-han-newDay", "xin-gia-han-words", "xin-gia-han-document"])
    // A day to come, besides a number that is too long.
    let report = office.send(report, as: "an", ["day": "30/9/2024", "document": long])
    #expect(places(report.text) == ["bao-cao-day", "bao-cao-document"] && report.text.contains("chưa đến"))
    let given = office.send("/ghi/gia-han/kh/I.1@once", as: "giang", ["newDay": "20/10/2024"])
    #expect(places(given.text) == ["gia-han-newDay", "gia-han-document"], "\(given.text)")
    #expect(places(office.send("/ghi/tien-do/kh/I.1@once", as: "an", ["words": "150%"]).text) == ["tien-do-words"])
    #expect(try office.facts().isEmpty)
  }

  @Test("Of an event a day to come, a wrong time and a missing number are told at once") func allFaultsOfEvents() throws
  {
    let plan =
      FormDesk.plan + """
        sự kiện ho-so: tiếp nhận hồ sơ
          xảy ra: mỗi vụ việc
          theo dõi: Văn phòng

        """
    let office = try FormDesk(plan)
    let page = office.send("/ghi/su-kien/kh/ho-so", as: "van", ["day": "30/9/2024", "time": "25:00"]).text
    for field in ["reference", "time", "day"] {
      #expect(page.contains(##"<a href="#su-kien-\##(field)">"##), "\(page)")
    }
    #expect(page.contains("Không có giờ “25:00”; viết như 08:00 hoặc 14:30."))
  }

  @Test("An event is recorded by who watches it, and what waited has a day")
  func event() throws {
    let plan = FormDesk.plan.replacingOccurrences(
      of: "hạn: sau khi Bộ công bố chỉ số", with: "hạn: trong 10 ngày kể từ ngày Bộ công bố chỉ số"
    ).replacingOccurrences(
      of: "sự kiện cs: Bộ công bố chỉ số\n", with: "sự kiện cs: Bộ công bố chỉ số\n  theo dõi: Văn phòng\n")
    let office = try FormDesk(plan)
    #expect(office.get("/su-kien", as: "van").text.contains("/ghi/su-kien/"))
    #expect(!office.get("/su-kien", as: "an").text.contains("/ghi/su-kien/"))
    let target = try #require(office.get("/su-kien", as: "van").text.firstMatch(of: /\/ghi\/su-kien\/[^"]+/)).output
    #expect(office.get(String(target), as: "an").status == 403)
    let receipt = try office.receipt(String(target), as: "van", ["day": "20/9/2024", "document": "12/TB-BNV"])
    // Ten days from Friday 20 September.
    #expect(receipt.contains("I.4") && receipt.contains("30/09/2024"))
    #expect(try office.facts()[0].contains("ngày 20/9/2024 | van | vp (theo dõi) | 12/TB-BNV | qua trang web"))
  }

  @Test("Every act records its kind of fact for its side, and what was asked is shown above the form") func acts()
    throws
  {
    let office = try FormDesk()
    func last() throws -> String { try #require(office.facts().last) }
    let id = "kh/I.1@once"
    _ = try office.receipt("/ghi/tiep-nhan/\(id)", as: "an")
    #expect(try last().hasPrefix("tiếp nhận kh/I.1 kỳ once ngày 23/9/2024 | an | a (chủ trì)"))
    #expect(office.get("/ghi/tiep-nhan/\(id)", as: "an").text.contains("hiện không cần ghi như vậy"))
    _ = try office.receipt("/ghi/xin-gia-han/\(id)", as: "an", ["newDay": "21/10/2024", "words": "chờ số liệu"])
    #expect(try last().hasPrefix("xin gia hạn kh/I.1 kỳ once ngày 23/9/2024 đến 21/10/2024 vì chờ số liệu | an"))
    #expect(office.get("/", as: "giang").text.contains("1 đề nghị gia hạn cần trả lời"))
    let refused = try office.receipt("/ghi/khong-gia-han/\(id)", as: "giang", ["words": "đã gia hạn nhiều lần"])
    #expect(!refused.contains("được báo"))
    #expect(
      try last().hasPrefix(
        "không đồng ý gia hạn kh/I.1 kỳ once ngày 23/9/2024 vì đã gia hạn nhiều lần | giang | gd (quyết định)"))
    _ = try office.receipt("/ghi/xin-gia-han/\(id)", as: "an", ["newDay": "22/10/2024", "words": "chờ số liệu"])
    #expect(office.get("/viec/\(id)", as: "an").text.contains("Đang xin gia hạn"))
    _ = try office.receipt("/ghi/rut-de-nghi/\(id)", as: "an")
    #expect(!office.get("/viec/\(id)", as: "an").text.contains("Đang xin gia hạn"))
    #expect(try last().hasPrefix("rút đề nghị gia hạn kh/I.1 kỳ once ngày 23/9/2024 | an"))
    try office.desk.record("ask", "I.1", "--on", "20/9/2024", "--because", "chưa thấy báo cáo")
    #expect(office.get("/", as: "an").text.contains("1 việc cần giải trình"))
    #expect(office.get("/ghi/tra-loi/\(id)", as: "an").text.contains("“chưa thấy báo cáo”"))
    _ = try office.receipt("/ghi/tra-loi/\(id)", as: "an", ["words": "còn chờ hai phòng"])
    #expect(try last().hasPrefix("giải trình kh/I.1 kỳ once ngày 23/9/2024: còn chờ hai phòng | an"))
    _ = try office.receipt(report, as: "an", ["day": "hôm nay"])
    let back = try office.receipt("/ghi/tra-lai/\(id)", as: "giang", ["words": "thiếu phụ lục", "newDay": "25/9/2024"])
    #expect(back.contains("Bị trả lại"))
    #expect(
      try last().hasPrefix(
        "trả lại kh/I.1 kỳ once ngày 23/9/2024, hạn mới 25/9/2024 vì thiếu phụ lục | giang | gd (xác nhận)"))
    let waived = try office.receipt("/ghi/mien/\(id)", as: "giang", ["words": "không còn cần", "document": "9/QĐ"])
    #expect(waived.contains("Được miễn") && waived.contains("9/QĐ"))
    #expect(try last().hasPrefix("miễn kh/I.1 kỳ once vì không còn cần | giang | gd (quyết định) | 9/QĐ"))
    _ = try office.receipt("/ghi/mo-lai/\(id)", as: "giang")
    #expect(try last().hasPrefix("mở lại kh/I.1 kỳ once | giang | gd (quyết định)"))
  }

  @Test("Each case of an event is recorded by its number") func cases() throws {
    let plan =
      FormDesk.plan + """
        sự kiện ho-so: tiếp nhận hồ sơ
          xảy ra: mỗi vụ việc
          theo dõi: Văn phòng

        nhiệm vụ I.5: Trả kết quả hồ sơ
          chủ trì: Phòng A
          hạn: trong 10 ngày kể từ ngày tiếp nhận hồ sơ

        """
    let office = try FormDesk(plan)
    let target = "/ghi/su-kien/kh/ho-so"
    #expect(office.get("/su-kien", as: "van").text.contains(#"href="\#(target)""#))
    #expect(office.send(target, as: "van", ["day": "20/9/2024"]).status == 422)
    let receipt = try office.receipt(target, as: "van", ["day": "20/9/2024", "reference": "12/TTr"])
    // Ten days from Friday 20 September.
    #expect(receipt.contains("I.5") && receipt.contains("30/09/2024") && receipt.contains("12/TTr"))
    _ = try office.receipt(target, as: "van", ["day": "23/9/2024", "reference": "13/TTr"])
    #expect(try office.facts().count == 2)
  }

  @Test("The page of a task has the forms of who looks, and the first page what waits for them")
  func offers() throws {
    let office = try FormDesk()
    let own = office.get("/viec/kh/I.1@once", as: "an").text
    for act in ["bao-cao", "xin-gia-han", "tien-do", "tiep-nhan"] { #expect(own.contains("/ghi/\(act)/kh/I.1@once")) }
    #expect(!own.contains("/ghi/mien/") && !own.contains("/ghi/gia-han/"))
    #expect(!office.get("/viec/kh/I.2@once", as: "an").text.contains("/ghi/"))
    #expect(!office.get("/", as: "giang").text.contains("/ghi/"))
    _ = try office.receipt(report, as: "an", ["day": "20/9/2024"])
    #expect(office.get("/", as: "giang").text.contains(#"href="/ghi/xac-nhan/kh/I.1@once""#))
    #expect(!office.get("/", as: "an").text.contains("/ghi/"))
    // The others still see how many wait, as a list.
    #expect(office.get("/", as: "an").text.contains("1 báo cáo chờ xác nhận"))
    #expect(office.get("/", as: "giang").text.contains("1 báo cáo cần xác nhận"))
    #expect(!office.get("/", as: "giang").text.contains("1 báo cáo chờ xác nhận"))
    let page = office.get("/viec/kh/I.1@once", as: "giang").text
    #expect(page.contains("/ghi/xac-nhan/kh/I.1@once") && !page.contains("/ghi/tra-lai/"))
  }

  @Test("Behind one report the next that waits is offered, and how many there are") func nextReport() throws {
    let plan = FormDesk.plan.replacingOccurrences(of: "  chủ trì: Văn phòng\n", with: "  chủ trì: Phòng A\n")
    let office = try FormDesk(plan)
    _ = try office.receipt(report, as: "an", ["day": "20/9/2024"])
    #expect(!office.get("/ghi/xac-nhan/kh/I.1@once", as: "giang").text.contains("Báo cáo tiếp theo"))
    _ = try office.receipt("/ghi/bao-cao/kh/I.2@once", as: "an", ["day": "20/9/2024"])
    let first = office.get("/ghi/xac-nhan/kh/I.1@once", as: "giang").text
    #expect(first.contains("Báo cáo tiếp theo: I.2 · Phòng A") && first.contains("1 trong 2"))
    let receipt = try office.receipt("/ghi/xac-nhan/kh/I.1@once", as: "giang")
    #expect(receipt.contains("/ghi/xac-nhan/kh/I.2@once"))
  }
}
