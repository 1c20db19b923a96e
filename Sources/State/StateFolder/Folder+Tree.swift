import Glibc

extension Folder {
  /// Writes the names in a folder to the disk; they are there when this returns.
  package static func sync(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(errno, path) }
    defer { close(descriptor) }
    // Some file systems of other machines (FUSE) know no syncing of folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError(errno, path) }
  }

  /// Does the same for a folder and all folders in it.
  package static func syncAll(_ path: String) throws(SystemError) {
    for name in allNames(in: path) where isRealFolder("\(path)/\(name)") { try syncAll("\(path)/\(name)") }
    try sync(path)
  }

  /// Removes a folder with everything in it, if it exists. Links are removed, not followed.
  package static func remove(_ path: String) throws(SystemError) {
    guard isRealFolder(path) else {
      guard unlink(path) == 0 || errno == ENOENT else { throw SystemError(errno, path) }
      return
    }
    for name in allNames(in: path) { try remove("\(path)/\(name)") }
    guard rmdir(path) == 0 || errno == ENOENT else { throw SystemError(errno, path) }
  }

  /// All names in a folder, with those that begin with a dot, in no order; empty if it cannot be read.
  package static func allNames(in path: String) -> [String] { entries(of: path) ?? [] }

  /// The names in a folder, in no order; nil if it cannot be read.
  static func entries(of path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Whether `path` is a folder, and no link to one.
  private static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
