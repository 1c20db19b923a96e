import Addresses
import JSON

/// A message to a web address: rendered once, stored, and posted unchanged at every attempt.
package struct WebhookMessage: Hashable, Sendable {
  /// The id that all copies have, at every attempt (`webhook-id`).
  package let id: String
  /// JSON.
  package let body: [UInt8]

  /// Nil unless `id` is 1 to 128 letters, digits, `_` and `-`; a full stop would blur what the signature covers.
  package init?(id: String, body: [UInt8]) {
    guard (1...128).contains(id.utf8.count),
      id.utf8.allSatisfy({ HostName.isAlphanumeric($0) || "_-".utf8.contains($0) })
    else { return nil }
    self.id = id
    self.body = body
  }

  /// `{"text": …}`, as chat tools take it.
  package init?(id: String, text: String) {
    self.init(id: id, body: Array("{\"text\":\"\(JSONText.escaped(text))\"}".utf8))
  }
}
