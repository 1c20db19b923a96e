import CivilCalendar

/// How often.
extension VietnameseRows {
  @Rows static var rhythms: [Row] {
    Row(
      "cycle", vi: "(định kỳ|thường kỳ) [hằng|hàng|mỗi|từng|theo|theo từng|báo cáo|vào] {unit}",
      build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("cycle", vi: "(mỗi|từng|theo từng|theo) {unit}", build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row(
      "cycle", vi: "[định kỳ] (mỗi|hằng|hàng|cứ|sau mỗi|cứ đủ) {n} {unit} [{once}]",
      build: { parts in (parts[0].number ?? 0) > 1 ? Make.every(parts[0].number, parts[1].unit) : nil })
    Row(
      "cycle", vi: "[định kỳ|ít nhất|tối thiểu|định kỳ tối thiểu|định kỳ ít nhất] {n} {unit} {once}",
      build: { units($0) })
    Row(
      "cycle", vi: "[định kỳ] (không quá|tối đa) {n} {unit} [/] {once}", build: { units($0) }
    )
    Row(
      "rhythm", vi: "{cycle} [,] (lần|kỳ|đợt) (đầu|đầu tiên|thứ nhất) [vào|từ|là|trong] {year}",
      build: { parts in
        guard case .year(.year, let year)? = parts[1].period else { return nil }
        return Make.started(parts[0].rhythm, .year(year))
      })
    Row(
      "cycle", vi: "[định kỳ] [ít nhất|tối thiểu] {n} {unit} / [một|1|01] (lần|kỳ)",
      build: { units($0) })
    Row("cycle", vi: "[định kỳ] theo chu kỳ {n} {unit} [{once}]", build: { units($0) })
    Row("cycle", vi: "định kỳ {n} {unit}", build: { units($0) })
    Row("cycle", vi: "(6|06|sáu) tháng (một|1|01) lần", build: { _ in .rhythm(.every(.half)) })
    Row("cycle", vi: "[định kỳ] {unit} / lần", build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("cycle", vi: "[định kỳ] nửa năm {once}", build: { _ in .rhythm(.every(.half)) })
    Row("once", vi: "[,] (một|1|01) lần", build: { _ in .number(1) })
    Row("report", vi: "(06|sáu) tháng {half} năm", build: { .list([.unit(.half), $0[0]]) })
    Row("report", vi: "(6|06|sáu) tháng {half}", build: { .list([.unit(.half), $0[0]]) })
    Row("report", vi: "(1|01|một) năm", build: { _ in .list([.unit(.year), .number(0)]) })
    Row("report", vi: "(3|03|ba) tháng [đầu năm]", build: { _ in .list([.unit(.quarter), .number(1)]) })
    Row("cycle", vi: "[định kỳ|báo cáo] [hằng|hàng] {report+slash}", build: { Make.reports($0[0]) })
    Row("slash", vi: "/", build: { _ in .number(Joint.comma) })
    Row("count", vi: "chỉ {count}", build: { $0[0] })
    Row(
      "per", vi: "/ [1|một|01] {unit}|(trong|hằng|hàng) [một|1|01] {unit}",
      build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("cycle", vi: "(các|mọi|tất cả các|từng) tháng trong năm", build: { _ in .rhythm(.every(.month)) })
    Row("per", vi: "(một|01|1) {unit}", cost: 1, build: { $0[0].unit.map { .rhythm(.every($0)) } })
    Row("times", vi: "[định kỳ|họp] {per} [tổ chức|họp] {count}", build: { Make.times($0[1].counts, $0[0].rhythm) })
    Row(
      "times", vi: "[họp] (ít nhất|tối thiểu) [là|định kỳ] {per} [phải] [họp|tổ chức|thực hiện|báo cáo] {count}",
      build: { parts in
        Make.times(parts[1].counts.map { CountRange(minimum: $0.minimum, maximum: nil) }, parts[0].rhythm)
      })
    Row("per", vi: "trong (thời hạn|thời gian|vòng) {n} {unit}", build: { units($0) })
    Row("times", vi: "{rhythm} , {count}", build: { Make.times($0[1].counts, $0[0].rhythm) })
    Row("times", vi: "trong {window} [tổ chức] {count}", build: { Make.times($0[1].counts, within: $0[0].window) })
  }

  /// *4 6 tháng* is no length (*thông tư 06 tháng một lần*).
  private static func units(_ parts: Parts) -> Value? {
    parts[1].unit == .half ? nil : Make.every(parts[0].number, parts[1].unit)
  }
}
