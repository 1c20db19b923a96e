/// Vietnamese encodings from before Unicode, whose bytes or letters only their own fonts show rightly.
enum LegacyEncoding: CaseIterable {
  /// TCVN 5712:1993 VN3 (ABC), fonts named .Vn…: one sign a letter, *KÕ ho¹ch c¶i c¸ch*.
  case tcvn3
  /// VNI-Windows, fonts named VNI-…: the marks stand behind the letter, *Keá hoaïch caûi caùch*.
  case vni
  /// Microsoft's code page: letters composed with tone marks, shown in a Western code page as *Kêì hoaòch*.
  case windows1258

  /// The encoding of `texts`, which were decoded as Unicode or windows-1252; nil if it is none of these.
  ///
  /// Signs that only one of the encodings puts into words are compared with letters that only Unicode has, so that a
  /// few such signs do not condemn a long text.
  static func recognise(_ texts: some Sequence<String>) -> LegacyEncoding? {
    var evidence = Evidence()
    for text in texts {
      var text = text
      text.withUTF8 { bytes in
        if Evidence.mayHaveAny(bytes) { evidence.add(bytes) }
      }
    }
    return evidence.verdict
  }

  static func recognise(_ document: SourceDocument) -> LegacyEncoding? {
    var evidence = Evidence()
    func add(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        if Evidence.mayHaveAny(bytes) { evidence.add(bytes) }
      }
    }
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph): add(paragraph.text)
      case .table(let table): for row in table.rows { for cell in row.cells { add(cell.text) } }
      }
    }
    return evidence.verdict
  }

  var name: String {
    switch self {
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .windows1258: "windows-1258"
    }
  }

  var failure: DocumentFileFailure {
    let source = self == .windows1258 ? "Vietnamese locale CP 1258" : self == .vni ? "VNI Windows" : "TCVN3 (ABC)"
    return DocumentFileFailure(
      .encoding,
      vi: "chữ trong tệp theo bảng mã \(name), không phải Unicode; hãy chuyển mã sang Unicode trước (UniKey: "
        + "Ctrl+Shift+F6, Nguồn \(source), Đích Unicode), soát lại chữ rồi lưu tệp",
      en: "the text is in \(name), not Unicode; convert it to Unicode first (UniKey: Ctrl+Shift+F6, source \(source), "
        + "destination Unicode), check the words and save the file")
  }

  static let unknown = DocumentFileFailure(
    .encoding,
    vi:
      "chữ trong tệp không phải Unicode (UTF-8) và không nhận ra bảng mã; hãy mở tệp bằng chương trình đã tạo ra nó và lưu "
      + "với mã hóa UTF-8",
    en: "the text is not Unicode (UTF-8) and its encoding is not known; open the file in the program that made it and "
      + "save it as UTF-8")
}
