import Diagnostics

extension DiagnosticFormatter {
  /// ```
  ///   --> plan.rules:4:3
  ///    |
  ///  4 |   lanh dao: Giám đốc
  ///    |   ^^^^^^^^
  /// ```
  func excerpt(of span: Span, gutter: Int, role: TerminalStyle.Role) -> String {
    let margin = String(repeating: " ", count: gutter)
    guard !span.source.bytes.isEmpty || !span.source.name.isEmpty else { return "" }
    var text = margin + style(.place, "--> ") + place(of: span) + "\n"
    guard !span.source.bytes.isEmpty else { return text }
    let lines = lines(of: span.source)
    let first = lines.line(of: span.start)
    // A span that ends right behind a line end does not reach into the next line.
    let last = max(first, lines.line(of: max(span.start, span.end - 1)))
    let bar = margin + style(.place, " | ")
    text += margin + style(.place, " |") + "\n"
    for line in first...min(last, first + 2) {
      let number = String(line)
      let padding = String(repeating: " ", count: max(0, gutter - number.count))
      let shown = shownLine(lines.bytes(of: line), of: span)
      text += padding + style(.place, "\(number) | ") + shown.text + "\n"
      if !shown.marks.isEmpty { text += bar + style(role, shown.marks) + "\n" }
    }
    if last > first + 2 {
      text += bar + language.choose(vi: "… (đến dòng \(last))", en: "… (to line \(last))") + "\n"
    }
    return text
  }

  /// The line's text as a terminal shows it, cut around the place if it is long, and the marks below it.
  private func shownLine(_ line: Range<Int>, of span: Span) -> (text: String, marks: String) {
    let bytes = span.source.bytes
    let start = min(max(span.start, line.lowerBound), line.upperBound)
    let end = min(max(span.end, start), line.upperBound)
    let columns = max(20, width - 8)
    // Bytes before and behind the place that could be shown at all; the line may be megabytes long.
    let reach = columns * 4
    var from = max(line.lowerBound, start - reach)
    while from < start, bytes[from] & 0xC0 == 0x80 { from += 1 }
    var to = min(line.upperBound, start + 2 * reach)
    while to < line.upperBound, bytes[to] & 0xC0 == 0x80 { to += 1 }
    let markedEnd = min(end, to)

    var before = expanded(bytes[from..<start])
    let marked = expanded(bytes[start..<markedEnd])
    var after = expanded(bytes[markedEnd..<to])
    let markedWidth = DisplayWidth.of(marked)
    var isCut = from > line.lowerBound
    var isCutBehind = to < line.upperBound
    if DisplayWidth.of(before) + markedWidth + DisplayWidth.of(after) > columns {
      let room = max(columns / 3, columns - markedWidth - columns / 3)
      if DisplayWidth.of(before) > room {
        before = suffix(of: before, columns: room)
        isCut = true
      }
      let rest = DisplayWidth.prefix(of: after, columns: max(0, columns - DisplayWidth.of(before) - markedWidth))
      isCutBehind = rest.count < after.count
      after = rest
    }
    let lead = isCut ? "…" : ""
    let shownMarked = DisplayWidth.prefix(of: marked, columns: columns)
    let isLonger = isCutBehind || shownMarked.count < marked.count
    let text = lead + before + shownMarked + after + (isLonger ? "…" : "")
    // An empty span, between two characters, gets one mark.
    let markWidth = max(1, DisplayWidth.of(shownMarked))
    let isEmptyContinuation = start == end && span.start < line.lowerBound
    let marks =
      isEmptyContinuation
      ? ""
      : String(repeating: " ", count: lead.count + DisplayWidth.of(before)) + String(repeating: "^", count: markWidth)
    return (text, marks)
  }

  /// The text as it is shown. A tab is always four spaces, so that the marks below it stand in the right columns.
  private func expanded(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\t" {
        text += "    "
      } else if TerminalEscaper.isUnsafe(scalar) {
        text += TerminalEscaper.escape(String(scalar))
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private func suffix(of text: String, columns: Int) -> String {
    var used = 0
    var start = text.endIndex
    while start > text.startIndex {
      let previous = text.index(before: start)
      let width = DisplayWidth.of(text[previous])
      guard used + width <= columns else { break }
      used += width
      start = previous
    }
    return String(text[start...])
  }
}
