/// The Vietnamese words for blocks and fields; the first of each is the usual one, which messages show.
enum VietnameseKeywords {
  static func surfaces(of keyword: BlockKeyword) -> [String] {
    switch keyword {
    case .plan: ["kế hoạch"]
    case .unit: ["đơn vị"]
    case .group: ["nhóm"]
    case .event: ["sự kiện"]
    case .section: ["mục"]
    case .task: ["nhiệm vụ"]
    case .reminders: ["cách nhắc"]
    case .calendar: ["lịch"]
    case .test: ["kiểm thử"]
    }
  }

  static func surfaces(of key: FieldKey) -> [String] { fields[key] ?? [] }

  private static let fields: [FieldKey: [String]] = [
    .also: ["tên khác"], .note: ["ghi chú"], .source: ["nguồn"], .formerly: ["trước đây"], .number: ["số"],
    .year: ["năm"], .period: ["giai đoạn"], .calendar: ["lịch"], .issued: ["ban hành"],
    .issuedBy: ["cơ quan ban hành"], .focalPoint: ["đầu mối"], .leader: ["lãnh đạo"], .remind: ["nhắc"],
    .dayOff: ["ngày nghỉ"], .basis: ["căn cứ"], .replaces: ["thay thế"], .classified: ["độ mật"],
    .extraColumns: ["cột bổ sung"],
    .kind: ["loại"], .partOf: ["thuộc"], .superior: ["cấp trên"], .email: ["email"], .webhook: ["webhook"],
    .channel: ["kênh"], .language: ["ngôn ngữ"], .mergedInto: ["sáp nhập vào"],
    .members: ["thành viên"], .except: ["trừ"],
    .happens: ["xảy ra"], .expected: ["dự kiến"], .watchedBy: ["theo dõi"], .allOf: ["đủ cả"], .anyOf: ["một trong"],
    .goal: ["mục tiêu"],
    .product: ["sản phẩm"], .lead: ["chủ trì"], .support: ["phối hợp"],
    .due: ["hạn", "tiến độ", "thời gian hoàn thành"], .covers: ["kỳ số liệu"], .event: ["sự kiện"],
    .review: ["thẩm định"], .submitTo: ["trình"], .addressees: ["nơi nhận"], .activities: ["hoạt động"],
    .asWritten: ["nguyên văn"], .withdrawn: ["bãi bỏ"], .confirmedBy: ["xác nhận"], .section: ["mục"],
    .plan: ["kế hoạch"],
    .basedOn: ["dựa trên"], .before: ["trước"], .atStart: ["bắt đầu"], .during: ["trong kỳ"],
    .onTheDay: ["đúng hạn"], .overdue: ["quá hạn"], .tellSuperior: ["báo cấp trên"], .ask: ["hỏi"],
    .askToConfirm: ["hỏi xác nhận"],
    .askToAccept: ["hỏi tiếp nhận"],
    .askForProgress: ["hỏi tiến độ"],
    .audience: ["gửi tới"], .at: ["lúc"], .urgent: ["khẩn"], .attachCalendar: ["kèm lịch"],
    .timeZone: ["múi giờ"], .law: ["luật tính thời hạn"], .weeklyDaysOff: ["nghỉ hằng tuần", "nghỉ hàng tuần"],
    .officeHours: ["giờ làm việc"], .holiday: ["ngày lễ"],
    .onWeeklyDayOff: ["trùng ngày nghỉ hằng tuần", "trùng ngày nghỉ hàng tuần"], .schoolYear: ["năm học"],
    .term: ["học kỳ", "học kì"], .fiscalYear: ["năm tài chính"],
    .addsTo: ["bổ sung cho"], .announced: ["công bố"], .off: ["nghỉ"], .work: ["làm bù"], .swap: ["hoán đổi"],
    .today: ["hôm nay"], .given: ["cho"], .expect: ["mong đợi"],
  ]
}
