package import Addresses

/// Every channel there is: a new one is a folder beside this file, and a line here.
package enum ChannelCatalog {
  /// In the order in which the configuration has their keys.
  package static var all: [any NotificationChannel.Type] {
    [
      MailChannel.self,
      WebhookChannel.self,
      JournalChannel.self,
      MaildirChannel.self,
    ]
  }

  /// What addresses look like, of those that units can have one of.
  package static var forms: [AddressForm] { all.compactMap { $0.addresses } }

  package static func form(_ channel: Channel) -> AddressForm? { type(channel)?.addresses }

  /// An address as everybody may see it: the channel's name in the place of a secret.
  package static func shown(_ address: String, by channel: Channel) -> String {
    form(channel)?.isSecret == false ? address : channel.rawValue
  }

  /// An address as people with access to the log may see it.
  package static func place(of address: String, by channel: Channel) -> String {
    type(channel)?.place(of: address) ?? address
  }

  private static func type(_ channel: Channel) -> (any NotificationChannel.Type)? { all.first { $0.key == channel } }
}
