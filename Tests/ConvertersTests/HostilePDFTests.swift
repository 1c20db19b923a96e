import Converters
import Documents
import TestSupport
import Testing

@Suite("Broken and hostile PDF files get a message, in bounded time")
struct HostilePDFTests {
  private let hasty = DocumentConverter(sandbox: Sandbox(mostSeconds: 3))

  @Test("An ordinary file is read; scripts, attachments and links in it do nothing") func active() throws {
    #expect(words(try document(PDFBuilder.pages().bytes, "a.pdf")) == "Report due 15/3/2024")
    var file = PDFBuilder.pages(
      catalogue: "/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1/')) >> "
        + "/Names << /EmbeddedFiles << /Names [(x.exe) 5 0 R] >> >>",
      page: "/AA << /O << /S /Launch /F (/bin/sh) >> >>")
    file.add("<< /Type /Filespec /F (x.exe) /EF << /F 6 0 R >> >>")
    file.add(stream: "MZ", "/Type /EmbeddedFile")
    #expect(words(try document(file.bytes, "a.pdf")) == "Report due 15/3/2024")
  }

  @Test("A wrong table of objects is rebuilt, a page turned upright") func mended() throws {
    var file = PDFBuilder.pages(page: "/Rotate 90")
    file.shift = 12_345
    #expect(words(try document(file.bytes, "a.pdf")) == "Report due 15/3/2024")
  }

  @Test("The content decides, and not the name") func names() throws {
    #expect(words(try document(PDFBuilder.pages().bytes, "a.docx")) == "Report due 15/3/2024")
    #expect(words(try document(Array("Chỉ là chữ".utf8), "a.pdf")) == "Chỉ là chữ")
    #expect(failure([0, 1, 2, 3, 0xFF, 0x80])?.code == .format)
  }

  @Test("Damaged: a mark alone, cut off, without pages, a tree that bites its tail") func damaged() {
    let whole = PDFBuilder.pages().bytes
    #expect(failure(Array("%PDF-1.7\n".utf8))?.code == .damaged)
    #expect(failure(Array("%PDF-1.7\n\u{0}\u{1}garbage".utf8))?.code == .damaged)
    #expect(failure(Array(whole.prefix(100)))?.code == .damaged)
    #expect(failure(PDFBuilder.pages(0).bytes)?.code == .damaged)
    var loop = PDFBuilder()
    loop.add("<< /Type /Catalog /Pages 2 0 R >>")
    loop.add("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>")
    // Poppler ends such loops, and what is left is a file without words.
    #expect((try? document(loop.bytes, "a.pdf", hasty)).map(words) ?? "" == "")
  }

  @Test("Ten thousand pages are too many; five hundred are not") func pages() throws {
    #expect(failure(PDFBuilder.pages(10_000).bytes)?.code == .tooLarge)
    #expect(failure(PDFBuilder.pages(WordBoxReader.mostPages).bytes) == nil)
  }

  @Test("A password to open it is needed; one against copying is not") func passwords() throws {
    #expect(failure(try sample("locked.pdf"))?.code == .encrypted)
    #expect(words(try document(try sample("not-to-copy.pdf"), "a.pdf")).contains("ỦY BAN NHÂN DÂN TỈNH"))
  }

  @Test("Forms that draw one another without end, or very often, are stopped") func forms() {
    var endless = PDFBuilder.pages(content: "/X Do", resources: "/XObject << /X 5 0 R >>")
    let form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources"
    endless.add(stream: "/X Do /X Do", "\(form) << /XObject << /X 5 0 R >> >>")
    #expect((try? document(endless.bytes, "a.pdf", hasty)).map(words) ?? "" == "")
    var often = PDFBuilder.pages(content: "/X Do", resources: "/XObject << /X 5 0 R >>")
    for level in 0..<12 {
      let calls = level == 11 ? "BT /F 9 Tf (a) Tj ET" : String(repeating: "/X Do ", count: 12)
      often.add(stream: calls, "\(form) << \(PDFBuilder.font) /XObject << /X \(level + 6) 0 R >> >>")
    }
    let found = failure(often.bytes, "a.pdf", hasty)
    #expect(found?.code == .effort || found?.code == .tooLarge, "\(found.map { "\($0)" } ?? "read")")
  }

  @Test(
    "Huge pages, letters and numbers",
    arguments: [
      ("[0 0 14400 14400]", "12"), ("[0 0 1e9 1e9]", "12"), ("[0 0 595 842]", "1000000"), ("[0 0 595 842]", "1e38"),
      ("[0 0 0 0]", "12"), ("[0 0 -5 -5]", "0"), ("[nan nan 1 1]", "-12"),
    ])
  func measures(_ box: String, _ size: String) {
    let content = "BT /F \(size) Tf 72 700 Td (Report) Tj 300 0 Td (x) Tj ET 0 0 m 1e9 0 l S"
    let code = failure(PDFBuilder.pages(content: content, box: box).bytes, "a.pdf", hasty)?.code
    #expect(code == nil || [.damaged, .scanned, .effort].contains(code))
  }

  @Test("Changed bytes never do more than fail") func changedBytes() throws {
    let whole = try sample("not-to-copy.pdf")
    var random = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      var bytes = whole
      for _ in 0..<(1 + random.next(below: 20)) {
        bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
      }
      let found = failure(bytes, "a.pdf", hasty)
      #expect(found?.code != .sandbox && found?.code != .program)
    }
  }
}
