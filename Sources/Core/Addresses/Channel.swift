/// How a unit is reached, as logs, databases and rules name it; which server or file stands behind it is the channel's.
package struct Channel: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Lower-case ASCII; part of every notice's key, and never changed.
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// By the name that rules use: they say *email* of what logs call `mail`.
  package init(named name: String) { rawValue = name == "email" ? "mail" : name }

  package static let mail = Channel(rawValue: "mail")
  package static let webhook = Channel(rawValue: "webhook")

  /// In rules.
  package var name: String { self == .mail ? "email" : rawValue }
  package var description: String { rawValue }

  package static func < (lhs: Channel, rhs: Channel) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// What the addresses of one channel look like, for whoever checks or shows them; the channel gives it.
package struct AddressForm: Sendable {
  package let channel: Channel
  /// The address is known to its owner alone: people are shown the channel instead.
  package let isSecret: Bool
  /// What an address is, for a message: *một địa chỉ như …*.
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
