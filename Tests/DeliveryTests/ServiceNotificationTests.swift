import CivilCalendar
import Diagnostics
import Outbox
import Reminders
import Rules
import StateFolder
import Testing

@testable import Delivery

/// What focal points are told about the program itself.
@Suite("Letters about the program itself")
struct ServiceNotificationTests {
  private func desk(_ peers: UnrulyPeers, office: String) throws -> RoundDesk {
    try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024"), units: RoundDesk.units(office: office),
      configuration: peers.configuration(more: "[limits]\nrecipients = 1\n"))
  }

  private func service(_ desk: RoundDesk) throws -> [MessageDelivery] {
    try desk.log().deliveries(in: [.sent, .pending, .dead]).filter { $0.kind == .service }
  }

  @Test("A dead letter is told to the focal point by another channel, once, with its number and the way to try again")
  func deadLetter() throws {
    let peers = try UnrulyPeers()
    try peers.behave("refuse-rcpt")
    let desk = try desk(peers, office: "email: vp@so.example\nwebhook: \(peers.hook("vp"))")
    // It is the only recipient: the server's word is believed after a day.
    #expect(try desk.round().dead == 0)
    let report = try desk.round(at: desk.now.adding(seconds: 86_400))
    #expect(report.dead == 1 && report.sent == 1)
    let note = try #require(try peers.arrivals().first)
    #expect(note.channel == "webhook" && note.to == "vp")
    let text = String(decoding: note.bytes.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    #expect(text.contains("Không gửi được cho Phòng A qua thư điện tử: “") && text.contains("550"))
    #expect(text.contains("từ chối, đề nghị kiểm tra địa chỉ của đơn vị; người quản trị hệ thống có thể cho gửi lại"))
    #expect(text.contains("gửi lại thư số 1."))
    _ = try desk.round(at: desk.now.adding(seconds: 600))
    #expect(try peers.arrivals().count == 1)
    // Tried again and dead again: that is news.
    _ = try desk.log().retry(nil, at: desk.now, until: desk.now.adding(seconds: 3 * 86_400))
    _ = try desk.round(at: desk.now.adding(seconds: 600))
    _ = try desk.round(at: desk.now.adding(seconds: 86_400))
    #expect(try peers.arrivals().count == 2)
  }

  @Test("What no server took is no reason to doubt the unit's address; several are called messages")
  func serverDown() throws {
    let peers = try UnrulyPeers()
    try peers.behave("drop-greeting")
    let desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024") + "\n" + RoundDesk.task("U", "chậm nhất 11/3/2024", lead: "Phòng B"),
      units: RoundDesk.units(office: "email: vp@so.example\nwebhook: \(peers.hook("vp"))"),
      configuration: peers.configuration())
    _ = try desk.round()
    // Monday's message is given up in the second slot after its own, on Wednesday.
    _ = try desk.round(at: RoundDesk.at("2024-03-06", 8, 10))
    #expect(try desk.log().deliveries(in: [.dead]).count == 2)
    let service = try #require(try service(desk).first)
    #expect(
      service.subject == "[Nhắc việc] Không gửi được cho Phòng A qua thư điện tử (và 1 thư khác)", "\(service.subject)")
    let note = try #require(try peers.arrivals().first)
    let text = String(decoding: note.bytes.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    #expect(text.contains("Không gửi được cho Phòng B qua thư điện tử: “"), "\(text)")
    #expect(text.contains("kiểm tra máy chủ và cấu hình của kênh") && !text.contains("đề nghị kiểm tra địa chỉ"))
  }

  @Test("Without another channel it goes by the same one; a note that dies itself is not written about")
  func sameChannel()
    throws
  {
    let peers = try UnrulyPeers()
    try peers.behave("refuse-rcpt")
    let desk = try desk(peers, office: "email: vp@so.example")
    _ = try desk.round()
    _ = try desk.round(at: desk.now.adding(seconds: 86_400))
    #expect(try service(desk).map(\.state) == [.pending])
    _ = try desk.round(at: desk.now.adding(seconds: 86_400))
    #expect(try service(desk).map(\.state) == [.dead])
    for minutes in 1...3 { _ = try desk.round(at: desk.now.adding(seconds: Int64(minutes) * 600)) }
    #expect(try service(desk).count == 1)
  }

  @Test("A held round is told once a day, and sends nothing else") func held() throws {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, office: "email: vp@so.example")
    desk.rules = try RoundDesk.book(
      RoundDesk.plan(
        RoundDesk.task("T", "chậm nhất 11/3/2024") + "\n"
          + RoundDesk.task("U", "chậm nhất 11/3/2024", lead: "Phòng B")))
    for minute in [0, 10, 20] {
      let report = try desk.round(at: RoundDesk.at("2024-03-04", 8, minute))
      #expect(report.held != nil && report.messages == 0)
    }
    #expect(try peers.arrivals().map(\.to) == ["vp@so.example"])
    _ = try desk.round(at: RoundDesk.at("2024-03-05"))
    #expect(try peers.arrivals().map(\.to) == ["vp@so.example", "vp@so.example"])
    let held = try #require(try desk.log().heldRound())
    try desk.log().accept(
      Acceptance(
        recipients: 2, messages: 2, since: .distantPast, until: RoundDesk.at("2024-03-06"), reasons: held.reasons),
      by: "lan",
      at: desk.now)
    #expect(try desk.round(at: RoundDesk.at("2024-03-05", 8, 10)).messages == 2)
    #expect(try peers.arrivals().suffix(2).map(\.to).sorted() == ["a@so.example", "b@so.example"])
  }

  /// One of each kind; a kind that is not here does not compile in `kind`.
  private static let events: [ServiceEvent] = [
    .held(
      [
        .manyRecipients(300, limit: 200), .muchMoreThanUsual(40, usual: 3), .manyMessages(900, limit: 600),
        .manyMoreMessages(90, usual: 8), .clockAhead(days: 50), .clockBehindLastRound, .clockUnsynchronised,
        .factsGone(seen: 5, found: 3), .factsGone(seen: 5, found: 5),
      ], on: CivilDate(iso: "2024-03-04") ?? .first),
    .refused(errors: 2, name: "2024-03-04/77"),
    .waits(.init(vi: "2 việc đã nhắc sẽ không còn: kh/T; kh/U", en: "2 would be gone"), name: "3f5a0c9d1e2b"),
    .proposals([[.plan("kh")], [.file("kh/plan.rules")], []], last: 12),
  ]

  private func kind(_ event: ServiceEvent) -> Int {
    switch event {
    case .held: 0
    case .refused: 1
    case .waits: 2
    case .proposals: 3
    }
  }

  @Test("Letters to focal points hold no commands, files or hashes, and name whom to ask") func words() {
    #expect(Set(Self.events.map(kind)).count == 4)
    for note in Self.events.map(\.note) {
      for words in [note.subject.vi, note.subject.en, note.text.vi, note.text.en] {
        for machinery in ["nhacviec", "--", "thư mục", "folder", ".rules", ".toml", "/etc", "3f5a0c9d", "@once"] {
          #expect(!words.contains(machinery), "\(note.name): \(machinery)")
        }
      }
      #expect(note.text.vi.contains("người quản trị hệ thống"), "\(note.name)")
      #expect(note.text.en.contains("the administrator of the system"), "\(note.name)")
    }
  }

  @Test("What the caller has to say is said once for ever under its name") func notes() throws {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, office: "email: vp@so.example")
    let note = ServiceNote(
      name: "rules/1", subject: .init(vi: "Quy tắc bị từ chối", en: "Rules were refused"),
      text: .init(vi: "Xem lại.", en: "Look."))
    _ = try desk.round(at: RoundDesk.at("2024-03-04"), notes: [note])
    _ = try desk.round(at: RoundDesk.at("2024-03-05"), notes: [note])
    #expect(try service(desk).map(\.subject) == ["[Nhắc việc] Quy tắc bị từ chối"])
  }

  @Test("Focal points hear of the proposals of their own plans, and of those that nobody can place")
  func proposals() throws {
    func plan(_ id: String, _ focal: String) -> SourceText {
      SourceText(
        name: "\(id)/plan.rules",
        text: """
          kế hoạch \(id): Kế hoạch \(id)
            năm: 2024
            lịch: Lịch phòng
            ban hành: 02/01/2024
            đầu mối: \(focal)

          đơn vị \(focal): \(focal)
            email: \(focal)@so.example

          """)
    }
    let desk = try RoundDesk("")
    let (rules, problems) = RuleBook.read(
      own: [plan("mot", "dm1"), plan("hai", "dm2"), plan("ba", "dm3")],
      shipped: [SourceText(name: "shipped.rules", text: RoundDesk.shipped)])
    #expect(!problems.hasErrors, "\(problems.map(\.words.en))")
    desk.rules = rules
    let event = ServiceEvent.proposals(
      [[.plan("mot")], [.file("mot/plan.rules")], [.plan("hai"), .plan("mot")], [.plan("hai")]], last: 4)
    _ = try desk.round(notes: [event.note])
    func told() throws -> [String] {
      try service(desk).map { "\($0.recipient.unit): \($0.subject)" }.sorted()
    }
    #expect(try told() == ["dm1: [Nhắc việc] 3 đề xuất chờ xem", "dm2: [Nhắc việc] 2 đề xuất chờ xem"])
    // A file of no plan, and an answer that nobody has read yet.
    let other = ServiceEvent.proposals([[.file("don-vi.rules")], []], last: 6)
    _ = try desk.round(at: desk.now.adding(seconds: 600), notes: [other.note])
    #expect(try told().filter { $0.contains("2 đề xuất") }.count == 4)
  }
}
