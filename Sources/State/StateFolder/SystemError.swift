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

  package var description: String { "\(path): \(strerror(code).map { String(cString: $0) } ?? "errno \(code)")" }
}
