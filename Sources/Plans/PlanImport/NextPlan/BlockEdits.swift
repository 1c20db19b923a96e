import RuleSyntax

/// One block of a rule file with some of its words exchanged. All other bytes stay.
struct BlockEdits {
  private let block: BlockSyntax
  private let syntax: RuleFileSyntax
  private var edits: [(range: Range<Int>, text: String)] = []

  init(_ block: BlockSyntax, _ syntax: RuleFileSyntax) { (self.block, self.syntax) = (block, syntax) }

  var id: String { (block.id ?? block.title?.first).map(syntax.text) ?? "" }
  var title: String { block.title.map { syntax.text($0) } ?? "" }

  /// The value of the first such field; nil if there is none.
  func first(_ key: FieldKey) -> String? { block.field(key).map { syntax.text($0.value) } }

  mutating func exchangeID(_ id: String) { if let range = block.id { edits.append((range, id)) } }

  mutating func exchangeTitle(_ change: (String) -> String) {
    if let title = block.title { exchange(title.whole, change) }
  }

  /// Changes the values of all such fields, whose line breaks stay.
  mutating func exchange(_ key: FieldKey, _ change: (String) -> String) {
    for field in block.fields(key) { exchange(field.value.whole, change) }
  }

  /// Changes the values of all such fields; each is handed on in one line, and keeps its line breaks where it does not change.
  /// A comment goes below its field.
  mutating func exchangeEach(_ key: FieldKey, _ change: (String) -> (text: String, comment: String?)) {
    for field in block.fields(key) {
      let old = syntax.text(field.value)
      let new = change(old)
      let comment = new.comment.map { "\n  # \($0)" } ?? ""
      if new.text != old || !comment.isEmpty { edits.append((field.value.whole, new.text + comment)) }
    }
  }

  /// Takes out all such fields with their lines.
  mutating func remove(_ key: FieldKey) {
    let bytes = syntax.source.bytes
    for field in block.fields(key) {
      let start = bytes[..<field.keyRange.lowerBound].lastIndex(of: 0x0A) ?? field.keyRange.lowerBound
      edits.append((start..<field.value.whole.upperBound, ""))
    }
  }

  /// The changed text of these bytes of the file, with line feeds as line ends.
  func text(of range: Range<Int>) -> String {
    var bytes = Array(syntax.source.bytes[range])
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let place = (edit.range.lowerBound - range.lowerBound)..<(edit.range.upperBound - range.lowerBound)
      bytes.replaceSubrange(place, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
  }

  private mutating func exchange(_ range: Range<Int>, _ change: (String) -> String) {
    let old = syntax.text(range)
    let new = change(old)
    if new != old { edits.append((range, new)) }
  }
}
