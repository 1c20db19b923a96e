package import CivilCalendar
import Foundation

extension CivilDate {
  /// A day as people write or paste it: `2024-05-31`, or `31/5/2024` with slashes, dots or dashes.
  package init?(written text: String) {
    let text = Self.plain(text)
    if let date = CivilDate(iso: text) {
      self = date
      return
    }
    guard let mark = text.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), parts[2].utf8.count == 4,
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Without *ngày*, blanks around it and digits of full width, as texts have them that were pasted.
  static func plain(_ text: String) -> String {
    var plain = text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines)[...]
    if plain.lowercased().hasPrefix("ngày ") { plain = plain.dropFirst(5).drop { $0 == " " } }
    return String(plain)
  }

  /// The day as fact lines write it: `31/5/2024`.
  package var written: String { "\(day)/\(month)/\(year)" }
}
