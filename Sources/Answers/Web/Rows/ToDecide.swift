import CivilCalendar
import Expansion
import HTTPMessages
import Operations
import Presentation
import Templates

/// What waits for somebody's decision: reports to confirm, requests for more time, rules to accept. What waits for who looks
/// comes first and leads to its form; the others are a list.
struct ToDecide {
  static let shape: [String: TemplateShape] = [
    "isAnythingToDecide": .truth, "decisions": .list(["href": .text, "text": .text, "isNext": .truth]),
    "longest": .text,
  ]

  let values: [String: TemplateValue]

  init(_ counts: StateCounts, _ visit: Visit) {
    let (reported, asking) = (counts[.reported], counts.asking)
    func number(_ count: Int) -> String { visit.number(count) }
    let waiting = Waiting(visit)
    var parts = Self.own(waiting, visit)
    if reported > waiting.reports.count {
      parts.append(
        (
          StateCounts.State.reported.address(visit),
          visit.say(
            "\(number(reported)) báo cáo chờ xác nhận",
            reported == 1 ? "1 report to be confirmed" : "\(number(reported)) reports to be confirmed")
        ))
    }
    if asking > waiting.requests.count {
      parts.append(
        (
          visit.address("viec", query: ["status": UpcomingFilter.State.extensionAsked.rawValue]),
          visit.say(
            "\(number(asking)) đề nghị gia hạn",
            asking == 1 ? "1 request for more time" : "\(number(asking)) requests for more time")
        ))
    }
    if let proposals = Self.proposals(visit) { parts.append(proposals) }
    if visit.model.areRulesWaiting {
      parts.append(
        (
          visit.address("ban-quy-tac"),
          visit.say("1 bản quy tắc chờ đưa vào hiệu lực", "1 revision of the rules waits to come into force")
        ))
    }
    values = [
      "isAnythingToDecide": .truth(!parts.isEmpty),
      "decisions": .list(
        parts.enumerated().map {
          ["href": .text($1.href), "text": .text($1.text), "isNext": .truth($0 > 0)]
        }),
      "longest": .text(
        counts.longestReport.map { days in
          visit.say(
            "Báo cáo chờ lâu nhất: \(number(days)) ngày.",
            "The longest that a report has waited: \(days == 1 ? "1 day" : "\(number(days)) days").")
        } ?? ""),
    ]
  }

  /// The proposals that wait, for who decides them.
  private static func proposals(_ visit: Visit) -> (href: String, text: String)? {
    guard visit.isAdministrator,
      let count = try? ProposalQuery(stateFolder: visit.model.state, in: visit.operations).waiting(), count > 0
    else { return nil }
    return (
      visit.address("de-xuat"),
      visit.say(
        "\(visit.number(count)) đề xuất cần quyết định",
        count == 1 ? "1 proposal to decide" : "\(visit.number(count)) proposals to decide")
    )
  }

  /// What waits for who looks, each with the form of the first.
  private static func own(_ waiting: Waiting, _ visit: Visit) -> [(href: String, text: String)] {
    func part(_ items: [UpcomingItem], _ act: Act, _ vi: String, _ one: String, _ many: String) -> (String, String)? {
      guard let first = items.first, let href = visit.formAddress(act, .duty(first)) else { return nil }
      let number = visit.number(items.count)
      return (href, visit.say("\(number) \(vi)", items.count == 1 ? "1 \(one)" : "\(number) \(many)"))
    }
    return [
      part(waiting.reports, .confirm, "báo cáo cần xác nhận", "report to confirm", "reports to confirm"),
      part(
        waiting.requests, .extend, "đề nghị gia hạn cần trả lời", "request for more time to answer",
        "requests for more time to answer"),
      part(waiting.questions, .explain, "việc cần giải trình", "duty to explain", "duties to explain"),
    ].compactMap(\.self)
  }
}
