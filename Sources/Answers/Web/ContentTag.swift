import Hashing

/// The tag of an answer that follows from its content alone.
enum ContentTag {
  static func of(_ bytes: [UInt8]) -> String { "\"" + (SHA256.hash(bytes).map { "\($0)".prefix(32) } ?? "") + "\"" }
}
