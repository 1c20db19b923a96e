package import Addresses
import Channels
package import Rules
package import Settings

/// Which units can be written to: an address that the configuration forbids, or that its owner gave up, is as good as
/// none, so that superiors are not held up by it and the round lists who was not told.
package struct AddressPolicy {
  package enum Obstacle: Hashable, Sendable {
    /// `mail.allowed-domains` (decision: limited-addresses).
    case domainNotAllowed
    /// `delivery.channels` leaves the channel out.
    case channelOff
    /// HTTP 410.
    case gone
    /// Not an address of a channel.
    case invalid
    /// The channel is not set up, and no copy is kept: no mail server, no Maildir and no journal.
    case nowhere
  }

  private let allowed: Set<Channel>
  private let channels: ChannelSet
  private let gone: Set<String>

  /// - Parameter gone: addresses that their owners gave up.
  package init(_ configuration: Configuration, gone: Set<String>, hasJournal: Bool) {
    allowed = configuration.channels
    channels = ChannelSet(configuration, credentials: nil, hasJournal: hasJournal)
    self.gone = gone
  }

  /// Nil: messages may go there. Whether its machine may be called is seen when connecting.
  package func obstacle(_ channel: Channel, _ address: String) -> Obstacle? {
    if !allowed.contains(channel) { return .channelOff }
    guard ChannelCatalog.form(channel)?.accepts(address) == true else { return .invalid }
    // Without a server nothing leaves the machine: the journal and the Maildir get it.
    if channels.isDeadEnd(channel) { return .nowhere }
    if channels[channel]?.allows(address) != true { return .domainNotAllowed }
    return gone.contains(address) ? .gone : nil
  }

  /// Units whose messages go nowhere: they have an address of a channel that has no way out, and no copy is kept where
  /// somebody reads it. The journal is no such place.
  package func withoutWayOut(_ rules: RuleSet) -> [UnitID] {
    let unread = allowed.filter { channels.isUnread($0) }
    return rules.units.indices.filter { !unread.isDisjoint(with: rules.units[$0].addresses.keys) }
  }

  /// The rules with those addresses alone that may be used.
  package func reachable(_ rules: RuleSet) -> RuleSet {
    var rules = rules
    for unit in rules.units.indices {
      rules.units[unit].addresses = rules.units[unit].addresses.filter { obstacle($0.key, $0.value) == nil }
    }
    return rules
  }
}

extension ChannelSet {
  /// - Parameter hasJournal: whether the machine has one and the configuration wants it.
  init(_ configuration: Configuration, credentials: String?, hasJournal: Bool) {
    self.init(configuration.values, credentials: credentials, without: hasJournal ? [] : [JournalChannel.key])
  }
}
