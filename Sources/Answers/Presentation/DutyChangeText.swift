package import CivilCalendar
package import Expansion
import RuleSyntax
package import Rules

/// What recording facts changes, in words: a summary by kinds of change, and a line for each duty.
package struct DutyChangeText: Sendable {
  private let rules: RuleSet
  private let language: Language
  private let today: CivilDate
  private let names: RuleNames
  private let dates: DateWording

  package init(_ rules: RuleSet, _ language: Language, today: CivilDate) {
    self.init(rules, DateWording(language), today: today)
  }

  package init(_ rules: RuleSet, _ dates: DateWording, today: CivilDate) {
    (self.rules, self.dates, self.today) = (rules, dates, today)
    language = dates.language
    names = RuleNames(rules: rules, language: language)
  }

  /// `3 việc có hạn mới; 1 việc đổi hạn` · `3 duties have a day now; 1 duty moves`: of each kind as many as there are lines.
  package func summary(of changes: [DutyChange]) -> String {
    guard !changes.isEmpty else { return language.choose(vi: "không việc nào thay đổi", en: "no duty changes") }
    return DutyChange.Kind.allCases.compactMap { kind in
      let duties = changes.count { $0.kind == kind }
      guard duties > 0 else { return nil }
      let words = Self.words(kind)
      return language.choose(
        vi: "\(duties) việc \(words.vi)", en: duties == 1 ? "1 duty \(words.one)" : "\(duties) duties \(words.many)")
    }.joined(separator: "; ")
  }

  /// A line for each change, at most `limit` of them, and one that says how many more there are.
  package func lines(of changes: [DutyChange], limit: Int = 40) -> [String] {
    let showsPlan = Set(changes.compactMap { $0.duty?.id.plan }).count > 1
    let wording = UpcomingWording(UpcomingList(rules, DutyLists(), today: today, time: nil), dates)
    var lines = changes.prefix(limit).map { change in
      let id = change.duty.map { duty in
        (showsPlan ? "\(duty.id.plan)/" : "") + wording.shortID(duty.id)
      }
      let words = words(change, wording)
      return TerminalEscaper.escape("\(id ?? "?"): \(words)")
    }
    if changes.count > limit {
      lines.append(
        language.choose(vi: "… và \(changes.count - limit) việc khác", en: "… and \(changes.count - limit) more"))
    }
    return lines
  }

  private func words(_ change: DutyChange, _ wording: UpcomingWording) -> String {
    switch change.kind {
    case .handedOver:
      let (old, new) = (change.before?.leads ?? [], change.after?.leads ?? [])
      return "\(names.recipients(old)) → \(names.recipients(new))"
    case .silenced:
      guard let day = change.after?.days?.isSilencedUntil else {
        return language.choose(vi: "lại được nhắc", en: "reminders again")
      }
      return language.choose(vi: "ngừng nhắc đến hết \(dates.dayInSentence(day))", en: "silent until \(dates.day(day))")
    case .told:
      var new = change.after?.course ?? []
      for step in change.before?.course ?? [] {
        if let known = new.firstIndex(of: step) { new.remove(at: known) }
      }
      return new.map(CourseWording(dates).text).joined(separator: "; ")
    case .other:
      return "\(state(change.after, wording))\(opening(change))"
    default:
      let isNewDay = change.kind == .newDay || change.kind == .movedDay
      let isJudged = (isNewDay || change.kind == .lostDay) && change.after?.closed != nil
      func said(_ duty: AnyDuty?) -> String { state(duty, wording) + (isJudged ? judged(duty) : "") }
      let (old, new) = (said(change.before), said(change.after))
      return (old == new ? new : "\(old) → \(new)")
        + (isNewDay ? change.after.map(dayOff) ?? "" : "")
    }
  }

  /// The words for a window whose first day moved; empty if it did not.
  private func opening(_ change: DutyChange) -> String {
    guard let old = change.before?.days, let new = change.after?.days, old.opens != new.opens,
      let opens = new.opens
    else { return "" }
    let before = old.opens.map { language.choose(vi: " thay cho \(dates.day($0))", en: " instead of \(dates.day($0))") }
    return language.choose(vi: ", mở từ \(dates.dayInSentence(opens))", en: ", open from \(dates.day(opens))")
      + (before ?? "")
  }

  private func state(_ duty: AnyDuty?, _ wording: UpcomingWording) -> String {
    guard let duty else { return language.choose(vi: "chưa có", en: "none") }
    if let closed = duty.closed { return state(duty, closed) }
    switch duty.state {
    case .dated(let days):
      if let pending = days.pending {
        let day = dates.day(days.effective)
        return language.choose(vi: "chậm nhất \(day)", en: "by \(day)")
          + inBrackets([wording.waiting(for: pending)] + asides(duty))
      }
      let time =
        days.cutoff.map { language.choose(vi: "trước \(dates.time($0)) ", en: "before \(dates.time($0)) on ") } ?? ""
      return time + dates.weekdayAndDay(days.effective) + inBrackets(asides(duty))
    case .open(let open):
      let words = wording.state(open) + inBrackets(asides(duty))
      guard case .openUndated(let since) = open else { return words }
      return words + language.choose(vi: ", mở từ \(dates.dayInSentence(since))", en: ", open from \(dates.day(since))")
    }
  }

  /// What is said of an open duty beside its day, so that it is seen what stays as it is.
  private func asides(_ duty: AnyDuty) -> [String] {
    var marks: [Mark] = []
    if duty.days?.isExtended ?? false { marks.append(.extended) }
    if duty.isReturned { marks.append(.returned) }
    if duty.request != nil { marks.append(.extensionAsked) }
    let words = marks.map { StatusWording.text(of: $0, duty, language) }
    return duty.report == nil ? words : words + [StatusWording.text(of: .reported, language)]
  }

  private func inBrackets(_ words: [String]) -> String { words.isEmpty ? "" : " (\(words.joined(separator: "; ")))" }

  /// The day by which something that is over is judged.
  private func judged(_ duty: AnyDuty?) -> String {
    guard let day = duty?.boundDay else { return language.choose(vi: ", không có hạn", en: ", without a due day") }
    return language.choose(vi: ", hạn \(dates.day(day))", en: ", due \(dates.day(day))")
  }

  private func dayOff(_ duty: AnyDuty) -> String {
    let calendar = rules.plans[rules.tasks[duty.task].plan].calendar
    guard let day = duty.days?.effective, rules.calendars.indices.contains(calendar),
      rules.calendars[calendar].calendar.status(of: day)?.isWorking == false
    else { return "" }
    return language.choose(vi: ", là ngày nghỉ", en: ", a day off")
  }

  private func state(_ duty: AnyDuty, _ closed: DutyEnd) -> String {
    switch closed {
    case .done(let day, _):
      let words = StatusWording.text(of: duty.status(on: today), language)
      return words + (day.map { " (\(dates.day($0)))" } ?? "")
    case .waived: return StatusWording.text(of: .waived, language)
    case .withdrawn: return StatusWording.text(of: .withdrawn, language)
    }
  }

  private static func words(_ kind: DutyChange.Kind) -> (vi: String, one: String, many: String) {
    switch kind {
    case .newDay: ("có hạn mới", "has a day now", "have a day now")
    case .movedDay: ("đổi hạn", "moves", "move")
    case .lostDay: ("không còn hạn", "has no day any more", "have no day any more")
    case .closed: ("được đóng", "is closed", "are closed")
    case .reopened: ("được mở lại", "is open again", "are open again")
    case .handedOver: ("đổi đơn vị chủ trì", "changes hands", "change hands")
    case .told: ("có thông tin mới", "has news", "have news")
    case .state: ("đổi tình trạng", "stands otherwise", "stand otherwise")
    case .silenced: ("đổi việc nhắc", "changes its reminders", "change their reminders")
    case .other:
      (
        "giữ nguyên hạn, đổi chi tiết khác", "keeps its day and changes otherwise",
        "keep their days and change otherwise"
      )
    }
  }
}
