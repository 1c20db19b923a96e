extension FileFormat.Refusal {
  /// What the file is and how it becomes one that is read.
  var failure: DocumentFileFailure {
    switch self {
    case .oldWord, .wordXML:
      FileFormat.refused(
        vi: "tệp Word đời cũ (.doc, .xml)", en: "an old Word file (.doc, .xml)", "Word", "LibreOffice", to: ".docx")
    case .oldExcel, .excelXML:
      FileFormat.refused(
        vi: "tệp Excel đời cũ (.xls, .xml)", en: "an old Excel file (.xls, .xml)", "Excel", "LibreOffice", to: ".xlsx")
    case .oldOffice:
      FileFormat.refused(
        vi: "tệp Office đời cũ", en: "an old office file", "Word, Excel", "LibreOffice", to: ".docx, .xlsx")
    case .flatODF:
      FileFormat.refused(
        vi: "tệp OpenDocument", en: "an OpenDocument file", "LibreOffice", "Word", to: ".docx, .xlsx")
    case .richText:
      FileFormat.refused(vi: "tệp RTF", en: "an RTF file", "Word", "LibreOffice", to: ".docx")
    case .webArchive:
      FileFormat.refused(
        vi: "trang web lưu trọn gói (.mht)", en: "a web archive (.mht)", "Word", "a browser", vietnamese: "trình duyệt",
        to: ".docx, .html")
    case .encryptedOffice: FileFormat.encrypted
    case .pdf: FileFormat.pdf
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

  static let encrypted = DocumentFileFailure(
    .encrypted, vi: "tệp được bảo vệ bằng mật khẩu nên không mở được; hãy mở tệp, bỏ mật khẩu rồi lưu lại",
    en: "the file is protected by a password; open it, remove the password and save it")

  static let pdf = DocumentFileFailure(
    .format,
    vi: "đây là tệp PDF, không giữ bảng nên không đọc được; hãy xin tệp Word (.docx) của đơn vị soạn thảo, hoặc mở PDF "
      + "bằng Word, lưu thành .docx và soát lại bảng",
    en:
      "this is a PDF, which keeps no tables and is not read; ask the author for the Word file (.docx), or open the PDF "
      + "in Word, save it as .docx and check the table")

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
