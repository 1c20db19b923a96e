import Diagnostics
import Documents

extension Sandbox.Failure {
  /// The failure to read a document in `format`, in words.
  func reading(_ format: ForeignFormat) -> DocumentFileFailure {
    switch self {
    case .missing: format.notRead
    case .noNamespaces(let complaint):
      DocumentFileFailure(
        .sandbox,
        vi:
          "đây là \(format.name.vi), phải đọc bằng chương trình khác trong vùng cách ly (bubblewrap), mà máy này không lập "
          + "được (\(complaint)), nên không đọc; hãy nhờ người quản trị máy cho phép user namespaces, hoặc \(format.advice.vi)",
        en: "this is \(format.name.en), which other programs read inside a sandbox (bubblewrap); none can be made here "
          + "(\(complaint)), so it is not read; ask whoever runs the machine to allow user namespaces, or \(format.advice.en)"
      )
    case .tooSlow:
      DocumentFileFailure(
        .effort, vi: "đọc tệp này quá lâu nên đã dừng; \(Self.smaller.vi), hoặc \(format.advice.vi)",
        en: "reading this file takes too long and was stopped; \(Self.smaller.en), or \(format.advice.en)")
    case .tooMuchMemory:
      DocumentFileFailure(
        .effort, vi: "đọc tệp này cần quá nhiều bộ nhớ nên đã dừng; \(Self.smaller.vi), hoặc \(format.advice.vi)",
        en: "reading this file takes too much memory and was stopped; \(Self.smaller.en), or \(format.advice.en)")
    case .tooMuchOutput:
      DocumentFileFailure(
        .tooLarge, vi: "nội dung của tệp quá lớn; \(Self.smaller.vi), hoặc \(format.advice.vi)",
        en: "what is in the file is too large; \(Self.smaller.en), or \(format.advice.en)")
    }
  }

  private static let smaller = Bilingual(
    vi: "hãy tách phần có bảng nhiệm vụ ra một tệp riêng", en: "put the part with the task table into a file of its own"
  )
}

extension DocumentFileFailure {
  static let lockedPDF = DocumentFileFailure(
    .encrypted,
    vi: "PDF được bảo vệ bằng mật khẩu nên không mở được; hãy xin tệp không có mật khẩu, hoặc tệp Word (.docx)",
    en: "the PDF is protected by a password; ask for a file without one, or for the Word file (.docx)")

  static let damagedPDF = damaged(vi: "không phải PDF hợp lệ", en: "it is no valid PDF")

  static let notConverted = damaged(
    vi: "LibreOffice không mở được, hoặc tệp có mật khẩu", en: "LibreOffice cannot open it, or it has a password")

  /// - Parameters:
  ///   - page: the first page that is a picture.
  ///   - count: how many there are.
  static func scanned(page: Int, of count: Int) -> DocumentFileFailure {
    DocumentFileFailure(
      .scanned,
      vi:
        "PDF có \(count) trang là ảnh quét hoặc không có chữ (trang đầu tiên: \(page)), nên không đọc; hãy xin tệp Word "
        + "(.docx) hoặc PDF xuất từ Word của đơn vị soạn thảo, hoặc cài gói nhận dạng chữ: apt install tesseract-ocr tesseract-ocr-vie",
      en:
        "\(count) pages of the PDF are scanned pictures or have no text (the first one: \(page)), so it is not read; ask "
        + "the author for the Word file (.docx) or the PDF that Word made, or install text recognition: apt install "
        + "tesseract-ocr tesseract-ocr-vie")
  }
}
