import CivilCalendar
import JSON
import Presentation
import Testing

@Suite("JSON")
struct JSONTests {
  @Test(
    "Any text comes back as it was",
    arguments: [
      "", "Quý II/2024", "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}", "日本 👩‍👧 \u{2028}", "Ca\u{309}i", "</script>",
      String(repeating: "ế", count: 10_000),
    ])
  func roundTrip(text: String) throws {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("text", text)
      writer.key(text: text)
      writer.array { writer in
        writer.string(text)
        writer.null()
      }
    }
    let value = try #require(JSONValue(writer.bytes))
    #expect(value["text"]?.string.map { Array($0.utf8) } == Array(text.utf8))
    #expect(text == "text" || value[text] == .array([.string(text), .null]))
  }

  @Test("Keys stand in order, what is absent is left out")
  func order() throws {
    var writer = JSONWriter()
    let day = try #require(CivilDate(iso: "0987-01-02"))
    writer.object { writer in
      writer.member("z", 1)
      writer.member("none", nil as String?)
      writer.member("a", day)
      writer.member("list", [] as [String])
      writer.member("b", true)
      writer.key("empty")
      writer.object { _ in }
    }
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"z":1,"a":"0987-01-02","b":true,"empty":{}}"#)
  }

  @Test(
    "What is no JSON is refused",
    arguments: [
      "", "{", "{\"a\":}", "[1,]", "\"\u{1}\"", "01x", "nul", "{\"a\" 1}", "\"\\ud800\"", "1 2", "+1", "--1", "1e999",
      String(repeating: "[", count: 100_000),
    ])
  func refused(text: String) {
    #expect(JSONValue(Array(text.utf8)) == nil)
  }

  @Test("Escapes of other writers are read")
  func escapes() {
    #expect(JSONValue(Array(#""\u00e9\ud83d\ude00\/\b""#.utf8)) == .string("é😀/\u{8}"))
    #expect(JSONValue(Array(#" { "plan_year" : 2024.0 } "#.utf8))?["plan_year"]?.integer == 2024)
  }
}

@Suite("Escapers")
struct EscaperTests {
  @Test(
    "CSV quotes what must be and disarms formulas",
    arguments: [
      ("Văn phòng", "Văn phòng"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("=1+1", "'=1+1"),
      ("@SUM(A1)", "'@SUM(A1)"), ("-3", "-3"), ("-3+cmd", "'-3+cmd"), ("+84,9", "\"'+84,9\""), ("\tx", "'\tx"),
    ])
  func csv(field: String, written: String) {
    var writer = CSVWriter()
    writer.record([field, "z"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == written + ",z\r\n")
  }

  @Test(
    "HTML has no tags, entities or ends of attributes",
    arguments: [
      ("", ""), ("Hạn “31/3”", "Hạn “31/3”"), ("<b title='a\">&amp;", "&lt;b title=&#39;a&quot;&gt;&amp;amp;"),
      ("ế<ế", "ế&lt;ế"), ("a\u{202E}b", "a\\u{202E}b"),
    ])
  func html(text: String, escaped: String) {
    #expect(HTMLEscaper.escape(text) == escaped)
  }

  @Test(
    "A chat text has no tags, and calls nobody",
    arguments: [("Hạn 31/3", "Hạn 31/3"), ("<!here>", "‹!here›"), ("@all a@b ế@c", "＠all a@b ế@c")])
  func chat(text: String, escaped: String) {
    #expect(ChatEscaper.escape(text) == escaped)
  }

  @Test("Markdown is literal in a cell")
  func markdown() {
    #expect(MarkdownEscaper.escape("a|b*c*\n<b> & [x](y)") == "a\\|b\\*c\\* &lt;b&gt; &amp; \\[x\\](y)")
  }

  @Test(
    "What a terminal obeys or hides becomes visible",
    arguments: [
      ("Quý II", "Quý II"), ("\u{1B}[31m", "\\u{1B}[31m"), ("a\u{202E}b", "a\\u{202E}b"), ("a\u{200B}", "a\\u{200B}"),
      ("a\r\nb", "a\\u{D}\\u{A}b"), ("\u{9B}", "\\u{9B}"),
    ])
  func terminal(text: String, shown: String) {
    #expect(TerminalEscaper.escape(text) == shown)
  }
}
