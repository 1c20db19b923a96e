public import RuleSyntax

/// A rule file as it lies on the disk: any bytes.
public struct RuleFile: Sendable {
  /// The path as the user named it.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The sources of one rule book: the office's own files and those that come with the program.
public struct RuleSources: Sendable {
  public var own: [RuleFile] = []
  public var shipped: [RuleFile] = []
  /// Of reading; what the files say is checked later.
  public var diagnostics: [Diagnostic] = []

  /// Reads `paths` (files or folders) and the shipped rules. A shipped file that lies in one of the folders stays a
  /// shipped one and is read once.
  public init(paths: [String], shipped folders: [String], limits: ReadingLimits = .standard) {
    let reader = RuleFileReader(limits: limits)
    for folder in folders { shipped += reader.sources(at: folder) }
    for path in paths { own += reader.sources(at: path) }
    diagnostics = reader.diagnostics
  }
}
