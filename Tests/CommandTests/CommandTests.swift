import CivilCalendar
import Foundation
import JSON
import Operations
import Presentation
import TestSupport
import Testing

@testable import nhacviec

@Suite("Commands")
struct CommandTests {
  static let plan = """
    kế hoạch vi-du-2024: Cải cách hành chính năm 2024 của Sở Ví dụ
      năm: 2024
      lịch: Việt Nam
      ban hành: 01/01/2024, số 12/QĐ-SVD
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng
    đơn vị cn: Phòng Quản lý Chuyên ngành

    sự kiện chi-so-pii: Bộ Khoa học và Công nghệ công bố chỉ số
      theo dõi: Văn phòng

    nhiệm vụ I.1: Gửi kế hoạch
      chủ trì: Văn phòng
      hạn: trước ngày 05/01/2024

    nhiệm vụ I.5: Tham mưu kế hoạch
      chủ trì: Phòng Quản lý Chuyên ngành
      hạn: trong 30 ngày kể từ ngày Bộ Khoa học và Công nghệ công bố chỉ số (dự kiến Quý II/2024)

    nhiệm vụ VII.9: Báo cáo định kỳ
      chủ trì: Văn phòng
      phối hợp: Phòng Quản lý Chuyên ngành
      hạn: hằng quý, trước ngày 17 tháng cuối quý

    kiểm thử: báo cáo
      hôm nay: 10/01/2024
      mong đợi: VII.9 hạn 16/3/2024; 16/6/2024; 16/9/2024; 16/12/2024
    """

  static func folder(_ extra: [String: String] = [:]) throws -> ScratchFolder {
    try ScratchFolder(extra.merging(["plan.rules": plan]) { first, _ in first })
  }

  @Test("What is due is grouped, with the binding day") func upcoming() throws {
    let folder = try Self.folder()
    let run = CommandRun(["upcoming", "--rules", folder.path], language: .vi)
    #expect(run.code == 0)
    #expect(run.output.contains("Hôm nay: thứ Tư 10/01/2024"))
    #expect(run.output.contains("Quá hạn (1)") && run.output.contains("quá hạn 6 ngày"))
    #expect(run.output.contains("Đang chờ (1)"))
    #expect(run.output.contains("16/03/2024"))
  }

  @Test("A recorded event gives the day of the Civil Code") func counted() throws {
    let folder = try Self.folder([
      "ghi-nhan.txt": "# 9 May 2024 + 30 days = Saturday 8 June\nchi-so-pii ngày 09/5/2024\n"
    ])
    let arguments = ["--rules", folder.path, "--facts", folder.path + "/ghi-nhan.txt", "--today", "10/5/2024"]
    let explained = CommandRun(["explain", "I.5"] + arguments, language: .vi).output
    #expect(explained.contains("ngày thứ 30 là thứ Bảy 08/6/2024"))
    #expect(explained.contains("thứ Hai 10/6/2024"))
    #expect(explained.contains("148"))
    let json = CommandRun(["upcoming", "--format", "json"] + arguments).output
    let all = try #require(JSONValue(Array(json.utf8))?.array)
    let one = try #require(all.first { $0["id"]?.string == "vi-du-2024/I.5@once" })
    #expect(one["due"]?.string == "2024-06-08")
    #expect(one["effective"]?.string == "2024-06-10")
    #expect(one["leads"]?.array == [.string("Phòng Quản lý Chuyên ngành")])
    #expect(one["rule"]?["line"]?.integer == 19)
  }

  @Test(
    "Filters",
    arguments: [
      (["--unit", "Phòng Quản lý Chuyên ngành"], 5), (["--unit", "vp"], 5), (["--status", "waiting"], 1),
      (["--status", "overdue"], 1), (["--days", "70"], 3), (["--from", "2024-06-01", "--until", "30/6/2024"], 2),
    ])
  func filters(arguments: [String], count: Int) throws {
    let folder = try Self.folder()
    let run = CommandRun(["upcoming", "--rules", folder.path, "--format", "json"] + arguments)
    #expect(JSONValue(Array(run.output.utf8))?.array?.count == count, "\(run.output)")
  }

  @Test("CSV and Markdown have a row for each duty") func exports() throws {
    let folder = try Self.folder()
    let csv = CommandRun(["upcoming", "--rules", folder.path, "--format", "csv"]).output
    #expect(csv.split(separator: "\r\n").count == 7)
    let markdown = CommandRun(["upcoming", "--rules", folder.path, "--format", "markdown"]).output
    #expect(markdown.split(separator: "\n").count { $0.contains("VII.9@") } == 4)
  }

  @Test("A row is shown with its number, activities, own columns and labels") func card() throws {
    let folder = try ScratchFolder([
      "plan.rules": """
      kế hoạch p: P
        năm: 2024
        lịch: Việt Nam
        đầu mối: vp
        cột bổ sung: phân công

      đơn vị vp: Văn phòng

      nhiệm vụ I.1: Xây dựng đề án
        số: 12
        hoạt động: Khảo sát
        nơi nhận: vp
        phân công: Cả phòng
        hạn: Quý I/2024: xây dựng; Quý II/2024: duy trì

      """
    ])
    let run = CommandRun(["show", "I.1", "--rules", folder.path], language: .vi)
    #expect(run.code == 0, "\(run.errors)")
    for words in [
      "Số  ", "12", "Hoạt động", "Khảo sát", "phân công", "Cả phòng", "Nơi nhận", "  xây dựng  ", "  duy trì  ",
    ] {
      #expect(run.output.contains(words), "\(words): \(run.output)")
    }
  }

  @Test(
    "One occurrence, by key or as a person writes it", arguments: ["VII.9@2024-Q2", "vi-du-2024/VII.9@Quý II/2024"])
  func show(task: String) throws {
    let folder = try Self.folder()
    let run = CommandRun(["show", task, "--rules", folder.path])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("16 June 2024"))
    #expect(!run.output.contains("16 March 2024"))
    #expect(run.output.contains("trước ngày 17 tháng cuối quý"))
  }

  @Test(
    "Wrong arguments are told and fail",
    arguments: [
      (["show", "VII.99", "--rules"], "VII.9"), (["show", "VII.9@2030", "--rules"], "2024-Q1"),
      (["upcoming", "--unit", "Sở Y tế", "--rules"], "Sở Y tế"),
      (["upcoming", "--today", "31/02/2024", "--rules"], "today"),
      (["upcoming", "--status", "late", "--rules"], "overdue"),
      (["upcoming", "--days", "3", "--until", "2024-02-01", "--rules"], "--days"),
      (["upcoming", "--facts", "/no/such/file", "--rules"], "/no/such/file"),
      (["calendar", "2024-13", "--rules"], "2024-13"), (["calendar", "2024", "--calendar", "Mars", "--rules"], "Mars"),
    ])
  func wrong(arguments: [String], told: String) throws {
    let folder = try Self.folder()
    let run = CommandRun(arguments + [folder.path])
    #expect(run.code != 0)
    #expect(run.errors.contains(told), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("A missing or empty folder is an error", arguments: ["check", "upcoming", "test"])
  func missing(command: String) throws {
    let empty = try ScratchFolder()
    for path in [empty.path, empty.path + "/none"] {
      let run = CommandRun(command == "upcoming" ? [command, "--rules", path] : [command, path])
      #expect(run.code == 1)
      #expect((run.output + run.errors).contains(path))
    }
  }

  @Test("A set without tests is an error") func noTests() throws {
    let folder = try ScratchFolder(["plan.rules": Self.plan.components(separatedBy: "\nkiểm thử")[0]])
    #expect(CommandRun(["check", folder.path]).code == 0)
    let run = CommandRun(["test", folder.path])
    #expect(run.code == 1)
    #expect(run.errors.contains("no test blocks"))
  }

  @Test("A failing test shows want, got and the derivation") func failingTest() throws {
    let wrong = Self.plan.replacing("hạn 16/3/2024; 16/6", with: "hạn 17/3/2024; 16/6")
    let folder = try ScratchFolder(["plan.rules": wrong])
    let run = CommandRun(["test", folder.path])
    #expect(run.code == 1)
    #expect(run.output.contains("17 March 2024") && run.output.contains("16 March 2024"))
    #expect(run.output.contains("before 17 March 2024, so the last day is"))
    #expect(run.output.hasSuffix("0 passed, 1 failed\n"))
  }

  @Test("The year's calendar without a rule book") func calendar() {
    let run = CommandRun(["calendar", "2024", "--rules", repository.path + "/rules/calendars"], language: .vi)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("Tháng 12/2024"))
    #expect(run.output.contains("thứ Năm 18/4/2024: nghỉ (Giỗ Tổ Hùng Vương)"))
  }

  @Test("Today is the day in Việt Nam", arguments: [(1_704_819_599, "2024-01-09"), (1_704_819_600, "2024-01-10")])
  func clock(now: Int, day: String) {
    // 9 January 2024 17:00 UTC is midnight in Việt Nam.
    #expect(CivilClock.today(now: now, zone: "Asia/Ho_Chi_Minh")?.description == day)
    #expect(CivilClock.today(now: now, zone: nil)?.description == day)
    #expect(CivilClock.today(now: now, zone: "../../etc/passwd") == nil)
    #expect(CivilClock.today(now: now, zone: "Sao/Hỏa") == nil)
  }

  @Test(
    "Days on the command line",
    arguments: [
      ("2024-05-31", "2024-05-31"), ("31/5/2024", "2024-05-31"), ("05/02/2024", "2024-02-05"), ("31/02/2024", nil),
      ("5/2024", nil), ("2024-5-31", nil), ("+1/5/2024", nil), ("1/5/0000", nil), ("", nil), ("1/5/24", nil),
    ] as [(String, String?)])
  func dates(text: String, day: String?) {
    #expect(CivilDate(written: text)?.description == day)
  }
}
