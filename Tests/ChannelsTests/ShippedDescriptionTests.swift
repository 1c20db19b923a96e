import Addresses
import Diagnostics
import Foundation
import Settings
import TestSupport
import Testing

@testable import Channels

/// The descriptions of config/channels, with the stand-in in the place of each server.
@Suite("Shipped descriptions of channels")
struct ShippedDescriptionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var file: String
    /// An address that the server knows, and one that it does not.
    var address: String
    var stranger: String
    /// What becomes of a message to the stranger, and of one with a wrong secret.
    var strange: String
    var forbidden: String
    /// Where the text and the id stand in what is posted; the id may have no place.
    var text: [String]
    var id: [String]?
    /// Whether the subject is sent in the place of the text.
    var isShort = false
    var testDescription: String { file }
  }

  static let cases = [
    Case(
      file: "telegram", address: "-1001234567890", stranger: "nobody", strange: "never message-refused 400",
      forbidden: "never login-required 401", text: ["text"]),
    Case(
      file: "ntfy", address: "nhacviec-van-phong", stranger: "no such topic", strange: "never message-refused 400",
      forbidden: "never login-required 401", text: ["message"]),
    Case(
      file: "mattermost", address: "4xp9fdt77pncbef59f4k1qe83o", stranger: "town-square",
      strange: "never login-required 403", forbidden: "never login-required 401", text: ["message"],
      id: ["props", "nhacviec_id"]),
    Case(
      file: "slack", address: "C0123456789", stranger: "general", strange: "later message-refused",
      forbidden: "later message-refused", text: ["text"], id: ["metadata", "event_payload", "id"]),
    // The stand-in knows every group.
    Case(
      file: "zalo-nhom", address: "f414c8f76fa586fbdfb4", stranger: "busy", strange: "later message-refused",
      forbidden: "later message-refused", text: ["message", "text"]),
    Case(
      file: "zbs", address: "84901234567", stranger: "0901234567", strange: "later message-refused",
      forbidden: "later message-refused", text: ["template_data", "noi_dung"], id: ["tracking_id"], isShort: true),
    Case(
      file: "sms", address: "0901234567", stranger: "+84901234567", strange: "later message-refused",
      forbidden: "later message-refused", text: ["Content"], id: ["RequestId"], isShort: true),
  ]

  static let secret = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
  static let wrong = "s3cr\"et\\ü/+ &?"
  static let now = 1_735_000_000
  static let text = "Quá hạn 2 việc: “I.5” \"kín\"\n\t\\ {{secret}} {{text}} {{không}}\r\nX-Header: 1 &amp; %41 </b> 日本"

  /// The channels of a description that asks `server` instead, with a secret.
  static func channels(
    _ file: String, at server: Peer, secret: String, in folder: ScratchFolder, change: (String) -> String = { $0 }
  ) throws -> ChannelSet {
    let certificate = try Certificate.shared.get()
    let shipped = try TestSupport.text(of: "config/channels/\(file).toml")
    let host = try #require(shipped.firstMatch(of: /address = "https:\/\/([^\/]+)/)).output.1
    let name = try #require(shipped.firstMatch(of: /secret-credential = "(.+)"/)).output.1
    try folder.write(Array(secret.utf8), to: String(name))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: "\(folder.path)/\(name)")
    let own = change(shipped.replacing(host, with: "localhost:\(server.port)"))
    let text = own + "\nallowed-networks = [\"127.0.0.1\"]\nca-file = \"\(certificate.authority)\"\n"
    let (configuration, problems) = ConfigurationReader.read(SourceText(name: file, text: text))
    #expect(problems.isEmpty, "\(problems.map(\.words.en))")
    return ChannelSet(configuration.values, credentials: folder.path)
  }

  static func stored(_ channels: ChannelSet, _ channel: Channel, text: String = text) throws -> StoredNotification {
    let notification = FinishedNotification(
      id: String(repeating: "0f", count: 16), slot: now, zoneOffset: 420, recipient: "Văn phòng \"Sở\"", address: "x",
      focalPoint: nil, subject: "Quá hạn 2 việc \"a\" {{secret}}", text: "mail", html: "<p>", chat: text, json: [],
      calendar: nil)
    let rendered = try #require(channels[channel]).render(notification)
    return StoredNotification(
      id: notification.id, slot: now, returnPath: nil, body: rendered.body, entries: [])
  }

  static func outcome(_ outcome: SendingOutcome) -> String {
    switch outcome {
    case .tried(let outcome): outcome.kindAndCode
    case .notSetUp(let words, _): "not set up: \(words.en)"
    case .forbidden(let words): "forbidden: \(words.en)"
    }
  }

  private static func server() throws -> Peer {
    let certificate = try Certificate.shared.get()
    return try Peer("chat_apis.py", ["--secret", secret, "--cert", certificate.authority, "--key", certificate.key])
  }

  @Test("The server takes what is posted, and the words come whole", arguments: cases)
  func taken(_ example: Case) throws {
    let (server, folder) = (try Self.server(), try ScratchFolder())
    let channel = Channel(rawValue: example.file)
    var channels = try Self.channels(example.file, at: server, secret: Self.secret, in: folder)
    let message = try Self.stored(channels, channel)
    #expect(!String(decoding: message.body, as: UTF8.self).contains(Self.secret))
    for _ in 1...2 {
      // Also a second time: it may be that the first answer was lost.
      let found = channels.send(message, to: example.address, by: channel, at: Self.now)
      #expect(Self.outcome(found) == "delivered")
    }
    let requests = try server.requests()
    #expect(requests.count == 2 && requests[0].body == requests[1].body)
    let request = try #require(requests.first)
    #expect((request.path + request.body + "\(request.headers)").contains(Self.secret))
    let posted = try JSONSerialization.jsonObject(with: Data(request.body.utf8))
    func value(_ path: [String]) -> String? {
      path.reduce(posted as Any?) { ($0 as? [String: Any])?[$1] } as? String
    }
    #expect(value(example.text) == (example.isShort ? "Quá hạn 2 việc \"a\" {{secret}}" : Self.text))
    if let id = example.id { #expect(value(id) == message.id) }
    #expect(request.headers["expect"] == nil)
  }

  @Test("Who is not known there, and a wrong secret; the secret and the address are in no words", arguments: cases)
  func refused(_ example: Case) throws {
    let (server, folder) = (try Self.server(), try ScratchFolder())
    let channel = Channel(rawValue: example.file)
    var channels = try Self.channels(example.file, at: server, secret: Self.secret, in: folder)
    let message = try Self.stored(channels, channel)
    let strange = channels.send(message, to: example.stranger, by: channel, at: Self.now)
    #expect(Self.outcome(strange) == example.strange)
    var other = try Self.channels(example.file, at: server, secret: Self.wrong, in: folder)
    let forbidden = other.send(message, to: example.address, by: channel, at: Self.now)
    #expect(Self.outcome(forbidden) == example.forbidden)
    for outcome in [strange, forbidden] {
      guard case .tried(let tried) = outcome, let problem = tried.problem else { continue }
      let words = problem.words.vi + problem.words.en + problem.said
      #expect(!words.contains("s3cr") && !words.contains(Self.secret) && !words.contains(example.stranger))
      #expect(words.contains("localhost") && !problem.said.isEmpty, "\(words)")
    }
  }

  @Test("A server that asks for time gets it", arguments: ["telegram", "ntfy", "mattermost", "slack"])
  func busy(_ file: String) throws {
    let (server, folder) = (try Self.server(), try ScratchFolder())
    var channels = try Self.channels(file, at: server, secret: Self.secret, in: folder)
    let channel = Channel(rawValue: file)
    let message = try Self.stored(channels, channel)
    guard case .tried(.later(let problem, let time)) = channels.send(message, to: "busy", by: channel, at: Self.now)
    else {
      Issue.record("\(file)")
      return
    }
    #expect(problem.kind == .serverBusy && problem.code == 429 && time == Self.now + 30)
  }

  @Test("An answer of success that says no keeps the message back for an hour") func saysNo() throws {
    let (server, folder) = (try Self.server(), try ScratchFolder())
    var channels = try Self.channels("zalo-nhom", at: server, secret: Self.secret, in: folder)
    let channel = Channel(rawValue: "zalo-nhom")
    let message = try Self.stored(channels, channel)
    guard case .tried(.later(let problem, let time)) = channels.send(message, to: "busy", by: channel, at: Self.now)
    else {
      Issue.record("it was taken")
      return
    }
    #expect(time == Self.now + 3600 && problem.concern == .next)
    #expect(problem.words.en.contains("Your application reached limit call api"))
  }

  @Test("Long texts are cut to what the server takes") func long() throws {
    let (server, folder) = (try Self.server(), try ScratchFolder())
    let lines = (1...2000).map { "Việc \($0): “nộp báo cáo”, quá hạn" }.joined(separator: "\n")
    for example in Self.cases where !example.isShort {
      var channels = try Self.channels(example.file, at: server, secret: Self.secret, in: folder)
      let channel = Channel(rawValue: example.file)
      let message = try Self.stored(channels, channel, text: lines)
      let found = channels.send(message, to: example.address, by: channel, at: Self.now)
      #expect(Self.outcome(found) == "delivered", "\(example.file)")
    }
  }
}
