import Documents
import Testing

@Suite("The page of events")
struct EventsTests {
  private static let plan =
    SiteDesk.plan.replacingOccurrences(
      of: "đơn vị vp: Văn phòng\n", with: "đơn vị vp: Văn phòng\n  email: v@so.example\n")
      + """
      nhiệm vụ I.5: Theo tiến độ của Bộ
        chủ trì: Phòng A
        hạn: theo tiến độ của Bộ Nội vụ

      nhiệm vụ I.6: Việc chờ kín
        độ mật: Mật
        chủ trì: Phòng A
        hạn: sau khi Bộ mở kho

      sự kiện kho: Bộ mở kho

      """

  @Test("An event that is awaited stands with what waits for it, who watches, and when it is expected")
  func awaited() throws {
    let desk = try SiteDesk(["plan.rules": Self.plan])
    let page = desk.text("/su-kien")
    #expect(page.contains("<h1>Sự kiện đang chờ</h1>") && page.contains("1 sự kiện; chưa xảy ra"))
    #expect(page.contains(#"<th role="rowheader" scope="row">Bộ công bố chỉ số</th>"#))
    #expect(page.contains(#"<a href="/viec/kh/I.4@once"><span class="id">I.4</span> Sau khi công bố</a>"#))
    // Nobody watches the event, so the plan's focal point does.
    #expect(page.contains(#"data-l="Đơn vị theo dõi">Văn phòng</td>"#))
    #expect(page.contains(#"data-l="Dự kiến">chưa nêu</td>"#))
    // It was to be asked about every twenty working days from Thursday 4 January on, and never was: the round that comes does.
    #expect(page.contains(#"data-l="Hỏi lại">hỏi hôm nay</td>"#))
    #expect(page.contains(#"scope="row">Tiến độ của Bộ Nội vụ</th>"#) && page.contains("/viec/kh/I.5@once"))
    // In force from now on, it is asked about twenty working days after the first slot, which is on Tuesday 24 September.
    try desk.promote()
    #expect(desk.text("/su-kien").contains(#"data-l="Hỏi lại">22/10/2024</td>"#))
  }

  @Test("Where nobody can be written to, nobody is said to be asked") func unreached() throws {
    let desk = try SiteDesk()
    #expect(desk.text("/su-kien").contains(#"data-l="Hỏi lại">không có hộp thư để hỏi</td>"#))
    #expect(
      desk.text("/viec/kh/I.4@once").contains(
        "đơn vị theo dõi sự kiện chưa có hộp thư hay kênh nhận khác nên không hỏi được; xem trang"))
  }

  @Test("What only classified work waits for is left out, and that is said")
  func classified() throws {
    let desk = try SiteDesk(["plan.rules": Self.plan])
    for happens in [false, true] {
      // Nor is told that it happened.
      if happens { try desk.record("event", "record", "kho", "--on", "20/9/2024") }
      let page = desk.text("/su-kien")
      #expect(
        !page.contains("I.6") && !page.contains("kho") && page.contains("Việc có độ mật, và sự kiện chỉ việc ấy chờ"))
      // The issue of the plan and what I.4 waits for.
      #expect(page.contains("tất cả sự kiện trong quy tắc (2)"), "\(page)")
      for list in ["/su-kien.json", "/su-kien.csv", "/api/v1/events"] {
        let text = desk.text(list)
        #expect(!text.contains("kho") && text.contains("Bộ công bố chỉ số"), "\(list): \(text)")
      }
      let book = try DocumentFileReader().read(desk.get("/su-kien.xlsx").body, name: "a.xlsx")
      #expect(!"\(book.blocks)".contains("kho"))
    }
  }

  @Test("An event that was recorded has happened, and nothing waits for it any more")
  func happened() throws {
    let desk = try SiteDesk()
    try desk.record("event", "record", "cs", "--on", "20/9/2024", "--document", "12/TB-BNV")
    let page = desk.text("/su-kien")
    #expect(page.contains("Không có sự kiện nào đang chờ"))
    #expect(page.contains("Thứ Sáu, 20/09/2024") && page.contains("12/TB-BNV"))
    #expect(page.contains(#"href="/viec/kh/I.4""#))
    #expect(desk.text("/en/su-kien").contains("No event is awaited"))
    try desk.record("event", "withdraw", "cs")
    #expect(desk.text("/su-kien").contains("1 sự kiện"))
  }
}
