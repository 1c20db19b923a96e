/// The name of a way to reach a unit, as logs, databases and rules write it. The server or file behind it is known to
/// the channel alone.
package struct Channel: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Lower-case ASCII. It is part of every notice's key and never changes.
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// The channel that rules call `name`: rules write *email* where logs write `mail`.
  package init(named name: String) { rawValue = name == "email" ? "mail" : name }

  package static let mail = Channel(rawValue: "mail")
  package static let webhook = Channel(rawValue: "webhook")

  /// The name that rules use.
  package var name: String { self == .mail ? "email" : rawValue }
  package var description: String { rawValue }

  package static func < (lhs: Channel, rhs: Channel) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What the addresses of one channel look like: declared by the channel, used by the code that checks or shows
/// addresses.
package struct AddressForm: Sendable {
  package let channel: Channel
  /// Whether only its owner may know an address, so that people are shown the channel's name instead.
  package let isSecret: Bool
  /// Describes a valid address in a diagnostic: *một địa chỉ như …*.
  package let expectedVi: String
  package let expectedEn: String
  /// Whether the channel can send to it.
  package let accepts: @Sendable (String) -> Bool

  package init(
    _ channel: Channel, isSecret: Bool = false, expectedVi: String, expectedEn: String,
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.channel = channel
    self.isSecret = isSecret
    self.expectedVi = expectedVi
    self.expectedEn = expectedEn
    self.accepts = accepts
  }
}
