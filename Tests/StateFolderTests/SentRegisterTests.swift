import Foundation
import TestSupport
import Testing

@testable import StateFolder

@Suite("Registers that lie beside their requests")
struct SentRegisterTests {
  private static let hash = String(repeating: "a", count: 64)

  private static func sent(
    _ sender: SentRegister.Sender = .login("lan"), plan: String = "kh", file: String = "bảng 1.xlsx"
  ) -> SentRegister? {
    SentRegister(plan: plan, sender: sender, isVietnamese: true, hash: hash, file: file)
  }

  @Test("A request says whose register it is, of which plan, and how the file is called") func text() throws {
    for sender in [SentRegister.Sender.login("lan"), .login("đơn vị a"), .unit("a b", mailbox: "00ff")] {
      let sent = try #require(Self.sent(sender))
      let request = SpoolRequest.readRegister(sent)
      #expect(SpoolRequest(text: request.text) == request && SpoolRequest(text: request.text + "\n") == request)
    }
    #expect(Self.sent(file: "a\nlogin quan") == nil && Self.sent(plan: "") == nil)
    #expect(Self.sent(.login("a\nb")) == nil && Self.sent(.login("")) == nil && Self.sent(file: "a\r\nb") == nil)
    #expect(Self.sent(file: String(repeating: "x", count: 400)) == nil)
    for text in [
      "read-register", "read-register vi \(Self.hash)", "read-register fr \(Self.hash)\nkh\nlogin lan\na",
      "read-register vi abc\nkh\nlogin lan\na", "read-register vi \(Self.hash)\nkh\nroot lan\na",
      "read-register vi \(Self.hash)\nkh\nunit zz a\na", "read-register vi \(Self.hash)\nkh\nlogin lan\na\nb",
    ] { #expect(SpoolRequest(text: text) == nil, "\(text)") }
  }

  @Test("The file lies hidden beside its request, goes with it, and is not taken for what somebody left") func files()
    throws
  {
    let folder = try ScratchFolder([:])
    let spool = Spool(folder.path)
    let name = try spool.drop(.readRegister(#require(Self.sent())), with: [1, 2, 3])
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    #expect(try names() == [".\(name).0", name])
    // Long afterwards it is still there, as its request is; a file without a request goes.
    try Data([1]).write(to: URL(fileURLWithPath: folder.path + "/.1.1.1.0"))
    let entry = try #require(spool.take(now: Int64(time(nil)) + 100_000).entries.first)
    #expect(try names() == [".\(name).0", name])
    #expect(try spool.begin(entry) == [1, 2, 3])
    #expect(try names() == [".\(name).1", name])
    try spool.remove(entry)
    #expect(try names() == [])
    #expect(throws: Spool.FileFault.missing) { try spool.begin(entry) }
  }

  @Test("A link in the place of the file is not followed") func links() throws {
    let folder = try ScratchFolder(["secret": "x"])
    let spool = Spool(folder.path)
    let name = try spool.drop(.readRegister(#require(Self.sent())), with: [1])
    unlink("\(folder.path)/.\(name).0")
    symlink(folder.path + "/secret", "\(folder.path)/.\(name).0")
    let entry = try #require(spool.entries().first { $0.name == name })
    #expect(throws: Spool.FileFault.missing) { try spool.begin(entry) }
  }
}
