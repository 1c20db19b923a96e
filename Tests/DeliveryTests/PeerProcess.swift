import Foundation
import TestSupport
import Testing

/// A server written in Python, on loopback as long as this value lives.
final class PeerProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var pending = Data()
  private(set) var ports: [Int] = []
  var port: Int { ports.first ?? 0 }

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameter program: its path in Tests. It prints `ready PORT…` once it listens.
  init(_ program: String, _ arguments: [String] = []) throws {
    let python = repository.path + "/.venv-tests/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Missing(description: "\(python) is missing: run tools/setup")
    }
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [repository.path + "/Tests/" + program] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let words = try line().split(separator: " ")
    ports = words.dropFirst().compactMap { Int($0) }
    guard words.first == "ready", ports.count == words.count - 1 else {
      throw Missing(description: "\(program): \(words.joined(separator: " ")); run tools/setup")
    }
  }

  deinit {
    try? input.fileHandleForWriting.close()
    if process.isRunning {
      process.terminate()
      process.waitUntilExit()
    }
  }

  /// The line that it prints in answer to `command`.
  func ask(_ command: String) throws -> Data {
    try input.fileHandleForWriting.write(contentsOf: Data((command + "\n").utf8))
    return Data(try line().utf8)
  }

  private func line() throws -> String {
    while true {
      if let end = pending.firstIndex(of: 0x0A) {
        let text = String(decoding: pending[..<end], as: UTF8.self)
        pending = Data(pending[(end + 1)...])
        return text
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Missing(description: "the peer ended") }
      pending += more
    }
  }
}

/// A message as a peer received it whole.
struct Arrival: Decodable {
  var channel: String
  /// Message-ID without its domain, or webhook-id.
  var id: String
  /// The mailbox, or the path of the web address.
  var to: String
  /// Latin-1: each byte is a character.
  var bytes: String
  /// Whether the sender was told that it arrived.
  var isAnswered: Bool

  var body: [UInt8] { bytes.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
}

/// The two servers of peers/unruly.py.
final class UnrulyPeers {
  let process: PeerProcess
  private let certificate: Certificate
  var mailPort: Int { process.ports[0] }
  var webPort: Int { process.ports[1] }
  private var seen: [Arrival] = []

  init(seed: Int = 1) throws {
    certificate = try Certificate.shared.get()
    process = try PeerProcess("DeliveryTests/peers/unruly.py", ["\(seed)", certificate.path, certificate.key])
    guard process.ports.count == 2 else { throw PeerProcess.Missing(description: "unruly.py: no ports") }
  }

  /// From now on it behaves so; see the program.
  func behave(_ mail: String, web: String = "good") throws { _ = try process.ask("behave \(mail) \(web)") }

  /// From now on it behaves so towards this local part of a mail address, or path of a web address.
  func treat(_ name: String, _ mood: String) throws { _ = try process.ask("treat \(name) \(mood)") }

  /// Everything that arrived so far.
  func arrivals() throws -> [Arrival] {
    seen += try JSONDecoder().decode([Arrival].self, from: process.ask("arrivals"))
    return seen
  }

  /// Connections that were made to the mail server, and requests to the web server.
  func counts() throws -> [Int] { try JSONDecoder().decode([Int].self, from: process.ask("counts")) }

  /// - Parameter seconds: for one mail or post, at least 5; `stall` takes 8.
  func configuration(more: String = "", seconds: Int = 60) -> String {
    """
    [mail]
    server = "127.0.0.1"
    port = \(mailPort)
    starttls = "none"
    from = "nhacviec@so.example"
    allowed-domains = ["so.example"]
    timeout = \(seconds)
    [webhook]
    format = "json"
    allowed-networks = ["127.0.0.0/8"]
    ca-file = "\(certificate.path)"
    timeout = \(seconds)
    \(more)
    """
  }

  func hook(_ path: String) -> String { "https://127.0.0.1:\(webPort)/\(path)" }
}

/// Units a1 … aN that all owe something on 11 March, which is said on Monday 4 March.
func desk(_ peers: UnrulyPeers, _ count: Int, hook: Bool = false) throws -> RoundDesk {
  let units = (1...count).map { index in
    "đơn vị a\(index): Phòng \(index)\n  \(hook ? "webhook: \(peers.hook("a\(index)"))" : "email: a\(index)@so.example")\n"
  }
  let tasks = (1...count).map { RoundDesk.task("T.\($0)", "chậm nhất 11/3/2024", lead: "Phòng \($0)") }
  return try RoundDesk(
    tasks.joined(separator: "\n"), units: RoundDesk.units(office: "") + "\n" + units.joined(separator: "\n"),
    configuration: peers.configuration())
}

/// A certificate for 127.0.0.1 that is its own authority, made by openssl, as long as this value lives.
final class Certificate: Sendable {
  private let folder: ScratchFolder
  var path: String { folder.path + "/cert.pem" }
  var key: String { folder.path + "/key.pem" }

  private init() throws {
    folder = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments =
      ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
      + ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw PeerProcess.Missing(description: "openssl failed") }
  }

  /// One for all tests of a run.
  static let shared = Result { try Certificate() }
}
