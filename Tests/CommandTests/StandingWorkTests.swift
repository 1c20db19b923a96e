import Foundation
import TestSupport
import Testing

@testable import nhacviec

@Suite("Work that has no due day")
struct StandingWorkTests {
  private static let plan = SmallOffice.plan(
    of: "Văn phòng",
    """
    đơn vị vp: Văn phòng
    đơn vị tt: Trung tâm

    sự kiện x: X xảy ra

    nhiệm vụ A.1: Trực
      chủ trì: Trung tâm
      hạn: thường xuyên

    nhiệm vụ A.2: Khi có
      hạn: sau khi X xảy ra

    nhiệm vụ A.3: Có hạn
      hạn: chậm nhất 30/9/2024
    """)

  private func figures(_ desk: Desk) -> [String] {
    desk("report", "--format", "csv").output.split(separator: "\r\n").map(String.init)
  }

  @Test("Done, it is neither on time nor late, and what stands is outside the total before and after")
  func done() throws {
    let desk = try Desk(["plan.rules": Self.plan])
    let opened = desk("event", "record", "x", "--on", "01/5/2024")
    #expect(opened.output.contains("→ 1 việc đổi tình trạng\n"), "\(opened)")
    #expect(opened.output.contains("→ chờ ấn định ngày, mở từ ngày 01/5/2024\n"), "\(opened)")
    let before = figures(desk)
    let standing = desk("done", "A.1", "--on", "03/6/2024")
    #expect(standing.code == 0 && standing.output.contains("→ đã xong (03/6/2024)\n"), "\(standing)")
    #expect(figures(desk) == before)
    let undated = desk("done", "A.2", "--on", "03/6/2024")
    #expect(undated.code == 0 && undated.output.contains("→ đã xong (03/6/2024)\n"), "\(undated)")
    let list = desk("upcoming", "--status", "done", "--format", "json").output
    #expect(list.components(separatedBy: "\"doneOn\":").count == 3 && !list.contains("\"onTime\":"), "\(list)")
    // Of the focal point A.2 and A.3, of which A.2 is done; nothing of the centre.
    #expect(figures(desk).dropFirst().map { String($0.prefix { $0 != "," }) } == ["Trung tâm", "Văn phòng", "Cộng"])
    #expect(figures(desk).last?.hasPrefix("Cộng,2,1,1,0,0,1,1,0,0,0,0,0,0,0,1,") == true, "\(figures(desk))")
  }

  @Test("A Word report has no row of zeros, and its sum is that of its rows") func word() throws {
    let (desk, folder) = (try Desk(["plan.rules": Self.plan]), try ScratchFolder())
    let path = folder.path + "/a.docx"
    #expect(desk("report", "-o", path).code == 0)
    let rows = try writtenTables(path).flatMap(\.self)
    let heads = try #require(rows.firstIndex { $0.contains("Tổng") })
    #expect(
      rows[(heads + 1)...].prefix(2).map { Array($0.prefix(3)) } == [["1", "Văn phòng", "2"], ["", "Cộng", "2"]])
    #expect(!rows.joined().contains("Trung tâm"))
  }
}
