import Glibc

/// Where rule files are looked for (decision 2; docs/language.md).
public struct ProgramFolders: Sendable {
  /// The environment's `NHACVIEC_RULES` and `NHACVIEC_SHARE`.
  let rules: String?
  let share: String?
  /// The folder of the running program, and the current one.
  let program: String?
  let current: String?

  public init(rules: String?, share: String?, program: String?, current: String?) {
    self.rules = rules
    self.share = share
    self.program = program
    self.current = current
  }

  /// Of this process.
  public static var ofProcess: ProgramFolders {
    ProgramFolders(
      rules: environment("NHACVIEC_RULES"), share: environment("NHACVIEC_SHARE"),
      program: (try? resolvedPath("/proc/self/exe")).map(parent), current: try? resolvedPath("."))
  }

  /// `--rules`, else `$NHACVIEC_RULES`, else `./rules`.
  public func ruleFolder(named option: String?) -> String { option ?? rules ?? "rules" }

  /// Whether the environment names a rule folder, or the current folder has one.
  public var hasRuleFolder: Bool { rules != nil || Self.isFolder("rules") }

  /// The shipped calendars and policies: `$NHACVIEC_SHARE`, else the share folder beside the program, else the
  /// `rules/calendars` and `rules/policies` of the checkout that the program or the current folder lies in.
  public func shippedRules() -> [String] {
    if let share { return [share] }
    if let program {
      let installed = Self.parent(program) + "/share/nhacviec/rules"
      if Self.isFolder(installed) { return [installed] }
    }
    for start in [program, current].compactMap({ $0 }) {
      var folder = start
      while true {
        let rules = folder == "/" ? "/rules" : folder + "/rules"
        if Self.isFolder(rules + "/calendars") {
          return [rules + "/calendars", rules + "/policies"].filter(Self.isFolder)
        }
        guard folder != "/" else { break }
        folder = Self.parent(folder)
      }
    }
    return []
  }

  private static func isFolder(_ path: String) -> Bool {
    (try? fileStatus(path, followingLinks: true)).map { FileKind($0) == .folder } ?? false
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
