import AnswerLinks
import FeedStore
import Foundation
import Hashing
import StateFolder
import TestSupport
import Testing

@Suite("Sessions of units")
struct SessionStoreTests {
  private let folder: ScratchFolder
  private let store: SessionStore
  private static let now: Int64 = 1_709_254_800
  private let browser: SHA256Digest

  init() throws {
    folder = try ScratchFolder()
    let state = StateFolder(folder.path)
    #expect(!SessionStore.isThere(state))
    store = try SessionStore(state)
    #expect(SessionStore.isThere(state))
    browser = try #require(SHA256.hash([1]))
  }

  /// The link of a letter as it came back, a second longer for each number.
  private func letter(_ number: Int64 = 0) throws -> SignInLink.Opened {
    let key = try #require(Ed25519.PrivateKey([UInt8](0..<32)))
    let link = SignInLink(
      unit: "a", mailbox: try #require(MailboxMark(of: "a@so.example")), browser: browser,
      end: Self.now + 1800 + number)
    let (token, known) = (try #require(link.token(signedBy: key)), try #require(key.publicKey))
    return try SignInLink.open(token, key: known, now: Self.now)
  }

  private func secret(_ number: UInt8) throws -> SHA256Digest { try #require(SHA256.hash([200, number])) }

  @Test("A link makes one session of twelve hours, which ends when it is ended") func once() throws {
    let session = try #require(try store.open(letter(), secret(1), at: Self.now))
    #expect(session.unit == "a" && session.end == Self.now + 43_200)
    #expect(try store.open(letter(), secret(2), at: Self.now + 1) == nil)
    #expect(try store.session(secret(1), at: Self.now + 43_199) == session)
    #expect(try store.session(secret(1), at: Self.now + 43_200) == nil)
    #expect(try store.session(secret(2), at: Self.now) == nil)
    try store.end(secret(1))
    #expect(try store.session(secret(1), at: Self.now) == nil)
  }

  @Test("The code of a link that was opened elsewhere lets in the browser that asked, once; the link then does not")
  func code() throws {
    let code = try letter().code
    #expect(try store.open(code: code, from: browser, secret(1), at: Self.now) == .wrong)
    try store.keep(letter(), at: Self.now)
    #expect(try store.open(code: code, from: secret(9), secret(1), at: Self.now) == .wrong)
    guard case .right(let session) = try store.open(code: code, from: browser, secret(1), at: Self.now) else {
      Issue.record("the code was refused")
      return
    }
    #expect(session.unit == "a")
    #expect(try store.open(code: code, from: browser, secret(2), at: Self.now) == .wrong)
    #expect(try store.open(letter(), secret(2), at: Self.now) == nil)
  }

  @Test("Five wrong codes are the most, also over several letters; the end of the letters ends the codes") func tries()
    throws
  {
    let codes = try [letter(0).code, letter(1).code]
    #expect(Set(codes + ["00000000"]).count == 3)
    try store.keep(letter(0), at: Self.now)
    for _ in 0..<3 { #expect(try store.open(code: "00000000", from: browser, secret(1), at: Self.now) == .wrong) }
    try store.keep(letter(1), at: Self.now)
    for _ in 0..<2 { #expect(try store.open(code: "00000000", from: browser, secret(1), at: Self.now) == .wrong) }
    for code in codes {
      #expect(try store.open(code: code, from: browser, secret(1), at: Self.now) == .exhausted)
    }
    // Opening it again gives no further tries.
    try store.keep(letter(0), at: Self.now)
    #expect(try store.open(code: codes[0], from: browser, secret(1), at: Self.now) == .exhausted)
    #expect(try store.open(code: codes[0], from: browser, secret(1), at: Self.now + 1801) == .wrong)
  }
}
