import Foundation
import ServiceStatus
import StateFolder
import Testing

@testable import Daemon

@Suite("Where the daemon listens and whom it tells")
struct ListeningTests {
  @Test(
    "Addresses",
    arguments: [
      ("127.0.0.1:8025", "127.0.0.1:8025"), ("[::1]:80", "[::1]:80"), ("/run/x.sock", "/run/x.sock"),
      ("localhost:80", nil),
      ("127.0.0.1", nil), ("127.0.0.1:65536", nil), ("::1:80", nil), (":80", nil), ("", nil), ("x.sock", nil),
    ] as [(String, String?)])
  func addresses(_ text: String, _ expected: String?) { #expect(ListenAddress(text)?.description == expected) }

  @Test("A path that is longer than an address of the system is no address; an abstract name is one")
  func unixAddresses() {
    #expect(UnixAddress("/" + String(repeating: "a", count: 106)) != nil)
    #expect(UnixAddress("/" + String(repeating: "a", count: 107)) == nil)
    #expect(UnixAddress("@nhacviec") != nil)
    #expect(UnixAddress("") == nil)
  }

  @Test("A socket file that somebody listens on is not taken away; one that was left behind is")
  func leftBehind() throws {
    let desk = try DaemonDesk()
    let first = try ListeningSocket.open(.path(desk.state.socket))
    #expect(throws: SystemError(EADDRINUSE, desk.state.socket)) { try ListeningSocket.open(.path(desk.state.socket)) }
    close(first.descriptor)
    close(try ListeningSocket.open(.path(desk.state.socket)).descriptor)
  }

  @Test("An instant that has passed rings at once, one to come does not, and none never")
  func alarm() throws {
    let alarm = try RealtimeAlarm()
    func rings(_ milliseconds: Int32) -> Bool {
      var event = pollfd(fd: alarm.descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&event, 1, milliseconds) == 1
    }
    alarm.set(0)
    #expect(rings(1000))
    #expect(alarm.take() == .instant)
    #expect(alarm.take() == nil)
    alarm.set(Int64(time(nil)) + 3600)
    #expect(!rings(50))
    alarm.set(nil)
    #expect(!rings(50))
  }

  @Test("Watching a tree: files in it, folders that come, its own coming; not what happens beside it")
  func watching() throws {
    let desk = try DaemonDesk()
    let watch = FolderWatch()
    watch.add(root: desk.rules, deeply: true)
    try desk.write("x", to: "beside")
    #expect(watch.take().isEmpty)
    try desk.write("x", to: "rules/a.rules")
    #expect(watch.take().contains { $0.name == "a.rules" && !$0.isStructural })
    try Folder.make(desk.rules + "/new")
    #expect(watch.take().contains { $0.name == "new" && $0.isStructural })
    try Folder.remove(desk.rules)
    #expect(watch.take().contains { $0.isStructural })
    let again = FolderWatch()
    again.add(root: desk.rules + "/deep/er", deeply: true)
    try Folder.make(desk.rules)
    #expect(again.take().contains { $0.name == "rules" && $0.isStructural })
    #expect(again.failure == nil)
  }
}
