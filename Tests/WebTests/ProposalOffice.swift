import Foundation
import HTTPMessages
import StateFolder
import Testing

/// An office whose rules are in force, with an administrator, units that sign in, and the folder of requests to who writes
/// the rules.
struct ProposalOffice {
  let office: LinkDesk
  var desk: SiteDesk { office.office.desk }
  var state: StateFolder { StateFolder(desk.state.path) }

  static let configuration =
    UnitBrowser.configuration + """
      [roles.an]
      units = ["Phòng A"]
      [roles.van]
      units = ["Văn phòng"]
      [roles.quan]
      administrator = true
      [roles.dau]
      focal-point = true

      """

  static let change = "/de-xuat/sua/kh/I.2"

  /// - Parameter roles: further tables of the configuration.
  init(_ plan: String = LinkDesk.plan, roles: String = "") throws {
    office = try LinkDesk(plan, configuration: Self.configuration + roles)
    try desk.promote()
    try Folder.make(state.requests(to: .editor))
  }

  func get(_ target: String, as login: String? = "an") -> HTTPAnswer { office.office.get(target, as: login) }

  func text(_ target: String, as login: String? = "an") -> String {
    let answer = get(target, as: login)
    #expect(answer.status == 200, "\(target): \(answer.status) \(answer.text)")
    return answer.text
  }

  /// The value of a hidden field.
  static func hidden(_ name: String, _ page: String) -> String {
    guard let start = page.range(of: #"name="\#(name)" value=""#) else { return "" }
    return String(page[start.upperBound...].prefix { $0 != "\"" })
  }

  /// Opens a page and sends its form.
  func send(
    _ target: String, _ action: String, _ fields: [String: String], as login: String = "an",
    from browser: [(String, String)] = [("Sec-Fetch-Site", "same-origin")]
  ) -> HTTPAnswer {
    // What was decided has no form any more; a login has one token for all.
    let tokens = [target, Self.change].lazy.map { Self.hidden("token", get($0, as: login).text) }
    let token = tokens.first { !$0.isEmpty } ?? ""
    let all = ["token": token, "viec": action].merging(fields) { $1 }
    return office.office.post(target, as: login, FormDesk.body(all), fields: browser)
  }

  /// Proposes another deadline of I.2, and returns where the proposal is.
  @discardableResult
  func propose(_ due: String = "chậm nhất 04/10/2024", as login: String = "an") throws -> String {
    let answer = send(Self.change, "gui", ["due": due, "reason": "Theo công văn 7"], as: login)
    #expect(answer.status == 303, "\(answer.text)")
    return try #require(answer.value(of: "Location"))
  }

  /// Accepts it as the administrator does whose page has this hash.
  func accept(_ address: String, sources: String? = nil, as login: String = "quan") -> HTTPAnswer {
    let hash = sources ?? Self.hidden("nguon", get(address, as: login).text)
    return send(address, "nhan", ["nguon": hash], as: login)
  }

  var requests: [SpoolRequest?] { Spool(state.requests(to: .editor)).entries().map(\.request) }

  func plan() throws -> String { try #require(WholeFile.read(desk.rules.path + "/plan.rules")) }
}
