import Foundation
import TestSupport
import Testing

/// The shipped plans as registers.
@Suite("The registers of the shipped plans")
struct RegisterPlanTests {
  /// By their folders, with a row, words of it, and others.
  static let plans = [
    ("khanh-hoa-skhcn-2024", "skhcn-2024", "I.1"), ("ha-tinh-skhcn-2021", "skhcn-ht-2021", "I.1.2a"),
    ("khanh-hoa-tinh-2021-2030", "tinh-2021-2030", "II.2.a1"), ("ha-tinh-tinh-2024", "ht-2024", "CT.1.3"),
    ("khanh-hoa-svhtt-2022", "svhtt-2022", "I.1"),
  ]

  @Test(
    "What nobody edited proposes nothing; a title that somebody edited is the one line that changes", arguments: plans)
  func plan(folder: String, id: String, task: String) throws {
    let office = try MailOffice()
    let (rules, files) = (office.scratch.path + "/rules", FileManager.default)
    try files.removeItem(atPath: rules)
    try files.copyItem(atPath: repository.appendingPathComponent("rules/\(folder)").path, toPath: rules)
    func run(_ arguments: String...) throws -> Desk.Said {
      try office(arguments, at: RegisterOffice.june, language: .vi)
    }
    #expect(try run("rules", "promote", office.config[0], office.config[1]).code == 0)
    let path = office.scratch.path + "/a.xlsx"
    #expect(try run("export", "--xlsx", path, "--plan", id).code == 0)
    let untouched = try run("import", "--into", id, path)
    #expect(untouched.code == 0 && untouched.output == "Không có gì đổi so với quy tắc.\n", "\(untouched)")

    var book = try EditedWorkbook([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    try book.type("Lời khác: “=A1” & <b>", "B", of: task)
    try office.scratch.write(book.bytes, to: "b.xlsx")
    let said = try run("import", "--into", id, office.scratch.path + "/b.xlsx")
    #expect(said.code == 0, "\(said)")
    #expect(said.output.split(separator: "\n").count { $0.hasPrefix("dòng ") } == 1, "\(said)")
    #expect(try run("proposals", "accept", "1").code == 0)
    func text(_ folder: String) throws -> [String] {
      try files.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".rules") }.sorted().flatMap {
        try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8).components(separatedBy: "\n")
      }
    }
    let difference = try text(rules).difference(from: text(repository.appendingPathComponent("rules/\(folder)").path))
    #expect(
      difference.insertions.map { if case .insert(_, let line, _) = $0 { line } else { "" } } == [
        "nhiệm vụ \(task): Lời khác: “=A1” & <b>"
      ])
  }
}
