import Documents
import HTTPMessages
import Testing

@Suite("The meeting sheet")
struct MeetingTests {
  private static let configuration = """
    [letterhead]
    superior = "Ủy ban nhân dân tỉnh"
    office = "Sở Thử nghiệm"
    code = "STN"
    place = "Hà Tĩnh"
    signer-title = "Giám đốc"
    signer = "Nguyễn Thị Hạnh"

    """

  @Test("The sheet has heading, figures that add up, overdue and due work, what is asked, and the signer")
  func sheet() throws {
    let desk = try SiteDesk(configuration: Self.configuration)
    try desk.record("request", "I.2", "--on", "20/9/2024", "--to", "15/10/2024", "--because", "chờ số liệu", "--yes")
    let page = desk.text("/giao-ban")
    #expect(page.contains("ỦY BAN NHÂN DÂN TỈNH") && page.contains("SỞ THỬ NGHIỆM") && page.contains("/BC-STN"))
    #expect(page.contains("Hà Tĩnh, ngày 23 tháng 9 năm 2024") && page.contains("GIÁM ĐỐC"))
    #expect(page.contains("Tình hình thực hiện Kế hoạch cải cách hành chính năm 2024"))
    // I.1 overdue by 24 days, I.2 due in four, I.3 within time and classified, I.4 waits.
    #expect(
      page.contains(
        "Tổng số 4 việc; đã xong 0; chờ xác nhận 0; quá hạn 1; đến hạn từ nay đến hết ngày 30/09/2024: 1; trong hạn, sau ngày "
          + "đó: 1; đang chờ hoặc chưa rõ hạn, ngoài số đến hạn nói trên: 1."))
    #expect(page.contains("<td class=\"n\">24 ngày</td>") && page.contains("30/08/2024"))
    #expect(page.contains("3. Việc đến hạn từ ngày 23/09/2024 đến hết ngày 30/09/2024"))
    #expect(page.contains("<td>Xin gia hạn đến 15/10/2024</td>"))
    #expect(
      page.contains("Cho ý kiến về đề nghị của Văn phòng xin gia hạn việc “Kế hoạch kiểm tra” đến ngày 15/10/2024."))
    #expect(page.contains("Đôn đốc thực hiện 1 việc quá hạn: Phòng A."))
    #expect(!page.contains("kín đáo") && page.contains("(việc có độ mật)"))
    #expect(desk.text("/en/giao-ban").contains("Duties in all: 4."))
    // Handed over, it is still the office that asked.
    try desk.record("reassign", "I.2", "Phòng A", "--by", "5/TB", "--yes")
    #expect(desk.text("/giao-ban").contains("Cho ý kiến về đề nghị của Văn phòng xin gia hạn việc “Kế hoạch kiểm tra”"))
    #expect(
      desk.text("/en/giao-ban").contains(
        "Decide on the request of <span lang=\"vi\">Văn phòng</span> for more time for <span lang=\"vi\">“Kế hoạch kiểm tra”</span>"
      ))
  }

  /// Two units lead it, and the login records for one of them; by now neither leads.
  @Test("Who asked for more time is the unit for which it was recorded")
  func asker() throws {
    let plan = """
      kế hoạch k1: Kế hoạch
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: Văn phòng

      đơn vị vp: Văn phòng

      đơn vị a: Phòng A

      đơn vị b: Phòng B

      nhiệm vụ I.1: Rà soát
        chủ trì: Phòng A; Phòng B
        hạn: chậm nhất 27/9/2024

      """
    let desk = try SiteDesk(["plan.rules": plan], configuration: "[roles.lan]\nunits = [\"b\"]\nfocal-point = false\n")
    try desk.record("request", "I.1", "--on", "20/9/2024", "--to", "15/10/2024", "--because", "chờ số liệu", "--yes")
    #expect(try desk.facts().last?.contains("b (chủ trì)") == true)
    #expect(desk.text("/giao-ban").contains("đề nghị của Phòng B xin gia hạn việc “Rà soát” đến ngày 15/10/2024."))
  }

  @Test("Units stand in Vietnamese order, by their plans where two have one name, and periods are called by name")
  func rows() throws {
    func plan(_ id: String, _ unit: String) -> String {
      """
      kế hoạch \(id): Kế hoạch \(id)
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: Văn phòng

      đơn vị vp: Văn phòng

      đơn vị x: \(unit)

      nhiệm vụ I.1: Báo cáo
        chủ trì: Văn phòng
        hạn: hằng quý, trước ngày 17 của tháng cuối quý

      nhiệm vụ I.2: Rà soát
        chủ trì: \(unit)
        hạn: chậm nhất 30/11/2024

      """
    }
    let desk = try SiteDesk(["a/plan.rules": plan("k1", "Đội Một"), "b/plan.rules": plan("k2", "Ban Ấp")])
    let page = desk.text("/giao-ban")
    let names = page.matches(of: /<tr><td class="n">\d+<\/td><td>([^<]*)<\/td><td class="n">/).map {
      String($0.output.1)
    }
    #expect(names == ["Ban Ấp", "Đội Một", "Văn phòng (Kế hoạch k1)", "Văn phòng (Kế hoạch k2)"])
    #expect(page.contains("<td>Báo cáo (quý I/2024)</td>") && !page.contains("2024-Q"))
    #expect(desk.text("/en/giao-ban").contains("<td><span lang=\"vi\">Báo cáo (Q1 2024)</span></td>"))
  }

  @Test("The Word document says the same")
  func document() throws {
    let desk = try SiteDesk(configuration: Self.configuration)
    for (target, words) in [
      ("/giao-ban.docx", ["Sở Thử nghiệm", "Tổng số 4 việc", "24 ngày", "Đôn đốc thực hiện 1 việc quá hạn: Phòng A."]),
      ("/en/giao-ban.docx", ["Duties in all: 4.", "24 days", "Nguyễn Thị Hạnh"]),
    ] {
      let answer = desk.get(target)
      #expect(
        answer.status == 200 && answer.value(of: "Content-Disposition")?.contains("giao-ban-2024-09-23.docx") == true)
      let document = try DocumentFileReader().read(answer.body, name: "giao-ban.docx")
      let text = "\(document.blocks)"
      // Every row of the page's tables is in the document, whose days are written as in its sentences.
      let page = desk.text(target.replacingOccurrences(of: ".docx", with: ""))
      let days =
        target.hasPrefix("/en")
        ? ["30/08/2024": "30 August 2024", "27/09/2024": "27 September 2024"]
        : ["30/08/2024": "30/8/2024", "27/09/2024": "27/9/2024"]
      for cell in page.matches(of: /<td[^>]*>([^<&]+)<\/td>/).map({ String($0.output.1) }) {
        #expect(text.contains(days[cell] ?? cell), "\(target): \(cell)")
      }
      #expect(!text.contains(/\d\/0[3-9]\/2024/), "\(target): \(text)")
      for head in page.matches(of: /<th scope="col"[^>]*>([^<]+)<\/th>/).map(\.output.1) {
        #expect(text.contains(head), "\(target): \(head)")
      }
      for word in words { #expect(text.contains(word), "\(target): \(word)") }
      #expect(!text.contains("{{") && !text.contains("kín đáo"))
    }
    #expect(desk.get("/giao-ban.csv").status == 404)
  }

  @Test("What is left out of a long sheet is counted on paper, and the page leads to the whole list") func cut() throws
  {
    let tasks = (1...301).map { number in
      "nhiệm vụ Q.\(number): Việc \(number)\n  chủ trì: Phòng A\n  hạn: chậm nhất \(number < 301 ? "29" : "31")/8/2024\n"
    }
    let desk = try SiteDesk(["plan.rules": SiteDesk.plan + tasks.joined(separator: "\n")])
    // With I.1 of 30 August 302 are overdue; it and the last one are left out, which are overdue for fewer days.
    let page = desk.text("/giao-ban")
    #expect(page.contains("… và 2 việc khác") && page.contains("<td class=\"n\">300</td>"))
    #expect(page.contains("<p class=\"no-print\"><a href=\"/viec?status=overdue\">"))
    #expect(!page.contains("href=\"/viec?status=due-soon\">Bản này"))
    let paper = "\(try DocumentFileReader().read(desk.get("/giao-ban.docx").body, name: "giao-ban.docx").blocks)"
    #expect(paper.contains("… và 2 việc khác") && !paper.contains("việc khác:"))
    #expect(desk.text("/en/giao-ban").contains("<a href=\"/en/viec?status=overdue\">"))
    #expect(!(try SiteDesk().text("/giao-ban")).contains("Bản này chỉ nêu"))
    // The document leads there too, where it is known at which address.
    let known = try SiteDesk(
      ["plan.rules": SiteDesk.plan + tasks.joined(separator: "\n")],
      configuration: "[web]\naddress = \"https://nv.so.example/\"\n")
    for (target, words) in [
      ("/giao-ban.docx", "… và 2 việc khác: https://nv.so.example/viec?status=overdue"),
      ("/en/giao-ban.docx", "… and 2 more: https://nv.so.example/en/viec?status=overdue"),
    ] {
      let document = try DocumentFileReader().read(known.get(target).body, name: "giao-ban.docx")
      #expect("\(document.blocks)".contains(words), "\(target)")
    }
    #expect(!known.text("/giao-ban").contains("nv.so.example/viec?status"))
  }
}
