package import Diagnostics

/// A rule file as it is on the disk; its bytes can be anything.
package struct RuleFile: Sendable {
  /// The path as the user named it.
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The sources of one rule book: the office's own files and those that come with the program.
package struct RuleSources: Sendable {
  package var own: [RuleFile] = []
  package var shipped: [RuleFile] = []
  /// What went wrong with reading; what the files say is checked later.
  package var diagnostics: [Diagnostic] = []

  /// Reads `paths` (files or folders) and the shipped rules. A shipped file that lies in one of the folders stays a
  /// shipped one and is read once.
  package init(paths: [String], shipped folders: [String], limits: ReadingLimits = .standard) {
    let reader = RuleFileReader(limits: limits)
    for folder in folders { shipped += reader.sources(at: folder) }
    for path in paths { own += reader.sources(at: path) }
    diagnostics = reader.diagnostics
  }
}
