/// The format of a file by its bytes, whatever its name says.
enum FileFormat: Equatable {
  case text
  case zip
  case foreign(ForeignFormat)
  case refused(Refusal)

  /// Formats that are recognised and not read.
  enum Refusal: Equatable {
    case oldOffice, encryptedOffice, image, archive, program, webArchive, wordXML, excelXML, flatODF
  }

  init(_ bytes: [UInt8]) {
    let start = bytes.prefix(1024)
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = FileFormat.compoundFile(bytes)
    } else if start.starts(with: Array("{\\rtf".utf8)) {
      self = .foreign(.richText)
    } else if FileFormat.contains(Array("%PDF-".utf8), in: start) {
      self = .foreign(.pdf)
    } else if let refusal = FileFormat.byMagic(start) {
      self = .refused(refusal)
    } else if let refusal = FileFormat.byText(bytes.prefix(4096)) {
      self = .refused(refusal)
    } else {
      self = .text
    }
  }

  private static let magic: [(bytes: [UInt8], refusal: Refusal)] = [
    ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image), ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
    (Array("BM".utf8) + [], .image), (Array("RIFF".utf8), .image), (Array("Rar!".utf8), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF], .archive), ([0x1F, 0x8B], .archive), ([0x7F, 0x45, 0x4C, 0x46], .program),
  ]

  private static func byMagic(_ start: ArraySlice<UInt8>) -> Refusal? {
    if start.dropFirst(4).starts(with: Array("ftyphei".utf8)) { return .image }
    // The two letters of a short mark could begin a text too, in which no zero byte follows.
    return magic.first {
      start.starts(with: $0.bytes) && ($0.bytes.count > 2 || $0.bytes[0] == 0x1F || start.contains(0))
    }?.refusal
  }

  private static func byText(_ start: ArraySlice<UInt8>) -> Refusal? {
    if start.starts(with: Array("MIME-Version:".utf8)) { return .webArchive }
    let text = String(decoding: start, as: UTF8.self)
    guard text.contains("<?xml") else { return nil }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .excelXML }
    if text.contains("schemas.microsoft.com/office/word/2003/wordml") { return .wordXML }
    if text.contains("http://schemas.microsoft.com/office/2006/xmlPackage") { return .wordXML }
    if text.contains("urn:oasis:names:tc:opendocument") { return .flatODF }
    return nil
  }

  /// Old office files and encrypted new ones share a container, whose directory has the names of its streams in UTF-16.
  private static func compoundFile(_ bytes: [UInt8]) -> FileFormat {
    func hasStream(_ name: String) -> Bool {
      contains(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, in: bytes[...])
    }
    if hasStream("EncryptedPackage") { return .refused(.encryptedOffice) }
    if hasStream("WordDocument") { return .foreign(.oldWord) }
    if hasStream("Workbook") || hasStream("Book") { return .foreign(.oldExcel) }
    return .refused(.oldOffice)
  }

  static func contains(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    let last = bytes.endIndex - needle.count
    var index = bytes.startIndex
    while index <= last, let found = bytes[index...last].firstIndex(of: first) {
      if bytes[found...].starts(with: needle) { return true }
      index = found + 1
    }
    return false
  }
}

extension FileFormat.Refusal {
  /// What the file is and how it becomes one that is read.
  var failure: DocumentFileFailure {
    switch self {
    case .wordXML:
      FileFormat.refused(vi: "tệp Word 2003 (.xml)", en: "a Word 2003 file (.xml)", "Word", "LibreOffice", to: ".docx")
    case .excelXML:
      FileFormat.refused(
        vi: "tệp Excel 2003 (.xml)", en: "an Excel 2003 file (.xml)", "Excel", "LibreOffice", to: ".xlsx")
    case .oldOffice:
      FileFormat.refused(
        vi: "tệp Office đời cũ", en: "an old office file", "Word, Excel", "LibreOffice", to: ".docx, .xlsx")
    case .flatODF:
      FileFormat.refused(
        vi: "tệp OpenDocument", en: "an OpenDocument file", "LibreOffice", "Word", to: ".docx, .xlsx")
    case .webArchive:
      FileFormat.refused(
        vi: "trang web lưu trọn gói (.mht)", en: "a web archive (.mht)", "Word", "a browser", vietnamese: "trình duyệt",
        to: ".docx, .html")
    case .encryptedOffice: .locked
    case .image: FileFormat.image
    case .archive: FileFormat.archive
    case .program:
      DocumentFileFailure(
        .format, vi: "tệp là chương trình, không phải văn bản; \(DocumentFileReader.expected.vi)",
        en: "the file is a program, not a document; \(DocumentFileReader.expected.en)")
    }
  }
}

extension FileFormat {
  static func refused(
    vi: String, en: String, _ program: String, _ other: String, vietnamese: String? = nil, to names: String
  ) -> DocumentFileFailure {
    DocumentFileFailure(
      .format,
      vi:
        "đây là \(vi), chương trình không đọc loại này; hãy mở bằng \(program) hoặc \(vietnamese ?? other) và lưu thành "
        + "\(names) (Lưu dưới dạng)",
      en: "this is \(en), which is not read; open it in \(program) or \(other) and save it as \(names) (Save As)")
  }

  static let image = DocumentFileFailure(
    .format,
    vi: "đây là hình ảnh, không có chữ để đọc; hãy xin tệp Word (.docx) của đơn vị soạn thảo, hoặc dùng phần mềm nhận "
      + "dạng chữ (OCR) rồi lưu thành .docx và soát lại",
    en: "this is a picture without text; ask the author for the Word file (.docx), or use text recognition (OCR), save "
      + "as .docx and check the result")

  static let archive = DocumentFileFailure(
    .format,
    vi:
      "đây là tệp nén, không phải văn bản; hãy giải nén rồi chọn tệp văn bản ở trong (\(DocumentFileReader.expected.vi))",
    en: "this is an archive, not a document; unpack it and name the document in it (\(DocumentFileReader.expected.en))")
}
