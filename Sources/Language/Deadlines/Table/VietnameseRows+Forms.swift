import CivilCalendar

/// Forms and clauses.
extension VietnameseRows {
  @Rows static var forms: [Row] {
    Row(
      "form", vi: "{times} ([,|:] {at:places}|[,] [:] {onsuch} {at:moments}|\\( [{onsuch}] {at:moments} \\))",
      build: { Make.times($0[0].form, at: $0[1]) })
    Row(
      "form", vi: "{times} [,|:|\\(] [{onsuch}] [các] [ngày] {weekday+dayjoint} [\\)]",
      build: { parts in
        Make.list(parts[2].parts?.map { $0.kind.map { .day(.ordinal($0, 1, of: .period(.own(.week)))) } } ?? [])
          .flatMap { Make.times(parts[0].form, at: $0) }
      })
    Row(
      "form", vi: "{rhythm} [,|:|\\(] [{bound}] [{clock}] [của] [ngày] {weekday+dayjoint} [\\)]",
      build: { parts in
        guard parts[0].rhythm?.unit == .week,
          let days = Make.list(
            parts[3].parts?.map { $0.kind.map { .day(.ordinal($0, 1, of: .period(.own(.week)))) } } ?? [])
        else { return nil }
        return Make.bounded(parts[1].bound ?? .on, days, parts[2].time).flatMap { Make.paced(parts[0].rhythm, $0) }
      })
    Row("form", vi: "{rhythm} {onsuch} {moments}", cost: 1, build: { parts in Make.paced(parts[0].rhythm, parts[2]) })
    // The same told twice: *10 ngày một lần, vào các ngày 01, 11, 21 hằng tháng*.
    Row(
      "form", vi: "{cycle} [,|:] [{onsuch}] {moments}",
      build: { Make.monthlyDays($0[0].rhythm, $0[2]) })
    // *02 năm một lần, vào quý III các năm lẻ*
    Row(
      "form", vi: "{cycle} [,|:] {onsuch} {moments} [,] [của|trong|vào] [các] năm {parity}",
      build: { parts in
        Make.started(parts[0].rhythm, parts[3].number.map { .parity(isOdd: $0 == 1) })
          .flatMap { Make.paced($0.rhythm, parts[2]) }
      })
    // How long a rhythm runs, told first: *trong giai đoạn 2021-2025, mỗi năm một lần*.
    Row("item", vi: "[trong] {window} [,] {body}", cost: 1, build: { Make.running($0[0].window, $0[1]) })
    Row("onsuch", vi: "vào|trong|tại|vào các|trong các", build: { _ in .number(0) })
    Row(
      "form", vi: "(cho đến khi|đến khi) {anchor:event} [,] nhưng {limit:counted}",
      build: { parts in
        guard let event = parts[0].event else { return nil }
        return Make.extreme(.earliest, parts[1].form, .counted(CountedDeadline(.same, of: .event(event))))
      })
    // What urges adds nothing to the limit behind it.
    Row(
      "form",
      vi:
        "(kịp thời|khẩn trương|ngay|ngay lập tức|nhanh chóng|sớm nhất|trong thời gian sớm nhất) [,] [và|nhưng|, nhưng|, và] {counted}",
      build: { parts in
        guard case .counted(let counted)? = parts[0].form, counted.relation == .within, !counted.durations.isEmpty
        else { return nil }
        return parts[0]
      })
    Row(
      "form", vi: "(ngay sau|ngay) {anchor:when} [,] [và|nhưng] {limit:counted}",
      build: { parts in
        guard case .counted(var counted)? = parts[1].form, counted.relation == .within, !counted.durations.isEmpty,
          let anchor = parts[0].anchor
        else { return nil }
        if counted.anchor == .ownCase { counted.anchor = anchor }
        return .form(.counted(counted))
      })
    Row(
      "form",
      vi:
        "(thường xuyên|liên tục) [,] [trong giờ hành chính] [,] [trong|vào] [tất cả] các ngày làm việc [trong (tuần|năm)]",
      cost: -1,
      build: { _ in Make.standing(nil) })
    // The same day told twice: as a count, and by its date.
    Row(
      "form", vi: "{counted} \\( tức [là] [ngày|vào ngày] {day} \\)",
      build: { parts in
        parts[1].day.flatMap { Make.bounded(.by, Make.list([.day($0)]) ?? .none, nil) }.flatMap(Make.form)
      })
    Row(
      "form", vi: "{bound} [{clock}] {day} \\( [tức là|tức] {counted} \\)",
      build: { parts in
        guard case .counted(let counted)? = parts[3].form, case .event = counted.anchor, parts[0].bound != .on else {
          return nil
        }
        return parts[2].day.flatMap { Make.bounded(parts[0].bound, Make.list([.day($0)]) ?? .none, parts[1].time) }
          .flatMap(Make.form)
      })
    // What ends on each of the days in the bracket: *sau khi kết thúc đợt quan trắc (ngày 30/6, 31/12)*.
    Row(
      "form", vi: "[{within}] {durations} {since} {anchor} \\( {moments} \\)",
      build: { Make.countedFromEach($0[1].durations, $0[3].anchor, $0[4]) })
    Row("form", vi: "thường xuyên [,] {rhythm}", build: { parts in parts[0].rhythm.map { .form(.each($0, [])) } })
    Row(
      "form", vi: "(khi|mỗi khi) {event} (hoặc|, hoặc) khi {other:event}",
      build: { parts in
        guard
          case .event(let event)? = Make.joined(
            parts[0].event.map { .event($0) }, parts[1].event.map { .event($0) }, all: false)
        else { return nil }
        return Make.eachCase(event, [])
      })
    Row("form", vi: "sau (mỗi|từng) {event}", build: { Make.eachCase($0[0].event, []) })
    // How long, and when: *trong 3 ngày, từ 10/10 đến 12/10*.
    Row(
      "form",
      vi: "[trong|trong vòng|trong thời gian] {n} (ngày|tuần|tháng) [làm việc] [,|:|\\(] {group} [\\)]",
      build: { parts in
        parts[1].parts?.count == 1 && parts[1].parts?.first?.place?.opens != nil ? Make.form(parts[1]) : nil
      })
    Row(
      "form", vi: "[trong] {n} (ngày|tháng|quý) [,|:|\\(] {moments} [\\)]",
      build: { parts in
        parts[1].parts?.count == parts[0].number && parts[0].number != 1 ? Make.form(parts[1]) : nil
      })
    Row(
      "form", vi: "(1|01|một) (ngày|buổi) (,|:|\\() {day} [\\)]",
      build: { parts in
        parts[0].day.flatMap { Make.bounded(.on, Make.list([.day($0)]) ?? .none, nil) }.flatMap(Make.form)
      })
    Row(
      "form", vi: "(tùy|tuỳ|tùy theo|tùy thuộc|tùy thuộc vào|tuỳ theo|tuỳ thuộc|tuỳ thuộc vào) {source}",
      build: { parts in
        parts[0].text.map { .form(.timetable(Timetable(kinds: [], source: $0))) }
      })
    Row(
      "form",
      vi:
        "[[theo] thời] hạn do {source}|"
        + "[thời gian [cụ thể]] do {source} (quy định|ấn định|quyết định|thông báo) [sau]|theo hạn {source}",
      cost: 2,
      build: { parts in
        if parts[0].text?.lowercased().hasPrefix("của nhiệm vụ") == true { return nil }
        return parts[0].text.map { .form(.timetable(Timetable(kinds: [], source: $0))) }
      })
    Row(
      "form",
      vi:
        "[duy trì] [áp dụng|thực hiện] [thường xuyên] ((trong suốt|trong toàn bộ|suốt) (quá trình|thời gian|vòng đời|thời kỳ)|trong (quá trình|vòng đời|thời kỳ)|(trong suốt|suốt) thời hạn|trong thời hạn [có] hiệu lực [của]) {source}",
      build: { parts in
        // *trong thời gian ba (03) ngày* is a length.
        parts[0].text?.contains(where: \.isNumber) == false ? Make.standing(nil) : nil
      })
    Row(
      "form",
      vi:
        "[trực] 24 / 24 [giờ|h] [hằng ngày|các ngày trong tuần]|[trực] 24 / 7|24 giờ trong ngày|24 giờ / ngày|quanh năm|lâu dài|thường trực|(mọi|bất cứ|bất kỳ) lúc [nào]|tại mọi thời điểm|mọi thời điểm|trong mọi thời điểm",
      build: { _ in Make.standing(nil) })
    Row(
      "form", vi: "(cả|suốt|trong suốt|trong cả|xuyên suốt) {window}", cost: -1, build: { Make.standing($0[0].window) })
    Row(
      "form",
      vi: "(thường xuyên|liên tục) ([, liên tục|, thường xuyên] 24 / (24|7) [giờ|h]|\\( 24 / (24|7) [giờ|h] \\))",
      build: { _ in Make.standing(nil) })
    // From an event until another.
    Row(
      "body", vi: "(từ|kể từ|tính từ) (khi|ngày|lúc) {name} (đến|cho đến|tới) (khi|lúc) {source}",
      build: { parts in
        guard let name = parts[0].mention else { return nil }
        var clauses = DeadlineClauses()
        clauses.gate = .event(.single(name))
        clauses.condition = parts[1].text.map { Condition(.unless, $0) }
        return .item(DeadlineItem(form: .standing(nil), clauses: clauses))
      })
    Row(
      "body", vi: "[thường xuyên|thực hiện|duy trì|kéo dài] (cho đến khi|đến khi|cho tới khi) {source} [, {clause}]",
      cost: 1,
      build: { parts in
        guard parts[1].isNone || parts[1].clause == .emphasis else { return nil }
        var clauses = DeadlineClauses()
        clauses.condition = parts[0].text.map { Condition(.unless, $0) }
        return .item(DeadlineItem(form: .standing(nil), clauses: clauses))
      })
    Row(
      "timetable", vi: "trong thời hạn {source}", cost: 2,
      build: { parts in
        .timetable(Timetable(kinds: [], source: parts[0].text.map { "thời hạn " + $0 }))
      })
    Row(
      "timetable", vi: "trong thời hạn (quy định|luật định|theo quy định|pháp luật quy định) [tại|của] [{source}]",
      cost: -1,
      build: { parts in
        .timetable(Timetable(kinds: [.rules], source: parts[0].text))
      })
    Row(
      "clause", vi: "[trong] {window}",
      build: { parts in
        guard case .through(let first, _)? = parts[0].window, first.period?.unit?.isYear == true else { return nil }
        return Make.backstop(parts[0].window).map { .clause($0) }
      })
    Row(
      "loose", vi: "{window}",
      build: { parts in
        guard case .through(let first, _)? = parts[0].window, first.period?.unit?.isYear == true else { return nil }
        return Make.backstop(parts[0].window).map { .clause($0) }
      })
    // *thứ Hai hằng tuần hoặc ngày làm việc đầu tiên của tuần*: where the day is off.
    Row(
      "clause",
      vi: "hoặc [vào] ngày làm việc (đầu tiên của tuần|tiếp theo|liền sau|kế tiếp|liền kề|sau đó) [nếu {source}]",
      build: { _ in .clause(.dayOff(.workingDayAfter)) })
    Row(
      "clause",
      vi:
        "(kể cả|bao gồm cả) [các] [ngày] (nghỉ|lễ|thứ bảy|chủ nhật) [, lễ|, tết|, chủ nhật|, ngày lễ] [, tết|và ngày nghỉ|và tết|và ngày lễ] [và ngày nghỉ]",
      build: { _ in .clause(.emphasis) })
    Row(
      "occasion",
      vi:
        "[họp|báo cáo|kiểm tra|đánh giá|rà soát|tổ chức|có thể|cập nhật] (đột xuất|bất thường|sớm hơn|bổ sung) (khi|nếu|theo) {event}",
      build: { Make.eachCase($0[0].event, []) })
    Row(
      "clause",
      vi:
        "tính theo ngày (đến|nhận) [của] {source}|tính theo [ngày|dấu] [đóng dấu] [của] bưu điện|"
        + "[tính] theo dấu [của] (bưu điện|bưu chính)",
      build: { _ in .clause(.emphasis) })
    Row("form", vi: "[báo cáo] đột xuất (khi|theo|nếu) {event}", build: { Make.eachCase($0[0].event, []) })
    Row(
      "form", vi: "[đột xuất] theo {event}",
      build: { parts in Make.isAsked(parts[0].event) ? Make.eachCase(parts[0].event, []) : nil })
    Row(
      "timetable", vi: "theo {issue+joint} {source}", cost: 1,
      build: { parts in
        // *theo lộ trình được phê duyệt* is not somebody's.
        Make.isBody(parts[1].text) ? Make.timetable(vi: parts[0], source: parts[1].text, isInForce: false) : nil
      })
    Row(
      "timetable", vi: "theo {issue+joint} do {source}",
      build: { Make.timetable(vi: $0[0], source: $0[1].text, isInForce: false) })
    Row(
      "timetable", vi: "theo {issue+joint} hiện hành và {more:issue+joint}",
      build: { parts in
        guard let first = parts[0].parts, let more = parts[1].parts else { return nil }
        return Make.timetable(vi: Make.joined(first + more), source: nil, isInForce: true)
      })
    // A latest day behind somebody's timetable is no part of their name.
    Row(
      "body", vi: "{timetable} {bound} [{clock}] {day}",
      build: { parts in
        guard let timetable = parts[0].timetable,
          let backstop = Make.backstop(parts[1].bound, parts[3].day, parts[2].time)
        else { return nil }
        return Make.item(.form(.timetable(timetable)), .list([.clause(backstop)]))
      })
    Row(
      "form", vi: "đột xuất [,] khi [có] phát sinh|đột xuất \\( khi [có] phát sinh \\)", cost: -1,
      build: { _ in .form(.eachCase(trigger: nil, durations: [])) })
    // *theo tiến độ của tỉnh năm 2022*: the latest year. A plan's year is rather a part of its name.
    Row(
      "body", vi: "theo {issue+joint} [của {source}] {year}",
      build: { parts in
        guard case .year? = parts[2].period, parts[1].isNone || Make.isBody(parts[1].text),
          let backstop = Make.backstop(parts[2].period.map { .period($0) }),
          let timetable = Make.timetable(vi: parts[0], source: parts[1].text, isInForce: false)?.timetable,
          !timetable.kinds.contains(.plan)
        else { return nil }
        return Make.item(.form(.timetable(timetable)), .list([.clause(backstop)]))
      })
    Row(
      "form", vi: "{rhythm} \\( định kỳ {places} \\)",
      build: { parts in
        guard case .reporting(let list)? = parts[0].rhythm?.cycle, list.count == parts[1].parts?.count else {
          return nil
        }
        return Make.paced(parts[0].rhythm, parts[1])
      })
    Row("form", vi: "theo định kỳ", build: { _ in .form(.timetable(Timetable(kinds: [.schedule], source: nil))) })
    Row(
      "move",
      vi:
        "lùi sang|lùi đến|lùi vào|dời sang|dời vào|được tính là|gửi vào|thực hiện trước vào|là|vào|chuyển sang|thực hiện vào|tiếp vào|tính đến|[ngày] {filler} (chuyển sang|vào|là)",
      build: { _ in .number(0) })
    Row(
      "dayoff",
      vi:
        "(ngày (nghỉ [cuối tuần|theo quy định]|nghỉ lễ [, tết]|nghỉ (hằng|hàng) tuần|lễ [, tết])|các ngày nghỉ|"
        + "[ngày] lễ , tết|ngày nghỉ [lễ] , [ngày] (lễ|tết)|ngày lễ , ngày nghỉ|thứ bảy , chủ nhật|"
        + "[vào|với] [các] (ngày nghỉ|thứ bảy , chủ nhật|ngày lễ) [lễ|hằng tuần|hàng tuần|cuối tuần|theo quy định] "
        + "[,|và|hoặc] [ngày] [nghỉ] (lễ|tết|lễ , tết|lễ tết) [theo quy định]|(thứ bảy|thứ 7) [,|và|hoặc] chủ nhật "
        + "[, ngày lễ|hoặc ngày lễ|và ngày lễ|, lễ , tết|, ngày lễ , tết] [theo quy định])",
      build: { _ in .number(0) }, match: { _ in [] })
  }
}
