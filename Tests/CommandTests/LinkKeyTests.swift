import Foundation
import StateFolder
import Testing

@testable import nhacviec

@Suite("The key of links")
struct LinkKeyTests {
  /// With pages, and the folder of credentials.
  private func office() throws -> MailOffice {
    let office = try MailOffice.promoted()
    try office.configure(
      "[maildir]\npath = \"\(office.scratch.path)/maildir\"\n[web]\naddress = \"https://nv.example\"\n")
    return office
  }

  private func run(_ office: MailOffice, _ arguments: [String], _ key: String?) throws -> Desk.Said {
    let folder = office.scratch.path + "/credentials"
    try Folder.make(folder)
    unlink(folder + "/link-key")
    if let key { try WholeFile.replace(folder + "/link-key", with: key + "\n", mode: 0o600) }
    var environment = office.environment(at: MailOffice.january)
    environment.world.units = { _ in nil }
    environment.world.credentials = folder
    let command = try #require(try Nhacviec.parseAsRoot(arguments + office.config) as? any EnvironmentCommand)
    return (command.run(in: environment).rawValue, environment.output.text, environment.errors.text)
  }

  private func newKey(_ office: MailOffice) throws -> String {
    let said = try office("config", "link-key")
    #expect(said.code == 0)
    return said.output.trimmingCharacters(in: .newlines)
  }

  private func published(_ office: MailOffice) -> String? { WholeFile.read(office.state + "/post/link-key.pub") }

  @Test("A new key is 32 bytes in base64, another one each time") func made() throws {
    let office = try MailOffice.promoted()
    let keys = try (0..<2).map { _ in try newKey(office) }
    #expect(keys[0] != keys[1] && keys.allSatisfy { Data(base64Encoded: $0)?.count == 32 })
  }

  @Test("A round that has nothing else to do puts another key in place, and takes a key away") func rotated() throws {
    let office = try office()
    let (one, other) = (try newKey(office), try newKey(office))
    #expect(try run(office, ["remind"], one).code == 0)
    let first = try #require(published(office))
    #expect(try run(office, ["remind"], one).code == 0 && published(office) == first)
    #expect(try run(office, ["remind"], other).code == 0)
    let second = try #require(published(office))
    #expect(second != first && !second.contains(other) && !second.contains(one))
    #expect(try run(office, ["remind"], nil).code == 0 && published(office) == nil)
  }

  @Test("doctor says whether links are signed, and status where a key cannot be used") func said() throws {
    let office = try office()
    func doctor(_ key: String?) throws -> String {
      _ = try run(office, ["remind"], key)
      return try run(office, ["doctor", "--offline"], key).output
    }
    #expect(try doctor(nil).contains("a key: nhacviec config link-key"))
    #expect(try doctor(newKey(office)).contains("the links of letters are signed: whoever opens one can answer"))
    #expect(try doctor("abc").contains("is no key that nhacviec config link-key made"))
    let status = try run(office, ["status"], "abc")
    #expect(status.output.contains("the links of letters are not signed") && !status.output.contains("abc"))
    #expect(published(office) == nil)
    // Without pages nothing is said.
    try office.configure("[maildir]\npath = \"\(office.scratch.path)/maildir\"\n")
    #expect(try !doctor(newKey(office)).contains("links of letters"))
    #expect(published(office) == nil)
  }
}
