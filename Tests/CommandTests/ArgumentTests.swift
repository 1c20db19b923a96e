import ArgumentParser
import Foundation
import Presentation
import RuleSyntax
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

@Suite("Wrong arguments are told in the chosen language")
struct ArgumentTests {
  /// Every kind of error that the parser has for commands such as ours, and words of both languages.
  static let kinds: [(arguments: [String], vietnamese: String, english: String)] = [
    (["upcoming", "--dayz", "3"], "lỗi: không có tùy chọn “--dayz”; ý bạn là “--days”?", "Did you mean '--days'?"),
    (["upcoming", "--zzzzzzzz"], "lỗi: không có tùy chọn “--zzzzzzzz”\n", "Unknown option '--zzzzzzzz'"),
    (["upcoming", "-z"], "lỗi: không có tùy chọn “-z”\n", "Unknown option '-z'"),
    (["upcoming", "--days"], "lỗi: thiếu giá trị cho “--days <days>”\n", "Missing value for '--days <days>'"),
    (
      ["done", "I.1", "--yes=1"], "lỗi: tùy chọn “--yes” không nhận giá trị, ở đây có “1”\n", "does not take any value"
    ),
    (["show", "I.1", "I.2"], "lỗi: thừa “I.2”\n", "Unexpected argument 'I.2'"),
    (["show", "I.1", "I.2", "I.3"], "lỗi: thừa 2 đối số: 'I.2', 'I.3'\n", "2 unexpected arguments: 'I.2', 'I.3'"),
    (["show"], "lỗi: thiếu “<task>”\n", "Missing expected argument '<task>'"),
    (["render", "I.1"], "lỗi: thiếu “--step <step>”\n", "Missing expected argument '--step <step>'"),
    (
      ["upcoming", "--format", "jsn"],
      "lỗi: giá trị “jsn” không dùng được cho “--format <format>”; dùng một trong: 'table', 'json', 'csv', 'markdown'",
      "The value 'jsn' is invalid for '--format <format>'"
    ),
    (["upcoming", "--days", "ba"], "lỗi: giá trị “ba” không dùng được cho “--days <days>”\n", "value 'ba' is invalid"),
    (
      ["upcoming", "--today", "31/02/2024"],
      "lỗi: giá trị “31/02/2024” không dùng được cho “--today <today>”: tháng 2/2024 chỉ có 29 ngày, đến 29/2/2024\n",
      "The value '31/02/2024' is invalid for '--today <today>': month 2/2024 has only 29 days, to 29/2/2024\n"
    ),
    // What is no day anyway needs no advice on days.
    (
      ["upcoming", "--format", "25/1"],
      "lỗi: giá trị “25/1” không dùng được cho “--format <format>”; dùng một trong: 'table', 'json', 'csv', 'markdown'\n",
      "'json', 'csv' or 'markdown'.\n"
    ),
    (
      ["upcoming", "--lang", "fr"], "lỗi: giá trị “fr” không dùng được cho “--lang <lang>”: --lang: vi, en\n", "vi, en"
    ),
    (["upcoming", "---days"], "lỗi: tùy chọn viết sai: ---days\n", "Invalid option: ---days"),
    (
      ["--generate-completion-script", "csh"], "lỗi: không có phần gợi ý lệnh cho “csh”", "completion scripts for 'csh'"
    ),
    // Our own checks.
    (
      ["upcoming", "--days", "3", "--until", "2024-02-01"], "lỗi: --until và --days không dùng cùng nhau\n",
      "exclude each"
    ),
    (["deadline"], "lỗi: thiếu lời văn\n", "error: the wording is missing\n"),
    (["deadline", "x", "--law", "none"], "lỗi: --law “none”: không có; có: ", "error: --law “none”: unknown"),
    (["remind", "--texts"], "lỗi: --rules, --texts: chỉ dùng với --dry-run\n", "error: --rules, --texts: only with"),
    (["extend", "I.1", "--to", "1/2/2024"], "lỗi: gia hạn phải có văn bản: --document\n", "needs its document"),
    (["retry"], "lỗi: cần số của thư, hoặc --all\n", "error: a message's number is needed, or --all\n"),
  ]

  @Test("Each kind, with the usage", arguments: kinds.indices)
  func kind(_ index: Int) {
    let (arguments, vietnamese, english) = Self.kinds[index]
    let said = CommandRun(arguments, language: .vi)
    #expect(said.code == 64)
    #expect(said.errors.contains(vietnamese), "\(said.errors)")
    for word in ["Error", "Usage", "See '", "Help:", "Missing", "Unexpected", "invalid", " / "] {
      // What an option means is written in both languages in its help.
      let lines = said.errors.split(separator: "\n").filter { !$0.hasPrefix("Giải thích:") }
      #expect(!lines.contains { $0.contains(word) }, "\(word): \(said.errors)")
    }
    let told = CommandRun(arguments)
    #expect(told.code == 64)
    #expect(told.errors.hasPrefix("error: ") && told.errors.contains(english), "\(told.errors)")
    #expect(told.errors.contains("Usage: nhacviec") && !told.errors.contains("Cách dùng"))
  }

  @Test(
    "A command that is not there, and the nearest",
    arguments: [
      (["upcomming"], "upcomming", "upcoming"), (["shwo", "I.1"], "shwo", "show"),
      (["rules", "promot"], "promot", "promote"),
      (["event", "recrod", "x", "--on", "1/1/2024"], "recrod", "record"), (["config", "chek"], "chek", "check"),
      (["stauts", "--format", "json"], "stauts", "status"), (["help", "upcomming"], "upcomming", "upcoming"),
      (["help", "rules", "promot"], "promot", "promote"),
    ])
  func commands(_ arguments: [String], _ word: String, _ near: String) {
    let said = CommandRun(arguments, language: .vi)
    #expect(said.code == 64)
    #expect(said.errors.hasPrefix("lỗi: không có lệnh “\(word)”; ý bạn là “\(near)”"), "\(said.errors)")
    let told = CommandRun(arguments + ["--lang", "en"], language: .vi)
    #expect(told.errors.hasPrefix("error: there is no command “\(word)”; did you mean “\(near)”"), "\(told.errors)")
    #expect(CommandRun(["xyzzyplugh"], language: .vi).errors.hasPrefix("lỗi: không có lệnh “xyzzyplugh”\n"))
  }

  @Test("A value that is none of a list, and the nearest") func values() {
    #expect(CommandRun(["upcoming", "--format", "jsn"], language: .vi).errors.contains("; ý bạn là “json”?"))
    #expect(CommandRun(["upcoming", "--format", "jsn"]).errors.contains("; did you mean “json”?"))
  }

  @Test("Each state is listed once") func states() throws {
    let said = CommandRun(["upcoming", "--status", "x"])
    let list = try #require(said.errors.split(separator: "\n").first).split(separator: "there are ")
    let names = try #require(list.last).split(separator: ", ")
    #expect(names.count == 19 && Set(names).count == 19, "\(names)")
  }

  @Test("A sentence that no form fits is quoted; signs that steer a terminal are not passed on") func rest() {
    let complaint = ArgumentComplaint([], .vi, now: CommandRun.now)
    #expect(complaint.sentence("Something new.") == "đối số không dùng được: Something new.")
    #expect(!CommandRun(["show", "I.1", "\u{1B}[2J"], language: .vi).errors.contains("\u{1B}"))
  }

  @Test("Forms of sentences") func forms() {
    #expect(TextPattern("a '*' b '*'").parts(of: "a 'x' b 'y'") == ["x", "y"])
    #expect(TextPattern("a '*' b '*'").parts(of: "a 'x' c 'y'") == nil)
    #expect(TextPattern("a").parts(of: "a") == [])
    #expect(TextPattern("a").parts(of: "ab") == nil)
    #expect(TextPattern("* b: *").parts(of: "2 b: c") == ["2", "c"])
    #expect(TextPattern("“*” – *.").text(with: ["x", "y"]) == "“x” – y.")
  }

  @Test(
    "The program itself does as the tests' runs do: by its locale, with status 64",
    arguments: [
      (["LANG": "vi_VN.UTF-8"], "lỗi: không có lệnh “upcomming”"),
      (["LC_ALL": "en_US.UTF-8"], "error: there is no command"),
      (["LANG": "C"], "lỗi: không có lệnh “upcomming”"),
    ])
  func program(_ variables: [String: String], _ start: String) throws {
    let folder = try ScratchFolder(["nhacviec.toml": "language = \"vi\"\n"])
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("nhacviec")
    process.arguments = ["upcomming"]
    process.environment = variables.merging(["NHACVIEC_CONFIG": folder.path + "/nhacviec.toml"]) { $1 }
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(said.hasPrefix(start) && said.hasSuffix("\n"), "\(said)")
  }
}

@Suite("Units by name, and forms of messages")
struct UnitChoiceTests {
  @Test(
    "An unknown unit is told with the nearest",
    arguments: [
      ("Van phog", "Văn phòng"), ("vn", "vp"), ("Phòng Quản lí chuyên ngành", "Phòng Quản lý Chuyên ngành"),
    ])
  func unknown(_ name: String, _ near: String) throws {
    let folder = try CommandTests.folder()
    let run = CommandRun(["upcoming", "--unit", name, "--rules", folder.path], language: .vi)
    #expect(run.code == 1)
    #expect(run.errors.hasPrefix("lỗi: không có đơn vị “\(name)”; gần nhất: "), "\(run.errors)")
    #expect(run.errors.contains(near), "\(run.errors)")
  }
}
