import AnswerLinks
import Hashing
import Testing

@Suite("Links of letters")
struct AnswerLinkTests {
  private static let duty = "kh/I.1@2024-Q3/a"
  private static let slot: Int64 = 1_727_053_200
  private let key: Ed25519.PrivateKey
  private let known: Ed25519.PublicKey
  private let link: AnswerLink
  private let token: String

  init() throws {
    key = try #require(Ed25519.PrivateKey(Array(0..<32)))
    known = try #require(key.publicKey)
    link = AnswerLink(
      duty: Self.duty, unit: "a", mailbox: try #require(MailboxMark(of: "a@so.example")),
      answers: [.report, .askTime], end: Self.slot + AnswerLink.lifetime)
    token = try #require(link.token(signedBy: key))
  }

  private func read(_ token: String, duty: String = duty, at now: Int64 = slot) throws(LinkFlaw) -> AnswerLink {
    try AnswerLink(token: token, duty: duty, key: known, now: now)
  }

  @Test("What is signed is read back, and the same link is the same text each time") func same() throws {
    #expect(try read(token) == link)
    #expect(link.token(signedBy: key) == token)
    // 6 + 8 + 1 + 64 bytes; four letters for three of them.
    #expect(token.count == 106 && token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
  }

  @Test("It ends fourteen days after its letter was due to go out") func end() throws {
    #expect(try read(token, at: 1_728_262_799) == link)
    #expect(throws: LinkFlaw.expired) { try read(token, at: 1_728_262_800) }
  }

  @Test("Whatever is changed, it is no link any more") func altered() throws {
    let letters = Array(token)
    for place in letters.indices {
      // The last letter has four bits that nobody reads.
      if place == letters.count - 1 { continue }
      var changed = letters
      changed[place] = changed[place] == "A" ? "B" : "A"
      #expect(throws: LinkFlaw.altered) { try read(String(changed)) }
    }
    for wrong in [
      "", "x", String(token.dropLast(2)), token + "AA", String(token.dropFirst(4)), token + "=", "%00", "é",
    ] {
      #expect(throws: LinkFlaw.altered) { try read(wrong) }
    }
    #expect(throws: LinkFlaw.altered) { try read(String(repeating: "A", count: 100_000)) }
    // It says of no other duty, whose owner or period is another.
    for duty in ["kh/I.1@2024-Q3/b", "kh/I.1@2024-Q4/a", "kh/I.1@2024-Q3", ""] {
      #expect(throws: LinkFlaw.altered) { try read(token, duty: duty) }
    }
  }

  @Test("Another key's links are none, also for the same words") func otherKey() throws {
    let other = try #require(Ed25519.PrivateKey(Array(1..<33)))
    #expect(throws: LinkFlaw.altered) { try read(try #require(link.token(signedBy: other))) }
  }

  @Test("What does not fit is not written") func unwritten() throws {
    let mailbox = try #require(MailboxMark(of: "a@so.example"))
    for (unit, end) in [("", Int64(1)), (String(repeating: "x", count: 513), 1), ("a", -1), ("a", 1 << 32)] {
      #expect(AnswerLink(duty: "d", unit: unit, mailbox: mailbox, end: end).token(signedBy: key) == nil)
    }
  }

  @Test("A mark tells mailboxes apart") func mailboxes() {
    #expect(MailboxMark(of: "a@so.example") == MailboxMark(of: "a@so.example"))
    #expect(MailboxMark(of: "a@so.example") != MailboxMark(of: "b@so.example"))
  }
}

@Suite("Addresses of links")
struct AnswerAddressTests {
  private let address = AnswerAddress(site: "https://nv.example")

  @Test("Ids stand in addresses with their slashes alone") func plain() {
    #expect(address.plain("kh/I.1@2024-Q3/a", inEnglish: false) == "https://nv.example/tra-loi/kh/I.1%402024-Q3/a")
    #expect(address.plain("kh/I.1:x@once", inEnglish: true) == "https://nv.example/en/tra-loi/kh/I.1%3Ax%40once")
  }

  @Test("Tokens stand behind whole addresses of their duties alone") func tokens() {
    let tokens = ["kh/I.1@once": "T1", "kh/I.10@once": "T2"]
    for (text, wanted) in [
      ("Tại: https://nv.example/tra-loi/kh/I.1%40once\n", "Tại: https://nv.example/tra-loi/kh/I.1%40once?k=T1\n"),
      (
        "<a href=\"https://nv.example/en/tra-loi/kh/I.10%40once\">",
        "<a href=\"https://nv.example/en/tra-loi/kh/I.10%40once?k=T2\">"
      ),
      ("https://nv.example/tra-loi/kh/I.1%40once.", "https://nv.example/tra-loi/kh/I.1%40once?k=T1."),
      (
        "https://nv.example/tra-loi/kh/I.1%40once, https://nv.example/",
        "https://nv.example/tra-loi/kh/I.1%40once, https://nv.example/"
      ),
      ("https://nv.example/tra-loi/kh/I.1%40once/b", "https://nv.example/tra-loi/kh/I.1%40once/b"),
      ("https://nv.example/tra-loi/kh/I.1%40once?k=x", "https://nv.example/tra-loi/kh/I.1%40once?k=x"),
      ("https://nv.example/tra-loi/kh/I.2%40once", "https://nv.example/tra-loi/kh/I.2%40once"),
      (
        "https://nv.example.evil.example/tra-loi/kh/I.1%40once", "https://nv.example.evil.example/tra-loi/kh/I.1%40once"
      ),
      ("không có gì", "không có gì"), ("", ""),
    ] {
      #expect(address.adding(tokens, to: text) == wanted)
    }
  }
}
