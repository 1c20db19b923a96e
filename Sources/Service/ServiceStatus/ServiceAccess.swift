import Glibc
package import StateFolder

/// Finds what the services cannot read or write, by owners and modes, so that root, who may read everything, sees it
/// too. Access control lists are ignored.
package struct ServiceAccess {
  private let state: StateFolder

  /// A user of the machine and all groups of theirs.
  private struct User {
    var id: uid_t
    var name: String
    var groups: Set<gid_t>

    /// The owner of a folder; nil if there is no such folder, or it belongs to root, who may do everything.
    init?(ownerOf folder: String) {
      var status = stat()
      guard stat(folder, &status) == 0, status.st_uid != 0 else { return nil }
      id = status.st_uid
      name = "uid \(id)"
      groups = [status.st_gid]
      guard let entry = getpwuid(id) else { return }
      name = String(cString: entry.pointee.pw_name)
      var (found, count) = ([gid_t](repeating: 0, count: 256), Int32(256))
      if getgrouplist(entry.pointee.pw_name, entry.pointee.pw_gid, &found, &count) >= 0 {
        groups.formUnion(found.prefix(Int(count)))
      }
    }

    /// Whether the user has these rights.
    ///
    /// - Parameter bits: the sum of 4 (reading), 2 (writing) and 1 (entering).
    func may(_ bits: mode_t, _ status: stat) -> Bool {
      let shift: mode_t = status.st_uid == id ? 6 : groups.contains(status.st_gid) ? 3 : 0
      return status.st_mode >> shift & bits == bits
    }
  }

  /// The first obstacle of each kind.
  ///
  /// - Parameter rules: the rule folder.
  package static func findings(_ state: StateFolder, rules: String) -> [Finding] {
    let access = ServiceAccess(state: state)
    let users = [state.post, state.facts].compactMap { User(ownerOf: $0) }
    let unread = users.lazy.compactMap { user in access.unreadable(rules, user).map { (user, $0) } }.first
    let aside = Spool(state.spool).asideCount
    return [
      unread.map { user, path in
        Finding(
          .warning, vi: "dịch vụ (\(user.name)) không đọc được \(path): chmod a+rX \(path)",
          en: "the service (\(user.name)) cannot read \(path): chmod a+rX \(path)")
      },
      access.foreign().map { path, folder in
        Finding(
          .critical, vi: "dịch vụ không dùng được \(path), của người khác: chown -h --reference=\(folder) \(path)",
          en: "the service cannot use \(path), which is somebody else's: chown -h --reference=\(folder) \(path)")
      },
      aside == 0
        ? nil
        : Finding(
          .warning, vi: "\(aside) thứ trong \(state.spool) không phải là yêu cầu, đã gạt sang bên (.strange-…)",
          en: "\(aside) in \(state.spool) asked for nothing and were moved aside (.strange-…)"),
    ].compactMap { $0 }
  }

  // MARK: Looking

  /// The first thing in a rule folder, or above it, that the user cannot read.
  private func unreadable(_ path: String, _ user: User) -> String? {
    var above = path
    while above != "/", above != "." {
      above = Folder.parent(of: above)
      var status = stat()
      guard stat(above, &status) == 0 else { continue }
      if !user.may(1, status) { return above }
    }
    return unread(path, user, depth: 0)
  }

  private func unread(_ path: String, _ user: User, depth: Int) -> String? {
    var status = stat()
    guard depth < 16, stat(path, &status) == 0 else { return nil }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    if isFolder || path.hasSuffix(".rules") {
      guard user.may(isFolder ? 5 : 4, status) else { return path }
    }
    guard isFolder else { return nil }
    return (Folder.names(in: path) ?? []).lazy.compactMap { unread("\(path)/\($0)", user, depth: depth + 1) }.first
  }

  /// A file in the state folder that the service which owns the folder cannot use, and the folder; nil if there is
  /// none.
  private func foreign() -> (path: String, folder: String)? {
    for folder in [state.post, state.revisions, state.answers, state.facts] {
      guard let user = User(ownerOf: folder == state.facts ? state.facts : state.post) else { continue }
      for path in [folder] + Folder.allNames(in: folder).sorted().map({ "\(folder)/\($0)" }) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { continue }
        if status.st_uid != user.id, !user.may(6, status) { return (path, folder == path ? state.post : folder) }
      }
    }
    return nil
  }
}
