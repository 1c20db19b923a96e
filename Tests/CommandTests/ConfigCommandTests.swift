import Foundation
import TestSupport
import Testing

@testable import nhacviec

@Suite("nhacviec config")
struct ConfigCommandTests {
  @Test("A clean file, with the shipped templates")
  func check() throws {
    let folder = try ScratchFolder(["t/vi/.keep": ""])
    try folder.write(Array("templates = \"\(folder.path)/t\"\nlanguage = \"en\"\n".utf8), to: "a.toml")
    let run = CommandRun(["config", "check", "--config", folder.path + "/a.toml"])
    #expect(run.code == 0)
    #expect(run.output.hasSuffix("0 errors, 0 warnings in 1 file\n"))
  }

  @Test("A file that is missing is an error")
  func missing() {
    let run = CommandRun(["config", "check", "--config", "/nonexistent/a.toml"])
    #expect(run.code == 1)
    #expect(run.output.contains("config-missing"))
  }

  @Test("Mistakes are told with their line, in both languages")
  func mistakes() throws {
    let folder = try ScratchFolder(["a.toml": "[mail]\nsevrer = \"x\"\n"])
    let english = CommandRun(["config", "check", "--config", folder.path + "/a.toml"])
    #expect(english.code == 1)
    #expect(english.output.contains("a.toml:2:1") && english.output.contains("did you mean “server”?"))
    let vietnamese = CommandRun(["config", "check", "--config", folder.path + "/a.toml"], language: .vi)
    #expect(vietnamese.output.contains("không có khóa “mail.sevrer”"))
  }

  @Test("A time zone that this machine does not have is found before a round needs it")
  func timeZone() throws {
    let scratch = try ScratchFolder(["nhacviec.toml": "[office]\ntime-zone = \"Asia/Hanoi\"\n"])
    let run = CommandRun(["config", "check", "--config", scratch.path + "/nhacviec.toml"])
    #expect(run.code == 1 && run.output.contains("unknown-time-zone"), "\(run.output)")
  }

  @Test("A broken template of the office is found before a round needs it")
  func templates() throws {
    let folder = try ScratchFolder([:])
    try FileManager.default.createDirectory(atPath: folder.path + "/t/vi", withIntermediateDirectories: true)
    try folder.write(Array("[{{headlin}}]\n".utf8), to: "t/vi/subject.txt.mustache")
    try folder.write(Array("x".utf8), to: "t/vi/subjct.txt.mustache")
    try folder.write(Array("templates = \"\(folder.path)/t\"\n".utf8), to: "a.toml")
    let run = CommandRun(["config", "check", "--config", folder.path + "/a.toml"])
    #expect(run.code == 1)
    #expect(run.output.contains("subject.txt.mustache:1:4") && run.output.contains("template-unknown-name"))
    #expect(run.output.contains("template-not-used"))
  }

  @Test("A template of which no letter can be sent is found before a round needs it")
  func unsendable() throws {
    let folder = try ScratchFolder([:])
    try FileManager.default.createDirectory(atPath: folder.path + "/t/en", withIntermediateDirectories: true)
    try folder.write([], to: "t/en/subject.txt.mustache")
    try folder.write(Array("templates = \"\(folder.path)/t\"\n".utf8), to: "a.toml")
    let run = CommandRun(["config", "check", "--config", folder.path + "/a.toml"])
    #expect(run.code == 1)
    #expect(run.output.contains("en/subject.txt.mustache") && run.output.contains("template-not-sendable"))
    #expect(run.output.contains("no subject"))
  }

  @Test("A secret that others can read is refused, and never shown")
  func secrets() throws {
    let folder = try ScratchFolder(["p": "bí-mật-1234\n"])
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path + "/p")
    let text = """
      templates = "/nonexistent"
      [mail]
      server = "mail.example"
      user = "u"
      password-file = "\(folder.path)/p"
      from = "a@mail.example"
      allowed-domains = ["*"]
      """
    try folder.write(Array(text.utf8), to: "a.toml")
    let check = CommandRun(["config", "check", "--config", folder.path + "/a.toml"])
    #expect(check.code == 1 && check.output.contains("config-secret-exposed"))
    let show = CommandRun(["config", "show", "--config", folder.path + "/a.toml"])
    #expect(show.code == 0)
    #expect(show.output.contains("mail.server = \"mail.example\"\n"))
    #expect(show.output.contains("mail.starttls = \"required\"  # default\n"))
    #expect(!(check.output + show.output).contains("1234"))
  }
}
