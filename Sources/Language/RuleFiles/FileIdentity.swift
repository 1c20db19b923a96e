import Glibc

/// Identifies a file or folder on this machine, whatever path leads to it.
struct FileIdentity: Hashable {
  let device: UInt
  let inode: UInt

  init(_ status: stat) {
    device = UInt(truncatingIfNeeded: status.st_dev)
    inode = UInt(truncatingIfNeeded: status.st_ino)
  }
}

/// What a directory entry is, as far as reading rules is concerned.
enum FileKind {
  case regular, folder, link
  /// A pipe, device or socket: opening one could wait for ever.
  case special

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .special
    }
  }
}

/// The status of `path`: of the link itself, unless `followingLinks`.
func fileStatus(_ path: String, followingLinks: Bool) throws(SystemFailure) -> stat {
  var status = stat()
  let result = followingLinks ? stat(path, &status) : lstat(path, &status)
  guard result == 0 else { throw .last }
  return status
}

/// The path without links, `.` and `..`.
func resolvedPath(_ path: String) throws(SystemFailure) -> String {
  guard let resolved = realpath(path, nil) else { throw .last }
  defer { free(resolved) }
  return String(cString: resolved)
}
