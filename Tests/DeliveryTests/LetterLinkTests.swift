import AnswerLinks
import Channels
import Diagnostics
import Foundation
import Hashing
import Outbox
import Reminders
import Rules
import Settings
import StateFolder
import Testing

@testable import Delivery

/// Letters are kept with plain addresses; what goes to the mailbox of a unit that owes the work has tokens.
@Suite("Links of letters on their way")
struct LetterLinkTests {
  private static let plain = "https://nv.example/tra-loi/kh/T.1%40once"

  /// Units a1 … aN owe something on 11 March; the first reminders go out on Monday 4 March at 8:00.
  private func office(
    _ peers: UnrulyPeers, _ count: Int = 1, web: String = "[web]\naddress = \"https://nv.example\"",
    key: [UInt8]? = Self.seed
  ) throws -> RoundDesk {
    let desk = try RoundDesk(
      (1...count).map { RoundDesk.task("T.\($0)", "chậm nhất 11/3/2024", lead: "Phòng \($0)") }.joined(separator: "\n"),
      units: RoundDesk.units(office: "") + "\n"
        + (1...count).map { "đơn vị a\($0): Phòng \($0)\n  email: a\($0)@so.example\n" }.joined(separator: "\n"))
    let text = peers.configuration(more: "[maildir]\npath = \"\(desk.root)/mail\"\n\(web)")
    desk.configuration = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: text)).0
    desk.credentials = desk.root + "/credentials"
    try Folder.make(desk.root + "/credentials")
    if let key { try put(key, in: desk) }
    return desk
  }

  private static let seed = [UInt8](0..<32)

  private func put(_ key: [UInt8], in desk: RoundDesk) throws {
    try WholeFile.replace(desk.root + "/credentials/link-key", with: Base64.text(key) + "\n", mode: 0o600)
  }

  /// The text and the HTML of a mail.
  private func words(_ mail: [UInt8]) -> [String] {
    var words: [String] = []
    _ = MailMessage.changing(mail) { text in
      words.append(text)
      return text
    }
    return words
  }

  private func token(_ text: String, behind address: String = plain) throws -> String {
    let start = try #require(text.range(of: address + "?k="), "\(text)")
    return String(text[start.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
  }

  private func publicKey(_ desk: RoundDesk) throws -> Ed25519.PublicKey {
    let text = try #require(WholeFile.read(desk.state.linkKey))
    return try #require(Base64.decode(text.trimmingCharacters(in: .newlines)).flatMap { Ed25519.PublicKey($0) })
  }

  @Test("The unit's mail has a token in text and HTML; log and Maildir have none") func signed() throws {
    let peers = try UnrulyPeers()
    let desk = try office(peers)
    #expect(try desk.round().sent == 2)
    let mail = try #require(try peers.arrivals().first)
    let words = words(mail.body)
    #expect(words.count == 2 && mail.to == "a1@so.example")
    let tokens = try words.map { try token($0) }
    #expect(Set(tokens).count == 1)
    let link = try AnswerLink(
      token: tokens[0], duty: "kh/T.1@once", key: try publicKey(desk), now: RoundDesk.at("2024-03-04").seconds)
    // Fourteen days after 4 March, 8:00.
    #expect(link.end == RoundDesk.at("2024-03-18").seconds && link.unit == "a1")
    #expect(link.mailbox == MailboxMark(of: "a1@so.example") && link.answers == Set(AnswerLink.Answer.allCases))
    for kept in [try #require(try desk.log().content(of: 1)).body, Array(try #require(desk.mails().first).utf8)] {
      let words = self.words(kept)
      #expect(words.count == 2)
      for text in words { #expect(text.contains(Self.plain) && !text.contains("?k=")) }
    }
    // Apart from its words it is the same mail.
    #expect(mail.bytes.contains("Message-ID: <\(mail.id)@so.example>"))
  }

  @Test("Each try sends the same bytes, also of a round that was killed between keeping and sending") func tries()
    throws
  {
    let peers = try UnrulyPeers()
    try peers.behave("take-and-drop")
    let desk = try office(peers, 2)
    _ = try desk.round()
    try peers.behave("good")
    _ = try desk.round(at: desk.now.adding(seconds: 3700))
    let arrivals = Dictionary(grouping: try peers.arrivals(), by: \.to)
    #expect(arrivals.count == 2)
    for (_, copies) in arrivals {
      #expect(copies.count == 2 && Set(copies.map(\.bytes)).count == 1)
      #expect(copies.allSatisfy { words($0.body).allSatisfy { $0.contains("?k=") } })
    }
  }

  @Test("Without a key letters hold the plain address, without pages none; a key that is none is said")
  func withoutKey() throws {
    let peers = try UnrulyPeers()
    let none = try office(peers, key: nil)
    #expect(try none.round().linkFault == nil)
    let letter = words(try #require(try peers.arrivals().last).body)
    #expect(letter.allSatisfy { $0.contains(Self.plain) && !$0.contains("?k=") })
    #expect(WholeFile.read(none.state.linkKey) == nil)

    let pageless = try office(peers, web: "")
    _ = try pageless.round()
    #expect(words(try #require(try peers.arrivals().last).body).allSatisfy { !$0.contains("tra-loi") })
    #expect(WholeFile.read(pageless.state.linkKey) == nil)

    let broken = try office(peers, key: [1, 2, 3])
    let report = try broken.round()
    #expect(report.linkFault != nil && report.sent == 2 && report.failures.isEmpty)
    #expect(words(try #require(try peers.arrivals().last).body).allSatisfy { !$0.contains("?k=") })
  }

  @Test(
    "Another key ends the links of the one before; without one the public half goes, but not where none was handed over"
  )
  func rotated() throws {
    let peers = try UnrulyPeers()
    let desk = try office(peers)
    _ = try desk.round()
    let old = try token(words(try #require(try peers.arrivals().first).body)[0])
    try put(Array(1..<33), in: desk)
    _ = try desk.round(at: RoundDesk.at("2024-03-08"))
    let new = try token(words(try #require(try peers.arrivals().last).body)[0])
    let (key, now) = (try publicKey(desk), desk.now.seconds)
    #expect(old != new)
    #expect(throws: LinkFlaw.altered) { try AnswerLink(token: old, duty: "kh/T.1@once", key: key, now: now) }
    _ = try AnswerLink(token: new, duty: "kh/T.1@once", key: key, now: now)
    desk.credentials = nil
    _ = try desk.round(at: RoundDesk.at("2024-03-08", 9))
    #expect(WholeFile.read(desk.state.linkKey) != nil)
    desk.credentials = desk.root + "/nowhere"
    _ = try desk.round(at: RoundDesk.at("2024-03-08", 10))
    #expect(WholeFile.read(desk.state.linkKey) == nil)
  }

  @Test("A mail to an address that is not the unit's any more, a copy and another's letter have no token") func others()
    throws
  {
    let peers = try UnrulyPeers()
    let desk = try office(peers, 2)
    _ = try desk.round()
    let agenda = desk.delivery.agenda(desk.book, at: desk.now, gone: [])
    let key = try LinkKey(credentials: desk.credentials)
    let signer = LinkSigner(key, AnswerAddress(site: "https://nv.example"), agenda, at: desk.now)
    let log = try desk.log()
    let delivery = try #require(try log.deliveries(of: 1).first { !$0.isCopy })
    let mail = try #require(try log.content(of: 1)).body
    let about = try log.notices(of: 1).map(\.subject)
    #expect(signer.signed(mail, delivery, about: about) != mail)
    var moved = delivery
    moved.address = "b@so.example"
    #expect(signer.signed(mail, moved, about: about) == mail)
    // The other unit owes nothing of that, whatever address it has.
    var foreign = delivery
    foreign.recipient = RecipientName(unit: "a2")
    #expect(signer.signed(mail, foreign, about: about) == mail)
    foreign.address = "a2@so.example"
    #expect(signer.signed(mail, foreign, about: about) == mail)
    // Of what the letter is not about no address gets a token.
    #expect(signer.signed(mail, delivery, about: ["o:kh/T.2@once", "p:kh", "o:none"]) == mail)
  }

  @Test("Rounds killed at each look at the clock send every copy of a letter with the same bytes, token and all")
  func killed() throws {
    let peers = try UnrulyPeers()
    for step in 1...40 {
      let folder = try RoundFolder(
        rules: RoundDesk.plan(RoundDesk.task("T.1", "chậm nhất 11/3/2024")),
        configuration: peers.configuration(more: "[web]\naddress = \"https://nv.example\""))
      try Folder.make(folder.root + "/credentials")
      try WholeFile.replace(folder.root + "/credentials/link-key", with: Base64.text(Self.seed), mode: 0o600)
      let before = try peers.arrivals().count
      let start = RoundDesk.at("2024-03-04")
      let first = try folder.round(at: start, "kill-at", step)
      try folder.settle(from: start)
      let copies = try peers.arrivals().dropFirst(before)
      #expect(!copies.isEmpty && Set(copies.map(\.bytes)).count == 1, "killed at \(step)")
      #expect(copies.allSatisfy { words($0.body).allSatisfy { $0.contains(Self.plain + "?k=") } })
      if case .ended = first { return }
    }
    Issue.record("the round was killed each time")
  }
}
