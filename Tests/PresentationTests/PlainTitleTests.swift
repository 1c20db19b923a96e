import Presentation
import Testing

@Suite("Titles in sentences")
struct PlainTitleTests {
  @Test(
    "The bullet of a plan's cell is left out, with a blank behind it; signs that belong to the words stay",
    arguments: [
      ("- Phối hợp tổng kết", "Phối hợp tổng kết"), ("–  Phối hợp", "Phối hợp"), (" • Việc", "Việc"),
      ("+ Việc", "Việc"),
      ("-5% chi thường xuyên", "-5% chi thường xuyên"), ("- -5% chi", "-5% chi"), ("+84 đầu số", "+84 đầu số"),
      ("--help", "--help"), ("=1+1", "=1+1"), ("* Việc", "* Việc"), ("# Việc", "# Việc"), ("1) Việc", "1) Việc"),
      ("-", "-"), ("- ", "- "), ("", ""),
    ])
  func plain(title: String, words: String) { #expect(RuleNames.plainTitle(title) == words) }
}
