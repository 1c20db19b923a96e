import Glibc

/// Small files that are read and replaced whole.
package enum WholeFile {
  /// Replaces a file by a new one, so that a reader sees one or the other whole. The file and its name are on the disk
  /// when this returns.
  ///
  /// - Parameter mode: the mode of the new file, whatever the process's mask is.
  package static func replace(_ path: String, with text: String, mode: UInt32 = 0o640) throws(SystemError) {
    try replace(path, with: Array(text.utf8), mode: mode)
  }

  /// Does the same with any bytes.
  package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32 = 0o640) throws(SystemError) {
    try make(path, mode: mode) { descriptor throws(SystemError) in try write(bytes, to: descriptor, path) }
  }

  /// Does the same with the bytes of another regular file, which is not opened through a link.
  package static func copy(_ source: String, to path: String, mode: UInt32) throws(SystemError) {
    try make(path, mode: mode) { descriptor throws(SystemError) in
      try pieces(of: source) { piece throws(SystemError) in try write(piece, to: descriptor, path) }
    }
  }

  private static func make(
    _ path: String, mode: UInt32, _ fill: (Int32) throws(SystemError) -> Void
  ) throws(SystemError) {
    let temporary = Folder.draft(of: path)
    // It may be left by a killed process, or put there by somebody who may write in the folder.
    unlink(temporary)
    do throws(SystemError) {
      let descriptor = try Folder.openNew(temporary, mode: mode)
      defer { close(descriptor) }
      try fill(descriptor)
      guard fsync(descriptor) == 0 else { throw SystemError(errno, path) }
      try Folder.move(temporary, to: path)
    } catch {
      unlink(temporary)
      throw error.about(path, insteadOf: temporary)
    }
  }

  /// The first `limit` bytes of a regular file as text; nil if there is none. Links are not followed.
  package static func read(_ path: String, limit: Int = 1 << 20) -> String? {
    var bytes: [UInt8] = []
    do {
      try pieces(of: path, limit: limit) { bytes += $0 }
    } catch {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Passes the bytes of a regular file to `take`, piece by piece. Links are not followed.
  package static func pieces(
    of path: String, limit: Int = .max, _ take: ([UInt8]) throws(SystemError) -> Void
  ) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError(errno, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError(errno, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(EINVAL, path) }
    var rest = limit
    while rest > 0 {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: min(rest, 1 << 16)) { buffer, initialized in
        repeat { count = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
        initialized = max(0, count)
      }
      guard count >= 0 else { throw SystemError(errno, path) }
      if piece.isEmpty { return }
      try take(piece)
      rest -= piece.count
    }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(SystemError) {
    let failure = bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        offset += count
      }
      return 0
    }
    guard failure == 0 else { throw SystemError(failure, path) }
  }
}
