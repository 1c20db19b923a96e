import Foundation

/// A folder of its own for a test, gone when nobody holds this value any more.
package final class ScratchFolder: Sendable {
  package let path: String

  /// - Parameters:
  ///   - files: what stands in it, by name; a name may begin with folders.
  ///   - parent: where it lies; nil: where temporary files do. Addresses of sockets need a short path.
  package init(_ files: [String: String] = [:], in parent: String? = nil) throws {
    path = (parent ?? FileManager.default.temporaryDirectory.path) + "/nv-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes or replaces a file, and the folders that its name begins with.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
