import Glibc
import StateFolder
import TestSupport
import Testing

@Suite("Errors of the system, in words")
struct SystemErrorTests {
  @Test("What happens on machines is said in either language, with its place")
  func words() {
    let full = SystemError(ENOSPC, "/var/lib/nhacviec/post/round").words
    #expect(full.vi == "/var/lib/nhacviec/post/round: ổ đĩa đã đầy")
    #expect(full.en == "/var/lib/nhacviec/post/round: the disk is full")
    for code in [EROFS, EACCES, ENOENT, ENOTDIR, EIO, ELOOP, EMFILE] {
      let words = SystemError(code, "/x").words
      #expect(!words.vi.contains("lỗi hệ thống") && words.vi.hasPrefix("/x: ") && words.vi != words.en)
    }
    #expect(SystemError(EBADMSG, "/x").words.vi == "/x: lỗi hệ thống \(EBADMSG)")
  }

  @Test("A failure names the file that was asked for, and not the draft of it") func drafts() throws {
    let scratch = try ScratchFolder(["source": "x"])
    // A folder is missing; the name is a folder's; the draft's name is too long; nothing more fits on the disk.
    let paths = ["none/file", "folder", String(repeating: "n", count: 250)].map { "\(scratch.path)/\($0)" }
    try Folder.make(scratch.path + "/folder/inner")
    for path in paths + ["/dev/full/file"] {
      let failure = #expect(throws: SystemError.self) { try WholeFile.replace(path, with: "1") }
      #expect(failure?.path == path)
      let copying = #expect(throws: SystemError.self) {
        try WholeFile.copy(scratch.path + "/source", to: path, mode: 0o600)
      }
      #expect(copying?.path == path)
    }
    #expect(Set(Folder.allNames(in: scratch.path)) == ["source", "folder"])
    #expect(SystemError(ENOSPC, "/a/b.new-1/c").about("/a/b", insteadOf: "/a/b.new-1") == SystemError(ENOSPC, "/a/b/c"))
    #expect(SystemError(ENOSPC, "/a/b.new-12").about("/a/b", insteadOf: "/a/b.new-1").path == "/a/b.new-12")
  }
}
