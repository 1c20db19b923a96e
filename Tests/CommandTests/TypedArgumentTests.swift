import CivilCalendar
import RuleSyntax
import TestSupport
import Testing

@testable import Operations
@testable import nhacviec

/// 20 June 2024 is a Thursday.
@Suite("Days and names as people type them")
struct TypedArgumentTests {
  @Test(
    "A day",
    arguments: [
      ("2024-06-14", "2024-06-14", "2024-06-14"), ("14/6/2024", "2024-06-14", "2024-06-14"),
      ("14.06.2024", "2024-06-14", "2024-06-14"), ("14-6-2024", "2024-06-14", "2024-06-14"),
      ("hôm nay", "2024-06-20", "2024-06-20"), ("Hom nay", "2024-06-20", "2024-06-20"),
      ("hôm qua", "2024-06-19", "2024-06-19"), ("tomorrow", "2024-06-21", "2024-06-21"),
      ("thứ Sáu", "2024-06-14", "2024-06-21"), ("thu sau", "2024-06-14", "2024-06-21"),
      ("Friday", "2024-06-14", "2024-06-21"), ("thứ Năm", "2024-06-20", "2024-06-27"),
      ("Chủ nhật", "2024-06-16", "2024-06-23"), ("CN", "2024-06-16", "2024-06-23"),
      ("14/6/2024\u{A0}", "2024-06-14", "2024-06-14"), ("ngày 14/6/2024", "2024-06-14", "2024-06-14"),
      ("１４/６/２０２４", "2024-06-14", "2024-06-14"), ("Thứ 4", "2024-06-19", "2024-06-26"),
      ("T6", "2024-06-14", "2024-06-21"),
    ])
  func day(typed: String, recording: String, extending: String) {
    let today = TestSupport.day("2024-06-20")
    let day = TypedDay(written: typed)
    #expect(day?.date(today: today, .past) == TestSupport.day(recording))
    #expect(day?.date(today: today, .coming) == TestSupport.day(extending))
  }

  @Test(
    "What is no day", arguments: ["", "31/2/2024", "14/6.2024", "6/2024", "14-6-24", "thứ", "sáu", "hôm", "2024.06"])
  func none(typed: String) {
    #expect(TypedDay(written: typed) == nil)
  }

  @Test(
    "What is wrong with it is said, and what would be right",
    arguments: [
      ("31/2/2024", "tháng 2/2024 chỉ có 29 ngày, đến 29/2/2024"),
      ("2024-06-31", "tháng 6/2024 chỉ có 30 ngày, đến 30/6/2024"),
      ("6/25/2024", "không có tháng 25; ngày viết trước tháng: 25/6/2024"),
      ("25/13/2024", "không có tháng 13; ngày viết trước tháng"),
      ("25/1/27", "năm phải viết đủ bốn chữ số: 25/1/2027"), ("31.2.27", "tháng 2/2027 chỉ có 28 ngày, đến 28/2/2027"),
      // Today is 20 June 2024; it is not guessed which is meant.
      ("25/1", "thiếu năm; viết 25/1/2024 hay 25/1/2025"), ("20/6", "thiếu năm; viết 20/6/2024 hay 20/6/2025"),
      ("29/2", "thiếu năm; viết 29/2/2024 hay 29/2/2028"), ("31/4", "tháng 4 chỉ có 30 ngày"),
      ("1/13", "không có tháng 13; ngày viết trước tháng"),
      ("2024-6-9", "viết 9/6/2024 hoặc 2024-06-09"),
    ])
  func fault(typed: String, words: String) {
    #expect(DayFault(in: typed, today: TestSupport.day("2024-06-20"))?.words.vi == words)
    let now = 1_718_848_800
    for option in [["done", "I.1", "--on"], ["event", "correct", "x", "--to"], ["upcoming", "--from"]] {
      let run = CommandRun(option + [typed], language: .vi, now: now)
      #expect(run.code == 64 && run.errors.contains("giá trị “\(typed)” không dùng được cho “\(option.last ?? "")"))
      #expect(run.errors.contains("”: \(words)\n"), "\(run.errors)")
    }
    #expect(CommandRun(["report", "--as-of", typed], language: .vi, now: now).errors.contains("một lúc: \(words)\n"))
  }

  @Test("Of two years that can be meant the one that fits the act goes first, for every act and option")
  func fittingYear() {
    var found: [String] = []
    for command in Nhacviec.configuration.subcommands {
      guard let command = command as? any TaskFactCommand.Type, let name = command.configuration.commandName else {
        continue
      }
      for option in ["--on", "--to", "--until", "--date"] {
        // Where it is no option of the command, nothing is said of its value.
        let run = CommandRun([name, "I.1", option, "25/1"], language: .vi, now: 1_718_848_800)
        guard run.errors.contains("thiếu năm") else { continue }
        found.append("\(name) \(option)")
        let isComing = option != "--on" && !(option == "--date" && !["extend", "silence"].contains(name))
        let years = isComing ? "25/1/2025 hay 25/1/2024" : "25/1/2024 hay 25/1/2025"
        #expect(run.errors.contains(years), "\(name) \(option): \(run.errors)")
      }
    }
    for act in [
      "extend --to", "request --on", "request --to", "return --on", "return --to", "done --on", "silence --until",
    ] {
      #expect(found.contains(act), "\(found)")
    }
    let told = CommandRun(
      ["extend", "I.1", "--to", "25/1", "--today", "01/02/2026"], language: .en, now: 1_718_848_800)
    #expect(told.errors.contains("write 25/1/2027 or 25/1/2026"), "\(told.errors)")
  }

  @Test(
    "Of what has not the shape of a day nothing more is said",
    arguments: ["", "0/6/2024", "20/6/2024", "14/6.2024", "6/2024", "x"])
  func noFault(typed: String) { #expect(DayFault(in: typed, today: TestSupport.day("2024-06-20")) == nil) }

  @Test("The day that is recorded is the one told from today") func recorded() throws {
    let desk = try Desk()
    desk("done", "VII.9@2024-Q2", "--on", "thứ Sáu")
    #expect(desk.lines.last?.contains("xong ngày 14/6/2024") == true)
    desk("extend", "VII.9@2024-Q3", "--to", "thứ Sáu", "--document", "CV 5", "--yes")
    #expect(desk.lines.last == "gia hạn vi-du-2024/VII.9 kỳ 2024-Q3 đến 21/6/2024 theo CV 5")
    desk("event", "record", "chi-so-pii", "--on", "hôm qua")
    #expect(desk.lines.last?.hasSuffix("ngày 19/6/2024") == true)
  }

  @Test("A task by a part of its title, a unit by a part of its name, with marks or without") func parts() throws {
    let desk = try Desk()
    #expect(desk("done", "gui ke hoach", "--on", "04/01/2024").code == 0)
    #expect(desk.lines.last?.hasPrefix("vi-du-2024/I.1 ") == true)
    #expect(desk("show", "Tham mưu").output.contains("I.5"))
    #expect(desk("upcoming", "--unit", "chuyen nganh").output.contains("I.5"))
    #expect(desk("reassign", "VII.9", "chuyen nganh", "--document", "70/QĐ").code == 0)
    #expect(desk.lines.last == "chuyển vi-du-2024/VII.9 cho cn theo 70/QĐ")
    let several = desk("show", "kế hoạch")
    #expect(several.code == 1 && several.errors.contains("I.1 (Gửi kế hoạch)"))
    #expect(several.errors.contains("I.5 (Tham mưu kế hoạch)"))
  }

  @Test(
    "A mistyped id finds no title, and a part begins with a word", arguments: ["I.9", "bao", "áo cáo định", "hoạch x"])
  func wrong(name: String) throws {
    #expect(try Desk()("show", name).errors.contains("không có nhiệm vụ"))
  }
}
