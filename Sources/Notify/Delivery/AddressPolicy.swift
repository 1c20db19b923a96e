package import Addresses
import Channels
package import Rules
package import Settings

/// Which addresses may be written to. A unit whose addresses the configuration forbids, or whose owner gave them up,
/// counts as one without an address: it holds up no escalation, and the round lists it as not told.
package struct AddressPolicy {
  /// Why an address may not be written to.
  package enum Obstacle: Hashable, Sendable {
    /// `mail.allowed-domains` (decision: limited-addresses).
    case domainNotAllowed
    /// `delivery.channels` leaves the channel out.
    case channelOff
    /// The owner gave the address up (HTTP 410).
    case gone
    /// It is no address of this channel.
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

  /// Why no message may go to an address; nil if one may. Whether its host may be connected to is checked when sending.
  package func obstacle(_ channel: Channel, _ address: String) -> Obstacle? {
    if !allowed.contains(channel) { return .channelOff }
    guard channels[channel]?.form?.accepts(address) == true else { return .invalid }
    // Without a server nothing leaves the machine: the journal and the Maildir get it.
    if channels.isDeadEnd(channel) { return .nowhere }
    if channels[channel]?.allows(address) != true { return .domainNotAllowed }
    return gone.contains(address) ? .gone : nil
  }

  /// The units with an address of a channel that is not set up, while no copy is kept where somebody reads it. The
  /// journal does not count as such a place.
  package func unitsWithoutDelivery(_ rules: RuleSet) -> [UnitID] {
    let unread = allowed.filter { channels.isUnread($0) }
    return rules.units.indices.filter { !unread.isDisjoint(with: rules.units[$0].addresses.keys) }
  }

  /// The rules with only those addresses that may be used.
  package func reachable(_ rules: RuleSet) -> RuleSet {
    var rules = rules
    for unit in rules.units.indices {
      rules.units[unit].addresses = rules.units[unit].addresses.filter { obstacle($0.key, $0.value) == nil }
    }
    return rules
  }
}

extension ChannelSet {
  /// - Parameter hasJournal: whether the machine has a systemd journal and the configuration wants it.
  init(_ configuration: Configuration, credentials: String?, hasJournal: Bool) {
    self.init(configuration.values, credentials: credentials, without: hasJournal ? [] : [JournalChannel.key])
  }
}
