import Documents
import TestSupport
import Testing

@testable import Converters

@Suite("Scanned pages")
struct ScanTests {
  private static let blank = PDFBuilder.pages(content: "0 0 m 595 842 l S").bytes

  private func converter(data: String) -> DocumentConverter {
    var recognition = TextRecognition(sandbox: Sandbox())
    recognition.data = data
    return DocumentConverter(sandbox: Sandbox(), recognition: recognition)
  }

  @Test("They are told, and refused where text recognition or its Vietnamese data is missing") func refused() throws {
    let found = failure(try sample("scan.pdf"), "a.pdf", converter(data: "/nowhere/vie"))
    #expect(found?.code == .scanned)
    #expect(found?.words.vi.contains("apt install tesseract-ocr tesseract-ocr-vie") == true)
    #expect(failure(Self.blank, "a.pdf", converter(data: "/nowhere/vie"))?.code == .scanned)
  }

  @Test("They are read with text recognition, each row marked", .enabled(if: Programs.hasRecognition)) func read()
    throws
  {
    let read = try document(try sample("scan.pdf"), "scan.pdf")
    let tables = read.blocks.compactMap { block in if case .table(let table) = block { table } else { nil } }
    let table = try #require(tables.first)
    #expect(tables.count == 1 && table.columnCount == 5 && table.rows.count == 11)
    #expect(
      table.rows[0].cells.map(\.text) == ["TT", "Nhiệm vụ", "Sản phẩm", "Tiến độ", "Phân công trách nhiệm thực hiện"])
    #expect(table.rows.contains { $0.cells[3].text == "Trước ngày 05/02 năm 2022" })
    #expect(table.rows.allSatisfy { if case .recognised(page: 1, line: _) = $0.place { true } else { false } })
  }

  @Test("Words under a picture of the page are recognised ones too") func hiddenWords() throws {
    var file = PDFBuilder.pages(
      content: "q 595 0 0 842 0 0 cm /P Do Q BT 3 Tr /F 12 Tf 72 700 Td ("
        + String(repeating: "Report due ", count: 20) + ") Tj ET",
      resources: "/XObject << /P 5 0 R >>")
    file.add(
      stream: String(repeating: "a", count: 100),
      "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8")
    let read = try document(file.bytes, "a.pdf")
    guard case .paragraph(let paragraph)? = read.blocks.first else {
      Issue.record("no words")
      return
    }
    #expect(paragraph.place == .recognised(page: 1, line: 1))
  }

  @Test("Lines of a picture are found and taken out; letters and dark areas are not") func lines() throws {
    var dots = [UInt8](repeating: 255, count: 400 * 300)
    func draw(_ columns: Range<Int>, _ rows: Range<Int>) {
      for row in rows { for column in columns { dots[row * 400 + column] = 0 } }
    }
    draw(20..<380, 50..<53)
    draw(20..<23, 50..<250)
    draw(100..<130, 100..<140)
    draw(200..<360, 150..<240)
    var picture = try #require(GreyPicture(Array("P5\n400 300\n255\n".utf8) + dots))
    let rules = picture.takeRules(scale: 0.24)
    #expect(rules.count { $0.isHorizontal } == 3 && rules.count { !$0.isHorizontal } == 3)
    draw(100..<101, 100..<101)
    let left = picture.file.suffix(dots.count).enumerated().filter { $0.element == 0 }.map(\.offset)
    #expect(left.count == 30 * 40 + 160 * 90)
    for bad in ["", "P5", "P5\n9 9\n255\nx", "P6\n1 1\n255\nx", "P5\n99999999 1\n255\n"] {
      #expect(GreyPicture(Array(bad.utf8)) == nil)
    }
  }
}
