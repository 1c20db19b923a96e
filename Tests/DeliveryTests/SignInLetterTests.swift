import AnswerLinks
import Channels
import Diagnostics
import Foundation
import Hashing
import Reminders
import Settings
import StateFolder
import Testing

@testable import Delivery

@Suite("Letters for signing in")
struct SignInLetterTests {
  private static let seed = [UInt8](0..<32)
  private static let units = """
    đơn vị vp: Văn phòng
      email: vp@so.example

    đơn vị a1: Phòng 1
      email: chung@so.example

    đơn vị a2: Phòng 2
      email: chung@so.example

    đơn vị a3: Phòng 3
    """

  private let peers: UnrulyPeers
  private let desk: RoundDesk

  init() throws {
    peers = try UnrulyPeers()
    desk = try RoundDesk(RoundDesk.task("T.1", "chậm nhất 11/3/2024", lead: "Phòng 1"), units: Self.units)
    let text = peers.configuration(more: "[web]\naddress = \"https://nv.example\"")
    desk.configuration = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: text)).0
    desk.credentials = desk.root + "/credentials"
    try Folder.make(desk.root + "/credentials")
    try WholeFile.replace(desk.root + "/credentials/link-key", with: Base64.text(Self.seed), mode: 0o600)
    try Folder.make(desk.state.post)
  }

  private func browser(_ number: UInt8 = 1) throws -> SHA256Digest { try #require(SHA256.hash([number])) }

  private static func asker(_ network: Int, isKnown: Bool = false) -> SignInCount.Asker? {
    let digits = String(network, radix: 16)
    return SignInCount.Asker(
      network: String(repeating: "0", count: SignInCount.Asker.digits - digits.count) + digits, isKnown: isKnown)
  }

  private func send(
    _ name: String, from asker: SignInCount.Asker? = asker(1), at now: Instant? = nil
  ) throws -> [Bilingual] {
    let letters = SignInLetters(desk.state, desk.configuration, RoundDesk.templates, credentials: desk.credentials)
    return try letters.send(to: name, browser(), #require(asker), desk.book.rules, at: now ?? desk.now)
  }

  /// Letters that went a minute ago to mailboxes that had two each.
  private func earlier(_ count: Int, from asker: (Int) -> SignInCount.Asker?) throws {
    let lines = try (0..<count).map { number in
      let mailbox = String(repeating: "\(number / 2)", count: 16).prefix(16)
      return "\(desk.now.seconds - 60) \(mailbox) \(try #require(asker(number)).text)\n"
    }
    try WholeFile.replace(desk.state.signIns, with: lines.joined())
  }

  private func text(_ arrival: Arrival) -> String {
    var words = ""
    _ = MailMessage.changing(arrival.body) { text in
      words += text
      return text
    }
    return words
  }

  private func opened(_ text: String) throws -> [SignInLink] {
    let own = try #require(Ed25519.PrivateKey(Self.seed))
    let key = try #require(own.publicKey)
    return try text.components(separatedBy: "https://nv.example/dang-nhap/thu?k=").dropFirst().map { part in
      let token = String(part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
      return try SignInLink.open(token, key: key, now: desk.now.seconds).link
    }
  }

  @Test(
    "A name of the rules in force gets one letter, to the mailbox of the rules, for thirty minutes",
    arguments: [
      "Văn phòng", "vp", "văn  phòng", "VP@so.example", "kh/vp", "kh/Văn phòng",
    ])
  func named(_ name: String) throws {
    #expect(try send(name).isEmpty)
    let arrivals = try peers.arrivals()
    #expect(arrivals.map(\.to) == ["vp@so.example"])
    let text = text(try #require(arrivals.first))
    #expect(text.contains("trong vòng 30 phút") && text.contains("Văn phòng: https://nv.example/dang-nhap/thu?k="))
    let link = try #require(try opened(text).first)
    #expect(link.unit == "vp" && link.mailbox == MailboxMark(of: "vp@so.example"))
    #expect(link.browser == (try browser()) && link.end == desk.now.seconds + 1800)
    // The log of messages knows nothing of it.
    #expect(!Folder.isThere(desk.state.postDatabase))
  }

  @Test("Units with one mailbox get one letter with a link each") func shared() throws {
    #expect(try send("chung@so.example").isEmpty)
    let arrivals = try peers.arrivals()
    #expect(arrivals.map(\.to) == ["chung@so.example"])
    #expect(try opened(text(try #require(arrivals.first))).map(\.unit) == ["a1", "a2"])
  }

  @Test("Nobody is written to for other names, units without a mailbox, or where links are not signed") func nobody()
    throws
  {
    for name in ["Phòng 9", "", "so.example", "Phòng 3", "kh", "kh/", "kh/x", "x/vp", "*", "a@so.example"] {
      #expect(try send(name).isEmpty, "\(name)")
    }
    desk.credentials = nil
    #expect(try send("vp").isEmpty)
    #expect(try peers.arrivals().isEmpty && !Folder.isThere(desk.state.signIns))
  }

  @Test("Three letters an hour to one mailbox, whatever name is typed; a failed one counts, and is tried once")
  func perMailbox() throws {
    for name in ["vp", "Văn phòng"] { #expect(try send(name).isEmpty) }
    try peers.behave("defer-mail")
    #expect(try send("vp").count == 1)
    try peers.behave("good")
    #expect(try send("vp@so.example").count == 1)
    #expect(try peers.arrivals().filter(\.isAnswered).count == 2)
    #expect(try send("vp", at: desk.now.adding(seconds: 3599)).count == 1)
    #expect(try send("vp", at: desk.now.adding(seconds: 3600)).isEmpty)
    #expect(try peers.arrivals().filter(\.isAnswered).count == 3)
  }

  @Test("Twenty letters an hour in all, also for browsers that were signed in before") func inAll() throws {
    try earlier(20) { Self.asker($0, isKnown: true) }
    #expect(try send("vp", from: Self.asker(1, isKnown: true)).count == 1)
    #expect(try peers.arrivals().isEmpty)
    #expect(try send("vp", from: Self.asker(1, isKnown: true), at: desk.now.adding(seconds: 3540)).isEmpty)
    #expect(try peers.arrivals().count == 1)
  }

  @Test("Whoever has many addresses takes fourteen; the last six are for browsers that were signed in before")
  func manyAddresses() throws {
    try earlier(14) { Self.asker($0) }
    #expect(try send("vp", from: Self.asker(99)).count == 1)
    #expect(try send("vp", from: Self.asker(99, isKnown: true)).isEmpty)
    #expect(try peers.arrivals().count == 1)
    // Of the fourteen all are of one minute.
    let count = SignInCount(desk.state)
    #expect(count.wait(of: try #require(Self.asker(99)), at: desk.now.seconds) == 3540)
    #expect(count.fullUntil(at: desk.now.seconds) == desk.now.seconds + 3540)
    #expect(count.fullUntil(at: desk.now.seconds + 3540) == nil)
  }

  @Test("One network takes seven, whatever units it names") func oneNetwork() throws {
    try earlier(7) { _ in Self.asker(5) }
    #expect(try send("vp", from: Self.asker(5)).count == 1)
    #expect(try send("vp", from: Self.asker(6)).isEmpty)
    #expect(try send("vp", from: Self.asker(5, isKnown: true)).isEmpty)
    #expect(try peers.arrivals().count == 2)
  }

  @Test("Who asks is told by a hash and whether the browser was signed in before; other words are none")
  func asker() throws {
    for known in [true, false] {
      let asker = try #require(Self.asker(0xab, isKnown: known))
      #expect(asker.text == "00000000000000ab \(known ? "known" : "new")")
      #expect(SignInCount.Asker(text: asker.text) == asker)
      let request = SpoolRequest.signIn(
        name: "Văn phòng", browser: String(repeating: "f", count: 64), asker: asker)
      #expect(SpoolRequest(text: request.text) == request)
    }
    for text in ["ab known", "00000000000000ab", "00000000000000ab old", "zz000000000000ab known"] {
      #expect(SignInCount.Asker(text: text) == nil)
    }
  }
}
