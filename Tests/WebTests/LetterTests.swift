import CivilCalendar
import Expansion
import Glibc
import JSON
import Outbox
import StateFolder
import Testing

@testable import Reminders

@Suite("The pages of what was sent")
struct LetterTests {
  private static let slot = Instant(seconds: Int64(SiteDesk.monday) - 300)

  /// Mails about tasks, whose outcome is still to be told.
  private static func log(_ desk: SiteDesk, _ mails: [(tasks: [String], subject: String, text: String)]) throws
    -> OutboxLog
  {
    let log = try OutboxLog(StateFolder(desk.state.path), .writing)
    for (part, mail) in mails.enumerated() {
      // A key tells notices apart by their step.
      let notices = mail.tasks.map { notice($0, days: mail.tasks.count > 1 ? 8 : 7) }
      let body = "From: x@so.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\(mail.text)\r\n"
      try log.change(at: slot) { post in
        try post.add(
          RenderedMessage(
            recipient: RecipientName(unit: "a"), channel: .mail, slot: slot, part: part, subject: mail.subject,
            body: Array(body.utf8), addresses: [.init("phonga@so.example")], notices: notices,
            stale: slot.adding(seconds: 86_400)))
      }
    }
    return log
  }

  private static func notice(_ task: String, days: Int) -> Notice {
    notice(about: .obligation(ObligationID(plan: "kh", task: task, key: "once")), days: days)
  }

  private static func notice(about subject: NoticeTopic, days: Int) -> Notice {
    let kind = NoticeKind.before(days, working: false)
    let recipient = RecipientName(unit: "a")
    return Notice(
      key: NoticeKey(subject: subject, kind: kind, told: nil, recipient: recipient, channel: .mail), subject: subject,
      kind: kind, told: nil, recipient: recipient, unit: 0, channel: .mail, role: .lead, planned: slot,
      slot: Slot(slot),
      urgency: .normal, isProvisional: false, isClassified: false, attachesCalendar: false)
  }

  @Test("The list says what was sent to whom with what outcome; addresses are shortened everywhere")
  func list() throws {
    let desk = try SiteDesk()
    #expect(desk.text("/da-gui").contains("Không có thư nào"))
    let log = try Self.log(
      desk,
      [
        (
          ["I.1"], "Quá hạn: Báo cáo", "Kính gửi: Phòng A\nTrả lời vanphong@so.example hoặc https://so.example/x/SECRET"
        ),
        (["I.2"], "Đến hạn 1 việc", "Thư hai"),
      ])
    let due = try log.due(at: Self.slot)
    try log.begin(due, at: Self.slot)
    try log.end(due[0], .sent, at: Self.slot)
    try log.end(
      due[1], .dead, problem: .init(vi: "550 không có <phonga@so.example>", en: "550 no <phonga@so.example>"),
      at: Self.slot)
    let page = desk.text("/da-gui")
    #expect(page.contains("Thứ Hai, 23/09/2024<small>08:00</small>") && page.contains("Phòng A"))
    #expect(page.contains("Quá hạn: Báo cáo") && page.contains(#"<span class="tag done">Đã gửi</span>"#))
    #expect(
      page.contains(#"<span class="tag late">Không gửi được</span>"#) && page.contains("1 không gửi được · 0 chờ gửi"))
    #expect(page.contains("550 không có &lt;p…@so.example&gt;") && !page.contains("phonga@"))
    #expect(desk.text("/da-gui?state=dead").contains("Đến hạn 1 việc"))
    #expect(!desk.text("/da-gui?state=dead").contains("Quá hạn: Báo cáo"))
    #expect(desk.get("/da-gui").value(of: "Cache-Control") == "no-store")
    // Both went to Phòng A.
    #expect(desk.text("/da-gui?unit=a&state=dead").contains("Đến hạn 1 việc"))
    #expect(
      desk.text("/da-gui?unit=a").contains("Chỉ Phòng A") && desk.text("/da-gui?unit=vp").contains("Không có thư nào"))
    let sent = desk.text("/da-gui.csv?unit=a").split(separator: "\r\n")
    #expect(
      sent.count == 3 && sent[2].hasPrefix("1,2024-09-23T01:00:00Z,Phòng A,Quá hạn: Báo cáo,kh/I.1@once,mail,sent,"))
    #expect(desk.text("/da-gui.csv?unit=vp").split(separator: "\r\n").count == 1)
    #expect(desk.text("/da-gui.csv?limit=1").split(separator: "\r\n").count == 2)

    let letter = desk.text("/da-gui/1")
    #expect(
      letter.contains("p…@so.example")
        && letter.contains("Kính gửi: Phòng A\nTrả lời v…@so.example hoặc https://so.example/…"))
    #expect(!letter.contains("SECRET") && letter.contains(#"href="/viec/kh/I.1@once""#))
    #expect(letter.contains("trước hạn 7 ngày"))
    #expect(desk.text("/en/da-gui/2").contains("Not delivered"))
    for target in ["/da-gui/9", "/da-gui/x", "/da-gui/1/2"] { #expect(desk.get(target).status == 404, "\(target)") }
    for query in ["state=x", "after=x"] { #expect(desk.get("/da-gui?\(query)").status == 400, "\(query)") }

    let answer = desk.get("/en/api/v1/deliveries?limit=1")
    #expect(answer.value(of: "Cache-Control") == "no-store")
    let body = try #require(JSONValue(answer.body))
    #expect(body["next"]?.string == "2" && body["items"]?.array?.count == 1)
    let dead = try #require(body["items"]?.array?.first)
    #expect(dead["number"]?.integer == 2 && dead["unit"]?.string == "a" && dead["recipient"]?.string == "Phòng A")
    #expect(dead["slot"]?.string == "2024-09-23T01:00:00Z")
    let about = try #require(dead["about"]?.array?.first)
    #expect(
      about["kind"]?.string == "obligation" && about["id"]?.string == "kh/I.2@once"
        && about["step"]?.string == "before:7")
    let delivery = try #require(dead["deliveries"]?.array?.first)
    #expect(delivery["state"]?.string == "dead" && delivery["problem"]?.string == "550 no <p…@so.example>")
    #expect(!answer.text.contains("phonga@"))
    #expect(desk.text("/api/v1/deliveries?after=2").contains("Quá hạn: Báo cáo"))
    #expect(desk.text("/api/v1/deliveries?state=pending") == "{\"items\":[]}\n")
  }

  /// A log with one message about I.1, to that address.
  private static func log(_ desk: SiteDesk, to address: RenderedMessage.Address) throws -> OutboxLog {
    let log = try OutboxLog(StateFolder(desk.state.path), .writing)
    try log.change(at: slot) { post in
      try post.add(
        RenderedMessage(
          recipient: RecipientName(unit: "a"), channel: .mail, slot: slot, part: 0, subject: "Báo cáo", body: [0x0A],
          addresses: [address], notices: [notice("I.1", days: 7)], stale: slot.adding(seconds: 86_400)))
    }
    return log
  }

  /// Of a message with a copy alone, as an office without a mail server has them.
  @Test("A duty's page tells of a message what the list of messages tells, also where a copy is all that there is")
  func copyAlone() throws {
    let desk = try SiteDesk()
    let log = try Self.log(desk, to: .init("maildir", isCopy: true))
    #expect(desk.text("/viec/kh/I.1@once").contains("chưa gửi được") && desk.text("/da-gui").contains("Chờ gửi</span>"))
    let due = try log.due(at: Self.slot)
    try log.begin(due, at: Self.slot)
    try log.end(due[0], .sent, at: Self.slot)
    let page = desk.text("/viec/kh/I.1@once")
    #expect(page.contains("trước hạn 7 ngày") && !page.contains("chưa gửi được"))
    #expect(desk.text("/da-gui").contains("Đã gửi</span>"))
  }

  @Test("A message that was given up is not told as one that may still come")
  func givenUp() throws {
    let desk = try SiteDesk()
    let log = try Self.log(desk, to: .init("a@so.example"))
    let due = try log.due(at: Self.slot)
    try log.begin(due, at: Self.slot)
    try log.end(due[0], .dead, problem: .init(vi: "550", en: "550"), at: Self.slot)
    let page = desk.text("/viec/kh/I.1@once")
    #expect(page.contains("không gửi được") && !page.contains("chưa gửi được"))
    #expect(desk.text("/en/viec/kh/I.1@once").contains("not delivered<"))
  }

  /// A weekly sheet of six duties, of which I.3 is classified, and of its plan; and an event.
  @Test("What a message is about is counted without the plan of a weekly sheet, and events for themselves") func about()
    throws
  {
    let desk = try SiteDesk()
    let log = try OutboxLog(StateFolder(desk.state.path), .writing)
    func add(_ part: Int, _ notices: [Notice]) throws {
      try log.change(at: Self.slot) { post in
        try post.add(
          RenderedMessage(
            recipient: RecipientName(unit: "a"), channel: .mail, slot: Self.slot, part: part, subject: "Bản tuần",
            body: [0x0A], addresses: [.init("a@so.example")], notices: notices,
            stale: Self.slot.adding(seconds: 86_400)))
      }
    }
    let duties = ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"].map { Self.notice($0, days: 7) }
    try add(0, duties + [Self.notice(about: .plan("kh"), days: 7)])
    #expect(desk.text("/da-gui").contains("I.1, I.2, I.4, I.5 … (5 việc)"))
    #expect(desk.text("/en/da-gui").contains("I.1, I.2, I.4, I.5 … (5 duties)"))
    let event = NoticeTopic.event(plan: "kh", id: "cs", key: nil)
    try add(1, duties.map { Self.notice(about: $0.subject, days: 3) } + [Self.notice(about: event, days: 3)])
    #expect(desk.text("/da-gui").contains("(5 việc, 1 sự kiện)"))
  }

  /// The first mail arrived while its copy waits, the second waits itself, of the third there is the copy alone.
  @Test("How many wait or did not arrive is the number of rows behind it, on pages, in files and for programs")
  func counts() throws {
    let desk = try SiteDesk()
    let log = try OutboxLog(StateFolder(desk.state.path), .writing)
    let (own, copy) = (RenderedMessage.Address("a@so.example"), RenderedMessage.Address("maildir", isCopy: true))
    try log.change(at: Self.slot) { post in
      for (part, addresses) in [[own, copy], [own], [copy]].enumerated() {
        try post.add(
          RenderedMessage(
            recipient: RecipientName(unit: part == 1 ? "vp" : "a"), channel: .mail, slot: Self.slot, part: part,
            subject: "Thư \(part + 1).", body: [], addresses: addresses, notices: [],
            stale: Self.slot.adding(seconds: 86_400)))
      }
    }
    let due = try log.due(at: Self.slot)
    try log.begin(due, at: Self.slot)
    for delivery in due {
      let isArrived = delivery.message == 1 && !delivery.isCopy
      try log.end(
        delivery, isArrived ? .sent : .pending, problem: isArrived ? nil : .init(vi: "đầy", en: "full"), at: Self.slot)
    }
    for (unit, words, subjects) in [
      ("", "0 không gửi được · 2 chờ gửi", ["Thư 3.", "Thư 2."]),
      ("unit=a", "0 không gửi được · 1 chờ gửi", ["Thư 3."]),
    ] {
      #expect(desk.text("/da-gui?\(unit)").contains(words), "\(unit)")
      let page = desk.text("/da-gui?state=pending&\(unit)")
      #expect(page.contains("<span>\(subjects.count)</span>"), "\(unit)")
      for subject in ["Thư 1.", "Thư 2.", "Thư 3."] {
        #expect(page.contains(subject) == subjects.contains(subject), "\(unit) \(subject)")
      }
      // Behind its head a line for each.
      #expect(desk.text("/da-gui.csv?state=pending&\(unit)").split(separator: "\r\n").count == subjects.count + 1)
    }
    let items = try #require(JSONValue(desk.get("/api/v1/deliveries?state=pending").body)?["items"]?.array)
    let outcomes = items.flatMap { $0["deliveries"]?.array ?? [] }
    #expect(outcomes.map { $0["state"]?.string } == ["pending", "pending"])
    #expect(outcomes.map { $0["copy"]?.string } == ["maildir", nil])
  }

  @Test("Thirty messages a page, then older ones")
  func pages() throws {
    let desk = try SiteDesk()
    _ = try Self.log(desk, (1...32).map { ([], "Thư \($0).", "x") })
    let first = desk.text("/da-gui")
    #expect(first.contains("Thư 32.") && first.contains("Thư 3.") && !first.contains("Thư 2."))
    #expect(first.contains(#"href="/da-gui?after=3" rel="next""#))
    let second = desk.text("/da-gui?after=3")
    #expect(second.contains("Thư 2.") && second.contains("Thư 1.") && !second.contains("Thư 3."))
  }

  @Test("Where the state folder is gone nobody is told that nothing was sent, or no rules were promoted") func gone()
    throws
  {
    let desk = try SiteDesk()
    try desk.promote()
    let state = StateFolder(desk.state.path)
    for target in ["/api/v1/deliveries", "/da-gui", "/api/v1/revisions", "/ban-quy-tac"] { _ = desk.text(target) }
    #expect(rename(state.post, state.path + "/away") == 0)
    for target in ["/api/v1/deliveries", "/da-gui", "/da-gui/1", "/api/v1/revisions", "/ban-quy-tac", "/quy-tac"] {
      let answer = desk.get(target)
      #expect(answer.status == 503 && answer.value(of: "Retry-After") != nil, "\(target): \(answer.status)")
    }
    // The rules of the rule folder do not take the place of those that were in force.
    desk.site.forget()
    _ = desk.site.refresh()
    #expect(desk.get("/api/v1/obligations").status == 503)
    #expect(rename(state.path + "/away", state.post) == 0)
    _ = desk.site.refresh()
    for target in ["/api/v1/deliveries", "/api/v1/obligations"] { _ = desk.text(target) }
  }

  @Test("Where the folder of feeds is gone no address is told to be none, and no folder is made in its place")
  func goneFeeds() throws {
    let desk = try SiteDesk()
    let state = StateFolder(desk.state.path)
    #expect(desk.get("/feeds/abc.ics").status == 404)
    #expect(Folder.isThere(state.web))
    #expect(rename(state.web, state.path + "/away") == 0)
    for target in ["/feeds/abc.ics", "/viec.ics?text=nothing"] {
      let answer = desk.get(target)
      #expect(answer.status == 503 && answer.value(of: "Retry-After") != nil, "\(target)")
    }
    #expect(!Folder.isThere(state.web))
    #expect(rename(state.path + "/away", state.web) == 0)
    #expect(desk.get("/feeds/abc.ics").status == 404)
  }

  @Test("What is classified by now is not told by letters from before")
  func classified() throws {
    let desk = try SiteDesk()
    _ = try Self.log(
      desk,
      [
        (["I.3"], "Hạn 31/12/2024: Việc kín đáo", "Việc\r\nkín đáo của Phòng A"),
        ([], "Việc có độ mật I.3", "I.3"),
        ([], "Quá hạn 3 ngày: Việc có độ mật kh/I.3", "Việc có độ mật kh/I.3, quá hạn 3 ngày"),
        ([], "Đến hạn 2 việc", "Quá hạn\n* kh/I.3."), (["I.2"], "Quá hạn 3 ngày: kh/I.30", "kh/I.3.1"),
        (["I.2", "I.3"], "Quá hạn 7 việc, đến hạn 4 việc", "* kh/I.2\n* kh/I.3"),
      ])
    let list = desk.text("/da-gui")
    #expect(!list.contains("kín đáo") && list.contains("Thư về việc có độ mật") && list.contains("Việc có độ mật I.3"))
    let letter = desk.text("/da-gui/1")
    #expect(!letter.contains("kín đáo") && letter.contains("nay mang độ mật"))
    #expect(desk.text("/da-gui/2").contains("<pre>I.3"))
    // Beside the others that are named a count of several tells of it.
    for text in [list, desk.text("/da-gui/6"), desk.text("/api/v1/deliveries")] { #expect(!text.contains("7 việc")) }
    // How it stands is told to whom the message went.
    for number in [3, 4] { #expect(!desk.text("/da-gui/\(number)").lowercased().contains("quá hạn")) }
    #expect(!list.contains("Quá hạn 3 ngày: Việc") && list.contains("Đến hạn 2 việc"))
    #expect(!desk.text("/api/v1/deliveries").contains("Quá hạn 3 ngày: Việc"))
    // Other work whose id begins alike.
    #expect(list.contains("Quá hạn 3 ngày: kh/I.30") && desk.text("/da-gui/5").contains("<pre>kh/I.3.1"))
  }
}
