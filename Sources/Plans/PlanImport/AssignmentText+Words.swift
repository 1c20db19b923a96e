/// The words by which assignments are taken apart.
extension AssignmentText.Part {
  /// Verbs that say what a unit does, and never end a name.
  static let duties: Set<String> = [
    "chủ trì", "phối hợp", "tham mưu", "thực hiện", "là đầu mối", "làm đầu mối", "phụ trách", "triển khai",
    "tham gia",
    "báo cáo", "trình", "đề xuất",
  ]

  static let bareKinds: Set<String> = [
    "đoàn", "đội", "tổ", "ban", "nhóm", "trạm", "phòng", "bộ phận", "chi cục", "cục", "trung tâm", "hội đồng",
  ]

  static let compounds: [String: Set<String>] = [
    "trình": ["công", "chương", "lộ", "giáo", "quy", "tiến", "quá", "tờ", "hành", "phương"],
    "lập": ["thành", "độc", "công", "xác", "dân", "tự", "đối", "trung"], "giao": ["bàn", "chuyển", "ngoại", "xã"],
    "cử": ["bầu", "ứng", "đề", "tuyển"], "giúp": ["trợ"], "gửi": ["ký", "tiền"], "lý": ["quản"],
  ]

  static let verbs = [
    "chủ trì", "phối hợp", "tham mưu", "tổng hợp", "thực hiện", "triển khai", "gửi", "trình", "rà soát", "chủ động",
    "hướng dẫn", "tiếp tục", "xây dựng", "báo cáo", "tổ chức", "đề xuất", "thẩm định", "tuyên truyền",
    "có trách nhiệm",
    "chịu trách nhiệm", "căn cứ", "theo dõi", "theo", "để", "trên cơ sở", "ban hành", "mời", "thuê", "giúp",
    "cung cấp",
    "đối với", "là đầu mối", "làm đầu mối", "phụ trách", "cập nhật", "kiểm tra", "đôn đốc", "lập", "xử lý",
    "soạn thảo",
    "được giao", "quản lý", "vận hành", "cử", "tham gia", "phê duyệt", "cho ý kiến", "nghiên cứu", "đăng tải",
    "sử dụng",
    "hoàn thiện", "đảm bảo", "bảo đảm", "tăng cường", "chỉ đạo", "giao", "đề nghị", "yêu cầu", "khai thác",
    "chấm điểm", "công bố", "bố trí", "thành lập", "chuẩn bị", "nộp", "thông báo",
    "khởi công", "giải ngân", "khẩn trương", "tập trung", "tích cực", "kịp thời", "nghiêm túc",
  ]
}
