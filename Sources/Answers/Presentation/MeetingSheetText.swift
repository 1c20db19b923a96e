import CivilCalendar
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

  /// - Parameter rules: without the words of what is classified.
  package init(_ sheet: MeetingSheet, _ rules: RuleSet, _ language: Language) {
    (self.sheet, self.rules, self.language) = (sheet, rules, language)
    names = RuleNames(rules: rules, language: language)
    dates = DateWording(language)
    wording = ItemWording(rules, language, today: sheet.today)
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
    let title = rules.plans[0].title
    let plan = title.lowercased().hasPrefix("kế hoạch") ? title : say("Kế hoạch \(title)", title)
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
    return say(
      "Tổng số \(whole.total) việc; đã xong \(whole.done) (\(whole[.onTime]) đúng hạn, \(whole[.late]) muộn, "
        + "\(whole[.dayUnknown]) không rõ ngày); chờ xác nhận \(whole[.reported]); trong hạn \(whole[.within]), trong đó "
        + "đến hạn từ nay đến hết ngày \(dates.day(lastDay)) là \(whole.soon); quá hạn \(whole[.overdue]); đang chờ hoặc "
        + "chưa rõ hạn \(whole.pending).",
      "Duties in all: \(whole.total). Done: \(whole.done) (\(whole[.onTime]) on time, \(whole[.late]) late, "
        + "\(whole[.dayUnknown]) on a day that nobody knows); to be confirmed: \(whole[.reported]); within time: "
        + "\(whole[.within]), \(whole.soon) of them due by \(dates.day(lastDay)); overdue: \(whole[.overdue]); waiting or "
        + "without a day: \(whole.pending).")
  }

  /// Number, lead, total, done, overdue, due in seven days, to be confirmed.
  package var rows: [[String]] {
    zip(sheet.rows, names.apart(sheet.rows.map(\.leads))).enumerated().map { index, row in
      let name = row.0.leads.isEmpty ? say("(không nêu: việc có độ mật)", "(not told: classified)") : row.1
      return ["\(index + 1)", name] + numbers(row.0)
    }
  }

  package var sum: [String] { ["", say("Cộng", "Sum")] + numbers(sheet.whole) }

  private func numbers(_ row: MeetingSheet.Row) -> [String] {
    [row.total, row.done, row[.overdue], row.soon, row[.reported]].map { "\($0)" }
  }

  // MARK: 2., 3. Duties

  /// Number, work, lead, due day, by how many days it is overdue.
  package var overdue: [[String]] {
    shortened(sheet.overdue) { index, item in
      var state: [String] = []
      if case .overdue(let days) = item.status {
        state.append(
          days == 0 ? say("quá giờ", "past its hour") : say("\(days) ngày", days == 1 ? "1 day" : "\(days) days"))
      }
      if item.marks.contains(.returned) { state.append(say("bị trả lại", "returned")) }
      if item.marks.contains(.extensionAsked) { state.append(asking(item)) }
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
    shortened(sheet.due) { index, work in
      let item = work.items[0]
      let state =
        work.items.count > 1
        ? work.figures(language)
        : item.marks.contains(.returned)
          ? say("bị trả lại", "returned")
          : item.marks.contains(.extensionAsked) ? asking(item) : say("chưa báo cáo", "not reported")
      return ["\(index + 1)"] + self.work(work.items) + [state.prefix(1).uppercased() + state.dropFirst()]
    }
  }

  /// A row for each, at most so many as a meeting looks at, and one that says how many more there are.
  private func shortened<Item>(_ items: [Item], _ row: (Int, Item) -> [String]) -> [[String]] {
    let most = 300
    let rows = items.prefix(most).enumerated().map(row)
    let more = items.count - most
    return more > 0 ? rows + [["", say("… và \(more) việc khác", "… and \(more) more"), "", "", ""]] : rows
  }

  private func asking(_ item: UpcomingItem) -> String {
    let day = item.duty.request?.newDay.map(dates.day)
    return say("xin gia hạn" + (day.map { " đến \($0)" } ?? ""), "asks for time" + (day.map { " to \($0)" } ?? ""))
  }

  /// Title, leads and day; of several units how many they are.
  private func work(_ items: [UpcomingItem]) -> [String] {
    let duty = items[0].duty
    let title =
      rules.isClassified(duty.task)
      ? say("\(wording.id(duty.id)): việc có độ mật", "\(wording.id(duty.id)): classified")
      : RuleNames.plainTitle(rules.tasks[duty.task].title) + period(duty)
    let leads =
      items.count > 1 ? say("\(items.count) đơn vị", "\(items.count) units") : names.recipients(duty.leads)
    return [title, leads, items[0].dueDay.map(dates.day) ?? ""]
  }

  private func period(_ duty: AnyDuty) -> String {
    duty.id.key == "once" || rules.plans[rules.tasks[duty.task].plan].years.contains(Int(duty.id.key) ?? 0)
      ? "" : say(" (kỳ \(duty.id.key))", " (\(duty.id.key))")
  }

  // MARK: 4. Requests

  package var requests: [String] {
    var requests = sheet.asking.map { item in
      let (leads, id) = (names.recipients(item.duty.leads), wording.id(item.duty.id))
      let day = item.duty.request?.newDay.map { say(" đến ngày \(dates.day($0))", " to \(dates.day($0))") } ?? ""
      return say(
        "Cho ý kiến về việc \(leads) xin gia hạn việc \(id)\(day).",
        "Decide whether \(leads) may have more time for \(id)\(day).")
    }
    if !sheet.overdue.isEmpty {
      var leads: [String] = []
      for item in sheet.overdue where !item.duty.leads.isEmpty {
        let name = names.recipients(item.duty.leads)
        if !leads.contains(name) { leads.append(name) }
      }
      let most = 10
      let shown = leads.prefix(most).joined(separator: "; ") + (leads.count > most ? "; …" : "")
      let count = sheet.overdue.count
      requests.append(
        say(
          "Đôn đốc thực hiện \(count) việc quá hạn: \(shown).",
          "See to the \(count == 1 ? "overdue duty" : "\(count) overdue duties"): \(shown)."))
    }
    let reported = sheet.whole[.reported]
    if reported > 0 {
      requests.append(
        say(
          "Xác nhận hoặc trả lại \(reported) báo cáo hoàn thành đang chờ.",
          "Confirm or return \(reported == 1 ? "1 report" : "\(reported) reports") of work done."))
    }
    return requests
  }
}
