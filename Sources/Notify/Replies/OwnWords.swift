/// What the author of a mail wrote: its text without what is quoted, and without the signature.
enum OwnWords {
  /// As many lines are read at most.
  private static let mostLines = 2000

  static func of(_ text: String) -> String {
    let lines = text.prefix(200_000)
      .split(maxSplits: mostLines, omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix(mostLines).map
    { $0.trimmed }
    var own: [String] = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix(">") {
        index += 1
      } else if let count = attribution(lines[index...]) {
        index += count
        // Whoever answers between the lines marks what is quoted; else all the rest is.
        guard let next = lines[index...].first(where: { !$0.isEmpty }), next.hasPrefix(">") else { break }
      } else if isQuotedHead(lines[index...]) || isSignature(line, after: own) {
        break
      } else {
        own.append(line)
        index += 1
      }
    }
    return own.joined(separator: "\n").trimmed
  }

  /// How many lines say who wrote what follows: `On … wrote:`, `Vào … đã viết:`, which may be broken; nil if they do not.
  private static func attribution(_ lines: ArraySlice<String>) -> Int? {
    guard let first = lines.first.map(FoldedLine.init), first.begins(attributionBegins) else { return nil }
    var text = ""
    for (count, line) in lines.prefix(4).enumerated() {
      text += line
      if attributionEnds.contains(where: { text.lowercased().hasSuffix($0) }) { return count + 1 }
    }
    return nil
  }

  private static let attributionBegins = ["on ", "vào ", "lúc ", "ngày ", "trong thư", "em "]
  private static let attributionEnds = ["wrote:", "viết:", "viết :", "wrote :"]

  /// Whether a copy of the answered mail begins, with its head or a line that announces it.
  private static func isQuotedHead(_ lines: ArraySlice<String>) -> Bool {
    guard let line = lines.first.map(FoldedLine.init) else { return false }
    if line.begins(["-----", "----- ", "________________"]) { return true }
    guard line.begins(["from:", "từ:", "người gửi:"]) else { return false }
    return lines.dropFirst().prefix(5).map(FoldedLine.init).contains {
      $0.begins(["sent:", "date:", "to:", "đã gửi:", "gửi:", "ngày:", "ngày gửi:", "đến:", "tới:", "gửi đến:"])
    }
  }

  /// - Parameter before: what was written above it; a mail can begin with the words that end others.
  private static func isSignature(_ line: String, after before: [String]) -> Bool {
    if line == "--" { return true }
    let folded = FoldedLine(line)
    if folded.begins(devices) { return true }
    guard before.contains(where: { !$0.isEmpty }) else { return false }
    return farewells.contains(folded.bare)
  }

  private static let devices = [
    "sent from my", "sent from outlook", "sent from yahoo", "get outlook for", "gửi từ iphone", "gửi từ điện thoại",
    "đã gửi từ", "được gửi từ", "tải outlook",
  ]

  private static let farewells: Set<String> = [
    "trân trọng", "trân trọng kính chào", "trân trọng cảm ơn", "trân trọng cám ơn", "xin trân trọng cảm ơn", "kính thư",
    "thân mến", "kính chào", "thân ái", "best regards", "kind regards", "regards", "sincerely", "yours sincerely",
    "best wishes", "with best regards",
  ]
}

/// A line in lower case, without the marks by which pages and plain texts make words bold.
private struct FoldedLine {
  let text: String

  init(_ line: String) {
    text = String(line.lowercased().filter { $0 != "*" }.map { $0 == "\u{A0}" ? " " : $0 })
  }

  func begins(_ words: [String]) -> Bool { words.contains { text.hasPrefix($0) } }

  /// Without the marks at its end: `trân trọng./.`.
  var bare: String { text.trimmed { " .,!/;-_".contains($0) } }
}
