import Addresses
import CivilCalendar
import Diagnostics
import Foundation
import Outbox
import Reminders
import StateFolder
import Testing

@testable import Delivery

/// Drawn offices whose units have two channels, one of them blocked for long, with rounds that are stopped while they
/// send, facts, and addresses that change: decided = delivered + pending + dead + dropped with a reason.
@Suite("The books balance")
struct BalanceTests {
  static let walks = ProcessInfo.processInfo.environment["NHACVIEC_WALKS"].flatMap { Int($0) } ?? 12

  @Test("However channels fail, rounds are stopped and facts come") func balance() throws {
    var all = Books.Balance()
    for seed in 1...Self.walks {
      let walk = try BalanceWalk(seed)
      try walk.run()
      let balance = try walk.settle()
      #expect(balance.pending == 0, "seed \(seed)")
      all.delivered += balance.delivered
      all.dead += balance.dead
      all.dropped.merge(balance.dropped) { $0 + $1 }
    }
    let dropped = all.dropped.sorted { $0.value > $1.value }.map { "\($0.key.rawValue) \($0.value)" }
    print("\(Self.walks) walks from seed 1: \(all.delivered) delivered, \(all.dead) dead; dropped: \(dropped)")
    // Otherwise little would be tested.
    #expect(all.delivered > Self.walks * 20 && all.dead > 0)
    for reason in [DropReason.done, .moved, .handedOver, .noAddress, .superseded, .anew] {
      #expect(all.dropped[reason] ?? 0 > 0, "\(reason)")
    }
  }
}

/// One office and three weeks of it. Nothing leaves the machine: what a server would answer is drawn.
private final class BalanceWalk {
  private let seed: Int
  private var random: Minstd
  private let desk: RoundDesk
  private let log: OutboxLog
  private var books = Books()
  private var now = RoundDesk.at("2024-03-01", 7)
  private let end = RoundDesk.at("2024-03-19", 18)
  /// Which channel is down, and until when.
  private var blocked: (channel: Channel, until: Instant)
  /// Tasks that a fact was recorded of, and units whose addresses changed.
  private var touched: Set<String> = []
  private var readdressed: Set<String> = []
  private var arrived: Set<String> = []

  private static let tasks = 10

  private static let configuration = """
    [mail]
    server = "127.0.0.1"
    starttls = "none"
    from = "nhacviec@so.example"
    allowed-domains = ["so.example"]
    """

  init(_ seed: Int) throws {
    self.seed = seed
    var random = Minstd(seed)
    let tasks = (1...Self.tasks).map { index in
      RoundDesk.task(
        "T\(index)", "chậm nhất \(6 + random.next(10))/3/2024", lead: "Phòng \(random.pick(["A", "B", "C", "D"]))",
        more: "nhắc: trước 7, 5, 3, 2, 1 ngày; quá hạn mỗi \(1 + random.next(2)) ngày làm việc, tối đa 3 lần")
    }
    let both = { (name: String) in "email: \(name)@so.example\nwebhook: https://127.0.0.1/\(name)" }
    desk = try RoundDesk(
      tasks.joined(separator: "\n"),
      units: RoundDesk.units(office: both("vp"), a: both("a"), b: both("b"))
        + ["c", "d"].map { "\nđơn vị \($0): Phòng \($0.uppercased())\n  \(both($0).replacing("\n", with: "\n  "))\n" }
        .joined(),
      configuration: Self.configuration)
    log = try desk.log()
    blocked = (random.pick([Channel.mail, .webhook]), now.adding(seconds: Int64(random.next(3 * 86_400))))
    self.random = random
  }

  func run() throws {
    while now < end {
      try decide()
      try send(steps: random.next(3) == 0 ? random.next(12) : .max)
      if random.next(2) == 0 { record() }
      if random.next(6) == 0 { readdress() }
      if now >= blocked.until {
        blocked = (random.pick([Channel.mail, .webhook]), now.adding(seconds: Int64(random.next(3 * 86_400))))
      }
      // Within the day, or at the next slot.
      let (day, minute) = Zone.vietnam.civil(now)
      if minute >= 480, random.next(2) == 0 {
        now = now.adding(seconds: Int64(random.next(40_000)) + 60)
      } else {
        now = RoundDesk.at(day.adding(days: minute < 480 ? 0 : 1 + random.next(5) / 4).description)
      }
    }
  }

  /// Everything is up, and no more is drawn: what is left goes out or is given up.
  func settle() throws -> Books.Balance {
    blocked.until = now
    for _ in 0..<60 {
      try decide()
      try send(steps: .max, isGood: true)
      try books.look(at: log)
      if try log.count(.pending) == 0 { break }
      now = now.adding(seconds: 4 * 3600)
    }
    let balance = try books.balance(log)
    // Where nothing changed and the other channel was told, nothing but a later reminder takes a notice's place.
    let delivered = Set(try log.deliveries(in: [.sent], limit: .max).map(\.messageID))
    #expect(delivered.isSubset(of: arrived), "seed \(seed)")
    for (words, reason) in balance.why where reason != .superseded {
      let parts = words.split(separator: " ").map(String.init)
      let isTouched = touched.contains { parts[0].contains("/\($0)@") }
      guard !isTouched, !readdressed.contains(parts[2]) else { continue }
      let other = words.hasSuffix(" mail") ? words.dropLast(4) + "webhook" : words.dropLast(7) + "mail"
      #expect(balance.why[String(other)] != nil, "seed \(seed): \(words) was dropped: \(reason)")
    }
    return balance
  }

  // MARK: Rounds

  /// A round that is over before it can send.
  private func decide() throws {
    var looks = 0
    desk.now = now
    desk.onClock = { [unowned desk, now] in
      looks += 1
      if looks > 1 { desk.now = now.adding(seconds: 601) }
    }
    let report = try desk.round()
    desk.onClock = {}
    #expect(report.held == nil && report.failures.isEmpty, "seed \(seed): \(report.failures)")
    try books.look(at: log)
  }

  /// Sends as `OutboxSender` does: attempts are marked before, outcomes after; a server that fails for all is left
  /// alone.
  ///
  /// - Parameter steps: after so many looks, sends and marks it is killed.
  private func send(steps: Int, isGood: Bool = false) throws {
    var steps = steps
    func isKilled() -> Bool {
      steps -= 1
      return steps < 0
    }
    var closed: Set<Channel> = []
    let due = try log.due(at: now)
    if isKilled() { return }
    try log.begin(due, at: now)
    for delivery in due {
      if isKilled() { return }
      if closed.contains(delivery.channel) {
        try log.postpone([delivery], to: now.adding(seconds: 60), wasBegun: true)
        continue
      }
      let isDown = !isGood && delivery.channel == blocked.channel && now < blocked.until
      let chance = isGood ? 0 : random.next(20)
      if isDown || chance == 1 {
        closed.insert(delivery.channel)
        let problem = Bilingual(vi: "bận", en: "busy")
        try log.end(delivery, .pending, notBefore: now.adding(seconds: 60), problem: problem, at: now)
      } else if chance == 2 {
        try log.end(delivery, .dead, at: now)
      } else {
        arrived.insert(delivery.messageID)
        if isKilled() { return }
        try log.end(delivery, .sent, at: now)
      }
    }
  }

  // MARK: The world

  private func record() {
    let task = "T\(1 + random.next(Self.tasks))"
    touched.insert(task)
    let (_, month, day) = Zone.vietnam.day(of: now).adding(days: 2 + random.next(9)).components
    let later = "\(day < 10 ? "0" : "")\(day)/\(month)/2024"
    desk.now = now
    desk.record(
      random.pick([
        "\(task) xong ngày 01/3/2024", "gia hạn \(task) đến \(later) theo 1/QĐ",
        "ngừng nhắc \(task) đến \(later) vì chờ", "miễn \(task) vì thôi",
        "chuyển \(task) cho Phòng A theo 2/TB", "chuyển \(task) cho Phòng D theo 3/TB",
      ]))
  }

  private func readdress() {
    let name = random.pick(["a", "b", "c"])
    guard let unit = desk.rules.units.firstIndex(where: { $0.id == name }) else { return }
    readdressed.insert(name)
    switch random.next(4) {
    case 0: desk.rules.units[unit].email = nil
    case 1: desk.rules.units[unit].webhook = nil
    case 2: desk.rules.units[unit].email = "\(name)\(random.next(9))@so.example"
    default: desk.rules.units[unit].webhook = "https://127.0.0.1/\(name)\(random.next(9))"
    }
  }
}
