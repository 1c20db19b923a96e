import CivilCalendar
import HTTPMessages
import Presentation

/// Which page an address means.
enum PageRoutes {
  static let all: [PageRoute] = [
    PageRoute(path: .init("/"), subject: nil) { visit, _ in visit.page(FirstPage(visit)) },
    PageRoute(path: .init("/viec"), subject: nil, parameters: ListQuery.parameters, files: .duties { _, _ in [] }) {
      visit, _ in
      AgendaPage.answer(visit)
    },
    PageRoute(path: .init("/viec/{id}", isOpen: true), subject: .task) { visit, parts in
      TaskPage.answer(visit, id: parts[0])
    },
    PageRoute(
      path: .init("/ke-hoach"), subject: nil, files: .api(APIRoutes.plans, ListTable.plans),
      links: FileLinks.ofPlans
    ) { visit, _ in
      visit.page(PlansPage(visit))
    },
    PageRoute(path: .init("/ke-hoach/{plan}"), subject: .wholePlan, parameters: ["from", "to", "as-of", "year"]) {
      visit, parts in
      PlanPage.answer(visit, id: parts[0]) ?? Routes.missing(visit)
    },
    PageRoute(
      path: .init("/muc/{plan}/{section}"), subject: .section,
      files: .duties(besides: ["plan", "section"]) { visit, parts in
        SectionPage.place(of: parts[1], plan: parts[0], visit.rules).map { _ in
          [.init("plan", parts[0]), .init("section", parts[1])]
        }
      }, links: FileLinks.ofSection
    ) { visit, parts in
      SectionPage(visit, plan: parts[0], section: parts[1]).map { visit.page($0) } ?? Routes.missing(visit)
    },
    PageRoute(
      path: .init("/don-vi"), subject: nil, files: .api(APIRoutes.units, ListTable.units),
      links: FileLinks.ofUnits
    ) { visit, _ in
      visit.page(UnitsPage(visit))
    },
    PageRoute(
      path: .init("/don-vi/{unit}"), subject: .unit, parameters: ["plan"],
      files: .duties(besides: ["unit", "lead"]) { visit, parts in
        // The plan says which unit it is.
        Subjects.recipient(parts[0], plan: visit.route.value("plan"), visit.rules).map {
          [.init("unit", visit.rules.reference(to: $0)), .init("plan", "")]
        }
      }, links: FileLinks.ofUnit
    ) { visit, parts in
      UnitPage.answer(visit, id: parts[0])
    },
    PageRoute(
      path: .init("/nam"), subject: nil, parameters: ["plan", "unit", "after"],
      files: due { visit, _ in .year(visit.today.year) }
    ) { visit, _ in YearPage.answer(visit, year: visit.today.year) },
    PageRoute(
      path: .init("/nam/{year}"), subject: .year, parameters: ["plan", "unit", "after"],
      files: due { _, parts in YearPage.year(named: parts[0]).map(DayRange.year) }
    ) { visit, parts in
      YearPage.year(named: parts[0]).map { YearPage.answer(visit, year: $0) } ?? Routes.missing(visit)
    },
    PageRoute(
      path: .init("/thong-ke"), subject: nil, parameters: StatisticPage.parameters,
      files: .init(forms: [.json, .csv, .xlsx, .docx], parameters: StatisticPage.parameters) { visit, _ in
        StatisticPage.answer(visit)
      }
    ) { visit, _ in StatisticPage.answer(visit) },
    PageRoute(
      path: .init("/thang"), subject: nil, parameters: ["plan", "unit"],
      files: due { visit, _ in .month(of: visit.today) }
    ) {
      visit, _ in MonthPage.answer(visit, .month(of: visit.today))
    },
    PageRoute(
      path: .init("/thang/{month}"), subject: .month, parameters: ["plan", "unit"],
      files: due { _, parts in MonthPage.days(named: parts[0]) }
    ) { visit, parts in
      MonthPage.days(named: parts[0]).map { MonthPage.answer(visit, $0) } ?? Routes.missing(visit)
    },
    PageRoute(
      path: .init("/su-kien"), subject: nil, parameters: ["plan"], files: .api(APIRoutes.events, ListTable.events),
      links: FileLinks.ofEvents
    ) { visit, _ in EventsPage.answer(visit) },
    PageRoute(
      path: .init("/da-gui"), subject: nil, parameters: ["state", "unit", "after"],
      files: .api(APIRoutes.deliveries, ListTable.deliveries)
    ) { visit, _ in LettersPage.answer(visit) },
    PageRoute(path: .init("/da-gui/{number}"), subject: .letter) { visit, parts in
      LetterPage.answer(visit, number: parts[0])
    },
    PageRoute(
      path: .init("/ban-quy-tac"), subject: nil, parameters: ["after"],
      files: .api(APIRoutes.revisions, ListTable.revisions)
    ) { visit, _ in RevisionsPage.answer(visit) },
    PageRoute(
      path: .init("/ban-quy-tac/{number}"), subject: .revision,
      files: .api(APIRoutes.differences, ListTable.differences)
    ) { visit, parts in RevisionPage.answer(visit, number: parts[0]) },
    PageRoute(path: .init("/quy-tac"), subject: nil, files: .api(APIRoutes.ruleFiles, ListTable.ruleFiles)) {
      visit, _ in
      RuleFilesPage.answer(visit)
    },
    PageRoute(path: .init("/quy-tac/{file}", isOpen: true), subject: .ruleFile) { visit, parts in
      RuleFilePage.answer(visit, name: parts[0])
    },
    PageRoute(path: .init("/doc-han"), subject: nil, parameters: ["q", "year"]) { visit, _ in DeadlinePage.answer(visit)
    },
    PageRoute(
      path: .init("/giao-ban"), subject: nil,
      files: .init(forms: [.docx], parameters: []) { visit, _ in MeetingPage.document(visit) }
    ) { visit, _ in visit.page(MeetingPage(visit)) },
    PageRoute(path: .init("/ghi/{act}/{subject}", isOpen: true), subject: .form, parameters: ["key"]) { visit, _ in
      ActPage.answer(visit, Array(visit.route.path.dropFirst()))
    },
    PageRoute(path: .init("/de-xuat"), subject: nil, parameters: [ProposalsPage.choice, "after"]) { visit, _ in
      ProposalsPage.answer(visit)
    },
    PageRoute(path: .init("/de-xuat/{number}"), subject: .proposal, parameters: [ProposalPage.request]) {
      visit, parts in
      ProposalProgress.fault(of: visit.route)?.answer(visit) ?? ProposalPage.answer(visit, number: parts[0])
    },
    PageRoute(path: .init("/de-xuat/sua/{plan}/{task}"), subject: .row) { visit, parts in
      RowPage.change(visit, plan: parts[0], task: parts[1])
    },
    PageRoute(path: .init("/de-xuat/moi/{plan}"), subject: .newRow) { visit, parts in RowPage.new(visit, plan: parts[0])
    },
    PageRoute(
      path: .init("/\(RegisterPage.place)/{plan}"), subject: .wholePlan,
      files: .init(forms: [.xlsx], parameters: []) { visit, parts in RegisterPage.file(visit, plan: parts[0]) }
    ) { visit, parts in RegisterPage.answer(visit, plan: parts[0]) },
    PageRoute(
      path: .init("/\(RegisterPage.place)/{plan}/{number}"), subject: .sentRegister,
      files: .init(forms: [.xlsx], parameters: []) { visit, parts in
        RegisterAnswerPage.file(visit, plan: parts[0], name: parts[1])
      }
    ) { visit, parts in RegisterAnswerPage.answer(visit, plan: parts[0], name: parts[1]) },
    PageRoute(path: .init("/da-ghi/{number}"), subject: .fact) { visit, parts in
      ReceiptPage.answer(visit, number: parts[0])
    },
  ]

  /// The kind of page at a path, and what the names in its pattern stand for; nil if there is none.
  static func find(_ path: [String]) -> (page: PageRoute, parts: [String])? {
    all.lazy.compactMap { page in page.path.match(path).map { (page, $0) } }.first
  }

  /// Everything that is due within days, whatever became of it.
  /// - Parameter days: those of the page's address; nil: there is no such page.
  private static func due(_ days: @escaping @Sendable (Visit, [String]) -> DayRange?) -> PageRoute.Files {
    .duties(besides: ["from", "to"]) { visit, parts in
      days(visit, parts).map { days in
        let isChosen = visit.route.query.contains { $0.name == "status" }
        return [.init("from", "\(days.first)"), .init("to", "\(days.last)")]
          + (isChosen ? [] : StateCounts.State.ofDays.map { .init("status", $0.rawValue) })
      }
    }
  }
}
