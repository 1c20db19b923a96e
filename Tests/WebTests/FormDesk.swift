import Foundation
import HTTPMessages
import Testing

/// An office where people sign in at the web server: who they are, and forms as browsers send them.
struct FormDesk {
  let desk: SiteDesk

  /// Of the plan of `SiteDesk`, whose focal point is Văn phòng: who confirms is the director.
  static let plan = SiteDesk.plan
    .replacingOccurrences(of: "  đầu mối: Văn phòng\n", with: "  đầu mối: Văn phòng\n  xác nhận: Giám đốc\n")
    .replacingOccurrences(of: "đơn vị a: Phòng A\n", with: "đơn vị a: Phòng A\n\nđơn vị gd: Giám đốc\n")

  static let roles = """
    [web]
    address = "https://nhacviec.so.example"
    [roles.an]
    units = ["Phòng A"]
    [roles.giang]
    units = ["Giám đốc"]
    [roles.van]
    units = ["Văn phòng"]
    [roles.dau]
    focal-point = true
    [roles.lan]
    focal-point = true
    """

  init(_ plan: String = plan, configuration: String = roles, now: Int = SiteDesk.monday) throws {
    desk = try SiteDesk(["plan.rules": plan], configuration: configuration, now: now)
  }

  func get(_ target: String, as login: String?) -> HTTPAnswer {
    desk.get(target, fields: login.map { [("X-Remote-User", $0)] } ?? [], socket: .proxy)
  }

  /// The hidden fields of the first form of a page.
  static func hidden(_ page: String) -> [String: String] {
    var found: [String: String] = [:]
    for name in ["token", "mark", "about"] {
      guard let start = page.range(of: #"name="\#(name)" value=""#),
        let end = page[start.upperBound...].firstIndex(of: "\"")
      else { continue }
      found[name] = String(page[start.upperBound..<end])
    }
    return found
  }

  static func body(_ fields: [String: String]) -> [UInt8] {
    Array(PercentCoding.query(fields.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }).utf8)
  }

  func post(
    _ target: String, as login: String?, _ body: [UInt8], type: String = "application/x-www-form-urlencoded",
    fields: [(String, String)] = [("Sec-Fetch-Site", "same-origin")], socket: HTTPRequest.Socket = .proxy
  ) -> HTTPAnswer {
    let all = fields + [("Content-Type", type)] + (login.map { [("X-Remote-User", $0)] } ?? [])
    return desk.site.answer(
      HTTPRequest(
        "POST", target, fields: all.map { (name: $0.0, value: $0.1) }, body: body, socket: socket))
  }

  /// Opens a form as a browser does, fills it in and sends it.
  func send(_ target: String, as login: String, _ fields: [String: String] = [:]) -> HTTPAnswer {
    let page = get(target, as: login)
    return post(target, as: login, Self.body(Self.hidden(page.text).merging(fields) { $1 }))
  }

  /// Sends it and opens the receipt, which must be there.
  func receipt(_ target: String, as login: String, _ fields: [String: String] = [:]) throws -> String {
    let answer = send(target, as: login, fields)
    #expect(answer.status == 303, "\(target): \(answer.status) \(answer.text)")
    let receipt = get(try #require(answer.value(of: "Location")), as: login)
    #expect(receipt.status == 200, "\(receipt.text)")
    return receipt.text
  }

  /// The facts, with who recorded them and how they came in.
  func facts() throws -> [String] { try desk.facts() }
}
