import Foundation
import Glibc
import StateFolder
import TestSupport
import Testing

@Suite("Whose what is made in the state folder is")
struct OwnerTests {
  @Test("What root makes belongs to the owner of its folder", .enabled(if: geteuid() == 0)) func owners() throws {
    let scratch = try ScratchFolder()
    let state = StateFolder(scratch.path + "/state")
    try Folder.make(state.post)
    #expect(chown(state.post, 12_345, 54_321) == 0)
    let lock = try state.lockRound(holder: "root")
    try Folder.make(state.revisions + "/000001/sources")
    try WholeFile.replace(state.revisions + "/000001/manifest", with: "m")
    try Folder.link(state.live, to: "revisions/000001")
    try WholeFile.replace(state.roundMark, with: "mark")
    try Folder.make(state.spool)
    let name = try Spool(state.spool).drop(.promote)
    let entry = try #require(Spool(state.spool).entries().first)
    try state.answer(entry, SpoolAnswer(exitCode: 0, vi: "xong", en: "done"))
    withExtendedLifetime(lock) {}
    let made = [
      state.lock, state.revisions, state.revisions + "/000001", state.revisions + "/000001/sources",
      state.revisions + "/000001/manifest", state.live, state.roundMark, state.answers, "\(state.answers)/\(name)",
    ]
    for path in made {
      var status = stat()
      #expect(lstat(path, &status) == 0 && status.st_uid == 12_345 && status.st_gid == 54_321, "\(path)")
    }
  }

  /// Calls that make, move or open for making. Another place for them would be another owner.
  private static let calls = ["O_CREAT", "mkdir(", "rename(", "symlink(", "mkfifo(", "mknod(", "creat(", "FileManager"]
  /// What is no part of the state: written out plans, a Maildir.
  private static let others = [
    "State/StateFolder/Folder.swift", "Language/RuleFiles/WholeFolder.swift",
    "Notify/Channels/Maildir/MaildirTransport.swift", "Notify/Channels/Maildir/MaildirInbox.swift",
  ]

  @Test("Only one file of the program makes anything in the state folder") func onePlace() throws {
    let sources = repository.appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
    var looked = 0
    for file in files where file.hasSuffix(".swift") && !Self.others.contains(file) {
      looked += 1
      let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
      // The spool moves within itself what is not the program's.
      for call in Self.calls
      where text.contains(call) && !(file.hasPrefix("State/StateFolder/Spool") && call == "rename(") {
        Issue.record("\(file): \(call)")
      }
    }
    #expect(looked > 300)
  }

  @Test("A file that is replaced leaves nothing else, also where somebody put something in its way") func replaced()
    throws
  {
    let scratch = try ScratchFolder()
    try WholeFile.replace(scratch.path + "/head", with: "1")
    try WholeFile.replace(scratch.path + "/head", with: "2", mode: 0o660)
    #expect(Folder.allNames(in: scratch.path) == ["head"])
    #expect(WholeFile.read(scratch.path + "/head") == "2")
    var status = stat()
    #expect(stat(scratch.path + "/head", &status) == 0 && status.st_mode & 0o777 == 0o660)
  }
}
