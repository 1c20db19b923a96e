/// `a@b` or `Name <a@b>`: one mail address with the name that is shown.
struct Mailbox: Hashable, Sendable {
  var name: String?
  var address: String

  /// Nil unless the address has the plain form that every server takes: RFC 5321 without quoted local parts. The name
  /// may hold anything but `<`, `>`, quotes and line ends.
  init?(_ text: String) {
    var address = Substring(text)
    var name: Substring?
    if text.hasSuffix(">"), let open = text.firstIndex(of: "<") {
      name = text[..<open]
      address = text[text.index(after: open)...].dropLast()
    }
    guard Mailbox.isAddress(address) else { return nil }
    if let shown = name {
      let trimmed = shown.drop { $0 == " " }
      let end = trimmed.lastIndex { $0 != " " }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
      let bare = String(trimmed[..<end])
      guard !bare.contains(where: { "<>\"".contains($0) || $0.isNewline }) else { return nil }
      self.name = bare.isEmpty ? nil : bare
    }
    self.address = String(address)
  }

  private static func isAddress(_ text: Substring) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count), ConfigurationValues.isHost(String(parts[1])) else {
      return false
    }
    // RFC 5322 dot-atom.
    return !parts[0].hasPrefix(".") && !parts[0].hasSuffix(".") && !parts[0].contains("..")
      && parts[0].unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains(scalar))
      }
  }
}
