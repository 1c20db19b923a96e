import Foundation
import Testing

@Suite("A unit whose id changed")
struct RenamedUnitTests {
  @Test("It stays signed in, and what it recorded has its name") func renamed() throws {
    let desk = try LinkDesk(configuration: UnitBrowser.configuration)
    let browser = try UnitBrowser(desk)
    try browser.enter()
    let address = "/ghi/bao-cao/kh/I.1@once"
    let form = FormDesk.hidden(browser.get(address).text)
    let sent = browser.post(address, form.merging(["day": "20/9/2024"]) { $1 })
    let receipt = try #require(sent.value(of: "Location"))
    let plan = LinkDesk.plan.replacingOccurrences(
      of: "đơn vị a: Phòng A\n", with: "đơn vị a2: Phòng A\n  trước đây: a\n")
    #expect(plan != LinkDesk.plan)
    try desk.office.desk.rules.write(Array(plan.utf8), to: "plan.rules")
    desk.office.desk.site.forget()
    _ = desk.office.desk.site.refresh()
    let shown = browser.get(receipt)
    #expect(shown.status == 200 && shown.text.contains("<dd>Phòng A</dd>"), "\(shown.text)")
    // It may still take its report back.
    let back = "/ghi/mo-lai/kh/I.1@once"
    #expect(browser.post(back, FormDesk.hidden(browser.get(back).text)).status == 303)
    // By another mailbox it is another unit, whatever its id was.
    let moved = plan.replacingOccurrences(of: "a@so.example", with: "moi@so.example")
    try desk.office.desk.rules.write(Array(moved.utf8), to: "plan.rules")
    desk.office.desk.site.forget()
    _ = desk.office.desk.site.refresh()
    #expect(browser.get(receipt).status == 303)
  }
}
