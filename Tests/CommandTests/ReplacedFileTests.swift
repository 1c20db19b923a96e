import Foundation
import Glibc
import RuleFiles
import TestSupport
import Testing

/// What becomes of a rule file that an accepted proposal changes.
@Suite("A file that is replaced whole")
struct ReplacedFileTests {
  private let folder: ScratchFolder
  private var path: String { folder.path + "/a/plan.rules" }

  init() throws { folder = try ScratchFolder(["a/plan.rules": "cũ"]) }

  private func status(_ path: String) -> stat {
    var status = stat()
    #expect(lstat(path, &status) == 0, "\(path)")
    return status
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test("It keeps its rights", arguments: [0o600, 0o640, 0o664, 0o2660]) func rights(mode: UInt32) throws {
    #expect(chmod(path, mode) == 0)
    try WholeFolder.replace(path, with: "mới")
    #expect(try text(path) == "mới")
    #expect(status(path).st_mode & 0o7777 == mode)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a") == ["plan.rules"])
  }

  @Test("It keeps its owner and group", .enabled(if: geteuid() == 0)) func owner() throws {
    #expect(chown(path, 4711, 4712) == 0 && chmod(path, 0o640) == 0)
    try WholeFolder.replace(path, with: "mới")
    #expect(status(path).st_uid == 4711 && status(path).st_gid == 4712 && status(path).st_mode & 0o7777 == 0o640)
  }

  @Test("Of a link, also of one to a link, the file is replaced that it leads to") func links() throws {
    let (one, other) = (folder.path + "/one.rules", folder.path + "/other.rules")
    #expect(symlink("a/plan.rules", one) == 0 && symlink(one, other) == 0)
    try WholeFolder.replace(other, with: "mới")
    #expect(try text(path) == "mới")
    for link in [one, other] { #expect(status(link).st_mode & S_IFMT == S_IFLNK, "\(link)") }
    #expect(status(path).st_mode & S_IFMT == S_IFREG)
  }

  @Test("One that cannot be written stays as it was, and the failure names it, not the draft") func failure() throws {
    let path = folder.path + "/khong-co/plan.rules"
    do {
      try WholeFolder.replace(path, with: "mới")
      Issue.record("written")
    } catch { #expect(error.path == path) }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/khong-co"))
  }
}
