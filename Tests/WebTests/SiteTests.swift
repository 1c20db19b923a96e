import Foundation
import HTTPMessages
import Testing
import Web

@Suite("Pages of the office's work")
struct SiteTests {
  @Test("The first page counts what stands where, and lists what is late and what is due in seven days")
  func firstPage() throws {
    let desk = try SiteDesk()
    let page = desk.text("/")
    #expect(page.contains("<h1>Thứ Hai, 23/09/2024</h1>"))
    // I.1 is 24 days late, I.2 due in 4; I.3 within time, I.4 waits.
    for (kind, number) in [("late", 1), ("soon", 1), ("open", 1), ("wait", 1), ("sent", 0)] {
      #expect(page.contains("<a class=\"\(kind)\"") && page.contains("<b>\(number)</b>"), "\(kind)")
    }
    #expect(page.contains("Quá hạn 24 ngày") && page.contains("Còn 4 ngày"))
    #expect(page.contains(#"<time datetime="2024-08-30"><span class="day-name">Thứ Sáu, </span>30/08/2024</time>"#))
    #expect(!page.contains("Việc kín đáo"))
  }

  /// I.1 was due on 30 August, I.2 is due in four days, I.3 at the end of the year, I.4 waits for its event.
  @Test(
    "Each count of the first page leads to the list of what it counts",
    arguments: [
      ("late", "I.1"), ("soon", "I.2"), ("open", "I.3"), ("wait", "I.4"),
    ])
  func counts(colour: String, task: String) throws {
    let desk = try SiteDesk()
    let link = try #require(desk.text("/").components(separatedBy: "<a class=\"\(colour)\" href=\"").dropFirst().first)
    let address = link.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
    let list = desk.text(address.replacingOccurrences(of: "/viec?", with: "/viec.json?"))
    #expect(list.contains("\"kh/\(task)@once\"") && list.components(separatedBy: "\"id\":").count == 2, "\(list)")
  }

  @Test("Every page is there in English")
  func english() throws {
    let desk = try SiteDesk()
    let page = desk.text("/en")
    #expect(
      page.contains(#"<html lang="en">"#) && page.contains("24 days overdue") && page.contains(#"href="/en/viec""#))
    #expect(page.contains(#"<a href="/" lang="vi" hreflang="vi">Tiếng Việt</a>"#))
  }

  @Test("On English pages the issue of a plan has the program's own English name, on every page alike")
  func issue() throws {
    let plan = SiteDesk.plan.replacingOccurrences(of: "  ban hành: 04/01/2024\n", with: "")
      .replacingOccurrences(
        of: "hạn: sau khi Bộ công bố chỉ số", with: "hạn: trong 10 ngày kể từ ngày ban hành kế hoạch kh")
    let desk = try SiteDesk(["plan.rules": plan])
    for page in ["/en/don-vi/a", "/en/viec/kh/I.4@once"] {
      let text = desk.text(page)
      #expect(text.contains("the issue of plan kh") && !text.contains("waits for ban hành"), "\(page): \(text)")
    }
    #expect(desk.text("/en/don-vi/a").contains("waits for the issue of plan kh"))
    #expect(desk.text("/en/viec/kh/I.4@once").contains("Waiting for “the issue of plan kh”, not recorded yet"))
    #expect(desk.text("/don-vi/a").contains("chờ ban hành kế hoạch kh"))
  }

  @Test("A task's page says why this date, and of classified work id and day only")
  func task() throws {
    let desk = try SiteDesk()
    let page = desk.text("/viec/kh/I.2@once")
    #expect(
      page.contains("Kế hoạch kiểm tra") && page.contains("Thứ Sáu, 27/09/2024") && page.contains("chậm nhất 27/9/2024")
    )
    #expect(desk.text("/viec/kh/I.4@once").contains("đơn vị theo dõi sự kiện chưa có hộp thư"))
    let secret = desk.text("/viec/kh/I.3@once")
    #expect(secret.contains("Việc có độ mật") && secret.contains("31/12/2024"))
    for word in ["kín", "Phòng A", "Tài liệu"] { #expect(!secret.contains(word), "\(word)") }
    #expect(desk.get("/viec/kh/I.9@once").status == 404)
  }

  @Test("What is reported, and what more time is asked for, wait for whom the page names")
  func waits() throws {
    let plan = SiteDesk.plan
      .replacingOccurrences(of: "  đầu mối: Văn phòng\n", with: "  đầu mối: Văn phòng\n  xác nhận: Văn phòng\n")
    let desk = try SiteDesk(["plan.rules": plan])
    try desk.record("done", "I.1", "--on", "30/8/2024")
    let reported = desk.text("/viec/kh/I.1@once")
    #expect(reported.contains("Đang chờ Văn phòng xác nhận.") && reported.contains("Chờ xác nhận"))
    try desk.record("return", "I.1", "--on", "6/9/2024", "--because", "thiếu phụ lục")
    #expect(desk.text("/viec/kh/I.1@once").contains("thiếu phụ lục"))
    try desk.record("request", "I.1", "--on", "9/9/2024", "--to", "30/9/2024", "--because", "chờ số liệu")
    #expect(desk.text("/viec/kh/I.1@once").contains("chờ số liệu"))
  }

  @Test("Facts are told in words, each document once; one duty of many is a row of its own")
  func facts() throws {
    let plan =
      SiteDesk.plan
      .replacingOccurrences(
        of: "hạn: sau khi Bộ công bố chỉ số", with: "hạn: trong 10 ngày kể từ ngày Bộ công bố chỉ số")
      + "nhóm g: các phòng\n  thành viên: vp; a\n\n"
      + "nhiệm vụ I.5: Gửi số liệu\n  chủ trì: các phòng (từng đơn vị)\n  hạn: chậm nhất 25/9/2024\n"
    let desk = try SiteDesk(["plan.rules": plan])
    try desk.record("event", "record", "cs", "--on", "13/9/2024", "--document", "7/QĐ-BNV")
    try desk.record("done", "I.5@once/a", "--on", "20/9/2024", "--document", "12/BC-A")
    let page = desk.text("/viec/kh/I.4@once")
    #expect(page.contains("Đã ghi nhận: sự kiện “Bộ công bố chỉ số” đã xảy ra ngày 13/09/2024."))
    #expect(!page.contains("kỳ once"))
    let done = desk.text("/viec/kh/I.5@once/a")
    #expect(done.components(separatedBy: "12/BC-A").count == 3, "once in the reasons, once in what happened")
    try desk.record("extend", "I.2", "--to", "15/10/2024", "--document", "9/QĐ-VP")
    let more = desk.text("/viec/kh/I.2@once")
    #expect(more.contains("Được gia hạn đến thứ Ba, 15/10/2024 theo 9/QĐ-VP.<cite>ghi nhận số"))
    #expect(!more.contains("Đã ghi nhận: gia hạn"))
    #expect(done.contains("<title>I.5 Gửi số liệu: Phòng A · "))
    let list = desk.text("/viec")
    #expect(list.contains("<a href=\"/viec/kh/I.5@once/vp\">Gửi số liệu</a>") && !list.contains("1/2 đã báo cáo"))
  }

  @Test("What is wrong with a filter is said where the filter can be seen")
  func filters() throws {
    let desk = try SiteDesk()
    let wrong = desk.get("/viec?from=32/13")
    #expect(wrong.status == 400 && wrong.text.contains("<details open>") && wrong.text.contains("“32/13”"))
    // It leads to the field, and offers no files of a list that there is not.
    #expect(wrong.text.contains("<a href=\"#tu\">“32/13”") && !wrong.text.contains("/viec.csv"))
    #expect(desk.get("/viec?status=zz").text.contains("<li>Không có trạng thái “zz”"))
    // Filters that work are seen.
    #expect(!desk.text("/viec?status=open&text=kiem").contains("<details open>"))
    for filter in ["plan=kh", "unit=a", "lead=a", "from=2024-09-01", "sort=title"] {
      #expect(desk.text("/viec?\(filter)").contains("<details open>"), "\(filter)")
    }
    #expect(desk.text("/viec").contains("<a href=\"/viec?status=standing\">Thường xuyên <span>0</span></a>"))
  }

  @Test(
    "A page whose form is wrong says so beside the field, with a status that tells it",
    arguments: [
      ("/viec?plan=zz", "kh-loi"), ("/viec?unit=zz", "dv-loi"), ("/viec?from=x", "tu-loi"),
      ("/viec?to=31/2/2024", "den-loi"), ("/viec?section=zz", "muc-loi"), ("/viec?person=zz", "nguoi-loi"),
      ("/viec?lead=zz", "dv-loi"),
      ("/viec?from=2024-09-30&to=2024-09-01", "den-loi"), ("/viec?sort=x", "xep-loi"), ("/en/viec?unit=zz", "dv-loi"),
      ("/thong-ke?unit=zz", "unit-loi"), ("/thong-ke?plan=zz", "plan-loi"), ("/thong-ke?section=zz", "section-loi"),
      ("/thong-ke?by=zz", "by-loi"), ("/thong-ke?from=x", "from-loi"), ("/thong-ke?to=x", "to-loi"),
      ("/thong-ke?from=2024-09-30&to=2024-09-01", "to-loi"), ("/thong-ke?as-of=x", "as-of-loi"),
      ("/ke-hoach/kh?from=2024-09-30&to=2024-09-01", "to-loi"), ("/doc-han?year=x", "ye"),
      ("/doc-han?q=kh%C3%B4ng+r%C3%B5", "qe"),
    ])
  func fields(target: String, message: String) throws {
    let answer = try SiteDesk().get(target)
    #expect(answer.status == 400 && answer.type?.hasPrefix("text/html") == true, "\(answer.status)")
    let page = answer.text
    #expect(page.contains("<p class=\"err\" id=\"\(message)\">"), "\(page)")
    // The field names its message, and no other field has one.
    #expect(page.components(separatedBy: "aria-invalid=\"true\"").count == 2)
    #expect(page.contains("aria-describedby=\"\(message)\"") || page.contains("aria-describedby=\"qh \(message)\""))
    #expect(page.contains("<title>Lỗi: ") || page.contains("<title>Error: "), "\(page.prefix(300))")
  }

  @Test(
    "Everything that is wrong with a form is told at once, each beside its field",
    arguments: [
      ("/doc-han?q=xyz&year=0", ["qe", "ye"]),
      (
        "/viec?plan=zz&unit=zz&section=zz&person=zz&from=x&to=31/2/2024&sort=x",
        ["kh-loi", "dv-loi", "muc-loi", "nguoi-loi", "tu-loi", "den-loi", "xep-loi"]
      ),
      (
        "/en/thong-ke?by=zz&plan=zz&unit=zz&section=zz&from=x&to=x&as-of=x",
        ["by-loi", "plan-loi", "unit-loi", "section-loi", "from-loi", "to-loi", "as-of-loi"]
      ),
    ])
  func allFields(target: String, messages: [String]) throws {
    let answer = try SiteDesk().get(target)
    #expect(answer.status == 400)
    #expect(
      answer.text.matches(of: /<p class="err" id="([^"]+)">/).map { String($0.output.1) } == messages, "\(answer.text)")
    if target.contains("/viec") {
      // Those that no field asks for are told with them.
      let page = try SiteDesk().get("/viec?status=zz&limit=0&unit=zz").text
      #expect(page.matches(of: /<li>(<a href="#dv">)?[^<]*(“zz”|“limit”)/).count == 3, "\(page)")
    }
  }

  @Test(
    "What no field asks for, and is wrong, is refused with a status that tells it",
    arguments: [
      "/viec?status=zz", "/viec?limit=0", "/viec?after=zz", "/viec?section=zz", "/viec?person=zz", "/da-gui?state=zz",
      "/da-gui?after=zz", "/ban-quy-tac?after=zz", "/nam/2024?after=zz", "/ke-hoach/kh?year=zz",
      "/viec?plan=kh&plan=kh", "/thong-ke?unit=a&unit=vp", "/nam/2024?unit=a&unit=vp",
      "/ke-hoach/kh?year=2031",
    ])
  func parameters(target: String) throws {
    let answer = try SiteDesk().get(target)
    #expect(answer.status == 400 && answer.type?.hasPrefix("text/html") == true, "\(answer.status) \(answer.text)")
  }

  @Test("A cursor of another list, or with anything behind it, is refused") func cursors() throws {
    let desk = try SiteDesk()
    let page = desk.text("/viec.json?limit=1")
    let next = try #require(page.firstMatch(of: /"next":"([^"]+)"/)?.output.1)
    #expect(desk.get("/viec.json?limit=1&after=\(next)").status == 200)
    for query in [
      "after=\(next)x", "after=\(next)0", "after=\(next)-", "after=\(next)&plan=kh", "after=\(next)&sort=title",
    ] {
      let answer = desk.get("/viec.json?\(query)")
      #expect(answer.status == 400 && answer.text.contains("bad-cursor"), "\(query)")
    }
  }

  @Test("Who asks for what they do not have in any form is told that it is there (RFC 9110, 13.1.2)") func anyTag()
    throws
  {
    let desk = try SiteDesk()
    for target in ["/", "/api/v1/units", "/style.css", "/viec.csv", "/problems/busy"] {
      let answer = desk.get(target, fields: [("If-None-Match", "*")])
      #expect(answer.status == 304 && answer.body.isEmpty, "\(target)")
      #expect(answer.value(of: "ETag") == desk.get(target).value(of: "ETag"))
    }
    #expect(desk.get("/none", fields: [("If-None-Match", "*")]).status == 404)
    let tag = try #require(desk.get("/").value(of: "ETag"))
    for field in ["\"x\", \(tag)", "W/\(tag)", "\(tag) , \"y\""] {
      #expect(desk.get("/", fields: [("If-None-Match", field)]).status == 304, "\(field)")
    }
    #expect(desk.get("/", fields: [("If-None-Match", "\(tag.dropLast())x\"")]).status == 200)
  }

  @Test("Names are text, whatever they hold")
  func escaping() throws {
    let page = try SiteDesk().text("/viec")
    #expect(page.contains("Báo cáo &lt;b&gt;công tác&lt;/b&gt; &amp; kiểm tra") && !page.contains("<b>công tác"))
  }

  @Test("An unchanged page is not sent again; a fact changes it")
  func unchanged() throws {
    let desk = try SiteDesk()
    let tag = try #require(desk.get("/").value(of: "ETag"))
    #expect(desk.get("/", fields: [("If-None-Match", tag)]).status == 304)
    try desk.record("done", "I.1", "--on", "20/9/2024")
    let after = desk.get("/", fields: [("If-None-Match", tag)])
    #expect(after.status == 200 && !after.text.contains("Quá hạn 24 ngày"))
  }

  @Test("Nothing runs in a page, and nothing comes from elsewhere")
  func policy() throws {
    let answer = try SiteDesk().get("/")
    #expect(answer.value(of: "Content-Security-Policy")?.hasPrefix("default-src 'none'; style-src 'self';") == true)
    #expect(!answer.text.contains("<script") && !answer.text.contains("style=") && !answer.text.contains("http://"))
  }

  @Test("Without rules every page says why there is nothing; what is nowhere is nowhere all the same")
  func nothing() throws {
    let desk = try SiteDesk(["notes.txt": ""])
    for target in ["/", "/viec", "/en/thang", "/api/v1/units"] {
      let answer = desk.get(target)
      #expect(answer.status == 503 && answer.value(of: "Retry-After") != nil, "\(target)")
    }
    #expect(desk.get("/").text.contains("thư mục không có tệp quy tắc nào"))
    #expect(desk.get("/no-such-page").status == 404 && desk.get("/en/none").status == 404)
  }

  @Test("Addresses that are not in order are refused; other methods too")
  func addresses() throws {
    let desk = try SiteDesk()
    for target in ["/../etc/passwd", "/viec/%2e%2e/x", "//x", "/%", "/a%00b", "/%FF", "viec", "/a%2Fb"] {
      #expect(desk.get(target).status == 400, "\(target)")
    }
    #expect(desk.get("/none").status == 404)
    let post = desk.site.answer(HTTPRequest("POST", "/"))
    #expect(post.status == 405 && post.value(of: "Allow") == "GET, HEAD")
  }
}

@Suite("Who may look")
struct AccessTests {
  private static let here = [("Host", "localhost:8025")]

  @Test("On 127.0.0.1 only this machine is answered, and nobody through it")
  func loopback() throws {
    let desk = try SiteDesk()
    for host in ["localhost", "localhost:8025", "127.0.0.1:8025", "[::1]:8025", "LOCALHOST"] {
      #expect(desk.get("/", fields: [("Host", host)], socket: .loopback).status == 200, "\(host)")
    }
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example"] {
      #expect(desk.get("/", fields: [("Host", host)], socket: .loopback).status == 403, "\(host)")
    }
    #expect(desk.get("/", socket: .loopback).status == 403)
    #expect(desk.get("/", fields: Self.here + [("Host", "localhost")], socket: .loopback).status == 403)
    for field in ["Forwarded", "X-Forwarded-For", "x-forwarded-host", "Via", "X-Real-IP"] {
      #expect(desk.get("/", fields: Self.here + [(field, "x")], socket: .loopback).status == 403, "\(field)")
    }
    // Who asks counts for nothing here.
    #expect(desk.get("/", fields: Self.here + [("X-Remote-User", "giamdoc")], socket: .loopback).status == 200)
  }

  @Test("Over the web server's socket nobody is anonymous")
  func proxy() throws {
    let desk = try SiteDesk()
    func status(_ fields: [(String, String)]) -> Int {
      desk.get(
        "/", fields: [("Host", "nhacviec.so.example"), ("X-Forwarded-For", "10.0.0.1")] + fields, socket: .proxy
      ).status
    }
    #expect(status([]) == 403 && status([("X-Remote-User", "")]) == 403 && status([("X-Remote-User", "(null)")]) == 403)
    #expect(status([("X-Remote-User", "lan"), ("x-remote-user", "giamdoc")]) == 400)
    let long = String(repeating: "a", count: 257)
    for name in ["a,b", "lan, giamdoc", ",", "la\tn", "la\u{7F}n", "la\u{85}n", "la\u{FFFD}n", long] {
      #expect(status([("X-Remote-User", name)]) == 400, "\(name)")
    }
    for name in ["lan@so.example", "SO\\lan", "Nguyễn Thị Lan", String(long.dropLast())] {
      #expect(status([("X-Remote-User", name)]) == 200, "\(name)")
    }
    #expect(status([("X-Remote-User", "lan")]) == 200)
  }
}
