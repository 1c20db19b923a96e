import Hashing
import Settings
import StateFolder

/// What a model of the pages is made of, told by the files' stamps: the revision in force, rules
/// that wait, the facts, the configuration.
package struct SiteStamp: Hashable, Sendable {
  private var revision: FileStamp?
  private var waiting: FileStamp?
  private var facts: FileStamp?
  private var configuration: FileStamp?
  private var stamps: [FileStamp] { [revision, waiting, facts, configuration].compactMap { $0 } }
  /// Tells it from other stamps, in a few letters.
  package var mark: String {
    SHA256.hash(Array(stamps.map(\.description).joined(separator: " ").utf8)).map { String("\($0)".prefix(12)) } ?? ""
  }

  /// - Parameter state: the state folder; nil takes the configuration's.
  package init(state: String?, in operations: OperationContext) {
    if let folder = operations.folders.stateFolder(named: state).map({ StateFolder($0) }) {
      (revision, facts) = (FileStamp(folder.live), FileStamp(folder.factsHead))
      waiting = FileStamp(folder.waitingRules)
    }
    configuration = operations.configuration?.stamp
  }

  /// Whether another model has the same revision, read under the same configuration.
  package func hasRules(of other: SiteStamp) -> Bool {
    (revision, configuration) == (other.revision, other.configuration)
  }
}
