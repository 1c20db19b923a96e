import Diagnostics
import JSON
import Presentation
import Testing

@Suite("Diagnostics laid out")
struct DiagnosticFormatterTests {
  static func source(_ text: String) -> SourceText { SourceText(name: "plan.rules", text: text) }

  static func span(_ text: String, in source: SourceText) throws -> Span {
    let bytes = Array(text.utf8)
    let start = try #require(
      source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) }, "\(text) is not in the source")
    return Span(source, start, start + bytes.count)
  }

  @Test("The place, the line, other places, fixes and the missing block")
  func whole() throws {
    let source = Self.source("kế hoạch p: Kế hoạch\n  năm: 2024\n  lanh dao: Giám đốc\n")
    let place = try Self.span("lanh dao", in: source)
    let diagnostic = Diagnostic(
      .error, "unknown-key", vi: "kế hoạch không có trường “lanh dao”", en: "a plan has no field “lanh dao”", at: place,
      notes: [
        .init(
          .init(vi: "khối bắt đầu ở đây", en: "the block begins here"), at: try Self.span("kế hoạch p", in: source)),
        .init(.init(vi: "các trường: năm, lãnh đạo", en: "the fields are: năm, lãnh đạo")),
      ],
      fixIts: [.didYouMean("lãnh đạo", at: place)], missingBlock: "đơn vị gd: Giám đốc")
    let vietnamese = """
      lỗi[unknown-key]: kế hoạch không có trường “lanh dao”
       --> plan.rules:3:3
        |
      3 |   lanh dao: Giám đốc
        |   ^^^^^^^^
      lưu ý: khối bắt đầu ở đây
       --> plan.rules:1:1
        |
      1 | kế hoạch p: Kế hoạch
        | ^^^^^^^^^^
        = lưu ý: các trường: năm, lãnh đạo
        = cách sửa: có phải là “lãnh đạo”?
        = thêm khối này (chép và dán được):

      đơn vị gd: Giám đốc


      """
    #expect(DiagnosticFormatter(.vi).text(of: diagnostic) == vietnamese)
    let english = DiagnosticFormatter(.en).text(of: diagnostic)
    #expect(english.hasPrefix("error[unknown-key]: a plan has no field “lanh dao”\n --> plan.rules:3:3\n"))
    #expect(english.contains("fix: did you mean “lãnh đạo”?"))
  }

  @Test("Marks stand below wide characters, tabs and marks of NFC text")
  func columns() throws {
    let source = Self.source("\tđường 日本 sai")
    let text = DiagnosticFormatter(.en).text(
      of: Diagnostic(.warning, "x", vi: "v", en: "e", at: try Self.span("sai", in: source)))
    #expect(text.contains("plan.rules:1:11\n"))
    #expect(text.contains("1 |     đường 日本 sai\n  |                ^^^\n"))
  }

  @Test("A line of ten megabytes is cut around the place")
  func longLine() throws {
    let source = Self.source(
      String(repeating: "ế", count: 3_000_000) + "SAI" + String(repeating: "x", count: 1_000_000))
    let place = Span(source, 9_000_000, 9_000_003)
    let text = DiagnosticFormatter(.vi, width: 80).text(of: Diagnostic(.error, "x", vi: "v", en: "e", at: place))
    #expect(text.contains("plan.rules:1:3000001\n"))
    #expect(text.contains("…") && text.contains("ếSAIx"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 90 })
    let lines = text.split(separator: "\n")
    let line = try #require(lines.first { $0.contains("SAI") })
    let marks = try #require(lines.first { $0.contains("^^^") })
    let before = try #require(line.split(separator: "SAI", omittingEmptySubsequences: false).first)
    #expect(DisplayWidth.of(before) == DisplayWidth.of(marks) - 3)
  }

  @Test("An end of file, an empty file and a file that could not be read have a place")
  func edges() {
    let full = Self.source("a\n")
    let atEnd = Diagnostic(.error, "x", vi: "v", en: "e", at: Span(full, 2, 2))
    #expect(DiagnosticFormatter(.en).text(of: atEnd).contains("plan.rules:2:1\n"))
    let empty = Diagnostic(.error, "x", vi: "v", en: "e", at: Span(SourceText(name: "f", bytes: []), 0, 0))
    #expect(DiagnosticFormatter(.en).text(of: empty) == "error[x]: e\n --> f\n\n")
  }

  @Test("Escape sequences in rules do not reach the terminal")
  func harmless() throws {
    let source = Self.source("a\u{1B}[31mb")
    let text = DiagnosticFormatter(.en).text(
      of: Diagnostic(.error, "x", vi: "v", en: "\u{1B}]0;t\u{7}", at: Span(source, 1, 2)))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("Colours only when asked")
  func colours() throws {
    let diagnostic = Diagnostic(.error, "x", vi: "v", en: "e", at: Span(Self.source("abc"), 0, 1))
    let formatter = DiagnosticFormatter(.en, style: TerminalStyle(isColoured: true))
    #expect(formatter.text(of: diagnostic).contains("\u{1B}[1;31merror[x]\u{1B}[0m"))
  }

  @Test("The summary counts errors and warnings")
  func summary() {
    let span = Span(Self.source("a"), 0, 1)
    let some = [Diagnostic.Severity.error, .warning, .warning, .remark].map {
      Diagnostic($0, "x", vi: "v", en: "e", at: span)
    }
    #expect(DiagnosticFormatter(.vi).summary(of: some) == "1 lỗi, 2 cảnh báo")
    #expect(DiagnosticFormatter(.en).summary(of: some, files: 1) == "1 error, 2 warnings in 1 file")
  }

  @Test("JSON has both languages and the place in characters")
  func json() throws {
    let source = Self.source("đổi\nngày: sai\n")
    let diagnostic = Diagnostic(
      .error, "bad-value", vi: "giá trị sai", en: "bad value", at: try Self.span("sai", in: source),
      fixIts: [.didYouMean("đúng", at: try Self.span("sai", in: source))], missingBlock: "b")
    var writer = JSONWriter()
    DiagnosticFormatter(.en).writeJSON([diagnostic], to: &writer)
    let value = try #require(JSONValue(writer.bytes)?.array?.first)
    #expect(value["code"]?.string == "bad-value")
    #expect(value["severity"]?.string == "error")
    #expect(value["message"]?["vi"]?.string == "giá trị sai")
    #expect(value["message"]?["en"]?.string == "bad value")
    #expect(value["file"]?.string == "plan.rules")
    #expect(value["line"]?.integer == 2)
    #expect(value["column"]?.integer == 7)
    #expect(value["endColumn"]?.integer == 10)
    #expect(value["fixes"]?.array?.first?["replacement"]?.string == "đúng")
    #expect(value["missingBlock"]?.string == "b")
  }
}
