import CivilCalendar
import Diagnostics
import Feeds
import Presentation
import Rules
import TestSupport
import Testing

@Suite("Calendar feeds")
struct CalendarFeedTests {
  /// 1 January 2024, 00:00 UTC: 1461 days after 1 January 2020, 126 230 400 seconds.
  static let newYear: Int64 = 1_704_067_200

  @Test("An event says what the plan says, in order and form of RFC 5545") func wholeEvent() throws {
    let office = try Office(
      SmallOffice.plan(
        SmallOffice.task(
          "A", "trước 17h00 ngày 29/3/2024", lead: "Phòng A", more: "  phối hợp: Văn phòng\n  sản phẩm: Báo cáo, biểu\n"
        ),
        units: "đơn vị a: Phòng A\n"))
    let feed = office.feed(FeedScope(.all, .vi, alarmDays: 3), changed: Self.newYear, address: "https://nv.example")
    #expect(
      unfolded(feed) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nhacviec//nhacviec//VI", "CALSCALE:GREGORIAN",
        "NAME;LANGUAGE=vi:Nhắc việc", "X-WR-CALNAME:Nhắc việc", "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H", "BEGIN:VEVENT", "UID:kh/A@once@nhacviec", "DTSTAMP:20240101T000000Z",
        "SEQUENCE:126230400", "LAST-MODIFIED:20240101T000000Z", "DTSTART;VALUE=DATE:20240329",
        "DTEND;VALUE=DATE:20240330", "SUMMARY;LANGUAGE=vi:Việc A (Phòng A)", "CLASS:PUBLIC",
        #"DESCRIPTION;LANGUAGE=vi:Hạn: trước 17h00 ngày 29/3/2024\nSản phẩm: Báo cáo\, biểu\nChủ trì: Phòng A\n"#
          + #"Phối hợp: Văn phòng\nKế hoạch: Kế hoạch kh\nTheo kế hoạch: “trước 17h00 ngày 29/3/2024”"#,
        "CATEGORIES:kh", "URL:https://nv.example/viec/kh/A@once", "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P2DT16H", "DESCRIPTION;LANGUAGE=vi:Việc A (Phòng A)", "END:VALARM",
        "END:VEVENT", "END:VCALENDAR",
      ])
    let english = try ReadFeed(office.feed(FeedScope(.unit("a"), .en)))
    #expect(english.name == "NhacViec: Phòng A")
    // In its own feed the unit is not named again.
    #expect(english.items.map(\.summary) == ["Việc A"])
    #expect(
      english.items[0].description?.hasPrefix("Due: before 17:00 on 29 March 2024\nProduct: Báo cáo, biểu\n") == true)
    #expect(english.items[0].url == nil && english.items[0].alarms == [])
  }

  @Test("The plan's number, section and row stand where they can be looked up") func place() throws {
    let plan = SmallOffice.plan(
      "mục II: Cải cách thể chế\n\n"
        + SmallOffice.task("A", "chậm nhất 29/3/2024", more: "  mục: II\n  số: 3\n"))
    let feed = try Office(plan.replacing("ban hành: 02/01/2024", with: "ban hành: 02/01/2024, số 12/KH-SO"))
      .feed(FeedScope(.all, .vi))
    let item = try #require(try ReadFeed(feed).items.first)
    #expect(item.description?.contains("Kế hoạch: Kế hoạch kh (số 12/KH-SO), mục II, dòng 3\n") == true, "\(item)")
  }

  @Test("Duties that ended stay and say how; nothing says that something is overdue") func endings() throws {
    let office = try Office(
      SmallOffice.plan(
        SmallOffice.task("A", "chậm nhất 29/3/2024") + SmallOffice.task("B", "chậm nhất 29/3/2024")
          + SmallOffice.task("C", "chậm nhất 29/3/2024")
          + SmallOffice.task("D", "chậm nhất 29/3/2024", more: "  bãi bỏ: 01/3/2024, Quyết định số 5/QĐ-SO\n")),
      facts: "kh/A xong 05/4/2024\nmiễn kh/B vì đã gộp\n")
    let items = try ReadFeed(office.feed(FeedScope(.all, .vi))).items
    #expect(
      items.map { "\($0.summary) \($0.status)" } == [
        "✓ Việc A (Văn phòng) CONFIRMED", "Đã miễn: Việc B (Văn phòng) CANCELLED", "Việc C (Văn phòng) CONFIRMED",
        "Đã bãi bỏ: Việc D (Văn phòng) CANCELLED",
      ])
    #expect(items[0].description?.hasPrefix("Đã xong ngày 05/4/2024.\n") == true)
    #expect(items[3].description?.hasPrefix("Bị bãi bỏ từ ngày 01/3/2024.\n") == true)
    let todos = try ReadFeed(office.feed(FeedScope(.all, .en, alarmDays: 0, isTodo: true))).items
    #expect(todos.map(\.status) == ["COMPLETED", "CANCELLED", "NEEDS-ACTION", "CANCELLED"])
    #expect(todos.map(\.due) == Array(repeating: "20240329", count: 4))
    #expect(todos.map(\.start) == [nil, nil, nil, nil])
    #expect(todos.map(\.alarms) == [[], [], ["PT8H"], []])
    // Half a year before and a year behind, the same events.
    #expect(office.events(today: "2023-06-30") == office.events(today: "2024-12-31"))
  }

  @Test("What was done stays on the day that bound then; of classified duties on the one that binds") func toldDay()
    throws
  {
    let office = try Office(
      SmallOffice.plan(
        SmallOffice.task("A", "chậm nhất 14/3/2024")
          + SmallOffice.task("B", "chậm nhất 14/3/2024", more: "  độ mật: Mật\n")),
      facts: "kh/A xong ngày 15/3/2024, hạn 19/3/2024\nkh/B xong ngày 15/3/2024, hạn 19/3/2024\n")
    #expect(office.events().map { "\($0.id) \($0.day)" }.sorted() == ["kh/A@once 2024-03-19", "kh/B@once 2024-03-14"])
  }

  @Test("Of classified duties everybody sees id and day") func classified() throws {
    let office = try Office(
      SmallOffice.plan(
        SmallOffice.task(
          "A", "trước 17h00 ngày 29/3/2024", lead: "Phòng A",
          more: "  độ mật: Mật\n  sản phẩm: Việc NHẠY\n  số: NHAY-1\n"), units: "đơn vị a: Phòng A\n"
      ).replacing("Việc A", with: "Việc NHẠY"), facts: "kh/A xong 05/4/2024\ngiao kh/A cho An NHẠY\n")
    for scope in [
      FeedScope(.all, .vi, alarmDays: 1), FeedScope(.unit("a"), .en), FeedScope(.plan("kh"), .vi, isTodo: true),
    ] {
      let feed = office.feed(scope, address: "https://nv.example")
      let item = try #require(try ReadFeed(feed).items.first)
      #expect(
        item.summary == scope.language.choose(vi: "Việc có độ mật kh/A", en: "Classified duty kh/A"))
      #expect(item.description == nil && item.url == nil)
      #expect(item.status == (scope.isTodo ? "NEEDS-ACTION" : "CONFIRMED"))
      #expect(!unfolded(feed).joined().lowercased().contains("nh\u{1EA1}y") && !feed.contains("17"), "\(feed)")
    }
  }

  @Test("A unit's feed has what it leads and supports, a person's what is assigned to them") func scopes() throws {
    let office = try Office(
      SmallOffice.plan(
        SmallOffice.task("A", "chậm nhất 29/3/2024", lead: "các phòng (từng đơn vị)")
          + SmallOffice.task("B", "chậm nhất 30/3/2024", more: "  phối hợp: Phòng B\n")
          + SmallOffice.task("C", "chậm nhất 31/3/2024"),
        units: "đơn vị a: Phòng A\n\nđơn vị b: Phòng B\n\nnhóm cac-phong: các phòng\n  thành viên: Phòng A; Phòng B\n"),
      facts: "giao kh/C cho Trần Văn An\n")
    func ids(_ subject: FeedScope.Subject) throws -> [String] {
      try ReadFeed(office.feed(FeedScope(subject, .vi))).items.map { "\($0.uid) \($0.summary)" }
    }
    #expect(try ids(.unit("a")) == ["kh/A@once/a@nhacviec Việc A"])
    #expect(
      try ids(.unit("b")) == ["kh/A@once/b@nhacviec Việc A", "kh/B@once@nhacviec Việc B (Văn phòng)"])
    #expect(try ids(.person("trần văn an")) == ["kh/C@once@nhacviec Việc C (Văn phòng)"])
    #expect(try ids(.person("Trần Văn Ân")) == [])
    #expect(try ids(.plan("kh")).count == 4)
    #expect(try ids(.plan("khac")) == [])
  }

  @Test("Whoever takes the place of a unit has its open work in its feed, and what it did of it") func merger() throws {
    let office = try Office(
      SmallOffice.plan(
        SmallOffice.task("A", "chậm nhất 29/3/2024", lead: "Phòng A")
          + SmallOffice.task("B", "chậm nhất 29/3/2024", lead: "Phòng A")
          + SmallOffice.task("C", "chậm nhất 29/3/2024", lead: "Phòng A"),
        units: "đơn vị a: Phòng A\n  sáp nhập vào: Phòng B từ 01/7/2024\n\nđơn vị b: Phòng B\n"),
      facts: "kh/A xong 05/4/2024\nkh/B xong 05/8/2024\n")
    let feed = try ReadFeed(office.feed(FeedScope(.unit("b"), .vi)))
    #expect(feed.items.map(\.summary) == ["✓ Việc B (Phòng A)", "Việc C (Phòng A)"])
  }

  // MARK: Bytes

  @Test(
    "Names stay text, whatever they hold",
    arguments: [
      "A\r\nSTATUS:CANCELLED", "A\nEND:VEVENT\nBEGIN:VEVENT", "A\\nB; C, D\\", "A\u{2028}B", "\"A\":;B\u{7}",
      String(repeating: "Thủ tục hành chính, ", count: 20) + "hết",
    ])
  func injection(title: String) throws {
    let feed = CalendarFeed(
      FeedScope(.person(title), .vi),
      of: [DatedFeedEvent(with(event(title, leads: [title])) { $0.audience.person = title }, changed: 0)],
      rules: RuleSet(), address: nil
    ).text
    let read = try ReadFeed(feed)
    #expect(read.items.count == 1)
    #expect(read.items.map(\.status) == ["CONFIRMED"])
    let plain = title.unicodeScalars.map { scalar in
      scalar == "\n" || !TerminalEscaper.isUnsafe(scalar)
        ? String(scalar) : TerminalEscaper.escape(String(scalar))
    }.joined()
    #expect(read.name == "Nhắc việc: \(plain)")
    #expect(read.items[0].summary == "\(plain) (\(plain))")
  }

  @Test(
    "No line is longer than 75 octets, and none breaks a character",
    arguments: [
      String(repeating: "ệ", count: 200), String(repeating: "a", count: 200), String(repeating: "🇻🇳", count: 40),
      "e" + String(repeating: "\u{301}", count: 100),
    ])
  func folding(title: String) throws {
    let feed = CalendarFeed(
      FeedScope(.all, .vi), of: [DatedFeedEvent(event(title, leads: []), changed: 0)], rules: RuleSet(), address: nil
    ).text
    #expect(feed.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 76 && $0.last == 0x0D })
    #expect(
      feed.utf8.split(separator: 0x0A).allSatisfy { String(validating: $0, as: UTF8.self) != nil })
    #expect(unfolded(feed).contains { Array($0.utf8) == Array("SUMMARY;LANGUAGE=vi:\(title)".utf8) })
  }

  private func with(_ event: FeedEvent, _ change: (inout FeedEvent) -> Void) -> FeedEvent {
    var event = event
    change(&event)
    return event
  }

  @Test("Of units of one id in several plans a feed has the work of the one that it names, or of all") func namesakes()
    throws
  {
    func file(_ plan: String) -> SourceText {
      let unit = "đơn vị vp: Văn phòng \(plan)\n\n"
      let task = "nhiệm vụ A: Việc \(plan)\n  chủ trì: vp\n  hạn: chậm nhất 29/3/2024\n"
      let head = "kế hoạch \(plan): Kế hoạch \(plan)\n  năm: 2024\n  lịch: Việt Nam\n  đầu mối: vp\n\n"
      return SourceText(name: "\(plan)/plan.rules", text: head + unit + task)
    }
    let shared = SourceText(name: "all.rules", text: SmallOffice.calendar + SmallOffice.policy)
    let office = try Office(rules: RuleBook.read(own: [shared, file("k1"), file("k2")], shipped: []), facts: "")
    func titles(_ unit: String) throws -> [String] {
      try ReadFeed(office.feed(FeedScope(.unit(unit), .vi))).items.map(\.summary)
    }
    #expect(try titles("k1/vp") == ["Việc k1"] && titles("k2/vp") == ["Việc k2"] && titles("k3/vp") == [])
    #expect(try titles("vp").count == 2)
    #expect(try ReadFeed(office.feed(FeedScope(.unit("k2/vp"), .en))).name == "NhacViec: Văn phòng k2")
  }
}
