import HTTPMessages
import Operations
import Outbox
import Presentation

/// One address of the API.
struct APIRoute: Sendable {
  /// Behind `/api/v1`; names in braces stand for one part each, the last one for all that follow.
  let path: String
  let name: String
  /// What it answers, in English, for the document.
  let words: String
  var parameters: [APIParameter] = []
  /// The name of its body's schema.
  let schema: String
  /// - Parameter parts: those that the names in braces stand for.
  let answer: @Sendable (_ visit: Visit, _ parts: [String]) -> HTTPAnswer

  /// The last name stands for all that follows.
  var pattern: PathPattern { PathPattern(path, isOpen: path.hasSuffix("}")) }
}

/// Which answer an address of the API means. The document of the API is made of this table, too.
enum APIRoutes {
  static let all: [APIRoute] = [
    APIRoute(
      path: "/obligations", name: "listObligations",
      words:
        "What is due, waits or is overdue, filtered, sorted and in pages; what has ended only by a status that asks for it.",
      parameters: listed, schema: "ObligationList"
    ) { visit, _ in Obligations.list(visit) },
    APIRoute(
      path: "/obligations/{plan}/{duty}", name: "getObligation",
      words: "One obligation by its id, PLAN/TASK[:LABEL]@KEY, with the sentences that lead to its day.",
      schema: "ObligationAnswer"
    ) { visit, parts in Obligations.one(visit, id: parts.joined(separator: "/")) },
    APIRoute(
      path: "/obligations/{plan}/{duty}/{unit}", name: "getObligationOfUnit",
      words: "One obligation of one of several units, PLAN/TASK[:LABEL]@KEY/UNIT.", schema: "ObligationAnswer"
    ) { visit, parts in Obligations.one(visit, id: parts.joined(separator: "/")) },
    plans,
    APIRoute(
      path: "/tasks", name: "listTasks", words: "The tasks of all plans, or of one.",
      parameters: [.init(name: "plan", value: .text(most: 120), words: "Only of the plan of this id.")],
      schema: "TaskList"
    ) { visit, _ in Catalog.tasks(visit) },
    units, events,
    APIRoute(
      path: "/calendar", name: "getCalendar",
      words: "Days of the working calendar: which are worked, why others are not, and their lunar days.",
      parameters: [
        .init(name: "from", value: .day, words: "The first day; today, if it is absent."),
        .init(
          name: "to", value: .day,
          words: "The last day, at most \(WorkDays.most) days in all; 30 days after the first, if it is absent."),
        .init(
          name: "calendar", value: .text(most: 120), words: "The name of a calendar; the first plan's, if it is absent."
        ),
      ], schema: "Calendar"
    ) { visit, _ in WorkDays.answer(visit) },
    APIRoute(
      path: "/deadline", name: "readDeadline",
      words:
        "What the wording of a deadline means, as nhacviec deadline --json says it; of kind unclear, if it is not understood.",
      parameters: [
        .init(name: "q", value: .text(most: 500), words: "The wording, in Vietnamese or English.", isRequired: true),
        .init(name: "year", value: .number(1...9999), words: "The plan's year; this year, if it is absent."),
      ], schema: "Deadline"
    ) { visit, _ in WordingAnswer.answer(visit) },
    APIRoute(
      path: "/statistic", name: "getStatistic",
      words:
        "How many duties are done, late and overdue, as nhacviec report --format json counts them; the sum is the row behind.",
      parameters: counted, schema: "Statistic"
    ) { visit, _ in Figures.answer(visit) },
    deliveries, revisions, differences, ruleFiles,
    APIRoute(path: "/openapi.json", name: "getDescription", words: "This document.", schema: "Description") { _, _ in
      OpenAPI.answer
    },
  ]

  // MARK: Behind pages, too

  static let plans = APIRoute(path: "/plans", name: "listPlans", words: "The plans in force.", schema: "PlanList") {
    visit, _ in Catalog.plans(visit)
  }

  static let units = APIRoute(
    path: "/units", name: "listUnits", words: "The units that the rules name.", schema: "UnitList"
  ) { visit, _ in Catalog.units(visit) }

  static let events = APIRoute(
    path: "/events", name: "listEvents",
    words: "The events that deadlines wait for: when they are expected, what waits for them, and when they happened.",
    parameters: [
      .init(name: "plan", value: .text(most: 120), words: "Only what concerns work of this plan, by id or title."),
      .init(
        name: "state", value: .choice(Catalog.EventState.allCases.map(\.rawValue)),
        words: "Only those that are awaited, or that happened; of each kind, if it is absent."),
    ],
    schema: "EventList"
  ) { visit, _ in Catalog.events(visit) }

  static let deliveries = APIRoute(
    path: "/deliveries", name: "listDeliveries",
    words: "Messages that went out or are to go out, the latest first, with their outcome and what they are about.",
    parameters: [
      .init(
        name: "state", value: .choice(MessageDelivery.State.allCases.map(\.rawValue)),
        words: "Only with a delivery in this state; dead: it was given up."),
      .init(name: "unit", value: .text(most: 120), words: "Only to this unit or group, by id or title."),
    ] + paged(most: 200), schema: "DeliveryList"
  ) { visit, _ in Records.deliveries(visit) }

  static let revisions = APIRoute(
    path: "/revisions", name: "listRevisions",
    words: "The revisions of the rules, the newest first, and the rules that wait to be accepted.",
    parameters: paged(most: 200), schema: "RevisionList"
  ) { visit, _ in Records.revisions(visit) }

  static let differences = APIRoute(
    path: "/revisions/{number}/differences", name: "getDifferences",
    words:
      "What a revision changed against the one before it: obligations, with the facts of today, and blocks of the rules.",
    schema: "Differences"
  ) { visit, parts in Records.differences(visit, parts[0]) }

  static let ruleFiles = APIRoute(
    path: "/rule-files", name: "listRuleFiles", words: "The office's rule files as they are in force.",
    schema: "RuleFileList"
  ) { visit, _ in Records.ruleFiles(visit) }

  private static let listed: [APIParameter] = [
    .init(name: "plan", value: .text(most: 120), words: "Only of this plan, by id or title."),
    .init(
      name: "unit", value: .text(most: 120), words: "Only what this unit or group leads or supports, by id or title."),
    .init(name: "lead", value: .text(most: 120), words: "Only what this unit or group leads, by id or title."),
    .init(name: "section", value: .text(most: 120), words: "Only of this section, by id or title."),
    .init(name: "person", value: .text(most: 120), words: "Only what is assigned to this person."),
    .init(
      name: "status", value: .choice(UpcomingFilter.State.allCases.map(\.rawValue)),
      words: "Only in this state; several add up, repeated or as one value with commas between.", canRepeat: true),
    .init(name: "from", value: .day, words: "Due from this day on."),
    .init(name: "to", value: .day, words: "Due until this day."),
    .init(
      name: "text", value: .text(most: 150),
      words: "Words that titles, products, numbers, wordings or units begin with."),
    .init(
      name: "sort", value: .choice(UpcomingSort.allCases.map(\.rawValue)), words: "The order; by day, if it is absent."),
    .init(name: "after", value: .cursor, words: "The value of next in the page before."),
    .init(name: "limit", value: .number(1...ListQuery.most), words: "At most so many items; 200, if it is absent."),
  ]

  private static func paged(most: Int) -> [APIParameter] {
    [
      .init(name: "after", value: .number(1...Int(Int32.max)), words: "The value of next in the page before."),
      .init(name: "limit", value: .number(1...most), words: "At most so many items; 30, if it is absent."),
    ]
  }

  private static let counted: [APIParameter] = [
    .init(
      name: "by", value: .choice(Statistic.Division.allCases.map(\.rawValue)),
      words: "What a row is; unit, if it is absent."),
    .init(name: "from", value: .day, words: "Due from this day on; what was carried over is a row of its own."),
    .init(name: "to", value: .day, words: "Due until this day."),
    .init(name: "plan", value: .text(most: 120), words: "Only of this plan, by id or title."),
    .init(name: "unit", value: .text(most: 120), words: "Only what this unit or group leads, by id or title."),
    .init(name: "section", value: .text(most: 120), words: "Only of this section, by id or title."),
    .init(
      name: "as-of", value: .text(most: 60),
      words:
        "As it was, with the rules and facts of then, at the end of a day (2024-03-31, or as nhacviec report --as-of takes it) or at an instant (2024-03-31T17:00 in Viet Nam, 2024-03-31T10:00:00Z); as it is, if it is absent."
    ),
  ]

  /// - Parameter path: behind `/api/v1`.
  static func answer(_ visit: Visit, _ path: [String]) -> HTTPAnswer {
    for route in all {
      guard let parts = route.pattern.match(path) else { continue }
      if let fault = APIParameter.fault(of: visit.route.query, route.parameters) { return fault.answer(visit) }
      return route.answer(visit, parts)
    }
    let address = "/api/v1/" + path.joined(separator: "/")
    return Problem.missing(
      vi: "không có câu trả lời nào ở “\(address)”; các địa chỉ có trong /api/v1/openapi.json",
      en: "there is no answer at “\(address)”; the addresses are in /api/v1/openapi.json"
    ).answer(visit)
  }
}
