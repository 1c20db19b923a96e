import CivilCalendar
import Documents
import Foundation
import JSON
import Testing
import Web

@Suite("Numbers on pages, in files and in letters")
struct NumberTests {
  /// Twenty rooms, each of which reports on the 53 Mondays of 2024, which began with one: 1060 duties.
  private static func desk() throws -> SiteDesk {
    let rooms = (1...20).map { "đơn vị p\($0): Phòng \($0)\n\n" }.joined()
    let members = (1...20).map { "p\($0)" }.joined(separator: "; ")
    return try SiteDesk([
      "plan.rules": """
      kế hoạch kh: Kế hoạch năm 2024
        năm: 2024
        lịch: Việt Nam
        ban hành: 01/01/2024
        đầu mối: Phòng 1

      \(rooms)nhóm g: các phòng
        thành viên: \(members)

      nhiệm vụ I.1: Báo cáo tuần
        chủ trì: các phòng (từng đơn vị)
        hạn: thứ Hai hằng tuần

      """
    ])
  }

  private static func text(_ answer: HTTPBody) throws -> String {
    "\(try DocumentFileReader().read(answer, name: "a.docx").blocks)"
  }
  private typealias HTTPBody = [UInt8]

  @Test("Numbers of four digits are grouped alike on pages and in documents, in the manner of the language")
  func grouped() throws {
    let desk = try Self.desk()
    for (prefix, number, plain) in [("", "1.060", "1060"), ("/en", "1,060", "1060")] {
      #expect(desk.text("\(prefix)/thong-ke").contains(number))
      for file in ["thong-ke", "giao-ban"] {
        let text = try Self.text(desk.get("\(prefix)/\(file).docx").body)
        #expect(text.contains(number) && !text.contains(plain), "\(file): \(text.prefix(2000))")
      }
      // Files for programs have plain digits.
      #expect(desk.text("\(prefix)/thong-ke.json").contains(plain))
    }
  }

  @Test("The columns of a plan's months say whole sentences to screen readers, and their numbers once")
  func columns() throws {
    let desk = try SiteDesk()
    // I.1 was due on 30 August, I.2 is due on 27 September, nothing in February.
    let page = desk.text("/ke-hoach/kh")
    #expect(
      page.contains(#"">T8<span class="vh">: 1 việc, 0 đã xong, 1 quá hạn</span></a><b aria-hidden="true">1</b>"#))
    #expect(
      page.contains(#"">T9<span class="vh">: 1 việc, 0 đã xong, 0 quá hạn</span></a><b aria-hidden="true">1</b>"#))
    #expect(page.contains(#"">T2<span class="vh">: không có việc đến hạn</span></a><b aria-hidden="true">–</b>"#))
    #expect(
      desk.text("/en/ke-hoach/kh").contains(
        #"">Aug<span class="vh">: 1 duty, 0 done, 1 overdue</span></a><b aria-hidden="true">1</b>"#))
  }

  @Test("Of a plan of one year that year is named, not a range of one")
  func year() throws {
    let desk = try SiteDesk()
    let page = desk.get("/ke-hoach/kh?year=1999")
    #expect(page.status == 400 && page.text.contains("“year” phải là 2024</p>"), "\(page.text)")
    #expect(desk.get("/en/ke-hoach/kh?year=1999").text.contains("“year” must be 2024</p>"))
  }
}
