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
      "hằng ngày", "hàng ngày", "hằng tuần", "hàng tuần", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý",
      "hằng năm", "hàng năm", "mỗi tuần",
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

  /// Two words that tell what an office does, beside those of `AssignmentText`.
  static let work: Set<String> = [
    "sưu tầm", "in ấn", "hoàn thành", "vận động", "phát động", "họp giao", "làm việc", "tiếp tục", "tiếp nhận",
    "tiếp công", "tiếp đón", "khảo sát", "tập huấn", "bồi dưỡng", "đào tạo", "tổng kết", "sơ kết", "khen thưởng",
    "biểu dương", "tuyên dương", "trưng bày", "triển lãm", "khai mạc", "bế mạc", "khánh thành", "ra mắt", "ra quân",
    "thăm hỏi", "tặng quà", "trao tặng", "trao giải", "vệ sinh", "trang trí", "sửa chữa", "nâng cấp", "mua sắm",
    "lắp đặt", "bàn giao", "nghiệm thu", "thanh toán", "quyết toán", "giải quyết", "tháo gỡ", "phân công", "phân bổ",
    "phát hành", "biên soạn", "biên tập", "số hóa", "niêm yết", "giám sát", "thẩm tra", "thanh tra", "nắm tình",
    "điều tra", "thống kê", "thu thập", "đánh giá", "xếp loại", "bình xét", "lựa chọn", "tuyển chọn", "tuyển dụng",
    "chấm thi", "ôn tập", "luyện tập", "diễn tập", "biểu diễn", "giao lưu", "hỗ trợ", "đồng hành", "khám sức",
    "khám bệnh", "tiêm chủng", "phun thuốc", "lồng ghép", "huy động", "kêu gọi", "ủng hộ", "đăng ký", "ký kết",
    "rút kinh", "chuyển giao", "cấp phát", "chi trả", "thu hồi", "mở lớp", "mở rộng", "mở cửa", "duy trì", "phát huy",
    "phổ biến", "quán triệt", "học tập", "trồng cây", "dâng hương", "viếng nghĩa", "trực báo", "trực tết", "bảo vệ",
    "phối kết", "cam kết", "rà soát", "thẩm định", "kiểm kê", "kiểm soát", "kiểm điểm", "đối chiếu", "tham dự",
    "tham quan", "trả lời", "phản hồi", "giải trình", "xác minh", "xác nhận", "xem xét", "cho ý", "góp ý",
  ]

  /// Single words, which are taken behind longer names only.
  static let shortWork: Set<String> = [
    "in", "họp", "dự", "thăm", "mở", "làm", "nộp", "mua", "sửa", "treo", "trồng", "dọn", "chấm", "lắp", "ký", "viết",
    "gửi", "trao", "tặng", "đón", "phát", "dựng", "xây", "nạo", "tổng", "chốt", "báo", "đưa", "dạy", "nhận", "nấu",
    "quay",
  ]
}
