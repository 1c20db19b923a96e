extension String {
  /// Without what XML cannot hold (XML 1.0, 2.2): a file with it would not open.
  var writable: String {
    guard unicodeScalars.contains(where: { !Self.isWritable($0) }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter(Self.isWritable)))
  }

  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
