import HTTPMessages

/// One kind of page: where it is, what may be asked of it, and as what files it is to be had.
struct PageRoute: Sendable {
  /// - Parameter parts: those that the names in braces stand for.
  typealias Answer = @Sendable (_ visit: Visit, _ parts: [String]) -> HTTPAnswer

  /// The list of a page, as files for programs.
  struct Files: Sendable {
    let forms: [Route.Format]
    /// The names of what may be asked of them.
    let parameters: [String]
    let answer: Answer
  }

  let path: PathPattern
  /// What its addresses name; nil of an address without names.
  let subject: PageSubject?
  /// The names of what may be asked of the page.
  var parameters: [String] = []
  var files: Files?
  /// What the page leads to where its own list is no list of its files; nil: to its files, by its own filters.
  var links: (@Sendable (Visit) -> [FileLinks])?
  let answer: Answer

  /// Why there is nothing at an address of this kind; nil if its ending and its parameters are those that there are. No
  /// parameter is left unheard.
  func fault(of route: Route) -> Problem? {
    guard route.format == .html || files?.forms.contains(route.format) ?? false else {
      return noSuchForm(route.format.rawValue)
    }
    // One of two values would be taken for both.
    if let name = route.repeated(besides: "status") {
      return .bad(
        .init(vi: "“\(name)” có nhiều lần", en: "“\(name)” is there several times"), code: .repeatedParameter)
    }
    let known = route.format == .html ? parameters : files?.parameters ?? []
    return route.query.first { !known.contains($0.name) }.map { APIParameter.unknown($0.name, known: known) }
  }

  /// Says of an ending that the page does not have which it has.
  func noSuchForm(_ ending: String) -> Problem {
    let forms = (files?.forms ?? []).map { ".\($0.rawValue)" }.joined(separator: ", ")
    return Problem(
      .noSuchForm,
      forms.isEmpty
        ? .init(
          vi: "không có “.\(ending)”: trang này không có dạng nào khác",
          en: "there is no “.\(ending)”: this page has no other form")
        : .init(vi: "không có “.\(ending)”; có: \(forms)", en: "there is no “.\(ending)”; there are \(forms)"))
  }
}

extension PageRoute.Files {
  /// A part of the list of work, with the filters that are still open.
  /// - Parameter fixed: what the page's address says of the list already; nil: there is no such page.
  static func duties(
    besides own: [String] = [], _ fixed: @escaping @Sendable (Visit, [String]) -> [HTTPRequest.QueryItem]?
  ) -> Self {
    Self(forms: [.json, .csv, .xlsx, .ics], parameters: ListQuery.parameters.filter { !own.contains($0) }) {
      visit, parts in
      guard let fixed = fixed(visit, parts) else { return Routes.missing(visit) }
      let names = Set(fixed.map(\.name))
      return ListExport.answer(visit.asking(fixed + visit.route.query.filter { !names.contains($0.name) }))
    }
  }

  /// What the API answers, and the same as tables.
  static func api(_ api: APIRoute, _ table: ListTable) -> Self {
    Self(forms: [.json, .csv, .xlsx], parameters: api.parameters.map(\.name)) { visit, parts in
      if let fault = APIParameter.fault(of: visit.route.query, api.parameters) { return fault.answer(visit) }
      return visit.route.format == .json ? api.answer(visit, parts) : table.answer(visit) { api.answer($0, parts) }
    }
  }
}
