import Foundation
import HTTPMessages
import JSON
import TestSupport
import Testing

@Suite("What classified work waits for")
struct ClassifiedWaitingTests {
  /// Work in every state without a day, and some with one that an event may bring forward. Each deadline has the word Zqx.
  private static let tasks = """
    sự kiện kho: Bộ mở kho Zqx

    sự kiện don: đơn Zqx
      xảy ra: mỗi vụ việc

    nhiệm vụ K.1: Việc một
      SECRET
      chủ trì: Phòng A
      hạn: sau khi Bộ mở kho Zqx

    nhiệm vụ K.2: Việc hai
      SECRET
      chủ trì: Phòng A
      hạn: theo tiến độ của Bộ Zqx

    nhiệm vụ K.3: Việc ba
      SECRET
      chủ trì: Phòng A
      hạn: chưa rõ: định kỳ Zqx

    nhiệm vụ K.4: Việc bốn
      SECRET
      chủ trì: Phòng A
      hạn: khi có đơn Zqx, trong 10 ngày

    nhiệm vụ K.5: Việc năm
      SECRET
      chủ trì: Phòng A
      hạn: trong 30 ngày kể từ ngày Bộ mở kho Zqx, chậm nhất 31/12/2024

    """

  private func desk(_ secret: String) throws -> SiteDesk {
    try SiteDesk(["plan.rules": SiteDesk.plan + Self.tasks.replacingOccurrences(of: "  SECRET\n", with: secret)])
  }

  /// Every duty of these tasks as the programs' interface lists it.
  private func ids(_ desk: SiteDesk) throws -> [String] {
    let list = try #require(JSONValue(desk.get("/api/v1/obligations?limit=200").body)?["items"]?.array)
    return list.compactMap { $0["id"]?.string }.filter { $0.hasPrefix("kh/K.") }
  }

  private func targets(_ desk: SiteDesk) throws -> [String] {
    let ids = try ids(desk)
    #expect(ids.count == 5, "\(ids)")
    return [
      "/", "/viec", "/viec?limit=1000", "/su-kien", "/nam/2024", "/thang/2024-12", "/ke-hoach/kh", "/don-vi/a",
      "/giao-ban", "/thong-ke", "/api/v1/obligations?limit=200", "/api/v1/tasks", "/api/v1/events", "/api/v1/plans",
    ] + ids.flatMap { ["/viec/\($0)", "/api/v1/obligations/\($0)"] }
  }

  @Test("No page and no answer to a program has a word of it") func classified() throws {
    let desk = try desk("  độ mật: Mật\n")
    for target in try targets(desk) {
      let answer = desk.get(target)
      #expect(answer.status == 200, "\(target) \(answer.status)")
      #expect(!answer.text.contains("Zqx") && !answer.text.contains("zqx"), "\(target)")
    }
  }

  @Test("Of other work the same pages have it") func plain() throws {
    let desk = try desk("")
    let telling = try targets(desk).filter { desk.get($0).text.contains("Zqx") }
    for target in ["/viec", "/su-kien", "/api/v1/obligations?limit=200", "/api/v1/events"] {
      #expect(telling.contains(target), "\(target)")
    }
    #expect(telling.filter { $0.hasPrefix("/viec/kh/K.") }.count == 5, "\(telling)")
  }
}
