import Diagnostics
import Glibc

/// The error of a system call, with words for users.
struct SystemFailure: Error {
  let code: Int32

  /// The error of the last call that failed on this thread.
  static var last: SystemFailure { SystemFailure(code: errno) }

  var words: Bilingual {
    switch code {
    case ENOENT: Bilingual(vi: "không có tệp hoặc thư mục này", en: "there is no such file or folder")
    case EACCES, EPERM: Bilingual(vi: "không có quyền đọc", en: "there is no permission to read it")
    case ELOOP: Bilingual(vi: "các liên kết tạo thành vòng", en: "its links form a loop")
    case ENOTDIR: Bilingual(vi: "đường dẫn đi qua một tệp", en: "the path leads through a file")
    case ENAMETOOLONG: Bilingual(vi: "đường dẫn quá dài", en: "the path is too long")
    case EMFILE, ENFILE: Bilingual(vi: "mở quá nhiều tệp cùng lúc", en: "too many files are open")
    default: Bilingual(vi: "lỗi hệ thống: \(systemText)", en: systemText)
    }
  }

  private var systemText: String { strerror(code).map { String(cString: $0) } ?? "errno \(code)" }
}
