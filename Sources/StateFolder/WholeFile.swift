public import Glibc

/// Small files that are read and replaced whole.
public enum WholeFile {
  /// A new file takes the place of the old, so that a reader sees one or the other; it is on the disk before.
  ///
  /// - Parameter mode: of the new file, whatever the process's mask is.
  public static func replace(_ path: String, with text: String, mode: mode_t = 0o640) throws(SystemError) {
    try replace(path, with: Array(text.utf8), mode: mode)
  }

  /// As above, for any bytes.
  public static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o640) throws(SystemError) {
    let temporary = "\(path).new-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw SystemError(errno, temporary) }
    fchmod(descriptor, mode)
    Folder.own(descriptor, in: path)
    var failure = write(bytes, to: descriptor)
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    close(descriptor)
    if failure == 0, rename(temporary, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(temporary)
      throw SystemError(failure, path)
    }
  }

  /// At most `limit` bytes of a regular file, not through a link; nil where there is none.
  public static func read(_ path: String, limit: Int = 1 << 20) -> String? {
    bytes(path, limit: limit).map { String(decoding: $0, as: UTF8.self) }
  }

  /// As `read`; nil with `errno` set.
  public static func bytes(_ path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: min(limit, 1 << 16))
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &buffer, min(buffer.count, limit - bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// `errno`, or 0.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        offset += count
      }
      return 0
    }
  }
}

/// Folders of the state.
public enum Folder {
  /// Makes `path` and the folders above it where they are not there.
  public static func make(_ path: String, mode: mode_t = 0o750) throws(SystemError) {
    var end = path.startIndex
    while end != path.endIndex {
      end = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      guard mkdir(folder, mode) != 0, errno != EEXIST else { continue }
      let code = errno
      guard isThere(folder) else { throw SystemError(code, folder) }
    }
    guard isThere(path) else { throw SystemError(ENOTDIR, path) }
  }

  /// What root makes belongs to the owner of the folder that it lies in, so that a service can go on with it.
  public static func own(_ descriptor: Int32, in path: String) {
    var folder = stat()
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    if geteuid() == 0, stat(parent.isEmpty ? "/" : parent, &folder) == 0 {
      fchown(descriptor, folder.st_uid, folder.st_gid)
    }
  }

  public static func isThere(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Names in a folder, sorted, without those that begin with a dot; nil where it cannot be read.
  public static func names(in path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
