import Glibc

/// A folder of requests, one file each, that every member of the group writes in. While there are any, the path unit starts a
/// round; so what a round cannot take it moves aside, to a name that begins with a dot and asks for nothing.
package struct Spool: Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  package struct Entry: Hashable, Sendable {
    /// The name of the file, which the file of the answer has too.
    package var name: String
    /// Who asked: the file's owner.
    package var user: UInt32
    /// Nil if the request is not understood.
    package var request: SpoolRequest?
  }

  /// The requests that a round found.
  package struct Taken: Sendable {
    /// To be carried out now, the oldest first.
    package var entries: [Entry] = []
    /// Names of what is no request and was moved aside.
    package var aside: [String] = []
    /// The number of requests that were removed, because one user asked for too much.
    package var surplus = 0
  }

  /// How many requests of one user a round carries out, and how many of them may wait.
  private static let (served, kept) = (8, 100)
  /// How many names a round looks at, and how many things may lie aside.
  private static let (looks, asides) = (100_000, 20)
  /// A name of what was moved aside begins with this.
  private static let asidePrefix = ".strange-"

  /// Puts a request into the spool, and returns its name. The folder must exist.
  @discardableResult
  package func drop(_ request: SpoolRequest) throws(SystemError) -> String {
    let name = Self.newName()
    try drop(request, as: name)
    return name
  }

  static func newName() -> String {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    return "\(moment.tv_sec).\(moment.tv_nsec).\(getpid())"
  }

  func drop(_ request: SpoolRequest, as name: String) throws(SystemError) {
    // A round never sees half a request.
    let draft = "\(path)/.\(name)"
    let descriptor = try Folder.openNew(draft, mode: 0o640, keepsMaker: true)
    do throws(SystemError) {
      defer { close(descriptor) }
      try WholeFile.write(Array((request.text + "\n").utf8), to: descriptor, draft)
      try Folder.move(draft, to: "\(path)/\(name)")
    } catch {
      unlink(draft)
      throw error
    }
  }

  /// Whether there is nothing that starts a round.
  package var isEmpty: Bool { names(atMost: 1).visible.isEmpty }

  /// All requests, the oldest first; nothing is changed.
  package func entries() -> [Entry] {
    names(atMost: Self.looks).visible.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.compactMap { entry($0) }
  }

  /// What a round is to do. The caller removes a wake-up before it reads the state, and any other request after
  /// answering it, so that a crash loses none.
  ///
  /// - Parameter now: by the clock of the file system, in seconds since 1970.
  package func take(now: Int64) -> Taken {
    let (visible, hidden) = names(atMost: Self.looks)
    var taken = Taken()
    var counts: [uid_t: Int] = [:]
    var aside = hidden.count { $0.text.hasPrefix(Self.asidePrefix) }
    for name in visible.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
      guard let entry = entry(name) else {
        if moveAside(name, "\(now).\(taken.aside.count).\(getpid())", isFull: aside >= Self.asides) { aside += 1 }
        taken.aside.append(name.text)
        continue
      }
      let count = counts[entry.user, default: 0]
      if entry.request != .wake { counts[entry.user] = count + 1 }
      if count < Self.served || entry.request == .wake {
        taken.entries.append(entry)
      } else if count >= Self.kept, unlink(file(name)) == 0 {
        taken.surplus += 1
      }
    }
    let known = Set(visible.map(\.text))
    for name in hidden where !Self.isFile(name.text, of: known) { removeLeftover(name, now) }
    return taken
  }

  /// Removes a request with its file, if it is still there.
  package func remove(_ entry: Entry) throws(SystemError) {
    let file = "\(path)/\(entry.name)"
    guard unlink(file) == 0 || errno == ENOENT else { throw SystemError(errno, file) }
    removeFile(of: entry)
  }

  /// How many things lie aside.
  package var asideCount: Int { names(atMost: Self.looks).hidden.count { $0.text.hasPrefix(Self.asidePrefix) } }

  // MARK: Names

  /// A name as the file system has it, which need not be text.
  private struct Name {
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  private func file(_ name: Name) -> [CChar] {
    (Array("\(path)/".utf8) + name.bytes + [0]).map { CChar(bitPattern: $0) }
  }

  /// - Parameter limit: how many names that are not hidden are read.
  private func names(atMost limit: Int) -> (visible: [Name], hidden: [Name]) {
    guard let stream = opendir(path) else { return ([], []) }
    defer { closedir(stream) }
    var (visible, hidden): ([Name], [Name]) = ([], [])
    while visible.count < limit, let entry = readdir(stream) {
      let name = Name(bytes: withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
      if name.bytes.first != UInt8(ascii: ".") {
        visible.append(name)
      } else if name.text != ".", name.text != "..", hidden.count < Self.looks {
        hidden.append(name)
      }
    }
    return (visible, hidden)
  }

  /// As `drop` names a request: SECONDS.NANOSECONDS.PROCESS.
  private static func isRequest(_ name: Name) -> Bool {
    let parts = name.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { (1...20).contains($0.count) && $0.allSatisfy { (48...57).contains($0) } }
  }

  /// The request in a file; nil if it is none. Owner and words are those of one file without further names, so that
  /// nobody can ask in another user's name.
  private func entry(_ name: Name) -> Entry? {
    guard Self.isRequest(name) else { return nil }
    let descriptor = open(file(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
      status.st_size <= 4096
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { return nil }
    return Entry(
      name: name.text, user: status.st_uid,
      request: SpoolRequest(text: String(decoding: bytes[..<count], as: UTF8.self)))
  }

  // MARK: Aside

  /// Moves a thing aside; returns whether it lies there now. Where much lies aside already it is removed instead,
  /// except a folder that is not empty, which is always renamed.
  private func moveAside(_ name: Name, _ number: String, isFull: Bool) -> Bool {
    if rmdir(file(name)) == 0 { return false }
    if isFull, unlink(file(name)) == 0 { return false }
    return rename(file(name), "\(path)/\(Self.asidePrefix)\(number)") == 0
  }

  /// Removes after an hour what a process left that was killed while asking, and after a day what lies aside.
  private func removeLeftover(_ name: Name, _ now: Int64) {
    var status = stat()
    guard lstat(file(name), &status) == 0 else { return }
    let age: Int64 = name.text.hasPrefix(Self.asidePrefix) ? 86_400 : 3600
    guard now - Int64(status.st_ctim.tv_sec) > age else { return }
    if unlink(file(name)) != 0 { rmdir(file(name)) }
  }
}
