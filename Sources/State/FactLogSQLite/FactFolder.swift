import FactLog
import Glibc
import StateFolder

/// The folder of a log: its files, their permissions, its `head` file.
///
/// Files have the mode 0660, whatever the process's mask is, so that all members of the folder's group can add facts;
/// files that root makes belong to the folder's owner.
struct FactFolder {
  let path: String

  var database: String { path + "/facts.db" }
  var head: String { path + "/head" }
  var lock: String { path + "/lock" }

  /// Throws while a restore is unfinished: such a log is neither read nor written.
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
    // SQLite would silently open the database for reading alone.
    guard access(database, W_OK) == 0 else { throw StoreFailure(system: errno, database) }
  }

  /// The text of the `head` file; nil if it is not there.
  func headText() -> String? { WholeFile.read(head, limit: 128) }

  func replaceHead(with head: FactHead) throws(StoreFailure) {
    do {
      try WholeFile.replace(self.head, with: "\(head)\n", mode: 0o660)
    } catch {
      throw StoreFailure(system: error.code, error.path)
    }
  }
}
