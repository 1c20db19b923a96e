import CivilCalendar
import Deadlines
import Expansion
import RuleSyntax
import Rules

/// Words the cells of a duty, for tables of any format.
struct UpcomingWording {
  let names: RuleNames
  let language: Language
  let today: CivilDate
  let dates: DateWording
  let periods: PeriodWording
  /// Whether ids are shown with their plan, because several plans are listed.
  let showsPlan: Bool

  init(_ list: UpcomingList, _ language: Language) { self.init(list, DateWording(language)) }

  init(_ list: UpcomingList, _ dates: DateWording) {
    self.init(list.rules, today: list.today, list.items.lazy.map(\.duty.id.plan), dates)
  }

  init(_ page: UpcomingPage, _ language: Language) {
    self.init(page.rules, today: page.today, page.rows.lazy.map(\.first.duty.id.plan), DateWording(language))
  }

  private init(_ rules: RuleSet, today: CivilDate, _ plans: some Sequence<String>, _ dates: DateWording) {
    (language, self.dates, self.today) = (dates.language, dates, today)
    names = RuleNames(rules: rules, language: language)
    periods = PeriodWording(dates)
    showsPlan = Set(plans).count > 1
  }

  /// The id without what says nothing here: `I.5`, `VII.9@2024-Q1`. What is owed only once is shown without its key.
  func shortID(_ id: ObligationID) -> String {
    var text = showsPlan ? "\(id.plan)/\(id.task)" : id.task
    if let label = id.label { text += ":\(label)" }
    if id.key != "once" { text += "@\(id.key)" }
    if let unit = id.unit { text += "/\(unit)" }
    return text
  }

  /// The id of a row: of a folded one without keys and units.
  func shortID(_ row: UpcomingRow) -> String {
    var id = row.first.duty.id
    if row.count > 1 { (id.key, id.unit) = ("once", nil) }
    return shortID(id)
  }

  /// How many of a row were reported, how many are urgent, and the state of the most urgent one.
  func state(_ row: UpcomingRow) -> String {
    guard row.isFolded else { return state(row.first) }
    var parts = [
      row.share.total > 1
        ? language.choose(
          vi: row.share.text(.vi),
          en: "\(number(row.share.reported))/\(number(row.share.total)) reported")
        : language.choose(vi: "\(number(row.count)) việc", en: "\(number(row.count)) duties")
    ]
    if row.dueSoon > (row.first.isDueSoon ? 1 : 0) {
      let soon = number(row.dueSoon)
      parts.append(language.choose(vi: "\(soon) đến hạn trong 7 ngày", en: "\(soon) due in 7 days"))
    }
    if row.overdue > 1, case .overdue(let days) = row.first.status {
      parts.append(
        language.choose(
          vi: "\(number(row.overdue)) quá hạn (\(number(days)) ngày)",
          en: "\(number(row.overdue)) overdue (\(number(days)) days)"))
    } else {
      parts.append(state(row.first))
    }
    return parts.joined(separator: "; ")
  }

  /// Who leads; of many each is named by `explain`.
  func leads(_ row: UpcomingRow) -> String {
    guard row.leads.count > 2 else { return row.leads.map(names.recipients).joined(separator: "; ") }
    return language.choose(vi: "\(number(row.leads.count)) đơn vị", en: "\(number(row.leads.count)) units")
  }

  private func number(_ number: Int) -> String { language.number(number) }

  func title(_ item: UpcomingItem) -> String {
    item.duty.isClassified
      ? language.choose(vi: "Việc có độ mật", en: "Classified work") : names.task(item.duty.task)?.title ?? ""
  }

  /// The day, or the words in its place, for a column or a sentence.
  func when(_ item: UpcomingItem, inSentence: Bool = false) -> String {
    let said = inSentence ? dates.day : dates.inColumn
    if item.duty.isClassified {
      return item.duty.toldDay.map(said) ?? language.choose(vi: "không có ngày", en: "no day")
    }
    switch item.duty.state {
    case .dated(let days):
      let told = item.duty.told
      let day = said(told?.day ?? days.effective)
      let time = told?.cutoff.map { "\(dates.time($0)) " } ?? ""
      return days.pending == nil
        ? time + day : language.choose(vi: "chậm nhất \(time)\(day)", en: "by \(time)\(day)")
    case .open(let open): return when(open, said)
    }
  }

  private func when(_ open: OpenState, _ said: (CivilDate) -> String) -> String {
    switch open {
    case .waiting, .waitingForTask, .awaitingDate:
      open.expected.map { days in
        let when = days.first == days.last ? said(days.first) : periods.text(of: days)
        return language.choose(vi: "dự kiến \(when)", en: "expected \(when)")
      } ?? "—"
    case .openUndated(let since), .notBefore(let since):
      language.choose(vi: "từ \(said(since))", en: "from \(said(since))")
    case .standing(_, let last?):
      language.choose(vi: "đến \(said(last))", en: "until \(said(last))")
    case .standing(let first, nil):
      language.choose(vi: "từ \(said(first))", en: "from \(said(first))")
    case .eachCase(_, let active):
      active.map {
        language.choose(
          vi: "đến \(said($0.last))", en: "until \(said($0.last))")
      } ?? "—"
    case .unclear: "—"
    }
  }

  /// How far away the day is, or what the duty waits for, with the marks in brackets; of classified work that it is.
  func state(_ item: UpcomingItem) -> String {
    if item.duty.isClassified { return language.choose(vi: "có độ mật", en: "classified") }
    let text: String
    switch item.duty.state {
    case _ where item.group == .closed: text = StatusWording.text(of: item.status, language)
    case _ where item.status == .reported:
      text = StatusWording.text(of: item.status, language) + (reportDelay(item.duty).map { ", \($0)" } ?? "")
    case .dated where item.marks.contains(.toSettle): return StatusWording.text(of: .toSettle, language)
    case .dated(let days):
      // What waits for another and is late says both.
      let isLate = if case .overdue = item.status { true } else { false }
      let distance =
        isLate
        ? StatusWording.text(of: item.status, language) : dates.distance(to: days.effective, from: today)
      text = days.pending.map { (isLate ? "\(distance), " : "") + waiting(for: $0) } ?? distance
    case .open(let open): text = state(open)
    }
    // A duty without a day says in words what its mark would say.
    let shown = item.duty.days == nil ? [] : item.marks
    let marks = shown.map { StatusWording.text(of: $0, item.duty, language) }.sorted().joined(separator: ", ")
    return marks.isEmpty ? text : "\(text) (\(marks))"
  }

  /// By how many days a report that is to be confirmed came late; nil if it did not.
  private func reportDelay(_ duty: AnyDuty) -> String? {
    guard let due = duty.toldDay, let day = duty.report?.day, day > due else { return nil }
    let days = language.number(day.days(since: due))
    return language.choose(vi: "trễ \(days) ngày", en: days == "1" ? "1 day late" : "\(days) days late")
  }

  func state(_ open: OpenState) -> String {
    switch open {
    case .waiting(let events, _): waits(for: events.map(names.event).joined(separator: "; "))
    case .waitingForTask(let task, let key, _): waits(for: "\(names.task(task.task)?.id ?? "#\(task.task)")@\(key)")
    case .awaitingDate(let timetable, _): awaits(timetable)
    case .notBefore: language.choose(vi: "không có hạn", en: "no due day")
    case .openUndated: language.choose(vi: "chờ ấn định ngày", en: "awaits a date from its lead")
    case .standing: StatusWording.text(of: .standing, language)
    case .eachCase(let trigger?, _):
      language.choose(vi: "mỗi lần \(names.event(trigger))", en: "whenever \(names.event(trigger))")
    case .eachCase(nil, _): language.choose(vi: "khi có phát sinh", en: "as it arises")
    case .unclear(let words): language.choose(vi: "chưa rõ", en: "unclear") + (words.isEmpty ? "" : ": \(words)")
    }
  }

  func waiting(for pending: DueDays.Pending) -> String {
    switch pending {
    case .events(let events): waits(for: events.map(names.event).joined(separator: "; "))
    case .timetable(let timetable): awaits(timetable)
    case .task(let task): waits(for: names.task(task.task)?.id ?? "#\(task.task)")
    case .occurrence: language.choose(vi: "khi có phát sinh", en: "as it arises")
    }
  }

  private func waits(for name: String) -> String {
    language.choose(vi: "chờ \(name)", en: "waits for \(name)")
  }

  private func awaits(_ timetable: Timetable) -> String {
    let text = periods.text(of: timetable)
    return language.choose(vi: "chờ ấn định theo \(text)", en: "awaits its date: \(text)")
  }
}
