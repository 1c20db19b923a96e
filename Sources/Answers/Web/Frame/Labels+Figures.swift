import Diagnostics

/// Of the pages about plans, units, years and the statistic.
extension Labels {
  static let figures: [String: Bilingual] = [
    "wRemark": .init(vi: "Ghi chú", en: "Note"), "wChart": .init(vi: "Biểu đồ", en: "Chart"),
    "wTimeline": .init(vi: "Trục thời gian theo đơn vị", en: "Timeline by unit"),
    "wStanding": .init(vi: "Tình hình thực hiện", en: "How the work stands"),
    "wDocument": .init(vi: "Văn bản", en: "The document"),
    "wFrom": .init(vi: "Hạn từ ngày", en: "Due from"), "wTo": .init(vi: "đến hết ngày", en: "to"),
    "wAsOfDay": .init(vi: "Tính đến ngày", en: "As of"), "wCount": .init(vi: "Tính lại", en: "Count"),
    "wByMonth": .init(vi: "Số việc đến hạn theo tháng", en: "Work by the month in which it is due"),
    "wError": .init(vi: "Lỗi:", en: "Error:"),
    "wBy": .init(vi: "Mỗi dòng là", en: "A row is"), "wPlan": .init(vi: "Kế hoạch", en: "Plan"),
    "wAllPlans": .init(vi: "Tất cả", en: "All"), "wFiles": .init(vi: "Tải về", en: "Files"),
    "wUnit": .init(vi: "Đơn vị", en: "Unit"), "wUnits": .init(vi: "Các đơn vị", en: "Units"),
    "wSection": .init(vi: "Mục", en: "Section"),
    "wWhyLate": .init(vi: "Vì sao trễ", en: "Why late"),
    "wCauses": .init(vi: "Số ngày trễ theo nguyên nhân", en: "Days late by their causes"),
    "wSum": .init(vi: "Cộng", en: "Sum"), "wContact": .init(vi: "Liên hệ", en: "Contact"),
    "wFeed": .init(vi: "Lịch của đơn vị", en: "The unit's calendar"),
    "wFeedNote": .init(
      vi: "Muốn thấy hạn trong Outlook, Google Calendar hoặc điện thoại: đề nghị người quản trị lập địa chỉ lịch, rồi "
        + "đăng ký địa chỉ đó một lần. Lịch tự cập nhật, có thể chậm vài giờ; thư nhắc mới là căn cứ.",
      en: "To see due days in Outlook, Google Calendar or on a phone, ask the administrator for the address of a "
        + "calendar and subscribe to it once. It updates by itself, hours late at times; the mails are what counts."),
    "wTimelineNote": .init(
      vi: "Mỗi thanh là một khoảng thực hiện, từ ngày mở đến hết hạn, chia theo trạng thái; hình thoi là việc chỉ có "
        + "ngày hạn.",
      en: "A bar is the time for work, from the day it opens to the day it is due, divided by state; a diamond is work "
        + "that only has a day."),
    "wQuarters": .init(
      vi: "Đã xong trên tổng số việc đến hạn, theo quý", en: "Done of what is due, by quarter"),
  ]
}
