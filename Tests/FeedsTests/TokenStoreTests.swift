import CivilCalendar
import FeedStore
import Feeds
import Foundation
import Hashing
import Presentation
import Reminders
import StateFolder
import TestSupport
import Testing

@Suite("Tokens")
struct TokenStoreTests {
  private let folder: ScratchFolder
  private let state: StateFolder
  private let desk: TokenDesk
  private let store: TokenStore
  /// 1 March 2024, 08:00 in Việt Nam.
  private let now = Instant(seconds: 1_709_254_800)

  init() throws {
    folder = try ScratchFolder()
    state = StateFolder(folder.path)
    desk = try TokenDesk(state)
    store = try TokenStore(state)
  }

  private func make(_ grant: TokenGrant, by author: String = "pnv") throws -> SecretToken {
    let token = try #require(SecretToken.random())
    let answer = try desk.answer(.makeToken(hash: token.hashText, grant: grant.text), by: author, at: now)
    #expect(answer.exitCode == 0)
    return token
  }

  private func ask(_ request: SpoolRequest, at now: Instant? = nil) throws -> SpoolAnswer {
    try desk.answer(request, by: "lan", at: now ?? self.now)
  }

  @Test("An address shows what it was made for until it is revoked") func feed() throws {
    let scope = FeedScope(.unit("a"), .en, alarmDays: 3, isTodo: true)
    let token = try make(.feed(scope))
    #expect(try store.feed(token.text, on: day("2024-03-05")) == scope)
    #expect(try store.program(token.text, on: day("2024-03-05")) == nil)
    #expect(try store.tokens(.feed).map(\.used) == [day("2024-03-05")])
    #expect(
      try ask(.listTokens(.feed)).words.vi.split(separator: "\n").map(String.init) == [
        "Số  Lịch của  Dạng                                Người lập  Ngày lập    Dùng gần nhất  Tình trạng",
        " 1  đơn vị a  en, việc cần làm, báo trước 3 ngày  pnv        01/03/2024  05/03/2024     đang dùng",
      ])
    #expect(try ask(.revokeToken(.program, number: 1)).exitCode == 1)
    #expect(try ask(.revokeToken(.feed, number: 1)).exitCode == 0)
    #expect(try ask(.revokeToken(.feed, number: 1)).exitCode == 1)
    #expect(try store.feed(token.text, on: day("2024-03-06")) == nil)
    #expect(try ask(.listTokens(.feed)).words.en.contains("revoked 1 March 2024 (lan)"))
  }

  @Test("A program's token ends after its last day") func program() throws {
    let token = try make(.program(name: "Bảng điện tử", rights: [.read], until: day("2024-06-30")))
    #expect(try store.program(token.text, on: day("2024-06-30"))?.name == "Bảng điện tử")
    #expect(try store.program(token.text, on: day("2024-06-30"))?.rights == [.read])
    #expect(try store.program(token.text, on: day("2024-07-01")) == nil)
    #expect(try store.feed(token.text, on: day("2024-06-30")) == nil)
    #expect(try ask(.listTokens(.program)).words.vi.contains("đến hết 30/06/2024"))
    // 1 July 2024, 00:00 in Việt Nam.
    #expect(try ask(.listTokens(.program), at: Instant(seconds: 1_719_766_800)).words.vi.contains("hết hạn 30/06/2024"))
    #expect(try ask(.listTokens(.feed)).words.en == "There are no addresses yet.")
  }

  @Test("Tokens have 160 bits, and only their hashes are kept") func secrecy() throws {
    let tokens = try (0..<20).map { _ in try make(.feed(FeedScope(.all, .vi))) }
    #expect(Set(tokens.map(\.text)).count == 20)
    #expect(tokens.allSatisfy { $0.text.utf8.count == 40 })
    for name in try FileManager.default.contentsOfDirectory(atPath: state.web) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(state.web)/\(name)"))
      for token in tokens { #expect(bytes.range(of: Data(token.text.utf8)) == nil) }
    }
    // The hash opens nothing.
    #expect(try store.feed(tokens[0].hashText, on: day("2024-03-05")) == nil)
    #expect(try store.feed(String(tokens[0].hashText.prefix(40)), on: day("2024-03-05")) == nil)
  }

  @Test(
    "What strangers send as a token is none",
    arguments: ["", "'", String(repeating: "a", count: 40), String(repeating: "A", count: 40), "\u{0}", "%"])
  func strangers(token: String) throws {
    _ = try make(.feed(FeedScope(.all, .vi)))
    #expect(try store.feed(token, on: day("2024-03-05")) == nil)
  }

  @Test(
    "A grant is read back from its line",
    arguments: [
      TokenGrant.feed(FeedScope(.all, .vi)), .feed(FeedScope(.unit("phong-a"), .en, alarmDays: 0)),
      .feed(FeedScope(.plan("kh-2024"), .vi, isTodo: true)),
      .feed(FeedScope(.person("Trần Văn  An"), .vi, alarmDays: 60)),
      .program(name: "Bảng điện tử của Sở", rights: [.read], until: day("2024-06-30")),
    ])
  func grants(grant: TokenGrant) throws {
    #expect(TokenGrant(text: grant.text) == grant)
    let request = SpoolRequest.makeToken(hash: String(repeating: "0", count: 64), grant: grant.text)
    #expect(SpoolRequest(text: request.text + "\n") == request)
  }

  @Test(
    "What is no grant is refused",
    arguments: [
      "feed", "feed unit vi 3 event", "feed unit xx 3 event a", "feed unit vi 61 event a", "feed unit vi 3 mail a",
      "feed town vi 3 event a", "program write 2024-06-30 a", "program read 2024-06-31 a", "program  2024-06-30 a",
      "mail a b c",
      "program read 2024-06-30 a\u{1}", "program read 2024-06-30  ", "program read 2024-06-30 a ",
      "program read 2024-06-30 \(String(repeating: "a", count: 201))",
    ])
  func badGrants(text: String) throws {
    #expect(TokenGrant(text: text) == nil)
    let hash = try #require(SecretToken.random()).hashText
    #expect(try ask(.makeToken(hash: hash, grant: text)).exitCode == 1)
    #expect(try store.tokens(.feed) == [] && store.tokens(.program) == [])
  }

  @Test("Requests that are the round's are none of the daemon's") func foreign() throws {
    #expect(try ask(.wake).exitCode == 1 && ask(.promote).exitCode == 1)
    #expect(try ask(.makeToken(hash: "0", grant: "feed all vi - event -")).exitCode == 1)
  }
}
