import CivilCalendar
import Deadlines
import Diagnostics
import Expansion
import JSON
import Presentation
import Reminders
import Rules

/// What assistants may ask, and the answers: as text, and as JSON for programs. Of what is classified they get id and day.
final class AssistantTools {
  /// Duties in one answer, where the question does not say, and at most.
  private static let (usual, most) = (50, 200)
  /// Days of a rhythm in one answer.
  private static let mostDays = 100

  private let state: String?
  private let standard: Language
  private let operations: OperationContext
  private var known: (model: SiteModel, stamp: SiteStamp)?

  init(state: String?, _ language: Language, in operations: OperationContext) {
    (self.state, standard, self.operations) = (state, language, operations)
  }

  /// The office's work as it is now; computed anew once facts, rules or the day have changed.
  private func model() throws(OperationFailure) -> SiteModel {
    var operations = operations
    operations.now = Int(operations.clock().seconds)
    let stamp = SiteStamp(state: state, in: operations)
    if let known, known.stamp == stamp, operations.now < known.model.until.seconds { return known.model }
    let model = try SiteModel(state: state, in: operations)
    known = (model, stamp)
    return model
  }

  // MARK: Calls

  /// An answer: text for the reader, and an object for programs.
  private struct Answer {
    var text: String
    var object: [UInt8]
  }

  func list(to writer: inout JSONWriter) {
    writer.object { object in
      object.key("tools")
      object.objects(AssistantTool.allCases) { tool, object in
        object.member("name", tool.rawValue)
        object.member("title", tool.title.text(in: standard))
        object.member("description", tool.words.text(in: standard))
        object.key("inputSchema")
        object.object { tool.writeSchema(to: &$0, standard) }
        object.key("annotations")
        object.object { object in
          object.member("readOnlyHint", true)
          object.member("openWorldHint", false)
        }
      }
    }
  }

  func call(_ name: String, _ arguments: JSONValue, to writer: inout JSONWriter) throws(AssistantServer.Fault) {
    guard let tool = AssistantTool(rawValue: name) else { throw .parameter("there is no tool “\(name.prefix(100))”") }
    guard case .object(let members) = arguments else { throw .parameter("params.arguments is no object") }
    let language = members["language"]?.string.flatMap(Language.init(rawValue:)) ?? standard
    var answer: Answer?
    var failure: String?
    do throws(OperationFailure) {
      if let fault = tool.fault(of: members) { throw OperationFailure(fault) }
      answer = try self.answer(tool, arguments, language)
    } catch { failure = error.remark.summary.text(in: language) }
    writer.object { object in
      object.key("content")
      object.array { list in
        list.object { object in
          object.member("type", "text")
          object.member("text", answer?.text ?? failure)
        }
      }
      if let answer {
        object.key("structuredContent")
        object.value(answer.object)
      }
      object.member("isError", answer == nil)
    }
  }

  private func answer(
    _ tool: AssistantTool, _ arguments: JSONValue, _ language: Language
  ) throws(OperationFailure) -> Answer {
    switch tool {
    case .deadline: try deadline(arguments, language)
    case .upcoming: try upcoming(arguments, language)
    case .explain: try explain(arguments, language)
    case .report: try report(arguments, language)
    }
  }

  /// By the first plan's calendar where there are plans, else by that of Việt Nam.
  private func deadline(_ arguments: JSONValue, _ language: Language) throws(OperationFailure) -> Answer {
    let request = DeadlineRequest(
      phrase: arguments["phrase"]?.string ?? "", year: arguments["year"]?.integer, from: nil, until: nil,
      limit: Self.mostDays, repairs: false)
    let interpreter: DeadlineInterpreter
    if let model = try? model(), let plan = model.rules.plans.first {
      let calendar = model.rules.calendars[plan.calendar]
      interpreter = DeadlineInterpreter(
        definition: calendar.calendar.definition, law: calendar.law, thisYear: model.today.year)
    } else {
      interpreter = try DeadlineInterpreter(rules: nil, calendar: nil, law: nil, in: operations)
    }
    let answer = interpreter.answer(request)
    var writer = JSONWriter()
    answer.write(language, to: &writer)
    return Answer(text: answer.text(language, style: .plain), object: writer.bytes)
  }

  private func upcoming(_ arguments: JSONValue, _ language: Language) throws(OperationFailure) -> Answer {
    let model = try model()
    var wishes = UpcomingQuery.Wishes()
    (wishes.plan, wishes.unit) = (arguments["plan"]?.string, arguments["unit"]?.string)
    (wishes.section, wishes.person) = (arguments["section"]?.string, arguments["person"]?.string)
    (wishes.lead, wishes.text) = (arguments["lead"]?.string, arguments["text"]?.string)
    (wishes.from, wishes.until) = (try day("from", arguments, model), try day("to", arguments, model))
    let states = arguments["status"].map { $0.array ?? [$0] } ?? []
    wishes.states = Set(states.compactMap { $0.string.flatMap(UpcomingFilter.State.init) })
    var choice = UpcomingPage.Choice()
    do throws(FilterFault) { choice.filter = try model.filter(wishes) } catch { throw OperationFailure(error.words) }
    choice.sort = arguments["sort"]?.string.flatMap(UpcomingSort.init) ?? .day
    choice.limit = arguments["limit"]?.integer ?? Self.usual
    if let text = arguments["after"]?.string {
      guard let cursor = UpcomingCursor(text), choice.begin(after: cursor) else { throw .noPlace("after") }
    }
    let page = UpcomingPage(model.list, choice, language)
    var objects = ObligationJSON(
      model.rules, today: model.today, language: language, below: model.rulesFolder)
    var writer = JSONWriter()
    writer.object { object in
      object.member("today", model.today)
      object.member("left", page.left)
      object.member("next", page.next?.description)
      object.key("items")
      object.array { list in for row in page.rows { objects.write(row.first, to: &list) } }
    }
    return Answer(text: UpcomingExport.markdown(page, language) + Self.rest(page, language), object: writer.bytes)
  }

  private static func rest(_ page: UpcomingPage, _ language: Language) -> String {
    if page.rows.isEmpty { return language.choose(vi: "Không có việc nào.", en: "Nothing is due.") }
    return page.next.map { next in
      language.choose(
        vi: "\nCòn \(page.left) việc; trang sau: after = \(next)", en: "\n\(page.left) more; next page: after = \(next)"
      )
    } ?? ""
  }

  private func explain(_ arguments: JSONValue, _ language: Language) throws(OperationFailure) -> Answer {
    let model = try model()
    let reference = try TaskReference(arguments["task"]?.string ?? "", model.rules)
    let plan = model.rules.plans[model.rules.tasks[reference.task].plan]
    let all = model.items(of: reference.task)
    let items = all.filter { reference.matches($0.duty.id, of: plan) }
    guard !items.isEmpty || reference.key == nil else {
      let keys = TaskQuery.keys(of: all)
      throw OperationFailure(vi: "không có kỳ này; có: \(keys)", en: "there is no such key; there are: \(keys)")
    }
    let isSecret = model.rules.isClassified(reference.task)
    let explanation = Explanation(model.rules, language, below: model.rulesFolder)
    let shown = items.prefix(Self.most)
    var objects = ObligationJSON(
      model.rules, today: model.today, language: language, below: model.rulesFolder)
    var writer = JSONWriter()
    writer.object { object in
      object.key("obligations")
      object.array { list in
        for item in shown {
          list.object { object in
            object.key("obligation")
            objects.write(item, to: &object)
            object.member("derivation", isSecret ? [] : explanation.sentences(for: item.duty))
          }
        }
      }
    }
    let dates = DateWording(language)
    let text =
      isSecret
      ? shown.map { item in
        "\(item.duty.id): "
          + (item.duty.toldDay.map(dates.weekdayAndDay) ?? language.choose(vi: "không có ngày", en: "no day")) + "\n"
      }.joined()
      : explanation.text(Array(shown), delay: model.delay, style: .plain, width: 10_000)
    return Answer(text: text, object: writer.bytes)
  }

  private func report(_ arguments: JSONValue, _ language: Language) throws(OperationFailure) -> Answer {
    let model = try model()
    let filter = StatisticQuery.Filter(
      from: try day("from", arguments, model), until: try day("to", arguments, model), plan: arguments["plan"]?.string,
      unit: arguments["unit"]?.string, section: arguments["section"]?.string)
    let division = arguments["by"]?.string.flatMap(Statistic.Division.init(rawValue:)) ?? .unit
    let query: StatisticQuery
    do throws(FilterFault) { query = try StatisticQuery(model, filter, by: division, language) } catch {
      throw OperationFailure(error.words)
    }
    if let problem = query.problems.first { throw OperationFailure(problem.words) }
    let export = StatisticExport(query.statistic, language)
    return Answer(
      text: export.markdown() + (query.note.map { "\n\($0.text(in: language))\n" } ?? ""),
      object: Array("{\"rows\":".utf8) + Array(export.json().utf8) + Array("}".utf8))
  }

  private func day(_ name: String, _ arguments: JSONValue, _ model: SiteModel) throws(OperationFailure) -> CivilDate? {
    guard let text = arguments[name]?.string else { return nil }
    if let day = model.day(typed: text) { return day }
    throw OperationFailure(
      vi: "“\(text)” không phải là ngày; ghi như 30/09/2024", en: "“\(text)” is no day; write 30/09/2024 or 2024-09-30")
  }
}
