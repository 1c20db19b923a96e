package import Addresses

/// A web address that messages are posted to.
package struct WebhookEndpoint: Sendable {
  package enum Format: Sendable {
    /// Standard Webhooks 1.0.0: signed with each of the secrets, the newest first.
    case standard([WebhookSecret])
    /// JSON without a signature.
    case json
    /// `{"text": …}` for chat tools, without a signature.
    case text
  }

  package var address: WebAddress
  package var format: Format
  /// Private networks that may be connected to nevertheless.
  package var allowedNetworks: [NetworkRange]
  /// A PEM file of the only trusted authorities; nil for those of the system.
  package var authorities: String?
  /// The time for connecting, and for the whole exchange.
  package var connectMilliseconds: Int
  package var wholeMilliseconds: Int

  package init(
    _ address: WebAddress, format: Format, allowedNetworks: [NetworkRange] = [],
    authorities: String? = nil, connectMilliseconds: Int = 10_000, wholeMilliseconds: Int = 30_000
  ) {
    self.address = address
    self.format = format
    self.allowedNetworks = allowedNetworks
    self.authorities = authorities
    self.connectMilliseconds = connectMilliseconds
    self.wholeMilliseconds = wholeMilliseconds
  }
}
