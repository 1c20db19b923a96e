import CivilCalendar
import Diagnostics
import Presentation
import Rules
import TestSupport
import Testing

/// Two plans of one office; who leads, supports and was assigned what is told by hand.
@Suite("Which duties are wanted")
struct UpcomingFilterTests {
  private let desk: UpcomingDesk

  init() throws {
    desk = try UpcomingDesk(
      """
      kế hoạch kh: Kế hoạch cải cách hành chính
        năm: 2024
        lịch: Việt Nam
        ban hành: 02/01/2024
        đầu mối: Văn phòng

      đơn vị vp: Văn phòng
      đơn vị tv: Thư viện
      nhóm cp: các phòng
        thành viên: Văn phòng; Thư viện

      sự kiện x: Bộ công bố chỉ số

      mục I: Thể chế

      nhiệm vụ I.1: Rà soát văn bản
        số: 12a
        sản phẩm: Báo cáo kết quả
        chủ trì: Văn phòng
        hạn: chậm nhất 05/3/2024

      nhiệm vụ I.2: Điều tra mức độ hài lòng
        chủ trì: Thư viện
        phối hợp: Văn phòng
        hạn: chậm nhất 29/02/2024

      mục II: Đào tạo

      nhiệm vụ II.1: Mở lớp bồi dưỡng
        chủ trì: các phòng
        hạn: Quý III/2024

      nhiệm vụ II.2: Công bố chỉ số
        chủ trì: Thư viện
        hạn: trong 10 ngày kể từ ngày Bộ công bố chỉ số

      """)
  }

  private func found(_ facts: String = "", _ make: (inout UpcomingFilter) -> Void) -> [String] {
    var choice = UpcomingPage.Choice()
    make(&choice.filter)
    return ids(UpcomingPage(desk.list(facts, withClosed: false), choice, .vi)).map { String($0.dropFirst(3)) }
  }

  @Test("Nothing asked for wants all, in the order of urgency") func all() {
    #expect(UpcomingFilter().isEmpty && UpcomingPage.Choice().isPlain)
    #expect(found { _ in } == ["I.2", "I.1", "II.1", "II.2"])
  }

  @Test("A unit leads or supports, itself or in a group; a group as a whole") func units() {
    let rules = desk.rules
    #expect(found { ($0.first, $0.last) = (.last, .first) } == ["II.2"])
    #expect(found { $0.recipients = rules.recipients(named: "vp") } == ["I.2", "I.1", "II.1"])
    #expect(found { $0.recipients = rules.recipients(named: "tv") } == ["I.2", "II.1", "II.2"])
    #expect(found { $0.recipients = rules.recipients(named: "cp") } == ["II.1"])
  }

  @Test("A section, a plan, and days that bind; what has none stays") func places() {
    #expect(found { $0.sections = [1] } == ["II.1", "II.2"])
    #expect(found { $0.plan = 0 }.count == 4)
    #expect(
      found {
        $0.first = day("2024-03-05")
        $0.last = day("2024-03-05")
      } == ["I.1", "II.2"])
    #expect(found { $0.last = day("2024-03-04") } == ["I.2", "II.2"])
  }

  @Test("A person, whatever the capitals") func persons() {
    let facts = "giao I.1 cho Trần Thị Lan\ngiao II.2 cho TRẦN THỊ LAN\ngiao I.2 cho Lê Lan"
    #expect(found(facts) { $0.person = FoldedName("trần thị lan") } == ["I.1", "II.2"])
  }

  @Test("One of several states; due soon is within seven days") func states() {
    #expect(found { $0.states = [.overdue] } == ["I.2"])
    #expect(found { $0.states = [.dueSoon] } == ["I.1"])
    #expect(found { $0.states = [.overdue, .waiting] } == ["I.2", "II.2"])
    #expect(found("I.1 xong ngày 29/02/2024") { $0.states = [.dueSoon] } == [])
    #expect(found { $0.states = [.later] } == ["II.1"])
  }

  @Test(
    "Words of titles, products, numbers, units and wordings, without marks, each from the beginning of a word",
    arguments: [
      ("ra soat", ["I.1"]), ("RÀ SOÁT", ["I.1"]), ("văn ra", ["I.1"]), ("ket qua", ["I.1"]), ("12A", ["I.1"]),
      ("i.2", ["I.2"]), ("dieu tra", ["I.2"]), ("đieu", ["I.2"]), ("thu vien", ["I.2", "II.2"]), ("quy iii", ["II.1"]),
      ("bồi dưỡng", ["II.1"]), ("chi so", ["II.2"]), ("oat", []), ("rà đào", []), ("chi so van phong", []),
      ("thư viện công bố", ["II.2"]),
    ])
  func words(text: String, expected: [String]) { #expect(found { $0.words = SearchWords(text) } == expected) }

  @Test("No word is none") func noWords() {
    #expect(SearchWords("") == nil && SearchWords("  ") == nil && SearchWords("..") == nil)
    #expect(SearchWords(String(repeating: "a ", count: 100)) != nil)
  }

  @Test("Tasks of which nothing can be wanted are told beforehand") func tasks() {
    var filter = UpcomingFilter()
    filter.sections = [0]
    #expect(desk.rules.tasks.map(filter.wants) == [true, true, false, false])
  }
}
