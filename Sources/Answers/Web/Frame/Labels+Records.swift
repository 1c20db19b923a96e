import Diagnostics

/// Of the pages about months, events, letters, rules and wordings.
extension Labels {
  static let records: [String: Bilingual] = [
    "wDaysOff": .init(vi: "Ngày nghỉ", en: "Days off"),
    "wLunar": .init(vi: "âm lịch", en: "lunar"),
    "wMonthNote": .init(
      vi: "Số nhỏ là ngày âm lịch. Nền sẫm là ngày nghỉ.",
      en: "The small numbers are days of the Vietnamese lunar calendar. Shaded days are off."),
    "wToday": .init(vi: "Hôm nay", en: "Today"),
    "wDueInMonth": .init(vi: "Việc đến hạn trong tháng", en: "Due this month"),

    "wComingNote": .init(
      vi:
        "Nếu đến ngày đó không có ghi nhận gì thêm; trong ngoặc là số việc, số sự kiện. Không kể bản tổng hợp hằng tuần.",
      en:
        "If nothing more is recorded by then; in brackets, of how many duties or events. Weekly sheets are not counted."
    ),

    "wEvent": .init(vi: "Sự kiện", en: "Event"),
    "wWaiting": .init(vi: "Việc chờ", en: "What waits"),
    "wWatchers": .init(vi: "Đơn vị theo dõi", en: "Watched by"),
    "wExpected": .init(vi: "Dự kiến", en: "Expected"),
    "wAskedAgain": .init(vi: "Hỏi lại", en: "Asked again"),
    "wTimetables": .init(vi: "Tiến độ, kế hoạch của cơ quan khác đang chờ", en: "Timetables of others awaited"),
    "wTimetable": .init(vi: "Theo", en: "Set by"),
    "wEventsHappened": .init(vi: "Sự kiện đã xảy ra", en: "Events that happened"),
    "wHappenedOn": .init(vi: "Ngày", en: "Day"),
    "wDocumentNumber": .init(vi: "Văn bản", en: "Document"),
    "wRecorded": .init(vi: "Ghi nhận ngày", en: "Recorded"),
    "wConcerns": .init(vi: "Việc liên quan", en: "Work concerned"),

    "wOtherActs": .init(vi: "Ghi điều khác về việc này", en: "Record something else of it"),
    "wIsItRight": .init(vi: "Có đúng như vậy không?", en: "Is it right?"),
    "wYesRecord": .init(vi: "Đúng như vậy, ghi nhận", en: "It is right, record it"),
    "wWhenSent": .init(vi: "Khi gửi:", en: "When it is sent:"),
    "wAlso": .init(vi: "Thay đổi theo:", en: "This changes too:"),
    "wAfter": .init(vi: "Tiếp theo", en: "What comes next"),
    "wRecordEvent": .init(vi: "Ghi nhận đã xảy ra", en: "Record that it happened"),
    "wCases": .init(vi: "Ghi nhận từng vụ việc", en: "Record a case"),
    "wRecordHere": .init(vi: "Ghi nhận", en: "Record"),

    "wWhen": .init(vi: "Lúc", en: "When"),
    "wLetter": .init(vi: "Thư", en: "Message"),
    "wSentTo": .init(vi: "Tới", en: "To"),
    "wOutcome": .init(vi: "Kết quả", en: "Outcome"),
    "wByOutcome": .init(vi: "Lọc theo kết quả", en: "By outcome"),
    "wOlder": .init(vi: "Cũ hơn", en: "Older"),
    "wLatest": .init(vi: "Mới nhất", en: "Latest"),
    "wWhyNot": .init(vi: "Lý do không gửi", en: "Why not"),
    "wNotices": .init(vi: "Các việc được nhắc", en: "What it says"),
    "wAddresses": .init(vi: "Nơi nhận", en: "Addresses"),
    "wLetterText": .init(vi: "Nội dung", en: "Text"),

    "wEarlier": .init(vi: "Trước đó", en: "Earlier"),
    "wWouldChange": .init(vi: "Bản đang chờ thay đổi gì", en: "What it would change"),
    "wAcceptHint": .init(
      vi: "Người quản trị đồng ý bằng lệnh nhacviec rules accept.",
      en: "An administrator accepts it with nhacviec rules accept."),
    "wSeeFiles": .init(vi: "Xem tệp quy tắc", en: "See the rule files"),
    "wBecomes": .init(vi: "thành", en: "becomes"),
    "wChangedRules": .init(vi: "Quy tắc thay đổi", en: "Rules that changed"),
    "wChangedDuties": .init(vi: "Việc thay đổi", en: "Duties that changed"),
    "wFile": .init(vi: "Tệp", en: "File"),
    "wBlocks": .init(vi: "Số khối", en: "Blocks"),
    "wRemarks": .init(vi: "Lưu ý", en: "Remarks"),

    "wWording": .init(vi: "Lời ghi trong văn bản", en: "The wording, as the document has it"),
    "wWordingHint": .init(vi: "Chép nguyên lời, có hoặc không có dấu", en: "Word by word, with or without marks"),
    "wPlanYear": .init(vi: "Năm", en: "Year"),
    "wRead": .init(vi: "Đọc", en: "Read"),
    "wKind": .init(vi: "Loại", en: "Kind"),
    "wCanonicalVi": .init(vi: "Lời chuẩn", en: "In Vietnamese"),
    "wCanonicalEn": .init(vi: "Tiếng Anh", en: "In English"),
    "wRepairs": .init(vi: "Đã sửa", en: "Repaired"),
    "wReadings": .init(vi: "Các cách hiểu", en: "Readings"),
    "wReasons": .init(vi: "Vì sao", en: "Why"),
    "wDays": .init(vi: "Các ngày", en: "Days"),
    "wExamples": .init(vi: "Cũng đọc được", en: "These are read too"),

    "wForPrint": .init(vi: "Bản in khổ A4.", en: "To be printed on A4."),
    "wPrintHint": .init(
      vi: "In bằng lệnh của trình duyệt (Ctrl+P), hoặc tải tệp Word để sửa:",
      en: "Print it with the browser (Ctrl+P), or download the Word file to change it:"),
    "wNumberColumn": .init(vi: "TT", en: "No."),
    "wTotal": .init(vi: "Tổng số", en: "Total"), "wDone": .init(vi: "Đã xong", en: "Done"),
    "wOverdue": .init(vi: "Quá hạn", en: "Overdue"), "wSoon": .init(vi: "Đến hạn 7 ngày", en: "Due in 7 days"),
    "wReported": .init(vi: "Chờ xác nhận", en: "To be confirmed"),
    "wContent": .init(vi: "Nội dung", en: "Work"), "wSituation": .init(vi: "Tình hình", en: "How it stands"),
    "wInstructions": .init(vi: "Ý kiến chỉ đạo", en: "Instructions"),
    "wFigures": .init(vi: "1. Số liệu chung", en: "1. Figures"),
    "wOverdueHeading": .init(vi: "2. Việc quá hạn", en: "2. Overdue"),
    "wRequests": .init(vi: "4. Đề nghị", en: "4. What is asked"),
    "wReport": .init(vi: "BÁO CÁO", en: "REPORT"),
    "wRepublic": .init(vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM"),
    "wMotto": .init(vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness"),
    "wNumber": .init(vi: "Số:", en: "No.:"), "wRecipients": .init(vi: "Nơi nhận:", en: "To:"),
    "wForReport": .init(vi: " (để báo cáo);", en: ";"),
    "wToUnits": .init(vi: "Các đơn vị trực thuộc;", en: "the units of this office;"),
    "wFiled": .init(vi: "Lưu: VT.", en: "the files."),
    "wSignature": .init(vi: "(Chữ ký, dấu)", en: "(signature, seal)"),
    "wNothing": .init(vi: "Không có.", en: "None."),
  ]
}
