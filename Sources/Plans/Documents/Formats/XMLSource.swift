/// Checks the tags of an XML part before it is parsed, for what makes the parser's time grow with the square: elements
/// with very many attributes, and more names than its tables are made for.
package struct XMLSource {
  private static let mostAttributes = 1000
  private static let mostNames = 8000

  /// A mark for each name met, by its hash: names that share one are counted once.
  private var marks = [Bool](repeating: false, count: 1 << 16)
  private var names = 0
  /// Random, so that nobody can choose names that share marks.
  private let seed: UInt64
  private let namespaceName: UInt64

  private init() {
    seed = UInt64.random(in: 1 ... .max)
    namespaceName = "xmlns".utf8.reduce(seed, XMLSource.mixed)
  }

  /// Throws a `DocumentFileFailure`.
  package static func check(_ bytes: [UInt8]) throws {
    // This is checked before parsing, because the parser may fail at what such a declaration says.
    if FileFormat.contains(Array("<!DOCTYPE".utf8), in: bytes.prefix(4096)) { throw XMLPullReader.unsafe }
    var source = XMLSource()
    try bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "<") { index = try source.passTag(bytes, index + 1) } else { index += 1 }
      }
    }
  }

  /// The index behind the tag, comment or the like whose text begins at `start`.
  private mutating func passTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) throws -> Int {
    guard start < bytes.count else { return start }
    if bytes[start] == UInt8(ascii: "!") { return XMLSource.passSpecial(bytes, start) }
    var index = start
    var hash: UInt64 = seed
    var isInName = true
    var attributes = 0
    var declaresNamespace = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: ">"):
        if isInName { try mark(hash) }
        return index
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        attributes += 1
        guard attributes <= XMLSource.mostAttributes else { throw XMLSource.tooManyNames }
        let valueStart = index
        while index < bytes.count, bytes[index] != byte { index += 1 }
        if declaresNamespace { try mark(bytes[valueStart..<index].reduce(seed) { XMLSource.mixed($0, $1) }) }
        declaresNamespace = false
        index += 1
      case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ":"):
        if isInName {
          try mark(hash)
          if hash == namespaceName { declaresNamespace = true }
        }
        isInName = false
        hash = seed
      default:
        isInName = true
        hash = XMLSource.mixed(hash, byte)
      }
    }
    return index
  }

  /// The index behind a comment or CDATA, in which tags mean nothing.
  private static func passSpecial(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let isComment = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "-")
    let last = UInt8(ascii: isComment ? "-" : "]")
    var index = start + (isComment ? 5 : 2)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"), bytes[index - 1] == last, bytes[index - 2] == last { return index + 1 }
      index += 1
    }
    return index
  }

  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private mutating func mark(_ hash: UInt64) throws {
    let place = Int(truncatingIfNeeded: ((hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> 48)
    guard !marks[place] else { return }
    marks[place] = true
    names += 1
    guard names <= XMLSource.mostNames else { throw XMLSource.tooManyNames }
  }

  private static let tooManyNames = DocumentFileFailure.tooMany(
    vi: "\(mostNames) tên thẻ và thuộc tính XML (hoặc \(mostAttributes) thuộc tính trong một thẻ)",
    en: "\(mostNames) names of XML elements and attributes (or \(mostAttributes) attributes in one)")
}
