/// The words of headings, folded.
extension ColumnRole {
  static let numberNames: Set<String> = [
    "stt", "tt", "sốtt", "sốthứtự", "thứtự", "no", "#", "số", "mã", "mãsố", "id", "itemno", "mục",
    "mãwbs", "wbs", "kýhiệu", "mãhiệu", "mãviệc", "mãcôngviệc", "mãnhiệmvụ", "mãnv", "sốmục", "key", "code",
  ]

  /// The order matters: *thời gian thực hiện* is a deadline, *đơn vị chủ trì, phối hợp* an assignment.
  static let words: [(ColumnRole, [String])] = [
    (.rhythm, ["tần suất", "chu kỳ", "định kỳ", "frequency"]),
    (.start, ["bắt đầu", "khởi công", "ngày khởi đầu", "start", "start date"]),
    (.finish, ["kết thúc", "finish", "end date"]),
    (
      .deadline,
      [
        "thời gian", "thời hạn", "tiến độ", "lộ trình", "thời điểm", "hạn hoàn thành", "ngày hoàn thành", "hạn xử lý",
        "hạn thực hiện", "mốc thời gian", "hạn chót", "hạn gửi", "hạn nộp", "hạn báo cáo", "hạn trình", "deadline",
        "due",
        "due date", "timeline", "time", "timeframe", "schedule", "when", "date",
      ]
    ),
    (.note, ["ghi chú", "note", "notes", "remarks"]),
    (.deadline, ["bao giờ", "khi nào", "lúc nào", "xong trước"]),
    (.lead, ["ai làm", "ai lo", "ai phụ trách", "ai thực hiện", "ai chủ trì", "người làm", "người lo"]),
    (.support, ["ai giúp", "ai hỗ trợ", "ai phối hợp", "ai cùng làm", "người hỗ trợ", "người giúp", "đơn vị hỗ trợ"]),
    (.assignment, ["phân công"]),
    (.assignment, ["chủ trì phối hợp", "chủ trì và phối hợp", "trách nhiệm thực hiện"]),
    (.lead, ["chủ trì", "đầu mối", "owner", "lead", "lead unit", "responsible unit", "pic", "person in charge"]),
    (.support, ["phối hợp", "support", "supporting units", "supporting"]),
    (.lead, ["phụ trách"]),
  ]

  /// Headings that as a whole mean a deadline.
  static let deadlineNames: Set<String> = [
    "hạn", "kỳ hạn", "ngày xong", "ngày phải xong", "ngày hoàn tất", "ngày", "tháng", "quý", "tuần", "ngày, tháng",
    "ngày tháng", "thứ, ngày", "hoàn thành", "xong trước",
    "hoàn thành trước", "ngày trình", "ngày nộp", "ngày gửi", "ngày báo cáo", "khi nào", "bao giờ",
  ]
  /// Headings that mean the lead if no other column does.
  static let leadNames: Set<String> = [
    "đơn vị", "cơ quan", "bộ phận", "phòng", "phòng ban", "phòng, ban", "tên đơn vị", "thực hiện", "phụ trách",
    "cơ quan, đơn vị", "đơn vị, cá nhân", "người", "nhân sự", "unit", "department", "agency",
  ]
  static let startNames: Set<String> = ["từ", "từ ngày", "từ tháng"]
  static let finishNames: Set<String> = ["hoàn thành", "kết thúc", "đến", "end", "finish", "to"]
  /// Words whose heading means neither a lead nor a deadline.
  static let otherWords = [
    "thời gian giải quyết", "thời hạn giải quyết", "thời hạn bảo quản", "thời gian bảo hành", "thực tế", "đơn vị tính",
    "đơn vị nhận", "cơ quan nhận", "nơi nhận", "ban hành văn bản", "thụ hưởng",
    "họ và tên", "họ tên", "ngày ban hành", "ngày sinh", "năm sinh", "ngày ký", "ngày vào",
    "ngày tạo", "ngày giao", "ngày đến", "ngày cập nhật", "created",
  ]

  /// The same, where the heading does not name work that is watched (*Chuyên đề giám sát*).
  static let watchWords = ["giám sát", "theo dõi", "thẩm định"]

  static let leadNouns = [
    "khoa",
    "đơn vị", "cơ quan", "phòng", "bộ phận", "người", "cán bộ", "công chức", "viên chức", "nhân viên", "giáo viên",
    "tổ chức", "cá nhân", "đồng chí", "đ/c", "unit", "agency",
  ]
  static let leadVerbs = [
    "thực hiện", "phụ trách", "chịu trách nhiệm", "tham mưu", "xử lý", "được giao", "soạn thảo", "báo cáo", "trình",
    "triển khai", "đảm nhận", "chuẩn bị", "implementing", "responsible",
  ]
  static let productWords = [
    "sản phẩm", "kết quả", "đầu ra", "hình thức", "product", "output", "result", "deliverable", "outputs", "results",
  ]
  static let moneyWords = [
    "kinh phí", "dự toán", "vốn", "nguồn lực", "chi phí", "budget", "cost", "số lượng", "khối lượng", "chỉ tiêu",
  ]
  static let taskWords = [
    "nhiệm vụ", "công việc", "nội dung", "đầu việc", "hoạt động", "việc", "đề án", "giải pháp", "cách thức", "văn bản",
    "task", "tasks", "action", "actions", "activity", "activities", "work", "duty", "hạng mục", "báo cáo", "công tác",
    "chuyên đề", "sự kiện", "dự án", "chương trình", "đề tài", "tên", "item", "làm gì", "đầu mục",
  ]

  /// Words in headings that choose among columns whose cells are days, or names.
  static let dueHints = [
    "hạn", "xong", "hoàn thành", "trước", "trình", "nộp", "gửi", "ngày", "mốc", "dự kiến", "kết thúc", "lịch", "khi",
  ]
  static let leadHints = [
    "ai", "người", "đơn vị", "cơ quan", "cán bộ", "phụ trách", "chính", "thực hiện", "làm", "lo", "trưởng",
    "chủ đầu tư", "chủ nhiệm", "nhận", "tổ chức",
    "giao", "thầu", "đảm nhiệm", "đảm trách", "tham mưu", "thụ lý", "chuyên viên", "nhân sự", "nhân viên", "bộ phận",
    "phòng", "khoa", "nhóm", "lực lượng", "bên", "thi công", "giáo viên", "cá nhân", "nhân lực", "chủ",
  ]
  /// Lower headings below the one for who does the work.
  static let mainNames: Set<String> = ["chính", "đầu mối", "chủ trì", "phụ trách", "chủ công"]
  static let helperNames: Set<String> = [
    "hỗ trợ", "phối hợp", "phụ", "cùng thực hiện", "tham gia", "giúp việc", "cùng làm", "cộng tác",
  ]
  /// Words of headings whose offices are those that work is done for, with or about.
  static let objectWords = [
    "đối tượng", "địa bàn", "địa điểm", "phạm vi", "khách mời", "thành phần", "thành viên", "được kiểm tra",
    "được thanh tra", "thẩm tra", "ban hành", "phê duyệt", "quyết định", "trình", "gửi",
  ]
  /// What those do who help, behind the word for them.
  static let helpers = ["hỗ trợ", "phụ thêm", "phụ giúp", "giúp", "cùng làm", "cùng thực hiện"]
  static let supportHints = ["hỗ trợ", "cùng", "giúp", "tham gia"]
}
