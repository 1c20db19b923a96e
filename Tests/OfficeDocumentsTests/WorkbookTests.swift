import CivilCalendar
import Documents
import OfficeDocuments
import TestSupport
import Testing

@Suite("Workbooks")
struct WorkbookTests {
  private static let rows: [[Workbook.Cell]] = [
    [.text("=1+1"), .number(21_914), .share(1, of: 3), .day(day("2024-02-29"))],
    [.text("Văn phòng <Sở> & \"đơn vị\""), .number(-3), .share(0, of: 0), .day(day("1899-12-31"))],
    [.text("@SUM(A1)\u{1}"), .empty, .share(2, of: 2), .day(day("1900-03-01"))],
    [.text("Cộng"), .number(0), .empty, .empty],
  ]

  private static let book = Workbook(
    title: "Thống kê", day: day("2024-06-20"),
    sheets: [
      Workbook.Sheet(
        "Theo đơn vị", lines: ["Tiêu đề", "kỳ"],
        columns: [
          .init("Đơn vị", width: 20), .init("Số", width: 8), .init("Tỷ lệ", width: 8), .init("Ngày", width: 12),
        ],
        rows: rows, sums: [3],
        charts: [
          .init(.pie(column: 1, colours: [0xFF0000, 0x00FF00, 0x0000FF]), title: "Hình 1", rows: 0..<3),
          .init(.bars(columns: [(1, 0xFF0000), (2, 0x00FF00)]), title: "Hình 2", rows: 0..<3),
          .init(.bars(columns: []), title: "Không có hàng", rows: 0..<0),
        ]),
      Workbook.Sheet("Danh sách", lines: [], columns: [.init("Mã", width: 9)], rows: [[.text("a")]], isFiltered: true),
      Workbook.Sheet("Trống", lines: [], columns: [.init("Mã", width: 9)], rows: [], isFiltered: true),
    ])

  @Test("Another reader finds text as text, numbers as numbers and days as days") func oracle() throws {
    let folder = try ScratchFolder()
    try folder.write(Self.book.bytes(), to: "a.xlsx")
    let found = try PythonOracle.run("Tests/OfficeDocumentsTests/oracles/workbook", [folder.path + "/a.xlsx"])
      .split(separator: "\n").map(String.init)
    #expect(
      found == [
        "made 2024-06-20 00:00:00", "sheet Theo đơn vị frozen B5 filter None charts 2", "A1 s General 'Tiêu đề'",
        "A2 s General 'kỳ'", "A4 s General 'Đơn vị'", "B4 s General 'Số'", "C4 s General 'Tỷ lệ'",
        "D4 s General 'Ngày'",
        "A5 s General '=1+1'", "B5 n #,##0 21914", "C5 n 0.0% 0.3333333333333333",
        "D5 d dd/mm/yyyy datetime.datetime(2024, 2, 29, 0, 0)", "A6 s General 'Văn phòng <Sở> & \"đơn vị\"'",
        "B6 n #,##0 -3", "D6 s General '1899-12-31'", "A7 s General '@SUM(A1)'", "C7 n 0.0% 1",
        "D7 d dd/mm/yyyy datetime.datetime(1900, 3, 1, 0, 0)", "A8 s General 'Cộng'", "B8 n #,##0 0",
        "sheet Danh sách frozen B2 filter A1:A2 charts 0", "A1 s General 'Mã'", "A2 s General 'a'",
        "sheet Trống frozen B2 filter A1 charts 0", "A1 s General 'Mã'",
      ])
  }

  @Test("The project's own reader reads it back") func readBack() throws {
    let document = try DocumentFileReader().read(Self.book.bytes(), name: "a.xlsx")
    let texts = document.blocks.flatMap { block -> [[String]] in
      if case .table(let table) = block { table.rows.map { $0.cells.map(\.text) } } else { [] }
    }
    #expect(texts.contains(["=1+1", "21914", "33.3%", "29/02/2024"]), "\(texts)")
  }

  @Test("The same workbook is the same bytes") func bytes() throws {
    #expect(try Self.book.bytes() == Self.book.bytes())
  }

  @Test("More text than a cell holds is shortened where it can be seen") func long() throws {
    let text = String(repeating: "ệ", count: 40_000)
    let book = Workbook(
      title: "", day: day("2024-06-20"),
      sheets: [.init("A", lines: [], columns: [.init("Mã", width: 9)], rows: [[.text(text)]])])
    let document = try DocumentFileReader().read(book.bytes(), name: "a.xlsx")
    let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.first?.rows.last?.cells.first?.text == String(repeating: "ệ", count: 32_766) + "…")
  }

  @Test("A name that no sheet can have is told") func wrongName() throws {
    let book = Workbook(title: "", day: day("2024-06-20"), sheets: [.init("a/b", lines: [], columns: [], rows: [])])
    #expect(throws: OfficeDocumentFailure.self) { try book.bytes() }
  }
}
