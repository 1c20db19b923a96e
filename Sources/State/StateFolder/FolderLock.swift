import Glibc

/// A lock on a file, held until the object is released or the process ends, however it ends (flock(2)).
///
/// Several locks of one process on one file exclude one another too. Anybody who may open the file can hold the lock,
/// so that only those may open it who write what it guards.
package final class FolderLock: Sendable {
  package enum Failure: Error, Hashable, Sendable {
    /// Somebody else has it: the words of the holder and its process number, else what the system knows of it; empty if
    /// that is nothing.
    case held(by: String)
    case system(SystemError)
  }

  private let descriptor: Int32

  /// Takes the lock, or throws `held`.
  ///
  /// - Parameters:
  ///   - path: the file, which is made where it does not exist; its folder must exist.
  ///   - holder: who others are told holds the lock, such as `nhacviec remind`.
  ///   - mode: the mode of the file, which an existing one gets too.
  ///   - patience: seconds to wait for another holder.
  package init(_ path: String, holder: String, mode: UInt32 = 0o600, patience: Double = 0) throws(Failure) {
    // Until the lock is taken this is not a property, or `deinit` would remove the holder's words and close the file
    // again.
    let file: Int32
    do throws(SystemError) {
      file = try Folder.openFile(path, mode: mode)
    } catch {
      throw .system(error)
    }
    // Readers could open, and thereby lock, the files that an earlier version made.
    fchmod(file, mode)
    let code = Self.take(file, patience)
    guard code == 0 else {
      let words = Self.words(file)
      close(file)
      guard code == EWOULDBLOCK else { throw .system(SystemError(code, path)) }
      throw .held(by: words.isEmpty ? LockHolder.ofFile(path) : words)
    }
    descriptor = file
    let words = Array("\(holder.firstLine) (\(getpid()))\n".utf8)
    // The words are for people alone: a lock whose words could not be written holds all the same.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, words, words.count, 0) }
  }

  /// The words are removed before the lock is released; a killed process leaves them, which does no harm.
  deinit {
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// Returns `errno`, or 0 if the lock was taken.
  private static func take(_ descriptor: Int32, _ patience: Double) -> Int32 {
    for _ in 0...Int(patience * 20) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return 0 }
      guard errno == EWOULDBLOCK || errno == EINTR else { return errno }
      if patience > 0 { usleep(50_000) }
    }
    return EWOULDBLOCK
  }

  private static func words(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).firstLine
  }
}

extension String {
  var firstLine: String { String(prefix { !$0.isNewline }) }
}
