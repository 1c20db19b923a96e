/// The words of prose by which deadlines are found, folded.
extension ProseDeadlines {
  static let bases = [
    "căn cứ", "theo đề nghị", "xét đề nghị", "quán triệt", "thực hiện nghị quyết", "thực hiện quyết định",
    "thực hiện kế hoạch", "thực hiện chương trình", "thực hiện công văn", "thực hiện văn bản", "ban hành kèm theo",
    "(ban hành kèm theo", "kèm theo", "(kèm theo", "số:",
  ]

  /// Words with which a deadline begins that is to be kept.
  static let firmOpenings = [
    "trước ngày", "chậm nhất", "muộn nhất", "trước", "hoàn thành trước", "không quá", "trong vòng", "đến hết ngày",
    "định kỳ",
    "before", "no later than", "by", "within",
  ]

  static let openings: [String] =
    firmOpenings + [
      "hằng tuần", "hàng tuần", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng năm", "hàng năm", "mỗi tuần",
      "mỗi tháng", "mỗi quý", "mỗi năm", "trong quý", "trong tháng", "trong năm", "trong 6 tháng", "trong 06 tháng",
      "từ tháng", "từ quý", "vào thứ", "vào ngày", "từ nay đến", "từ nay tới", "đến hết năm", "đến hết quý",
      "đến hết tháng", "kể từ ngày",
      "từ ngày", "theo quý", "every", "quarterly",
      "monthly",
    ]

  /// These begin a deadline only at the beginning of a clause; elsewhere they tell what a document is about.
  static let firstOpenings = ["thường xuyên", "đến năm", "năm", "quý", "tháng", "đến quý", "đến tháng"]

  /// *dự toán hàng năm* says which money is meant, and not when.
  static let adjectives: Set<String> = ["hằng", "hàng"]
  static let money = ["kinh phí", "bố trí", "chi thường xuyên", "phê duyệt dự toán"]

  /// Parts of a plan that ask for nothing by a day.
  static let goals = [
    "mục tiêu", "quan điểm", "đánh giá", "tình hình", "yêu cầu", "mục đích", "hạn chế", "kết quả đạt được",
  ]

  /// Sentences that only say when something holds are no duties: *Chỉ thị này có hiệu lực kể từ ngày ký*.
  static let effects = ["có hiệu lực", "hết hiệu lực", "thay thế kế hoạch", "thay thế quyết định"]

  /// Words behind which a day or a period stands.
  static let timeWords = ["ngày", "tháng", "quý", "tuần", "hằng", "hàng", "năm"]
}
