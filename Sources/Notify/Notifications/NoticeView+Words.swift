/// What a notice says, out of the templates of words.
extension NoticeView {
  /// The first sentence of a letter. Of the work it says “việc sau”, which follows.
  var lead: String { words.line(.lead, values) }

  /// `Hạn 31/3/2024 (còn 7 ngày): Báo cáo quý`: the subject line.
  var headline: String { Clipping.clip(words.line(.headline, values), to: 120) }

  /// The line below a title in a list.
  var summary: String { words.line(.summary, values.merging(["isListed": .truth(true)]) { _, new in new }) }

  /// What the recipient is asked to do.
  var todo: String { words.line(.todo, values) }

  /// The command that does it.
  var command: String { words.line(.command, values) }

  /// Sentences below the rows.
  var notes: [String] { words.lines(.notes, values) }

  /// Label and value, in the order of reading.
  var rows: [(label: String, value: String)] {
    words.lines(.rows, values).map { line in
      guard let colon = line.firstRange(of: ": ") else { return ("", line) }
      return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
    }
  }
}
