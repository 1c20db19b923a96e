import Glibc

/// A call of the system that failed.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `errno`.
  public let code: Int32
  public let path: String

  public init(_ code: Int32, _ path: String) {
    self.code = code
    self.path = path
  }

  public var description: String { "\(path): \(strerror(code).map { String(cString: $0) } ?? "errno \(code)")" }
}
