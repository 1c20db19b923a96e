import Documents
import Testing

@Suite("Excel files are read as they show")
struct WorkbookFileTests {
  @Test("Sheets, merged headings, days, hidden rows; hidden sheets are not read")
  func plan() throws {
    let document = try DocumentFileReader().read(try Samples.bytes("ke-hoach.xlsx"), name: "ke-hoach.xlsx")
    #expect(
      Samples.lines(document) == [
        "|PHỤ LỤC NHIỆM VỤ NĂM 2024|<|<|<|<|<|", "|||||||", "|TT|Nhiệm vụ|Thời hạn|Phân công|<|Tỷ lệ|",
        "|^|^|^|Chủ trì|Phối hợp|^|", "|1|Rà soát/văn bản|15/03/2024|Văn phòng||90%|",
        "|1.1|Kiểm tra văn bản|06/2024|Thanh tra|Các phòng|12.5|", "|2|Báo cáo|05/05/2024 16:00|^|||", "|Ghi chú|",
      ])
    #expect(document.marks == ["MẬT"])
    #expect(Samples.places(document).first == .sheetRow(sheet: "Phụ lục I", row: 3))
    #expect(Samples.places(document).last == .sheetRow(sheet: "Ghi chú", row: 1))
  }

  @Test("Cells without references, texts in place, booleans, errors, escaped characters")
  func cells() throws {
    let row =
      "<row><c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c><c t=\"b\"><v>1</v></c>"
      + "<c t=\"str\"><v>x_x000D_y</v></c><c><v>0.30000000000000004</v></c><c t=\"e\"><v>#N/A</v></c></row>"
    #expect(try Samples.read(Samples.workbook(row), "a.xlsx") == ["|ab|TRUE|x/y|0.3|#N/A|"])
  }

  @Test("A formula that no program has computed is told, and is no empty cell") func formulas() throws {
    let row =
      "<row><c><f>A1&amp;B1</f></c><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1&amp;\"\"</f><v></v></c><c><v>3</v></c></row>"
    #expect(try Samples.read(Samples.workbook(row), "a.xlsx") == ["|=A1&B1|2||3|"])
  }

  @Test("Of a merged cell whose corner is empty nothing covers another's text")
  func merges() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>"
    #expect(
      try Samples.read(
        Samples.workbook(
          rows, after: "<mergeCells><mergeCell ref=\"B2:B9\"/><mergeCell ref=\"A3:B1048576\"/></mergeCells>"),
        "a.xlsx") == ["|1|2|", "|||", "|3|<|"])
  }
}
