import Converters
import Documents
import TestSupport
import Testing

@Suite("Old office files and those of other programs, through LibreOffice", .enabled(if: Programs.hasLibreOffice))
struct OfficeFileTests {
  @Test(
    "Each format has the tables and sentences of the .docx or .xlsx",
    arguments: [
      ("ha-tinh-skhcn-2021.rtf", "ha-tinh-skhcn-2021.docx"), ("ha-tinh-skhcn-2021.odt", "ha-tinh-skhcn-2021.docx"),
      ("khanh-hoa-tinh-2021-2030.ods", "khanh-hoa-tinh-2021-2030.xlsx"),
    ])
  func same(_ name: String, _ original: String) throws {
    #expect(words(try document(try sample(name), name)) == words(try document(try sample(original), original)))
  }

  @Test("What a .doc is in truth decides: RTF goes through LibreOffice, a page does not") func disguised() throws {
    let bytes = try sample("ha-tinh-skhcn-2021.rtf")
    #expect(words(try document(bytes, "a.doc")).contains("Sở Khoa học và Công nghệ"))
    #expect(words(try document(Array("<html><p>Chỉ là trang".utf8), "a.doc")) == "Chỉ là trang")
  }

  @Test("Cut off, or of one mark alone", arguments: ["doc", "rtf", "odt", "xls", "ods"]) func damaged(_ suffix: String)
    throws
  {
    let plan = suffix == "xls" || suffix == "ods" ? "khanh-hoa-tinh-2021-2030" : "ha-tinh-skhcn-2021"
    let whole = try sample("\(plan).\(suffix)")
    for count in [600, whole.count / 2] {
      let found = failure(Array(whole.prefix(count)), "a.\(suffix)")
      // LibreOffice mends text that breaks off.
      #expect(found != nil || suffix == "rtf" || suffix == "doc", "\(count)")
      #expect(found?.code != .sandbox && found?.code != .program)
    }
  }
}

@Suite("Packed files of LibreOffice are looked at before it sees them")
struct OpenDocumentTests {
  private static let sheet = ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))

  @Test("Those that inflate beyond the limits, and those with a password, are refused") func refused() {
    var limits = DocumentLimits.standard
    limits.partSize = 1 << 20
    let bomb = StoredZip.packed([Self.sheet, ("content.xml", [UInt8](repeating: 0x20, count: 2 << 20))])
    #expect(failure(bomb, "a.ods", DocumentConverter(limits: limits))?.code == .tooLarge)
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    let locked = StoredZip.packed([Self.sheet, ("META-INF/manifest.xml", Array(manifest.utf8))])
    #expect(failure(locked, "a.ods")?.code == .encrypted)
  }
}
