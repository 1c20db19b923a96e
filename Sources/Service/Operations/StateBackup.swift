package import FactLog
import FactLogSQLite
import FeedStore
import Glibc
import Hashing
import Outbox
import Proposals
import Revisions
import StateFolder

/// A backup of the state: a folder with both databases, each as of one moment, the revisions of the rules, the office's
/// own files, and a list of all of them with their hashes. It can be made while the service runs, and is restored only
/// into an empty state folder.
///
/// The folder gets its name only when it is complete and was opened and verified; under any other name it is no backup.
package struct StateBackup {
  let folder: String
  /// Called before each step that changes something, so that tests can break it off there.
  var step: () throws -> Void = {}
  private var list: String { folder + "/backup" }

  package init(folder: String) { self.folder = folder }

  /// Copies state, rules and configuration. Returns the head of the facts in the copy.
  package func make(of run: RemindRun) throws(OperationFailure) -> FactHead {
    let operations = run.context.operations
    guard Folder.isThere(run.state.path) else {
      throw OperationFailure(
        vi: "không có thư mục dữ liệu \(run.state.path)", en: "there is no state folder \(run.state.path)")
    }
    do {
      let office = try OfficeFiles(run.context)
      if !office.problems.isEmpty { operations.tell(.diagnostics(office.problems, files: nil)) }
      if Folder.isThere(run.state.web), access(run.state.web, R_OK | X_OK) != 0 {
        operations.tell(
          .warning(
            .init(
              vi: "không đọc được \(run.state.web) nên bản sao không có các địa chỉ lịch và mã; root sao lưu được cả",
              en: "\(run.state.web) cannot be read, so that the backup lacks calendar addresses and tokens; root can")))
      }
      return try make(of: run.state, office, at: operations.now)
    } catch {
      throw Self.failure(error, run.context)
    }
  }

  /// Restores the backup into an empty state folder, under the round's lock. Returns the head of the facts.
  package func restore(to run: RemindRun) throws(OperationFailure) -> FactHead {
    do {
      let lock = try run.state.lockRound(holder: "nhacviec restore", restores: true)
      return try withExtendedLifetime(lock) { try restore(to: run.state) }
    } catch {
      throw Self.failure(error, run.context)
    }
  }

  private static func failure(_ error: any Error, _ context: RemindContext) -> OperationFailure {
    switch error {
    case FolderLock.Failure.held(let holder):
      OperationFailure(
        vi: "đang có lượt nhắc việc chạy: \(holder)", en: "a round is running: \(holder)", ending: .busy)
    default: context.failure(error)
    }
  }

  // MARK: Making

  /// Makes the backup, and returns the head of the facts in it. The folder must not exist; if it fails, the copy is
  /// removed.
  func make(of state: StateFolder, _ office: OfficeFiles, at now: Int) throws -> FactHead {
    var status = stat()
    guard lstat(folder, &status) != 0 else { throw SystemError(EEXIST, folder) }
    var draft = StateBackup(folder: "\(folder).unfinished-\(getpid())")
    draft.step = step
    do throws(SystemError) { try Folder.makePrivate(draft.folder) } catch {
      throw error.about(folder, insteadOf: draft.folder)
    }
    do {
      try draft.fill(state, office, now)
      let head = try draft.check().head
      try Folder.syncAll(draft.folder)
      try step()
      try Folder.move(draft.folder, to: folder)
      return head
    } catch {
      try? Folder.remove(draft.folder)
      throw (error as? SystemError)?.about(folder, insteadOf: draft.folder) ?? error
    }
  }

  /// Copies everything. The outbox comes before the facts, so that these include all that its rounds saw, and the link
  /// to the live revision before the revisions, so that it names one of them.
  private func fill(_ state: StateFolder, _ office: OfficeFiles, _ now: Int) throws {
    for part in ["facts", "post"] { try Folder.make("\(folder)/\(part)", mode: 0o700) }
    try step()
    if access(state.postDatabase, F_OK) == 0 { try OutboxLog(state, .copying).copy(to: folder + "/post/post.db") }
    if access(state.proposalsDatabase, F_OK) == 0 {
      try Folder.make("\(folder)/proposals", mode: 0o700)
      try ProposalLog(state, .reading).copy(to: folder + "/proposals/proposals.db")
    }
    // What feeds said last is left out: made anew after a restore it is above all that calendars have seen.
    if access(state.tokensDatabase, R_OK) == 0 {
      try Folder.make("\(folder)/web", mode: 0o700)
      try TokenStore(state, .reading).copy(to: folder + "/web/tokens.db")
    }
    let live = try RevisionStore(state).liveNumber().flatMap { _ in Self.link(state.live) }
    try step()
    try copyRevisions(state)
    try step()
    let head = try copyFacts(state)
    for (path, bytes) in office.files {
      try Folder.make(Folder.parent(of: "\(folder)/\(path)"), mode: 0o700)
      try WholeFile.replace("\(folder)/\(path)", with: bytes, mode: 0o600)
    }
    var lines = ["made \(UTCTime(now))", "facts \(head)"]
    for file in try Self.files(below: folder) {
      guard !file.contains("\n") else { throw SystemError(EINVAL, file) }
      lines.append("file \(try Self.hash("\(folder)/\(file)")) \(file)")
    }
    if let live { lines.append("live \(live)") }
    try step()
    try WholeFile.replace(list, with: lines.joined(separator: "\n") + "\n", mode: 0o600)
  }

  private func copyFacts(_ state: StateFolder) throws -> FactHead {
    guard access(state.factsDatabase, F_OK) == 0 else { return .empty }
    let copy = folder + "/facts"
    try SQLiteFactLog(folder: state.facts, .reading).copy(to: copy + "/facts.db")
    return try SQLiteFactLog(folder: copy, .reading).head()
  }

  private func copyRevisions(_ state: StateFolder) throws {
    // Equal files of several revisions are one file, and are so in the copy.
    var copies: [UInt: String] = [:]
    for revision in Folder.names(in: state.revisions) ?? [] {
      let (source, target) = ("\(state.revisions)/\(revision)", "\(folder)/post/revisions/\(revision)")
      for file in try Self.files(below: source) {
        let path = "\(target)/\(file)"
        try Folder.make(Folder.parent(of: path), mode: 0o700)
        let number = try Folder.number(of: "\(source)/\(file)")
        if let copy = copies[number] {
          try Folder.makeSame(path, as: copy)
        } else {
          try WholeFile.copy("\(source)/\(file)", to: path, mode: 0o600)
          copies[number] = path
        }
      }
    }
  }

  // MARK: Putting back

  /// Restores the backup, after all of it was checked. Fails if the state folder holds anything but the remains of a
  /// restore that did not end.
  func restore(to state: StateFolder) throws -> FactHead {
    let contents = try check()
    if state.unfinishedRestore != nil {
      try removeRemains(state)
    } else {
      let files = [
        state.factsDatabase, state.postDatabase, state.proposalsDatabase, state.tokensDatabase, state.sessionsDatabase,
        state.live,
      ]
      for path in files where access(path, F_OK) == 0 {
        throw OperationFailure(
          vi: "đã có \(path); hãy chuyển thư mục dữ liệu cũ sang chỗ khác trước",
          en: "\(path) is there already; move the old state aside first")
      }
    }
    try step()
    // What is put back is wanted, also if there is no log of messages in it.
    try Folder.remove(state.outboxMark)
    try WholeFile.replace(state.restoring, with: OfficeFiles.resolved(folder) + "\n")
    for file in contents.files {
      try step()
      let isOffice = OfficeFiles.folders.contains { file.hasPrefix($0) }
      let target = isOffice ? "\(state.restored)/\(file)" : "\(state.path)/\(file)"
      let mode = Self.mode(of: file)
      try Folder.make(Folder.parent(of: target), mode: mode.folder)
      try WholeFile.copy("\(folder)/\(file)", to: target, mode: mode.file)
    }
    try step()
    if let live = contents.live { try Folder.link(state.live, to: live) }
    try Folder.make(state.post)
    try Folder.sync(state.post)
    try step()
    guard unlink(state.restoring) == 0 else { throw SystemError(errno, state.restoring) }
    try Folder.sync(state.path)
    // Opening the log for writing creates its head file.
    return contents.head.count > 0 ? try SQLiteFactLog(folder: state.facts, .writing).head() : .empty
  }

  /// The modes of a restored file and of its folder: who may read and write them (docs/store.md, "Files").
  private static func mode(of file: String) -> (file: UInt32, folder: UInt32) {
    // What all who record write.
    if file.hasPrefix("facts/") || file.hasPrefix("proposals/") { return (0o660, 0o770) }
    return file.hasPrefix("web/") ? (0o600, 0o700) : (0o640, 0o750)
  }

  /// Removes what an unfinished restore left. Nothing else writes into a state that is marked as unfinished.
  private func removeRemains(_ state: StateFolder) throws {
    for database in [state.factsDatabase, state.postDatabase, state.proposalsDatabase, state.tokensDatabase] {
      for ending in ["", "-wal", "-shm"] { try Folder.remove(database + ending) }
    }
    for path in [state.live, state.revisions, state.restored] { try Folder.remove(path) }
  }

  struct Contents {
    var files: [String] = []
    /// The target of the link to the live revision; nil if no rules were live.
    var live: String?
    var head = FactHead.empty
  }

  /// Checks that every file is the one that was copied, and that the chain of facts, the outbox and the live revision
  /// are whole. Returns what the backup holds.
  private func check() throws -> Contents {
    guard let text = WholeFile.read(list, limit: 1 << 24) else {
      throw OperationFailure(vi: "\(folder) không phải là bản sao lưu", en: "\(folder) is no backup")
    }
    var contents = Contents()
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1 else { continue }
      if words[0] == "live" { contents.live = words[1] }
      if words[0] == "facts" { contents.head = FactHead(words[1]) ?? .empty }
      guard words[0] == "file", words.count == 3 else { continue }
      let file = words[2]
      guard Self.isExpected(file), try Self.hash("\(folder)/\(file)") == words[1] else {
        throw OperationFailure(vi: "tệp \(file) đã bị đổi sau khi sao lưu", en: "\(file) was changed after the backup")
      }
      contents.files.append(file)
    }
    try checkDatabases(contents)
    if let live = contents.live {
      guard live.hasPrefix("revisions/"), let number = Int(live.dropFirst(10)) else {
        throw OperationFailure(
          vi: "bản sao lưu không nói bản quy tắc nào có hiệu lực", en: "the backup names no live revision")
      }
      try RevisionStore(StateFolder(folder)).check(number)
    }
    return contents
  }

  private func checkDatabases(_ contents: Contents) throws {
    if contents.files.contains("facts/facts.db") || contents.head.count > 0 {
      let walk = try SQLiteFactLog(folder: folder + "/facts", .reading).verify(against: contents.head)
      guard walk.broken == nil else {
        throw OperationFailure(
          vi: "chuỗi ghi nhận trong bản sao lưu bị đứt", en: "the chain of facts in the backup is broken")
      }
    }
    guard contents.files.contains("post/post.db") else { return }
    if let damage = try OutboxLog(StateFolder(folder), .copying).damage() {
      throw StoreFailure.damaged("post.db: \(damage)")
    }
  }

  // MARK: Files

  private static func isExpected(_ file: String) -> Bool {
    // Of what the daemon keeps tokens alone: nobody is signed in by a backup.
    (file == "web/tokens.db"
      || (["facts/", "post/", "proposals/"] + OfficeFiles.folders).contains { file.hasPrefix($0) })
      && !file.split(separator: "/").contains("..")
  }

  /// The files below a folder, without SQLite's `-wal` and `-shm` files.
  private static func files(below root: String, _ prefix: String = "") throws(SystemError) -> [String] {
    guard let names = Folder.names(in: prefix.isEmpty ? root : "\(root)/\(prefix)") else {
      throw SystemError(errno, root)
    }
    var files: [String] = []
    for name in names where !name.hasSuffix(".db-wal") && !name.hasSuffix(".db-shm") {
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      if Folder.isThere("\(root)/\(path)") {
        files += try Self.files(below: root, path)
      } else {
        files.append(path)
      }
    }
    return files
  }

  private static func link(_ path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
  }

  private static func hash(_ path: String) throws(SystemError) -> String {
    let hash = try SHA256.hash { feed throws(SystemError) in
      try WholeFile.pieces(of: path) { piece throws(SystemError) in feed(piece) }
    }
    guard let hash else { throw SystemError(ENOSYS, path) }
    return hash.description
  }
}
