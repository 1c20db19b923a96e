package import Addresses

/// All channels. A new one is a folder beside this file, and a line here.
package enum ChannelCatalog {
  /// The channels in the order in which the configuration has their keys.
  package static var all: [any NotificationChannel.Type] {
    [
      MailChannel.self,
      WebhookChannel.self,
      JournalChannel.self,
      MaildirChannel.self,
    ]
  }

  /// The forms of addresses of all channels of which units can have one.
  package static var forms: [AddressForm] { all.compactMap { $0.addresses } }

  /// The form of the channel's addresses; nil for a channel of which units have none.
  package static func form(_ channel: Channel) -> AddressForm? { type(channel)?.addresses }

  /// An address as everybody may see it: a secret is replaced by the name of the channel.
  package static func shown(_ address: String, by channel: Channel) -> String {
    form(channel)?.isSecret == false ? address : channel.rawValue
  }

  /// An address as people with access to the log may see it.
  package static func place(of address: String, by channel: Channel) -> String {
    type(channel)?.place(of: address) ?? address
  }

  private static func type(_ channel: Channel) -> (any NotificationChannel.Type)? { all.first { $0.key == channel } }
}
