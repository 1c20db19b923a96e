import Glibc
import StateFolder
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
}
