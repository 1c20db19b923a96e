/// A mail address as everybody may see it: `v…@so.example`.
enum ShortAddress {
  static func text(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@"), at > address.startIndex else { return "…" }
    return "\(address.prefix(1))…\(address[at...])"
  }
}
