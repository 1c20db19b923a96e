import ArgumentParser
import Glibc
import Messages
import Revisions
import RuleSyntax
import Rules
import StateFolder
import Store
import StoreSQLite

/// `--state`.
struct StateOption: ParsableArguments {
  @Option(
    name: .customLong("state"),
    help:
      "Thư mục lưu ghi nhận / state folder (mặc định / default: $NHACVIEC_STATE, /var/lib/nhacviec, ~/.local/state).")
  var folder: String?
}

/// The facts of the state folder.
struct FactStore {
  /// Of the log, in the state folder.
  let folder: String
  private let environment: CommandEnvironment

  /// Nil where there is no state folder.
  init?(_ option: StateOption, in environment: CommandEnvironment) {
    guard let state = environment.folders.stateFolder(named: option.folder) else { return nil }
    folder = state + "/facts"
    self.environment = environment
  }

  var database: String { folder + "/facts.db" }

  func open(_ access: SQLiteFactLog.Access) throws(StoreFailure) -> any FactLog {
    try environment.openFacts(folder, access)
  }

  /// All facts; none where nothing was ever recorded.
  func read() throws(StoreFailure) -> StoredFacts {
    do throws(StoreFailure) {
      let (records, head) = try open(.reading).read(.all)
      return StoredFacts(place: database, records: records, head: head, isThere: true)
    } catch {
      guard error == .missing else { throw error }
      return StoredFacts(place: database, records: [], head: .empty, isThere: false)
    }
  }

  /// Which log it is.
  func placeLine(_ language: Language) -> String {
    TerminalEscaper.escape(language.choose(vi: "sổ ghi nhận: \(database)", en: "log of facts: \(database)")) + "\n"
  }

  func complaint(_ failure: StoreFailure) -> Diagnostic { FactLogWords.diagnostic(failure, at: database) }
}

/// What was read of the store, and what of it a rule book understands.
struct StoredFacts {
  let place: String
  let records: [RecordedFact]
  let head: FactHead
  /// False where there is no database yet.
  let isThere: Bool

  struct Resolved {
    var facts: [Fact] = []
    var diagnostics: [Diagnostic] = []
    /// Facts of plans that are not among the rules, and of shared events that the rules do not know.
    var leftOut = 0
  }

  /// Reads the lines exactly as `--facts` does; the line of each is its number.
  func resolved(by rules: RuleSet) -> Resolved {
    let understood = UnderstoodFacts(records, rules: rules, place: place)
    var resolved = Resolved(facts: understood.facts.map(\.fact), leftOut: understood.otherPlans.count)
    let shared = Set(records.lazy.filter { $0.entry.plan == nil }.map(\.sequence))
    for (sequence, diagnostic) in understood.problems {
      if shared.contains(sequence), diagnostic.code == DiagnosticCode.unknownEvent.rawValue {
        resolved.leftOut += 1
        resolved.diagnostics.append(
          Diagnostic(
            .factNotUsed, vi: "ghi nhận này không dùng: " + diagnostic.words.vi,
            en: "this fact is not used: " + diagnostic.words.en, at: diagnostic.span))
      } else {
        resolved.diagnostics.append(diagnostic)
      }
    }
    return resolved
  }

  /// `12 ghi nhận trong /var/lib/nhacviec/facts/facts.db`, for a first line.
  func origin(_ resolved: Resolved, _ language: Language) -> String {
    guard isThere else {
      return language.choose(vi: "chưa có ghi nhận nào trong \(place)", en: "no facts yet in \(place)")
    }
    let used = resolved.facts.count
    let left =
      resolved.leftOut == 0
      ? ""
      : language.choose(
        vi: " (không kể \(resolved.leftOut) ghi nhận của kế hoạch khác)",
        en: " (without \(resolved.leftOut) of other plans)")
    return language.choose(
      vi: "\(used) ghi nhận trong \(place)\(left)", en: "\(used == 1 ? "1 fact" : "\(used) facts") in \(place)\(left)")
  }
}

/// The office's state, which is closed to who runs the command. What they did elsewhere nobody would see.
enum ClosedState {
  /// Says what to do. Lists go on, with `note` beside them.
  static func diagnostic(_ state: String, _ environment: CommandEnvironment) -> Diagnostic {
    let login = environment.login
    var notes = [
      Diagnostic.Note(
        .init(
          vi: "muốn dùng một thư mục riêng, không ai khác thấy: thêm --state THƯ-MỤC",
          en: "for a folder of your own, which nobody else sees: add --state FOLDER"))
    ]
    if let group = group(of: state) {
      notes.insert(
        Diagnostic.Note(
          .init(
            vi: "vào nhóm \(group): sudo adduser \(login) \(group), rồi đăng nhập lại",
            en: "join the group \(group): sudo adduser \(login) \(group), then sign in again")), at: 0)
    }
    if access(state, X_OK) == 0, access(state + "/facts", F_OK) != 0, errno == ENOENT {
      return Diagnostic(
        .stateClosed, vi: "thư mục ghi nhận của cơ quan không còn ở đây (đã dời đi, hoặc chưa gắn ổ đĩa); chưa làm gì",
        en: "the office's folder of facts is not here (moved away, or not mounted); nothing was done",
        at: Span(SourceText(name: state + "/facts", bytes: []), 0, 0), notes: notes.suffix(1))
    }
    return Diagnostic(
      .stateClosed, vi: "đây là dữ liệu của cơ quan, tài khoản \(login) không có quyền dùng; chưa làm gì",
      en: "the office's state is here and closed to \(login); nothing was done",
      at: Span(SourceText(name: state, bytes: []), 0, 0), notes: notes)
  }

  /// Beside a list of an outsider, who sees their own state, if any.
  static func note(_ option: StateOption, _ environment: CommandEnvironment, _ language: Language) {
    guard let state = environment.folders.closedState(named: option.folder, recording: false) else { return }
    let words = language.choose(
      vi: "lưu ý: tài khoản này không đọc được dữ liệu của cơ quan ở \(state), nên dữ liệu đó không được tính đến",
      en: "note: the office's state in \(state) is closed to you and is not taken into account")
    environment.errors.write(TerminalEscaper.escape(words) + "\n")
  }

  /// Whose members record there; nil: nobody but its owner does.
  private static func group(of state: String) -> String? {
    var status = stat()
    guard stat(state + "/facts", &status) == 0 else { return state == StateFolder.system ? "nhacviec" : nil }
    guard status.st_mode & S_IRWXG == S_IRWXG, let entry = getgrgid(status.st_gid) else { return nil }
    return entry.pointee.gr_name.map { String(cString: $0) }
  }
}
