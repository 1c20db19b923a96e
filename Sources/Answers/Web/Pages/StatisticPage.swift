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
    "byError": .text, "planError": .text, "unitError": .text, "sectionError": .text,
    "tables": .list(FigureTable.shape),
  ].merging(Standing.shape) { first, _ in first }.merging(FigureForm.shape) { first, _ in first }
    .merging(DelayTable.shape) { first, _ in first }.merging(FigureForm.carriedShape) { first, _ in first }

  let title: String
  let values: [String: TemplateValue]

  // They stand beside the form.
  var hasFiles: Bool { false }

  static let parameters = ["by", "from", "to", "as-of", "plan", "unit", "section"]

  static func answer(_ visit: Visit) -> HTTPAnswer {
    var form = FigureForm(visit)
    let division = visit.route.value("by").map { Statistic.Division(rawValue: $0) } ?? .unit
    if division == nil {
      form.refuse(
        "by", .init(vi: "Mỗi dòng", en: "A row"),
        .init(
          vi: "chỉ chia theo đơn vị (unit), mục (section), kế hoạch (plan) hoặc người (person)",
          en: "is a unit, section, plan or person"), .badChoice)
    }
    var query: StatisticQuery?
    do throws(FilterFault) {
      query = try StatisticQuery(form.visit.model, filter(form), by: division ?? .unit, visit.language)
    } catch {
      for fault in [error] + error.others {
        form.refuse(fault.filter, label(of: fault.filter), fault.words, .unknownName)
      }
    }
    guard visit.route.format == .html else { return file(form, query, division ?? .unit) }
    // The figures of everything stand below what is wrong, as the page says.
    let whole = try? StatisticQuery(
      form.visit.model, .init(from: nil, until: nil, plan: nil, unit: nil, section: nil), by: division ?? .unit,
      visit.language)
    return form.visit.page(
      StatisticPage(form, form.isWrong ? whole : query, division ?? .unit), status: form.status)
  }

  private static func label(of filter: String) -> Bilingual {
    switch filter {
    case "plan": .init(vi: "Kế hoạch", en: "Plan")
    case "unit": .init(vi: "Đơn vị", en: "Unit")
    default: .init(vi: "Mục", en: "Section")
    }
  }

  private static func filter(_ form: FigureForm) -> StatisticQuery.Filter {
    let route = form.visit.route
    return .init(
      from: form.from, until: form.until, plan: route.value("plan"), unit: route.value("unit"),
      section: route.value("section"))
  }

  // MARK: Files

  private static func file(_ form: FigureForm, _ query: StatisticQuery?, _ division: Statistic.Division) -> HTTPAnswer {
    let visit = form.visit
    if let fault = form.fault { return fault.answer(visit) }
    guard let query else { return Problem.notFound.answer(visit) }
    if let problem = query.problems.first { return Problem.wrong(problem.words).answer(visit) }
    do throws(OperationFailure) {
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
    } catch { return Problem.unreadable(error.remark.summary).answer(visit) }
  }

  // MARK: The page

  private init(_ form: FigureForm, _ query: StatisticQuery?, _ division: Statistic.Division) {
    let visit = form.visit
    title = (form.isWrong ? visit.say("Lỗi: ", "Error: ") : "") + visit.say("Thống kê", "Statistic")
    let problem = query?.problems.isEmpty == false ? ProblemCode.wrongFigures.title : nil
    let empty = Statistic(
      CountedDuties([], visit.rules), in: form.days, by: division, visit.rules, visit.language)
    let statistic = query?.statistic ?? empty
    let asked = visit.route
    func link(_ format: Route.Format, _ vi: String, _ en: String) -> [String: TemplateValue] {
      ["href": .text(asked.address(format: format)), "label": .text(visit.say(vi, en))]
    }
    let values: [String: TemplateValue] = [
      "heading": .text(visit.say("Thống kê thực hiện nhiệm vụ", "How the work stands")),
      "subheading": .text(form.asOf),
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
      "byError": .text(form.error("by")), "planError": .text(form.error("plan")),
      "unitError": .text(form.error("unit")), "sectionError": .text(form.error("section")),
      "tables": .list([.record(FigureTable(statistic, by: division, visit).values(visit))]),
    ]
    self.values = values.merging(Standing(statistic.whole, visit).values) { first, _ in first }
      .merging(form.values(action: visit.address("thong-ke"))) { first, _ in first }
      .merging(form.carried(of: statistic)) { first, _ in first }
      .merging(DelayTable.values(statistic.whole, of: statistic.late, visit)) { first, _ in first }
  }
}
