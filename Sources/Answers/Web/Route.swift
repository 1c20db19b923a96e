import Addresses
import HTTPMessages
import Presentation

/// What an address asks for: the path of a page or of the API, in a language and a form.
struct Route: Hashable, Sendable {
  /// The form of a list, by the ending of its name.
  enum Format: String, CaseIterable, Sendable { case html, json, csv, xlsx, docx, ics }

  let language: Language
  /// Without the language and the ending.
  let path: [String]
  let format: Format
  let query: [HTTPRequest.QueryItem]
  /// Whether what is wrong is said on a page: to whoever reads pages, whatever form was asked for, and where a page was asked for by
  /// who does not say that it reads JSON. Programs are told as JSON.
  let saysOnPages: Bool

  /// Stands for an address that is not in order: a browser is answered by a page, a program by JSON.
  static func unreadable(for request: HTTPRequest) -> Route {
    Route(language: .vi, path: [], format: .html, query: [], saysOnPages: request.readsPages)
  }

  /// English pages lie below `/en`, Vietnamese ones at the root.
  private static let english = "en"

  /// The first page.
  static let home = Route(language: .vi, path: [], format: .html, query: [], saysOnPages: true)

  init(language: Language, path: [String], format: Format, query: [HTTPRequest.QueryItem], saysOnPages: Bool) {
    (self.language, self.path, self.format, self.query) = (language, path, format, query)
    self.saysOnPages = saysOnPages
  }

  /// Nil if the path of the request is not in order.
  init?(_ request: HTTPRequest) {
    guard var path = request.path else { return nil }
    language = path.first == Self.english ? .en : .vi
    if language == .en { path.removeFirst() }
    let isAPI = path.first == "api"
    let ending = isAPI || path.first == "feeds" ? nil : path.last.flatMap(Self.ending)
    if let ending { path[path.count - 1] = ending.name }
    let format = isAPI ? .json : ending?.format ?? .html
    (self.path, self.format, query) = (path, format, request.query)
    saysOnPages = !isAPI && (request.readsPages || format == .html && !request.readsJSON)
  }

  /// The address without an ending that no form has, such as `.pdf`, and that ending; nil where it has none. Whoever asks for
  /// such a file gets a page only if it reads pages.
  func withoutUnknownEnding(_ request: HTTPRequest) -> (route: Route, ending: String)? {
    guard format == .html, let name = path.last, let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return nil
    }
    let ending = name[name.index(after: dot)...]
    guard (2...5).contains(ending.count), ending.first?.isLetter == true,
      ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    let route = Route(
      language: language, path: path.dropLast() + [String(name[..<dot])], format: .html, query: [],
      saysOnPages: request.readsPages)
    return (route, String(ending))
  }

  /// A name before the ending of a form, and that form; nil where it has no such ending.
  private static func ending(_ name: String) -> (name: String, format: Format)? {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
      let format = Format(rawValue: String(name[name.index(after: dot)...]))
    else { return nil }
    return (String(name[..<dot]), format)
  }

  /// What a file of it is called: of plain letters alone, whatever names its path has.
  var fileName: String {
    let name = path.joined(separator: "-").map {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) ? $0 : "_"
    }
    return String(name) + ".\(format.rawValue)"
  }

  /// The value of a parameter; nil where it is absent, empty or there several times.
  func value(_ name: String) -> String? {
    let values = query.filter { $0.name == name && !$0.value.isEmpty }
    return values.count == 1 ? values[0].value : nil
  }

  /// The names of the states that are asked for, one by one or with commas between, as the command takes them.
  var states: [String] {
    UpcomingFilter.State.names(in: query.filter { $0.name == "status" && !$0.value.isEmpty }.map(\.value))
  }

  /// The name of a parameter that has several values; nil if each has one at most.
  /// - Parameter several: the name that may have.
  func repeated(besides several: String) -> String? {
    let names = query.filter { !$0.value.isEmpty && $0.name != several }.map(\.name)
    return Dictionary(grouping: names) { $0 }.first { $1.count > 1 }?.key
  }

  /// The address of a page in a language.
  static func address(
    _ path: [String], _ language: Language, format: Format = .html, query: [HTTPRequest.QueryItem] = []
  ) -> String {
    let parts = (language == .en ? [english] : []) + path.map { PercentEncoding.encode($0, keeping: "@:/,;=+!$&'()*") }
    let ending = format == .html ? "" : ".\(format.rawValue)"
    return "/" + parts.joined(separator: "/") + ending + (query.isEmpty ? "" : "?" + PercentCoding.query(query))
  }

  /// The same with other parameters; an empty value takes one away.
  func address(
    _ changes: [String: String] = [:], language: Language? = nil, format: Format? = nil
  ) -> String {
    let kept = query.filter { changes[$0.name] == nil }
    let added = changes.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { HTTPRequest.QueryItem($0, $1) }
    return Self.address(path, language ?? self.language, format: format ?? self.format, query: kept + added)
  }
}

extension HTTPRequest {
  /// Whether who asks shows pages to somebody, as browsers do.
  var readsPages: Bool { values(of: "accept").contains { $0.contains("text/html") } }

  /// Whether who asks says that it reads JSON.
  var readsJSON: Bool { values(of: "accept").contains { $0.contains("json") } }
}
