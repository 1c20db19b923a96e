package import Addresses

/// The checked value of one key.
package enum ConfigurationValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([String])
  /// The mailbox, and the text that it was read from.
  case mailbox(Mailbox, String)
  case networks([NetworkRange])

  /// The value as TOML.
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

  /// `text`, which has no control characters but line ends and tabs, as a TOML string in quotes.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"", "\\": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
