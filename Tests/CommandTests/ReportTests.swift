import Foundation
import TestSupport
import Testing

@testable import nhacviec

@Suite("The statistic as it stood, and what is past when rules change")
struct ReportTests {
  /// 09:00 in Việt Nam.
  private func morning(_ iso: String) -> Int { Int(day(iso).days(since: day("1970-01-01"))) * 86_400 + 2 * 3_600 }

  private func report(_ desk: Desk, _ more: String...) -> String {
    desk.run(["report", "--format", "csv"] + more, .en).output
  }

  /// By hand from the plan: two of six are done, one of them two days late, the report of the second quarter is four days
  /// overdue, and one waits for its event.
  @Test("The statistic counts what was recorded") func statistic() throws {
    let desk = try Desk()
    desk("done", "I.1", "--on", "06/01/2024")
    desk("done", "VII.9@2024-Q1", "--on", "15/3/2024")
    let csv = desk("report", "--format", "csv").output.split(separator: "\r\n").map(String.init)
    #expect(
      csv == [
        "name,total,done,done-on-time,done-late,done-day-unknown,not-done,within,overdue,reported,waiting,undated,to-settle,"
          + "waived,withdrawn,standing,days-late,days-confirmation,days-decision,days-waiting,days-silence,days-told-late,"
          + "days-own,classified-late,early-median,early-most,late-median,late-most",
        "Văn phòng,5,2,1,1,0,3,2,1,0,0,0,0,0,0,0,6,0,0,0,0,0,6,,1,1,2,2",
        "Phòng Quản lý Chuyên ngành,1,0,0,0,0,1,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,,,,,",
        "Cộng,6,2,1,1,0,4,2,1,0,1,0,0,0,0,0,6,0,0,0,0,0,6,0,1,1,2,2",
      ])
    let later = desk("report", "--from", "10/3/2024", "--to", "30/6/2024", "--by", "plan", "--format", "csv").output
    #expect(later.contains("Cộng,3,1,1,0,0,2,0,1,0,1,0,0,0,0,0,4,0,0,0,0,0,4,0,1,1,,\r\nChuyển kỳ trước sang,0,"))
  }

  @Test("As of an instant it is what it was then, byte by byte, whatever was recorded since") func asOf() throws {
    var desk = try Desk()
    let steps = [
      ("2024-01-06", ["done", "I.1", "--on", "06/01/2024"]),
      ("2024-03-15", ["done", "VII.9@2024-Q1", "--on", "15/3/2024"]),
      ("2024-05-09", ["event", "record", "chi-so-pii", "--on", "09/5/2024"]),
      ("2024-06-03", ["extend", "I.5", "--to", "30/6/2024", "--document", "CV 5"]),
      ("2024-06-20", ["undo", "I.1", "--because", "nhầm"]),
    ]
    var seen: [(String, String)] = []
    for (date, step) in steps {
      desk.now = morning(date)
      #expect(desk.run(step).code == 0, "\(step) \(desk.run(step).errors)")
      seen.append((date, report(desk)))
    }
    desk.now = morning("2025-03-01")
    for (date, then) in seen {
      #expect(report(desk, "--as-of", date) == then)
      #expect(report(desk, "--as-of", "\(date)T09:00") == then)
    }
    // An extension of what is within its time changes no figure.
    #expect(Set(seen.map(\.1)).count == 4)
    #expect(report(desk, "--as-of", "2024-03-15T08:59") != seen[1].1)
    #expect(desk("report", "--as-of", "2024-03-15", "--today", "2024-03-16").code == 64)
    #expect(desk("report", "--as-of", "hôm xưa").errors.contains("không phải là một lúc"))
  }

  /// Reported when it was due on 19 June; then the rules say 30 May.
  @Test("The calendar has what was reported on the day that bound then") func reportedInCalendar() throws {
    let plan = """
      kế hoạch kh: Kế hoạch
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: Văn phòng
        xác nhận: Văn phòng

      đơn vị vp: Văn phòng

      đơn vị a: Phòng A

      nhiệm vụ I.1: Tổng hợp
        chủ trì: Phòng A
        hạn: chậm nhất 19/6/2024

      """
    let desk = try Desk(["plan.rules": plan])
    #expect(desk("done", "I.1", "--on", "14/6/2024").code == 0)
    try desk.rules.write(Array(plan.replacing("19/6/2024", with: "30/5/2024").utf8), to: "plan.rules")
    #expect(desk("calendar", "2024-06").output.contains("I.1"))
    #expect(!desk("calendar", "2024-05").output.contains("I.1"))
  }

  @Test("A later change of the rule's day makes nothing late that was on time") func evidence() throws {
    let plan = CommandTests.plan
    var desk = try Desk(["plan.rules": plan])
    desk.now = morning("2024-03-16")
    desk("done", "VII.9@2024-Q1", "--on", "16/3/2024")
    #expect(desk.lines == ["vi-du-2024/VII.9 kỳ 2024-Q1 xong ngày 16/3/2024, hạn 16/3/2024"])
    let earlier = plan.replacingOccurrences(of: "trước ngày 17 tháng", with: "trước ngày 10 tháng")
    try desk.rules.write(Array(earlier.utf8), to: "plan.rules")
    let explained = desk("explain", "VII.9@2024-Q1").output
    #expect(explained.contains("Theo quy tắc hiện nay, hạn là hết thứ Bảy 09/3/2024"))
    #expect(
      explained.contains("Khi ghi nhận, hạn là 16/3/2024: danh sách, lịch và việc đúng hạn hay trễ tính theo hạn đó."))
    // Lists go by that day, in whichever days they are asked for.
    func due(_ day: String) -> Int {
      let list = desk("upcoming", "--from", day, "--until", day, "--status", "done", "--format", "csv").output
      return list.split(separator: "\r\n").count { $0.contains("VII.9@2024-Q1") && $0.hasSuffix(",2024-03-16") }
    }
    #expect(due("16/3/2024") == 1 && due("9/3/2024") == 0)
    #expect(!explained.contains("Trễ "))
    #expect(desk("upcoming", "--each", "--status", "done").output.contains("đã xong, đúng hạn"))
    // What was recorded before lines kept it is judged by today's rules.
    let bare = try ScratchFolder(["f": "VII.9 kỳ 2024-Q1 xong ngày 16/3/2024"])
    let old = desk("upcoming", "--each", "--status", "done", "--facts", bare.path + "/f").output
    #expect(old.contains("đã xong, trễ hạn"))
  }

  @Test("What follows from work that is done on a day that nobody knows is closed with it") func followers() throws {
    let plan =
      CommandTests.plan + """


        nhiệm vụ II.1: Trình ban hành
          chủ trì: Văn phòng
          hạn: trong 10 ngày sau khi hoàn thành nhiệm vụ I.1

        nhiệm vụ II.2: Phổ biến
          chủ trì: Văn phòng
          hạn: trong 200 ngày sau khi hoàn thành nhiệm vụ I.1
        """
    let desk = try Desk(["plan.rules": plan])
    let closed = desk("baseline", "vi-du-2024", "--date", "01/3/2024", "--yes")
    #expect(closed.code == 0, "\(closed.errors)")
    #expect(
      desk.lines == [
        "vi-du-2024/I.1 kỳ once xong không rõ ngày, hạn 04/01/2024", "vi-du-2024/II.1 kỳ once xong không rõ ngày",
      ])
    #expect(desk("explain", "II.1").output.contains("Đã xong nhưng không rõ ngày."))
    #expect(desk("explain", "II.2").output.contains("Đang chờ"))
    let csv = report(desk)
    #expect(csv.contains("Sum,8,2,0,0,2,6,"))
    desk("undo", "I.1", "--because", "đã rõ ngày")
    desk("done", "I.1", "--on", "03/01/2024")
    // 3 January and 200 days: 21 July.
    #expect(desk("explain", "II.2").output.contains("21/7/2024"))
  }

  @Test("A day that a fact puts far ahead loses nothing; one that looks like a slip is asked about") func farDays()
    throws
  {
    let desk = try Desk()
    let before = report(desk)
    let far = desk("extend", "VII.9@2024-Q3", "--to", "15/9/2042", "--document", "CV 5")
    #expect(far.code == 1 && far.errors.contains("far-day") && desk.lines.isEmpty)
    #expect(far.output.contains("thứ Hai 16/9/2024 → thứ Hai 15/9/2042"))
    let earlier = desk("extend", "VII.9@2024-Q3", "--to", "10/9/2024", "--document", "CV 5")
    #expect(earlier.code == 1 && earlier.errors.contains("past-day") && desk.lines.isEmpty)
    #expect(desk("extend", "VII.9@2024-Q3", "--to", "15/9/2042", "--document", "CV 5", "--yes").code == 0)
    #expect(report(desk) == before)
    #expect(desk("explain", "VII.9@2024-Q3").output.contains("Hạn là hết thứ Hai 15/9/2042"))
    #expect(desk("waive", "VII.9@2024-Q3", "--because", "thôi").output.contains("1 việc được đóng"))
  }

  @Test("A day that is set does not put its words into the rule's mouth") func setDay() throws {
    let desk = try Desk()
    desk("set", "I.5", "trước 17 giờ ngày 30/7/2024", "--document", "CV 5")
    let explained = desk("explain", "I.5").output
    #expect(
      explained.contains("“trong 30 ngày kể từ ngày Bộ Khoa học và Công nghệ công bố chỉ số (dự kiến Quý II/2024)”"))
    #expect(explained.components(separatedBy: "ghi hạn:").count == 2)
    #expect(explained.contains("ấn định vi-du-2024/I.5"))
  }

  @Test("What has not come is no instant to look back from") func notYet() throws {
    var desk = try Desk()
    desk.now = morning("2024-06-20")
    #expect(desk("report", "--as-of", "21/6/2024").errors.contains("chưa đến"))
    #expect(desk("report", "--as-of", "hôm nay").code == 0)
  }

  @Test("What is to settle is not called overdue") func toSettle() throws {
    let plan = CommandTests.plan.replacingOccurrences(of: "ban hành: 01/01/2024", with: "ban hành: 20/3/2024")
    let desk = try Desk(["plan.rules": plan])
    // Due on 4 January and 16 March, before the plan was signed; 16 June is overdue.
    let overdue = desk("upcoming", "--status", "overdue").output
    #expect(overdue.contains("VII.9@2024-Q2") && !overdue.contains("VII.9@2024-Q1") && !overdue.contains("I.1"))
    let all = desk("upcoming").output
    #expect(all.components(separatedBy: "quá hạn").count == 2 && all.contains("đã xong chưa?"))
  }

  @Test("Of a classified plan and its sections only ids stand in the rows") func classified() throws {
    let plan = CommandTests.plan
      .replacingOccurrences(of: "  lịch: Việt Nam\n", with: "  lịch: Việt Nam\n  độ mật: Mật\n")
      .replacingOccurrences(of: "nhiệm vụ VII.9:", with: "mục VII: Chỉ đạo điều hành\n\nnhiệm vụ VII.9:")
    let desk = try Desk(["plan.rules": plan])
    #expect(report(desk, "--by", "plan").contains("\nvi-du-2024,6,"))
    #expect(report(desk, "--by", "section").contains("\nVII,4,"))
    for by in ["plan", "section"] {
      let words = report(desk, "--by", by)
      #expect(!words.contains("Cải cách") && !words.contains("Chỉ đạo"), "\(words)")
    }
  }

  @Test("A person is one person however capitals and tones are typed; the first spelling is shown") func persons()
    throws
  {
    let desk = try Desk()
    for (task, person) in [
      ("I.1", "Nguyễn Thị Hòa"), ("VII.9@2024-Q1", "nguyễn thị hoà"), ("VII.9@2024-Q2", "NGUYỄN  THỊ HÒA"),
      ("VII.9@2024-Q3", "Nguye\u{302}\u{303}n Thi\u{323} Ho\u{300}a"), ("VII.9@2024-Q4", "Nguyên Thị Hoa"),
    ] { #expect(desk("assign", task, person).code == 0) }
    let rows = report(desk, "--by", "person").split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",")[0...1]
    }
    #expect(
      rows.map { $0.joined(separator: " ") } == [
        "Nguyễn Thị Hòa 4", "(assigned to nobody) 1", "Nguyên Thị Hoa 1", "Sum 6",
      ])
  }
}
