import Glibc

/// The error of a system call, and the path that it concerns.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `errno`.
  package let code: Int32
  package let path: String

  package init(_ code: Int32, _ path: String) {
    self.code = code
    self.path = path
  }

  /// The same of what a draft was to become: whoever reads of it named that, and nobody knows the draft, which is gone.
  package func about(_ target: String, insteadOf draft: String) -> SystemError {
    guard path == draft || path.hasPrefix(draft + "/") else { return self }
    return SystemError(code, target + path.dropFirst(draft.count))
  }

  package var description: String { "\(path): \(strerror(code).map { String(cString: $0) } ?? "errno \(code)")" }
}
