import Testing

@Suite("A month's page")
struct MonthTests {
  @Test("A month says its days off, lunar days, and what is due, with links to the day and to the duty")
  func september() throws {
    let desk = try SiteDesk()
    let page = desk.text("/thang/2024-09")
    #expect(page.contains("<h1>Tháng 9/2024</h1>"))
    // Off for National Day were Monday 2 and Tuesday 3 September 2024.
    #expect(page.contains("Thứ Hai, 02/09/2024 đến Thứ Ba, 03/09/2024: nghỉ (Quốc khánh)"))
    #expect(page.contains("Thứ Bảy, Chủ nhật: nghỉ hằng tuần"))
    // 3 September was the first of the eighth lunar month, 17 September Mid-Autumn, the 15th.
    #expect(page.contains(#"3<small><span class="vh">âm lịch </span>1/8</small>"#))
    #expect(page.contains(#"17<small><span class="vh">âm lịch </span>15</small>"#))
    #expect(page.contains(#"href="/viec?from=2024-09-27&amp;to=2024-09-27""#) && page.contains("1 việc, còn 4 ngày"))
    #expect(page.contains(#"<a href="/viec/kh/I.2@once"><span class="id">I.2</span> Kế hoạch kiểm tra</a>"#))
    #expect(page.contains(#"href="/thang/2024-08" rel="prev""#) && page.contains(#"href="/thang/2024-10" rel="next""#))
    #expect(page.contains(#"<td class="today" aria-current="date">23"#))
    // I.1 was due in August.
    #expect(!page.contains("công tác"))
  }

  /// On Monday 23 September, 08:05, nothing was ever sent. The round that comes now tells Phòng A that I.1, due on 30 August, is
  /// overdue, and from then on every third working day, five times in all, then on Mondays; of I.2, due on Friday 27 September, it
  /// tells Văn phòng the step of Friday 20, then the day before, from Monday 30 on that it is overdue. Văn phòng is also asked about
  /// the event, now and then every twenty working days from 4 January on: on 26 September, 24 October and 21 November. Of I.3, which
  /// is classified, nothing is told here.
  @Test("The month says on which days how many will be written to, and why")
  func coming() throws {
    let plan = ["vp: Văn phòng", "a: Phòng A"].reduce(SiteDesk.plan) { plan, unit in
      plan.replacingOccurrences(of: "đơn vị \(unit)\n", with: "đơn vị \(unit)\n  email: \(unit.prefix(1))@so.example\n")
    }
    let mail = """
      [mail]
      server = "127.0.0.1"
      starttls = "none"
      from = "nhac@so.example"
      allowed-domains = ["so.example"]
      """
    let desk = try SiteDesk(["plan.rules": plan], configuration: mail)
    func told(_ month: String) -> [String] {
      desk.text("/thang/\(month)").components(separatedBy: #"<li class="told"><time datetime=""#).dropFirst().map {
        String($0.drop { $0 != ">" }.dropFirst()).components(separatedBy: "</li>")[0]
          .replacingOccurrences(of: "</time>", with: "")
      }
    }
    #expect(
      told("2024-09") == [
        "Thứ Hai, 23/09/2024: 2 thư, hỏi sự kiện đã có chưa (1); quá hạn lần 1 (1); trước hạn 7 ngày (1)",
        "Thứ Năm, 26/09/2024: 2 thư, hỏi sự kiện đã có chưa (1); quá hạn lần 2 (1); trước hạn 1 ngày (1)",
        "Thứ Hai, 30/09/2024: 1 thư, quá hạn lần 1 (1)",
      ])
    #expect(
      told("2024-10") == [
        "Thứ Ba, 01/10/2024: 1 thư, quá hạn lần 3 (1)", "Thứ Năm, 03/10/2024: 1 thư, quá hạn lần 2 (1)",
        "Thứ Sáu, 04/10/2024: 1 thư, quá hạn lần 4 (1)", "Thứ Ba, 08/10/2024: 1 thư, quá hạn lần 3 (1)",
        "Thứ Tư, 09/10/2024: 1 thư, quá hạn lần 5 (1)", "Thứ Sáu, 11/10/2024: 1 thư, quá hạn lần 4 (1)",
        "Thứ Hai, 14/10/2024: 1 thư, vẫn quá hạn (1)", "Thứ Tư, 16/10/2024: 1 thư, quá hạn lần 5 (1)",
        "Thứ Hai, 21/10/2024: 2 thư, vẫn quá hạn (2)", "Thứ Năm, 24/10/2024: 1 thư, hỏi sự kiện đã có chưa (1)",
        "Thứ Hai, 28/10/2024: 2 thư, vẫn quá hạn (2)",
      ])
    #expect(told("2024-11").count == 5 && desk.text("/thang/2024-11").contains("Sẽ nhắc"))
    #expect(desk.get("/thang/2024-09").value(of: "Cache-Control") == "no-store")
    #expect(!desk.text("/thang/2024-08").contains("Sẽ nhắc"))
    try desk.record("silence", "I.2", "--until", "10/10/2024", "--because", "chờ ý kiến")
    #expect(
      told("2024-09") == [
        "Thứ Hai, 23/09/2024: 2 thư, hỏi sự kiện đã có chưa (1); quá hạn lần 1 (1)",
        "Thứ Năm, 26/09/2024: 2 thư, hỏi sự kiện đã có chưa (1); quá hạn lần 2 (1)",
      ])
  }

  @Test("This month needs no name; English pages have English names")
  func thisMonth() throws {
    let page = try SiteDesk().text("/en/thang")
    #expect(page.contains("<h1>September 2024</h1>") && page.contains("off <span lang=\"vi\">(Quốc khánh)</span>"))
    #expect(page.contains("Saturday, Sunday: off every week") && page.contains("1 duty, due in 4 days"))
  }

  @Test("Work that each unit owes is one line; a day with more than three lines counts in its cell")
  func crowdedDay() throws {
    let units = (1...4).map { "đơn vị u\($0): Sở \($0)\n\n" }.joined()
    let tasks = (1...3).map { "nhiệm vụ T.\($0): Việc \($0)\n  chủ trì: Sở \($0)\n  hạn: chậm nhất 10/10/2024\n\n" }
      .joined()
    let plan = """
      kế hoạch k: Kế hoạch
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: Sở 1

      \(units)nhóm so: các sở
        thành viên: Sở 1; Sở 2; Sở 3; Sở 4

      \(tasks)
      """
    let shared = "nhiệm vụ S: Báo cáo chung\n  chủ trì: các sở (từng đơn vị)\n  hạn: chậm nhất 10/10/2024\n"
    let desk = try SiteDesk(["plan.rules": plan + shared])
    try desk.record("done", "S", "--unit", "u2", "--on", "20/9/2024", "--yes")
    let page = desk.text("/thang/2024-10")
    #expect(
      page.contains("7 việc đến hạn") && page.contains("6 chưa báo cáo")
        && page.contains("7 việc: 6 còn 17 ngày · 1 xong đúng hạn"))
    #expect(page.contains("1/4 đã báo cáo"))
    #expect(!page.contains(#"<span class="ev">T.1"#))
    let few = try SiteDesk(["plan.rules": plan]).text("/thang/2024-10")
    #expect(few.contains(#"<span class="ev">T.1 Việc 1</span>"#))
  }

  @Test("A month without work says so; what is no month is not there; of classified work there is no title")
  func edges() throws {
    let desk = try SiteDesk()
    #expect(desk.text("/thang/2025-03").contains("Không có việc nào đến hạn trong tháng này"))
    for name in ["2024-13", "2024", "x", "2024-09/1"] { #expect(desk.get("/thang/\(name)").status == 404, "\(name)") }
    let december = desk.text("/thang/2024-12")
    #expect(december.contains("Việc có độ mật") && !december.contains("kín đáo"))
  }
}
