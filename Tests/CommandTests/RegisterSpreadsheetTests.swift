import Foundation
import JSON
import TestSupport
import Testing

/// Registers of the shipped plans that LibreOffice saved. Those of Tests/Data/register were edited in LibreOffice 7.4; where it is
/// installed (Tests/register/packages) it edits them anew, and with NHACVIEC_RECORD writes them there.
@Suite("Registers that LibreOffice saved", .serialized)
struct RegisterSpreadsheetTests {
  /// A plan, and what somebody edits in its register (Tests/register/Register.bas).
  struct Edited: CustomTestStringConvertible {
    let folder: String
    let plan: String
    /// The tasks that get another title, deadline and lead, the one that goes, the one that is done, and the one below which there is
    /// a new one.
    let title: String
    let due: (task: String, words: String)
    let lead: (task: String, unit: String)
    let gone: String
    let done: (task: String, day: String)
    let above: String

    var testDescription: String { plan }

    private var year: String { String(done.day.suffix(4)) }

    var script: String {
      let day = done.day.split(separator: "/").map { $0.count < 2 ? "0\($0)" : String($0) }.reversed().joined(
        separator: "-")
      return [
        ["set", title, "Nhiệm vụ", "Lời khác: “=A1” & <b>"], ["set", due.task, "Thời hạn", due.words],
        ["set", lead.task, "Chủ trì", lead.unit], ["delete", gone], ["day", done.task, "Ngày hoàn thành", day],
        ["insert", above], ["put", "Nhiệm vụ", "Việc thêm từ bảng"], ["put", "Chủ trì", lead.unit],
        ["put", "Thời hạn", "chậm nhất 30/11/\(year)"], ["column", "Chủ trì", "Phòng theo dõi"],
        ["sort", "Chủ trì"], ["filter", "Chủ trì", lead.unit],
      ].map { $0.joined(separator: "\t") }.joined(separator: "\n") + "\n"
    }

    /// The id of the new task depends on the row above it, which the sheet's order says.
    var changes: Set<String> {
      [
        "changed \(title) title Lời khác: “=A1” & <b>", "changed \(due.task) due \(due.words)",
        "changed \(lead.task) lead \(lead.unit)", "removed \(gone)", "completed \(done.task) done \(done.day)",
        "added Việc thêm từ bảng · \(lead.unit) · chậm nhất 30/11/\(year)",
      ]
    }
  }

  static let plans = [
    Edited(
      folder: "khanh-hoa-skhcn-2024", plan: "skhcn-2024", title: "I.1", due: ("I.2", "trước ngày 15/5/2024"),
      lead: ("I.6", "Phòng Quản lý Khoa học"), gone: "I.3", done: ("I.8", "20/5/2024"), above: "I.7"),
    Edited(
      folder: "ha-tinh-skhcn-2021", plan: "skhcn-ht-2021", title: "II.2.1a", due: ("II.2.2a", "trước ngày 15/11/2021"),
      lead: ("II.2.2b", "Sở KH&CN"), gone: "I.1.2b", done: ("II.2.1b", "20/5/2021"), above: "II.2.2b"),
    Edited(
      folder: "khanh-hoa-tinh-2021-2030", plan: "tinh-2021-2030", title: "II.2.a1",
      due: ("II.2.a3", "trước ngày 15/11/2029"), lead: ("II.3.a1", "Văn phòng UBND tỉnh"), gone: "II.3.b",
      done: ("II.3.a2", "20/5/2024"), above: "II.3.a3"),
    Edited(
      folder: "ha-tinh-tinh-2024", plan: "ht-2024", title: "I.1a", due: ("CT.3.7", "trước ngày 15/11/2024"),
      lead: ("III.1", "Sở Nội vụ"), gone: "III.2", done: ("CT.1.3", "20/5/2024"), above: "III.1"),
    Edited(
      folder: "khanh-hoa-svhtt-2022", plan: "svhtt-2022", title: "I.1", due: ("I.3", "trước ngày 15/3/2022"),
      lead: ("I.5", "Văn phòng"), gone: "I.4", done: ("II.2", "20/5/2022"), above: "II.1"),
  ]

  /// An office with a shipped plan in force.
  private struct Office {
    let office: MailOffice
    let plan: String

    init(_ edited: Edited) throws {
      (office, plan) = (try MailOffice(), edited.plan)
      let (rules, files) = (office.scratch.path + "/rules", FileManager.default)
      try files.removeItem(atPath: rules)
      try files.copyItem(atPath: repository.appendingPathComponent("rules/\(edited.folder)").path, toPath: rules)
      #expect(try run("rules", "promote", office.config[0], office.config[1]).code == 0)
    }

    func run(_ arguments: String...) throws -> Desk.Said {
      try office(arguments, at: RegisterOffice.june, language: .vi)
    }

    /// What the sheet wants, and what of it is not taken.
    func wants(_ path: String) throws -> (changes: Set<String>, notTaken: [String]) {
      let said = try run("import", "--into", plan, path, "--json", "--dry-run")
      let json = try #require(JSONValue(Array(said.output.utf8)), "\(said)")
      let changes = (json["changes"]?.array ?? []).map { change in
        let names = change["kind"]?.string == "added" ? ["kind", "new"] : ["kind", "task", "column", "new"]
        return names.compactMap { change[$0]?.string }.filter { !$0.isEmpty }.joined(separator: " ")
      }
      #expect(Set(changes).count == changes.count)
      return (Set(changes), (json["notTaken"]?.array ?? []).map { "\($0)" })
    }
  }

  private static func kept(_ plan: String) -> URL {
    repository.appendingPathComponent("Tests/Data/register/\(plan).xlsx")
  }

  @Test(
    "What was edited in LibreOffice, sorted, filtered, and with another column, is proposed, and nothing else",
    arguments: plans)
  func kept(_ edited: Edited) throws {
    let (changes, notTaken) = try Office(edited).wants(Self.kept(edited.plan).path)
    #expect(changes == edited.changes)
    #expect(notTaken == [])
  }

  /// Has LibreOffice save a workbook, edited by a script.
  private func save(_ source: String, _ target: String, _ script: String?, in folder: ScratchFolder) throws {
    var arguments = [source, target]
    if let script {
      try folder.write(Array(script.utf8), to: "edits.txt")
      arguments.append(folder.path + "/edits.txt")
    }
    let process = Process()
    process.executableURL = repository.appendingPathComponent("Tests/register/edit")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  private static let hasOffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"].contains(
    where: FileManager.default.isExecutableFile)

  @Test(
    "What LibreOffice only saved proposes nothing, and what it edits now is proposed as what it edited then",
    .enabled(if: hasOffice, "needs the packages of Tests/register/packages"), arguments: plans)
  func live(_ edited: Edited) throws {
    let office = try Office(edited)
    let folder = office.office.scratch
    let (exported, saved, changed) = (folder.path + "/a.xlsx", folder.path + "/b.xlsx", folder.path + "/c.xlsx")
    #expect(try office.run("export", "--xlsx", exported, "--plan", edited.plan).code == 0)
    try save(exported, saved, nil, in: folder)
    let untouched = try office.run("import", "--into", edited.plan, saved)
    #expect(untouched.code == 0 && untouched.output == "Không có gì đổi so với quy tắc.\n", "\(untouched)")
    try save(exported, changed, edited.script, in: folder)
    let (changes, notTaken) = try office.wants(changed)
    #expect(changes == edited.changes)
    #expect(notTaken == [])
    guard ProcessInfo.processInfo.environment["NHACVIEC_RECORD"] != nil else { return }
    try Data(contentsOf: URL(fileURLWithPath: changed)).write(to: Self.kept(edited.plan))
  }
}
