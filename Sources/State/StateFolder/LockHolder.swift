import Glibc

/// The process that holds a lock, such as `python3 (4711)`; empty if the system does not tell.
package enum LockHolder {
  /// The holder of a lock on the whole file (flock). It is unknown where /proc/locks is hidden, as from the services.
  package static func ofFile(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0, let locks = WholeFile.read("/proc/locks") else { return "" }
    // `12: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF`; a `->` after the number marks a process that waits.
    for line in locks.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK", let process = pid_t(words[4]) else { continue }
      let place = words[5].split(separator: ":")
      guard place.count == 3, UInt(place[2]) == UInt(status.st_ino), let major = UInt(place[0], radix: 16),
        let minor = UInt(place[1], radix: 16), device(major, minor) == UInt(status.st_dev)
      else { continue }
      return name(process)
    }
    return ""
  }

  /// The device number as makedev(3) makes it.
  private static func device(_ major: UInt, _ minor: UInt) -> UInt {
    (major & 0xFFF) << 8 | (major & ~0xFFF) << 32 | minor & 0xFF | (minor & ~0xFF) << 12
  }

  /// The holder of SQLite's locks on a database: its writer, else the process that has locked all others out
  /// (https://sqlite.org/walformat.html, "Locks").
  package static func ofDatabase(_ path: String) -> String {
    let writer = ofBytes(path + "-shm", Int16(F_WRLCK), from: 120, count: 8)
    return writer.isEmpty ? ofBytes(path, Int16(F_RDLCK), from: 0x4000_0000, count: 512) : writer
  }

  /// The process that stands in the way of such a lock.
  private static func ofBytes(_ path: String, _ kind: Int16, from start: off_t, count: off_t) -> String {
    // Never closed: closing it would let go of this process's own locks on the file.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return "" }
    var lock = flock()
    (lock.l_type, lock.l_whence, lock.l_start, lock.l_len) = (kind, Int16(SEEK_SET), start, count)
    guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != F_UNLCK, lock.l_pid > 0 else { return "" }
    return name(lock.l_pid)
  }

  private static func name(_ process: pid_t) -> String {
    let command = WholeFile.read("/proc/\(process)/comm", limit: 64)?.firstLine ?? ""
    return command.isEmpty ? "\(process)" : "\(command) (\(process))"
  }
}
