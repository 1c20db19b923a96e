import Glibc

/// Puts mails into a Maildir: a folder with `tmp`, `new` and `cur`, and a file for each mail.
///
/// A mail's file is named by its id, so that a mail that is put there twice is there once, even if a mail program has
/// moved it from `new` to `cur` meanwhile. It is complete and on the disk before its name is seen.
package final class MaildirTransport {
  let folder: String
  /// The base names that were in `cur` at `currentStamp`.
  private var current: Set<String> = []
  private var currentStamp: Stamp?

  private struct Stamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
  }

  package init(folder: String) { self.folder = folder }

  /// Puts a mail there. The three folders are made if they are missing, but not the Maildir itself.
  ///
  /// - Parameter date: seconds since 1970, with which the file's name begins, so that programs list mails in this
  ///   order.
  package func put(_ message: MailMessage, date: Int) -> TransportOutcome {
    do {
      return try put(
        message.bytes, headers: Self.deliveryHeaders(of: message),
        name: Self.name(message, date: date))
    } catch {
      return .later(error)
    }
  }

  /// The header that final delivery adds: where failures go (RFC 5321, 4.4).
  private static func deliveryHeaders(of message: MailMessage) -> [UInt8] {
    Array("Return-Path: <\(message.returnPath)>\r\n".utf8)
  }

  static func name(_ message: MailMessage, date: Int) -> String {
    "\(date).\(StableName.hexadecimal(for: Array(message.messageID.text.utf8)).prefix(40)).nhacviec"
  }

  private func put(_ bytes: [UInt8], headers: [UInt8], name: String) throws(TransportProblem)
    -> TransportOutcome
  {
    for part in ["tmp", "new", "cur"]
    where mkdir("\(folder)/\(part)", 0o700) != 0 && errno != EEXIST {
      throw problem(errno)
    }
    let target = "\(folder)/new/\(name)"
    if access(target, F_OK) == 0 { return .delivered }
    if try isInCurrent(name) { return .delivered }
    let draft = "\(folder)/tmp/\(name).\(getpid())"
    defer { unlink(draft) }
    try write(headers + bytes, to: draft)
    guard link(draft, target) == 0 || errno == EEXIST else { throw problem(errno) }
    try synchronize("\(folder)/new")
    return .delivered
  }

  private func write(_ bytes: [UInt8], to path: String) throws(TransportProblem) {
    // An earlier process of the same number may have left the file when it crashed.
    unlink(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw problem(errno) }
    var failure = bytes.withUnsafeBytes { bytes -> Int32 in
      var offset = 0
      while offset < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        offset += count
      }
      return 0
    }
    if failure == 0, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw problem(failure) }
  }

  private func synchronize(_ path: String) throws(TransportProblem) {
    let file = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw problem(errno) }
    defer { close(file) }
    if fsync(file) != 0 { throw problem(errno) }
  }

  /// Whether the mail is in `cur`, where mail programs move what was seen, and add `:2,` and flags to its name. The
  /// folder is read again only if it changed.
  private func isInCurrent(_ name: String) throws(TransportProblem) -> Bool {
    var status = stat()
    guard stat("\(folder)/cur", &status) == 0 else { throw problem(errno) }
    let stamp = Stamp(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    if stamp != currentStamp {
      guard let directory = opendir("\(folder)/cur") else { throw problem(errno) }
      defer { closedir(directory) }
      current = []
      while let entry = readdir(directory) {
        let text = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        current.insert(String(text.prefix { $0 != ":" }))
      }
      currentStamp = stamp
    }
    return current.contains(name)
  }

  private func problem(_ code: Int32) -> TransportProblem {
    TransportProblem(systemError: code, place: folder)
  }
}

extension TransportProblem: Error {
  /// The problem that a system error means for a place on this machine.
  init(systemError code: Int32, place: String) {
    let kind: Kind =
      switch code {
      case ENOENT, ENOTDIR, ELOOP: .noSuchPlace
      case EACCES, EPERM, EROFS: .noPermission
      case ENOSPC, EDQUOT: .noSpace
      case EMSGSIZE, EFBIG: .tooLarge
      case ECONNREFUSED, ECONNRESET, ENOTCONN: .noConnection
      case EAGAIN, ETIMEDOUT: .timeOut
      default: .other
      }
    self.init(kind, place: PlainWords.line(place), said: String(cString: strerror(code)))
  }
}
