import Foundation
import Glibc
import Reminders
import Revisions
import RuleSyntax
import StateFolder
import TestSupport
import Testing

@Suite("Revisions are whole, or not there")
struct RevisionStoreTests {
  @Test("What was promoted is read back, from wherever the folder's files went since")
  func readBack() throws {
    let desk = try RevisionDesk([
      "plan.rules": SmallOffice.plan(), "phụ lục/đơn vị.rules": "\u{FEFF}đơn vị cn: Phòng Chuyên ngành\r\n",
    ])
    #expect(try desk.store.live() == nil)
    #expect(desk.promoted(try desk.promote()) == 1)
    try Folder.remove(desk.rules)
    try Folder.remove(desk.root + "/share")
    let live = try #require(try desk.store.live())
    #expect(live.number == 1 && live.promoted == desk.now && live.manifest.author == "lan" && live.files == 2)
    #expect(live.rules.tasks.map(\.id) == ["A"])
    #expect(live.rules.units.map(\.id).contains("cn"))
    #expect(live.rules.policies.map(\.id) == ["tieu-chuan"])
    // Under the name that the file had, so that a message leads to it.
    #expect(live.rules.tasks.first?.span.source.name == desk.rules + "/plan.rules")
    #expect(live.wentLive(0, 0) == desk.now)
    #expect(live.wentLive(0, 1) == nil && live.wentLive(7, 0) == nil)
    #expect(live.diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test("The hash of the sources is what sha256sum gives, wherever the folder lies")
  func hash() throws {
    let desk = try RevisionDesk()
    #expect(desk.promoted(try desk.promote()) == 1)
    let script = """
      cd "$0" && find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum | cut -c1-64
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script, desk.state.revisions + "/000001/sources"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let printed = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(try desk.store.live()?.hash.description == printed.trimmingCharacters(in: .newlines))
    // The same files elsewhere are the same rules.
    try FileManager.default.copyItem(atPath: desk.rules, toPath: desk.root + "/elsewhere")
    guard case .unchanged(1) = try desk.promote(folder: desk.root + "/elsewhere/") else {
      Issue.record("not the same")
      return
    }
  }

  @Test("Leftovers of a writer that was killed at any step: the old revision is live, and the next promotion succeeds")
  func leftovers() throws {
    let desk = try RevisionDesk()
    #expect(desk.promoted(try desk.promote()) == 1)
    try desk.write(SmallOffice.plan(SmallOffice.task("B", "chậm nhất 29/3/2024")), to: "rules/plan.rules")
    // Killed while it wrote the folder; killed before the link; killed after the new link was made, before the rename.
    let revisions = desk.state.revisions
    try desk.write("kế hoạch", to: "state/post/revisions/.new-000002/sources/own/plan.rules")
    try FileManager.default.copyItem(atPath: revisions + "/000001", toPath: revisions + "/000002")
    #expect(symlink("revisions/000002", desk.state.live + ".new") == 0)
    #expect(try desk.store.live()?.number == 1)
    #expect(desk.promoted(try desk.promote()) == 3)
    #expect(try desk.store.live()?.rules.tasks.map(\.id) == ["B"])
    #expect(Folder.allNames(in: revisions).sorted() == ["000001", "000002", "000003"])
    #expect(Folder.allNames(in: desk.state.post).sorted() == ["live", "revisions"])
  }

  @Test("A changed, added or missing file, and a changed manifest, are told and never used")
  func damage() throws {
    let desk = try RevisionDesk()
    #expect(desk.promoted(try desk.promote()) == 1)
    let sources = "state/post/revisions/000001/sources"
    let path = desk.root + "/" + sources + "/own/plan.rules"
    let text = try #require(WholeFile.read(path))
    func expectDamage(_ place: SourceLocation = #_sourceLocation) {
      do throws(RevisionFailure) {
        _ = try desk.store.live()
        Issue.record("it was used", sourceLocation: place)
      } catch {
        #expect(error.diagnostic.code == "revision-damaged", sourceLocation: place)
        #expect(error.diagnostic.notes.first?.words.en.contains("rules promote") ?? false, sourceLocation: place)
      }
    }
    try WholeFile.replace(path, with: text.replacingOccurrences(of: "29/3", with: "28/3"))
    expectDamage()
    unlink(path)
    expectDamage()
    try WholeFile.replace(path, with: text)
    #expect(try desk.store.live()?.number == 1)
    try desk.write("đơn vị m: Mới\n", to: sources + "/own/new.rules")
    expectDamage()
    unlink(desk.root + "/" + sources + "/own/new.rules")
    let manifest = desk.state.revisions + "/000001/manifest"
    let lines = try #require(WholeFile.read(manifest))
    try WholeFile.replace(manifest, with: lines.replacingOccurrences(of: "author lan", with: "author lam"))
    expectDamage()
    unlink(manifest)
    expectDamage()
    unlink(desk.state.live)
    #expect(symlink("revisions/../../x", desk.state.live) == 0)
    expectDamage()
  }

  @Test("A damaged live revision is promoted anew; the instants of its lines are kept")
  func wayBack() throws {
    let desk = try RevisionDesk()
    #expect(desk.promoted(try desk.promote()) == 1)
    let began = desk.now
    try desk.write("x", to: "state/post/revisions/000001/sources/own/plan.rules")
    desk.now = RevisionDesk.at("2024-03-06", 9)
    #expect(desk.promoted(try desk.promote()) == 2)
    #expect(try desk.store.live()?.wentLive(0, 0) == began)
  }

  @Test("A line keeps the instant at which it went live while its task, label and place stay; others begin now")
  func wentLive() throws {
    let desk = try RevisionDesk([
      "plan.rules": SmallOffice.plan(
        "nhiệm vụ A: Việc\n  chủ trì: Văn phòng\n  hạn (sơ bộ): 29/3/2024\n  hạn (chính thức): 28/6/2024\n\n"
          + SmallOffice.task("B", "chậm nhất 29/3/2024"))
    ])
    #expect(desk.promoted(try desk.promote()) == 1)
    let first = desk.now
    desk.now = RevisionDesk.at("2024-03-06", 9)
    // A's labels change places and one wording changes; B is renamed; C is new.
    try desk.write(
      SmallOffice.plan(
        "nhiệm vụ A: Việc\n  chủ trì: Văn phòng\n  hạn (chính thức): 27/6/2024\n  hạn (sơ bộ): 29/3/2024\n"
          + "  hạn (bổ sung): 30/9/2024\n\n"
          + SmallOffice.task("B2", "chậm nhất 29/3/2024", more: "  trước đây: B")
          + SmallOffice.task("C", "chậm nhất 29/3/2024")), to: "rules/plan.rules")
    #expect(desk.promoted(try desk.promote()) == 2)
    let live = try #require(try desk.store.live())
    #expect(live.rules.tasks.map(\.id) == ["A", "B2", "C"])
    #expect((0..<3).map { live.wentLive(0, $0) } == [first, first, desk.now])
    #expect(live.wentLive(1, 0) == first && live.wentLive(2, 0) == desk.now)
    #expect(live.revised == desk.now)
    let before = try desk.store.manifest(1)
    #expect(live.manifest.before != before.before && before.before == .start)
  }

  @Test("Every revision is kept, equal files once, and each is found by an instant at which it was in force")
  func kept() throws {
    let desk = try RevisionDesk()
    func morning(_ number: Int) -> Instant { RevisionDesk.at("2024-03-04", 9).adding(seconds: Int64(number) * 86_400) }
    try desk.write("# same\n", to: "rules/same.rules")
    for number in 1...53 {
      desk.now = morning(number)
      try desk.write("# \(number)\n" + SmallOffice.plan(), to: "rules/plan.rules")
      #expect(desk.promoted(try desk.promote()) == number)
    }
    #expect(desk.store.numbers() == Array(1...53))
    #expect(try desk.store.live(at: morning(7))?.number == 7)
    #expect(try desk.store.live(at: morning(8).adding(seconds: -1))?.number == 7)
    #expect(try desk.store.live(at: morning(90))?.number == 53)
    #expect(throws: RevisionFailure.self) { try desk.store.live(at: morning(1).adding(seconds: -1)) }
    func file(_ number: Int, _ name: String) throws -> UInt {
      let folder = String(repeating: "0", count: number < 10 ? 5 : 4) + String(number)
      return try Folder.number(of: "\(desk.store.state.revisions)/\(folder)/sources/own/\(name)")
    }
    #expect(try Set((1...53).map { try file($0, "same.rules") }).count == 1)
    #expect(try Set((1...53).map { try file($0, "plan.rules") }).count == 53)
  }
}
