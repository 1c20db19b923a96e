import Diagnostics
import RuleSyntax

/// A row of a plan as the block of its task has it, in which some values can be exchanged. Everything else of the block stays
/// byte for byte: comments, other fields, their order. The block may be one that is not written yet.
package struct EditableRow: Sendable {
  /// What people may propose to change. The raw values stand in forms.
  package enum Kind: String, CaseIterable, Sendable {
    case title, product, lead, support, due

    /// Nil of the title, which stands in the header.
    var key: FieldKey? {
      switch self {
      case .title: nil
      case .product: .product
      case .lead: .lead
      case .support: .support
      case .due: .due
      }
    }

    /// Whether a row can be without it.
    package var mayBeEmpty: Bool { self == .product || self == .support }
  }

  /// One value of the row.
  package struct Value: Hashable, Sendable {
    package let kind: Kind
    /// Which of several of its kind, from 0.
    package let place: Int
    /// Of `hạn (nhãn):`; nil if there is none.
    package let label: String?
    /// In one line, as `PlainWords.cleaned` makes it; empty where the block has no such field.
    package let text: String

    init(kind: Kind, place: Int, label: String?, text: String) {
      (self.kind, self.place, self.label, self.text) = (kind, place, label, text)
    }

    /// An empty one, of a row that is not written yet.
    package init(_ kind: Kind) { self.init(kind: kind, place: 0, label: nil, text: "") }

    /// As forms name it: `due`, `due-2`.
    package var name: String { place == 0 ? kind.rawValue : "\(kind.rawValue)-\(place + 1)" }
  }

  /// The text of the block, with line feeds.
  package let text: String
  private let syntax: RuleFileSyntax
  private let block: BlockSyntax

  /// Nil if the text is not exactly one block of a task.
  init?(_ text: String) {
    let (syntax, found) = RuleFileParser.parse(name: "", text: text)
    guard syntax.blocks.count == 1, syntax.blocks[0].keyword == .task, !found.hasErrors else { return nil }
    (self.text, self.syntax, block) = (text, syntax, syntax.blocks[0])
  }

  /// The values that can be exchanged, in the order of `Kind`; of each kind at least one, empty where the block has none.
  package var values: [Value] {
    Kind.allCases.flatMap { kind -> [Value] in
      guard let key = kind.key else {
        return [Value(kind: kind, place: 0, label: nil, text: block.title.map { plain($0, false) } ?? "")]
      }
      let found = block.fields(key).enumerated().map { place, field in
        Value(
          kind: kind, place: place, label: field.label.map { syntax.text($0) },
          text: plain(field.value, key.isList))
      }
      return found.isEmpty ? [Value(kind: kind, place: 0, label: nil, text: "")] : found
    }
  }

  /// Of the task; empty if it has none.
  var id: String { block.id.map { syntax.text($0) } ?? "" }

  /// Whether its keywords are Vietnamese.
  var isVietnamese: Bool { FoldedName(syntax.text(block.keywordRange)) == FoldedName(Self.keyword(true)) }

  /// The text of a field as the block has it; nil if it has none.
  func field(_ key: FieldKey) -> String? { block.field(key).map { syntax.text($0.value) } }

  static func keyword(_ isVietnamese: Bool) -> String { Keywords.name(of: .task, vietnamese: isVietnamese) }

  /// A value as what somebody types becomes, so that blanks, and how letters are put together, make no other one.
  private func plain(_ value: ValueSyntax, _ isList: Bool) -> String {
    PlainWords.cleaned(Self.line(value, isList, syntax)) ?? ""
  }

  /// A value in one line. What begins a line of a list is an item of its own.
  private static func line(_ value: ValueSyntax, _ isList: Bool, _ syntax: RuleFileSyntax) -> String {
    guard isList else { return syntax.text(value) }
    return value.lines.map { line in
      let text = syntax.text(line)
      return text.hasSuffix(";") ? String(text.dropLast()) : text
    }.joined(separator: "; ")
  }

  /// Which value stands at a place of the block's text; nil if none of those that can be exchanged does.
  func name(at offset: Int) -> String? {
    if let title = block.title, block.header.lowerBound <= offset, offset <= title.whole.upperBound {
      return Kind.title.rawValue
    }
    for kind in Kind.allCases {
      guard let key = kind.key else { continue }
      for (place, field) in block.fields(key).enumerated()
      where (field.keyRange.lowerBound...field.value.whole.upperBound).contains(offset) {
        return Value(kind: kind, place: place, label: nil, text: "").name
      }
    }
    return nil
  }
}

// MARK: Exchanging values

extension EditableRow {
  /// The block with other values, by their names: each in one line that `PlainWords.cleaned` made; an empty one takes the field
  /// out. Nil if that would say anything else than that.
  func exchanging(_ new: [String: String]) -> EditableRow? {
    var edits: [(range: Range<Int>, text: String)] = []
    var expected = Self.content(of: block, syntax)
    // What is put behind each field, by its place; behind the title at -1.
    var added: [Int: [Content.Field]] = [:]
    for value in values {
      guard let wanted = new[value.name].map({ Self.item($0, value.kind) }), wanted != value.text else { continue }
      guard let key = value.kind.key else {
        guard let title = block.title else { return nil }
        edits += exchange(title, wanted)
        expected.title = wanted
        continue
      }
      let places = block.fields.indices.filter { block.fields[$0].key == key }
      guard places.indices.contains(value.place) else {
        added[place(before: value.kind), default: []].append(.init(key: key, label: nil, text: wanted))
        continue
      }
      let field = block.fields[places[value.place]]
      edits += wanted.isEmpty ? removal(field) : exchange(field.value, wanted)
      expected.fields[places[value.place]].text = wanted
    }
    for (place, fields) in added {
      let value = place < 0 ? block.title : block.fields[place].value
      let end = lineEnd(from: value?.continuations.last?.lowerBound ?? value?.first.lowerBound ?? 0)
      let lines = fields.map { "\n\(indent)\(Keywords.name(of: $0.key, vietnamese: isVietnamese)): \($0.text)" }
      edits.append((end..<end, lines.joined()))
    }
    let kept = expected.fields.enumerated().flatMap { place, field in [field] + (added[place] ?? []) }
    expected.fields = ((added[-1] ?? []) + kept).filter { !$0.text.isEmpty }
    guard let row = EditableRow(applied(edits)), Self.content(of: row.block, row.syntax) == expected,
      row.comments == comments
    else { return nil }
    return row
  }

  /// The block with the day on which its work was ended; nil if that would say anything else than that, as where it has one.
  func withdrawn(on day: String) -> EditableRow? {
    guard block.field(.withdrawn) == nil else { return nil }
    let value = block.fields.last?.value ?? block.title
    let end = lineEnd(from: value?.continuations.last?.lowerBound ?? value?.first.lowerBound ?? 0)
    let key = Keywords.name(of: .withdrawn, vietnamese: isVietnamese)
    var expected = Self.content(of: block, syntax)
    expected.fields.append(.init(key: .withdrawn, label: nil, text: day))
    guard let row = EditableRow(applied([(end..<end, "\n\(indent)\(key): \(day)")])),
      Self.content(of: row.block, row.syntax) == expected, row.comments == comments
    else { return nil }
    return row
  }

  /// A value as lists have it: a semicolon at its end would begin nothing.
  private static func item(_ text: String, _ kind: Kind) -> String {
    guard kind.key?.isList == true, text.hasSuffix(";") else { return text }
    return PlainWords.cleaned(String(text.dropLast())) ?? ""
  }

  /// What a block says, and in which order.
  struct Content: Equatable {
    struct Field: Equatable {
      var key: FieldKey
      var label: String?
      var text: String
    }

    var id: String
    var title: String
    var fields: [Field]
  }

  private static func content(of block: BlockSyntax, _ syntax: RuleFileSyntax) -> Content {
    Content(
      id: block.id.map { syntax.text($0) } ?? "", title: block.title.map { line($0, false, syntax) } ?? "",
      fields: block.fields.map { field in
        .init(
          key: field.key, label: field.label.map { syntax.text($0) }, text: line(field.value, field.key.isList, syntax))
      })
  }

  private var comments: [String] {
    text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }.filter { $0.hasPrefix("#") }.map(
      String.init)
  }

  private func exchange(_ value: ValueSyntax, _ text: String) -> [(range: Range<Int>, text: String)] {
    [(value.first, value.first.isEmpty ? " " + text : text)] + value.continuations.map { (wholeLine($0), "") }
  }

  private func removal(_ field: FieldSyntax) -> [(range: Range<Int>, text: String)] {
    ([field.keyRange] + field.value.continuations).map { (wholeLine($0), "") }
  }

  /// The line of some bytes with the line end before it.
  private func wholeLine(_ range: Range<Int>) -> Range<Int> {
    let bytes = syntax.source.bytes
    let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A) ?? range.lowerBound
    return start..<lineEnd(from: range.lowerBound)
  }

  private func lineEnd(from place: Int) -> Int {
    let bytes = syntax.source.bytes
    return bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
  }

  /// The field behind which a new one of that kind stands; -1: behind the title.
  private func place(before kind: Kind) -> Int {
    let earlier = Kind.allCases.prefix { $0 != kind }.compactMap(\.key)
    return block.fields.lastIndex { earlier.contains($0.key) } ?? -1
  }

  /// What stands before the key of its first field.
  private var indent: String {
    guard let first = block.fields.first else { return "  " }
    let bytes = syntax.source.bytes
    let start = bytes[..<first.keyRange.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return String(decoding: bytes[start..<first.keyRange.lowerBound], as: UTF8.self)
  }

  private func applied(_ edits: [(range: Range<Int>, text: String)]) -> String {
    var bytes = syntax.source.bytes
    // From behind; where one is put at the beginning of another, the other goes first.
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) > ($1.range.lowerBound, $1.range.upperBound)
    }) {
      bytes.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: A new row

extension EditableRow {
  /// A block that is written anew, its fields in this order; nil if it would say anything else than that.
  init?(id: String, title: String, _ fields: [(key: FieldKey, text: String)], isVietnamese: Bool) {
    let kept = fields.filter { !$0.text.isEmpty }
    let lines =
      ["\(Self.keyword(isVietnamese)) \(id): \(title)"]
      + kept.map { "  \(Keywords.name(of: $0.key, vietnamese: isVietnamese)): \($0.text)" }
    self.init(lines.joined(separator: "\n"))
    let expected = Content(id: id, title: title, fields: kept.map { .init(key: $0.key, label: nil, text: $0.text) })
    guard Self.content(of: block, syntax) == expected else { return nil }
  }
}
