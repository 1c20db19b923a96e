import Channels
import Diagnostics
import Outbox
import Reminders

/// What one mail server or web server did in this round: whether it is left alone, and which of its refusals are not yet
/// believed (docs/delivery.md, "Refusals"). Addresses are counted, not messages: of one address nothing follows for others.
struct RoadWatch {
  struct Refusal {
    var delivery: MessageDelivery
    var words: Bilingual
    /// HTTP 410.
    var isGone = false
    /// Given up once it is believed; otherwise it only counts.
    var isFinal = true
  }

  /// A server that fails so many addresses in a row is left alone until the next round.
  private static let mostFailed = 2
  /// One that refuses so many in a row says more of itself than of them.
  private static let mostRefused = 3

  /// Nothing more is tried in this round; what waits is not tried before it.
  var blocked: Instant?
  private var hasAccepted = false
  private var failed: Set<String> = []
  private var refused: [Refusal] = []

  /// It took a message. Returns the refusals that are believed by that.
  mutating func accept() -> [Refusal] {
    hasAccepted = true
    return finish()
  }

  /// It was slow, busy or hung up. Returns whether it is to be left alone.
  mutating func fail(_ address: String) -> Bool {
    failed.insert(address)
    return failed.count >= Self.mostFailed
  }

  /// It answered, and refused. Returns whether it is to be left alone; then none of the row is believed.
  mutating func refuse(_ refusal: Refusal) -> Bool {
    failed = []
    refused.append(refusal)
    guard Set(refused.map(\.delivery.address)).count >= Self.mostRefused else { return false }
    refused = []
    return true
  }

  /// The row ends. Returns what is believed of it.
  mutating func finish() -> [Refusal] {
    defer { (failed, refused) = ([], []) }
    return hasAccepted ? refused.filter(\.isFinal) : []
  }
}
