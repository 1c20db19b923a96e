import Channels
import Diagnostics
import Outbox
import Reminders

/// The circuit breaker of one mail server or web server in one round: whether it is left alone, and which of its
/// refusals are not yet believed (docs/delivery.md, "Refusals"). It counts addresses and not messages, because what
/// happens to one address says nothing of others.
struct CircuitBreaker {
  /// A delivery that the server refused.
  struct Refusal {
    var delivery: MessageDelivery
    var words: Bilingual
    /// Whether the owner of the address gave it up (HTTP 410).
    var isGone = false
    /// Whether the delivery is given up once the refusal is believed; otherwise the refusal only counts.
    var isFinal = true
  }

  /// A server that fails for so many addresses in a row is left alone until the next round.
  private static let mostFailed = 2
  /// A server that refuses so many addresses in a row is taken to be broken itself.
  private static let mostRefused = 3

  /// The instant before which nothing is tried; nil if the server is not left alone.
  var blockedUntil: Instant?
  private var hasAccepted = false
  private var failed: Set<String> = []
  private var refused: [Refusal] = []

  /// The server took a message. Returns the refusals that are believed because of that.
  mutating func accept() -> [Refusal] {
    hasAccepted = true
    return finish()
  }

  /// The server was slow or busy, or hung up. Returns whether it is to be left alone.
  mutating func fail(_ address: String) -> Bool {
    failed.insert(address)
    return failed.count >= Self.mostFailed
  }

  /// The server refused a message. Returns whether it is to be left alone; then none of its refusals in a row is
  /// believed.
  mutating func refuse(_ refusal: Refusal) -> Bool {
    failed = []
    refused.append(refusal)
    guard Set(refused.map(\.delivery.address)).count >= Self.mostRefused else { return false }
    refused = []
    return true
  }

  /// Ends a row of failures and refusals. Returns the refusals that are believed.
  mutating func finish() -> [Refusal] {
    defer { (failed, refused) = ([], []) }
    return hasAccepted ? refused.filter(\.isFinal) : []
  }
}
