import AnswerLinks
import Hashing
import Testing

@Suite("Links of letters for signing in")
struct SignInLinkTests {
  private static let now: Int64 = 1_727_053_500
  private let key: Ed25519.PrivateKey
  private let known: Ed25519.PublicKey
  private let link: SignInLink
  private let token: String

  init() throws {
    key = try #require(Ed25519.PrivateKey(Array(0..<32)))
    known = try #require(key.publicKey)
    link = SignInLink(
      unit: "a", mailbox: try #require(MailboxMark(of: "a@so.example")), browser: try #require(SHA256.hash([1])),
      end: Self.now + SignInLink.lifetime)
    token = try #require(link.token(signedBy: key))
  }

  private func open(_ token: String, at now: Int64 = now) throws(LinkFlaw) -> SignInLink.Opened {
    try SignInLink.open(token, key: known, now: now)
  }

  @Test("What is signed is read back, with a code of eight digits that only the link has") func same() throws {
    let opened = try open(token)
    #expect(opened.link == link && opened.code.count == 8 && opened.code.allSatisfy { $0.isASCII && $0.isNumber })
    // 1 + 4 + 8 + 32 + 1 + 64 bytes; four letters for three of them.
    #expect(token.count == 147)
    let other = SignInLink(unit: "a", mailbox: link.mailbox, browser: try #require(SHA256.hash([2])), end: link.end)
    let text = try #require(other.token(signedBy: key))
    let second = try open(text)
    #expect(second.code != opened.code && second.mark != opened.mark)
  }

  @Test("It ends after thirty minutes") func end() throws {
    #expect(try open(token, at: Self.now + 1799).link == link)
    #expect(throws: LinkFlaw.expired) { try open(token, at: Self.now + 1800) }
  }

  @Test("Whatever is changed, and under another key, it is no link any more") func altered() throws {
    var letters = Array(token)
    for place in letters.indices.dropLast() {
      let before = letters[place]
      letters[place] = before == "A" ? "B" : "A"
      #expect(throws: LinkFlaw.altered) { try open(String(letters)) }
      letters[place] = before
    }
    for wrong in ["", "x", String(token.dropLast(2)), token + "AA", token + "=", String(repeating: "A", count: 9999)] {
      #expect(throws: LinkFlaw.altered) { try open(wrong) }
    }
    let other = try #require(Ed25519.PrivateKey(Array(1..<33)))
    let foreign = try #require(link.token(signedBy: other))
    #expect(throws: LinkFlaw.altered) { try open(foreign) }
  }

  @Test("Neither kind of link is taken for the other, whatever its bytes are") func kinds() throws {
    #expect(throws: LinkFlaw.altered) {
      try AnswerLink(token: token, duty: "", key: known, now: Self.now)
    }
    let answer = AnswerLink(
      duty: "kh/I.1@once", unit: String(repeating: "a", count: 60), mailbox: link.mailbox, end: link.end)
    let text = try #require(answer.token(signedBy: key))
    #expect(throws: LinkFlaw.altered) { try open(text) }
  }
}
