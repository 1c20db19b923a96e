import GRDBSQLite
import Glibc
import Synchronization

/// SQLite's own file system but for files whose path holds `sync-fails`: their syncing fails while `isOn`.
enum FailingSync {
  static let isOn = Atomic<Bool>(false)

  /// From now on every database is opened through it.
  static let installed: Bool = {
    guard let standard = sqlite3_vfs_find(nil) else { return false }
    let copy = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    copy.initialize(to: standard.pointee)
    copy.pointee.zName = UnsafePointer(strdup("failing-sync"))
    copy.pointee.pAppData = UnsafeMutableRawPointer(standard)
    copy.pointee.xOpen = { vfs, name, file, flags, said in
      guard let standard = vfs?.pointee.pAppData?.assumingMemoryBound(to: sqlite3_vfs.self), let file else {
        return SQLITE_CANTOPEN
      }
      let result = standard.pointee.xOpen(standard, name, file, flags, said)
      if result == SQLITE_OK, let name, String(cString: name).contains("sync-fails") { FailingSync.change(file) }
      return result
    }
    return sqlite3_vfs_register(copy, 1) == SQLITE_OK
  }()

  /// As Linux has `xSync` of every file: fsync(2).
  private static func change(_ file: UnsafeMutablePointer<sqlite3_file>) {
    guard let methods = file.pointee.pMethods else { return }
    let changed = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    changed.initialize(to: methods.pointee)
    changed.pointee.xSync = { _, _ in
      FailingSync.isOn.load(ordering: .sequentiallyConsistent) ? SQLITE_IOERR | 4 << 8 : SQLITE_OK
    }
    file.pointee.pMethods = UnsafePointer(changed)
  }
}
