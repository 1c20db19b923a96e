import Diagnostics
import HTTPMessages
import Presentation

/// Why a request has no other answer, for people and for programs (RFC 9457).
struct Problem {
  let status: Int
  /// Stable, and the end of the problem's type.
  let code: String
  let title: Bilingual
  var detail: Bilingual?

  static let badAddress = Problem(
    status: 400, code: "bad-address", title: .init(vi: "Địa chỉ không đúng dạng", en: "The address is not in order"))
  static let method = Problem(
    status: 405, code: "method", title: .init(vi: "Ở đây chỉ xem được", en: "This can only be read"))
  static let notFound = Problem(
    status: 404, code: "not-found", title: .init(vi: "Không có trang này", en: "There is no such page"))
  static let notHere = Problem(
    status: 403, code: "not-here",
    title: .init(vi: "Địa chỉ này chỉ dùng trên chính máy chủ", en: "This address is only for the machine itself"))
  static let signIn = Problem(
    status: 403, code: "sign-in",
    title: .init(vi: "Máy chủ web không cho biết ai đang hỏi", en: "The web server does not say who asks"))

  static func nothing(_ why: Bilingual) -> Problem {
    Problem(
      status: 503, code: "no-model", title: .init(vi: "Chưa có gì để xem", en: "There is nothing to show yet"),
      detail: why)
  }

  /// Facts could not be applied, because of which figures are wrong.
  static func wrong(_ why: Bilingual) -> Problem {
    Problem(
      status: 409, code: "wrong-figures",
      title: .init(
        vi: "Có ghi nhận không dùng được nên số liệu có thể sai; người quản trị xem bằng lệnh nhacviec facts",
        en:
          "Some facts could not be applied, so that figures may be wrong; the administrator sees them by nhacviec facts"
      ),
      detail: why)
  }

  static func bad(_ detail: Bilingual, code: String = "bad-parameter") -> Problem {
    Problem(
      status: 400, code: code, title: .init(vi: "Điều được hỏi không đúng", en: "What is asked is not right"),
      detail: detail)
  }

  /// As JSON where the form asked for is for programs, else as a page of its own, since the model may be missing.
  func answer(_ route: Route) -> HTTPAnswer {
    var answer = route.format == .html ? HTTPAnswer(status, type: "text/html; charset=utf-8", body: page(route)) : json
    if status == 503 { answer.set("Retry-After", "5") }
    answer.set("Cache-Control", "no-store")
    if route.format == .html { answer.set("Content-Security-Policy", "default-src 'none'; style-src 'self'") }
    return answer
  }

  private var json: HTTPAnswer {
    var writer = JSONWriter()
    writer.object { object in
      object.member("type", "/problems/\(code)")
      object.member("title", title.en)
      object.member("status", status)
      object.member("code", code)
      if let detail {
        object.member("detail", detail.en)
        object.member("detailVi", detail.vi)
      }
    }
    return HTTPAnswer(status, type: "application/problem+json", body: writer.bytes + [0x0A])
  }

  private func page(_ route: Route) -> [UInt8] {
    let language = route.language
    let title = HTMLEscaper.escape(title.text(in: language))
    let detail = detail.map { "<p>\(HTMLEscaper.escape($0.text(in: language)))</p>" } ?? ""
    let home = language.choose(vi: "Về trang đầu", en: "To the first page")
    let text = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
      <title>\(title)</title><link rel="stylesheet" href="/style.css"></head>
      <body class="short"><main class="wrap"><section class="card"><h1>\(title)</h1>\(detail)
      <p><a href="\(Route.address([], language))">\(home)</a></p></section></main></body></html>

      """
    return Array(text.utf8)
  }
}
