import Foundation
import JSON
import Testing
import Web

/// Every figure that is a link is that of the list behind it.
@Suite("Figures and the lists that they link to")
struct LinkedFigureTests {
  /// Two plans, each with a unit of the id `vp` and the name Văn phòng Sở.
  private static func desk() throws -> SiteDesk {
    let first = """
      kế hoạch ka: Kế hoạch A năm 2024
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: Văn phòng Sở
        xác nhận: Phòng Hai

      đơn vị vp: Văn phòng Sở

      đơn vị p1: Phòng Một

      đơn vị p2: Phòng Hai

      nhóm cp: các phòng
        thành viên: p1; p2

      mục I: Thể chế

      nhiệm vụ I.1: Việc quá hạn
        chủ trì: Văn phòng Sở
        hạn: chậm nhất 30/8/2024

      nhiệm vụ I.2: Việc sắp đến hạn
        chủ trì: Văn phòng Sở
        phối hợp: Phòng Một
        hạn: chậm nhất 27/9/2024

      nhiệm vụ I.3: Việc phối hợp
        chủ trì: Phòng Một
        phối hợp: Văn phòng Sở
        hạn: chậm nhất 31/12/2024

      nhiệm vụ I.4: Việc chờ
        chủ trì: Phòng Một
        phối hợp: Văn phòng Sở
        hạn: trong 10 ngày kể từ ngày Bộ công bố chỉ số

      nhiệm vụ I.5: Việc của từng phòng
        chủ trì: các phòng (từng đơn vị)
        hạn: chậm nhất 25/9/2024

      nhiệm vụ I.6: Việc chung của các phòng
        chủ trì: các phòng
        hạn: chậm nhất 29/11/2024

      nhiệm vụ I.7: Việc chờ xác nhận
        chủ trì: Văn phòng Sở
        hạn: chậm nhất 28/6/2024

      nhiệm vụ I.8: Việc xin gia hạn
        chủ trì: Văn phòng Sở
        hạn: chậm nhất 30/9/2024

      nhiệm vụ I.9: Việc thường xuyên
        chủ trì: Văn phòng Sở
        hạn: thường xuyên

      nhiệm vụ I.10: Việc đã xong
        chủ trì: Văn phòng Sở
        hạn: chậm nhất 31/5/2024

      nhiệm vụ I.11: Việc định kỳ
        chủ trì: Văn phòng Sở
        hạn: hằng quý, trước ngày 17 của tháng cuối quý

      nhiệm vụ I.12: Việc chờ, có ngày cuối
        chủ trì: Phòng Một
        hạn: trong 10 ngày kể từ ngày Bộ công bố chỉ số, chậm nhất 27/9/2024

      sự kiện cs: Bộ công bố chỉ số
        dự kiến: Quý IV/2024

      """
    let second = """
      kế hoạch kb: Kế hoạch B năm 2024
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: Văn phòng Sở

      đơn vị vp: Văn phòng Sở

      nhiệm vụ I.1: Việc quá hạn của kế hoạch B
        chủ trì: Văn phòng Sở
        hạn: chậm nhất 30/8/2024

      nhiệm vụ I.2: Việc cuối năm của kế hoạch B
        chủ trì: Văn phòng Sở
        hạn: chậm nhất 31/12/2024

      """
    let desk = try SiteDesk(["a/plan.rules": first, "b/plan.rules": second])
    try desk.record("done", "I.7", "--on", "27/6/2024")
    try desk.record("done", "I.10", "--on", "30/5/2024")
    try desk.record("confirm", "I.10", "--on", "31/5/2024")
    try desk.record("request", "I.8", "--on", "20/9/2024", "--to", "15/10/2024", "--because", "chờ số liệu", "--yes")
    return desk
  }

  /// The links whose texts begin with a number or end with one, by their addresses.
  private func figures(_ page: String) -> [(address: String, number: Int, text: String)] {
    let main = page.components(separatedBy: "<main").last?.components(separatedBy: "</main>").first ?? ""
    let link = /<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/
    return main.matches(of: link).compactMap { match in
      let text = match.output.2.replacing(/<[^>]*>/, with: " ").trimmingCharacters(in: .whitespaces)
      guard
        let number = text.firstMatch(of: /^(?:Tất cả )?(\d+)\b/)?.output.1 ?? text.firstMatch(of: /\s(\d+)$/)?.output.1,
        let value = Int(number)
      else { return nil }
      return (match.output.1.replacingOccurrences(of: "&amp;", with: "&"), value, text)
    }
  }

  private func count(_ list: String, _ desk: SiteDesk) throws -> Int {
    let answer = try #require(JSONValue(desk.get(list).body), "\(list)")
    return try #require(answer["items"]?.array, "\(list)").count
  }

  @Test("Of the first page, units, sections, plans and chips every linked figure is that of its list")
  func lists() throws {
    let desk = try Self.desk()
    let pages = [
      "/", "/don-vi/vp", "/don-vi/vp?plan=kb", "/don-vi/p1", "/don-vi/p2", "/don-vi/cp", "/muc/ka/I", "/ke-hoach/ka",
      "/ke-hoach/kb", "/viec", "/viec?plan=kb", "/viec?unit=p1", "/viec?lead=p1", "/viec?status=waiting&text=viec",
      "/viec?from=2024-09-01&to=2024-09-30",
    ]
    var seen: [String: Int] = [:]
    for page in pages {
      for (address, number, text) in figures(desk.text(page)) where address.hasPrefix("/viec") {
        guard address == "/viec" || address.hasPrefix("/viec?") else { continue }
        let list = address.replacingOccurrences(of: "/viec", with: "/viec.json") + (address == "/viec" ? "?" : "&")
        #expect(try count(list + "limit=1000", desk) == number, "\(page): \(text): \(address)")
        seen[page, default: 0] += 1
      }
    }
    // Five counts, two decisions, and all; of a unit five counts; of the list ten chips.
    #expect(seen["/"] == 8 && seen["/don-vi/vp"] == 5 && seen["/viec?plan=kb"] == 10, "\(seen)")
  }

  /// Of Văn phòng Sở in plan A: I.1 and the third quarter are overdue, as the first and the second are; I.2 and I.8 are due by 30
  /// September; the fourth quarter is within time; I.7 is reported. In plan B one is overdue and one within time.
  @Test("A unit's page names its plan where another has the name, and counts its own work alone")
  func units() throws {
    let desk = try Self.desk()
    func counts(_ page: String) -> [Int] { figures(page).filter { $0.address.contains("lead=") }.map(\.number) }
    let (first, second) = (desk.text("/don-vi/vp"), desk.text("/don-vi/vp?plan=kb"))
    #expect(counts(first) == [4, 2, 1, 0, 1], "\(counts(first))")
    #expect(counts(second) == [1, 0, 1, 0, 0], "\(counts(second))")
    #expect(first.contains("trong Kế hoạch A năm 2024") && second.contains("trong Kế hoạch B năm 2024"))
    #expect(first.contains(#"<dt>Cùng tên</dt><dd><a href="/don-vi/vp?plan=kb">trong Kế hoạch B năm 2024</a>"#))
    #expect(!desk.text("/don-vi/p1").contains("trong Kế hoạch A"))
    #expect(first.contains("<title>Văn phòng Sở (Kế hoạch A năm 2024) · ") && first.contains("<h1>Văn phòng Sở</h1>"))
    let options = desk.text("/viec?lead=kb/vp")
    #expect(options.contains(#"<select id="dv" name="lead">"#))
    #expect(options.contains(#"<option value="kb/vp" selected>Văn phòng Sở (Kế hoạch B năm 2024)</option>"#))
    #expect(options.contains("Việc cuối năm của kế hoạch B") && !options.contains("Việc sắp đến hạn"))
  }

  /// I.2 and I.12 are due on 27 September, I.8 on 30 September, and I.5 of two rooms on 25 September.
  @Test("What waits and has a latest day is due on it, and waits no more where duties are counted")
  func latestDay() throws {
    let desk = try Self.desk()
    #expect(try count("/viec.json?status=due-soon", desk) == 5)
    #expect(try count("/viec.json?status=waiting", desk) == 2 && count("/viec.json?status=waiting-longer", desk) == 1)
    #expect(figures(desk.text("/")).prefix(4).map(\.number) == [5, 5, 4, 1], "\(figures(desk.text("/")))")
    #expect(desk.text("/giao-ban").contains("đến hạn từ nay đến hết ngày 30/09/2024: 5;"))
    #expect(desk.text("/don-vi/p1").contains("Chờ, còn 4 ngày"))
    let page = desk.text("/viec/ka/I.12@once")
    #expect(page.contains("chậm nhất Thứ Sáu, 27/09/2024") && page.contains("chờ Bộ công bố chỉ số"), "\(page)")
  }

  @Test("The columns of a plan lead to months of that plan alone") func months() throws {
    let desk = try Self.desk()
    let months = figures(desk.text("/ke-hoach/kb")).filter { $0.address.hasPrefix("/thang") }
    for month in 1...12 {
      let page = desk.text("/thang/2024-\(month < 10 ? "0" : "")\(month)?plan=kb")
      #expect(page.contains("Chỉ Kế hoạch B năm 2024") && !page.contains("Việc định kỳ"))
    }
    #expect(desk.text("/ke-hoach/kb").contains(#"href="/thang/2024-08?plan=kb""#), "\(months)")
    #expect(desk.text("/thang/2024-08?plan=kb").contains("1 việc, quá hạn 24 ngày"))
    #expect(desk.text("/thang/2024-08").contains("2 việc, quá hạn 24 ngày"))
    #expect(desk.get("/thang/2024-08?plan=kc").status == 400)
  }

  @Test("A day of the month leads to all that is due on it, and to nothing without a day") func day() throws {
    let desk = try Self.desk()
    let link = try #require(
      desk.text("/thang/2024-05").firstMatch(of: /href="(\/viec\?from=2024-05-31[^"]*)"/)?.output.1)
    let list = String(link).replacingOccurrences(of: "&amp;", with: "&")
    #expect(try count(list.replacingOccurrences(of: "/viec?", with: "/viec.json?"), desk) == 1)
    #expect(desk.text(list).contains("Việc đã xong"))
  }

  @Test("What waits for a decision is said first, with how long the oldest report has waited") func decisions() throws {
    let desk = try Self.desk()
    let page = desk.text("/")
    // Reported on 27 June, 88 days before 23 September.
    #expect(page.contains("Cần quyết định:") && page.contains(">1 báo cáo chờ xác nhận</a>"))
    #expect(page.contains(">1 đề nghị gia hạn</a>") && page.contains("Báo cáo chờ lâu nhất: 88 ngày."))
    #expect(page.contains("Tuần 39 · ngày 21 tháng 8 âm lịch · Kế hoạch A năm 2024 · Kế hoạch B năm 2024"))
    #expect(page.contains(#"<a class="btn alt" href="/giao-ban">Bản họp giao ban</a>"#))
    let english = desk.text("/en")
    #expect(english.contains("<h1>Monday 23 September 2024</h1>"))
    #expect(
      english.contains("1 request for more time")
        && english.contains("Week 39 · day 21 of month 8 of the lunar calendar"))
    #expect(!(try SiteDesk().text("/").contains("Cần quyết định")))
  }

  @Test("An expected period is called that, and is no due day") func expected() throws {
    let list = try Self.desk().text("/viec?status=waiting")
    #expect(list.contains(#"<span class="no-day">dự kiến quý IV/2024</span>"#))
    #expect(!list.contains("31/12/2024"))
  }

  @Test("A row that opens says how its work stands") func folds() throws {
    let page = try Self.desk().text("/")
    // The first quarter was due on 16 March, 191 days ago; so are the second and the third.
    let row = try #require(page.components(separatedBy: "I.11</small>").dropFirst().first)
    #expect(row.contains(#"<span class="tag late">Quá hạn 191 ngày</span> </span><small>3 quá hạn</small>"#))
    // Both rooms have two days left: nothing to count.
    let rooms = try #require(page.components(separatedBy: "I.5</small>").dropFirst().first)
    #expect(rooms.contains(#"<span class="tag soon">Còn 2 ngày</span> </span><svg"#))
  }
}
