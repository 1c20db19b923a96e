import CivilCalendar
import Foundation
import Outbox
import Reminders
import StateFolder
import Testing

/// Rounds that are stopped by SIGKILL lose nothing and say nothing twice under another id.
@Suite("Rounds that are killed", .serialized)
struct KilledRoundTests {
  /// The office by mail, A by mail, B by webhook, C by both.
  private static func units(_ hook: (String) -> String) -> String {
    RoundDesk.units(b: "webhook: \(hook("b"))")
      + "\nđơn vị c: Phòng C\n  email: c@so.example\n  webhook: \(hook("c"))\n"
  }

  // MARK: At every boundary

  /// aiosmtpd and the receiver of the webhook tests.
  private final class Sinks {
    let mail: PeerProcess
    let web: PeerProcess
    private let certificate: Certificate
    private var seen = (mails: 0, posts: 0)

    init() throws {
      mail = try PeerProcess("ChannelsTests/peers/aiosmtpd_sink.py")
      certificate = try Certificate.shared.get()
      web = try PeerProcess(
        "ChannelsTests/peers/webhook_receiver.py", ["--cert", certificate.path, "--key", certificate.key])
    }

    private struct Mail: Decodable {
      var to: [String]
      var bytes: String
    }

    private struct Post: Decodable {
      var headers: [String: String]
      var path: String
      var body: String
    }

    /// Since the last time.
    func arrivals() throws -> [Arrival] {
      let mails = try JSONDecoder().decode([Mail].self, from: mail.ask("mails"))
      let posts = try JSONDecoder().decode([Post].self, from: web.ask("requests"))
      defer { seen = (mails.count, posts.count) }
      return mails.dropFirst(seen.mails).map { mail in
        let id = mail.bytes.components(separatedBy: "Message-ID: <").dropFirst().first?.prefix { $0 != "@" } ?? ""
        return Arrival(channel: "mail", id: String(id), to: mail.to.joined(), bytes: mail.bytes, isAnswered: true)
      }
        + posts.dropFirst(seen.posts).map { post in
          let bytes = String(String.UnicodeScalarView(post.body.utf8.map { UnicodeScalar($0) }))
          return Arrival(
            channel: "webhook", id: post.headers["webhook-id"] ?? "", to: post.path, bytes: bytes, isAnswered: true)
        }
    }

    var configuration: String {
      """
      [mail]
      server = "127.0.0.1"
      port = \(mail.port)
      starttls = "none"
      from = "nhacviec@so.example"
      allowed-domains = ["so.example"]
      timeout = 60
      [webhook]
      format = "json"
      ca-file = "\(certificate.path)"
      allowed-networks = ["127.0.0.0/8"]
      """
    }
  }

  @Test("Killed at each look at the clock: between all steps of deciding, beginning, sending and marking")
  func everyBoundary() throws {
    let sinks = try Sinks()
    let rules = RoundDesk.plan(
      RoundDesk.task("T.1", "chậm nhất 11/3/2024") + "\n" + RoundDesk.task("T.2", "chậm nhất 11/3/2024") + "\n"
        + RoundDesk.task("T.3", "chậm nhất 11/3/2024", lead: "Phòng B") + "\n"
        + RoundDesk.task("T.4", "chậm nhất 11/3/2024", lead: "Phòng C"),
      units: Self.units { _ in "https://127.0.0.1:\(sinks.web.port)/200" })
    let start = RoundDesk.at("2024-03-04")
    var call = 0
    var isComplete = false
    var copies = 0
    while !isComplete, call < 200 {
      call += 1
      let folder = try RoundFolder(rules: rules, configuration: sinks.configuration)
      if case .ended = try folder.round(at: start, "kill-at", call) { isComplete = true }
      try folder.settle(from: start.adding(seconds: 60))
      let arrivals = try sinks.arrivals()
      copies += arrivals.count - Set(arrivals.map(\.id)).count
      // T.1 and T.2 to A, T.3 to B, T.4 to C by mail and by webhook: 5 notices in 4 messages.
      try Promise.check(folder, arrivals, notices: 5)
      #expect(Set(arrivals.map(\.id)).count == 4, "killed at look \(call)")
    }
    #expect(isComplete)
    // Several looks for each of the four messages; a kill between sending and marking makes a copy of each.
    #expect(call > 12)
    #expect(copies == 4)
  }

  // MARK: At random

  @Test(
    "Killed at random under servers that stall, drop, refuse, ask for time and take mails without a word, one of them blocked"
  )
  func random() throws {
    let environment = ProcessInfo.processInfo.environment
    let kills = environment["NHACVIEC_KILLS"].flatMap { Int($0) } ?? 60
    let seed = environment["NHACVIEC_SEED"].flatMap { Int($0) } ?? 20_240_108
    let peers = try UnrulyPeers(seed: seed)
    let folder = try RoundFolder(rules: Self.busyOffice(peers), configuration: peers.configuration(seconds: 5))
    var random = Minstd(seed)
    var books = Books()
    var now = RoundDesk.at("2024-01-08")
    var (killed, ended, stretch) = (0, 0, 0)
    // Until one round in three comes to its end.
    var limit = 200_000
    while killed < kills {
      if stretch == 0 {
        stretch = 5 + random.next(20)
        let (mail, web) = random.pick([("refuse-greeting", "wild"), ("wild", "503"), ("wild", "wild")])
        try peers.behave(mail, web: web)
        // Addresses that the web server called gone are used again.
        _ = try folder.round(at: now, "retry")
      }
      stretch -= 1
      switch try folder.round(at: now, "kill-after", 1 + random.next(limit)) {
      case .killed:
        killed += 1
        limit += limit / 20
        now = now.adding(seconds: Int64(1 + random.next(90)))
      case .ended(_, _, let next):
        ended += 1
        limit -= limit / 10
        now = max(next ?? now.adding(seconds: 86_400), now.adding(seconds: 1))
        // Now and then there is no other round that day.
        if random.next(2) == 0 { now = RoundDesk.at(Zone.vietnam.day(of: now).adding(days: 1).description) }
      }
      try books.look(at: OutboxLog(folder.state, .writing))
    }
    try peers.behave("good")
    now = try folder.settle(from: now.adding(seconds: 1))
    let arrivals = try peers.arrivals()
    try Promise.check(folder, arrivals)
    let log = try OutboxLog(folder.state, .writing)
    try books.look(at: log)
    let balance = try books.balance(log)
    #expect(balance.pending == 0 && balance.dead == 0)
    #expect(ended > kills / 10)
    #expect(Set(arrivals.map(\.id)).count > kills / 10)
    let dropped = balance.dropped.map { "\($0.key.rawValue) \($0.value)" }.sorted()
    print(
      "seed \(seed), killed \(killed), ended \(ended): \(Set(arrivals.map(\.id)).count) messages in",
      "\(arrivals.count) copies until \(Zone.vietnam.day(of: now)); \(books.decided.count) notices decided,",
      "\(balance.delivered) delivered, dropped: \(dropped)")
  }

  /// Eight units that owe something every week and report nothing: something is said on every working day.
  private static func busyOffice(_ peers: UnrulyPeers) -> String {
    let units = (1...8).map { index in
      "đơn vị u\(index): Đơn vị \(index)\n  email: u\(index)@so.example\n  webhook: \(peers.hook("u\(index)"))\n"
    }
    let tasks = (1...8).map { index in
      RoundDesk.task("T.\(index)", "hằng tuần", lead: "Đơn vị \(index)")
        + "  nhắc: trước 2, 1 ngày; quá hạn mỗi 1 ngày làm việc, tối đa 3 lần\n"
    }
    return RoundDesk.plan(
      tasks.joined(separator: "\n"),
      units: RoundDesk.units(office: "email: vp@so.example\nwebhook: \(peers.hook("vp"))") + "\n"
        + units.joined(separator: "\n"))
  }
}
