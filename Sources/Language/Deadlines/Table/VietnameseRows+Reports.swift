import CivilCalendar

/// What is reported, around its day.
extension VietnameseRows {
  @Rows static var reports: [Row] {
    // What is reported, behind its day: *trước ngày 10/5, các đơn vị gửi báo cáo quý I năm 2024*.
    Row("told", vi: "[{filler}] {bounded} [,|:] {object}", build: { Make.covering($0[2], $0[1]) })
    Row(
      "segment", vi: "{body} [,|:] {object}", cost: 1,
      build: { parts in
        switch parts[0].item?.form {
        case .each(_, let places)?: places.isEmpty ? nil : parts[0]
        case .at(let places)?: places.allSatisfy({ $0.opens != nil }) ? parts[0] : nil
        default: nil
        }
      })
    Row("object", vi: "{matter} {reported} [{tail}]", cost: 1, build: { $0[1] })
    Row("object", vi: "{matter} {reported} [,] [và] {object}", cost: 1, build: { $0[1] })
    Row("matter", vi: "[{filler}] {about}|{filler} (của|cho)", build: { _ in .number(0) })
    Row(
      "about",
      vi:
        "(báo cáo [ước tính|sơ bộ|chính thức|nhanh]|kết quả|số liệu|dự toán|quyết toán|kế hoạch|tờ khai|tình hình|công tác|hoạt động|trung hạn|đầu tư công|thuế|ngân sách [nhà nước|địa phương]|lương|phí|doanh thu|tài chính|thống kê|lao động|chi phí|bảo hiểm [y tế|xã hội]|bhyt|bhxh) [của|trong|cho]",
      build: { _ in .number(0) })
    Row(
      "reported", vi: "{period}", build: { parts in Make.isEach(parts[0].period?.root ?? .each(nil)) ? nil : parts[0] })
    Row("reported", vi: "[{n} năm] [,] giai đoạn {y} (-|–|đến) {z:y}", build: { _ in .number(0) })
    Row("reported", vi: "{n} tháng [đầu|cuối] [{year}]", build: { _ in .number(0) })
    // The window that a report's figures cover, before its day.
    Row(
      "segment",
      vi:
        "[{filler}] (trong kỳ|số liệu|kỳ số liệu|thời gian chốt số liệu|thời gian lấy số liệu|thời kỳ lấy số liệu|kỳ báo cáo|kỳ thống kê) [báo cáo|thống kê] [{n} tháng|{unit}] [:] [được] [lấy|chốt] {range} (,|;|.) [{more:filler}] [:] {bounded}",
      cost: -6, build: { Make.form($0[5]).flatMap(Make.item) })
  }
}
