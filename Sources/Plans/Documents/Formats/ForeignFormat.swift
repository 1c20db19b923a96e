package import Diagnostics

/// A format that is read through programs of others, where they are installed.
package enum ForeignFormat: Hashable, CaseIterable, Sendable {
  case pdf, oldWord, oldExcel, richText, openText, openSheet

  /// The Debian packages whose programs read it.
  package var packages: [String] {
    switch self {
    case .pdf: ["bubblewrap", "poppler-utils"]
    case .oldWord, .richText, .openText: ["bubblewrap", "libreoffice-writer-nogui"]
    case .oldExcel, .openSheet: ["bubblewrap", "libreoffice-calc-nogui"]
    }
  }

  /// The failure where these programs are not at hand: what the file is, and the ways to read it.
  package var notRead: DocumentFileFailure {
    let packages = packages.joined(separator: " ")
    return DocumentFileFailure(
      .program,
      vi: "đây là \(name.vi), chỉ đọc được khi máy có các gói cần thiết: apt install \(packages); hoặc \(advice.vi)",
      en:
        "this is \(name.en), which is read where these packages are installed: apt install \(packages); or \(advice.en)"
    )
  }

  /// What it is called.
  package var name: Bilingual {
    switch self {
    case .pdf: Bilingual(vi: "tệp PDF", en: "a PDF")
    case .oldWord: Bilingual(vi: "tệp Word đời cũ (.doc)", en: "an old Word file (.doc)")
    case .oldExcel: Bilingual(vi: "tệp Excel đời cũ (.xls)", en: "an old Excel file (.xls)")
    case .richText: Bilingual(vi: "tệp RTF", en: "an RTF file")
    case .openText: Bilingual(vi: "tệp OpenDocument (.odt)", en: "an OpenDocument file (.odt)")
    case .openSheet: Bilingual(vi: "tệp OpenDocument (.ods)", en: "an OpenDocument file (.ods)")
    }
  }

  /// What a person can do instead, as the rest of a sentence.
  package var advice: Bilingual {
    switch self {
    case .pdf:
      Bilingual(
        vi: "xin tệp Word (.docx) của đơn vị soạn thảo", en: "ask the author for the Word file (.docx)")
    case .oldWord, .richText, .openText:
      Bilingual(
        vi: "mở bằng Word hay LibreOffice và lưu thành .docx (Lưu dưới dạng)",
        en: "open it in Word or LibreOffice and save it as .docx (Save As)")
    case .oldExcel, .openSheet:
      Bilingual(
        vi: "mở bằng Excel hay LibreOffice và lưu thành .xlsx (Lưu dưới dạng)",
        en: "open it in Excel or LibreOffice and save it as .xlsx (Save As)")
    }
  }
}
