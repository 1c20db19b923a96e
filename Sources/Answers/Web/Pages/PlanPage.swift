import CivilCalendar
import Expansion
import HTTPMessages
import Presentation
import Rules
import Templates

/// One plan: how its work stands, by month, by unit and by section, as of a day.
struct PlanPage: Page {
  static let template = "plan.html"
  static let shape: [String: TemplateShape] = [
    "here": .text, "heading": .text, "subheading": .text, "remark": .text, "plansHref": .text, "plansLabel": .text,
    "facts": .list(["label": .text, "value": .text, "href": .text]),
    "downloads": .list(["href": .text, "label": .text]), "tables": .list(FigureTable.shape),
    "byMonth": .text, "years": .list(["href": .text, "label": .text, "isCurrent": .truth]),
  ].merging(Standing.shape) { first, _ in first }.merging(MonthFigures.columnShape) { first, _ in first }
    .merging(FigureForm.shape) { first, _ in first }.merging(FigureForm.carriedShape) { first, _ in first }

  let title: String
  let values: [String: TemplateValue]
  let status: Int
  var place: Frame.Place? { .plans }

  /// With what is shown as of a day in the frame too.
  static func answer(_ visit: Visit, id: String) -> HTTPAnswer? {
    func place(_ rules: RuleSet) -> PlanID? { rules.plans.firstIndex { $0.id == id } }
    guard let known = place(visit.rules) else { return nil }
    let years = visit.rules.plans[known].years
    if let fault = visit.fault(of: "year", .number(years)) { return fault.answer(visit) }
    let form = FigureForm(visit) { place($0) != nil }
    return place(form.visit.rules).map { form.visit.page(PlanPage(form, $0), status: form.status) }
  }

  private init(_ form: FigureForm, _ id: PlanID) {
    let visit = form.visit
    let plan = visit.rules.plans[id]
    title = (form.isWrong ? visit.say("Lỗi: ", "Error: ") : "") + plan.title
    status = form.status
    let byUnit = Statistic(visit.model.counted, in: form.days, by: .unit, visit.rules, visit.language) { $0.plan == id }
    let bySection = byUnit.grouped(by: .section, visit.rules, visit.language)
    let year =
      visit.route.value("year").flatMap { Int($0) }.flatMap { plan.years.contains($0) ? $0 : nil }
      ?? min(max(visit.today.year, plan.years.lowerBound), plan.years.upperBound)
    let values: [String: TemplateValue] = [
      "here": .text(plan.id), "heading": .text(plan.title), "plansHref": .text(visit.address("ke-hoach")),
      "remark": .optional(plan.note),
      "plansLabel": .text(visit.say("Kế hoạch", "Plans")),
      "subheading": .text(form.asOf),
      "facts": .list(Self.facts(id, visit)), "downloads": .list(Self.downloads(plan, form)),
      "tables": .list([
        .record(FigureTable(byUnit, by: .unit, visit).values(visit)),
        .record(FigureTable(bySection, by: .section, visit).values(visit)),
      ]),
      "byMonth": .text(
        visit.say("Số việc đến hạn theo tháng, cả năm \(year)", "Work by the month in which it is due, all of \(year)")),
      "years": .list(
        plan.years.count < 2 || plan.years.count > 30
          ? []
          : plan.years.map { one in
            [
              "href": .text(visit.route.address(["year": "\(one)"])), "label": .text("\(one)"),
              "isCurrent": .truth(one == year),
            ]
          }),
    ]
    self.values = values.merging(Standing(byUnit.whole, visit).values) { first, _ in first }
      .merging(MonthFigures(year, plan: id, visit.model.counted).columns(visit, isAsOf: form.query["as-of"] != nil)) {
        first, _ in first
      }
      .merging(form.values(action: visit.address("ke-hoach", plan.id))) { first, _ in first }
      .merging(form.carried(of: byUnit)) { first, _ in first }
  }

  private static func facts(_ id: PlanID, _ visit: Visit) -> [[String: TemplateValue]] {
    let (plan, names) = (visit.rules.plans[id], visit.names)
    var facts: [[String: TemplateValue]] = []
    func add(_ vi: String, _ en: String, _ value: String?, href: String? = nil) {
      guard let value, !value.isEmpty else { return }
      facts.append(["label": .text(visit.say(vi, en)), "value": .text(value), "href": .optional(href)])
    }
    func add(_ vi: String, _ en: String, _ recipient: Recipient?) {
      add(vi, en, recipient.map(names.recipient), href: recipient.map { Subjects.address(of: $0, visit) })
    }
    add("Độ mật", "Classified", plan.classified)
    add("Ban hành", "Issued", issued(plan, visit))
    add(
      "Năm", "Years",
      plan.years.count > 1 ? "\(plan.years.lowerBound)–\(plan.years.upperBound)" : "\(plan.years.lowerBound)")
    add("Đầu mối", "Focal point", plan.focalPoint)
    add("Lãnh đạo", "Leader", plan.leader)
    add("Xác nhận", "Confirmed by", visit.rules.confirmer(ofPlan: id))
    add("Cách nhắc", "Reminders", plan.policy.map { visit.rules.policies[$0].title })
    add(
      "Bản quy tắc", "Revision", visit.model.revision.map { visit.say("số \($0)", "No \($0)") },
      href: visit.address("ban-quy-tac"))
    return facts
  }

  private static func issued(_ plan: Plan, _ visit: Visit) -> String? {
    let dates = visit.wording
    let day: String? =
      switch plan.issued {
      case .on(let day): dates.dayInSentence(day)
      case .within(let days): visit.say("dự kiến \(dates.range(days))", "expected \(dates.range(days))")
      case .unknown: nil
      }
    let number = plan.issuedNumber.map { visit.say("số \($0)", "No \($0)") }
    let parts = [number, day, plan.issuedBy].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func downloads(_ plan: Plan, _ form: FigureForm) -> [[String: TemplateValue]] {
    let visit = form.visit
    var query = form.query
    query["plan"] = plan.id
    func link(_ format: Route.Format, _ vi: String, _ en: String) -> [String: TemplateValue] {
      let items = query.sorted { $0.key < $1.key }.map { HTTPRequest.QueryItem($0, $1) }
      return [
        "href": .text(Route.address(["thong-ke"], visit.language, format: format, query: items)),
        "label": .text(visit.say(vi, en)),
      ]
    }
    return [
      link(.docx, "Báo cáo theo mẫu (.docx)", "Report (.docx)"), link(.xlsx, "Bảng tính (.xlsx)", "Workbook (.xlsx)"),
      link(.html, "Thống kê", "Statistic"),
      ["href": .text(visit.address("giao-ban")), "label": .text(visit.say("Bản họp giao ban", "Meeting sheet"))],
      [
        "href": .text(Route.address([RegisterPage.place, plan.id], visit.language, format: .xlsx)),
        "label": .text(visit.say("Bảng theo dõi nhiệm vụ (.xlsx)", "Register of tasks (.xlsx)")),
      ],
      [
        "href": .text(visit.address(RegisterPage.place, plan.id)),
        "label": .text(visit.say("Gửi lại bảng theo dõi đã sửa", "Send back an edited register")),
      ],
    ]
  }
}
