/// How much is read before a folder is taken for a mistake. Reaching a limit is an error, never a silent cut.
public struct ReadingLimits: Sendable {
  /// Bytes of one file.
  public var fileSize = 64 << 20
  /// Bytes of all files together.
  public var totalSize = 512 << 20
  /// Folders inside folders.
  public var depth = 32
  /// Entries seen, of any kind.
  public var entries = 200_000

  public init() {}

  public static let standard = ReadingLimits()
}
