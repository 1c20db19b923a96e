import Glibc

/// Tells whether a file changed: its identity, size and times. Of a link, the link's own.
package struct FileStamp: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// The stamp of the file at `path`; `-` if there is none.
  ///
  /// - Parameter isDatabase: leaves out the time at which owner and rights were last set, because SQLite, run by root,
  ///   sets the owner of its files whenever it opens them.
  package init(_ path: String, isDatabase: Bool = false) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      description = "-"
      return
    }
    let (changed, modified) = (status.st_ctim, status.st_mtim)
    let written = "\(status.st_dev).\(status.st_ino).\(status.st_size).\(modified.tv_sec).\(modified.tv_nsec)"
    description = isDatabase ? written : "\(written).\(changed.tv_sec).\(changed.tv_nsec)"
  }
}
