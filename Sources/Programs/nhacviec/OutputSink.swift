import Glibc

/// Where a command writes: a file descriptor, in blocks, or memory in tests.
final class OutputSink {
  private enum Target {
    case descriptor(Int32)
    case memory
    /// The descriptor failed or its reader went away, so that nothing more is written.
    case closed
  }

  private var target: Target
  /// The bytes that are not written yet; in memory, all bytes.
  private(set) var pending: [UInt8] = []
  /// The error that ended all writing. A reader that went away is no error.
  private(set) var failure: String?
  private static let blockSize = 1 << 16

  init(descriptor: Int32) { target = .descriptor(descriptor) }

  private init() { target = .memory }

  static func inMemory() -> OutputSink { OutputSink() }

  /// The text that a memory sink was given.
  var text: String { String(decoding: pending, as: UTF8.self) }

  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    if case .closed = target { return }
    if case .descriptor = target, pending.isEmpty, bytes.count >= Self.blockSize { return writeOut(bytes) }
    pending.append(contentsOf: bytes)
    if case .descriptor = target, pending.count >= Self.blockSize { flush() }
  }

  /// Writes the pending bytes to the descriptor, whose first error ends all writing.
  func flush() {
    guard case .descriptor = target else { return }
    writeOut(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private func writeOut(_ bytes: [UInt8]) {
    guard case .descriptor(let descriptor) = target else { return }
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
      }
      if written > 0 {
        start += written
      } else if errno != EINTR {
        if errno != EPIPE { failure = strerror(errno).map { String(cString: $0) } ?? "errno \(errno)" }
        target = .closed
        break
      }
    }
  }
}
