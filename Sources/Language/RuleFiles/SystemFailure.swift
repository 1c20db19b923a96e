import Diagnostics
import Glibc

/// The error of a system call, with words for users.
struct SystemFailure: Error {
  let code: Int32

  /// The error of the last call that failed on this thread.
  static var last: SystemFailure { SystemFailure(code: errno) }

  var words: Diagnostic.Words {
    switch code {
    case ENOENT: Diagnostic.Words(vi: "không có tệp hoặc thư mục này", en: "there is no such file or folder")
    case EACCES, EPERM: Diagnostic.Words(vi: "không có quyền đọc", en: "there is no permission to read it")
    case ELOOP: Diagnostic.Words(vi: "các liên kết tạo thành vòng", en: "its links form a loop")
    case ENOTDIR: Diagnostic.Words(vi: "đường dẫn đi qua một tệp", en: "the path leads through a file")
    case ENAMETOOLONG: Diagnostic.Words(vi: "đường dẫn quá dài", en: "the path is too long")
    case EMFILE, ENFILE: Diagnostic.Words(vi: "mở quá nhiều tệp cùng lúc", en: "too many files are open")
    default: Diagnostic.Words(vi: "lỗi hệ thống: \(systemText)", en: systemText)
    }
  }

  private var systemText: String { strerror(code).map { String(cString: $0) } ?? "errno \(code)" }
}
