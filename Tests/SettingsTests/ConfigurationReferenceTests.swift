import Diagnostics
import Foundation
import Presentation
import SettingKeys
import TestSupport
import Testing

@testable import Settings

@Suite("Every key is documented")
struct ConfigurationReferenceTests {
  @Test("The shipped file is the list of keys (nhacviec config example)")
  func example() throws {
    #expect(try text(of: "config/nhacviec.toml") == ConfigurationReference.example)
  }

  @Test("The shipped file changes nothing")
  func exampleIsNeutral() throws {
    let (configuration, diagnostics) = ConfigurationReader.read(
      SourceText(name: "x", text: try text(of: "config/nhacviec.toml")))
    #expect(diagnostics.isEmpty)
    #expect(configuration.settings == Configuration.standard.settings)
  }

  @Test("Each key's example and default can be written as they are shown", arguments: ConfigurationKey.all.map(\.name))
  func values(_ name: String) throws {
    let key = try #require(ConfigurationKey.all.first { $0.name == name })
    for value in [key.example, key.defaultTOML].compactMap({ $0 }) {
      let text = "\(name.replacingOccurrences(of: "*", with: "x")) = \(value)"
      #expect(ConfigurationReader.values(of: SourceText(name: "", text: text)).diagnostics.isEmpty)
    }
  }

  @Test("The page has every key and every code")
  func page() throws {
    let page = try text(of: "docs/configuration.md").split(separator: "\n").map(String.init)
    for table in Set(ConfigurationKey.all.map(\.table)) {
      for row in ConfigurationReference.rows(of: table) { #expect(page.contains(row)) }
    }
    for code in ConfigurationCode.allCases { #expect(page.contains { $0.hasPrefix("| `\(code.rawValue)` |") }) }
    let keys = page.prefix { $0 != "## Secrets" }.filter { $0.hasPrefix("| `") }
    #expect(keys.count == ConfigurationKey.all.count)
  }

  @Test("What is in force can be read back")
  func settings() {
    let text =
      "[mail]\nserver = \"x\"\nfrom = \"A \\\\ <a@b.vn>\"\nallowed-domains = [\"*\"]\n[webhook.host.\"a.vn\"]\nformat = \"json\""
    let (configuration, _) = ConfigurationReader.read(SourceText(name: "", text: text))
    let lines = configuration.settings.compactMap { setting in setting.value.map { "\(setting.name) = \($0)" } }
    #expect(lines.contains("webhook.host.\"a.vn\".format = \"json\""))
    let again = ConfigurationReader.read(SourceText(name: "", text: lines.joined(separator: "\n")))
    #expect(again.diagnostics.isEmpty)
    #expect(again.configuration.settings.map(\.value) == configuration.settings.map(\.value))
    #expect(configuration.settings.filter(\.isSet).count == 4)
  }
}

@Suite("Secrets stay secret")
struct SecretTests {
  private func folder(_ files: [(String, String, Int)]) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for (name, content, mode) in files {
      try folder.write(Array(content.utf8), to: name)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(folder.path)/\(name)")
    }
    return folder
  }

  @Test("A secret without its line end")
  func read() throws {
    let secrets = try folder([("a", "mật khẩu\n", 0o600), ("b", "x\r\n", 0o440), ("c", "y", 0o400)])
    #expect(try SecretSource.credential("a").read(credentials: secrets.path).bytes == Array("mật khẩu".utf8))
    #expect(try SecretSource.file("\(secrets.path)/b").read(credentials: nil).bytes == Array("x".utf8))
    let secret = try SecretSource.credential("c").read(credentials: secrets.path)
    #expect("\(secret) \(String(reflecting: secret))" == "*** ***")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!dumped.contains("121"))
  }

  @Test("What is refused")
  func refused() throws {
    let secrets = try folder([
      ("open", "x", 0o604), ("group", "x", 0o620), ("empty", "\n", 0o600), ("lines", "a\nb\n", 0o600),
      ("long", String(repeating: "x", count: 4097), 0o600),
    ])
    func failure(_ name: String) -> SecretFailure? {
      do throws(SecretFailure) {
        _ = try SecretSource.credential(name).read(credentials: secrets.path)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure("open") == .exposed(path: "\(secrets.path)/open"))
    #expect(failure("group") == .exposed(path: "\(secrets.path)/group"))
    #expect(failure("empty") == .empty(path: "\(secrets.path)/empty"))
    #expect(failure("lines") == .notOneLine(path: "\(secrets.path)/lines"))
    #expect(failure("long") == .tooLarge(path: "\(secrets.path)/long"))
    #expect(failure("none") == .unreadable(path: "\(secrets.path)/none", errno: ENOENT))
    #expect(failure(".") == .notAFile(path: "\(secrets.path)/."))
    #expect(throws: SecretFailure.noCredentials(name: "x")) {
      try SecretSource.credential("x").read(credentials: nil)
    }
  }
}

@Suite("Where the file lies")
struct ConfigurationFileTests {
  @Test("The option, then the variable, then the system's file")
  func order() {
    #expect(ConfigurationFile(option: "/a", variable: "/b").path == "/a")
    #expect(ConfigurationFile(option: nil, variable: "/b").path == "/b")
    #expect(ConfigurationFile(option: nil, variable: nil).path == "/etc/nhacviec/nhacviec.toml")
  }

  @Test("A file that was named must be there")
  func missing() {
    let found = ConfigurationFile(option: "/nonexistent/x.toml", variable: nil).load().diagnostics
    #expect(found.map(\.code) == ["config-missing"])
    #expect(found.first?.severity == .error)
  }
}
