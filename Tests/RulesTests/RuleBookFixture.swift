import Diagnostics
import Rules

/// Small rule books written in the tests, over a calendar of their own.
enum RuleBookFixture {
  static let shipped = [
    SourceText(
      name: "share/shipped.rules",
      text: """
        lịch vn: Việt Nam
          luật tính thời hạn: vn-civil-code
          nghỉ hằng tuần: thứ Bảy, Chủ nhật
          ngày lễ: 01/01 (Tết Dương lịch)

        lịch vn-2024: Ngày nghỉ năm 2024
          bổ sung cho: Việt Nam
          năm: 2024
          nghỉ: 01/01/2024 (Tết Dương lịch)

        cách nhắc tieu-chuan: tiêu chuẩn
          tên khác: standard
          trước: 7, 1 ngày
          lúc: 08:00
        """)
  ]

  static let base = """
    kế hoạch kh: Kế hoạch năm 2024
      năm: 2024
      lịch: Việt Nam
      đầu mối: Văn phòng Sở

    đơn vị vp: Văn phòng Sở
      tên khác: Văn phòng

    nhiệm vụ I.1: Việc thứ nhất
      hạn: Quý I/2024

    """

  /// The base rule book with `text` behind it.
  static func read(_ text: String, base: String = base) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
    RuleBook.read(own: [SourceText(name: "so/plan.rules", text: base + "\n" + text)], shipped: shipped)
  }

  static func read(files: [(String, String)]) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
    RuleBook.read(own: files.map { SourceText(name: $0.0, text: $0.1) }, shipped: shipped)
  }
}
