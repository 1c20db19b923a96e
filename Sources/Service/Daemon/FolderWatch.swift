import Glibc
import StateFolder

/// Tells when files in folders change (inotify(7)). Made anew after folders came or went: what happened in between is
/// found by reading the folders afterwards, as after every change.
final class FolderWatch {
  struct Change: Hashable {
    /// As the folder was named to `add`.
    var folder: String
    /// Empty: of the folder itself.
    var name: String
    /// A folder came or went, or changes were lost: other folders have to be watched now.
    var isStructural: Bool
  }

  /// -1, which poll(2) passes over, where the system has no more.
  let descriptor: Int32
  private let events: UInt32
  private var folders: [Int32: String] = [:]
  /// Of folders that are watched only for something in them: its names.
  private var awaited: [String: Set<String>] = [:]
  /// Those that are watched for themselves.
  private var own: Set<String> = []
  /// What the system refused to watch.
  private(set) var failure: SystemError?

  /// - Parameter noticesRights: whether it counts as a change that somebody may read a file now, or no longer.
  init(noticesRights: Bool = false) {
    let contents =
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
    events = UInt32(noticesRights ? contents | IN_ATTRIB : contents) | UInt32(IN_ONLYDIR)
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if descriptor < 0 { failure = SystemError(errno, "inotify") }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches one folder, not those in it. False where it is not there.
  @discardableResult
  func add(_ folder: String) -> Bool {
    guard descriptor >= 0 else { return false }
    let number = inotify_add_watch(descriptor, folder, events)
    guard number >= 0 else {
      if errno != ENOENT, errno != ENOTDIR { failure = failure ?? SystemError(errno, folder) }
      return false
    }
    folders[number] = folder
    return true
  }

  /// Watches a folder and where it is, or would be, so that its coming and going is noticed.
  ///
  /// - Parameter deeply: all folders in it too. Links within it are not followed: what they lead to lies in the folder,
  ///   or counts for nothing.
  func add(root: String, deeply: Bool) {
    addParent(of: root)
    own.insert(root)
    if add(root), deeply { addFolders(in: root, depth: 0) }
  }

  /// Watches for one file, and, where it is a link, for what it leads to; neither need be there.
  func add(file: String) {
    addParent(of: file)
    guard let real = realpath(file, nil) else { return }
    defer { free(real) }
    if String(cString: real) != file { addParent(of: String(cString: real)) }
  }

  /// The folder above, or the nearest that is there.
  private func addParent(of path: String) {
    var child = path[...]
    while let slash = child.lastIndex(of: "/") {
      let parent = slash == child.startIndex ? "/" : String(child[..<slash])
      if add(parent) {
        awaited[parent, default: []].insert(String(child[child.index(after: slash)...]))
        return
      }
      guard parent != "/" else { return }
      child = child[..<slash]
    }
  }

  private func addFolders(in folder: String, depth: Int) {
    guard depth < 32 else { return }
    for name in Folder.names(in: folder) ?? [] {
      var status = stat()
      let path = "\(folder)/\(name)"
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, add(path) else { continue }
      addFolders(in: path, depth: depth + 1)
    }
  }

  /// What changed since; empty: nothing.
  func take() -> [Change] {
    var changes: [Change] = []
    var buffer = [UInt64](repeating: 0, count: 2048)
    while true {
      let count = read(descriptor, &buffer, buffer.count * 8)
      guard count > 0 else { return changes }
      buffer.withUnsafeBytes { changes += self.changes(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  private func changes(_ bytes: UnsafeRawBufferPointer) -> [Change] {
    var changes: [Change] = []
    var offset = 0
    let header = MemoryLayout<inotify_event>.size
    while offset + header <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let end = offset + header + Int(event.len)
      let name = String(decoding: bytes[(offset + header)..<end].prefix { $0 != 0 }, as: UTF8.self)
      offset = end
      let structural =
        UInt32(IN_ISDIR) | UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT | IN_Q_OVERFLOW)
      let folder = folders[event.wd] ?? ""
      var isStructural = event.mask & structural != 0
      if let names = awaited[folder], !own.contains(folder) {
        guard names.contains(name) || name.isEmpty else { continue }
        isStructural = true
      }
      changes.append(Change(folder: folder, name: name, isStructural: isStructural))
    }
    return changes
  }
}
