package import Addresses
package import Diagnostics

/// A channel whose way out can be tried, for who looks the service over.
package protocol TriableChannel: NotificationChannel {
  /// What is known before it is tried; nil: nothing that matters.
  var untried: ChannelFinding? { get }
  /// Tries the way out and sends nothing; nil: there is nothing to say.
  func trial() -> ChannelFinding?
}

/// A channel by which a test message can go.
package protocol TestableChannel: TriableChannel {
  /// Whether the configuration itself means the address, and does not only allow every one.
  func means(_ address: String) -> Bool
  /// Sends a message of these words. Nil: it was taken.
  ///
  /// - Parameter now: seconds since 1970, UTC.
  func sendTest(subject: String, text: String, to address: String, at now: Int) -> Bilingual?
}

/// What was found of a channel.
package struct ChannelFinding: Hashable, Sendable {
  package enum Severity: Hashable, Sendable {
    case well
    /// The configuration has no way out.
    case lacking
    /// Nothing would go out.
    case broken
  }

  package let channel: Channel
  package let severity: Severity
  package let words: Bilingual
}

extension ChannelSet {
  /// Those that get copies first.
  private var triable: [any TriableChannel] {
    (all.filter { $0.form == nil } + all.filter { $0.form != nil }).compactMap { $0 as? any TriableChannel }
  }

  /// Whether there is a way out to be tried.
  package var isTriable: Bool { triable.contains { $0.isSetUp } }

  package var untried: [ChannelFinding] { triable.compactMap(\.untried) }

  package func trials() -> [ChannelFinding] { triable.compactMap { $0.trial() } }

  /// The channel that a test message is meant for, and its address there: `NAME:ADDRESS`, or an address of the first
  /// channel that takes tests.
  package func testable(_ text: String) -> (channel: any TestableChannel, address: String)? {
    let name = text.prefix { $0 != ":" }
    if name.count < text.count, let channel = self[Channel(named: String(name))] as? any TestableChannel {
      return (channel, String(text.dropFirst(name.count + 1)))
    }
    return triable.lazy.compactMap { $0 as? any TestableChannel }.first.map { ($0, text) }
  }
}
