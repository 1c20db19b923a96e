import CivilCalendar

/// Lists of days and windows, and what bounds them.
enum PlaceRows {
  static let all: [Row] = joints + moments + clocks + bounds + places

  @Rows static var joints: [Row] {
    Row(
      "joint", vi: "(,|+)", en: ",", build: { _ in .number(Joint.comma) },
      match: { $0.number == Joint.comma ? [] : nil })
    Row(
      "joint", vi: "(và|, và|cùng)", en: "(and|, and|&)", build: { _ in .number(Joint.and) },
      match: { $0.number == Joint.and ? [] : nil })
    Row(
      "joint", vi: "(hoặc|, hoặc|hay)", en: "(or|, or)", build: { _ in .number(Joint.or) },
      match: { $0.number == Joint.or ? [] : nil })
    // Between deadlines rather than between the days of one.
    Row("joint", vi: ";", cost: 1, build: { _ in .number(Joint.and) })
    Row("sep", vi: ",", en: ",", build: { _ in .number(Joint.comma) }, match: { $0.number == Joint.comma ? [] : nil })
    Row(
      "sep", vi: "(và|, và)", en: "(and|, and|&)", build: { _ in .number(Joint.and) },
      match: { $0.number == Joint.and ? [] : nil })
    Row("sep", vi: "(;|; và)", en: "(;|; and)", cost: 1, build: { _ in .number(Joint.and) })
  }

  @Rows static var moments: [Row] {
    Row(
      "moment", vi: "{day}", en: "{day}", build: { $0[0].day.map { .place(Place(.on, .day($0))) } },
      match: { value in
        guard let place = value.place, place.opens == nil, case .day(let day) = place.moment else { return nil }
        return [.day(day)]
      })
    Row(
      "moment", vi: "{window}", en: "{window}", build: { $0[0].window.map { .place(Place(.on, .window($0))) } },
      match: { value in
        guard let place = value.place, place.opens == nil, case .window(let window) = place.moment else { return nil }
        return [.window(window)]
      })
    Row(
      "moment", vi: "{range}", en: "{range}", build: { $0[0] },
      match: { value in
        value.place?.opens == nil ? nil : [value]
      })
    moments(vi: "{moment+joint}", en: nil) { Make.moments($0[0]) }
    // *by 15 March or 20 April*: which of the days is not said.
    moments(vi: nil, en: "{moment+joint}") { parts in
      let isOfDays = parts[0].parts?.contains { $0.place?.day != nil } ?? false
      return isOfDays && Make.isAlternative(parts[0]) ? nil : Make.moments(parts[0])
    }
    // Several numbers before what they share.
    Row(
      "moments", vi: "[các] tháng {m+joint} [{ofyear}]", en: "months {m+joint} [{ofyear}]",
      build: { Make.periods(.month, $0[0], $0[1].period) })
    Row(
      "moments", vi: "[các] quý {q+joint} [{ofyear}]", en: "Q {q+joint} [{ofyear}]",
      build: { Make.periods(.quarter, $0[0], $0[1].period) })
    Row("moments", vi: "[các] năm {y+joint}", en: "{y+joint}", build: { Make.years($0[0]) })
    Row(
      "moments", vi: "[các] ngày {numbers:d+dayjoint} [của|trong|thuộc] {period}",
      en: "(the|) {numbers:ord+dayjoint} [day|days] of {period}", build: { Make.days($0[0], of: [$0[1]]) })
    Row(
      "moments", vi: "ngày (thứ {d:figure}|{d}) [của|trong] {period+joint}",
      en: "(the|) {d:ord} [day] of {period+joint}",
      build: { Make.each($0[1]) { [n = $0[0].number] in Make.day(n, of: $0) } })
    Row(
      "moments", vi: "tuần [lễ] {ord} [của|trong] {period+joint}", en: "(the|) {ord} week of {period+joint}",
      build: { Make.each($0[1]) { [n = $0[0].number] in Make.part(.week(n ?? 0), of: $0) } })
    Row(
      "moments", vi: "{part} {period+joint}", en: "{part} {period+joint}",
      build: { parts in
        // *giữa tháng 6 và tháng 7* is between them rather than in the middle of each.
        parts[0].part == .middle ? nil : Make.each(parts[1]) { Make.part(parts[0].part, of: $0) }
      })
    Row(
      "moments", vi: "[ngày] {kind} {ord} [của|trong] {period+joint}", en: "(the|) {ord} {kind} (of|in) {period+joint}",
      build: { Make.each($0[2]) { [kind = $0[0].kind, n = $0[1].number] in Make.ordinal(kind, n, of: .period($0)) } })
    Row(
      "moments", vi: "[ngày|các ngày] {weekday+dayjoint} [của|trong] {week:weekname}",
      en: "{weekday+dayjoint} (of|) {week:weekname}", build: { Make.weekdays($0[0], of: $0[1].period) })
    Row(
      "dayjoint", vi: ", [và] [ngày]|và [ngày]", en: ", [and] [the]|and [the]|&",
      build: { _ in .number(Joint.and) })
  }

  private static func moments(vi: String?, en: String?, build: @escaping @Sendable (Parts) -> Value?) -> Row {
    Row(
      "moments", vi: vi, en: en, build: build,
      match: { value in
        guard case .list(let all) = value else { return nil }
        return [.list(all)]
      })
  }

  @Rows static var clocks: [Row] {
    Row(
      "clock", vi: "{hour} ~: ~{minute}", en: "{hour} ~: ~{minute}", build: { Make.clock($0[0].number, $0[1].number) },
      match: { value in
        value.time.map { [.number($0.minutes / 60), .number($0.minutes % 60)] }
      })
    Row(
      "clock", vi: "{hour} (h|giờ|g) [{minute}] [phút] [đúng|sáng|trưa]",
      build: { Make.clock($0[0].number, $0[1].number) })
    Row(
      "clock", vi: "{hour} (h|giờ) [{minute}] [phút] (chiều|tối)",
      build: { parts in
        Make.clock(parts[0].number.map { $0 < 12 ? $0 + 12 : $0 }, parts[1].number)
      })
    Row(
      "clock", vi: "{hour} : {minute} giờ", en: "{hour} : {minute} hours",
      build: { Make.clock($0[0].number, $0[1].number) })
  }

  @Rows static var bounds: [Row] {
    Row("bound", vi: "trước", en: "before", build: { _ in .bound(.before) }, match: { $0.bound == .before ? [] : nil })
    Row(
      "bound", vi: "{latest} [là|vào] trước", en: "prior to|in advance of|earlier than", build: { _ in .bound(.before) }
    )
    Row(
      "bound", vi: "chậm nhất [là|vào|đến|đến hết|không quá]", en: "by", build: { _ in .bound(.by) },
      match: { $0.bound == .by ? [] : nil })
    Row(
      "bound", vi: "{latest} [là|vào|đến|đến hết|không quá|tới|trong|trong vòng|trong thời hạn|trong thời gian]",
      en: "(no|not) later than|on or before|at the latest [by|on]|until|not after|up to", build: { _ in .bound(.by) })
    Row("bound", vi: "vào", en: "on", build: { _ in .bound(.on) }, match: { $0.bound == .on ? [] : nil })
    Row(
      "bound",
      vi:
        "trong|trong thời hạn|trong khoảng|ngay trong|vào hồi|vào lúc|vào thời điểm|diễn ra|trong các|trong thời gian|trong vòng",
      en: "in|during|throughout", build: { _ in .bound(.on) })
    Row(
      "bound", vi: "không sớm hơn", en: "not before", build: { _ in .bound(.notBefore) },
      match: { $0.bound == .notBefore ? [] : nil })
    Row(
      "bound", vi: "sớm nhất [là|vào|từ]|không trước",
      en: "no earlier than|not earlier than|no sooner than|on or after", build: { _ in .bound(.notBefore) })
  }

  @Rows static var places: [Row] {
    Row(
      "group", vi: "trong năm", en: "in the year",
      build: { _ in .list([.place(Place(.on, .window(.period(.planYear))))]) },
      match: { value in
        value == .list([.place(Place(.on, .window(.period(.planYear))))]) ? [] : nil
      })
    // An hour of each day of a rhythm.
    Row(
      "group", en: "at {clock} that day",
      build: { parts in
        parts[0].time.map { .list([.place(Place(.on, .day(.last(of: .period(.own(nil)))), time: $0))]) }
      },
      match: { value in
        guard let places = value.parts, places.count == 1, let place = places[0].place, let time = place.time,
          place.bound == .on, place.opens == nil,
          case .day(.last(.period(.own(let unit?)))) = place.moment, unit.size == 0
        else { return nil }
        return [.time(time)]
      })
    Row(
      "group", vi: "{bound} {clock} trong ngày", en: "{bound} {clock} that day",
      build: { parts in
        parts[1].time.map {
          .list([.place(Place(parts[0].bound ?? .by, .day(.last(of: .period(.own(nil)))), time: $0))])
        }
      },
      match: { value in
        guard let places = value.parts, places.count == 1, let place = places[0].place, let time = place.time,
          place.opens == nil,
          case .day(.last(.period(.own(let unit?)))) = place.moment, unit.size == 0
        else { return nil }
        return [.bound(place.bound), .time(time)]
      })
    // A window stands bare; its wording is its own.
    Row(
      "group", vi: "{moments}", en: "{moments}", build: { Make.bare($0[0]) },
      match: { value in
        guard let places = value.parts, let first = places.first?.place, first.bound == .on, first.time == nil,
          case .window = first.moment, Make.bare(value) != nil
        else { return nil }
        return [value]
      })
    Row(
      "group", vi: "{range}", en: "{range}", build: { .list([$0[0]]) },
      match: { value in
        guard let places = value.parts, places.count == 1, places[0].place?.opens != nil else { return nil }
        return [places[0]]
      })
    Row(
      "group", vi: "(sau|từ sau) {moment}", cost: 2, build: { Make.after($0[0].place) },
      match: { value in
        guard let places = value.parts, places.count == 1, case let place? = places[0].place, place.time == nil,
          case .shifted([CalendarDuration(1, .day)], false, let day)? = place.day
        else { return nil }
        let whole = if case .last(let window) = day { Place(.on, .window(window)) } else { Place(.on, .day(day)) }
        return Make.after(whole) == value ? [.place(whole)] : nil
      })
    Row(
      "group", en: "at {clock} (on|) {moments}", build: { Make.bounded(.on, $0[1], $0[0].time) },
      match: { value in
        guard let places = value.parts, let first = places.first?.place, first.opens == nil, first.bound == .on,
          let time = first.time
        else { return nil }
        return [.time(time), .list(all(value).map(unbounded))]
      })
    shifted(.by, backwards: false, vi: "trong {durations} kể từ {day}", en: "within {durations} after {day}")
    shifted(.by, backwards: true, vi: "chậm nhất {durations} trước {day}", en: "at least {durations} before {day}")
    shifted(
      .notBefore, backwards: false, vi: "không sớm hơn {durations} kể từ {day}", en: "at least {durations} after {day}")
    Row(
      "group", vi: "{bound} [{clock}] [,] [của] {moments}", en: "{bound} [{clock} (on|of|,|)] [on|of|,] {moments}",
      build: { Make.bounded($0[0].bound, $0[2], $0[1].time) },
      match: { value in
        guard let places = value.parts, let first = places.first?.place, first.opens == nil else { return nil }
        return [.bound(first.bound), first.time.map { .time($0) } ?? .none, .list(all(value).map(unbounded))]
      })
    // *trước ngày 05 tháng đầu của 6 tháng* is rather a day than five months.
    Row(
      "group", vi: "{bound} [{clock}] [,] ngày {moments}", cost: 1,
      build: { parts in
        parts[2].parts?.allSatisfy { $0.place?.day != nil } == true
          ? Make.bounded(parts[0].bound, parts[2], parts[1].time) : nil
      })
    Row(
      "group", vi: "{clock} [của|,] {moments}",
      build: { Make.bounded(.on, $0[1], $0[0].time) })
    Row(
      "group", vi: "{bound} {clock} [của|mỗi|các|hằng|hàng] ngày làm việc",
      en: "{bound} {clock} (each|every) (working|business) day",
      build: { parts in
        parts[1].time.map {
          .list([.place(Place(parts[0].bound ?? .by, .day(.last(of: .period(.each(.workingDay)))), time: $0))])
        }
      })
    Row(
      "group",
      vi: "(bắt đầu từ|từ|kể từ|tính từ) [{clock}] {a:moment} (,|và|, và|đến|) [hoàn thành|kết thúc|xong] {b:group}",
      cost: 1,
      build: { Make.opening($0[1].place, $0[2]) }, match: { Make.matchOpening($0).map { [.none] + $0 } })
    // *from Q2, 2024* is no stretch from the quarter to the year.
    Row(
      "group", en: "(from|starting|beginning) [on|in] {a:moment} [,|and] {b:group}", cost: 1,
      build: { parts in
        parts[1].parts?.first?.place?.bound == .on ? nil : Make.opening(parts[0].place, parts[1])
      },
      match: { value in
        Make.matchOpening(value)
      })
    Row(
      "places", vi: "{group}", en: "{group}", build: { $0[0] },
      match: { value in
        guard let places = value.parts, Make.groups(places).count == 1 else { return nil }
        return [value]
      })
    Row(
      "places", vi: "{group} {sep} {places}", en: "{group} {sep} {places}",
      build: { parts in
        parts[1].number == Joint.comma && Make.tellsTwice(parts[0], parts[2]) ? nil : Make.groups(parts[0], parts[2])
      },
      match: { value in
        guard let places = value.parts else { return nil }
        let groups = Make.groups(places)
        guard groups.count > 1 else { return nil }
        return [Make.joined(groups[0]), .number(Joint.and), Make.joined(groups[1...].flatMap { $0 })]
      })
  }

  /// Counted from a day of a period. Counts from a day of the calendar are a form of their own.
  private static func shifted(_ bound: Bound, backwards: Bool, vi: String, en: String) -> Row {
    Row(
      "group", vi: vi, en: en,
      build: { Make.shiftedPlace(bound, $0[0].durations, backwards: backwards, from: $0[1].day) },
      match: { value in
        guard let places = value.parts, places.count == 1, let place = places[0].place, place.bound == bound,
          place.time == nil,
          place.opens == nil, case .day(.shifted(let durations, backwards, let day)) = place.moment,
          !Make.isCountedFrom(day)
        else { return nil }
        return [.durations(durations), .day(day)]
      })
  }

  private static func all(_ value: Value) -> [Value] { if case .list(let all) = value { all } else { [] } }

  /// A place without its bound and time, as `moments` word it.
  private static func unbounded(_ value: Value) -> Value {
    guard let place = value.place else { return value }
    return .place(Place(.on, place.moment))
  }
}

/// What joins the members of a list.
enum Joint {
  static let comma = 0
  static let and = 1
  static let or = 2
}
