import Foundation
import HTTPMessages
import StateFolder
import TestSupport
import Testing

@testable import Daemon

/// The daemon with a socket of each kind, as systemd hands them over.
final class ThreeSockets {
  let desk: DaemonDesk
  let port: UInt16
  let proxy: String

  /// What the tests tell apart of an answer.
  struct Answer {
    var text: String
    var status: Int { Int(text.dropFirst(9).prefix(3)) ?? 0 }
    var head: String { text.components(separatedBy: "\r\n\r\n")[0] }
    var body: String { text.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n") }

    func value(of name: String) -> String? {
      head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
        .map { String($0.dropFirst(name.count + 2)) }
    }
  }

  init(_ ruleFiles: [String: String] = ["plan.rules": DaemonDesk.plan()], configuration: String = "") throws {
    desk = try DaemonDesk(ruleFiles)
    if !configuration.isEmpty {
      let file = desk.root + "/nhacviec.toml"
      try desk.write(String(contentsOfFile: file, encoding: .utf8) + configuration, to: "nhacviec.toml")
    }
    proxy = desk.root + "/proxy.sock"
    try desk.promote()
    try desk.mark { $0.revision = 1 }
    let loopback = try ListeningSocket.open(.internet(host: "127.0.0.1", port: 0))
    port = DaemonTests.port(of: loopback)
    try desk.start([loopback, ListeningSocket.open(.path(proxy), isProxy: true)])
  }

  func client(_ kind: HTTPRequest.Socket) throws -> Client {
    switch kind {
    case .group: try Client(desk.state.socket)
    case .loopback: try Client(port: port)
    case .proxy: try Client(proxy)
    }
  }

  /// Asks once.
  /// - Parameter fields: lines without their ends, the host's too.
  func ask(_ kind: HTTPRequest.Socket, _ target: String, _ fields: [String], method: String = "GET") throws -> Answer {
    let lines = ["\(method) \(target) HTTP/1.1"] + fields + ["Connection: close", "", ""]
    return try Answer(text: client(kind).answers(to: lines.joined(separator: "\r\n")))
  }

  /// Runs `nhacviec` on the daemon's state folder.
  func command(_ arguments: String...) throws -> String {
    let place = ["--state", desk.state.path, "--config", desk.root + "/nhacviec.toml"]
    let (code, output, errors) = try run(
      "nhacviec", arguments + place,
      environment: ["NHACVIEC_SHARE": desk.root + "/share", "NHACVIEC_RULES": desk.rules])
    #expect(code == 0, "\(arguments): \(output)\(errors)")
    return output
  }
}
