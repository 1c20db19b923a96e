import Foundation
import TestSupport
import Testing

@testable import Channels

@Suite("The journal")
struct JournalTests {
  private struct Answer: Decodable, Equatable {
    var outcome: String
    var fields: [[String]]?
  }

  private static let kind = "5f8a1c0e9b3d4e7f8a6b2c1d0e9f8a7b"

  private func entry(_ message: String) throws -> JournalEntry {
    try #require(JournalEntry(message: message, messageID: Self.kind))
  }

  private func send(_ bytes: [UInt8], _ journal: Peer, by command: String = "send") throws -> Answer {
    let folder = try ScratchFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/entry"))
    return try JSONDecoder().decode(Answer.self, from: journal.ask("\(command) \(folder.path)/entry"))
  }

  @Test(
    "Entries of all sizes and shapes arrive as they were",
    arguments: [
      ("Nhắc việc: I.5 đến hạn", 1), ("hai\ndòng", 1), ("a=b\tc", 1), ("", 1), ("x\nMESSAGE_ID=0\nPRIORITY=0", 1),
      ("\u{1B}[31m", 1), ("a\0b", 1),
      // Larger than a datagram, of which libsystemd makes 8 MB.
      ("việc ", 1_300_000),
    ])
  func shapes(_ words: String, _ count: Int) throws {
    let message = String(repeating: words, count: count)
    let journal = try Peer.journal()
    _ = try journal.ask("listen")
    var entry = try entry(message)
    try entry.add("TASK", "plan/I.5@2024-Q4")
    try entry.add("NOTE", "ghi\nchú")
    let answer = try send(entry.bytes, journal)
    #expect(answer.outcome == "delivered")
    let isWhole = answer.fields?.first == ["MESSAGE", message]
    #expect(isWhole)
    #expect(
      answer.fields?.dropFirst() == [
        ["MESSAGE_ID", Self.kind], ["PRIORITY", "5"], ["SYSLOG_IDENTIFIER", "nhacviec"],
        ["NHACVIEC_TASK", "plan/I.5@2024-Q4"], ["NHACVIEC_NOTE", "ghi\nchú"],
      ])
  }

  @Test("An entry is read as it was kept; cut anywhere but behind a field it is none") func kept() throws {
    // As journald's documentation has it: a line, and a name with a length of 3 and the value.
    let bytes = Array("MESSAGE=a=b\nNOTE\n".utf8) + [3, 0, 0, 0, 0, 0, 0, 0] + Array("x\ny\n".utf8)
    let entry = try #require(JournalEntry(bytes: bytes))
    #expect(entry.fields.map { [$0.name, $0.value] } == [["MESSAGE", "a=b"], ["NOTE", "x\ny"]])
    #expect(entry.bytes == bytes)
    for count in bytes.indices where count != 12 { #expect(JournalEntry(bytes: Array(bytes[..<count])) == nil) }
    let long = Array("NOTE\n".utf8) + [UInt8](repeating: 0xFF, count: 8) + Array("x\n".utf8)
    #expect(JournalEntry(bytes: long) == nil)
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

  @Test("No journal, none behind its place, a busy one, no libsystemd: told each time") func missing() throws {
    let journal = try Peer.journal()
    let bytes = try entry("x").bytes
    #expect(try send(bytes, journal) == Answer(outcome: "no-such-place"))
    _ = try journal.ask("file")
    #expect(try send(bytes, journal) == Answer(outcome: "no-connection"))
    _ = try journal.ask("listen")
    #expect(try send(bytes, journal, by: "without") == Answer(outcome: "other"))
    #expect(try send(bytes, journal).outcome == "delivered")
    _ = try journal.ask("fill")
    #expect(try send(bytes, journal).outcome == "time-out")
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
