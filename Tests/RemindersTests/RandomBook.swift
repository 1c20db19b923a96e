import CivilCalendar
import Reminders
import RuleSyntax
import Rules
import TestSupport

/// A small rule book, its facts and its calendar, all from one number.
struct RandomBook {
  var office: DrawnOffice
  /// What was recorded, as readable lines.
  var story: [String] = []

  static let dues = [
    "chậm nhất 15/4/2024", "Quý II/2024", "trong năm 2024", "hằng tháng", "hằng quý, trước ngày 17 tháng cuối quý",
    "ngày 25 hằng tháng", "trước 16h00 ngày 06/5/2024", "trong 10 ngày kể từ ngày x", "sau khi x",
    "trong 03 ngày làm việc kể từ ngày x, chậm nhất 30/6/2024", "từ ngày 01/4/2024 đến ngày 20/7/2024",
    "theo tiến độ của tỉnh", "thường xuyên trong năm 2024, rà soát hằng quý", "vào ngày 12/5/2024", "hằng tuần",
    "chưa rõ: tính sau", "khi có y, trong 3 ngày làm việc", "chậm nhất 10/01/2024",
  ]

  private static let policies = [
    "tiêu chuẩn", "tiêu chuẩn",
    "trước 5, 2 ngày; quá hạn mỗi 2 ngày làm việc, tối đa 3 lần; báo cấp trên sau 1 ngày làm việc",
    "tiêu chuẩn; đúng hạn có; trong kỳ hằng tháng; bắt đầu có", "tiêu chuẩn; gửi tới chủ trì, theo dõi, phối hợp",
    "tiêu chuẩn; quá hạn không", "tiêu chuẩn; khẩn có",
    "trước 3 ngày làm việc; hỏi mỗi 7 ngày; quá hạn mỗi 4 ngày, tối đa 2 lần",
  ]

  private static let leads = [
    "Phòng Chuyên ngành", "Phòng Kế hoạch; Phòng Chuyên ngành", "cac (từng đơn vị)", "các xã", "Giám đốc",
    "Phòng Chuyên ngành; các xã",
  ]

  init(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    var tasks = ""
    let count = 3 + Int(numbers.next() % 4)
    for index in 1...count {
      tasks += """

        nhiệm vụ R.\(index): Việc \(index)
          chủ trì: \(numbers.pick(RandomBook.leads))
          phối hợp: \(numbers.pick(["Văn phòng", "Phòng Kế hoạch; Văn phòng", "các xã"]))
          theo dõi: Phòng Theo dõi
          xác nhận: \(numbers.pick(["không", "Văn phòng", "Giám đốc", "Phòng Chuyên ngành"]))
          hạn: \(numbers.pick(RandomBook.dues))
          nhắc: \(numbers.pick(RandomBook.policies))

        """
    }
    let more = """
      nhóm cac: các phòng
        thành viên: cn; kh2; vp

      sự kiện y: có văn bản đến
        xảy ra: mỗi vụ việc
      \(tasks)
      """
    let expected = numbers.pick(["", "  dự kiến: Quý II/2024\n"])
    var text = DrawnOffice.book(
      "  xác nhận: \(numbers.pick(["không", "Văn phòng"]))\n  hạn: chậm nhất 31/5/2024",
      plan: "nhắc: tiêu chuẩn\n  lãnh đạo: Chủ tịch", more: more)
    text = text.replacing("  theo dõi: Phòng Theo dõi\n\n", with: "  theo dõi: Phòng Theo dõi\n\(expected)\n")
    var off: Set<CivilDate> = []
    for _ in 0..<40 { off.insert(day("2024-01-01").adding(days: Int(numbers.next() % 366))) }
    for index in 0..<366 {
      let date = day("2024-01-01").adding(days: index)
      if date.weekday.rawValue > 5 { off.insert(date) }
    }
    office = try DrawnOffice(text, calendar: .drawn(off: off))
    record(count, &numbers)
  }

  private mutating func record(_ count: Int, _ numbers: inout SeededGenerator) {
    var lines: [(Instant, String)] = []
    for _ in 0..<(Int(numbers.next() % 9)) {
      let date = day("2024-02-01").adding(days: Int(numbers.next() % 180))
      let recorded = at(date.adding(days: Int(numbers.next() % 4)), Int(numbers.next() % 24), Int(numbers.next() % 60))
      let task = "T"
      let later = written(date.adding(days: 10 + Int(numbers.next() % 60)))
      lines.append(
        (
          recorded,
          numbers.pick([
            "x ngày \(written(date))", "x ngày \(written(date))", "\(task) xong ngày \(written(date))",
            "gia hạn \(task) đến \(later) theo 1/QĐ", "ngừng nhắc \(task) đến \(later) vì chờ", "miễn \(task) vì thôi",
            "mở lại \(task) vì thiếu", "chuyển \(task) cho Phòng Kế hoạch theo 2/TB",
            "y số \(recorded.seconds % 90) ngày \(written(date))",
            "sửa x thành ngày \(written(date.adding(days: 5)))", "hủy ghi nhận x",
            "hủy ghi nhận y số \(recorded.seconds % 90)", "ngừng nhắc R.1 đến \(later) vì chờ",
            "chuyển R.2 cho Phòng Chuyên ngành theo 3/TB", "báo cáo hoàn thành \(task) ngày \(written(date))",
            "báo cáo hoàn thành \(task) ngày \(written(date)) số 4/BC", "xác nhận \(task) ngày \(written(date)): tốt",
            "trả lại \(task) ngày \(written(date)) vì thiếu",
            "trả lại \(task) ngày \(written(date)), hạn mới \(later) vì thiếu",
            "xin gia hạn \(task) ngày \(written(date)) đến \(later) vì chờ",
            "không đồng ý gia hạn \(task) ngày \(written(date)) vì chậm",
            "rút đề nghị gia hạn \(task) ngày \(written(date))", "tiến độ \(task) ngày \(written(date)): 40%",
          ])
        ))
    }
    for (recorded, line) in lines.sorted(by: { $0.0 < $1.0 }) {
      office.record(line, recorded)
      story.append("\(Zone.vietnam.civil(recorded)) \(line)")
    }
  }
}
