import CivilCalendar
import Expansion
import FeedStore
import Feeds
import Presentation
import Rules
import StateFolder
import TestSupport
import Testing

@Suite("Feeds of the real plans")
struct RealPlanTests {
  private static let plans = [
    "khanh-hoa-skhcn-2024", "khanh-hoa-svhtt-2022", "khanh-hoa-tinh-2021-2030", "ha-tinh-skhcn-2021",
    "ha-tinh-tinh-2024",
  ]

  @Test("Every duty with a day is there once, and both readers agree", arguments: plans)
  func once(plan: String) throws {
    let rules = try RuleBook.read(own: ruleFiles(in: "rules/\(plan)"), shipped: shippedRules())
    let office = try Office(rules: rules, facts: "")
    let folder = try ScratchFolder()
    let dated = try FeedStore(StateFolder(folder.path)).dated(office.events(today: "2026-11-29"), at: 1_700_000_000)
    let last = office.rules.plans.map(\.years.upperBound).max() ?? 0
    let expander = Expander(office.rules, facts: [])
    let window = DayRange(first: .first, last: day("\(max(last, 2026) + 2)-12-31"))
    // Years after the plan's last are not listed yet: 2031 and 2032 of the rows "và các năm tiếp theo" of 2021-2030.
    let duties = expander.obligations(in: window).filter { (Int($0.id.key.prefix(4)) ?? 0) <= max(last, 2026) }
    #expect(duties.count > 30)
    for language in Language.allCases {
      let feed = try ReadFeed(
        CalendarFeed(FeedScope(.all, language), of: dated, rules: office.rules, address: "https://nv.example").text)
      #expect(Set(feed.items.map(\.uid)).count == feed.items.count)
      #expect(
        feed.items.map { "\($0.uid) \($0.start ?? "")" }
          == duties.map { "\($0.id)@nhacviec \($0.effective.description.filter { $0 != "-" })" })
      #expect(feed.items.allSatisfy { $0.modified == "20231114T221320Z" && $0.stamp == $0.modified })
    }
    // Every unit's feed is a part of it, and together they have everything.
    var found: Set<String> = []
    let ids = office.rules.units.map(\.id) + office.rules.groups.map(\.id)
    for id in ids where dated.contains(where: { $0.event.audience.units.contains(id) }) {
      let feed = CalendarFeed(FeedScope(.unit(id), .vi), of: dated, rules: office.rules, address: nil).text
      found.formUnion(unfolded(feed).filter { $0.hasPrefix("UID:") })
    }
    let all = Set(duties.map { "UID:" + ICSEscaper.escape("\($0.id)@nhacviec") })
    #expect(found.subtracting(all) == [] && all.subtracting(found) == [])
  }
}
