/// What the bytes of a file are, whatever its name says.
enum FileFormat: Equatable {
  case text
  case zip
  case refused(Refusal)

  /// Formats that are known by their first bytes and not read.
  enum Refusal: Equatable {
    case oldWord, oldExcel, oldOffice, encryptedOffice, pdf, richText, image, archive, program, webArchive, wordXML,
      excelXML, flatODF
  }

  init(_ bytes: [UInt8]) {
    let start = bytes.prefix(1024)
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) || start.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .refused(FileFormat.compoundFile(bytes))
    } else if let refusal = FileFormat.byMagic(start) {
      self = .refused(refusal)
    } else if let refusal = FileFormat.byText(bytes.prefix(4096)) {
      self = .refused(refusal)
    } else {
      self = .text
    }
  }

  private static let magic: [(bytes: [UInt8], refusal: Refusal)] = [
    (Array("{\\rtf".utf8), .richText), ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF8".utf8), .image), ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
    (Array("BM".utf8) + [], .image), (Array("RIFF".utf8), .image), (Array("Rar!".utf8), .archive),
    ([0x37, 0x7A, 0xBC, 0xAF], .archive), ([0x1F, 0x8B], .archive), ([0x7F, 0x45, 0x4C, 0x46], .program),
  ]

  private static func byMagic(_ start: ArraySlice<UInt8>) -> Refusal? {
    if contains(Array("%PDF-".utf8), in: start) { return .pdf }
    if start.dropFirst(4).starts(with: Array("ftyphei".utf8)) { return .image }
    // Two letters could begin a text, too: then nothing but text follows.
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

  /// Old office files and encrypted new ones share a container, whose folder names its streams in UTF-16.
  private static func compoundFile(_ bytes: [UInt8]) -> Refusal {
    func hasStream(_ name: String) -> Bool {
      contains(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, in: bytes[...])
    }
    if hasStream("EncryptedPackage") { return .encryptedOffice }
    if hasStream("WordDocument") { return .oldWord }
    if hasStream("Workbook") || hasStream("Book") { return .oldExcel }
    return .oldOffice
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
