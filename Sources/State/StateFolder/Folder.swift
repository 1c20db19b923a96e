import Glibc

/// Makes folders, files and links in the state folder. What root makes belongs to the owner and the group of the folder
/// around it, so that the service can work with it (docs/store.md, "Files"). It gets its name only after its owner, so
/// that root, stopped in between, leaves nothing in the service's way.
package enum Folder {
  /// Makes `path` and the folders above it where they do not exist.
  package static func make(_ path: String, mode: UInt32 = 0o750) throws(SystemError) {
    var end = path.startIndex
    while end != path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      let code = makeOne(folder, mode)
      guard code == 0 || code == EEXIST || isThere(folder) else { throw SystemError(code, folder) }
    }
    guard isThere(path) else { throw SystemError(ENOTDIR, path) }
  }

  /// Returns `errno`, or 0 if the folder was made.
  private static func makeOne(_ folder: String, _ mode: UInt32) -> Int32 {
    var status = stat()
    if lstat(folder, &status) == 0 { return EEXIST }
    guard geteuid() == 0 else { return mkdir(folder, mode) == 0 ? 0 : errno }
    let draft = draft(of: folder)
    guard mkdir(draft, mode) == 0 else { return errno }
    own(folder: draft, as: folder)
    if rename(draft, folder) == 0 { return 0 }
    let code = errno
    rmdir(draft)
    return code == ENOTEMPTY ? EEXIST : code
  }

  /// A name beside `path` that no other process or thread uses.
  static func draft(of path: String) -> String { "\(path).new-\(getpid())-\(UInt(pthread_self()))" }

  /// Makes a folder that only its maker may use, whoever owns the folder around it. It must not exist yet.
  package static func makePrivate(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o700) == 0 else { throw SystemError(errno, path) }
  }

  /// Opens a new file for writing, which must not exist yet. It has exactly this mode, whatever the process's mask is.
  ///
  /// - Parameter keepsMaker: whether the file belongs to its maker even if that is root, so that its owner tells who
  ///   asks for something.
  package static func openNew(_ path: String, mode: UInt32, keepsMaker: Bool = false) throws(SystemError) -> Int32 {
    guard !keepsMaker, let (user, group) = ownerToBe(of: path) else { return try create(path, mode) }
    let draft = draft(of: path)
    unlink(draft)
    let descriptor: Int32
    do throws(SystemError) { descriptor = try create(draft, mode) } catch {
      throw error.about(path, insteadOf: draft)
    }
    fchown(descriptor, user, group)
    defer { unlink(draft) }
    guard Glibc.link(draft, path) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemError(code, path)
    }
    return descriptor
  }

  private static func create(_ path: String, _ mode: UInt32) throws(SystemError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw SystemError(errno, path) }
    fchmod(descriptor, mode)
    return descriptor
  }

  /// Opens a regular file for writing, not through a link, and makes it where it does not exist.
  package static func openFile(_ path: String, mode: UInt32) throws(SystemError) -> Int32 {
    do throws(SystemError) {
      return try openNew(path, mode: mode)
    } catch {
      guard error.code == EEXIST else { throw error }
    }
    let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(errno, path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw SystemError(EINVAL, path)
    }
    return descriptor
  }

  /// Makes a symbolic link at `path` to `target`.
  package static func link(_ path: String, to target: String) throws(SystemError) {
    guard symlink(target, path) == 0 else { throw SystemError(errno, path) }
    guard let (user, group) = ownerToBe(of: path) else { return }
    guard lchown(path, user, group) == 0 else { throw SystemError(errno, path) }
  }

  /// Makes `path` another name of the file `other`.
  package static func makeSame(_ path: String, as other: String) throws(SystemError) {
    guard Glibc.link(other, path) == 0 else { throw SystemError(errno, path) }
  }

  /// Tells files apart, whatever their names: the inode.
  package static func number(of path: String) throws(SystemError) -> UInt {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw SystemError(errno, path) }
    return UInt(status.st_ino)
  }

  /// Renames `path`, and replaces what has the new name. The new name is on the disk when this returns.
  package static func move(_ path: String, to new: String) throws(SystemError) {
    guard rename(path, new) == 0 else { throw SystemError(errno, new) }
    try sync(parent(of: new))
  }

  /// The folder around `path`.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether there is a folder at `path`; links are followed.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, sorted, without those that begin with a dot; nil if it cannot be read.
  package static func names(in path: String) -> [String]? {
    entries(of: path)?.filter { !$0.hasPrefix(".") }.sorted()
  }

  // MARK: Owners

  /// Gives a new folder its owner.
  ///
  /// - Parameter path: the name that it will have.
  private static func own(folder: String, as path: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // A part of the system's state folder belongs to its service, where that is installed.
    if let (user, mode) = StateFolder.systemParts[path], let entry = getpwnam(user) {
      fchown(descriptor, entry.pointee.pw_uid, entry.pointee.pw_gid)
      fchmod(descriptor, mode)
    } else if let (user, group) = ownerToBe(of: path) {
      fchown(descriptor, user, group)
    }
  }

  /// The owner and the group that a new file at `path` gets; nil if it keeps its maker, who cannot give it away.
  private static func ownerToBe(of path: String) -> (uid_t, gid_t)? {
    var folder = stat()
    guard geteuid() == 0, stat(parent(of: path), &folder) == 0 else { return nil }
    return (folder.st_uid, folder.st_gid)
  }
}
