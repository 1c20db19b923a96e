import Glibc
import Messages
import PostStore
import StateFolder
import Store
import StoreSQLite

/// A copy of the state: a folder with both databases, each of one moment, the revisions of the rules, and a list of all
/// files with their hashes. Made while others work; put back only where there is nothing.
struct StateBackup {
  let folder: String
  private var list: String { folder + "/backup" }

  struct Failure: Error {
    var vi: String
    var en: String
  }

  /// What is copied as it is.
  private static let database = ["facts/facts.db", "post/post.db"]

  // MARK: Making

  /// Returns the head of the facts in it. The folder must not be there; a copy that failed is removed.
  func make(of state: StateFolder, at now: Int) throws -> FactHead {
    guard mkdir(folder, 0o700) == 0 else { throw SystemError(errno, folder) }
    do {
      for part in ["facts", "post"] { try Folder.make("\(folder)/\(part)", mode: 0o700) }
      let head = try copyFacts(state)
      try copyPost(state)
      try copyRevisions(state)
      let files = try Self.files(below: folder)
      var lines = ["made \(UTCTime(now))", "facts \(head)"]
      for file in files { lines.append("file \(try Self.hash("\(folder)/\(file)")) \(file)") }
      if let live = Self.link(state.live) { lines.append("live \(live)") }
      try WholeFile.replace(list, with: lines.joined(separator: "\n") + "\n", mode: 0o600)
      return head
    } catch {
      try? Folder.remove(folder)
      throw error
    }
  }

  private func copyPost(_ state: StateFolder) throws(StoreFailure) {
    guard access(state.postDatabase, F_OK) == 0 else { return }
    try PostLog(state, .reading).copy(to: folder + "/post/post.db")
  }

  private func copyFacts(_ state: StateFolder) throws -> FactHead {
    guard access(state.factsDatabase, F_OK) == 0 else { return .empty }
    let copy = folder + "/facts"
    try SQLiteFactLog(folder: state.facts, .reading).copy(to: copy + "/facts.db")
    let walk = try SQLiteFactLog(folder: copy, .reading).verify(against: nil)
    guard walk.broken == nil else {
      throw Failure(
        vi: "chuỗi ghi nhận bị đứt; xem: nhacviec audit verify",
        en: "the chain of facts is broken: nhacviec audit verify")
    }
    return walk.head
  }

  private func copyRevisions(_ state: StateFolder) throws {
    for file in (try? Self.files(below: state.revisions)) ?? [] {
      let target = "\(folder)/post/revisions/\(file)"
      try Folder.make(Self.parent(target), mode: 0o700)
      try WholeFile.copy("\(state.revisions)/\(file)", to: target, mode: 0o600)
    }
  }

  // MARK: Putting back

  /// Checks all of it before anything is written. What the state folder holds must be moved aside by then.
  func restore(to state: StateFolder) throws -> FactHead {
    let entries = try check()
    for path in [state.factsDatabase, state.postDatabase, state.live] where access(path, F_OK) == 0 {
      throw Failure(
        vi: "đã có \(path); hãy chuyển thư mục dữ liệu cũ sang chỗ khác trước",
        en: "\(path) is there already; move the old state aside first")
    }
    for file in entries.files {
      let target = "\(state.path)/\(file)"
      try Folder.make(Self.parent(target), mode: 0o770)
      try WholeFile.copy("\(folder)/\(file)", to: target, mode: file.hasPrefix("facts/") ? 0o660 : 0o640)
    }
    if let live = entries.live, symlink(live, state.live) != 0 { throw SystemError(errno, state.live) }
    guard entries.files.contains(Self.database[0]) else { return .empty }
    // Opened for writing, it leaves its head file and its companions.
    return try SQLiteFactLog(folder: state.facts, .writing).head()
  }

  private func check() throws -> (files: [String], live: String?) {
    guard let text = WholeFile.read(list, limit: 1 << 24) else {
      throw Failure(vi: "\(folder) không phải là bản sao lưu", en: "\(folder) is no backup")
    }
    var files: [String] = []
    var live: String?
    var head = ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard words.count > 1 else { continue }
      if words[0] == "live" { live = words[1] }
      if words[0] == "facts" { head = words[1] }
      guard words[0] == "file", words.count == 3 else { continue }
      let file = words[2]
      guard !file.contains(".."), try Self.hash("\(folder)/\(file)") == words[1] else {
        throw Failure(vi: "tệp \(file) đã bị đổi sau khi sao lưu", en: "\(file) was changed after the backup")
      }
      files.append(file)
    }
    guard files.contains(Self.database[0]) else { return (files, live) }
    let walk = try SQLiteFactLog(folder: folder + "/facts", .reading).verify(against: FactHead(head))
    guard walk.broken == nil else {
      throw Failure(vi: "chuỗi ghi nhận trong bản sao lưu bị đứt", en: "the chain of facts in the backup is broken")
    }
    return (files, live)
  }

  // MARK: Files

  /// Regular files below a folder, sorted, without SQLite's companions.
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

  private static func parent(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

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
