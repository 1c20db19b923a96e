import Foundation
import JSON
import Testing

/// Two plans, each with a unit `vp` of its own.
@Suite("Pages of several plans")
struct TwoPlansTests {
  private static func plan(_ id: String, _ office: String, _ task: String) -> String {
    """
    kế hoạch \(id): Kế hoạch \(id)
      năm: 2024
      lịch: Việt Nam
      ban hành: 04/01/2024
      đầu mối: \(office)

    đơn vị vp: \(office)

    nhiệm vụ \(task): Việc của \(office)
      chủ trì: \(office)
      hạn: chậm nhất 27/9/2024

    nhiệm vụ \(task)b: Việc chờ của \(office)
      chủ trì: \(office)
      hạn: sau khi Bộ công bố \(id)

    sự kiện e: Bộ công bố \(id)

    """
  }

  private static func desk() throws -> SiteDesk {
    try SiteDesk(["k1/plan.rules": plan("k1", "Văn phòng Một", "A"), "k2/plan.rules": plan("k2", "Văn phòng Hai", "B")])
  }

  @Test(
    "A page keeps to the plan and the unit that are asked for",
    arguments: [
      "/thang?plan=k1", "/thang?unit=k1/vp", "/thang/2024-09?unit=V%C4%83n+ph%C3%B2ng+M%E1%BB%99t", "/nam/2024?plan=k1",
      "/nam?unit=k1/vp", "/su-kien?plan=k1", "/thang/2024-09.csv?unit=k1/vp", "/nam/2024.csv?plan=k1",
      "/don-vi/vp.csv?plan=k1", "/viec?plan=k1",
    ])
  func filters(target: String) throws {
    let page = try Self.desk().text(target)
    // Other names stand in the fields of filters.
    let work = page.replacingOccurrences(of: "<option.*?</option>", with: "", options: .regularExpression)
    #expect(work.contains("Văn phòng Một") && !work.contains("Văn phòng Hai"), "\(work)")
  }

  @Test("Events are those of the plan that is asked for") func events() throws {
    let file = try Self.desk().text("/su-kien.csv?plan=k1")
    #expect(file.contains("k1/e,Bộ công bố k1,") && file.contains(",k1/Ab@once,") && !file.contains("k2"))
  }

  @Test(
    "A plan or unit that there is not is refused as what it is, with the nearest",
    arguments: [
      ("/thang?plan=k9", "k1"), ("/nam?unit=zz", "zz"), ("/su-kien?plan=k9", "k1"), ("/da-gui?unit=zz", "zz"),
      ("/don-vi/vp?plan=k9", "k1"), ("/thang.csv?plan=k9", "k1"), ("/api/v1/events?plan=k9", "k1"),
      ("/api/v1/deliveries?unit=zz", "zz"),
    ])
  func unknown(target: String, word: String) throws {
    let answer = try Self.desk().get(target)
    #expect(answer.status == 400 && answer.text.contains(word), "\(answer.text)")
  }

  @Test("Units say which plan means them, and by what they are found alone")
  func units() throws {
    let items = try APITests.json(Self.desk().get("/api/v1/units"))["items"]?.array ?? []
    #expect(items.map { $0["id"]?.string } == ["vp", "vp"])
    #expect(items.map { $0["reference"]?.string } == ["k1/vp", "k2/vp"])
    #expect(items.map { $0["plans"] } == [.array([.string("k1")]), .array([.string("k2")])])
  }
}
