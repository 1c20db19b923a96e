import Glibc

/// The names of the machine's users.
package enum LoginName {
  /// The login of a user, or `uid:NUMBER` if the machine has no name for the number.
  package static func of(_ user: UInt32) -> String {
    guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "uid:\(user)" }
    return String(cString: name)
  }

  /// Whether the machine has a user of that login.
  package static func isKnown(_ login: String) -> Bool { getpwnam(login) != nil }
}
