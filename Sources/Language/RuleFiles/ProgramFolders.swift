import Glibc

/// Where rule files, templates and the state are looked for (decision: shipped-rules).
package struct ProgramFolders: Sendable {
  /// `NHACVIEC_RULES` and `NHACVIEC_SHARE` of the environment.
  let rules: String?
  let share: String?
  /// The folder of the running program, and the current one.
  let program: String?
  let current: String?
  /// `NHACVIEC_STATE` of the environment.
  let state: String?
  /// The folders that the configuration names.
  private var configuredRules: String?
  private var configuredState: String?
  /// The state folder that the users of the machine share, and the user's own.
  private let systemState: String?
  private let ownState: String?
  /// The error where the user has not all of these rights; nil where he has (access(2), which answers for the user who
  /// started the process).
  private let refusal: @Sendable (_ path: String, _ rights: Int32) -> Int32?
  private let isRoot: Bool

  /// - Parameters:
  ///   - isRoot: whether the user is root; nil to ask the system.
  ///   - refusal: the error where the user has not all of these rights to a folder; nil to ask the system.
  package init(
    rules: String?, share: String?, program: String?, current: String?, state: String? = nil,
    systemState: String? = nil, ownState: String? = nil, isRoot: Bool? = nil,
    refusal: (@Sendable (_ path: String, _ rights: Int32) -> Int32?)? = nil
  ) {
    self.state = state
    self.systemState = systemState
    self.ownState = ownState
    self.isRoot = isRoot ?? (geteuid() == 0)
    self.refusal = refusal ?? { access($0, $1) == 0 ? nil : errno }
    self.rules = rules
    self.share = share
    self.program = program
    self.current = current
  }

  /// The file of the running program; nil where the system does not tell.
  package static var program: String? { try? resolvedPath("/proc/self/exe") }

  /// The folders of this process.
  package static var ofProcess: ProgramFolders {
    ProgramFolders(
      rules: environment("NHACVIEC_RULES"), share: environment("NHACVIEC_SHARE"),
      program: program.map(parent), current: try? resolvedPath("."),
      state: environment("NHACVIEC_STATE"), systemState: "/var/lib/nhacviec", ownState: ownState)
  }

  /// The same with the folders that the configuration names. Options and the environment take precedence over these.
  package func configured(rules: String?, state: String?) -> ProgramFolders {
    var folders = self
    (folders.configuredRules, folders.configuredState) = (rules, state)
    return folders
  }

  /// The user's own state folder (XDG Base Directory Specification 0.8).
  private static var ownState: String? {
    if let folder = environment("XDG_STATE_HOME"), folder.hasPrefix("/") { return folder + "/nhacviec" }
    return environment("HOME").map { $0 + "/.local/state/nhacviec" }
  }

  /// `--state`, else `$NHACVIEC_STATE`, else the configuration's, else the shared folder for root and for users who may
  /// read it, else the user's own; nil if there is none.
  package func stateFolder(named option: String?) -> String? {
    if let named = option ?? state ?? configuredState { return named }
    guard let systemState else { return ownState }
    let refused = refusal(facts(systemState), R_OK | X_OK)
    // Root makes the shared folder where it is missing.
    return refused == nil || refused == ENOENT && isRoot ? systemState : ownState
  }

  /// The state folder that is meant and that this user may not use; nil if there is none. It is the named one, else the
  /// shared one, which users who name none mean even where `stateFolder` takes their own, since nobody else sees that.
  ///
  /// - Parameter recording: whether facts are to be added, not only read.
  package func closedState(named option: String?, recording: Bool) -> String? {
    let named = option ?? state ?? configuredState
    guard let meant = named ?? systemState else { return nil }
    let refusal = refusal(facts(meant), recording ? R_OK | W_OK | X_OK : R_OK | X_OK)
    if refusal == EACCES || refusal == EPERM { return meant }
    // The folder of facts was moved away or is not mounted, which does not allow recording elsewhere. A user who names
    // the folder, as the service does, is not sent elsewhere anyway, and a round reports the missing folder itself.
    let isGone = refusal == ENOENT && named == nil && !isRoot && self.refusal(meant, X_OK) == nil
    return isGone ? meant : nil
  }

  private func facts(_ state: String) -> String { state + "/facts" }

  /// `--rules`, else `$NHACVIEC_RULES`, else the configuration's, else `./rules`, else the machine's where it is there.
  package func ruleFolder(named option: String?) -> String { option ?? knownRuleFolder ?? "rules" }

  /// The rule folder that the environment or the configuration names.
  package var namedRuleFolder: String? { rules ?? configuredRules }

  /// The rule folder that the environment or the configuration names, or that the current folder or the machine has.
  package var knownRuleFolder: String? {
    namedRuleFolder ?? ["rules", "/etc/nhacviec/rules.d"].first(where: Self.isFolder)
  }

  /// The folders of the shipped calendars and policies, without any plans beside them: those of `$NHACVIEC_SHARE`, else
  /// of the share folder beside the program, else of `rules` in the checkout that holds the program or the current
  /// folder.
  package func shippedRules() -> [String] {
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
  package func shippedTemplates() -> String? {
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

  /// The value of a variable in the environment of this process; nil if it is not set, or empty.
  package static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
