import Glibc
import Hashing
package import Reminders
import RuleFiles
import RuleSyntax
package import StateFolder

/// The promoted rules of a state folder: a folder each, never changed or removed, and a link to the one in force
/// (docs/store.md, "Revisions").
///
/// Reading needs no lock: a reader sees the revision before or after, whole. Writing needs the lock of the round.
package struct RevisionStore: Sendable {
  package let state: StateFolder

  package init(_ state: StateFolder) { self.state = state }

  // MARK: Reading

  /// Throws while the restoring of a backup is unfinished.
  func requireWhole() throws(RevisionFailure) {
    if let backup = state.unfinishedRestore { throw .unfinishedRestore(backup: backup, path: state.path) }
  }

  /// The number of the revision in force; nil if none was ever promoted. Throws where the log of messages is lost, with which the
  /// revisions are kept.
  package func liveNumber() throws(RevisionFailure) -> Int? {
    try requireWhole()
    var buffer = [CChar](repeating: 0, count: 256)
    let count = readlink(state.live, &buffer, buffer.count)
    guard count >= 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        if state.isOutboxGone { throw .gone(mark: state.outboxMark, path: state.live) }
        return nil
      }
      if errno == EINVAL { throw damagedLink }
      throw .system(SystemError(errno, state.live))
    }
    let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard target.hasPrefix("revisions/"), let number = Int(target.dropFirst(10)), number > 0 else { throw damagedLink }
    return number
  }

  private var damagedLink: RevisionFailure {
    .damaged(path: state.live, what: .init(vi: "liên kết không trỏ tới bản nào", en: "the link names no revision"))
  }

  /// The rules in force; nil if none were ever promoted. Throws if they are damaged, and if none were in force at the
  /// instant.
  ///
  /// - Parameters:
  ///   - instant: those that were in force then; nil: those that are.
  ///   - years: years that calendars must cover besides those of the plans.
  package func live(
    at instant: Instant? = nil, covering years: ClosedRange<Int>? = nil
  ) throws(RevisionFailure) -> LiveRules? {
    guard let number = try liveNumber() else { return nil }
    guard let instant else { return try revision(number, covering: years) }
    let numbers = numbers()
    for number in numbers.reversed() {
      if try manifest(number).promoted <= instant.seconds { return try revision(number, covering: years) }
    }
    throw .noneThen(path: state.revisions, first: numbers.first ?? number)
  }

  /// Reads all of a revision, as if it were in force. Throws if it is damaged.
  package func check(_ number: Int) throws(RevisionFailure) { _ = try revision(number) }

  /// Reads a revision, as if it were in force, without its tests, which passed before it was. Throws if it is damaged.
  package func revision(_ number: Int, covering years: ClosedRange<Int>? = nil) throws(RevisionFailure) -> LiveRules {
    let manifest = try manifest(number)
    let sources = try sources(manifest)
    let (rules, diagnostics) = sources.rules(covering: years, withTests: false)
    guard let table = EffectiveSince(lines: manifest.table) else {
      throw .damaged(
        path: folder(number), what: .init(vi: "bảng thời điểm không đúng", en: "its table of instants is wrong"))
    }
    return LiveRules(
      manifest: manifest, rules: rules, diagnostics: diagnostics, files: sources.own.count, table: table)
  }

  /// The manifest of a revision.
  package func manifest(_ number: Int) throws(RevisionFailure) -> RevisionManifest {
    let path = "\(folder(number))/\(RevisionManifest.name)"
    let reader = RuleFileReader()
    guard let file = reader.file(at: path).first else {
      throw .damaged(
        path: path, what: reader.diagnostics.first?.words ?? .init(vi: "không có tệp này", en: "it is not there"))
    }
    let manifest = try RevisionManifest(file.bytes, at: path)
    guard manifest.number == number else {
      throw .damaged(path: path, what: .init(vi: "mang số của bản khác", en: "it has the number of another one"))
    }
    return manifest
  }

  /// The files of a revision. Throws if they are damaged.
  package func sources(of number: Int) throws(RevisionFailure) -> RevisionSources { try sources(manifest(number)) }

  private func sources(_ manifest: RevisionManifest) throws(RevisionFailure) -> RevisionSources {
    let root = folder(manifest.number) + "/sources"
    func files(_ name: String) throws(RevisionFailure) -> [RuleFile] {
      let folder = "\(root)/\(name)"
      guard Folder.isThere(folder) else { return [] }
      let reader = RuleFileReader()
      let found = reader.sources(at: folder)
      if let problem = reader.diagnostics.first {
        throw .damaged(path: problem.span.source.name, what: problem.words)
      }
      return found.map { RuleFile(name: String($0.name.dropFirst(folder.count + 1)), bytes: $0.bytes) }
    }
    let sources = try RevisionSources(
      folder: manifest.folder, shippedFolder: manifest.shippedFolder, own: files("own"), shipped: files("shipped"))
    guard sources.hash == manifest.sources else {
      throw .damaged(
        path: root,
        what: .init(vi: "các tệp không khớp mã băm đã ghi", en: "its files do not match the hash that was noted"))
    }
    return sources
  }

  /// The numbers of all revisions, the newest last.
  package func numbers() -> [Int] { (Folder.names(in: state.revisions) ?? []).compactMap { Int($0) }.sorted() }

  /// The tasks with deadlines, `PLAN/TASK`, that any revision ever had, as far as manifests can be read.
  package func everyTask() -> Set<String> {
    numbers().reduce(into: []) { tasks, number in
      guard let manifest = try? manifest(number), let table = EffectiveSince(lines: manifest.table) else { return }
      tasks.formUnion(table.tasks)
    }
  }

  func folder(_ number: Int) -> String { "\(state.revisions)/\(Self.name(number))" }

  static func name(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  // MARK: Writing

  /// Makes the sources the live revision, and returns its number. The caller holds the round's lock. At every moment
  /// either the old or the new revision is live as a whole; when this returns, the new one survives a crash of the
  /// machine.
  @discardableResult
  func write(
    _ sources: RevisionSources, by author: String, now: Instant, wentLive: EffectiveSince, before: SHA256Digest
  ) throws(RevisionFailure) -> Int {
    do throws(SystemError) {
      try Folder.make(state.revisions)
      try removeLeftovers()
    } catch { throw .system(error) }
    let number = (numbers().last ?? 0) + 1
    let manifest = RevisionManifest(
      number: number, promoted: now.seconds, author: author, sources: sources, before: before, wentLive: wentLive)
    let draft = "\(state.revisions)/.new-\(Self.name(number))"
    let encoded = try manifest.encoded(at: draft).bytes
    do throws(SystemError) {
      try write(sources, to: draft, behind: numbers().last)
      try WholeFile.replace("\(draft)/\(RevisionManifest.name)", with: encoded)
      try Folder.syncAll(draft)
      try Folder.move(draft, to: folder(number))
      try point(to: number)
    } catch {
      try? Folder.remove(draft)
      throw .system(error.about(folder(number), insteadOf: draft))
    }
    return number
  }

  /// A file that the revision before has too is the same file on the disk.
  private func write(_ sources: RevisionSources, to draft: String, behind before: Int?) throws(SystemError) {
    let old = before.flatMap { try? self.sources(manifest($0)) }
    let known = Dictionary(old?.files ?? []) { first, _ in first }
    for (name, bytes) in sources.files {
      let path = "\(draft)/sources/\(name)"
      try Folder.make(Folder.parent(of: path))
      if let before, known[name] == bytes {
        try Folder.makeSame(path, as: "\(folder(before))/sources/\(name)")
      } else {
        try WholeFile.replace(path, with: bytes)
      }
    }
  }

  /// Makes the link of the live revision point to `number`; it is never missing.
  private func point(to number: Int) throws(SystemError) {
    let draft = state.live + ".new"
    unlink(draft)
    try Folder.link(draft, to: "revisions/\(Self.name(number))")
    try Folder.move(draft, to: state.live)
  }

  /// Removes what a killed writer left.
  private func removeLeftovers() throws(SystemError) {
    for name in Folder.allNames(in: state.revisions) where name.hasPrefix(".new-") || name.hasPrefix(".old-") {
      try Folder.remove("\(state.revisions)/\(name)")
    }
  }
}
