import Testing

@testable import nhacviec

@Suite("Reports that somebody confirms")
struct ConfirmationCommandTests {
  @Test("Where somebody confirms, done is a report that is confirmed or returned") func confirmation() throws {
    let plan = CommandTests.plan.replacingOccurrences(
      of: "  lịch: Việt Nam\n", with: "  lịch: Việt Nam\n  xác nhận: Phòng Quản lý Chuyên ngành\n")
    let desk = try Desk(["plan.rules": plan])
    let refused = desk("confirm", "I.1", "--on", "06/01/2024")
    #expect(refused.errors.contains("nothing-to-confirm") && refused.output.isEmpty && refused.code == 1)
    let report = desk("done", "I.1", "--on", "04/01/2024", "--document", "5/BC")
    #expect(report.output.contains("I.1"))
    #expect(desk.lines == ["báo cáo hoàn thành vi-du-2024/I.1 kỳ once ngày 04/01/2024, hạn 04/01/2024 số 5/BC"])
    #expect(desk("explain", "I.1").output.contains("Đã báo cáo hoàn thành ngày 04/01/2024, văn bản số 5/BC."))
    desk("return", "I.1", "--on", "05/01/2024", "--because", "thiếu phụ lục", "--to", "10/01/2024")
    #expect(desk.lines.last == "trả lại vi-du-2024/I.1 kỳ once ngày 05/01/2024, hạn mới 10/01/2024 vì thiếu phụ lục")
    #expect(desk("return", "I.1", "--on", "05/01/2024", "--because", "x").errors.contains("nothing-to-confirm"))
    desk("done", "I.1", "--on", "05/01/2024")
    #expect(desk("done", "I.1", "--on", "06/01/2024").errors.contains("already-recorded"))
    #expect(
      desk("return", "I.1", "--on", "06/01/2024", "--because", "x", "--to", "06/01/2024").errors.contains("past-day"))
    let confirmed = desk("confirm", "I.1", "đầy đủ", "--on", "06/01/2024")
    #expect(confirmed.output.contains("đã xong, đúng hạn (05/01/2024)"))
    #expect(desk.lines.last == "xác nhận vi-du-2024/I.1 kỳ once ngày 06/01/2024: đầy đủ")
    #expect(desk("confirm", "I.1", "--on", "06/01/2024").errors.contains("nhacviec undo"))
    let undone = desk("undo", "I.1", "--because", "nhầm")
    #expect(undone.output.contains("I.1: đã xong, đúng hạn (05/01/2024) → "), "\(undone)")
    let explained = desk("explain", "I.1").output
    #expect(explained.contains("• Đã xác nhận ngày 06/01/2024: đầy đủ.\n  • Được mở lại: nhầm.\n"), "\(explained)")
    desk("done", "I.1", "--on", "06/01/2024")
    #expect(desk("undo", "I.1").output.contains("→ 1 việc có thông tin mới\n  I.1: được mở lại\n"))
    desk("waive", "VII.9@2024-Q3", "--because", "thôi")
    #expect(desk("done", "VII.9@2024-Q3", "--on", "10/6/2024").errors.contains("đã được miễn"))
    // Once it is confirmed it is done otherwise only after it was opened again; its document can be added.
    desk("done", "I.1", "--on", "05/01/2024")
    desk("confirm", "I.1", "--on", "06/01/2024")
    let other = desk("done", "I.1", "--on", "06/01/2024", "--yes")
    #expect(other.code == 1 && other.errors.contains("đã được xác nhận xong ngày 05/01/2024"), "\(other.errors)")
    #expect(desk.lines.last == "xác nhận vi-du-2024/I.1 kỳ once ngày 06/01/2024")
    desk("done", "I.1", "--on", "05/01/2024", "--document", "7/BC", "--yes")
    #expect(desk("explain", "I.1").output.contains("• Đã xong ngày 05/01/2024, văn bản số 7/BC."))
  }

  @Test("An answer that is dated before what it answers is asked about") func earlyAnswers() throws {
    let plan = CommandTests.plan.replacingOccurrences(
      of: "  lịch: Việt Nam\n", with: "  lịch: Việt Nam\n  xác nhận: Phòng Quản lý Chuyên ngành\n")
    let desk = try Desk(["plan.rules": plan])
    desk("request", "I.1", "--on", "03/01/2024", "--to", "10/01/2024", "--because", "chờ số liệu")
    desk("ask", "I.1", "--on", "03/01/2024")
    #expect(desk.lines.count == 2)
    let early = [["refuse", "I.1", "--because", "x"], ["withdraw", "I.1"], ["answer", "I.1", "x"]]
    for answer in early {
      #expect(desk.run(answer + ["--on", "02/01/2024"]).errors.contains("answer-before-question"))
    }
    desk("done", "I.1", "--on", "04/01/2024")
    for answer in [["confirm", "I.1"], ["return", "I.1", "--because", "x"]] {
      #expect(desk.run(answer + ["--on", "03/01/2024"]).errors.contains("answer-before-question"))
    }
    #expect(desk.lines.count == 3)
    desk("confirm", "I.1", "--on", "04/01/2024")
    #expect(desk.lines.count == 4)
  }
}
