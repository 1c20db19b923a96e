import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Presentation
import Rules
import Templates

/// One day of a month: its cell in the grid, and its card beside it.
struct MonthDay {
  static let cellShape: [String: TemplateShape] = [
    "class": .text, "number": .text, "lunar": .text, "offKind": .text, "offName": .text, "isToday": .truth,
    "href": .text, "count": .text, "titles": .list(["id": .text, "title": .text]), "countDue": .text,
    "notReported": .text,
  ]
  static let cardShape: [String: TemplateShape] = [
    "date": .text, "day": .text, "colour": .text, "href": .text, "remark": .text, "all": .text,
    "works": .list(SharedWork.shape),
  ]
  static let noDay = cellShape.mapValues { _ in TemplateValue.text("") }.merging(["class": .text("rest")]) { $1 }

  /// A cell with more work shows how much there is.
  private static let mostTitles = 3
  private static let mostLines = 6

  let day: CivilDate
  let status: DayStatus?
  /// What is due.
  let items: [UpcomingItem]
  private let works: [SharedWork]
  private let visit: Visit

  /// - Parameter items: what is due on it, as far as it is asked for.
  init(_ day: CivilDate, _ calendar: WorkingCalendar, _ items: [UpcomingItem], _ visit: Visit) {
    (self.day, self.items, self.visit) = (day, items, visit)
    status = calendar.status(of: day)
    works = SharedWork.lines(of: items)
  }

  private var isToday: Bool { day == visit.today }
  /// The list of all that is due on that day, whatever became of it.
  private var address: String {
    let states =
      items.contains { $0.group == .closed || $0.duty.isClassified } ? StateCounts.State.ofDays : []
    return Route.address(
      ["viec"], visit.language,
      query: visit.route.query + [.init("from", "\(day)"), .init("to", "\(day)")]
        + states.map { .init("status", $0.rawValue) })
  }
  /// Those whose state may be told.
  private var told: [UpcomingItem] { items.filter { !$0.duty.isClassified } }
  private var notReported: Int { told.count { !$0.isReported } }
  private var count: String {
    let count = visit.number(items.count)
    return visit.say("\(count) việc", items.count == 1 ? "1 duty" : "\(count) duties")
  }

  var cell: [String: TemplateValue] {
    let titles = works.count > Self.mostTitles ? [] : works.map { $0.values(visit) }
    let classes = [status?.isWorking == false ? "rest" : nil, isToday ? "today" : nil].compactMap(\.self)
    return [
      "class": .text(classes.joined(separator: " ")), "number": .number(day.day), "lunar": .text(lunar),
      "offKind": .optional(status?.kind(visit.language)),
      "offName": .optional(status?.name.flatMap { $0.isEmpty ? nil : $0 } ?? status?.kind(visit.language)),
      "isToday": .truth(isToday), "href": .text(items.isEmpty ? "" : address), "count": .text(count),
      "titles": .list(titles.map { $0.filter { ["id", "title"].contains($0.key) } }),
      "countDue": .text(titles.isEmpty ? visit.say("\(count) đến hạn", "\(count) due") : ""),
      "notReported": .text(
        titles.isEmpty && notReported > 0
          ? visit.number(notReported) + " " + (isPast ? Self.overdue : Self.open).text(in: visit.language)
          : ""),
    ]
  }

  var card: [String: TemplateValue] {
    let lines = works.prefix(Self.mostLines)
    return [
      "date": .text("\(day)"), "day": .text(visit.dates.long(day)), "colour": .text(colour.rawValue),
      "href": .text(address), "remark": .text(remark),
      "works": .list(lines.map { $0.values(visit) }),
      "all": .text(
        lines.count < works.count ? visit.say("Xem cả \(count)", "See all \(count)") : ""),
    ]
  }

  /// That of the work that needs attention most.
  private var colour: DutyTags.Colour {
    let colours = Set(items.map { DutyTags($0, today: visit.today, visit.language).colour })
    return [.late, .soon, .sent, .open, .wait].first(where: colours.contains) ?? .done
  }

  /// Whether all that is not reported is overdue.
  private var isPast: Bool {
    told.allSatisfy { $0.isReported || StateCounts.state(of: $0) == .overdue }
  }

  private static let overdue = StateCounts.State.overdue.words.asPart
  private static let open = Bilingual(vi: "chưa báo cáo", en: "not reported")

  /// `còn 7 ngày` · `due in 7 days`
  private var distance: String {
    let words = visit.wording.distance(to: day, from: visit.today)
    guard visit.language == .en else { return words }
    let days = visit.today.days(since: day)
    return days > 0 ? "overdue by " + (days == 1 ? "1 day" : "\(visit.number(days)) days") : "due " + words
  }

  /// `46 việc, còn 7 ngày`; where they differ `6 việc: 5 quá hạn 7 ngày · 1 xong đúng hạn`; once all is reported, that.
  private var remark: String {
    guard notReported > 0 || told.count < items.count else {
      return visit.say("\(count), đã báo cáo hết", "\(count), all reported")
    }
    let distance = distance
    let tags = items.map { item in
      let tags = DutyTags(item, today: visit.today, visit.language)
      let isRunning =
        !item.duty.isClassified && item.status != .overdue(days: 0)
        && [.overdue, .soon, .within].contains(StateCounts.state(of: item))
      return (colour: tags.colour, word: isRunning ? distance : tags.word.asPart)
    }
    let alike = Dictionary(grouping: tags, by: \.word)
    guard alike.count > 1 else {
      return "\(count), " + (tags.first?.word ?? "")
    }
    let order: [DutyTags.Colour] = [.late, .soon, .sent, .open, .wait, .done]
    let parts = alike.sorted { one, other in
      let (first, second) = (order.firstIndex(of: one.value[0].colour), order.firstIndex(of: other.value[0].colour))
      return (first ?? 0, one.key) < (second ?? 0, other.key)
    }.map { "\(visit.number($0.value.count)) \($0.key)" }
    return "\(count): " + parts.joined(separator: " · ")
  }

  /// `21`, with the month on its first day and on the first of the page: `1/8`.
  private var lunar: String {
    guard let lunar = LunarDate(day) else { return "" }
    return lunar.day == 1 || day.day == 1 ? lunar.description : "\(lunar.day)"
  }
}

/// The days off of a month in words.
struct MonthNotes {
  let lines: [String]

  init(_ days: [MonthDay], _ visit: Visit) {
    let dates = visit.dates
    var lines: [String] = []
    var stretch: (first: CivilDate, last: CivilDate, words: String)?
    func end() {
      guard let (first, last, words) = stretch else { return }
      let days =
        first == last
        ? dates.long(first)
        : visit.say("\(dates.long(first)) đến \(dates.long(last))", "\(dates.long(first)) to \(dates.long(last))")
      lines.append("\(days): \(words)")
      stretch = nil
    }
    for day in days {
      let words = day.status?.words(visit.language)
      if let words, let known = stretch, known.words == words, known.last.adding(days: 1) == day.day {
        stretch?.last = day.day
        continue
      }
      end()
      stretch = words.map { (day.day, day.day, $0) }
    }
    end()
    let weekly = Set(
      days.compactMap { day -> Weekday? in if case .weeklyDayOff(let weekday)? = day.status { weekday } else { nil } })
    if !weekly.isEmpty {
      let wording = visit.wording
      let names = weekly.sorted { $0.rawValue < $1.rawValue }.map(wording.name).joined(separator: ", ")
      lines.append(
        names.asBeginning + visit.say(": nghỉ hằng tuần", ": off every week"))
    }
    self.lines = lines
  }
}
