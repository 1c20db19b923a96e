import Addresses

/// The addresses at which duties are answered: plain as letters are kept, and with the token of a link as they go to the unit's
/// own mailbox.
package struct AnswerAddress: Sendable {
  /// What the path of the page begins with.
  package static let place = "tra-loi"
  /// The parameter that has the token.
  package static let parameter = "k"

  private let site: String

  /// - Parameter site: where the office's pages are, `https://nhacviec.example`.
  package init(site: String) { self.site = site }

  /// The address without a token.
  package func plain(_ duty: String, inEnglish: Bool) -> String {
    // An @ makes some mail programs see a mail address.
    "\(site)\(inEnglish ? "/en" : "")/\(Self.place)/\(PercentEncoding.encode(duty, keeping: "/"))"
  }

  /// The text with tokens behind the plain addresses of these duties, as far as they stand in it whole.
  /// - Parameter tokens: by duty.
  package func adding(_ tokens: [String: String], to text: String) -> String {
    var known: [Substring: String] = [:]
    for (duty, token) in tokens {
      for inEnglish in [false, true] { known[plain(duty, inEnglish: inEnglish)[...]] = token }
    }
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: site + "/") {
      let address = rest[found.lowerBound...].prefix { Self.mayStandInAddress($0) }
      // A full stop behind an address ends the sentence.
      let whole = address.hasSuffix(".") ? address.dropLast() : address
      result += rest[..<whole.endIndex]
      if let token = known[whole] { result += "?\(Self.parameter)=\(token)" }
      rest = rest[whole.endIndex...]
    }
    return result + rest
  }

  private static func mayStandInAddress(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-._~%/:?#&=@+;,!$*'()[]".contains(character))
  }
}
