import Foundation
import Glibc
import StateFolder
import Testing

/// A log of messages that vanishes is not taken for one that never was: nothing is decided, promoted or made anew until
/// it is back, or somebody says that they want to begin anew.
@Suite("A log of messages that is gone")
struct OutboxGoneTests {
  private static let words = "this was here and is lost or empty; put it back"

  /// Promoted on 1 March, with an event's worth of facts; a week before the due day, on the 4th at 8:00, its lead was told.
  private func office() throws -> RoundFolder {
    let folder = try RoundFolder(
      rules: RoundDesk.plan(RoundDesk.task("T", "chậm nhất 11/3/2024") + RoundDesk.task("U", "chậm nhất 11/3/2024"))
        .replacingOccurrences(of: "Lịch phòng", with: "Việt Nam"),
      configuration: "rules = \"ROOT/rules\"\n[maildir]\npath = \"ROOT/mail\"\n[journal]\nenabled = false\n"
        + "[limits]\nsynchronised-clock = false\n")
    try Spool(folder.state.spool).drop(.promote)
    try #require(try remind(folder, "01T08:00").status == 0)
    let done = try RoundFolder.run(
      RoundFolder.program("nhacviec"), ["done", "U", "--on", "01/3/2024", "--yes", "--state", folder.state.path])
    try #require(done.status == 0, "\(done)")
    try #require(try remind(folder, "04T08:00").status == 0)
    try #require(mails(folder) == 1)
    return folder
  }

  private func run(_ folder: RoundFolder, _ arguments: String...) throws -> RoundFolder.Ended {
    try RoundFolder.run(
      RoundFolder.program("nhacviec"),
      arguments + ["--state", folder.state.path, "--config", folder.root + "/nhacviec.toml"])
  }

  private func remind(_ folder: RoundFolder, _ now: String) throws -> RoundFolder.Ended {
    try run(folder, "remind", "--now", "2024-03-\(now)")
  }

  private func mails(_ folder: RoundFolder) -> Int { Folder.names(in: folder.root + "/mail/new")?.count ?? 0 }

  /// What vanishes: the folder; what is in it; the database with its companions.
  enum Loss: CaseIterable { case folder, content, database, blank }

  private func lose(_ loss: Loss, _ folder: RoundFolder) throws {
    let (post, away) = (folder.state.post, folder.root + "/away")
    switch loss {
    case .folder: #expect(rename(post, away) == 0)
    case .content:
      #expect(rename(post, away) == 0)
      try Folder.make(post)
    case .database, .blank:
      try Folder.make(away)
      for ending in ["", "-wal", "-shm"] {
        #expect(rename("\(post)/post.db\(ending)", "\(away)/post.db\(ending)") == 0)
      }
      if loss == .blank { try WholeFile.replace(folder.state.postDatabase, with: "") }
    }
  }

  private func putBack(_ loss: Loss, _ folder: RoundFolder) throws {
    let (post, away) = (folder.state.post, folder.root + "/away")
    switch loss {
    case .folder, .content:
      try Folder.remove(post)
      #expect(rename(away, post) == 0)
    case .database, .blank:
      for ending in ["", "-wal", "-shm"] {
        #expect(rename("\(away)/post.db\(ending)", "\(post)/post.db\(ending)") == 0)
      }
    }
  }

  @Test(
    "Moved away, emptied or cut it is missed: nothing goes out, everybody says so; put back all goes on",
    arguments: Loss.allCases)
  func gone(_ loss: Loss) throws {
    let folder = try office()
    try lose(loss, folder)
    for round in ["04T08:10", "08T08:00"] {
      let said = try remind(folder, round)
      #expect(said.status == 1 && said.errors.contains("store-gone") && said.errors.contains(Self.words), "\(said)")
      #expect(said.errors.contains(folder.state.outboxMark), "how to begin anew on purpose: \(said)")
    }
    #expect(mails(folder) == 1)
    let promoted = try run(folder, "rules", "promote")
    #expect(promoted.status == 1 && promoted.errors.contains(Self.words), "\(promoted)")
    // The rules in force are lost with the folder; those that are edited do not take their place.
    for command in [["upcoming"], ["report"], ["explain", "T"]] {
      let asked = try RoundFolder.run(RoundFolder.program("nhacviec"), command + ["--state", folder.state.path])
      #expect((asked.status == 0) == (loss == .database || loss == .blank), "\(command): \(asked)")
      #expect(asked.status == 0 || asked.errors.contains(Self.words), "\(command): \(asked)")
    }
    #expect(Folder.isThere(folder.state.post) == (loss != .folder), "nothing is made anew")
    #expect(Folder.names(in: folder.state.revisions) == nil || loss == .database || loss == .blank)
    let status = try run(folder, "status")
    #expect(status.status == 2 && status.output.contains("lost or empty"), "\(status)")
    let doctor = try run(folder, "doctor", "--offline")
    #expect(doctor.status == 1 && doctor.output.contains(Self.words), "\(doctor)")

    try putBack(loss, folder)
    #expect(try remind(folder, "05T08:00").status == 0)
    #expect(mails(folder) == 1, "nothing goes twice")
    #expect(try remind(folder, "08T08:00").status == 0)
    #expect(mails(folder) == 2)
  }

  @Test("Requests are answered meanwhile, and promote nothing") func requests() throws {
    let folder = try office()
    try lose(.content, folder)
    let request = try Spool(folder.state.spool).drop(.promote)
    #expect(try remind(folder, "04T08:10").status == 1)
    let answer = try #require(folder.state.answer(to: request))
    #expect(answer.exitCode == 1 && answer.words.en.contains(Self.words), "\(answer)")
    #expect(Folder.names(in: folder.state.post)?.contains("live") == false)
  }

  @Test("Whoever removes the mark begins anew: what is open is told once more") func anew() throws {
    let folder = try office()
    try lose(.content, folder)
    #expect(try remind(folder, "04T08:10").status == 1)
    #expect(unlink(folder.state.outboxMark) == 0)
    try Spool(folder.state.spool).drop(.promote)
    #expect(try remind(folder, "04T08:20").status == 0)
    #expect(Folder.names(in: folder.state.facts)?.contains("outbox") == true, "and the new log is missed likewise")
  }

  @Test("A backup is put back though the log is missed, also one without a log") func restore() throws {
    let folder = try office()
    let backup = folder.root + "/backup"
    #expect(try run(folder, "backup", backup).status == 0)
    try Folder.remove(folder.state.post)
    for name in ["facts.db", "facts.db-wal", "facts.db-shm", "head"] { unlink("\(folder.state.facts)/\(name)") }
    #expect(try remind(folder, "04T08:10").status == 1)
    let restored = try run(folder, "restore", backup)
    #expect(restored.status == 0, "\(restored)")
    #expect(try remind(folder, "04T08:20").status == 0)
    #expect(mails(folder) == 1)

    // A copy from before the first round.
    try Folder.remove(backup + "/post/post.db")
    let list = try #require(WholeFile.read(backup + "/backup")).split(separator: "\n").filter {
      !$0.hasSuffix("post.db")
    }
    try WholeFile.replace(backup + "/backup", with: list.joined(separator: "\n") + "\n")
    try Folder.remove(folder.state.post)
    for name in ["facts.db", "facts.db-wal", "facts.db-shm", "head"] { unlink("\(folder.state.facts)/\(name)") }
    #expect(try run(folder, "restore", backup).status == 0)
    #expect(try remind(folder, "04T08:30").status == 0)
  }
}
