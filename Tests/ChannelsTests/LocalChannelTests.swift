import Foundation
import TestSupport
import Testing

@testable import Channels

@Suite("The journal")
struct JournalTests {
  private struct Received: Decodable {
    var kind: String
    var fields: [[String]]
  }

  private static let kind = "5f8a1c0e9b3d4e7f8a6b2c1d0e9f8a7b"

  private func entry(_ message: String) throws -> JournalEntry {
    try #require(JournalEntry(message: message, messageID: Self.kind))
  }

  @Test(
    "Entries of all sizes and shapes arrive as they were",
    arguments: [
      ("Nhắc việc: I.5 đến hạn", "datagram"), ("hai\ndòng", "datagram"), ("a=b\tc", "datagram"),
      ("", "datagram"),
      ("x\nMESSAGE_ID=0\nPRIORITY=0", "datagram"), ("\u{1B}[31m", "datagram"),
      (String(repeating: "việc ", count: 100_000), "file"),
    ])
  func shapes(_ message: String, _ kind: String) throws {
    let folder = try ScratchFolder()
    let journal = try Peer("journal_peer.py", [folder.path + "/socket"])
    let transport = JournalTransport(path: folder.path + "/socket")
    var entry = try entry(message)
    try entry.add("TASK", "plan/I.5@2024-Q4")
    try entry.add("NOTE", "ghi\nchú")
    #expect(transport.send(entry) == .delivered)
    let received = try JSONDecoder().decode(Received.self, from: journal.ask("entry"))
    #expect(received.kind == kind)
    #expect(
      received.fields == [
        ["MESSAGE", message], ["MESSAGE_ID", Self.kind], ["PRIORITY", "5"],
        ["SYSLOG_IDENTIFIER", "nhacviec"],
        ["NHACVIEC_TASK", "plan/I.5@2024-Q4"], ["NHACVIEC_NOTE", "ghi\nchú"],
      ])
  }

  @Test("Names that the journal does not take") func names() throws {
    var entry = try entry("x")
    for name in ["", "task", "A B", "A=B", "A\nB", "Đ", String(repeating: "A", count: 51)] {
      #expect(throws: TransportSetupFailure.invalidField(name)) { try entry.add(name, "x") }
    }
    #expect(entry.fields.count == 4)
    #expect(JournalEntry(message: "x", messageID: "5F8A1C0E9B3D4E7F8A6B2C1D0E9F8A7B") == nil)
    #expect(JournalEntry(message: "x", messageID: "short") == nil)
    #expect(JournalEntry(message: "x", messageID: Self.kind, priority: 8) == nil)
  }

  @Test("No journal") func missing() throws {
    let folder = try ScratchFolder()
    let entry = try entry("x")
    #expect(
      JournalTransport(path: folder.path + "/none").send(entry).kindAndCode == "later no-such-place"
    )
    #expect(
      JournalTransport(path: "/" + String(repeating: "x", count: 200)).send(entry).kindAndCode
        == "later other")
    _ = FileManager.default.createFile(atPath: folder.path + "/file", contents: nil)
    #expect(
      JournalTransport(path: folder.path + "/file").send(entry).kindAndCode == "later no-connection"
    )
  }
}

@Suite("A Maildir")
struct MaildirTests {
  private struct Kept: Decodable {
    var subject: String
    var text: String
    var returnPath: String
  }

  private func names(_ folder: ScratchFolder, _ part: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(part)").sorted()
  }

  @Test("Python's mailbox reads what was put there") func read() throws {
    let folder = try ScratchFolder()
    let maildir = MaildirTransport(folder: folder.path)
    for number in 0..<3 {
      #expect(
        maildir.put(try Sample.mail("\(number)@nhacviec.test"), date: 1_735_000_000 + number)
          == .delivered)
    }
    let kept = try JSONDecoder().decode(
      [Kept].self, from: Peer.run("read_maildir.py", Array(folder.path.utf8)))
    #expect(kept.map(\.subject) == Array(repeating: Sample.subject, count: 3))
    #expect(
      kept.allSatisfy { $0.text == Sample.text + "\n" && $0.returnPath == "<daumoi@so.test>" })
    #expect(try names(folder, "tmp").isEmpty)
  }

  @Test("The same mail twice is there once, also after a mail program moved it") func twice() throws {
    let folder = try ScratchFolder()
    let mail = try Sample.mail()
    #expect(MaildirTransport(folder: folder.path).put(mail, date: 1) == .delivered)
    let maildir = MaildirTransport(folder: folder.path)
    #expect(maildir.put(mail, date: 1) == .delivered)
    let name = try #require(try names(folder, "new").first)
    #expect(try names(folder, "new") == [name])
    #expect(!name.contains("/") && !name.contains(":"))
    try FileManager.default.moveItem(
      atPath: "\(folder.path)/new/\(name)", toPath: "\(folder.path)/cur/\(name):2,S")
    #expect(maildir.put(mail, date: 1) == .delivered)
    #expect(try names(folder, "new").isEmpty)
    #expect(try names(folder, "cur") == ["\(name):2,S"])
    #expect(maildir.put(try Sample.mail("other@nhacviec.test"), date: 1) == .delivered)
    #expect(try names(folder, "new").count == 1)
  }

  @Test("A mail cut off by a crash is put again, whole") func crash() throws {
    let folder = try ScratchFolder()
    let mail = try Sample.mail()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/tmp", withIntermediateDirectories: true)
    let torn = "\(folder.path)/tmp/\(MaildirTransport.name(mail, date: 1)).\(getpid())"
    _ = FileManager.default.createFile(atPath: torn, contents: Data("torn".utf8))
    #expect(MaildirTransport(folder: folder.path).put(mail, date: 1) == .delivered)
    let path = "\(folder.path)/new/\(MaildirTransport.name(mail, date: 1))"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(Array(bytes) == Array("Return-Path: <daumoi@so.test>\r\n".utf8) + mail.bytes)
    #expect(try names(folder, "tmp").isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("No folder; a link in its place is not followed") func failures() throws {
    let folder = try ScratchFolder()
    let mail = try Sample.mail()
    let nowhere = MaildirTransport(folder: folder.path + "/none/here")
    #expect(nowhere.put(mail, date: 1).kindAndCode == "later no-such-place")
    _ = FileManager.default.createFile(atPath: folder.path + "/new", contents: nil)
    #expect(
      MaildirTransport(folder: folder.path).put(mail, date: 1).kindAndCode == "later no-such-place")
    try FileManager.default.removeItem(atPath: folder.path + "/new")
    let draft = "\(folder.path)/tmp/\(MaildirTransport.name(mail, date: 1)).\(getpid())"
    try FileManager.default.createSymbolicLink(atPath: draft, withDestinationPath: "/dev/full")
    #expect(MaildirTransport(folder: folder.path).put(mail, date: 1) == .delivered)
    #expect(try names(folder, "tmp").isEmpty)
  }
}

@Suite("The words of problems")
struct ProblemWordsTests {
  @Test("Every kind has words in both languages", arguments: TransportProblem.Kind.allCases)
  func words(_ kind: TransportProblem.Kind) {
    let words = TransportProblem(kind, code: 1, place: "mail.so.test", said: "said").words
    #expect(words.vi.contains("mail.so.test") && words.vi.hasSuffix("(mã 1): said"))
    #expect(words.en.contains("mail.so.test") && words.en.hasSuffix("(code 1): said"))
    #expect(words.vi != words.en)
  }

  @Test("What a peer said is one harmless line") func said() {
    let problem = TransportProblem(
      .other, place: "x", said: "  a\r\nb\u{1B}[31m\u{202E}" + String(repeating: "c", count: 999))
    #expect(problem.said.hasPrefix("a  b [31m ccc"))
    #expect(problem.said.utf8.count <= 300)
  }
}
