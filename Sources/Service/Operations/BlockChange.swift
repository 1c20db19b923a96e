import RuleFiles
import RuleSyntax

/// A block of a rule file that a revision added, took out or changed.
package struct BlockChange: Sendable {
  /// The path of the file below the rule folder.
  package let file: String
  /// `nhiệm vụ I.2`; empty where it may not be told.
  package let name: String
  package let title: String
  /// Nil where the block is new.
  package let old: String?
  /// Nil where it was taken out.
  package let new: String?
  /// Whether only that it changed may be told.
  package let isSecret: Bool

  /// The values that differ, by their keys; of a block that came or went none.
  package var fields: [FieldChange] { old == nil || new == nil ? [] : allFields }

  /// The values that differ; of a block that came or went all.
  package var allFields: [FieldChange] {
    let (before, after) = (old.map(Self.values) ?? [], new.map(Self.values) ?? [])
    let keys = before.map(\.key) + after.map(\.key).filter { key in !before.contains { $0.key == key } }
    return keys.compactMap { key in
      let (was, becomes) = (before.first { $0.key == key }, after.first { $0.key == key })
      guard was?.text != becomes?.text else { return nil }
      return FieldChange(key: key, field: (becomes ?? was)?.field, old: was?.text, new: becomes?.text)
    }
  }

  /// Its name with the keyword of a language: `task I.2`.
  package func name(vietnamese: Bool) -> String {
    let words = name.split(separator: " ", maxSplits: 2).map(String.init)
    for count in [2, 1] where words.count >= count {
      guard let keyword = Keywords.block(words.prefix(count).joined(separator: " ")) else { continue }
      return ([Keywords.name(of: keyword, vietnamese: vietnamese)] + words.dropFirst(count)).joined(separator: " ")
    }
    return name
  }

  package struct FieldChange: Sendable {
    /// As the file has it; empty for the title.
    package let key: String
    /// The name of the label that it has: ` (dự thảo)`.
    fileprivate var label: String { key.firstIndex(of: "(").map { " " + key[$0...] } ?? "" }

    /// The key in a language, with its label.
    package func key(vietnamese: Bool) -> String {
      field.map { Keywords.name(of: $0, vietnamese: vietnamese) + label } ?? key
    }

    /// Nil of the title.
    let field: FieldKey?
    package let old: String?
    package let new: String?
  }

  static func changes(from old: [RuleFile], to new: [RuleFile], _ secrets: SecretBlocks) -> [BlockChange] {
    let before = Dictionary(old.map { ($0.name, $0.bytes) }) { first, _ in first }
    let names = new.map(\.name) + old.map(\.name).filter { name in !new.contains { $0.name == name } }
    return names.flatMap { name -> [BlockChange] in
      let (was, becomes) = (before[name], new.first { $0.name == name }?.bytes)
      guard was != becomes else { return [] }
      return changes(
        in: name, BlockTexts(name: name, bytes: was ?? []), BlockTexts(name: name, bytes: becomes ?? []), secrets)
    }
  }

  private static func changes(
    in file: String, _ old: BlockTexts, _ new: BlockTexts, _ secrets: SecretBlocks
  ) -> [BlockChange] {
    let (known, after) = (texts(of: old), texts(of: new))
    var before = known
    // A task that was renamed is the same block.
    for (name, text) in after where known[name] == nil {
      for former in formerNames(of: name, text) where after[former] == nil {
        if let same = before.removeValue(forKey: former) { before[name] = same }
      }
    }
    let names = new.pieces.map(\.name) + old.pieces.map(\.name).filter { after[$0] == nil && before[$0] != nil }
    return names.compactMap { name in
      guard before[name] != after[name] else { return nil }
      let isSecret = [before[name], after[name]].compactMap(\.self).contains { secrets.contains(file, $0) }
      guard !isSecret else {
        return BlockChange(file: file, name: "", title: "", old: nil, new: nil, isSecret: true)
      }
      return BlockChange(file: file, name: name, old: before[name], new: after[name])
    }
  }

  /// A block that may be told.
  init(file: String, name: String, old: String?, new: String?) {
    let title = Self.values(of: new ?? old ?? "").first { $0.key.isEmpty }?.text ?? ""
    self.init(file: file, name: name, title: title, old: old, new: new, isSecret: false)
  }

  init(file: String, name: String, title: String, old: String?, new: String?, isSecret: Bool) {
    (self.file, self.name, self.title) = (file, name, title)
    (self.old, self.new, self.isSecret) = (old, new, isSecret)
  }

  /// The names that a block had under its former ids.
  private static func formerNames(of name: String, _ text: String) -> [String] {
    guard let space = name.lastIndex(of: " ") else { return [] }
    return values(of: text).filter { $0.field == .formerly }.flatMap { $0.text.split { ";,".contains($0) } }
      .map { "\(name[...space])\($0.split(separator: " ").joined(separator: " "))" }
  }

  private static func texts(of file: BlockTexts) -> [String: String] {
    let bytes = file.source.bytes
    return Dictionary(file.pieces.map { ($0.name, String(decoding: bytes[$0.range], as: UTF8.self)) }) { first, _ in
      first
    }
  }

  /// The title with an empty key, then the fields; a key that is there several times is one.
  private static func values(of text: String) -> [(key: String, field: FieldKey?, text: String)] {
    let syntax = RuleFileParser.parse(name: "", text: text).syntax
    guard let block = syntax.blocks.first else { return [] }
    var values = block.title.map { [(key: "", field: FieldKey?.none, text: syntax.text($0))] } ?? []
    for field in block.fields {
      let label = field.label.map { " (\(syntax.text($0)))" } ?? ""
      let (key, value) = (syntax.text(field.keyRange) + label, ShownRules.value(field, syntax))
      if let place = values.firstIndex(where: { $0.key == key }) {
        values[place].text += "; " + value
      } else {
        values.append((key, field.key, value))
      }
    }
    return values
  }
}
