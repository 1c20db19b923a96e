import Diagnostics
import Templates

/// Finds kinds of notice for which an office's file of words gives nothing although the shipped one does, so that their
/// messages go out without that sentence.
struct TemplateSilence {
  private let file: NotificationWords.File
  private let templates: [String: Template]
  private let shipped: [String: Template]
  private let shape: [String: TemplateShape]
  private let kinds: [String]

  /// - Parameter shipped: the same templates as they are shipped.
  init(_ file: NotificationWords.File, _ templates: [String: Template], _ shipped: [String: Template]) {
    self.file = file
    self.templates = templates
    self.shipped = shipped
    let shape = NotificationShape.words(file)
    self.shape = shape
    // A kind is a number in `label.txt` and `counts.txt`, and a section in all others.
    let isCounted = file == .label || file == .counts
    kinds = shape.filter { if case .list = $0.value { !isCounted } else { isCounted && $0.value == .text } }.keys
      .sorted()
  }

  /// A warning that names the kinds; nil if there are none.
  /// - Parameter source: the text of the office's file.
  func diagnostic(_ source: SourceText) -> Diagnostic? {
    let silent = kinds.filter { says($0, shipped) && !says($0, templates) }.joined(separator: ", ")
    guard !silent.isEmpty else { return nil }
    return NotificationCode.templateSilent.diagnostic(
      .warning, vi: "mẫu này không nói gì cho: \(silent); mẫu đi kèm thì có",
      en: "this template says nothing of: \(silent); the shipped one does", at: Span(source, 0, 0))
  }

  /// Whether a set of templates gives any text for a kind, if all flags are false or all are true.
  private func says(_ kind: String, _ set: [String: Template]) -> Bool {
    guard let template = set[file.name] else { return false }
    return [false, true].contains { truth in
      let values = shape.filter { $0.key == kind || !kinds.contains($0.key) }.mapValues { Self.sample($0, truth) }
      let text = template.text(values, partials: set) { $0 }
      return text.contains { !$0.isWhitespace }
    }
  }

  private static func sample(_ shape: TemplateShape, _ truth: Bool) -> TemplateValue {
    switch shape {
    case .text: .text("x")
    case .truth: .truth(truth)
    case .list(let fields): .list([.record(fields.mapValues { sample($0, truth) })])
    case .texts: .list([.text("x")])
    }
  }
}
