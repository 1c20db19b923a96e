import Foundation
import StateFolder
import TestSupport
import Testing

@testable import Daemon

@Suite("What the daemon does when, on a clock that the test moves")
struct LoopTests {
  @Test("A mark's instant asks for a round when it has come, once for each mark") func instant() throws {
    let desk = try LoopDesk()
    try desk.mark("a", next: desk.clock.seconds + 7200)
    desk.pass(seconds: 7199)
    #expect(try desk.taken() == [])
    desk.pass(seconds: 1)
    #expect(try desk.taken() == [.wake])
    desk.pass(seconds: 86_400)
    #expect(try desk.taken() == [])
    try desk.mark("b", next: desk.clock.seconds + 60)
    desk.pass(seconds: 60)
    #expect(try desk.taken() == [.wake])
  }

  @Test("A round that says “again at once” for ever is asked for every five seconds") func again() throws {
    let desk = try LoopDesk()
    var asked = 0
    for second in 0...60 {
      try desk.mark("\(second)", next: desk.clock.seconds - 1)
      desk.pass(milliseconds: 0)
      asked += try desk.taken().count
      desk.pass(seconds: 1)
    }
    // At 0, 5, … 60 seconds.
    #expect(asked == 13)
  }

  @Test("Rules are read when the folder was left alone for the quiet time, which each change begins anew")
  func quiet() throws {
    let desk = try LoopDesk(quiet: 30)
    try desk.folders.write(DaemonDesk.plan(), to: "rules/nam-2024/plan.rules")
    desk.pass(seconds: 29)
    try desk.folders.write(DaemonDesk.plan(2), to: "rules/nam-2024/plan.rules")
    desk.pass(milliseconds: 29_999)
    #expect(try desk.taken() == [])
    desk.pass(milliseconds: 1)
    #expect(try desk.taken() == [.promote])
    // The same rules are asked for once.
    desk.pass(seconds: 86_400)
    #expect(try desk.taken() == [])
  }

  @Test("The rule folder may come into being later, and come and go") func folderAppears() throws {
    let desk = try LoopDesk(quiet: 30)
    try Folder.remove(desk.folders.rules)
    try desk.folders.write(DaemonDesk.plan(), to: "other/plan.rules")
    desk.pass(seconds: 60)
    #expect(rename(desk.folders.root + "/other", desk.folders.rules) == 0)
    desk.pass(seconds: 30)
    #expect(try desk.taken() == [.promote])
  }

  @Test("The configuration is taken a second after it was last written") func configuration() throws {
    let desk = try LoopDesk()
    try desk.folders.write("language = \"en\"\n", to: "nhacviec.toml")
    desk.pass(milliseconds: 999)
    #expect(desk.daemon.settings.language == .vi)
    desk.pass(milliseconds: 1)
    #expect(desk.daemon.settings.language == .en)
  }

  @Test("What only a start takes is said to wait for one, until it is as it was") func waits() throws {
    let desk = try LoopDesk()
    try desk.folders.write("[office]\ntime-zone = \"Asia/Bangkok\"\n", to: "nhacviec.toml")
    desk.pass(seconds: 1)
    #expect(desk.daemon.line(.vi) == "chưa có quy tắc; múi giờ mới chờ khởi động lại dịch vụ")
    try desk.folders.write("", to: "nhacviec.toml")
    desk.pass(seconds: 1)
    #expect(desk.daemon.line(.vi) == "chưa có quy tắc")
  }

  @Test("While there is trouble everything is looked at after one second, two, four, at last every minute")
  func retries() throws {
    let desk = try LoopDesk()
    try Folder.remove(desk.folders.state.spool)
    try WholeFile.replace(desk.folders.state.spool, with: "no folder")
    desk.pass(seconds: 10)
    desk.daemon.ask(.fact, .wake)
    #expect(desk.daemon.shared.value.troubles.keys.map { $0 } == [.spool])
    var waits: [Int32] = []
    for _ in 1...9 {
      waits.append(desk.daemon.deadlines.timeout)
      desk.pass(milliseconds: Int(desk.daemon.deadlines.timeout))
    }
    #expect(waits == [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
    unlink(desk.folders.state.spool)
    try Folder.make(desk.folders.state.spool)
    desk.pass(seconds: 60)
    #expect(desk.daemon.shared.value.troubles.isEmpty)
    #expect(try desk.taken() == [.wake])
    #expect(desk.daemon.deadlines.timeout == -1)
  }

  @Test("The whole state is moved away for a day and comes back; no empty folder stands in its way meanwhile")
  func movedState() throws {
    let desk = try LoopDesk()
    let (state, away) = (desk.folders.state.path, desk.folders.root + "/away")
    #expect(rename(state, away) == 0)
    desk.pass(seconds: 86_400)
    #expect(!Folder.isThere(state))
    #expect(rename(away, state) == 0)
    desk.pass(seconds: 60)
    try desk.mark("a", next: desk.clock.seconds - 1)
    desk.pass(milliseconds: 0)
    #expect(try desk.taken() == [.wake])
    #expect(desk.daemon.shared.value.troubles.isEmpty)
  }

  @Test("A round that cannot be started is tried again every minute") func brokenRound() throws {
    let desk = try LoopDesk(round: ["/nonexistent/nhacviec"])
    #expect(desk.daemon.shared.value.troubles.keys.map { $0 } == [.round])
    for _ in 1...3 {
      #expect(desk.daemon.deadlines.timeout == 60_000)
      desk.pass(seconds: 60)
    }
  }
}
