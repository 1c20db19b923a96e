package import Addresses

/// What one key has, read once by the parser of its kind.
package enum ConfigurationValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([String])
  /// With the text that it was read from.
  case mailbox(Mailbox, String)
  case networks([NetworkRange])

  /// As TOML.
  package var toml: String {
    switch self {
    case .text(let text), .mailbox(_, let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .boolean(let boolean): String(boolean)
    case .list(let items): Self.list(items)
    case .networks(let networks): Self.list(networks.map(\.text))
    }
  }

  private static func list(_ items: [String]) -> String { "[" + items.map(quoted).joined(separator: ", ") + "]" }

  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
