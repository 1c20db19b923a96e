import Glibc
import Store

/// The folder of a log: its files, their permissions, its `head` file.
///
/// Files are 0660 whatever the process's mask is, so that all members of the folder's group can add facts; what root makes
/// belongs to the folder's owner.
struct FactFolder {
  let path: String

  var database: String { path + "/facts.db" }
  var head: String { path + "/head" }
  var lock: String { path + "/lock" }

  /// For a reader: the database is there, and is a file.
  func requireDatabase() throws(StoreFailure) {
    var status = stat()
    guard stat(database, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : StoreFailure(system: errno, database)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .damaged(database) }
  }

  /// Makes the folder and an empty database file where they are not there.
  func prepare() throws(StoreFailure) {
    try makeFolders()
    let descriptor = open(database, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
    if descriptor >= 0 {
      defer { close(descriptor) }
      return own(descriptor)
    }
    guard errno == EEXIST else { throw StoreFailure(system: errno, database) }
    try requireDatabase()
    // SQLite would silently read on where it may not write.
    guard access(database, W_OK) == 0 else { throw StoreFailure(system: errno, database) }
  }

  private func makeFolders() throws(StoreFailure) {
    var end = path.startIndex
    while end != path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      guard mkdir(folder, 0o770) != 0, errno != EEXIST else { continue }
      let code = errno
      var status = stat()
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw StoreFailure(system: code, folder)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw StoreFailure(system: errno, path) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw StoreFailure(system: ENOTDIR, path) }
  }

  /// Gives a file that was just made its mode and, from root, its owner.
  func own(_ descriptor: Int32) {
    fchmod(descriptor, 0o660)
    var folder = stat()
    if geteuid() == 0, stat(path, &folder) == 0 { fchown(descriptor, folder.st_uid, folder.st_gid) }
  }

  /// What the `head` file says; nil if it is not there.
  func headText() -> String? {
    let descriptor = open(head, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 128) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Under the lock: a new file takes the place of the old, so that a reader sees one or the other.
  func replaceHead(with head: FactHead) throws(StoreFailure) {
    let temporary = self.head + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o660)
    guard descriptor >= 0 else { throw StoreFailure(system: errno, temporary) }
    own(descriptor)
    let text = Array("\(head)\n".utf8)
    let written = text.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    let code = errno
    close(descriptor)
    guard written == text.count else { throw written < 0 ? StoreFailure(system: code, temporary) : .diskFull }
    guard rename(temporary, self.head) == 0 else { throw StoreFailure(system: errno, self.head) }
  }
}

/// An exclusive lock on a file (flock), until released or the process ends.
struct FileLock {
  private let descriptor: Int32

  init(_ path: String, of folder: FactFolder) throws(StoreFailure) {
    let made = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o660)
    if made >= 0 { folder.own(made) }
    descriptor = made >= 0 ? made : open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw StoreFailure(system: errno, path) }
    var result = flock(descriptor, LOCK_EX)
    while result != 0, errno == EINTR { result = flock(descriptor, LOCK_EX) }
    guard result == 0 else {
      let failure = StoreFailure(system: errno, path)
      close(descriptor)
      throw failure
    }
  }

  func release() { close(descriptor) }
}
