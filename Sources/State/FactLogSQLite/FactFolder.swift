import FactLog
import Glibc
import StateFolder

/// The folder of a log: its files, their permissions, its `head` file.
///
/// Files are 0660 whatever the process's mask is, so that all members of the folder's group can add facts; what root makes
/// belongs to the folder's owner.
struct FactFolder {
  let path: String

  var database: String { path + "/facts.db" }
  var head: String { path + "/head" }
  var lock: String { path + "/lock" }

  /// A log of a state that is not whole is neither read nor written.
  func requireWhole() throws(StoreFailure) {
    if let backup = StateFolder(Folder.parent(of: path)).unfinishedRestore { throw .unfinishedRestore(backup) }
  }

  /// Makes the folder and an empty database file where they are not there.
  func prepare() throws(StoreFailure) {
    do {
      try Folder.make(path, mode: 0o770)
    } catch {
      throw StoreFailure(system: error.code, error.path)
    }
    try FactSchema.database(database).makeFile(mode: 0o660)
    // SQLite would silently read on where it may not write.
    guard access(database, W_OK) == 0 else { throw StoreFailure(system: errno, database) }
  }

  /// What the `head` file says; nil if it is not there.
  func headText() -> String? { WholeFile.read(head, limit: 128) }

  func replaceHead(with head: FactHead) throws(StoreFailure) {
    do {
      try WholeFile.replace(self.head, with: "\(head)\n", mode: 0o660)
    } catch {
      throw StoreFailure(system: error.code, error.path)
    }
  }
}
