import Foundation
import Outbox
import Reminders
import StateFolder
import TestSupport
import Testing

@testable import Delivery

/// Rounds over a channel that the configuration describes.
@Suite("A unit with mail and a chat tool of the configuration")
struct DescribedChannelRoundTests {
  private static let secret = "geheim-4711-xyzzy"
  private let peers: UnrulyPeers
  private let desk: RoundDesk
  private let secrets: ScratchFolder

  init() throws {
    peers = try UnrulyPeers()
    secrets = try ScratchFolder()
    try secrets.write(Array(Self.secret.utf8), to: "chat")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secrets.path + "/chat")
    let chat = """
      [channel.chat]
      address = "\(peers.hook("bot"))?key={{secret}}"
      headers = ["webhook-id: {{id}}", "Authorization: Bearer {{secret}}"]
      body = '{"to": "{{address}}", "text": "{{text}}", "key": "{{secret}}"}'
      secret-file = "\(secrets.path)/chat"
      allowed-networks = ["127.0.0.0/8"]
      ca-file = "\(try Certificate.shared.get().path)"
      """
    desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024", more: "độ mật: Mật"),
      units: RoundDesk.units(a: "email: a@so.example\nkênh chat: nhóm-a"),
      configuration: peers.configuration(more: chat))
  }

  private func chats() throws -> [Arrival] { try peers.arrivals().filter { $0.channel == "webhook" } }

  @Test("Both channels say it once; a copy has the same id and bytes; the secret lies in no file") func said() throws {
    try peers.behave("good", web: "drop-late")
    #expect(try desk.round(at: RoundDesk.at("2024-03-04")).sent == 1)
    try peers.behave("good")
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 8, 10)).sent == 1)
    let chats = try chats()
    #expect(chats.count == 2 && chats[0].id == chats[1].id && chats[0].bytes == chats[1].bytes)
    #expect(chats[0].to == "bot?key=\(Self.secret)")
    let posted = try JSONDecoder().decode([String: String].self, from: Data(chats[0].body))
    #expect(posted["to"] == "nhóm-a" && posted["key"] == Self.secret)
    // Of a classified task id and day.
    let text = try #require(posted["text"])
    #expect(text.contains("kh/T") && !text.contains("@once") && text.contains("11/3/2024") && !text.contains("Việc T"))
    #expect(
      try desk.log().deliveries(in: [.sent]).first { $0.channel.rawValue == "chat" }?.messageID == chats[0].id)
    try look()
  }

  @Test("A refusal is told without the secret, and the chat's server is left alone for itself") func refused() throws {
    try peers.behave("good", web: "500")
    let report = try desk.round(at: RoundDesk.at("2024-03-04"))
    #expect(report.sent == 1 && report.failed == 1)
    let waiting = try desk.log().deliveries(in: [.pending])
    #expect(waiting.map { "\($0.channel) \($0.attempts)" } == ["chat 1"])
    #expect(waiting.first?.problem?.en.contains("127.0.0.1 does not accept it at present") == true)
    try look()
  }

  @Test("A channel that is no longer described may not be used") func gone() throws {
    desk.configuration = try RoundDesk("", configuration: peers.configuration()).configuration
    #expect(try desk.round(at: RoundDesk.at("2024-03-04")).sent == 1)
    #expect(try chats().isEmpty)
    #expect(try desk.log().deliveries(in: [.sent]).map(\.channel.rawValue) == ["mail"])
  }

  /// No file of the state has the secret.
  private func look() throws {
    let files = try #require(FileManager.default.enumerator(atPath: desk.root))
    var count = 0
    for case let name as String in files {
      guard let data = FileManager.default.contents(atPath: desk.root + "/" + name) else { continue }
      count += 1
      #expect(data.range(of: Data(Self.secret.utf8)) == nil, "\(name)")
    }
    #expect(count > 0)
  }
}
