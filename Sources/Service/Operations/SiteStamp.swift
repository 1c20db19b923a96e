import Hashing
import Settings
import StateFolder

/// What a model of the pages is made of, told by the files' stamps: the revision in force, the facts, the configuration.
package struct SiteStamp: Hashable, Sendable {
  private let stamps: [FileStamp]
  /// Tells it from other stamps, in a few letters.
  package var mark: String {
    SHA256.hash(Array(stamps.map(\.description).joined(separator: " ").utf8)).map { String("\($0)".prefix(12)) } ?? ""
  }

  /// - Parameter state: the state folder; nil takes the configuration's.
  package init(state: String?, in operations: OperationContext) {
    var stamps: [FileStamp] = []
    if let folder = operations.folders.stateFolder(named: state).map({ StateFolder($0) }) {
      stamps += [FileStamp(folder.live), FileStamp(folder.factsHead)]
    }
    if let stamp = operations.configuration?.stamp { stamps.append(stamp) }
    self.stamps = stamps
  }
}
