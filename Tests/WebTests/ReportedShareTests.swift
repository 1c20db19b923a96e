import TestSupport
import Testing

/// How many of how many were reported is the same of one row wherever it stands. It is Monday 23 September 2024.
@Suite("How many were reported")
struct ReportedShareTests {
  private static let plan = """
    kế hoạch kh: Kế hoạch
      giai đoạn: 2024-2025
      lịch: Việt Nam
      ban hành: 02/01/2024
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng

    đơn vị a: Phòng A


    """
  private static let monthly = """
    nhiệm vụ M.1: Báo cáo tháng
      chủ trì: Phòng A
      hạn: hằng tháng, chậm nhất ngày 25


    """

  /// Of 24 months January is done. From February to August seven are overdue, and nine are due until 30 September.
  @Test("Periods count until the last day of the list: on the first page of the week that it names")
  func lastDay() throws {
    let desk = try SiteDesk(["plan.rules": Self.plan + Self.monthly])
    try desk.record("done", "M.1@2024-01", "--on", "20/1/2024")
    for page in ["/", "/viec?to=2024-09-30", "/viec?status=overdue,due-soon"] {
      let text = desk.text(page)
      #expect(text.contains("1/9 đã báo cáo") && !text.contains("1/24"), "\(page)")
    }
    #expect(desk.text("/viec?status=overdue").contains("1/8 đã báo cáo"))
    #expect(desk.text("/viec").contains("1/24 đã báo cáo"))
    #expect(desk.text("/en").contains("1 of 9 reported"))
  }

  /// Văn phòng has reported one of its 24 months, Phòng A none.
  @Test("Under the heading of a unit its own periods count") func units() throws {
    let desk = try SiteDesk([
      "plan.rules": Self.plan + "nhóm g: các phòng\n  thành viên: vp; a\n\n"
        + Self.monthly.replacing("chủ trì: Phòng A", with: "chủ trì: các phòng (từng đơn vị)")
    ])
    try desk.record("done", "M.1@2024-01/vp", "--on", "20/1/2024")
    let text = desk.text("/viec?sort=unit")
    #expect(text.contains("0/24 đã báo cáo") && text.contains("1/24 đã báo cáo") && !text.contains("/48"), "\(text)")
    #expect(desk.text("/viec?lead=a").contains("0/24 đã báo cáo"))
    #expect(desk.text("/don-vi/a").contains("0/24 kỳ đã báo cáo"))
  }

  @Test("Work of each case counts its cases, and not itself; it is named in words") func cases() throws {
    let desk = try SiteDesk([
      "plan.rules": Self.plan + "nhiệm vụ C.1: Trả lời kiến nghị\n  chủ trì: Phòng A\n  hạn: khi có phát sinh\n\n"
    ])
    for number in ["15", "16"] { try desk.record("done", "C.1@\(number)", "--on", "10/9/2024") }
    let text = desk.text("/don-vi/a")
    #expect(text.contains("2/2 vụ việc đã báo cáo") && text.contains("Vụ việc sau này"), "\(text)")
    #expect(text.contains("Vụ việc 15") && !text.contains("once</a>") && !text.contains("Kỳ once"))
    #expect(desk.text("/en/don-vi/a").contains("2 of 2 cases reported"))
  }

  // MARK: Words

  /// I.1 and I.2 are not done, and T.1 stands.
  @Test("Figures that differ have other words: what has not ended, what is not done, what is due later")
  func words() throws {
    let desk = try SiteDesk([
      "plan.rules": SiteDesk.plan + "nhiệm vụ T.1: Việc thường xuyên\n  chủ trì: Phòng A\n  hạn: thường xuyên\n\n"
    ])
    #expect(desk.text("/").contains("Tất cả 5 việc chưa kết thúc") && desk.text("/en").contains("All 5 not closed"))
    #expect(desk.text("/viec").contains("Chưa kết thúc <span>5</span>") && !desk.text("/viec").contains("Chưa xong"))
    // I.2 is due on the 27th, I.3 on 31 December.
    #expect(desk.text("/viec").contains("Trong hạn, sau 7 ngày <span>1</span>"))
    #expect(desk.text("/thong-ke").contains("Chưa xong 4: 2 trong hạn"))
  }

  @Test("Figures as of an hour say the hour, as of a day the day alone") func hours() throws {
    let desk = try SiteDesk()
    for page in ["/thong-ke", "/ke-hoach/kh"] {
      #expect(desk.text("\(page)?as-of=2024-09-23T08:04").contains("Số liệu tính đến 08h04 ngày 23/09/2024"))
      #expect(desk.text("/en\(page)?as-of=2024-09-23T08:04").contains("As of 08:04 on 23 September 2024"))
      #expect(desk.text("\(page)?as-of=2024-09-22").contains("Số liệu tính đến ngày 22/09/2024"))
      #expect(desk.text(page).contains("Số liệu tính đến ngày 23/09/2024"))
    }
  }

  /// Of 2024 four duties have a day or wait; I.2 is waived.
  @Test("A year says what its list has besides its table") func year() throws {
    let desk = try SiteDesk()
    try desk.record("waive", "I.2", "--because", "thôi")
    #expect(desk.text("/nam/2024").contains("Ngoài bảng: 1 được miễn."))
    #expect(desk.text("/en/nam/2024?unit=vp").contains("Outside the table: 1 waived."))
    #expect(!desk.text("/nam/2024?unit=a").contains("được miễn"))
  }
}
