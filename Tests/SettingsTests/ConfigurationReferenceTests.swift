import Diagnostics
import Foundation
import Presentation
import Testing

@testable import Settings

private let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private func file(_ name: String) throws -> String {
  try String(contentsOf: repository.appending(path: name), encoding: .utf8)
}

@Suite("Every key is documented")
struct ConfigurationReferenceTests {
  @Test("The shipped file is the list of keys (nhacviec config example)")
  func example() throws {
    #expect(try file("config/nhacviec.toml") == ConfigurationReference.example)
  }

  @Test("The shipped file changes nothing")
  func exampleIsNeutral() throws {
    let (configuration, diagnostics) = ConfigurationReader.read(
      SourceText(name: "x", text: try file("config/nhacviec.toml")))
    #expect(diagnostics.isEmpty)
    #expect(configuration.settings == Configuration.standard.settings)
  }

  @Test("Each key's example and default can be written as they are shown", arguments: ConfigurationKey.all.map(\.name))
  func values(_ name: String) throws {
    let key = try #require(ConfigurationKey.all.first { $0.name == name })
    for value in [key.example, key.initial].compactMap({ $0 }) {
      let text = "\(name.replacingOccurrences(of: "*", with: "x")) = \(value)"
      #expect(ConfigurationReader.values(of: SourceText(name: "", text: text)).diagnostics.isEmpty)
    }
  }

  @Test("The page has every key and every code")
  func page() throws {
    let page = try file("docs/configuration.md").split(separator: "\n").map(String.init)
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
  private func folder(_ files: [(String, String, Int)]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "nhacviec-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, content, mode) in files {
      let path = url.appending(path: name).path
      try content.write(toFile: path, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    return url.path
  }

  @Test("A secret without its line end")
  func read() throws {
    let path = try folder([("a", "mật khẩu\n", 0o600), ("b", "x\r\n", 0o440), ("c", "y", 0o400)])
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try SecretSource.credential("a").read(credentials: path).bytes == Array("mật khẩu".utf8))
    #expect(try SecretSource.file("\(path)/b").read(credentials: nil).bytes == Array("x".utf8))
    let secret = try SecretSource.credential("c").read(credentials: path)
    #expect("\(secret) \(String(reflecting: secret))" == "*** ***")
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!dumped.contains("121"))
  }

  @Test("What is refused")
  func refused() throws {
    let path = try folder([
      ("open", "x", 0o604), ("group", "x", 0o620), ("empty", "\n", 0o600), ("lines", "a\nb\n", 0o600),
      ("long", String(repeating: "x", count: 4097), 0o600),
    ])
    defer { try? FileManager.default.removeItem(atPath: path) }
    func failure(_ name: String) -> SecretFailure? {
      do throws(SecretFailure) {
        _ = try SecretSource.credential(name).read(credentials: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(failure("open") == .exposed(path: "\(path)/open"))
    #expect(failure("group") == .exposed(path: "\(path)/group"))
    #expect(failure("empty") == .empty(path: "\(path)/empty"))
    #expect(failure("lines") == .notOneLine(path: "\(path)/lines"))
    #expect(failure("long") == .tooLarge(path: "\(path)/long"))
    #expect(failure("none") == .unreadable(path: "\(path)/none", errno: ENOENT))
    #expect(failure(".") == .notAFile(path: "\(path)/."))
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
