/// Why a time zone cannot be used. No other zone is taken in its place.
package enum TimeZoneFailure: Error, Hashable, Sendable {
  /// No name of a zone, or none that this machine has.
  case unknown(String)
  /// The file is not what RFC 8536 says; what is wrong, in English.
  case damaged(String)
}
