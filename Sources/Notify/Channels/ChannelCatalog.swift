package import Addresses

/// Every channel there is.
package enum ChannelCatalog {
  /// What addresses look like, of those that units can have one of.
  package static var forms: [AddressForm] { [MailChannel.addresses, WebhookChannel.addresses] }

  package static func form(_ channel: Channel) -> AddressForm? { forms.first { $0.channel == channel } }

  /// An address as everybody may see it: the channel's name in the place of a secret.
  package static func shown(_ address: String, by channel: Channel) -> String {
    form(channel)?.isSecret == false ? address : channel.rawValue
  }
}
