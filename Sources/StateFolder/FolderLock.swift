import Glibc

/// A lock on a file, held until it is released or the process ends, however it ends (flock(2)).
///
/// Several locks of one process on one file exclude one another too.
public final class FolderLock: Sendable {
  public enum Failure: Error, Hashable, Sendable {
    /// Somebody else has it: the words that the holder gave and the number of its process; empty if nobody left any.
    case held(by: String)
    case system(SystemError)
  }

  private let descriptor: Int32

  /// Takes the lock, or says at once who has it.
  ///
  /// - Parameters:
  ///   - path: made where it is not there, with mode 0640; its folder must be there.
  ///   - holder: what the others are told, such as `nhacviec remind`.
  public init(_ path: String, holder: String) throws(Failure) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard descriptor >= 0 else { throw .system(SystemError(errno, path)) }
    var result = flock(descriptor, LOCK_EX | LOCK_NB)
    while result != 0, errno == EINTR { result = flock(descriptor, LOCK_EX | LOCK_NB) }
    guard result == 0 else {
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else { throw .system(SystemError(code, path)) }
      throw .held(by: WholeFile.read(path, limit: 1024)?.firstLine ?? "")
    }
    self.descriptor = descriptor
    let words = Array("\(holder.firstLine) (\(getpid()))\n".utf8)
    // Only for people: a lock whose words could not be written holds all the same.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, words, words.count, 0) }
  }

  /// Before the lock is let go of its words are removed; a process that was killed leaves them, which harms nobody.
  deinit {
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }
}

extension String {
  var firstLine: String { String(prefix { !$0.isNewline }) }
}
