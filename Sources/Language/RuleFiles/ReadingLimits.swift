/// How much is read before a folder is taken for a mistake. Reaching a limit is an error, never a silent cut.
package struct ReadingLimits: Sendable {
  /// Bytes of one file, at most.
  package var fileSize = 64 << 20
  /// Bytes of all files together, at most.
  package var totalSize = 512 << 20
  /// Levels of folders inside folders, at most.
  package var depth = 32
  /// Entries of all folders, of any kind, at most.
  package var entries = 200_000

  package init() {}

  package static let standard = ReadingLimits()
}
