import Presentation
import Templates

/// A page: the values for its template, with the names that the template may use.
protocol Page {
  /// The name of the template without its ending.
  static var template: String { get }
  /// What the template may name, besides what every page has.
  static var shape: [String: TemplateShape] { get }

  var title: String { get }
  /// The entry of the menu that is marked.
  var place: Frame.Place? { get }
  var bodyClass: String { get }
  /// Whether its foot leads to its files, where it has any.
  var hasFiles: Bool { get }
  var values: [String: TemplateValue] { get }
}

extension Page {
  var place: Frame.Place? { nil }
  var bodyClass: String { "" }
  var hasFiles: Bool { true }
}

extension TemplateValue {
  static func number(_ number: Int) -> TemplateValue { .text(String(number)) }
  /// A text, or nothing.
  static func optional(_ text: String?) -> TemplateValue { .text(text ?? "") }
  static func list(_ records: [[String: TemplateValue]]) -> TemplateValue { .list(records.map { .record($0) }) }
}

extension String {
  /// As the beginning of a sentence or cell.
  var asBeginning: String { prefix(1).uppercased() + dropFirst() }
}
