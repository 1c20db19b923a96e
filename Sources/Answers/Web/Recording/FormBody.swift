import HTTPMessages
import Presentation

/// The fields that a form sent.
enum FormBody {
  /// Each with its name once, without characters that nobody can see, which come along with pasted text: what a page shows
  /// again is what would be recorded. Nil: it is no form, or has a name twice.
  static func items(_ body: [UInt8]) -> [HTTPRequest.QueryItem]? {
    guard let text = String(validating: body, as: UTF8.self), let items = PercentCoding.form(text),
      Set(items.map(\.name)).count == items.count
    else { return nil }
    return items.map { .init($0.name, visible($0.value)) }
  }

  private static func visible(_ text: String) -> String {
    func isSeen(_ scalar: Unicode.Scalar) -> Bool {
      !TerminalEscaper.isUnsafe(scalar) || "\n\r\t".unicodeScalars.contains(scalar)
    }
    return text.unicodeScalars.allSatisfy(isSeen)
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter(isSeen)))
  }
}
