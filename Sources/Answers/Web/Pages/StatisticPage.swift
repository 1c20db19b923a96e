import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Templates

/// The statistic, as a page and as the files that `nhacviec report` makes.
struct StatisticPage: Page {
  static let template = "statistic.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text, "problem": .text,
    "downloads": .list(["href": .text, "label": .text]),
    "divisions": .list(["value": .text, "label": .text, "isChosen": .truth]),
    "plans": .list(["value": .text, "label": .text, "isChosen": .truth]), "unit": .text, "section": .text,
    "tables": .list(FigureTable.shape), "carried": .text,
  ].merging(Standing.shape) { first, _ in first }.merging(FigureForm.shape) { first, _ in first }
    .merging(DelayTable.shape) { first, _ in first }

  let title: String
  let values: [String: TemplateValue]

  static func answer(_ visit: Visit) -> HTTPAnswer {
    guard visit.route.format != .ics else { return Problem.notFound.answer(visit.route) }
    let form = FigureForm(visit)
    let division = visit.route.value("by").map { Statistic.Division(rawValue: $0) } ?? .unit
    guard visit.route.format == .html else { return file(form, division) }
    return form.visit.page(StatisticPage(form, division ?? .unit), status: form.status)
  }

  private static func filter(_ form: FigureForm) -> StatisticQuery.Filter {
    let route = form.visit.route
    return .init(
      from: form.from, until: form.until, plan: route.value("plan"), unit: route.value("unit"),
      section: route.value("section"))
  }

  // MARK: Files

  private static func file(_ form: FigureForm, _ division: Statistic.Division?) -> HTTPAnswer {
    let visit = form.visit
    func bad(_ detail: Bilingual) -> HTTPAnswer { Problem.bad(detail).answer(visit.route) }
    if let fault = form.faults.first { return bad(fault) }
    guard let division else {
      return bad(.init(vi: "by: unit, section, plan hoặc person", en: "by: unit, section, plan or person"))
    }
    do throws(OperationFailure) {
      let query = try StatisticQuery(visit.model, filter(form), by: division, visit.language)
      if let problem = query.problems.first { return Problem.wrong(problem.words).answer(visit.route) }
      let export = StatisticExport(query.statistic, visit.language)
      let file = StatisticFile(query, by: division, visit.language)
      return switch visit.route.format {
      case .json: HTTPAnswer(200, type: "application/json", body: Array(export.json().utf8))
      case .csv: visit.download(export.csv(), type: "text/csv; charset=utf-8")
      case .xlsx:
        visit.download(
          try file.workbook(), type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
      default:
        visit.download(
          try file.document(in: visit.operations),
          type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
      }
    } catch { return bad(error.remark.summary) }
  }

  // MARK: The page

  private init(_ form: FigureForm, _ division: Statistic.Division) {
    let visit = form.visit
    title = (form.isWrong ? visit.say("Lỗi: ", "Error: ") : "") + visit.say("Thống kê", "Statistic")
    var problem: Bilingual?
    var query: StatisticQuery?
    do throws(OperationFailure) {
      query = try StatisticQuery(visit.model, Self.filter(form), by: division, visit.language)
    } catch { problem = error.remark.summary }
    if query?.problems.isEmpty == false { problem = ProblemCode.wrongFigures.title }
    let empty = Statistic(
      CountedDuties([], visit.rules), in: form.days, by: division, visit.rules, visit.language)
    let statistic = query?.statistic ?? empty
    let asked = visit.route
    func link(_ format: Route.Format, _ vi: String, _ en: String) -> [String: TemplateValue] {
      ["href": .text(asked.address(format: format)), "label": .text(visit.say(vi, en))]
    }
    let values: [String: TemplateValue] = [
      "heading": .text(visit.say("Thống kê thực hiện nhiệm vụ", "How the work stands")),
      "subheading": .text(
        visit.say(
          "Số liệu tính đến ngày \(visit.dates.short(visit.today))", "As of \(visit.dates.inSentence(visit.today))")),
      "problem": .optional(problem?.text(in: visit.language)),
      "downloads": .list([
        link(.docx, "Báo cáo theo mẫu (.docx)", "Report (.docx)"), link(.xlsx, "Bảng tính (.xlsx)", "Workbook (.xlsx)"),
        link(.csv, "CSV", "CSV"), link(.json, "JSON", "JSON"),
      ]),
      "divisions": .list(
        Statistic.Division.allCases.map { one in
          [
            "value": .text(one.rawValue), "label": .text(one.heading.text(in: visit.language)),
            "isChosen": .truth(one == division),
          ]
        }),
      "plans": .list(
        visit.rules.plans.map { plan in
          [
            "value": .text(plan.id), "label": .text(plan.title), "isChosen": .truth(asked.value("plan") == plan.id),
          ]
        }), "unit": .optional(asked.value("unit")), "section": .optional(asked.value("section")),
      "tables": .list([.record(FigureTable(statistic, by: division, visit).values(visit))]),
      "carried": .text(
        statistic.carried.flatMap { $0.total == 0 ? nil : $0 }.map { row in
          visit.say(
            "Chuyển kỳ trước sang: \(visit.number(row.total)) việc, \(visit.number(row[.overdue])) quá hạn (ngoài tổng số).",
            "Carried over: \(visit.number(row.total)), \(visit.number(row[.overdue])) overdue (outside the total).")
        } ?? ""),
    ]
    self.values = values.merging(Standing(statistic.whole, visit).values) { first, _ in first }
      .merging(form.values(action: visit.address("thong-ke"))) { first, _ in first }
      .merging(DelayTable.values(statistic.whole, of: statistic.late, visit)) { first, _ in first }
  }
}
