import Addresses
import SettingKeys

/// How a channel of the configuration asks a web server (docs/delivery.md, "Described channels").
struct HTTPDescription: Sendable {
  /// How a body is written, and how values are written in it.
  enum Format: String, CaseIterable, Sendable {
    case json, form, text

    var contentType: String {
      switch self {
      case .json: "application/json"
      case .form: "application/x-www-form-urlencoded"
      case .text: "text/plain; charset=utf-8"
      }
    }

    fileprivate var place: HTTPTemplate.Place {
      switch self {
      case .json: .json
      case .form: .form
      case .text: .text
      }
    }
  }

  enum Method: String, CaseIterable, Sendable {
    case post = "POST"
    case put = "PUT"
    case get = "GET"
  }

  var name: String
  var address: HTTPTemplate
  /// The machine, which no value can change.
  var host: String
  var method: Method
  var headers: [HTTPTemplate]
  var format: Format
  /// Nil for `GET`.
  var body: HTTPTemplate?
  var success: SuccessRule?
  var secret: SecretSource?
  /// The most characters that a text may have; nil for no limit.
  var textLimit: Int?
  var allowedNetworks: [NetworkRange]
  var authorities: String?
  /// Seconds for one call.
  var timeout: Int

  /// The names that are used anywhere.
  var names: Set<HTTPTemplate.Name> {
    headers.reduce(address.names.union(body?.names ?? [])) { $0.union($1.names) }
  }

  /// The request with these values; nil if its address would be none, or one of another machine.
  func request(_ values: [HTTPTemplate.Name: String]) -> HTTPRequest? {
    guard let target = WebAddress(address.filled(values, in: .url)), target.host == host else { return nil }
    let own = headers.map { $0.filled(values, in: .header) }
    // An empty Expect keeps libcurl from asking first whether the body is wanted.
    var lines = ["Accept: application/json", "Expect:"] + own
    if let body {
      if !own.contains(where: { $0.lowercased().hasPrefix("content-type:") }) {
        lines.append("Content-Type: \(format.contentType)")
      }
      return HTTPRequest(
        method: method.rawValue, address: target, headers: lines,
        body: Array(body.filled(values, in: format.place).utf8))
    }
    return HTTPRequest(method: method.rawValue, address: target, headers: lines, body: [])
  }

  /// `text` in as many characters as the channel takes, counted in UTF-16 as servers do: whole lines, and how many were
  /// left out, `… (+12)`.
  func shortened(_ text: String) -> String {
    guard let textLimit, text.utf16.count > textLimit else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var (kept, size) = (0, 0)
    for (index, line) in lines.enumerated() {
      size += line.utf16.count + 1
      guard size + "… (+\(lines.count - index - 1))".utf16.count <= textLimit else { break }
      kept = index + 1
    }
    if kept > 0 { return lines[..<kept].joined(separator: "\n") + "\n… (+\(lines.count - kept))" }
    var start = text.prefix(textLimit - 1)
    while start.utf16.count > textLimit - 1 { start.removeLast() }
    return start + "…"
  }
}
