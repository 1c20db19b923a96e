import Foundation
import Glibc
import RuleFiles
import TestSupport
import Testing

@Suite("Reading rule folders")
struct RuleFileReaderTests {
  @Test("All rule files below a folder, by path, hidden ones left out") func order() throws {
    let folder = try ScratchFolder([
      "b.rules": "1", "a/z.rules": "2", "a/b/c.rules": "3", "notes.txt": "x", ".hidden.rules": "x", ".git/x.rules": "x",
    ])
    let reader = RuleFileReader()
    let names = reader.sources(at: folder.path).map { $0.name.dropFirst(folder.path.count + 1) }
    #expect(names == ["a/b/c.rules", "a/z.rules", "b.rules"])
    #expect(reader.diagnostics.isEmpty)
  }

  @Test("A file is read once, whatever paths lead to it") func once() throws {
    let folder = try ScratchFolder(["a.rules": "1"])
    let reader = RuleFileReader()
    #expect(reader.sources(at: folder.path + "/a.rules").count == 1)
    #expect(reader.sources(at: folder.path).isEmpty)
    #expect(reader.diagnostics.isEmpty)
  }

  @Test("Pipes and devices are told and never opened", .timeLimit(.minutes(1)))
  func special() throws {
    let folder = try ScratchFolder(["a.rules": "1"])
    #expect(mkfifo(folder.path + "/pipe.rules", 0o600) == 0)
    let reader = RuleFileReader()
    #expect(reader.sources(at: folder.path).count == 1)
    #expect(reader.diagnostics.map(\.code) == ["not-a-file"])
    let direct = RuleFileReader()
    #expect(direct.sources(at: folder.path + "/pipe.rules").isEmpty)
    #expect(direct.sources(at: "/dev/zero").isEmpty)
    #expect(direct.diagnostics.map(\.code) == ["not-a-file", "not-a-file"])
  }

  @Test("Links: inside the folder they count once, out of it and in circles they are told", .timeLimit(.minutes(1)))
  func links() throws {
    let outside = try ScratchFolder(["secret.rules": "x"])
    let folder = try ScratchFolder(["a.rules": "1", "data/plan.txt": "2"])
    func link(_ name: String, _ target: String) throws {
      try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: target)
    }
    try link("same.rules", "a.rules")
    try link("plan.rules", "data/plan.txt")
    try link("out.rules", outside.path + "/secret.rules")
    try link("out", outside.path)
    try link("self.rules", "self.rules")
    try link("up", "..")
    try link("here", ".")
    try link("broken.rules", "none")
    try link("database", "data")
    let reader = RuleFileReader()
    let names = reader.sources(at: folder.path).map { $0.name.dropFirst(folder.path.count + 1) }
    #expect(names == ["a.rules", "plan.rules"])
    #expect(
      reader.diagnostics.map { "\($0.code) \($0.span.source.name.split(separator: "/").last ?? "")" }.sorted() == [
        "link-loop here", "link-out out", "link-out out.rules", "link-out up", "unreadable-file broken.rules",
        "unreadable-file self.rules",
      ])
  }

  @Test("Limits end in a diagnostic") func limits() throws {
    let folder = try ScratchFolder(["a.rules": String(repeating: "x", count: 100), "d/d/d/e.rules": "1"])
    var limits = ReadingLimits()
    limits.fileSize = 99
    limits.depth = 2
    let reader = RuleFileReader(limits: limits)
    #expect(reader.sources(at: folder.path).isEmpty)
    #expect(reader.diagnostics.map(\.code).sorted() == ["file-too-large", "too-deep"])
  }

  @Test("Nothing there, or nothing in it") func missing() throws {
    let folder = try ScratchFolder(["notes.txt": "x"])
    let reader = RuleFileReader()
    #expect(reader.sources(at: folder.path).isEmpty)
    #expect(reader.sources(at: folder.path + "/none").isEmpty)
    #expect(reader.sources(at: folder.path + "/notes.txt/x").isEmpty)
    #expect(reader.diagnostics.map(\.code) == ["no-rule-files", "missing-path", "missing-path"])
  }

  @Test("Plans beside the shipped calendars and policies are not shipped")
  func share() throws {
    let both = try ScratchFolder(["calendars/a.rules": "", "policies/b.rules": "", "some-plan/plan.rules": ""])
    func shipped(_ share: String) -> [String] {
      ProgramFolders(rules: nil, share: share, program: nil, current: nil).shippedRules()
    }
    #expect(shipped(both.path) == [both.path + "/calendars", both.path + "/policies"])
    let flat = try ScratchFolder(["a.rules": ""])
    #expect(shipped(flat.path) == [flat.path])
  }
}
