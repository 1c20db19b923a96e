import Glibc
package import StateFolder

/// What reminders need of the machine, beside the files of the state folder.
package struct Surroundings: Hashable, Sendable {
  /// Where the state lies.
  package var path = ""
  /// Of its file system, for who is not root; nil: nobody knows.
  package var freeBytes: Int64?
  package var isOutOfFiles = false
  package var isReadOnly = false
  /// Rounds need a clock that a time service keeps, and none does.
  package var isClockLoose = false
  /// Nil: there is nothing to say of them.
  package var units: ServiceUnits?

  package init() {}

  /// Asks the file system alone.
  package init(of state: StateFolder) {
    path = state.path
    var status = statvfs()
    guard statvfs(state.path, &status) == 0 else { return }
    freeBytes = Int64(clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).0)
    isOutOfFiles = status.f_files > 0 && status.f_favail == 0
    isReadOnly = status.f_flag & UInt(ST_RDONLY) != 0
  }

  /// With less than that a database cannot be relied on to take another round.
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
