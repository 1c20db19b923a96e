import Channels
import Foundation
import TestSupport
import Testing

@Suite("The journal's catalogue")
struct CatalogTests {
  @Test("Every message is explained once in English and once in Vietnamese, and nothing else is")
  func explained() throws {
    let text = try text(of: "systemd/nhacviec.catalog")
    let heads = text.split(separator: "\n").filter { $0.hasPrefix("-- ") }.map { String($0.dropFirst(3)) }
    #expect(heads.sorted() == JournalMessage.allCases.flatMap { [$0.id, "\($0.id) vi"] }.sorted())
  }

  @Test("Every message is sent by something") func sent() throws {
    let sources = repository.appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var code = ""
    for case let file as URL in files
    where file.pathExtension == "swift" && file.lastPathComponent != "JournalMessage.swift" {
      code += try String(contentsOf: file, encoding: .utf8)
    }
    for message in JournalMessage.allCases { #expect(code.contains(".\(message)"), "\(message)") }
  }

  @Test("The ids are different, and of the form that the journal takes")
  func ids() throws {
    #expect(Set(JournalMessage.allCases.map(\.id)).count == JournalMessage.allCases.count)
    for message in JournalMessage.allCases {
      #expect(JournalEntry(message: "x", messageID: message.id) != nil, "\(message)")
    }
  }

  @Test(
    "Every service keeps libdispatch from complaining of priorities; those of the system bound their memory",
    arguments: [
      "nhacviecd.service", "nhacviec-remind.service", "user/nhacviecd.service", "user/nhacviec-remind.service",
    ])
  func services(_ name: String) throws {
    let text = try text(of: "systemd/\(name)")
    let lines = text.split(separator: "\n")
    #expect(lines.contains("Environment=LIBDISPATCH_LOG=NO"))
    #expect(name.hasPrefix("user/") || lines.contains { $0.hasPrefix("MemoryMax=") })
  }
}
