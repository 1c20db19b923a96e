import AnswerLinks
import Foundation
import HTTPMessages
import Hashing
import Testing

/// An office whose letters have links: the key that signs them, and what the daemon knows of it.
struct LinkDesk {
  let office: FormDesk
  let key: Ed25519.PrivateKey

  static let web = "[web]\naddress = \"https://nhacviec.so.example\"\n"

  /// Each unit with a mailbox of its own.
  static let plan = FormDesk.plan.replacingOccurrences(
    of: "đơn vị a: Phòng A\n", with: "đơn vị a: Phòng A\n  email: a@so.example\n"
  )
  .replacingOccurrences(of: "đơn vị vp: Văn phòng\n", with: "đơn vị vp: Văn phòng\n  email: vp@so.example\n")

  /// The Monday's letters: 23 September 2024, 08:00; their links end on 7 October, 08:00.
  static let end: Int64 = 1_727_053_200 + 14 * 86_400

  init(_ plan: String = plan, configuration: String = web, now: Int = SiteDesk.monday) throws {
    office = try FormDesk(plan, configuration: configuration, now: now)
    key = try #require(Ed25519.PrivateKey([UInt8](0..<32)))
    try publish(key)
  }

  /// Does what a round does that has this key.
  func publish(_ key: Ed25519.PrivateKey) throws {
    let text = Base64.text(try #require(key.publicKey).bytes) + "\n"
    try office.desk.state.write(Array(text.utf8), to: "post/link-key.pub")
  }

  /// The address of a link as a letter has it.
  func address(
    _ duty: String = "kh/I.1@once", unit: String = "a", mailbox: String = "a@so.example", end: Int64 = end,
    answers: Set<AnswerLink.Answer> = Set(AnswerLink.Answer.allCases), act: String? = nil,
    signedBy other: Ed25519.PrivateKey? = nil
  ) throws -> String {
    let link = AnswerLink(
      duty: duty, unit: unit, mailbox: try #require(MailboxMark(of: mailbox)), answers: answers, end: end)
    let token = try #require(link.token(signedBy: other ?? key))
    return "/tra-loi/\(duty.replacingOccurrences(of: "@", with: "%40"))?k=\(token)" + (act.map { "&viec=\($0)" } ?? "")
  }

  func get(_ target: String) -> HTTPAnswer { office.get(target, as: nil) }

  /// Sends the form of a page to where the form says.
  func send(_ target: String, _ fields: [String: String] = [:]) throws -> HTTPAnswer {
    let page = get(target)
    #expect(page.status == 200, "\(page.text)")
    return try post(page.text, fields)
  }

  func post(
    _ page: String, _ fields: [String: String], from browser: [(String, String)] = [("Sec-Fetch-Site", "same-origin")]
  ) throws -> HTTPAnswer {
    office.post(
      try Self.action(page), as: nil, FormDesk.body(FormDesk.hidden(page).merging(fields) { $1 }), fields: browser)
  }

  /// Where the first form of a page goes.
  static func action(_ page: String) throws -> String {
    let start = try #require(page.range(of: "action=\""), "\(page)")
    return page[start.upperBound...].prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
  }
}
