import Foundation
import Glibc
import StateFolder
import Testing

@testable import nhacviec

/// Commands by root in a state that belongs to the service's users: 12345 writes `post`, 23456 `facts`, group 54321.
@Suite("Root in the service's state", .enabled(if: geteuid() == 0, "needs root"))
struct OwnershipTests {
  private func handOver(_ state: StateFolder) throws {
    for (path, user) in [(state.post, uid_t(12_345)), (state.facts, 23_456)] {
      try Folder.make(path)
      #expect(chown(path, user, 54_321) == 0)
    }
  }

  /// Every file and folder below has the folder's owner.
  private func expectOwned(_ folder: String, by user: uid_t, _ what: String) throws {
    let entries = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    #expect(!entries.isEmpty)
    for entry in entries {
      var status = stat()
      #expect(lstat("\(folder)/\(entry)", &status) == 0)
      #expect(status.st_uid == user && status.st_gid == 54_321, "\(what): \(folder)/\(entry)")
    }
  }

  private func expectOwned(_ state: StateFolder, _ what: String) throws {
    try expectOwned(state.post, by: 12_345, what)
    try expectOwned(state.facts, by: 23_456, what)
  }

  @Test("Its round, its recording and its restore leave nothing that the service cannot use") func all() throws {
    let office = try MailOffice()
    let state = StateFolder(office.state)
    try handOver(state)
    // A round of root's before the service's first, with a request to promote.
    try Folder.make(state.spool)
    try Spool(state.spool).drop(.promote)
    let round = try office.remind("2027-03-08T08:00")
    #expect(round.code == 0 && round.output.hasPrefix("1 new messages"), "\(round)")
    #expect(try office("done", "I.1", "--on", "9/3/2027", at: MailOffice.march).code == 0)
    try expectOwned(state, "round and recording")

    let copy = office.scratch.path + "/copy"
    #expect(try office("backup", copy, office.config[0], office.config[1]).code == 0)
    var status = stat()
    #expect(stat(copy, &status) == 0 && status.st_uid == 0 && status.st_mode & 0o777 == 0o700)
    let other = StateFolder(office.scratch.path + "/other")
    try handOver(other)
    let restored = try office("restore", copy, office.config[0], office.config[1], state: other.path)
    #expect(restored.code == 0, "\(restored)")
    try expectOwned(other, "restore")
    // The service goes on with it: as its user, with nothing of root's.
    #expect(try office.remind("2027-03-12T08:00", state: other.path).code == 0)
    try expectOwned(other, "round after restore")
  }

  @Test("status tells what the service cannot read of the rules and what is not its own in the state, though root can")
  func status() throws {
    let office = try MailOffice.promoted()
    let state = StateFolder(office.state)
    try office.remind("2027-03-08T08:00")
    // The scratch folder's way is open to all.
    try handOver(state)
    for path in Folder.allNames(in: state.post) { #expect(lchown("\(state.post)/\(path)", 12_345, 54_321) == 0) }
    for path in Folder.allNames(in: state.revisions) {
      #expect(lchown("\(state.revisions)/\(path)", 12_345, 54_321) == 0)
    }
    func said() throws -> String { try office("status", office.config[0], office.config[1]).output }
    #expect(try !said().contains("the service"))
    let rules = office.scratch.path + "/rules/plan.rules"
    #expect(chmod(rules, 0o640) == 0)
    #expect(try said().contains("the service (uid 12345) cannot read \(rules): chmod a+rX \(rules)"))
    #expect(chmod(rules, 0o644) == 0)
    #expect(chown(state.lock, 0, 0) == 0)
    let damaged = try said()
    #expect(
      damaged.contains(
        "CRITICAL: the service cannot use \(state.lock), which is somebody else's: chown -h --reference=\(state.post)"),
      "\(damaged)")
  }
}
