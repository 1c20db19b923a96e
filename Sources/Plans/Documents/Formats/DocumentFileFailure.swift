package import Diagnostics

/// Why a file is not read as a document: what was found, what was expected and what to do.
package struct DocumentFileFailure: Error, Sendable {
  /// Codes that never change, because pages and scripts rely on them.
  package enum Code: String, CaseIterable, Sendable {
    /// The file has no bytes, or no text.
    case empty = "document-empty"
    /// The file exceeds a limit of `DocumentLimits`.
    case tooLarge = "document-too-large"
    /// The file has a format that is not read, though a program can save it in one that is.
    case format = "document-format"
    /// A password is needed to open it.
    case encrypted = "document-encrypted"
    /// The file is cut off or broken.
    case damaged = "document-damaged"
    /// Text in TCVN3, VNI or another encoding than Unicode.
    case encoding = "document-encoding"
    /// XML with a document type, which office programs never write.
    case unsafe = "document-unsafe"
    /// Programs that read the format are not installed.
    case program = "document-program"
    /// Programs of others cannot be kept apart here, and are not run.
    case sandbox = "document-sandbox"
    /// Reading takes too much time or memory.
    case effort = "document-effort"
    /// Pages are pictures, whose text is not recognised here.
    case scanned = "document-scanned"
  }

  package var code: Code
  package var words: Bilingual

  package init(_ code: Code, vi: String, en: String) {
    self.code = code
    words = Bilingual(vi: vi, en: en)
  }
}

extension DocumentFileFailure {
  package init(_ excess: DocumentExcess) {
    switch excess {
    case .rows(let limit):
      self = .tooMany(vi: "\(limit) hàng trong các bảng", en: "\(limit) table rows")
    case .columns(let limit):
      self = .tooMany(vi: "\(limit) cột trong một bảng", en: "\(limit) columns in a table")
    case .cells(let limit):
      self = .tooMany(vi: "\(limit) ô trong các bảng", en: "\(limit) table cells")
    case .textSize(let limit):
      self = .tooMany(vi: "\(limit >> 20) MB chữ", en: "\(limit >> 20) MB of text")
    case .nestedTables(let limit):
      self = .tooMany(vi: "\(limit) bảng lồng trong nhau", en: "\(limit) tables inside one another")
    }
  }

  /// `vi` and `en` say which limit is exceeded, and of what.
  package static func tooMany(vi: String, en: String) -> DocumentFileFailure {
    DocumentFileFailure(
      .tooLarge, vi: "tệp có quá \(vi), vượt giới hạn đọc; hãy tách phần có bảng nhiệm vụ ra một tệp riêng",
      en: "the file has more than \(en), which is the limit; put the part with the task table into a file of its own")
  }

  static let tooSlow = DocumentFileFailure(
    .tooLarge,
    vi:
      "đọc tệp này quá lâu vì có quá nhiều dấu định dạng (*, [, <, |) liền nhau; hãy tách phần có bảng nhiệm vụ ra một tệp riêng",
    en:
      "reading this file takes too long, as too many marks (*, [, <, |) follow one another; put the part with the task table into a file of its own"
  )

  static func fileTooLarge(limit: Int) -> DocumentFileFailure {
    DocumentFileFailure(
      .tooLarge,
      vi: "tệp lớn hơn giới hạn \(limit >> 20) MB; hãy bỏ hình ảnh hoặc tách phần có bảng nhiệm vụ ra tệp riêng",
      en:
        "the file is larger than the limit of \(limit >> 20) MB; remove pictures, or put the part with the task table "
        + "into a file of its own")
  }

  static let empty = DocumentFileFailure(
    .empty, vi: "tệp rỗng, không có nội dung nào; hãy kiểm tra lại tệp đã chép hoặc tải về",
    en: "the file is empty; check the file that was copied or downloaded")

  package static let locked = DocumentFileFailure(
    .encrypted, vi: "tệp được bảo vệ bằng mật khẩu nên không mở được; hãy mở tệp, bỏ mật khẩu rồi lưu lại",
    en: "the file is protected by a password; open it, remove the password and save it")

  /// `vi` and `en` say what is broken.
  package static func damaged(vi: String, en: String) -> DocumentFileFailure {
    DocumentFileFailure(
      .damaged,
      vi: "tệp bị hỏng hoặc bị cắt giữa chừng (\(vi)); hãy chép hoặc tải lại, hoặc mở bằng Word, Excel hay LibreOffice "
        + "rồi lưu lại",
      en: "the file is damaged or cut off (\(en)); copy or download it again, or open it in Word, Excel or LibreOffice "
        + "and save it anew")
  }
}
