import Foundation
import Presentation
import TestSupport
import Testing

/// `good/NAME.rules` is clean and its tests hold; `bad/NAME.rules` has mistakes. What the commands say of each stands
/// beside it, in both languages, and is compared exactly (on a wide terminal: paths wrap nowhere).
///
/// `NHACVIEC_RECORD=1` writes what the commands say now; the test then fails, so that nobody records by accident.
@Suite("Rule files and what is said of them")
struct GoldenCaseTests {
  static let folder = repository.appendingPathComponent("Tests/CommandTests")
  static let isRecording = ProcessInfo.processInfo.environment["NHACVIEC_RECORD"] != nil

  static func cases(_ kind: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path)) ?? []
    return names.filter { $0.hasSuffix(".rules") }.map { String($0.dropLast(6)) }.sorted()
  }

  @Test("The folders hold cases") func notEmpty() {
    #expect(Self.cases("good").count >= 3)
    #expect(Self.cases("bad").count >= 10)
  }

  @Test("Good files", arguments: cases("good"), [Language.vi, .en])
  func good(name: String, language: Language) throws {
    let path = Self.folder.appendingPathComponent("good/\(name).rules").path
    let check = CommandRun(["check", path], language: language, width: 1000)
    #expect(check.code == 0, "\(check.output)")
    let test = CommandRun(["test", path], language: language, width: 1000)
    #expect(test.code == 0, "\(test.output)\(test.errors)")
    let dates = ["--rules", path, "--today", "2024-03-01"]
    var said = CommandRun(
      ["upcoming"] + dates + ["--from", "2024-01-01", "--until", "2025-12-31"], language: language, width: 1000
    ).output
    for task in try Self.tasks(path) {
      said += "\n$ explain \(task)\n" + CommandRun(["explain", task] + dates, language: language, width: 1000).output
    }
    try Self.compare(said, "good/\(name).\(language.rawValue).txt")
  }

  @Test("Bad files", arguments: cases("bad"), [Language.vi, .en])
  func bad(name: String, language: Language) throws {
    let path = Self.folder.appendingPathComponent("bad/\(name).rules").path
    let check = CommandRun(["check", path], language: language, width: 1000)
    #expect(check.code == 1)
    let said = check.output.replacingOccurrences(of: Self.folder.path + "/", with: "")
      .replacingOccurrences(of: repository.path + "/", with: "")
    try Self.compare(said, "bad/\(name).\(language.rawValue).txt")
    let upcoming = CommandRun(["upcoming", "--rules", path], language: language, width: 1000)
    #expect(upcoming.code == 1)
    #expect(upcoming.output.isEmpty, "no dates come from wrong rules")
  }

  private static func tasks(_ path: String) throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
      for word in ["nhiệm vụ ", "task "] where line.hasPrefix(word) {
        return line.dropFirst(word.count).split(separator: ":").first.map(String.init)
      }
      return nil
    }
  }

  private static func compare(_ said: String, _ name: String) throws {
    let said = said.replacingOccurrences(of: folder.path + "/", with: "")
      .replacingOccurrences(of: repository.path + "/", with: "")
    let url = folder.appendingPathComponent(name)
    if isRecording {
      try said.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("\(name) was recorded; read it, then run again without NHACVIEC_RECORD")
      return
    }
    let golden = try #require(try? String(contentsOf: url, encoding: .utf8), "\(name) is missing")
    #expect(said == golden, "\(name) says otherwise")
  }
}
