import Glibc
import StateFolder
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
    do {
      try Folder.make(path, mode: 0o770)
    } catch {
      throw StoreFailure(system: error.code, error.path)
    }
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

  /// Gives a file that was just made its mode and, from root, its owner.
  func own(_ descriptor: Int32) {
    fchmod(descriptor, 0o660)
    Folder.own(descriptor, in: database)
  }

  /// What the `head` file says; nil if it is not there.
  func headText() -> String? { WholeFile.read(head, limit: 128) }

  /// Under the lock.
  func replaceHead(with head: FactHead) throws(StoreFailure) {
    do {
      try WholeFile.replace(self.head, with: "\(head)\n", mode: 0o660)
    } catch {
      throw StoreFailure(system: error.code, error.path)
    }
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
