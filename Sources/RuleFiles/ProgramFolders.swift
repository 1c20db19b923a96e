import Glibc

/// Where rule files are looked for (decision 2; docs/language.md).
public struct ProgramFolders: Sendable {
  /// The environment's `NHACVIEC_RULES` and `NHACVIEC_SHARE`.
  let rules: String?
  let share: String?
  /// The folder of the running program, and the current one.
  let program: String?
  let current: String?
  /// `NHACVIEC_STATE`.
  let state: String?
  /// What the configuration says.
  private var configuredRules: String?
  private var configuredState: String?
  /// The folder of the system or of the user.
  private var standardState: String?

  public init(rules: String?, share: String?, program: String?, current: String?, state: String? = nil) {
    self.state = state
    self.rules = rules
    self.share = share
    self.program = program
    self.current = current
  }

  /// The file of the running program; nil where the system does not tell.
  public static var program: String? { try? resolvedPath("/proc/self/exe") }

  /// Of this process.
  public static var ofProcess: ProgramFolders {
    ProgramFolders(
      rules: environment("NHACVIEC_RULES"), share: environment("NHACVIEC_SHARE"),
      program: program.map(parent), current: try? resolvedPath("."),
      state: environment("NHACVIEC_STATE")
    ).withStandardState(stateFolder)
  }

  private func withStandardState(_ folder: String?) -> ProgramFolders {
    var folders = self
    folders.standardState = folder
    return folders
  }

  /// With the folders that the configuration names; options and the environment come before them.
  public func configured(rules: String?, state: String?) -> ProgramFolders {
    var folders = self
    (folders.configuredRules, folders.configuredState) = (rules, state)
    return folders
  }

  /// The state that the machine's users share, made by root or by the package.
  private static let systemState = "/var/lib/nhacviec"

  /// The shared state for root and for whoever may enter it, else the user's own (XDG Base Directory Specification 0.8).
  private static var stateFolder: String? {
    if geteuid() == 0 || isFolder(systemState) && access(systemState + "/facts", R_OK | X_OK) == 0 {
      return systemState
    }
    if let folder = environment("XDG_STATE_HOME"), folder.hasPrefix("/") { return folder + "/nhacviec" }
    return environment("HOME").map { $0 + "/.local/state/nhacviec" }
  }

  /// `--state`, else `$NHACVIEC_STATE`, else the configuration's, else the shared state for its members, else the user's
  /// own; nil: there is none.
  public func stateFolder(named option: String?) -> String? { option ?? state ?? configuredState ?? standardState }

  /// `--rules`, else `$NHACVIEC_RULES`, else the configuration's, else `./rules`, else the machine's where it is there.
  public func ruleFolder(named option: String?) -> String { option ?? knownRuleFolder ?? "rules" }

  /// The rule folder that the environment or the configuration names.
  public var namedRuleFolder: String? { rules ?? configuredRules }

  /// The rule folder that the environment or the configuration names, or that the current folder or the machine has.
  public var knownRuleFolder: String? {
    namedRuleFolder ?? ["rules", "/etc/nhacviec/rules.d"].first(where: Self.isFolder)
  }

  /// The shipped calendars and policies, never plans beside them: of `$NHACVIEC_SHARE`, else of the share folder beside
  /// the program, else of the `rules` of the checkout that the program or the current folder lies in.
  public func shippedRules() -> [String] {
    if let share { return Self.shared(share) }
    if let program {
      let installed = Self.parent(program) + "/share/nhacviec/rules"
      if Self.isFolder(installed) { return Self.shared(installed) }
    }
    for start in [program, current].compactMap({ $0 }) {
      var folder = start
      while true {
        let rules = folder == "/" ? "/rules" : folder + "/rules"
        if Self.isFolder(rules + "/calendars") { return Self.shared(rules) }
        guard folder != "/" else { break }
        folder = Self.parent(folder)
      }
    }
    return []
  }

  /// Calendars and policies alone: plans beside them are an office's own.
  private static func shared(_ folder: String) -> [String] {
    let parts = [folder + "/calendars", folder + "/policies"].filter(isFolder)
    return parts.isEmpty ? [folder] : parts
  }

  /// The shipped templates of messages: `$NHACVIEC_SHARE/templates`, else those of the share folder beside the program,
  /// else `templates` of the checkout; nil where there are none.
  public func shippedTemplates() -> String? {
    if let share { return share + "/templates" }
    if let program {
      let installed = Self.parent(program) + "/share/nhacviec/templates"
      if Self.isFolder(installed) { return installed }
    }
    for start in [program, current].compactMap({ $0 }) {
      var folder = start
      while true {
        let templates = folder == "/" ? "/templates" : folder + "/templates"
        if Self.isFolder(templates + "/vi"), Self.isFolder(templates + "/en") { return templates }
        guard folder != "/" else { break }
        folder = Self.parent(folder)
      }
    }
    return nil
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
