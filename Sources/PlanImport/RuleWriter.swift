import RuleSyntax

/// Writes blocks and fields so that they are read back as they were meant.
struct RuleWriter {
  private(set) var text = ""
  private static let width = 110

  mutating func comment(_ words: String) {
    for line in Self.wrapped(words, first: Self.width - 2) { text += "# \(line)\n" }
  }

  mutating func block(_ keyword: String, _ id: String, _ title: String) {
    if !text.isEmpty { text += "\n" }
    write("\(keyword) \(id): ", title)
  }

  mutating func field(_ key: String, _ value: String) { write("  \(key): ", value) }

  /// Names of a list; a line end parts them as `;` does.
  mutating func list(_ key: String, _ names: [String]) {
    var line = "  \(key): "
    for (index, name) in names.enumerated() {
      let item = name + (index + 1 < names.count ? ";" : "")
      if line.count + item.count > Self.width, index > 0 {
        text += line.trimmedEnd + "\n"
        line = "    "
      }
      line += item + " "
    }
    text += line.trimmedEnd + "\n"
  }

  private mutating func write(_ head: String, _ value: String) {
    var lines: [String] = []
    for (index, line) in value.split(whereSeparator: \.isNewline).enumerated() {
      lines += Self.wrapped(String(line).onOneLine, first: index == 0 ? Self.width - head.count : Self.width - 4)
    }
    text += head + (lines.first ?? "") + "\n"
    for line in lines.dropFirst() { text += "    \(line)\n" }
  }

  /// Lines of at most `first` and then the usual width; none begins like a comment or a field.
  private static func wrapped(_ text: String, first: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var limit = first
    let words = text.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated() {
      if !line.isEmpty, line.count + word.count + 1 > limit, !startsOddly(words[index...]) {
        lines.append(line)
        line = ""
        limit = width - 4
      }
      line += line.isEmpty ? word : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func startsOddly(_ words: ArraySlice<String>) -> Bool {
    guard let word = words.first else { return false }
    if word.hasPrefix("#") { return true }
    return words.prefix(4).contains { $0.hasSuffix(":") }
  }

  /// Whether tasks have a field of this name.
  static func isTaskField(_ name: String) -> Bool { taskFields.contains(FoldedName(name).text) }

  private static let taskFields: Set<String> = Set(
    FieldKey.allCases.flatMap { key in
      [Keywords.name(of: key, vietnamese: true), Keywords.name(of: key, vietnamese: false)].map { FoldedName($0).text }
    } + ["tiến độ", "thời gian hoàn thành"])
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
