package import Diagnostics
import Glibc

/// Writes files into a folder so that all of them appear, or none.
package enum WholeFolder {
  /// What could not be written, and why.
  package struct Failure: Error, Sendable {
    package var path: String
    package var words: Bilingual

    package init(path: String, words: Bilingual) {
      self.path = path
      self.words = words
    }

    /// The same of what a draft was to become.
    fileprivate func about(_ target: String, insteadOf draft: String) -> Failure {
      path.hasPrefix(draft) ? Failure(path: target + path.dropFirst(draft.count), words: words) : self
    }
  }

  /// Makes the folder `path` with these files, whose names may have folders in them. There must be no folder yet, or an
  /// empty one.
  package static func create(_ path: String, files: [(name: String, text: String)]) throws(Failure) {
    let target = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let temporary = "\(target).nhap-\(getpid())"
    if mkdir(temporary, 0o777) != 0 { throw failure(target) }
    do throws(Failure) {
      for (name, text) in files {
        try makeParents(of: name, in: temporary)
        try write(text, to: "\(temporary)/\(name)")
      }
      // An empty folder is replaced; one with something in it is not.
      if rmdir(target) != 0, errno != ENOENT { throw failure(target) }
      if rename(temporary, target) != 0 { throw failure(target) }
    } catch {
      remove(temporary, files)
      throw error.about(target, insteadOf: temporary)
    }
    syncParent(of: target)
  }

  /// Writes or replaces one file whole. A file that was there keeps its rights and, where they may be given, its owner and
  /// group; of a link the file is replaced that it leads to.
  package static func replace(_ link: String, with text: String) throws(Failure) {
    let path =
      realpath(link, nil).map { real in
        defer { free(real) }
        return String(cString: real)
      } ?? link
    let temporary = "\(path).nhap-\(getpid())"
    do throws(Failure) {
      try write(text, to: temporary)
      var old = stat()
      if stat(path, &old) == 0 {
        // Only root gives files away.
        _ = chown(temporary, old.st_uid, old.st_gid)
        if chmod(temporary, old.st_mode & 0o7777) != 0 { throw failure(path) }
      }
      if rename(temporary, path) != 0 { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error.about(link, insteadOf: temporary)
    }
    syncParent(of: path)
  }

  /// Whether something lies at `path` that is not an empty folder.
  package static func isOccupied(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return errno != ENOENT }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { return true }
    }
    return false
  }

  /// Makes the folders of a file's path below `folder` where they do not exist.
  package static func makeParents(of name: String, in folder: String) throws(Failure) {
    var path = folder
    for part in name.split(separator: "/").dropLast() {
      path += "/" + part
      if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure(path) }
    }
  }

  private static func write(_ text: String, to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(path)
      }
      rest = rest.dropFirst(count)
    }
    if fsync(descriptor) != 0 { throw failure(path) }
  }

  private static func remove(_ folder: String, _ files: [(name: String, text: String)]) {
    for (name, _) in files { unlink("\(folder)/\(name)") }
    for name in Set(files.map { $0.name.split(separator: "/").dropLast().joined(separator: "/") }) where !name.isEmpty {
      rmdir("\(folder)/\(name)")
    }
    rmdir(folder)
  }

  private static func syncParent(of path: String) {
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(parent.isEmpty ? "/" : parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String) -> Failure {
    let system = SystemFailure.last
    var words = system.words
    if system.code == EEXIST || system.code == ENOTEMPTY {
      words = .init(vi: "đã có sẵn và không trống", en: "it is there and not empty")
    } else if system.code == EACCES || system.code == EPERM || system.code == EROFS {
      words = .init(vi: "không có quyền ghi", en: "there is no permission to write")
    } else if system.code == ENOSPC {
      words = .init(vi: "hết chỗ trên đĩa", en: "the disk is full")
    }
    return Failure(path: path, words: words)
  }
}
