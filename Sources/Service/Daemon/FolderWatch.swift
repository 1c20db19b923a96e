import Glibc
import StateFolder

/// Tells when files in folders change (inotify(7)). After a folder came or went, a new watch is made; what happened in
/// between is found by reading the folders afterwards, as after every change.
final class FolderWatch {
  struct Change: Hashable {
    /// The folder, as `add` was told it.
    var folder: String
    /// The name in the folder; empty for the folder itself.
    var name: String
    /// Whether a folder came or went, or changes were lost, so that other folders must be watched now.
    var isStructural: Bool
  }

  /// The descriptor to wait for; -1, which poll(2) ignores, if the system had no more.
  let descriptor: Int32
  private let events: UInt32
  private var folders: [Int32: String] = [:]
  /// Folders that are watched only for some names in them, and these names.
  private var awaited: [String: Set<String>] = [:]
  /// Folders that are watched for everything in them.
  private var own: Set<String> = []
  /// Why the system refused to watch something; nil if it did not.
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

  /// Watches one folder, without those in it. Returns false if it does not exist.
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

  /// Watches a folder, and the place where it is or would be, so that its coming and going is noticed.
  ///
  /// - Parameter deeply: whether all folders in it are watched too. Links within it are not followed, because their
  ///   targets either lie in the folder or do not count.
  func add(root: String, deeply: Bool) {
    addParent(of: root)
    own.insert(root)
    if add(root), deeply { addFolders(in: root, depth: 0) }
  }

  /// Watches for one file and, if it is a link, for its target; neither need exist.
  func add(file: String) {
    addParent(of: file)
    guard let real = realpath(file, nil) else { return }
    defer { free(real) }
    if String(cString: real) != file { addParent(of: String(cString: real)) }
  }

  /// Watches the folder above, or the nearest one that exists.
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

  /// What changed since the last call.
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
