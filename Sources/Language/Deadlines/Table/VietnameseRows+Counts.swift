import CivilCalendar

/// Counts from events and days.
extension VietnameseRows {
  @Rows static var counts: [Row] {
    Row(
      "anchor", vi: "[khi] nhiệm vụ {mention} (xong|hoàn thành)", cost: -1,
      build: { $0[0].task.map { .anchor(.taskDone($0)) } })
    Row(
      "duration",
      vi:
        "{n} ngày \\( không kể [ngày|các ngày] thứ bảy , chủ nhật [và] [các] [ngày] [nghỉ] [lễ] [, tết] [theo quy định] \\)",
      build: { Make.duration($0[0].number, .durations([CalendarDuration(1, .workingDay)])) })
    Row(
      "anchor", vi: "(khi|từ khi|thời điểm|lúc|giờ|ngày mà) {event}", build: { $0[0].event.map { .anchor(.event($0)) } }
    )
    Row(
      "lead",
      vi:
        "thời hạn [là|tối đa|không quá]|trong thời hạn (không quá|tối đa|chậm nhất)|trong vòng (không quá|tối đa)|chậm nhất (không quá|trong|trong vòng|trong thời hạn)|tối đa (không quá|trong|trong vòng|là)|không quá thời hạn",
      build: { _ in .number(0) })
    Row("lead", vi: "trong khoảng [thời gian]", build: { _ in .number(0) })
    Row("lead", vi: "[trong thời gian] sớm nhất [có thể] nhưng", build: { _ in .number(0) })
    // Both a limit and an opening are meant by *sau 15 ngày kể từ ngày ký*.
    [CountedDeadline.Relation.within, .notBefore].map { relation in
      Row(
        "counted", vi: "sau [thời hạn] {durations} [,] {since} {anchor}",
        build: { Make.counted(relation, $0[0].durations, $0[2].anchor) })
    }
    Row(
      "counted", vi: "là {durations} [,] {since} {anchor}", cost: 1,
      build: { Make.counted(.within, $0[0].durations, $0[2].anchor) })
    Row(
      "counted", vi: "trong {scale} thứ {n} kể từ {anchor}",
      build: { parts in
        guard let n = parts[1].number, let unit = parts[0].durations?.first?.unit else { return nil }
        return Make.counted(
          .within, [CalendarDuration(n, unit)], parts[2].anchor, earliest: n > 1 ? [CalendarDuration(n - 1, unit)] : [])
      })
    Row(
      "counted", vi: "[{ahead}] trước {anchor:when} [{ahead}] {durations}",
      build: { parts in
        if case .date(.day)? = parts[1].anchor {
          nil
        } else {
          Make.counted(.before, parts[2].durations, parts[1].anchor)
        }
      })
    Row(
      "counted", vi: "[{ahead}] trước [{ahead}] {durations} (so với|tính đến|đến|trước) {anchor:when}",
      build: { Make.counted(.before, $0[1].durations, $0[2].anchor) })
    Row(
      "counted", vi: "[{ahead}] trước [{ahead}] {durations} của {anchor:when}",
      build: { parts in
        // *trước 10 ngày của tháng sau* says of no event.
        guard case .event(let event)? = parts[2].anchor,
          !["tuần", "tháng", "quý", "năm"].contains(where: { event.mentions[0].name.lowercased().hasPrefix($0) })
        else { return nil }
        return Make.counted(.before, parts[1].durations, parts[2].anchor)
      })
    Row(
      "counted", vi: "{within} {durations} (tiếp theo|kế tiếp|sau đó)", cost: 3,
      build: { Make.counted(.within, $0[1].durations, .ownCase) })
    Row(
      "counted", vi: "{ahead} {durations} tính đến {anchor:when}",
      build: { Make.counted(.before, $0[1].durations, $0[2].anchor) })
    Row(
      "counted", vi: "[ngay|vào|trong] [sáng] (ngày hôm sau|hôm sau)", cost: 2,
      build: { _ in Make.counted(.within, [CalendarDuration(1, .day)], .ownCase) })
    Row(
      "duration",
      vi:
        "{n} ngày [,] [\\(] (không kể|không tính|không bao gồm) [các] ngày nghỉ [,] [ngày] [lễ|lễ , tết|hằng tuần , lễ , tết] [theo quy định] [\\)]",
      build: { Make.duration($0[0].number, .durations([CalendarDuration(1, .workingDay)])) })
    Row(
      "duration", vi: "{n} ngày \\( [ngày] làm việc \\)",
      build: { Make.duration($0[0].number, .durations([CalendarDuration(1, .workingDay)])) })
    Row(
      "counted", vi: "(không quá|tối đa|nhiều nhất|không sớm hơn|sớm nhất) [là] {durations} trước {anchor:when}",
      build: { Make.counted(.fromBefore, $0[0].durations, $0[1].anchor) })
    Row(
      "counted", vi: "(không sớm hơn|sớm nhất) [là] trước {durations} (so với|tính đến|trước) {anchor:when}",
      build: { Make.counted(.fromBefore, $0[0].durations, $0[1].anchor) })
    Row(
      "counted", vi: "sau (ít nhất|tối thiểu) [là] {durations} [,] {since} {anchor}",
      build: { Make.counted(.notBefore, $0[0].durations, $0[2].anchor) })
    Row(
      "counted", vi: "{within} {durations} sau (mỗi|từng) {unit}",
      build: { parts in
        parts[2].unit.flatMap { Make.counted(.within, parts[1].durations, .date(.last(of: .period(.each($0))))) }
      })
    Row(
      "counted", vi: "(sau|kể từ|tính từ) {day} [,] {within} {durations}",
      build: { parts in
        if case .day? = parts[0].day {
          nil
        } else {
          Make.counted(.within, parts[2].durations, parts[0].day.map { .date($0) })
        }
      })
    Row(
      "counted",
      vi:
        "((vào|đúng|vào đúng) ngày|(tại|vào) (thời điểm|buổi|cuộc|kỳ|phiên)|trong (buổi|cuộc|kỳ|phiên)|cùng (thời điểm|lúc|thời gian) [với]|đồng thời với việc|cùng với) {event}",
      cost: 2,
      build: { parts in
        parts[0].event.flatMap { Make.counted(.same, [], .event($0)) }
      })
    Row(
      "counted", vi: "cùng ngày|ngay trong ngày", cost: 3,
      build: { _ in .form(.counted(CountedDeadline(.same, of: .ownCase))) })
    Row(
      "counted", vi: "(từ|kể từ|tính từ) (khi|ngày|lúc) {event} đến (khi|ngày|lúc) {source} [,] {within} {durations}",
      build: { parts in
        Make.counted(.within, parts[3].durations, parts[0].event.map { .event($0) })
      })
    Row(
      "counted",
      vi: "trong [vòng|thời hạn|thời gian] {durations} trước {anchor:when} [,] hoặc trước {other:when} [,] {whichever}",
      build: { parts in
        Make.counted(
          .fromBefore, parts[0].durations, Make.joined(parts[1].anchor, parts[2].anchor, all: parts[3].number == 1))
      })
    Row(
      "counted", vi: "trước ngày thứ {n} [,] (kể từ|sau|tính từ) {anchor}",
      build: { parts in
        guard let n = parts[0].number, n > 1 else { return nil }
        return Make.counted(.within, [CalendarDuration(n - 1, .day)], parts[1].anchor)
      })
    Row(
      "counted", vi: "{bound} {clock} [của] ngày {working:workingday} thứ {n} (kể từ|sau|tính từ) {anchor}",
      build: { parts in
        guard let n = parts[3].number, parts[0].bound != .notBefore else { return nil }
        return Make.counted(.within, [CalendarDuration(n, .workingDay)], parts[4].anchor, time: parts[1].time)
      })
    // The first Monday after an event is that of the next week.
    Row(
      "counted",
      vi: "[{bound}] [{clock}] [ngày] ({weekday} tuần {next} [sau]|{monday} đầu tiên sau) (khi|ngày) {event}",
      build: { parts in
        let week = WindowExpression.period(.neighbour(.week, 1, of: .own(.week)))
        return Make.inPeriod(
          parts[0].bound ?? .on, .ordinal(parts[2].kind ?? .weekday(.monday), 1, of: week), parts[1].time,
          parts[5].event)
      })
    Row("monday", vi: "thứ (hai|2)", build: { _ in .number(0) })
    Row("workingday", vi: "làm việc", build: { _ in .number(0) })
    Row(
      "counted", vi: "[{within}] {durations} (tiếp theo|liên tiếp) [,] {since} {anchor}",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor) })
    Row(
      "counted", vi: "trong khoảng [thời gian] {durations} trước {anchor:when}",
      build: { Make.counted(.fromBefore, $0[0].durations, $0[1].anchor) })
    Row(
      "counted", vi: "{within} {durations} \\( {since} {anchor} \\)",
      build: { Make.counted(.within, $0[1].durations, $0[3].anchor) })
    Row(
      "counted", vi: "trước {ahead} {durations} [,] (kể từ|tính từ) {anchor}",
      build: { parts in
        guard case .event? = parts[2].anchor else { return nil }
        return Make.counted(.before, parts[1].durations, parts[2].anchor)
      })
    Row(
      "counted", vi: "trước cho {source} [{ahead}] {durations}",
      build: { Make.counted(.before, $0[2].durations, .ownCase) })
    Row(
      "counted", vi: "{within} {durations} khi {event}",
      build: { parts in Make.counted(.within, parts[1].durations, parts[2].event.map { .event($0) }) })
    Row(
      "counted", vi: "(ngay sau|ngay) khi {event} (hoặc|, hoặc) [ngay] [sau] khi {other:event}",
      build: { parts in
        Make.counted(
          .immediately, [],
          Make.joined(parts[0].event.map { .event($0) }, parts[1].event.map { .event($0) }, all: false))
      })
    Row(
      "counted", vi: "{bound} [{clock}] [của] ngày làm việc [liền|ngay] (trước|trước liền kề) [ngày|khi] {event}",
      build: { parts in
        Make.counted(
          .before, [CalendarDuration(1, .workingDay)], parts[2].event.map { .event($0) }, time: parts[1].time)
      })
    Row(
      "counted", vi: "sau (mỗi|từng) [lần|khi] {event} [,] {within} {durations}",
      build: { parts in Make.counted(.within, parts[2].durations, parts[0].event.map { .event($0) }) })
    Row(
      "counted", vi: "[{within}] {durations} (sau|kể từ) [khi] (mỗi|từng) [lần|khi] {event}",
      build: { parts in Make.counted(.within, parts[1].durations, parts[2].event.map { .event($0) }) })
    Row(
      "counted", vi: "trước (mỗi|từng) {event}",
      build: { parts in Make.counted(.before, [], parts[0].event.map { .event($0) }) })
    Row(
      "counted", vi: "(từ|tính từ) (khi|ngày|thời điểm) {event}",
      build: { parts in Make.counted(.from, [], parts[0].event.map { .event($0) }) })
  }
}
