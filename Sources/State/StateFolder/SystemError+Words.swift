package import Diagnostics
import Glibc

extension SystemError {
  /// The error in both languages behind its path; the system itself has words in one language alone.
  package var words: Bilingual {
    let reason: Bilingual =
      switch code {
      case ENOSPC, EDQUOT: .init(vi: "ổ đĩa đã đầy", en: "the disk is full")
      case EROFS: .init(vi: "hệ thống tệp chỉ đọc được", en: "the file system is read-only")
      case EACCES, EPERM: .init(vi: "không có quyền", en: "permission denied")
      case ENOENT: .init(vi: "không có tệp hay thư mục này", en: "there is no such file or folder")
      case EEXIST, ENOTEMPTY: .init(vi: "đã có sẵn ở đây", en: "this is there already")
      case ENOTDIR: .init(vi: "không phải là thư mục", en: "this is no folder")
      case EIO: .init(vi: "ổ đĩa đọc hoặc ghi bị lỗi", en: "the disk failed to read or write")
      case ELOOP: .init(vi: "đây là liên kết, không được dùng", en: "this is a link, which is not followed")
      case EMFILE, ENFILE: .init(vi: "mở quá nhiều tệp", en: "too many files are open")
      default: .init(vi: "lỗi hệ thống \(code)", en: strerror(code).map { String(cString: $0) } ?? "error \(code)")
      }
    return Bilingual(vi: "\(path): \(reason.vi)", en: "\(path): \(reason.en)")
  }
}
