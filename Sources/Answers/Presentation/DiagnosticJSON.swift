package import Diagnostics

extension DiagnosticFormatter {
  /// Writes an array of `{code, severity, message: {vi, en}, file, line, column, endLine, endColumn, notes, fixes,
  /// missingBlock}`, each diagnostic on a line of its own. Lines and columns count from 1, columns in characters; the
  /// end is excluded.
  package func writeJSON(_ diagnostics: [Diagnostic], to writer: inout JSONWriter) {
    writer.array { writer in
      for diagnostic in diagnostics {
        writer.breakLine()
        write(diagnostic, to: &writer)
      }
    }
    writer.newline()
  }

  private func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", diagnostic.code)
      writer.member("severity", Self.name(of: diagnostic.severity))
      write("message", diagnostic.words, to: &writer)
      write(diagnostic.span, to: &writer)
      if !diagnostic.notes.isEmpty {
        writer.key("notes")
        writer.array { writer in for note in diagnostic.notes { write(note, to: &writer) } }
      }
      if !diagnostic.fixIts.isEmpty {
        writer.key("fixes")
        writer.array { writer in for fixIt in diagnostic.fixIts { write(fixIt, to: &writer) } }
      }
      writer.member("missingBlock", diagnostic.missingBlock)
    }
  }

  private func write(_ note: Diagnostic.Note, to writer: inout JSONWriter) {
    writer.object { writer in
      write("message", note.words, to: &writer)
      if let span = note.span { write(span, to: &writer) }
    }
  }

  private func write(_ fixIt: Diagnostic.FixIt, to writer: inout JSONWriter) {
    writer.object { writer in
      write("message", fixIt.words, to: &writer)
      write(fixIt.span, to: &writer)
      writer.member("replacement", fixIt.replacement)
    }
  }

  private func write(_ key: StaticString, _ words: Bilingual, to writer: inout JSONWriter) {
    writer.key(key)
    writer.object { writer in
      writer.member("vi", words.vi)
      writer.member("en", words.en)
    }
  }

  private func write(_ span: Span, to writer: inout JSONWriter) {
    let (start, end) = position(of: span)
    writer.member("file", span.source.name)
    writer.member("line", start.line)
    writer.member("column", start.column)
    writer.member("endLine", end.line)
    writer.member("endColumn", end.column)
  }

  private static func name(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .remark: "remark"
    }
  }
}
