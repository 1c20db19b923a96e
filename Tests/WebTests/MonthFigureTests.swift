import TestSupport
import Testing
import Web

@Suite("Figures of months and years")
struct MonthFigureTests {
  @Test("Rows without end are counted to the end of their plan, as in the statistic, and listed after it")
  func rowsWithoutEnd() throws {
    let desk = try SiteDesk([
      "plan.rules": SmallOffice.plan(
        of: "Phòng Một",
        """
        đơn vị p1: Phòng Một

        nhiệm vụ 1: Việc hằng năm
          hạn: Năm 2024 và các năm tiếp theo

        nhiệm vụ 2: Việc một lần
          hạn: chậm nhất 31/12/2024

        """)
    ])
    // Both are due in the last quarter of 2024. In 2025 the plan is over, and the statistic has two.
    #expect(desk.text("/thong-ke.csv").contains("Phòng Một,2,"), "\(desk.text("/thong-ke.csv"))")
    #expect(desk.text("/nam/2024").contains("0/2") && !desk.text("/nam/2024").contains("chưa được tính"))
    let next = desk.text("/nam/2025")
    #expect(!next.contains("0/1") && !next.contains("Không có việc nào"), "\(next)")
    #expect(next.contains("1 việc đến hạn sau khi kế hoạch kết thúc nên chưa được tính."), "\(next)")
    #expect(desk.text("/nam/2025?unit=p1").contains("1 việc đến hạn sau khi kế hoạch kết thúc"))
    #expect(desk.text("/thang/2025-12").contains("Việc hằng năm"))
  }
}
