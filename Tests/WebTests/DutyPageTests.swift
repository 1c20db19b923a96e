import Foundation
import TestSupport
import Testing
import Web

@Suite("A duty's page: what comes, and what happened")
struct DutyPageTests {
  /// Two rooms owe it together; the mailbox of one is known. Reminders are due by the standard policy.
  private static let plan = SmallOffice.plan(
    of: "Phòng Một", issued: "04/01/2024", fields: ["xác nhận: Phòng Hai", "nhắc: tiêu chuẩn"],
    """
    đơn vị p1: Phòng Một
      email: phongmot@so.example

    đơn vị p2: Phòng Hai

    nhiệm vụ 1: Việc của hai phòng
      chủ trì: Phòng Một; Phòng Hai
      hạn: chậm nhất 31/10/2024

    nhiệm vụ 2: Việc của một phòng
      chủ trì: Phòng Hai
      hạn: chậm nhất 31/10/2024

    nhiệm vụ 3: Việc có báo cáo
      chủ trì: Phòng Một
      hạn: chậm nhất 30/8/2024

    nhiệm vụ 4: Việc thường xuyên
      chủ trì: Phòng Một
      hạn: thường xuyên

    nhiệm vụ 5: Việc quá hạn từ lâu
      chủ trì: Phòng Một
      hạn: chậm nhất 31/1/2024

    """)

  @Test("A unit that nobody can write to is named, and promised nothing") func unreached() throws {
    let desk = try SiteDesk(["plan.rules": Self.plan])
    let both = desk.text("/viec/k/1@once")
    #expect(both.contains("Phòng Một: ") && !both.contains("Phòng Hai: ") && !both.contains("và 1 đơn vị khác"))
    #expect(both.contains("Chưa có hộp thư hay kênh nhận khác nên không được nhắc: Phòng Hai."))
    let one = desk.text("/viec/k/2@once")
    #expect(one.contains("Không gửi được lời nhắc nào.") && one.contains("không được nhắc: Phòng Hai."))
  }

  @Test("Where nothing is to come, the page says why") func reasons() throws {
    let desk = try SiteDesk(["plan.rules": Self.plan])
    #expect(desk.text("/viec/k/4@once").contains("Việc không có ngày hạn nên không nhắc hạn."))
    // Nobody was told yet: on Monday 23 September, then every third working day, five times in all, then on Mondays.
    let old = desk.text("/viec/k/5@once")
    let days = ["23/09", "26/09", "01/10", "04/10", "09/10", "14/10", "21/10"]
    let told = old.components(separatedBy: "<time datetime=\"").filter {
      $0.contains("Phòng Một: ") && $0.contains("quá hạn")
    }
    #expect(told.count == days.count && zip(told, days).allSatisfy { $0.contains("\($1)/2024</time>") }, "\(told)")
    #expect(old.contains("Tính đến hết 23/10/2024, nếu không có ghi nhận gì thêm."))
    try desk.record("silence", "1", "--until", "15/11/2024", "--because", "chờ ý kiến")
    #expect(!desk.text("/viec/k/1@once").contains("trước hạn"))
    try desk.record("waive", "2", "--because", "đã rút")
    #expect(desk.text("/viec/k/2@once").contains("Việc được miễn nên không nhắc nữa."))
    try desk.record("done", "5", "--on", "20/9/2024")
    try desk.record("confirm", "5", "--on", "23/9/2024")
    #expect(desk.text("/viec/k/5@once").contains("Việc đã xong nên không nhắc nữa."))
    #expect(desk.text("/en/viec/k/5@once").contains("It is done, so nobody is reminded any more."))
  }

  @Test("A new day that came with what was returned is not called an extension") func returned() throws {
    let desk = try SiteDesk(["plan.rules": Self.plan])
    try desk.record("done", "3", "--on", "28/8/2024")
    try desk.record("return", "3", "--on", "4/9/2024", "--because", "thiếu phụ lục", "--to", "20/9/2024")
    let page = desk.text("/viec/k/3@once")
    #expect(
      page.contains("Hạn mới là thứ Sáu, 20/09/2024.") && page.contains("bị trả lại ngày 04/09/2024: thiếu phụ lục"))
    #expect(
      !page.contains("Được gia hạn") && !page.contains("Đã gia hạn")
        && desk.text("/en/viec/k/3@once").contains("The new day is Friday 20 September 2024."))
    // 20 to 23 September: three days late.
    #expect(page.contains("Quá hạn 3 ngày"))
    try desk.record("done", "3", "--on", "23/9/2024")
    #expect(desk.text("/viec/k/3@once").contains("Hạn mới</span>"))
  }
}
