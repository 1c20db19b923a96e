import Addresses
package import Rules
package import Settings

/// Which units can be written to: an address that the configuration forbids, or that its owner gave up, is as good as
/// none, so that superiors are not held up by it and the round lists who was not told.
package struct AddressPolicy: Sendable {
  package enum Obstacle: Hashable, Sendable {
    /// `mail.allowed-domains` (decision: limited-addresses).
    case domainNotAllowed
    /// `delivery.channels` leaves the channel out.
    case channelOff
    /// HTTP 410.
    case gone
    /// Not an address.
    case invalid
    /// No mail server, no Maildir and no journal.
    case nowhere
  }

  private let configuration: Configuration
  private let gone: Set<String>
  private let hasJournal: Bool

  /// - Parameter gone: addresses that their owners gave up.
  package init(_ configuration: Configuration, gone: Set<String>, hasJournal: Bool) {
    self.configuration = configuration
    self.gone = gone
    self.hasJournal = hasJournal
  }

  /// Nil: mail may go there.
  package func obstacle(mail address: String) -> Obstacle? {
    if !configuration.channels.contains(.mail) { return .channelOff }
    guard MailAddress(recipient: address) != nil else { return .invalid }
    // Without a server nothing leaves the machine: the journal and the Maildir get it.
    if configuration.mail == nil, configuration.maildir == nil, !hasJournal { return .nowhere }
    if let mail = configuration.mail, !mail.allows(address) { return .domainNotAllowed }
    return gone.contains(address) ? .gone : nil
  }

  /// Nil: messages may be posted there. Whether its machine may be called is seen when connecting.
  package func obstacle(webhook address: String) -> Obstacle? {
    if !configuration.channels.contains(.webhook) { return .channelOff }
    guard WebAddress(address) != nil else { return .invalid }
    return gone.contains(address) ? .gone : nil
  }

  /// Units whose mails go nowhere: they have an address, and there is neither a server nor a Maildir. The journal is no way
  /// out: nobody reads mail there.
  package func withoutMail(_ rules: RuleSet) -> [UnitID] {
    guard configuration.channels.contains(.mail), configuration.mail == nil, configuration.maildir == nil else {
      return []
    }
    return rules.units.indices.filter { rules.units[$0].email != nil }
  }

  /// The rules with those addresses alone that may be used.
  package func reachable(_ rules: RuleSet) -> RuleSet {
    var rules = rules
    for unit in rules.units.indices {
      if let address = rules.units[unit].email, obstacle(mail: address) != nil { rules.units[unit].email = nil }
      if let address = rules.units[unit].webhook, obstacle(webhook: address) != nil { rules.units[unit].webhook = nil }
    }
    return rules
  }
}
