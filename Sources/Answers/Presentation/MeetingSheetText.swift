import CivilCalendar
import Diagnostics
import Expansion
package import Rules

/// The words of a meeting sheet, for its page and its Word document (Decree 30/2020/NĐ-CP, annex I). Of what is classified
/// there are ids and days only.
package struct MeetingSheetText {
  private let sheet: MeetingSheet
  private let rules: RuleSet
  private let language: Language
  private let names: RuleNames
  private let dates: DateWording
  private let wording: ItemWording
  private let pages: String?

  /// - Parameters:
  ///   - rules: without the words of what is classified.
  ///   - dates: in the style of the page, or of the document.
  ///   - pages: where the office's pages are, `https://nhacviec.example`, for a row that says how many more there are; nil: it
  ///     does not say where they stand.
  package init(_ sheet: MeetingSheet, _ rules: RuleSet, _ dates: DateWording, pages: String? = nil) {
    (self.sheet, self.rules, self.dates, self.pages) = (sheet, rules, dates, pages)
    language = dates.language
    names = RuleNames(rules: rules, language: language)
    wording = ItemWording(rules, dates, today: sheet.today)
  }

  private func say(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language.choose(vi: vi(), en: en())
  }

  private var lastDay: CivilDate { sheet.today.adding(days: DueSoon.days) }

  // MARK: Heading

  /// What it is about, below its kind.
  package var subject: String {
    guard rules.plans.count == 1 else {
      return say("Tình hình thực hiện nhiệm vụ theo các kế hoạch", "How the work of the plans stands")
    }
    let plan = names.document(0)
    return say("Tình hình thực hiện \(plan)", "How the work stands: \(plan)")
  }

  package var purpose: String {
    say(
      "phục vụ họp giao ban tuần (tính đến ngày \(dates.day(sheet.today)))",
      "for the weekly meeting (as of \(dates.day(sheet.today)))")
  }

  // MARK: 1. Figures

  package var figures: String {
    let whole = sheet.whole
    let done = [
      part(whole[.onTime], "đúng hạn", "on time"), part(whole[.late], "trễ hạn", "late"),
      part(whole[.dayUnknown], "không rõ ngày", "on a day that nobody knows"),
    ].compactMap(\.self).joined(separator: ", ")
    let how = done.isEmpty ? "" : " (\(done))"
    let (total, reported, overdue) = (number(whole.total), number(whole[.reported]), number(whole[.overdue]))
    let soon = number(whole.dueSoon)
    let (later, pending) = (number(whole.dueLater), number(whole.pending))
    return say(
      "Tổng số \(total) việc; đã xong \(number(whole.done))\(how); chờ xác nhận \(reported); quá hạn \(overdue); đến hạn "
        + "từ nay đến hết ngày \(dates.day(lastDay)): \(soon); trong hạn, sau ngày đó: \(later); đang chờ hoặc chưa rõ hạn, ngoài "
        + "số đến hạn nói trên: \(pending).",
      "Duties in all: \(total). Done: \(number(whole.done))\(how); to be confirmed: \(reported); overdue: \(overdue); due by "
        + "\(dates.day(lastDay)): \(soon); within time, after that day: \(later); waiting or without a day, besides those due by then: \(pending)."
    )
  }

  /// `8 trễ hạn`; nil of none.
  private func part(_ count: Int, _ vi: String, _ en: String) -> String? {
    count == 0 ? nil : say("\(number(count)) \(vi)", "\(number(count)) \(en)")
  }

  private func number(_ count: Int) -> String { language.number(count) }

  /// Number, lead, total, done, overdue, due in seven days, to be confirmed; by name, as on the pages, so that units of one
  /// name in several plans stand together. Last is what is led by nobody who may be named.
  package var rows: [[String]] {
    let named = zip(sheet.rows, names.apart(sheet.rows.map(\.leads))).filter { !$0.0.leads.isEmpty }
      .map { (row: $0, name: $1) }.inVietnameseOrder(of: \.name)
    let nameless = sheet.rows.filter { $0.leads.isEmpty }
      .map { (row: $0, name: say("(việc có độ mật)", "(classified work)")) }
    return (named + nameless).enumerated().map { ["\($0 + 1)", $1.name] + numbers($1.row.figures) }
  }

  package var sum: [String] { ["", say("Cộng", "Sum")] + numbers(sheet.whole) }

  private func numbers(_ row: Statistic.Row) -> [String] {
    [row.total, row.done, row[.overdue], row.dueSoon, row[.reported]].map(number)
  }

  // MARK: 2., 3. Duties

  /// Number, work, lead, due day, by how many days it is overdue.
  package var overdue: [[String]] {
    shortened(sheet.overdue, .overdue) { index, item in
      var state: [String] = []
      if case .overdue(let days) = item.status, !item.duty.isClassified {
        state.append(
          days == 0
            ? StatusWording.text(of: item.status, language)
            : say("\(number(days)) ngày", days == 1 ? "1 day" : "\(number(days)) days"))
      }
      if item.marks.contains(.returned) { state.append(say("bị trả lại", "returned")) }
      if item.isAsking { state.append(asking(item)) }
      return ["\(index + 1)"] + work([item]) + [state.joined(separator: ", ")]
    }
  }

  package var dueHeading: String {
    say(
      "Việc đến hạn từ ngày \(dates.day(sheet.today)) đến hết ngày \(dates.day(lastDay))",
      "Due from \(dates.day(sheet.today)) to \(dates.day(lastDay))")
  }

  /// Number, work, lead, due day, how it stands.
  package var due: [[String]] {
    shortened(sheet.due, .dueSoon) { index, work in
      let item = work.items[0]
      let state =
        item.duty.isClassified
        ? ""
        : work.items.count > 1
          ? work.share.text(language)
          : item.marks.contains(.returned)
            ? say("bị trả lại", "returned")
            : item.isAsking ? asking(item) : say("chưa báo cáo", "not reported")
      return ["\(index + 1)"] + self.work(work.items) + [state.prefix(1).uppercased() + state.dropFirst()]
    }
  }

  /// A row for each, at most so many as a meeting looks at, and one that says how many more there are, and where.
  private func shortened<Item>(
    _ items: [Item], _ state: UpcomingFilter.State, _ row: (Int, Item) -> [String]
  ) -> [[String]] {
    let most = 300
    let rows = items.prefix(most).enumerated().map(row)
    let more = items.count - most
    let place = pages.map { ": \($0)\(say("", "/en"))/viec?status=\(state.rawValue)" } ?? ""
    let words = say("… và \(number(more)) việc khác", "… and \(number(more)) more") + place
    return more > 0 ? rows + [["", words, "", "", ""]] : rows
  }

  private func asking(_ item: UpcomingItem) -> String {
    let day = item.duty.request?.newDay.map(dates.inCell)
    return say("xin gia hạn" + (day.map { " đến \($0)" } ?? ""), "asks for time" + (day.map { " to \($0)" } ?? ""))
  }

  /// Title, leads and day; of several units how many they are.
  private func work(_ items: [UpcomingItem]) -> [String] {
    let duty = items[0].duty
    let leads =
      items.count > 1
      ? say("\(number(items.count)) đơn vị", "\(number(items.count)) units") : names.recipients(duty.leads)
    return [wording.title(duty), leads, day(of: items[0])]
  }

  /// With its hour, where it has one.
  private func day(of item: UpcomingItem) -> String {
    guard let day = item.dueDay.map(dates.inCell) else { return "" }
    return (item.duty.told?.cutoff.map { "\(dates.time($0)) " } ?? "") + day
  }

  // MARK: 4. Requests

  package var requests: [String] {
    var requests = sheet.asking.map { item in
      let asked = names.recipients(item.duty.request?.askers ?? [])
      let askers = asked.isEmpty ? say("đơn vị chủ trì", "the lead") : asked
      let title = wording.title(item.duty)
      let day = item.duty.request?.newDay.map { say(" đến ngày \(dates.day($0))", " to \(dates.day($0))") } ?? ""
      return say(
        "Cho ý kiến về đề nghị của \(askers) xin gia hạn việc “\(title)”\(day).",
        "Decide on the request of \(askers) for more time for “\(title)”\(day).")
    }
    if !sheet.overdue.isEmpty {
      let leads = overdueLeads
      let most = 10
      let shown = leads.prefix(most).joined(separator: "; ") + (leads.count > most ? "; …" : "")
      let count = sheet.overdue.count
      requests.append(
        say(
          "Đôn đốc thực hiện \(number(count)) việc quá hạn: \(shown).",
          "See to the \(count == 1 ? "overdue duty" : "\(number(count)) overdue duties"): \(shown)."))
    }
    let reported = sheet.whole[.reported]
    if reported > 0 {
      requests.append(
        say(
          "Xác nhận hoặc trả lại \(number(reported)) báo cáo hoàn thành đang chờ.",
          "Confirm or return \(reported == 1 ? "1 report" : "\(number(reported)) reports") of work done."))
    }
    return requests
  }
  /// The names of those whose work is overdue: who has it longest first, those since one day by name.
  private var overdueLeads: [String] {
    var seen: Set<String> = []
    var days: [(day: CivilDate?, names: [String])] = []
    for item in sheet.overdue {
      if days.last?.day != item.dueDay { days.append((item.dueDay, [])) }
      days[days.count - 1].names += item.duty.leads.map(names.recipient).filter { seen.insert($0).inserted }
    }
    return days.flatMap { $0.names.inVietnameseOrder { $0 } }
  }
}
