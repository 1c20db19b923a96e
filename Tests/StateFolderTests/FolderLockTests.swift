import Foundation
import Glibc
import StateFolder
import TestSupport
import Testing

@Suite("One process at a time")
struct FolderLockTests {
  @Test("The second is told who has the lock, and gets it when it is let go")
  func second() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/lock"
    var first: FolderLock? = try FolderLock(path, holder: "nhacviec remind\nsecond line")
    #expect(first != nil)
    let holder = "nhacviec remind (\(getpid()))"
    #expect(throws: FolderLock.Failure.held(by: holder)) { try FolderLock(path, holder: "nhacviec rules promote") }
    first = nil
    let again = try FolderLock(path, holder: "nhacviec rules promote")
    #expect(throws: FolderLock.Failure.held(by: "nhacviec rules promote (\(getpid()))")) {
      try FolderLock(path, holder: "")
    }
    withExtendedLifetime(again) {}
  }

  @Test("Whoever may only read cannot hold it, also where an earlier version let them") func mode() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/lock"
    try WholeFile.replace(path, with: "", mode: 0o640)
    let lock = try FolderLock(path, holder: "nhacviec remind")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    withExtendedLifetime(lock) {}
  }

  @Test("A holder that left no words is named by the system; the wait for it ends") func stranger() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path + "/lock"
    try WholeFile.replace(path, with: "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    process.arguments = [path, "sleep", "60"]
    try process.run()
    defer { process.terminate() }
    var said: FolderLock.Failure?
    let end = ContinuousClock.now + .seconds(30)
    while said == nil, ContinuousClock.now < end {
      do throws(FolderLock.Failure) { _ = try FolderLock(path, holder: "", patience: 0.1) } catch { said = error }
    }
    #expect(said == .held(by: "flock (\(process.processIdentifier))"))
  }

  @Test("No folder, or a link in the lock's place: an error that names the path")
  func noFolder() throws {
    let scratch = try ScratchFolder()
    let missing = scratch.path + "/none/lock"
    #expect(throws: FolderLock.Failure.system(SystemError(ENOENT, missing))) { try FolderLock(missing, holder: "") }
    let link = scratch.path + "/lock"
    #expect(symlink("/etc/passwd", link) == 0)
    #expect(throws: FolderLock.Failure.system(SystemError(ELOOP, link))) { try FolderLock(link, holder: "") }
  }

  @Test("Removing a folder removes links in it, not what they lead to")
  func removing() throws {
    let scratch = try ScratchFolder()
    try Folder.make(scratch.path + "/a/b")
    try Folder.make(scratch.path + "/kept")
    try WholeFile.replace(scratch.path + "/kept/file", with: "kept")
    #expect(symlink("../kept", scratch.path + "/a/link") == 0)
    try WholeFile.replace(scratch.path + "/a/b/.hidden", with: [0xFF, 0x00])
    try Folder.remove(scratch.path + "/a")
    #expect(Folder.names(in: scratch.path) == ["kept"])
    #expect(WholeFile.read(scratch.path + "/kept/file") == "kept")
    try Folder.remove(scratch.path + "/a")
  }
}
