/// How much is read before a folder is taken for a mistake. Reaching a limit is an error, never a silent cut.
package struct ReadingLimits: Sendable {
  /// Bytes of one file.
  package var fileSize = 64 << 20
  /// Bytes of all files together.
  package var totalSize = 512 << 20
  /// Folders inside folders.
  package var depth = 32
  /// Entries seen, of any kind.
  package var entries = 200_000

  package init() {}

  package static let standard = ReadingLimits()
}
