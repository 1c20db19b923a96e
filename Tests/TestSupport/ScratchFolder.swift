import Foundation

/// A folder for one test. It is removed together with the last reference to this object.
package final class ScratchFolder: Sendable {
  package let path: String

  /// - Parameters:
  ///   - files: the texts of its files by name; a name may begin with folders.
  ///   - parent: the folder in which it lies; nil takes the one for temporary files. Sockets need a short path.
  package init(_ files: [String: String] = [:], in parent: String? = nil) throws {
    path = (parent ?? FileManager.default.temporaryDirectory.path) + "/nv-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and makes the folders that its name begins with.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
