package import Addresses

/// All kinds of channels. A new one is a folder beside this file, and a line here.
package enum ChannelCatalog {
  /// In the order in which the configuration has their keys.
  package static var all: [any NotificationChannel.Type] {
    [
      MailChannel.self,
      WebhookChannel.self,
      JournalChannel.self,
      MaildirChannel.self,
      HTTPChannel.self,
    ]
  }

  /// The channels that there are without any configuration.
  static var single: [any SingleChannel.Type] { all.compactMap { $0 as? any SingleChannel.Type } }

  /// The forms of addresses of those of which units can have one.
  package static var forms: [AddressForm] { single.compactMap { $0.addresses } }

  /// An address as everybody may see it: a secret is replaced by the name of the channel.
  package static func shown(_ address: String, by channel: Channel) -> String {
    type(channel)?.addresses?.isSecret == false ? address : channel.rawValue
  }

  /// An address as people with access to the log may see it; of a channel that the configuration describes its name.
  package static func place(of address: String, by channel: Channel) -> String {
    type(channel)?.place(of: address) ?? channel.rawValue
  }

  private static func type(_ channel: Channel) -> (any SingleChannel.Type)? { single.first { $0.key == channel } }
}
