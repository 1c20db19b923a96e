package import Diagnostics

/// Lays diagnostics out for a person: the place, the line with the place underlined, other places, fixes and missing
/// blocks.
///
/// A formatter remembers where the lines of its sources begin; use one for a whole run.
package final class DiagnosticFormatter {
  package let language: Language
  let style: TerminalStyle
  /// The columns of the terminal. A source line that is longer is cut around the place.
  let width: Int
  private var lines: [ObjectIdentifier: SourceLines] = [:]

  package init(_ language: Language, style: TerminalStyle = .plain, width: Int = 120) {
    self.language = language
    self.style = style
    self.width = max(width, 40)
  }

  /// The diagnostic as lines of text, the last one empty.
  package func text(of diagnostic: Diagnostic) -> String {
    let role = Self.role(of: diagnostic.severity)
    let title = "\(severityWord(diagnostic.severity))[\(diagnostic.code)]"
    let gutter = gutterWidth(of: diagnostic)
    var text = style(role, title) + style(.heading, ": " + choose(diagnostic.words)) + "\n"
    text += excerpt(of: diagnostic.span, gutter: gutter, role: role)
    for note in diagnostic.notes { text += self.text(of: note, gutter: gutter) }
    for fixIt in diagnostic.fixIts { text += self.text(of: fixIt, gutter: gutter) }
    if let block = diagnostic.missingBlock {
      let margin = String(repeating: " ", count: gutter)
      text += margin + style(.place, " = ")
      text += style(
        .fix, language.choose(vi: "thêm khối này (chép và dán được):", en: "add this block (ready to paste):"))
      text += "\n\n" + TerminalEscaper.escapeLines(block) + "\n"
    }
    return text + "\n"
  }

  /// `2 lỗi, 1 cảnh báo` · `2 errors, 1 warning`; remarks are not counted.
  package func summary(of diagnostics: [Diagnostic], files: Int? = nil) -> String {
    let errors = diagnostics.errors.count
    let warnings = diagnostics.count { $0.severity == .warning }
    var text = language.choose(
      vi: "\(errors) lỗi, \(warnings) cảnh báo",
      en: "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")")
    if let files {
      text += language.choose(vi: " trong \(files) tệp", en: " in \(files) file\(files == 1 ? "" : "s")")
    }
    return text
  }

  /// The diagnostics by file and place, whatever their severity.
  package static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (a, b) = (left.element.span, right.element.span)
      if a.source !== b.source, a.source.name != b.source.name { return a.source.name < b.source.name }
      if a.start != b.start { return a.start < b.start }
      return left.offset < right.offset
    }.map(\.element)
  }

  func position(of span: Span) -> (start: SourcePosition, end: SourcePosition) {
    let lines = lines(of: span.source)
    return (lines.position(of: span.start), lines.position(of: max(span.start, span.end)))
  }

  func lines(of source: SourceText) -> SourceLines {
    if let known = lines[ObjectIdentifier(source)] { return known }
    let new = SourceLines(source)
    lines[ObjectIdentifier(source)] = new
    return new
  }

  /// `rules/plan.rules:4:3`; only `4:3` in a phrase of the command line, which has no name.
  func place(of span: Span) -> String {
    // A file that could not be read has no lines.
    if span.source.bytes.isEmpty, !span.source.name.isEmpty { return TerminalEscaper.escape(span.source.name) }
    let position = lines(of: span.source).position(of: span.start)
    let place = "\(position.line):\(position.column)"
    return span.source.name.isEmpty ? place : "\(TerminalEscaper.escape(span.source.name)):\(place)"
  }

  private func text(of note: Diagnostic.Note, gutter: Int) -> String {
    let word = language.choose(vi: "lưu ý", en: "note")
    guard let span = note.span else {
      return advice(word, choose(note.words), role: .remark, gutter: gutter)
    }
    return style(.remark, word) + ": " + choose(note.words) + "\n" + excerpt(of: span, gutter: gutter, role: .remark)
  }

  private func text(of fixIt: Diagnostic.FixIt, gutter: Int) -> String {
    let words = choose(fixIt.words)
    let replacement = fixIt.replacement.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
    // The words often quote the replacement already.
    let shown =
      replacement.isEmpty || words.contains(replacement)
      ? words : "\(words): \(TerminalEscaper.escape(replacement))"
    return advice(language.choose(vi: "cách sửa", en: "fix"), shown, role: .fix, gutter: gutter)
  }

  private func advice(_ word: String, _ text: String, role: TerminalStyle.Role, gutter: Int) -> String {
    String(repeating: " ", count: gutter) + style(.place, " = ") + style(role, word) + ": " + text + "\n"
  }

  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    let spans = [diagnostic.span] + diagnostic.notes.compactMap(\.span)
    let last = spans.map { lines(of: $0.source).line(of: max($0.start, $0.end)) }.max() ?? 1
    return String(last).count
  }

  private func choose(_ words: Bilingual) -> String {
    TerminalEscaper.escape(words.text(in: language))
  }

  func severityWord(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: language.choose(vi: "lỗi", en: "error")
    case .warning: language.choose(vi: "cảnh báo", en: "warning")
    case .remark: language.choose(vi: "nhận xét", en: "remark")
    }
  }

  private static func role(of severity: Diagnostic.Severity) -> TerminalStyle.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .remark: .remark
    }
  }
}
