package import Diagnostics

/// For whom a fact was recorded, as the log keeps it: `pnv (chủ trì)` (decision: sides).
package struct FactSide: Hashable, Sendable {
  /// For whom somebody speaks. The raw values stand in facts.
  package enum Name: String, CaseIterable, Sendable {
    case lead = "chủ trì"
    case confirmer = "xác nhận"
    case decider = "quyết định"
    case focalPoint = "đầu mối"
    case watcher = "theo dõi"

    package var words: Bilingual {
      switch self {
      case .lead: .init(vi: rawValue, en: "lead")
      case .confirmer: .init(vi: rawValue, en: "confirms")
      case .decider: .init(vi: rawValue, en: "decides")
      case .focalPoint: .init(vi: rawValue, en: "focal point")
      case .watcher: .init(vi: rawValue, en: "watches")
      }
    }
  }

  package let name: Name
  /// The id of the unit or group; nil where none is named.
  package let unit: String?

  package init(_ name: Name, of unit: String?) { (self.name, self.unit) = (name, unit) }

  /// Reads it where it stands at the end, behind the words of who recorded it, if any; nil if these are all that there is.
  /// - Returns: the words before it, too.
  package static func read(_ text: String) -> (before: Substring, side: FactSide)? {
    let start = text.ranges(of: "; ").last?.upperBound ?? text.startIndex
    let last = text[start...]
    for name in Name.allCases {
      if last == name.rawValue { return (text[..<start], FactSide(name, of: nil)) }
      let end = " (\(name.rawValue))"
      if last.hasSuffix(end) { return (text[..<start], FactSide(name, of: String(last.dropLast(end.count)))) }
    }
    return nil
  }

  /// As facts keep it.
  package var text: String { unit.map { "\($0) (\(name.rawValue))" } ?? name.rawValue }
}
