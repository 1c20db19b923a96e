package import Diagnostics
import Glibc

/// Where a secret is stored. The configuration itself never holds one.
package enum SecretSource: Hashable, Sendable {
  /// A file of this name in systemd's `$CREDENTIALS_DIRECTORY`.
  case credential(String)
  case file(String)

  /// The place that `NAME-credential` or `NAME-file` names; nil if neither is set.
  package init?(_ values: ConfigurationValues, _ name: String) {
    if let credential = values.text("\(name)-credential") {
      self = .credential(credential)
    } else if let file = values.text("\(name)-file") {
      self = .file(file)
    } else {
      return nil
    }
  }

  /// The path of the file; nil for a credential where systemd handed over no folder.
  package func path(credentials folder: String?) -> String? {
    switch self {
    case .credential(let name): folder.map { "\($0)/\(name)" }
    case .file(let path): path
    }
  }
}

/// A password or signing secret. Its descriptions show `***`, so that it is never printed by mistake.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Without the line end that editors put behind the last line.
  package let bytes: [UInt8]

  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a secret cannot be used.
package enum SecretFailure: Error, Hashable, Sendable {
  /// systemd handed over no credentials.
  case noCredentials(name: String)
  case unreadable(path: String, errno: Int32)
  case notAFile(path: String)
  /// Others may read or change it, or its group may change it.
  case exposed(path: String)
  case empty(path: String)
  case tooLarge(path: String)
  /// It has several lines, or a control character.
  case notOneLine(path: String)

  package var words: Bilingual {
    switch self {
    case .noCredentials(let name):
      .init(
        vi: "systemd không trao credential nào ($CREDENTIALS_DIRECTORY trống), cần “\(name)”",
        en: "systemd handed over no credentials ($CREDENTIALS_DIRECTORY is not set), “\(name)” is needed")
    case .unreadable(let path, let code):
      .init(vi: "không đọc được \(path): \(Self.text(code).vi)", en: "\(path) cannot be read: \(Self.text(code).en)")
    case .notAFile(let path): .init(vi: "\(path) không phải là tệp thường", en: "\(path) is no regular file")
    case .exposed(let path):
      .init(
        vi: "người khác đọc hoặc sửa được \(path); hãy chạy: chmod 600 \(path)",
        en: "others may read or change \(path); run: chmod 600 \(path)")
    case .empty(let path): .init(vi: "\(path) rỗng", en: "\(path) is empty")
    case .tooLarge(let path): .init(vi: "\(path) lớn hơn 4096 byte", en: "\(path) has more than 4096 bytes")
    case .notOneLine(let path):
      .init(vi: "\(path) phải chỉ có một dòng chữ", en: "\(path) must be one line of text")
    }
  }

  /// Whether the failure may concern this user or this start alone, while the service for example can read the secret.
  package var dependsOnUser: Bool {
    switch self {
    case .noCredentials: true
    case .unreadable(_, let code): code == EACCES || code == EPERM
    default: false
    }
  }

  private static func text(_ code: Int32) -> Bilingual {
    switch code {
    case ENOENT: .init(vi: "không có tệp này", en: "there is no such file")
    case EACCES, EPERM: .init(vi: "không có quyền đọc", en: "permission denied")
    default:
      .init(
        vi: strerror(code).map { String(cString: $0) } ?? "\(code)",
        en: strerror(code).map { String(cString: $0) } ?? "\(code)")
    }
  }
}

extension SecretSource {
  private static let limit = 4096

  /// Reads the secret: a regular file of one line, of at most 4096 bytes, that only its owner may change, and only its
  /// owner and group may read.
  ///
  /// - Parameter folder: `$CREDENTIALS_DIRECTORY`.
  package func read(credentials folder: String?) throws(SecretFailure) -> Secret {
    guard let path = path(credentials: folder) else {
      if case .credential(let name) = self { throw .noCredentials(name: name) }
      throw .noCredentials(name: "")
    }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_mode & (S_IRWXO | S_IWGRP) == 0 else { throw .exposed(path: path) }
    var bytes = [UInt8](repeating: 0, count: SecretSource.limit + 1)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .unreadable(path: path, errno: errno) }
    guard count <= SecretSource.limit else { throw .tooLarge(path: path) }
    bytes.removeLast(bytes.count - count)
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    guard !bytes.isEmpty else { throw .empty(path: path) }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .notOneLine(path: path) }
    return Secret(bytes: bytes)
  }
}
