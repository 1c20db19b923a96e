import Diagnostics
import Glibc
import StateFolder

/// What to say if the user who runs a command may not use the office's state. A state of their own instead would
/// mislead: nobody else sees what is recorded there.
package enum ClosedState {
  /// The diagnostic of a command that cannot go on. Lists go on and tell `note` instead.
  static func diagnostic(_ state: String, _ login: String) -> Diagnostic {
    var notes = [
      Diagnostic.Note(
        .init(
          vi: "muốn dùng một thư mục riêng, không ai khác thấy: thêm --state THƯ-MỤC",
          en: "for a folder of your own, which nobody else sees: add --state FOLDER"))
    ]
    if let group = group(of: state) {
      notes.insert(
        Diagnostic.Note(
          .init(
            vi: "vào nhóm \(group): sudo adduser \(login) \(group), rồi đăng nhập lại",
            en: "join the group \(group): sudo adduser \(login) \(group), then sign in again")), at: 0)
    }
    if access(state, X_OK) == 0, access(state + "/facts", F_OK) != 0, errno == ENOENT {
      return Diagnostic(
        .stateClosed, vi: "thư mục ghi nhận của cơ quan không còn ở đây (đã dời đi, hoặc chưa gắn ổ đĩa); chưa làm gì",
        en: "the office's folder of facts is not here (moved away, or not mounted); nothing was done",
        at: Span(SourceText(name: state + "/facts", bytes: []), 0, 0), notes: notes.suffix(1))
    }
    return Diagnostic(
      .stateClosed, vi: "đây là dữ liệu của cơ quan, tài khoản \(login) không có quyền dùng; chưa làm gì",
      en: "the office's state is here and closed to \(login); nothing was done",
      at: Span(SourceText(name: state, bytes: []), 0, 0), notes: notes)
  }

  /// Tells that the office's state is not in a list, if it is closed to this user.
  /// - Parameter named: the state folder that the user named; nil if they named none.
  package static func note(named: String?, in operations: OperationContext) {
    guard let state = operations.folders.closedState(named: named, recording: false) else { return }
    operations.tell(
      .note(
        .init(
          vi: "tài khoản này không đọc được dữ liệu của cơ quan ở \(state), nên dữ liệu đó không được tính đến",
          en: "the office's state in \(state) is closed to you and is not taken into account")))
  }

  /// The group whose members may record there; nil if only the owner may.
  private static func group(of state: String) -> String? {
    var status = stat()
    guard stat(state + "/facts", &status) == 0 else { return state == StateFolder.system ? "nhacviec" : nil }
    guard status.st_mode & S_IRWXG == S_IRWXG, let entry = getgrgid(status.st_gid) else { return nil }
    return entry.pointee.gr_name.map { String(cString: $0) }
  }
}
