import Glibc
package import StateFolder

/// What reminders need of the machine besides the files of the state folder.
package struct Surroundings: Hashable, Sendable {
  /// The path of the state folder.
  package var path = ""
  /// Free bytes of its file system for users other than root; nil if unknown.
  package var freeBytes: Int64?
  /// Whether its file system has no inodes left.
  package var isOutOfFiles = false
  package var isReadOnly = false
  /// Whether rounds require a synchronised clock, and it is not.
  package var isClockLoose = false
  /// Nil if nothing is known of them.
  package var units: ServiceUnits?

  package init() {}

  /// The surroundings of a state folder, as far as its file system tells them.
  package init(of state: StateFolder) {
    path = state.path
    var status = statvfs()
    guard statvfs(state.path, &status) == 0 else { return }
    freeBytes = Int64(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).0)
    isOutOfFiles = status.f_files > 0 && status.f_favail == 0
    isReadOnly = status.f_flag & UInt(ST_RDONLY) != 0
  }

  /// With fewer bytes it is not certain that a database can take another round.
  static let leastFreeBytes: Int64 = 16 << 20

  /// What is wrong, each with its reason and what to do.
  package var findings: [Finding] {
    var found: [Finding] = []
    if isReadOnly {
      found.append(
        Finding(
          .critical, vi: "hệ thống tệp của \(path) chỉ đọc được: không ghi nhận và không gửi được gì",
          en: "the file system of \(path) is read-only: nothing can be recorded or sent"))
    } else if isOutOfFiles || freeBytes.map({ $0 < Self.leastFreeBytes }) ?? false {
      let left = (freeBytes ?? 0) >> 20
      found.append(
        Finding(
          .critical,
          vi:
            "ổ đĩa của \(path) đã đầy (còn \(left) MB\(isOutOfFiles ? ", hết inode" : "")): không ghi nhận và không gửi được gì",
          en:
            "the disk of \(path) is full (\(left) MB\(isOutOfFiles ? ", no inodes" : "") left): nothing can be recorded or sent"
        ))
    }
    if isClockLoose {
      found.append(
        Finding(
          .warning, vi: "đồng hồ chưa được đồng bộ: lượt nhắc sẽ chờ (timedatectl set-ntp true)",
          en: "the clock is not synchronised: rounds will wait (timedatectl set-ntp true)"))
    }
    return found + (units?.findings ?? [])
  }
}
