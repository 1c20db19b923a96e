import Foundation
import StateFolder

/// A folder that is gone after the test.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/nhacviec-state-\(UUID().uuidString)"
    try Folder.make(path)
  }

  deinit { try? Folder.remove(path) }
}
