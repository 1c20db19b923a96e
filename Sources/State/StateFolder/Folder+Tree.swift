import Glibc

extension Folder {
  /// What is in a folder is on the disk when this returns, as far as names go.
  package static func sync(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(errno, path) }
    defer { close(descriptor) }
    // Some file systems of other machines (FUSE) know no syncing of folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError(errno, path) }
  }

  /// As `sync`, of a folder and all folders in it.
  package static func syncAll(_ path: String) throws(SystemError) {
    for name in allNames(in: path) where isRealFolder("\(path)/\(name)") { try syncAll("\(path)/\(name)") }
    try sync(path)
  }

  /// Removes a folder with everything in it; links are removed, not followed. It need not be there.
  package static func remove(_ path: String) throws(SystemError) {
    guard isRealFolder(path) else {
      guard unlink(path) == 0 || errno == ENOENT else { throw SystemError(errno, path) }
      return
    }
    for name in allNames(in: path) { try remove("\(path)/\(name)") }
    guard rmdir(path) == 0 || errno == ENOENT else { throw SystemError(errno, path) }
  }

  /// With those that begin with a dot, in no order; none where it cannot be read.
  package static func allNames(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
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

  /// No link to one.
  private static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
