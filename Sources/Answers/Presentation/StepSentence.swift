import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Says one step of a derivation in one sentence.
struct StepSentence {
  private let explanation: Explanation
  /// `file:line` of the due line.
  private let place: String?

  init(_ explanation: Explanation, place: String?) {
    self.explanation = explanation
    self.place = place
  }

  private var dates: DateWording { explanation.dates }
  private var periods: PeriodWording { explanation.periods }

  private func say(_ vi: String, _ en: String) -> String { explanation.language == .vi ? vi : en }

  func text(of step: DerivationStep) -> String {
    switch step {
    case .rule(let text): rule(text)
    case .fact(let text, let file, let line): fact(text, "\(file.path(below: explanation.root)):\(line)")
    case .planYear(let year):
      say(
        "Lời văn không nêu năm nên lấy năm \(year) của kế hoạch.",
        "The wording names no year, so the plan's year \(year) is taken.")
    case .period(let period, let days):
      say(
        "Kỳ thực hiện là \(periods.name(of: period)), \(dates.range(days)).",
        "The period is \(periods.name(of: period)), \(dates.range(days)).")
    case .window(_, let days):
      say("Khoảng thời gian là \(dates.range(days)).", "The window is \(dates.range(days)).")
    case .bounded(let from, let until): bounded(from, until)
    case .otherTask(let id, let day):
      say(
        "Nhiệm vụ \(id.task) (\(id)) cho ngày mốc \(dates.weekdayAndDay(day)).",
        "Task \(id.task) (\(id)) gives the day \(dates.weekdayAndDay(day)).")
    case .otherTaskEnded(let id):
      say(
        "Nhiệm vụ \(id.task) (\(id)) không phải làm nữa nên không tính được hạn từ nhiệm vụ ấy; cần ấn định hạn.",
        "Task \(id.task) (\(id)) need not be done any more, so nothing can be counted from it; a day is to be set.")
    case .issued(let binding, let day):
      say(
        "Mốc “\(explanation.names.event(binding))” là \(dates.dayInSentence(day)), theo ngày ban hành ghi trong kế hoạch.",
        "“\(explanation.names.event(binding))” is \(dates.day(day)), the day of issue that the plan gives.")
    case .deciding(let binding, let day):
      say(
        "Trong các sự kiện, “\(explanation.names.event(binding))” \(dates.dayInSentence(day)) là sự kiện quyết định.",
        "Of the events, “\(explanation.names.event(binding))” on \(dates.day(day)) decides.")
    case .stated, .before, .beforeTime, .clamped, .reading, .ordinal, .leading, .weekday, .lunar, .middle: named(step)
    case .counted, .immediately, .hours, .hoursFromMidnight, .hoursFromOpening, .moved, .kept, .doubtful:
      counted(step)
    case .backstop, .extended, .returned, .extensionPassed: limit(step)
    }
  }

  private func fact(_ text: String, _ place: String) -> String {
    say("Đã ghi nhận (\(place)): “\(text)”.", "Recorded (\(place)): “\(text)”.")
  }

  private func rule(_ text: String) -> String {
    let at = place.map { " (\($0))" } ?? ""
    return say("Quy tắc\(at) ghi hạn: “\(text)”.", "The rule\(at) says: “\(text)”.")
  }

  private func named(_ step: DerivationStep) -> String {
    switch step {
    case .stated(let day):
      say("Ngày ghi trong hạn là \(dates.weekdayAndDay(day)).", "The day named is \(dates.weekdayAndDay(day)).")
    case .before(let stated, let last):
      say(
        "Hạn ghi trước ngày \(dates.day(stated)), nên ngày cuối cùng là \(dates.weekdayAndDay(last)).",
        "The wording says before \(dates.day(stated)), so the last day is \(dates.weekdayAndDay(last)).")
    case .beforeTime(let day, let time):
      say(
        "Hạn ghi trước \(dates.time(time)), nên vẫn là \(dates.weekdayAndDay(day)), trước giờ đó.",
        "The wording says before \(dates.time(time)), so it is still \(dates.weekdayAndDay(day)), before that time.")
    case .clamped(let day, let to):
      say(
        "Tháng đó không có ngày \(day), nên lấy ngày cuối tháng, \(dates.weekdayAndDay(to)).",
        "That month has no day \(day), so its last day is taken, \(dates.weekdayAndDay(to)).")
    case .reading(let part, let days):
      say(
        "“\(periods.text(of: part))” được hiểu là \(dates.range(days)) (cách hiểu của chương trình).",
        "“\(periods.text(of: part))” is read as \(dates.range(days)) (our reading).")
    case .ordinal(let kind, let n, let day):
      say(
        "Tính theo lịch, \(periods.text(of: kind, n)) là \(dates.weekdayAndDay(day)).",
        "By the calendar, the \(periods.text(of: kind, n)) is \(dates.weekdayAndDay(day)).")
    case .leading(let count, let unit, let days):
      say(
        "\(periods.text(of: CalendarDuration(abs(count), unit))) \(count > 0 ? "đầu" : "cuối") là \(dates.range(days)).",
        "The \(count > 0 ? "first" : "last") \(periods.text(of: CalendarDuration(abs(count), unit))) are \(dates.range(days))."
      )
    case .weekday(let weekday, let n, let from, let day):
      say(
        "Tính theo lịch, \(periods.text(of: .weekday(weekday), abs(n))) \(n > 0 ? "sau" : "trước") ngày \(dates.day(from)) "
          + "là \(dates.weekdayAndDay(day)).",
        "By the calendar, the \(periods.text(of: .weekday(weekday), abs(n))) \(n > 0 ? "after" : "before") "
          + "\(dates.day(from)) is \(dates.weekdayAndDay(day)).")
    case .lunar(let month, let day, let year, let civil):
      say(
        "Ngày \(day)/\(month) âm lịch năm \(year) là \(dates.weekdayAndDay(civil)).",
        "Day \(day) of lunar month \(month) of \(year) is \(dates.weekdayAndDay(civil)).")
    case .middle(let period, let day):
      middle(period, day)
    default: ""
    }
  }

  private func limit(_ step: DerivationStep) -> String {
    switch step {
    case .backstop(let day):
      say(
        "Chậm nhất là \(dates.weekdayAndDay(day)), bất kể các mốc khác.",
        "It is due by \(dates.weekdayAndDay(day)) at the latest, whatever else happens.")
    case .extended(let to, let by):
      say(
        "Được gia hạn đến \(dates.weekdayAndDay(to))\(by.map { " theo \($0)" } ?? "").",
        "Extended to \(dates.weekdayAndDay(to))\(by.map { " per \($0)" } ?? "").")
    case .returned(let day):
      say("Hạn mới là \(dates.weekdayAndDay(day)).", "The new day is \(dates.weekdayAndDay(day)).")
    case .extensionPassed(let day):
      say(
        "Hạn tính được, \(dates.weekdayAndDay(day)), muộn hơn ngày được cho nên hạn tính được có hiệu lực.",
        "The computed day, \(dates.weekdayAndDay(day)), is later than the day that was given, so the computed day binds."
      )
    default: ""
    }
  }

  private func counted(_ step: DerivationStep) -> String {
    switch step {
    case .counted(let from, let durations, let to, let backwards, let article):
      count(from, durations, to, backwards: backwards, article)
    case .immediately(let after, let day):
      say(
        "“Ngay sau” ngày \(dates.day(after)) được hiểu là ngày làm việc tiếp theo, \(dates.weekdayAndDay(day)) "
          + "(cách hiểu của chương trình).",
        "“Immediately” after \(dates.day(after)) is read as the next working day, \(dates.weekdayAndDay(day)) "
          + "(our reading).")
    case .hoursFromMidnight(let day):
      say(
        "Không ghi nhận giờ xảy ra nên giờ được tính từ 00h00 ngày \(dates.day(day)), phía an toàn.",
        "No time was recorded, so hours count from 00:00 on \(dates.day(day)), the safe side.")
    case .hoursFromOpening(let day, let opening):
      say(
        "Không ghi nhận giờ xảy ra nên giờ làm việc được tính từ \(dates.time(opening)) ngày \(dates.day(day)), khi mở cửa.",
        "No time was recorded, so working hours count from \(dates.time(opening)) on \(dates.day(day)), when the office opens."
      )
    case .hours(let from, let start, let count, let to, let end, let backwards):
      hours(from, start, count, to, end, backwards: backwards)
    case .moved(let from, let status, let to, let article): moved(from, status, to, article)
    case .kept(let day, let status, let reason): kept(day, status, reason)
    case .doubtful(let doubt): doubtful(doubt)
    default: ""
    }
  }

  private func count(
    _ from: CivilDate, _ durations: [CalendarDuration], _ to: CivilDate, backwards: Bool, _ article: LegalBasis?
  ) -> String {
    let cited = article.map { say(" (\($0.vi))", " (\($0.en))") } ?? ""
    let day = dates.weekdayAndDay(to)
    let length = periods.text(of: durations)
    if backwards {
      return say(
        "Tính lùi từ ngày \(dates.day(from)), trước đó \(length) là \(day) (luật không quy định cách tính lùi; cách hiểu "
          + "của chương trình).",
        "Counted back from \(dates.day(from)), \(length) before it is \(day) (no law says how to count back; our "
          + "reading).")
    }
    if durations.contains(where: { $0.unit == .hour }) {
      return say(
        "\(length) kể từ ngày \(dates.day(from)) kết thúc vào \(day)\(cited).",
        "\(length) from \(dates.day(from)) end on \(day)\(cited).")
    }
    let single = durations.count == 1 ? durations.first : nil
    let end: String
    switch single?.unit {
    case .day:
      end = say("ngày thứ \(single?.count ?? 0) là \(day)", "the \(periods.english(single?.count ?? 0)) day is \(day)")
    case .workingDay:
      end = say(
        "ngày làm việc thứ \(single?.count ?? 0) là \(day)",
        "the \(periods.english(single?.count ?? 0)) working day is \(day)")
    default: end = say("\(length) sau là \(day)", "\(length) later is \(day)")
    }
    return say(
      "Ngày mốc \(dates.day(from)) không tính; \(end)\(cited).",
      "The day \(dates.day(from)) itself is not counted; \(end)\(cited).")
  }

  private func hours(
    _ from: CivilDate, _ start: ClockTime, _ duration: CalendarDuration, _ to: CivilDate, _ end: ClockTime,
    backwards: Bool
  ) -> String {
    let first = say(
      "\(dates.time(start)) ngày \(dates.day(from))", "\(dates.time(start)) on \(dates.day(from))")
    let last = say(
      "\(dates.time(end)) \(dates.weekdayAndDay(to))", "\(dates.time(end)) on \(dates.weekdayAndDay(to))")
    let length = periods.text(of: duration)
    return backwards
      ? say("Tính lùi từ \(first), trước đó \(length) là \(last).", "Counted back from \(first), \(length) is \(last).")
      : say("\(length) kể từ \(first) kết thúc lúc \(last).", "\(length) from \(first) end at \(last).")
  }

  private func bounded(_ from: CivilDate?, _ until: CivilDate?) -> String {
    switch (from, until) {
    case (let from?, let until?):
      say(
        "Chỉ tính trong phạm vi \(dates.range(DayRange(first: from, last: until))).",
        "Only \(dates.range(DayRange(first: from, last: until))) counts.")
    case (let from?, nil):
      say("Chỉ tính từ ngày \(dates.day(from)).", "Only days from \(dates.day(from)) on count.")
    case (nil, let until?):
      say("Chỉ tính đến hết ngày \(dates.day(until)).", "Only days up to \(dates.day(until)) count.")
    case (nil, nil): say("Không có giới hạn ngày.", "There is no bound.")
    }
  }

  private func moved(_ from: CivilDate, _ status: DayStatus, _ to: CivilDate, _ article: LegalBasis?) -> String {
    let cited =
      article.map { say($0.vi, $0.en) } ?? say("theo quy định về ngày nghỉ của kế hoạch", "by the plan's day-off rule")
    let off = dayOff(status)
    let first = capitalized(dates.weekdayAndDay(from))
    let day = dates.weekdayAndDay(to)
    if to > from {
      return say(
        "\(first) là \(off); hạn kết thúc vào cuối ngày làm việc tiếp theo, \(day) (\(cited)).",
        "\(dates.day(from)) is \(off); the period ends with the next working day, \(day) (\(cited)).")
    }
    return say(
      "\(first) là \(off); hạn chuyển về ngày làm việc liền trước, \(day) (\(cited)).",
      "\(dates.day(from)) is \(off); the day that binds is the working day before, \(day) (\(cited)).")
  }

  /// The middle of a period. In article 146 of the Civil Code 2015, clause 2 is about months and clause 3 about years.
  private func middle(_ period: Period, _ day: CivilDate) -> String {
    let clause = if case .year = period { 3 } else { 2 }
    return say(
      "Giữa kỳ là \(dates.weekdayAndDay(day)) (khoản \(clause) Điều 146 Bộ luật Dân sự 2015).",
      "The middle is \(dates.weekdayAndDay(day)) (Civil Code 2015, article 146(\(clause))).")
  }

  private func doubtful(_ doubt: DayOffDoubt) -> String {
    switch doubt {
    case .unannounced(let year):
      return say(
        "Lịch nghỉ năm \(year) chưa được công bố: hạn là ngày sớm nhất trong các cách nghỉ mà luật cho phép.",
        "The days off of \(year) are not announced: this is the earliest day under every choice that the law leaves.")
    case .intended(let day, let name):
      let shown = dates.day(day) + (name.isEmpty ? "" : " (\(name))")
      return say(
        "Ngày \(shown) dự kiến được nghỉ nhưng chưa có luật: hạn là ngày sớm nhất, dù nghỉ hay không.",
        "\(shown) is meant to be off, but no law says so yet: this is the earlier day of both.")
    }
  }

  private func kept(_ day: CivilDate, _ status: DayStatus, _ reason: KeptReason) -> String {
    let why: String
    if case .weeklyDayOff(let weekday) = status {
      why = say(dates.name(of: weekday), "a \(dates.name(of: weekday))")
    } else {
      let name = status.name ?? say("ngày nghỉ", "day off")
      why = say("nghỉ \(name.hasPrefix("Tết Nguyên đán") ? "Tết" : name)", "a day off (\(name))")
    }
    return say(
      "Ngày \(dates.day(day)) rơi vào \(why), không dời: \(self.why(reason)).",
      "\(dates.day(day)) falls on \(why) and is not moved: \(self.why(reason)).")
  }

  private func why(_ reason: KeptReason) -> String {
    switch reason {
    case .named: say("ngày ghi rõ trong kế hoạch được giữ nguyên", "a day that the plan names stays")
    case .set: say("ngày đã ấn định được giữ nguyên", "a day that was set stays")
    case .periodEnd: say("ngày cuối của kỳ ghi trong hạn được giữ nguyên", "the last day of a named period stays")
    case .hours:
      say("thời hạn tính bằng giờ chạy liên tục, kể cả ngày nghỉ", "hours run on through days off")
    case .eventDay: say("hạn là chính ngày của mốc", "it is due on the very day that it hangs on")
    case .counted:
      say("lịch này không dời ngày cuối của thời hạn", "this calendar's law of time does not move the last day")
    case .rule: say("hạn ghi rõ là giữ nguyên", "the deadline says that it stays")
    }
  }

  /// `ngày nghỉ hằng tuần`, `ngày nghỉ (Tết Nguyên đán)` · `a Saturday, a weekly day off`, `a day off (…)`
  private func dayOff(_ status: DayStatus) -> String {
    switch status {
    case .weeklyDayOff(let weekday):
      say("ngày nghỉ hằng tuần", "a \(dates.name(of: weekday)), a weekly day off")
    case .holiday(let name): say("ngày nghỉ (\(name))", "a day off (\(name))")
    case .substitute(let name): say("ngày nghỉ bù (\(name))", "a day off in lieu (\(name))")
    case .makeUp(let name): say("ngày làm việc (\(name))", "a working day (\(name))")
    case .doubtful(let name): say("ngày có thể nghỉ (\(name))", "a day that may be off (\(name))")
    case .working: say("ngày làm việc", "a working day")
    }
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
