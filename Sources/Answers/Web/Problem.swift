import Diagnostics
import HTTPMessages
import Operations
import Presentation

/// Why a request has no other answer, for people and for programs (RFC 9457).
struct Problem {
  let code: ProblemCode
  var detail: Bilingual?
  /// What of it is wrong, or to be confirmed.
  var faults: [PageRecording.Fault] = []
  /// After so many seconds it may be tried again.
  var retryAfter: Int64?
  /// Where to go on, for people.
  var links: [Link] = []
  var status: Int { code.status }

  init(_ code: ProblemCode, _ detail: Bilingual? = nil, retryAfter: Int64? = nil) {
    (self.code, self.detail, self.retryAfter) = (code, detail, retryAfter)
  }

  /// A page to go on to.
  struct Link {
    let path: [String]
    let query: [HTTPRequest.QueryItem]
    let words: Bilingual

    init(_ path: [String], query: [HTTPRequest.QueryItem] = [], vi: String, en: String) {
      (self.path, self.query, words) = (path, query, .init(vi: vi, en: en))
    }
  }

  init(_ code: ProblemCode, faults: [PageRecording.Fault]) {
    self.code = code
    self.faults = faults
    detail = .init(
      vi: faults.map(\.words.vi).joined(separator: " "), en: faults.map(\.words.en).joined(separator: " "))
  }

  static let badAddress = Problem(.badAddress)
  static let method = Problem(.method)
  static let notFound = Problem(.notFound)
  static let notHere = Problem(.notHere)

  /// There is nothing of that name, which is said.
  static func missing(vi: String, en: String) -> Problem { Problem(.notFound, .init(vi: vi, en: en)) }

  static let signIn = Problem(.signIn)
  static let badIdentity = Problem(.badIdentity)

  static func nothing(_ why: Bilingual) -> Problem { Problem(.noModel, why) }

  /// Why there is nothing to show: no rules yet, or what is wrong.
  static func nothing(_ failure: OperationFailure) -> Problem {
    Problem(failure.hasNoRules ? .noRules : .noModel, failure.remark.summary)
  }

  static func unreadable(_ why: Bilingual) -> Problem { Problem(.unreadable, why) }

  /// Facts could not be applied, because of which figures are wrong.
  static func wrong(_ why: Bilingual) -> Problem { Problem(.wrongFigures, why) }

  static func bad(_ detail: Bilingual, code: ProblemCode = .badParameter) -> Problem { Problem(code, detail) }

  /// The page of a code, to which the type of each problem leads; nil if there is no such code.
  static func explanation(of name: String, _ language: Language) -> HTTPAnswer? {
    ProblemCode(rawValue: name).map { code in
      let body = Problem(code, code.advice).page(language)
      var answer = HTTPAnswer(200, type: "text/html; charset=utf-8", body: body)
      answer.set("Content-Security-Policy", policy)
      answer.set("Cache-Control", "max-age=3600")
      return answer
    }
  }

  private static let policy = "default-src 'none'; style-src 'self'"

  /// After how many seconds it may be tried again; nil where that would change nothing.
  var secondsToWait: Int64? { retryAfter ?? (status == 503 ? 5 : nil) }

  /// As JSON to programs, else as a page of its own, since the model may be missing.
  func answer(_ route: Route) -> HTTPAnswer {
    guard route.saysOnPages else { return told(by: json) }
    var answer = HTTPAnswer(
      status, type: "text/html; charset=utf-8", body: page(route.language, at: route))
    answer.set("Content-Security-Policy", Self.policy)
    return told(by: answer)
  }

  /// The same, as a page like the others.
  func answer(_ visit: Visit) -> HTTPAnswer {
    guard visit.route.saysOnPages else { return answer(visit.route) }
    return told(by: visit.page(ProblemPage(visit, self), status: status))
  }

  private func told(by answer: HTTPAnswer) -> HTTPAnswer {
    var answer = answer
    if let seconds = secondsToWait { answer.set("Retry-After", "\(seconds)") }
    answer.set("Cache-Control", "no-store")
    return answer
  }

  private var json: HTTPAnswer {
    var writer = JSONWriter()
    writer.object { object in
      object.member("type", "/problems/\(code.rawValue)")
      object.member("title", code.title.en)
      object.member("status", status)
      object.member("code", code.rawValue)
      if let detail {
        object.member("detail", detail.en)
        object.member("detailVi", detail.vi)
      }
      guard !faults.isEmpty else { return }
      object.key("faults")
      object.array { list in
        for fault in faults {
          list.object { object in
            object.member("code", fault.code)
            object.member("field", fault.field?.rawValue)
            object.member("detail", fault.words.en)
            object.member("detailVi", fault.words.vi)
          }
        }
      }
    }
    return HTTPAnswer(status, type: "application/problem+json", body: writer.bytes + [0x0A])
  }

  /// - Parameter route: of what was asked for; nil: the page explains the code.
  private func page(_ language: Language, at route: Route? = nil) -> [UInt8] {
    // What is only being made is there soon, and the page asks for it by itself.
    let again = code == .busy ? route?.address() : nil
    let title = HTMLEscaper.escape(code.title.text(in: language))
    let detail = detail.map { "<p>\(HTMLEscaper.escape($0.text(in: language)))</p>" } ?? ""
    let name = route == nil ? "<p><code>\(code.rawValue)</code> (HTTP \(status))</p>" : ""
    // Where there is nothing to show, the first page has nothing either.
    let isNothing = route != nil && [.noModel, .noRules, .unreadable].contains(code)
    let advice = isNothing ? "<p>\(HTMLEscaper.escape(code.advice.text(in: language)))</p>" : ""
    let link: (href: String, words: String) =
      isNothing
      ? (route?.address() ?? "", language.choose(vi: "Tải lại trang này", en: "Load this page again"))
      : (Route.address([], language), language.choose(vi: "Về trang đầu", en: "To the first page"))
    let wait = secondsToWait ?? 0
    let refresh = again.map { _ in "<meta http-equiv=\"refresh\" content=\"\(wait)\">" } ?? ""
    let retry =
      again.map { address in
        let words = language.choose(
          vi: "Trang này tự tải lại sau \(wait) giây.", en: "This page loads again by itself after \(wait) seconds.")
        let now = language.choose(vi: "Tải lại ngay", en: "Load it now")
        return "<p>\(words) <a href=\"\(HTMLEscaper.escape(address))\">\(now)</a></p>"
      } ?? ""
    let text = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">\(refresh)
      <title>\(title)</title><link rel="stylesheet" href="/style.css"></head>
      <body class="short"><main class="wrap"><section class="card"><h1>\(title)</h1>\(name)\(detail)\(advice)\(retry)
      <p><a href="\(HTMLEscaper.escape(link.href))">\(link.words)</a></p></section></main></body></html>

      """
    return language == .en ? VietnameseParts.marked(Array(text.utf8)) : Array(text.utf8)
  }
}

extension FilterFault {
  /// The code of the problem that it is.
  var code: ProblemCode { filter == FilterFault.lastBeforeFirst.filter ? .badRange : .unknownName }

  var problem: Problem { .bad(words, code: code) }
}
