import CivilCalendar

/// Further Vietnamese wordings of what the shared rows word: reading knows them, canonical wordings do not.
enum VietnameseRows {
  static let all: [Row] = periods + windows + days + places + rhythms + counts + forms + labels + reports + repairs

  @Rows static var periods: [Row] {
    // What is reported on, told by the report: *tháng 6 của kỳ báo cáo*, *năm trước kỳ báo cáo*.
    Row("ofyear", vi: "[của|thuộc] [năm] kỳ báo cáo", cost: 1, build: { _ in .period(.planYear) })
    Row(
      "year", vi: "năm trước [năm|của] kỳ báo cáo|năm (liền trước|trước liền kề) kỳ báo cáo",
      build: { _ in .period(.neighbour(.year, -1, of: .planYear)) })
    Row("weekname", vi: "tuần [thuộc|của] [kỳ] báo cáo", build: { _ in .period(.own(.week)) })
    Row("year", vi: "năm {next} [của] (kỳ|quý) báo cáo", build: { _ in .period(.neighbour(.year, 1, of: .planYear)) })
    Row("year", vi: "niên độ [kế toán]|năm (dương lịch|kế toán|này|nay)", build: { _ in .period(.planYear) })
    Row(
      "year", vi: "năm dương lịch hoặc năm tài chính|năm tài chính hoặc năm dương lịch",
      build: { _ in .period(.own(.fiscalYear)) })
    // What offices write behind a period without meaning another one.
    Row(
      "qual",
      vi:
        "mới|báo cáo [đó]|hiện hành|kế hoạch|dự trù|đó|tính thuế|trong năm|(thuộc|trong|của|) kỳ báo cáo|được giao|"
        + "liền kề này|thực hiện|quyết toán|ngân sách|đánh giá|công tác",
      build: { _ in .number(0) })
    Row(
      "period", vi: "kỳ (rà soát|đánh giá|thống kê|kiểm tra|tổng hợp|theo dõi|quan trắc)|chu kỳ (đóng|báo cáo)",
      build: { _ in .period(.own(nil)) })
    Row("qual", vi: "phát sinh [{name}]", build: { _ in .number(0) })
    Row("period", vi: "các tháng cuối [{year}]", build: { .period(.child(.half, 2, of: $0[0].period ?? .planYear)) })
    Row(
      "period", vi: "t {m} [{ofyear}]",
      build: { parts in
        // *T6* alone may be a Friday.
        guard let n = parts[0].number, n == 1 || n > 7 || !parts[1].isNone else { return nil }
        return .period(.child(.month, n, of: parts[1].period ?? .planYear))
      })
    Row(
      "period", vi: "tháng {m} ~. ~{y}",
      build: { .period(.child(.month, $0[0].number ?? 0, of: .year(.year, $0[1].number ?? 0))) })
    Row(
      "period", vi: "{m} / {y}", cost: 1,
      build: { .period(.child(.month, $0[0].number ?? 0, of: .year(.year, $0[1].number ?? 0))) })
    Row(
      "period", vi: "{unit} {next} [sau] (khi|ngày) kết thúc {period}",
      build: { Make.neighbour($0[0].unit, 1, of: $0[2].period) })
    Row(
      "period", vi: "{unit} {ord} (kể từ|sau|tính từ) (ngày|khi) kết thúc {period}",
      build: { Make.neighbour($0[0].unit, $0[1].number, of: $0[2].period) })
  }

  @Rows static var windows: [Row] {
    Row(
      "window", vi: "([{n} năm [,]] từ|{n} năm [,]) [năm] {a:y} (-|–|đến|tới) [hết] [năm] {b:y}",
      build: { parts in
        guard let first = parts[1].number, let last = parts[2].number,
          parts[0].number ?? last - first + 1 == last - first + 1
        else { return nil }
        return Make.through(.year, first, last, of: nil)
      })
    Row(
      "window", vi: "{n} năm [,] {y+joint}",
      build: { parts in
        guard let years = parts[1].parts?.compactMap(\.number), let first = years.first, let last = years.last,
          years.count == parts[0].number, last - first == years.count - 1
        else { return nil }
        return Make.through(.year, first, last, of: nil)
      })
    Row(
      "window", vi: "t {a:m} (-|–|đến) t {b:m} {ofyear}",
      build: { Make.through(.month, $0[0].number, $0[1].number, of: $0[2].period) })
    Row("window", vi: "(những|các) ngày {part} {period}", build: { Make.part($0[0].part, of: $0[1].period) })
    Row("window", vi: "(đầu đến|từ đầu đến) [hết] nửa {period}", build: { Make.part(.firstHalf, of: $0[0].period) })
    Row("window", vi: "(cả|suốt|trong cả|trọn) {period}", build: { $0[0].period.map { .window(.period($0)) } })
    Row("part", vi: "thượng tuần", build: { _ in .part(.early) })
    Row("part", vi: "trung tuần", build: { _ in .part(.middle) })
    Row("part", vi: "hạ tuần", build: { _ in .part(.late) })
    Row(
      "window", vi: "tuần {n} [của|trong|,|-] {period}",
      build: { parts in
        parts[1].period?.unit == .month ? Make.part(.week(parts[0].number ?? 0), of: parts[1].period) : nil
      })
    Row(
      "window", vi: "[từ] tuần [thứ] {a:n} (-|–|đến) [tuần] [thứ] {b:n} [của|trong|,] {period}",
      build: { parts in
        Make.weeks(parts[0].number, parts[1].number, of: parts[2].period)
      })
    Row("window", vi: "từ {a:window} (tới|–|-|đến hết) {b:window}", build: { Make.through($0[0].window, $0[1].window) })
    Row(
      "window", vi: "{part} {period} (đến|tới|đến hết|–|-|) {z:part} {y:period}",
      build: { parts in
        Make.through(
          Make.part(parts[0].part, of: parts[1].period)?.window, Make.part(parts[2].part, of: parts[3].period)?.window)
      })
    Row(
      "window", vi: "[các] {n} ngày của {period}", cost: 1,
      build: { Make.leading($0[0].number, 1, .day, of: $0[1].period) })
    Row(
      "window", vi: "[các] {n} ngày làm việc của {period}", cost: 1,
      build: { Make.leading($0[0].number, 1, .workingDay, of: $0[1].period) })
    Row(
      "window", vi: "{n} tháng (đầu|[đầu] {year})", cost: 1,
      build: { Make.leading($0[0].number, 1, .month, of: $0[1].period ?? .planYear) })
  }
}
