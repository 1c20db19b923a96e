import Addresses
import Diagnostics
import JSON

/// A text of a description with places for values: `{{address}}`.
struct HTTPTemplate: Hashable, Sendable {
  /// What can be put in.
  enum Name: String, CaseIterable, Sendable {
    /// The unit's address, as the rules have it.
    case address
    /// The text for chat tools.
    case text
    case subject
    /// The unit's title.
    case recipient
    /// The same for every copy and every attempt.
    case id
    case secret
  }

  /// Where a value stands, which says how it is written there.
  enum Place: Sendable {
    case url, header, json, form, text
  }

  private enum Piece: Hashable, Sendable {
    case words(String)
    case value(Name)
  }

  private let pieces: [Piece]

  /// What stands between braces and is no name.
  struct UnknownName: Error {
    var text: String
  }

  init(_ text: String) throws(UnknownName) {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{{") {
      let inner = rest[open.upperBound...]
      guard let close = inner.firstRange(of: "}}") else { throw UnknownName(text: String(inner)) }
      let name = String(inner[..<close.lowerBound])
      guard let value = Name(rawValue: name.filter { $0 != " " }) else { throw UnknownName(text: name) }
      pieces += [.words(String(rest[..<open.lowerBound])), .value(value)]
      rest = inner[close.upperBound...]
    }
    self.pieces = pieces + [.words(String(rest))]
  }

  /// The names that it uses.
  var names: Set<Name> {
    Set(pieces.compactMap { if case .value(let name) = $0 { name } else { nil } })
  }

  /// The text before the first value.
  var opening: String { if case .words(let words)? = pieces.first { words } else { "" } }

  /// The text with the values in it, each written as its place wants it.
  func filled(_ values: [Name: String], in place: Place) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .words(let words): result += words
      case .value(let name): result += Self.written(values[name] ?? "", in: place, behind: result)
      }
    }
    return result
  }

  /// - Parameter behind: what stands before the value: in a web address, a question mark in it ends the path.
  private static func written(_ value: String, in place: Place, behind: String) -> String {
    switch place {
    case .text: value
    case .json: JSONText.escaped(value)
    case .header: String(String.UnicodeScalarView(value.unicodeScalars.map { PlainWords.isHarmful($0) ? " " : $0 }))
    case .form: PercentEncoding.encode(value)
    case .url: PercentEncoding.encode(value, keeping: behind.contains("?") ? "" : ":@")
    }
  }

  /// All ways in which a value may stand in a request, so that it can be blotted out of an answer that repeats it.
  static func writings(of value: String) -> Set<String> {
    Set([Place.text, .json, .header, .form, .url].map { written(value, in: $0, behind: "") })
  }
}
