import Foundation
import TestSupport
import Testing

/// A program of Tests/ChannelsTests/peers, running on loopback as long as this value lives.
final class Peer {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var pending = Data()
  private(set) var port = 0

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  static let folder = repository.appendingPathComponent("Tests/ChannelsTests/peers")

  /// The interpreter of the environment that tools/setup makes.
  static func python() throws -> URL {
    let python = repository.appendingPathComponent(".venv-tests/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw Missing(
        description:
          "\(python.path) is missing: run tools/setup, which installs aiosmtpd and standardwebhooks"
      )
    }
    return python
  }

  /// Started, and listening once it said `ready PORT`.
  ///
  /// - Parameter wrapper: a command that starts what stands behind it.
  init(_ program: String, _ arguments: [String] = [], in wrapper: [String] = ["/usr/bin/env"]) throws {
    process.executableURL = URL(fileURLWithPath: wrapper[0])
    let command = [try Self.python().path, Self.folder.appendingPathComponent(program).path]
    process.arguments = Array(wrapper.dropFirst()) + command + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let words = try line().split(separator: " ")
    guard words.first == "ready", words.count == 2, let port = Int(words[1]) else {
      throw Missing(description: "\(program): \(words.joined(separator: " ")); run tools/setup")
    }
    self.port = port
  }

  /// A journal of the test's own at the place that libsystemd has for the system's, for the program `journal-writer`.
  static func journal() throws -> Peer {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let writer = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("journal-writer")
    let asUser = getuid() == 0 ? [] : ["--user", "--map-root-user"]
    return try Peer(
      "journal_peer.py", [writer.path],
      in: ["/usr/bin/unshare", "--mount"] + asUser + ["sh", "-c", "mount -t tmpfs tmpfs /run && exec \"$@\"", "sh"])
  }

  deinit {
    try? input.fileHandleForWriting.close()
    guard process.isRunning else { return }
    process.terminate()
    process.waitUntilExit()
  }

  /// What it prints in answer to `command`.
  func ask(_ command: String) throws -> Data {
    try input.fileHandleForWriting.write(contentsOf: Data((command + "\n").utf8))
    return Data(try line().utf8)
  }

  func counts() throws -> Counts { try JSONDecoder().decode(Counts.self, from: ask("count")) }

  struct Counts: Decodable {
    var connections: Int
    var mails: Int?
    var logins: Int?
    var commands: [String]?
    var requests: Int?
  }

  private func line() throws -> String {
    var searched = pending.startIndex
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) {
        let text = String(decoding: pending[..<end], as: UTF8.self)
        pending = Data(pending[(end + 1)...])
        return text
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else {
        throw Missing(description: "the peer ended: \(String(decoding: pending, as: UTF8.self))")
      }
      searched = pending.endIndex
      pending += more
    }
  }

  /// Runs a program to its end with `bytes` as its standard input; its output.
  static func run(_ program: String, _ bytes: [UInt8]) throws -> Data {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    process.executableURL = try python()
    process.arguments = [folder.appendingPathComponent(program).path]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program)")
    return data
  }
}

/// An authority and a certificate for 127.0.0.1 and localhost, made by openssl.
final class Certificate {
  let folder: ScratchFolder
  var authority: String { folder.path + "/cert.pem" }
  var key: String { folder.path + "/key.pem" }

  init(names: String = "DNS:localhost,IP:127.0.0.1") throws {
    folder = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "2",
      "-subj", "/CN=localhost", "-addext", "subjectAltName=\(names)",
      "-keyout", folder.path + "/key.pem", "-out", folder.path + "/cert.pem",
    ]
    process.standardError = FileHandle.nullDevice
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") else {
      throw Peer.Missing(description: "/usr/bin/openssl is missing: run tools/setup")
    }
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// One for all tests of a run: making keys costs more than most tests.
  static let shared = Result { try Certificate() }
}

extension Certificate: @unchecked Sendable {}
