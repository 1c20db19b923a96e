import FeedStore
import Foundation
import StateFolder
import TestSupport
import Testing

@testable import Daemon

@Suite("People's requests to the daemon")
struct RequestTests {
  private func answer(_ desk: LoopDesk, _ name: String) -> String? {
    desk.folders.state.answer(to: name, by: .daemon).map { "\($0.exitCode) \($0.words.en)" }
  }

  @Test("The daemon answers, and notes who asked")
  func answers() throws {
    let desk = try LoopDesk()
    let state = desk.folders.state
    let spool = Spool(state.requests(to: .daemon))
    let token = try #require(SecretToken.random())
    let made = try spool.drop(.makeToken(hash: token.hashText, grant: "feed all vi - event -"))
    desk.daemon.turn(within: 1000)
    #expect(answer(desk, made) == "0 Address 1 is made.")
    #expect(spool.isEmpty)
    let store = try TokenStore(state)
    #expect(try store.tokens(.feed).map(\.author) == [LoginName.of(geteuid())])
    #expect(try store.tokens(.feed).map(\.made) == [desk.clock.seconds])
    #expect(try store.feed(token.text, on: day("2024-03-01"))?.subject == .all)
    let list = try spool.drop(.listTokens(.feed))
    let other = try spool.drop(.wake)
    desk.daemon.turn(within: 1000)
    #expect(answer(desk, list)?.contains("everybody") == true)
    #expect(answer(desk, other) == "1 error: this request is not understood")
    // The daemon's requests start no round.
    #expect(try desk.taken().isEmpty)
  }

  @Test("What was asked while it was down is answered at its start, and many requests one after another")
  func many() throws {
    let desk = try LoopDesk()
    let spool = Spool(desk.folders.state.requests(to: .daemon))
    let names = try (0..<20).map { _ in
      try spool.drop(.makeToken(hash: #require(SecretToken.random()).hashText, grant: "feed all vi - event -"))
    }
    desk.daemon.lookAgain()
    desk.pass(seconds: 5)
    #expect(spool.isEmpty)
    #expect(names.compactMap { answer(desk, $0) }.count == 20)
    #expect(try TokenStore(desk.folders.state).tokens(.feed).count == 20)
  }

  @Test("Where its own folder was moved away it makes no other, and says so until it is back")
  func gone() throws {
    let desk = try LoopDesk()
    let state = desk.folders.state
    func ask() throws -> String? {
      let name = try Spool(state.requests(to: .daemon)).drop(.listTokens(.feed))
      desk.daemon.turn(within: 1000)
      return answer(desk, name)
    }
    #expect(try ask()?.hasPrefix("0 ") == true)
    #expect(rename(state.web, desk.folders.root + "/away") == 0)
    #expect(try ask()?.contains("this was here and is lost or empty; put it back") == true)
    #expect(!Folder.isThere(state.web))
    #expect(rename(desk.folders.root + "/away", state.web) == 0)
    #expect(try ask()?.hasPrefix("0 ") == true)
  }

  @Test("Where it cannot write its own folder, it says so and why")
  func closed() throws {
    let desk = try LoopDesk()
    try Data().write(to: URL(fileURLWithPath: desk.folders.state.web))
    let name = try Spool(desk.folders.state.requests(to: .daemon)).drop(.listTokens(.feed))
    desk.daemon.turn(within: 1000)
    #expect(answer(desk, name)?.hasPrefix("1 error: \(desk.folders.state.tokensDatabase): ") == true)
  }
}
