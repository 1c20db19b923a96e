import CivilCalendar

/// Forms, clauses and items: what a whole wording is made of.
enum FormRows {
  static let all: [Row] = forms + cases + timetables + clauses + items

  @Rows static var forms: [Row] {
    Row(
      "form", vi: "[diễn ra] {places}", en: "{places}", build: { Make.form($0[0]) },
      match: { value in
        guard case .form(.at(let places)) = value else { return nil }
        return [Make.joined(places.map { .place($0) })]
      })
    // *định kỳ trước 15/3 và 15/6*: those days of every year.
    Row(
      "form", vi: "định kỳ {places}", cost: 2,
      build: { parts in
        let places = parts[0].parts?.compactMap(\.place) ?? []
        let areOfEveryYear = places.allSatisfy { place in
          place.day != nil && Make.periods(of: place).allSatisfy { $0.root == .planYear }
        }
        return areOfEveryYear ? Make.paced(.every(.year), parts[0]) : Make.form(parts[0])
      })
    Row(
      "form", vi: "{rhythm}", en: "{rhythm}",
      build: { parts in
        parts[0].rhythm.flatMap { $0.namesPeriods ? nil : Make.unplaced($0) }
      },
      match: { value in
        guard case .form(.each(let rhythm, let places)) = value, places.isEmpty else { return nil }
        return [.rhythm(rhythm)]
      })
    // *Quý I và Quý II* are rather those of the plan.
    Row(
      "form", vi: "{rhythm}", en: "{rhythm}", cost: 1,
      build: { parts in
        parts[0].rhythm.flatMap { $0.namesPeriods ? .form(.each($0, [])) : nil }
      })
    // Each of the reporting periods has its own of the days.
    Row(
      "form", vi: "{rhythm} , lần lượt {places}", en: "{rhythm} , {places} respectively",
      build: { parts in
        let form = Make.paced(parts[0].rhythm, parts[1])?.form
        guard case .each(let rhythm, let places)? = form, rhythm.unit == nil, places.count > 1 else { return nil }
        return form.map { .form($0) }
      },
      match: { value in
        guard case .form(.each(let rhythm, let places)) = value, rhythm.unit == nil, places.count > 1 else {
          return nil
        }
        return [.rhythm(rhythm), Make.joined(places.map { .place($0) })]
      })
    Row(
      "form", vi: "{rhythm} (,|) {counted}", en: "{rhythm} (,|) {counted}",
      build: { Make.paced($0[0].rhythm, counted: $0[1].form) }, match: Make.matchPaced)
    Row(
      "form", vi: "{rhythm} (,|:|) {places}", en: "{rhythm} (,|:|) {places}",
      build: { Make.paced($0[0].rhythm, $0[1]) },
      match: { value in
        guard case .form(.each(let rhythm, let places)) = value, !places.isEmpty else { return nil }
        return [.rhythm(rhythm), Make.joined(places.map { .place($0) })]
      })
    Row(
      "form", vi: "{rhythm} \\( {places} \\)", en: "{rhythm} \\( {places} \\)",
      build: { Make.paced($0[0].rhythm, $0[1]) })
    Row(
      "form", vi: "{places} [,] {rhythm}", en: "{places} [,] {rhythm}", cost: 1,
      build: { Make.paced($0[1].rhythm, $0[0]) })
    Row(
      "form", vi: "{times}", en: "{times}", build: { $0[0] },
      match: { value in
        if case .form(.times) = value { [value] } else { nil }
      })
    Row(
      "form", vi: "{counted}", en: "{counted}", build: { $0[0] },
      match: { value in
        if case .form(.counted) = value { [value] } else { nil }
      })
    Row(
      "form", vi: "(năm|từ năm|từ|) {y} (và|, và|,) (các|những) năm (tiếp theo|sau|kế tiếp|tiếp sau|về sau|sau đó)",
      en: "every year from {y}", build: { $0[0].number.map { .form(.yearsOnward(from: $0)) } },
      match: { value in
        if case .form(.yearsOnward(let year)) = value { [.number(year)] } else { nil }
      })
    Row(
      "form", vi: "{counted} [,] (nhưng|và|) {limit:counted} (tùy thời điểm nào đến sau|, lấy ngày sau)",
      en: "{counted} or {limit:counted} , whichever is later", build: { Make.extreme(.latest, $0[0].form, $0[1].form) })
    Row(
      "form", vi: "{counted} (, nhưng|nhưng) {limit:counted}",
      en: "{counted} or {limit:counted} , whichever is earlier",
      build: { Make.extreme(.earliest, $0[0].form, $0[1].form) })
    Row(
      "form", vi: "{a:limit} hoặc {b:limit} , (tùy thời điểm nào đến sau|lấy ngày sau)",
      en: "{a:limit} or {b:limit} , whichever is later",
      build: { Make.extreme(.latest, $0[0].form, $0[1].form) }, match: { Make.matchExtreme(.latest, $0) })
    Row(
      "form", vi: "{a:limit} hoặc {b:limit} , (tùy thời điểm nào đến trước|lấy ngày trước)",
      en: "{a:limit} or {b:limit} , whichever is earlier",
      build: { Make.extreme(.earliest, $0[0].form, $0[1].form) }, match: { Make.matchExtreme(.earliest, $0) })
    // One of several limits: a count, or a bounded day.
    Row(
      "limit", vi: "{counted}", en: "{counted}",
      build: { parts in
        if case .counted(let counted)? = parts[0].form.flatMap(Make.single) { .form(.counted(counted)) } else { nil }
      },
      match: { value in if case .form(.counted) = value { [value] } else { nil } })
    Row(
      "limit", vi: "{bound} [{clock}] {day}", en: "{bound} [{clock} (on|)] [on] {day}",
      build: { parts in
        guard let bound = parts[0].bound, bound == .by || bound == .before, let day = parts[2].day else { return nil }
        return Make.limit(.list([.place(Place(bound, .day(day), time: parts[1].time))]))
      },
      match: { value in
        guard case .form(.at(let places)) = value, places.count == 1, let day = places[0].day else { return nil }
        return [.bound(places[0].bound), places[0].time.map { .time($0) } ?? .none, .day(day)]
      })
    Row(
      "form",
      vi:
        "{counted} (hoặc|, hoặc) {limit:counted} [,] (tùy|tuỳ) [theo] (thời điểm|điều kiện|ngày) nào [đến] (trước|sớm hơn)",
      en: "{counted} , but {limit:counted}", build: { Make.extreme(.earliest, $0[0].form, $0[1].form) })
  }

  @Rows static var cases: [Row] {
    Row(
      "form", vi: "khi có phát sinh", en: "(as it arises|as they arise|as needed|as required|when it arises)",
      build: { _ in .form(.eachCase(trigger: nil, durations: [])) },
      match: { value in
        value == .form(.eachCase(trigger: nil, durations: [])) ? [] : nil
      })
    Row(
      "form", vi: "(khi phát sinh|phát sinh|đột xuất|kịp thời|báo cáo đột xuất)", en: "(on|upon) (request|demand)",
      build: { _ in .form(.eachCase(trigger: nil, durations: [])) })
    Row(
      "form", vi: "(khi|mỗi khi) {event}", en: "(whenever|when|each time) {event}",
      build: { Make.eachCase($0[0].event, []) },
      match: { value in
        guard case .form(.eachCase(let trigger?, let durations)) = value, durations.isEmpty else { return nil }
        return [.event(trigger)]
      })
    Row(
      "form", vi: "(khi|mỗi khi) {event} , (trong|trong vòng|trong thời hạn|chậm nhất) [là] {durations}",
      en: "(whenever|when|each time) [a|an|any|the] {event} , within {durations}",
      build: { Make.eachCase($0[0].event, $0[1].durations ?? []) },
      match: { value in
        guard case .form(.eachCase(let trigger?, let durations)) = value, !durations.isEmpty else { return nil }
        return [.event(trigger), .durations(durations)]
      })
  }

  @Rows static var items: [Row] {
    Row("clauses", vi: "[,] (nhưng|đồng thời) {clause} [{clauses}]", build: { Make.clauses($0[0], $0[1]) })
    Row(
      "clauses", vi: "; {clause} [{clauses}]",
      build: { parts in
        if case .dayOff? = parts[0].clause { Make.clauses(parts[0], parts[1]) } else { nil }
      })
    Row(
      "clauses", vi: ", {clause} [{clauses}]", en: ", {clause} [{clauses}]", build: { Make.clauses($0[0], $0[1]) },
      match: { value in
        guard case .list(let all) = value, let first = all.first else { return nil }
        return [first, all.count > 1 ? .list(Array(all[1...])) : .none]
      })
    Row(
      "clauses", vi: "[,] \\( {inner} \\) [{clauses}]", en: "[,] \\( {inner} \\) [{clauses}]",
      build: { Make.clauses($0[0], $0[1]) })
    Row("clauses", vi: "{loose} [{clauses}]", en: "{loose} [{clauses}]", cost: 1, build: { Make.clauses($0[0], $0[1]) })
    // Behind a comma or in brackets alone: a latest day beside a period may also be what is reported.
    Row(
      "loose", vi: "{clause}", en: "{clause}",
      build: { parts in
        switch parts[0].clause {
        case .backstop?, .timetable?: nil
        default: parts[0]
        }
      })
    // Behind an event it is rather a part of its name: *kể từ ngày nhận đủ hồ sơ theo quy định*.
    Row(
      "loose", vi: "{timetable}", en: "{timetable}", cost: 1,
      build: { parts in parts[0].timetable.map { .clause(.timetable($0)) } })
    Row(
      "loose", vi: "trong {window}", en: "(within|in) {window}",
      build: { parts in Make.backstop(parts[0].window).map { .clause($0) } })
    Row("inner", vi: "{clause}", en: "{clause}", build: { $0[0] })
    Row("inner", vi: "{clause} , {inner}", en: "{clause} , {inner}", build: { Make.clauses($0[0], $0[1]) })
    Row(
      "body", vi: "{form} [{clauses}]", en: "{form} [{clauses}]", build: { Make.item($0[0], $0[1]) },
      match: { value in
        guard let item = value.item, item.label == nil else { return nil }
        let clauses = item.clauses.all.map { Value.clause($0) }
        return [.form(item.form), clauses.isEmpty ? .none : .list(clauses)]
      })
    Row(
      "item", vi: "{body}", en: "{body}", build: { $0[0] }, match: { value in value.item?.label == nil ? [value] : nil }
    )
    Row(
      "item", vi: "{label} ~: {body}", en: "{label} ~: {body}", build: { Make.labelled($0[0].text, $0[1]) },
      match: { value in
        guard var item = value.item, let label = item.label else { return nil }
        item.label = nil
        return [.text(label), .item(item)]
      })
    Row(
      "item", vi: "[-|–] {places} ~: {label}", en: "[-|–] {places} ~: {label}", cost: 2,
      build: { parts in
        guard let label = parts[1].text, !Make.isDay(label), !Make.isHour(label) else {
          return nil
        }
        return Make.form(parts[0]).flatMap(Make.item).flatMap { Make.labelled(label, $0) }
      })
    Row(
      "item", vi: "(nếu|trường hợp|trong trường hợp) {source} (thì|,) {body}", en: "(if|where) {source} , {body}",
      cost: 1, build: { Make.conditional($0[0].text, $0[1]) })
    Row("item", vi: "{body} {also} {occasion}", build: { Make.added($0[0], $0[2].form, label: "đột xuất") })
    Row("item", en: "{body} {also} {occasion}", build: { Make.added($0[0], $0[2].form, label: "ad hoc") })
    Row("also", vi: "(và|hoặc|, và|, hoặc|; và|; hoặc)", en: "(and|or|, and|, or)", build: { _ in .number(0) })
    // Behind a comma it is rather what the deadline waits for.
    Row("also", vi: ",", cost: 1, build: { _ in .number(0) })
    Row(
      "occasion", vi: "[báo cáo] đột xuất [nếu có|\\( nếu có \\)|khi có phát sinh|khi phát sinh]",
      en: "(ad hoc|as needed|on request|upon request)", build: { _ in .form(.eachCase(trigger: nil, durations: [])) })
    Row(
      "occasion", vi: "[báo cáo] theo {event}",
      build: { parts in Make.isAsked(parts[0].event) ? Make.eachCase(parts[0].event, []) : nil })
    Row(
      "occasion", vi: "[báo cáo] [đột xuất] khi {event}",
      en: "[ad hoc] (whenever|when|upon) [there is|there are] [a|an|any|the|each] {event}",
      build: { Make.eachCase($0[0].event, []) })
    Row(
      "deadline", vi: "{item+semicolon}", en: "{item+semicolon}", build: { Make.deadline($0[0]) },
      match: { value in
        guard case .list = value else { return nil }
        return [value]
      })
    Row("semicolon", vi: ";", en: ";", build: { _ in .number(0) }, match: { _ in [] })
  }
}
