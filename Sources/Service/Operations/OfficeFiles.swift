import Diagnostics
import Glibc
import Revisions
import StateFolder

/// The rule folder, the configuration file and the office's own templates, as a backup holds them. Secrets are in none
/// of them: the configuration only says where they lie.
struct OfficeFiles {
  /// The files by their path in the backup.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  /// What cannot be read in the rule folder.
  private(set) var problems: [Diagnostic] = []

  /// The folders of a backup that hold these files.
  static let folders = ["rules/", "configuration/"]

  init(_ context: RemindContext) throws {
    let rules = context.operations.folders.ruleFolder(named: context.configuration.rules)
    if Folder.isThere(rules) {
      let (sources, problems) = try RevisionSources.read(folder: rules, shipped: [])
      self.problems = problems
      files += sources.own.map { ("rules/" + $0.name, $0.bytes) }
    }
    if context.file.isThere { try add(context.file.path, as: "configuration/nhacviec.toml") }
    let templates = context.configuration.templates
    // Those that are used lie in a folder of their language.
    for folder in ["", "vi/", "en/"] {
      for name in Folder.names(in: "\(templates)/\(folder)") ?? [] {
        let path = folder + name
        if !Folder.isThere("\(templates)/\(path)") {
          try add("\(templates)/\(path)", as: "configuration/templates/\(path)")
        }
      }
    }
  }

  private mutating func add(_ source: String, as path: String) throws {
    var bytes: [UInt8] = []
    // The file may be a link, which reading its pieces would not follow.
    let descriptor = open(source, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(errno, source) }
    close(descriptor)
    try WholeFile.pieces(of: Self.resolved(source)) { bytes += $0 }
    files.append((path, bytes))
  }

  /// The path with its links resolved; unchanged if there is nothing at it.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
