import Presentation
import Testing

@Suite("Columns on a terminal")
struct DisplayWidthTests {
  @Test(
    "Width of text",
    arguments: [
      ("abc", 3), ("Cải cách hành chính", 19), ("Ca\u{309}i ca\u{301}ch", 8), ("日本", 4), ("한글", 4), ("👩‍👧", 2), ("", 0),
      ("e\u{302}\u{301}", 1), ("đường", 5),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test("A prefix never cuts a character")
  func prefix() {
    #expect(DisplayWidth.prefix(of: "日本語", columns: 5) == "日本")
    #expect(DisplayWidth.prefix(of: "Ca\u{309}i", columns: 2) == "Ca\u{309}")
  }
}

@Suite("Wrapping")
struct TextWrappingTests {
  @Test("Lines break at spaces and fit")
  func wraps() {
    let text = "Tham mưu xây dựng kế hoạch cải cách hành chính"
    let lines = TextWrapping.lines(of: text, columns: 12)
    #expect(lines == ["Tham mưu xây", "dựng kế", "hoạch cải", "cách hành", "chính"])
    #expect(lines.joined(separator: " ") == text)
  }

  @Test("A word longer than the line is cut between characters")
  func cuts() {
    #expect(TextWrapping.lines(of: "Thường-xuyên", columns: 5) == ["Thườn", "g-xuy", "ên"])
    #expect(TextWrapping.lines(of: "日本語", columns: 1) == ["日", "本", "語"])
    #expect(TextWrapping.lines(of: "", columns: 5) == [""])
  }

  @Test("A word may be broken behind its joints, and not between two of them")
  func joints() {
    let id = "skhcn-2024/VII.9:hằng tuần@2024-Q1/vp"
    #expect(
      TextWrapping.lines(of: id, columns: 11, joints: "/:@-") == ["skhcn-2024/", "VII.9:hằng", "tuần@2024-", "Q1/vp"])
    #expect(TextWrapping.lines(of: "a//b", columns: 3, joints: "/") == ["a//", "b"])
    #expect(TextWrapping.lines(of: "a-b", columns: 3, joints: "-") == ["a-b"])
  }
}

@Suite("Tables")
struct TextTableTests {
  @Test("Columns stand below one another, whatever the letters")
  func aligned() {
    var table = TextTable([.init("Mã"), .init("Nhiệm vụ"), .init("Ngày", alignment: .right)])
    table.rows = [["I.5", "Kế hoạch", "1"], ["VII.10", "日本", "12"]]
    let lines = table.lines(widths: table.widths(in: nil))
    #expect(
      lines == [
        "Mã      Nhiệm vụ  Ngày",
        "I.5     Kế hoạch     1",
        "VII.10  日本        12",
      ])
  }

  @Test("A table too wide wraps its flexible column", arguments: [30, 40, 60])
  func fits(width: Int) {
    var table = TextTable([.init("a"), .init("b", isFlexible: true, minimum: 8), .init("c")], indentation: 2)
    table.rows = [["2024-Q1", "Báo cáo kết quả công tác cải cách hành chính định kỳ của Sở", "Văn phòng"]]
    let lines = table.lines(widths: table.widths(in: width), header: false)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
  }

  @Test("A cell keeps to its number of lines")
  func limited() {
    var table = TextTable([.init("", isFlexible: true, minimum: 4, maximum: 6, maximumLines: 2)])
    table.rows = [["một hai ba bốn năm"]]
    #expect(table.lines(widths: table.widths(in: 80), header: false) == ["một", "hai b…"])
  }
}
