import FactLog
import TestSupport
import Testing

@testable import nhacviec

@Suite("Recording facts")
struct RecordingTests {
  static let labelled = """
    kế hoạch k: Kế hoạch
      năm: 2024
      lịch: Việt Nam
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng

    đơn vị tv: Thư viện

    nhiệm vụ A.1: Báo cáo
      chủ trì: Văn phòng; Thư viện (từng đơn vị)
      hạn (đợt 2: bổ sung): chậm nhất 30/6/2024

    """

  @Test("Whatever a list calls a duty, recording takes: labels with colons, and a unit without a key")
  func names() throws {
    let desk = try Desk(["plan.rules": Self.labelled])
    for name in ["k/A.1:đợt 2: bổ sung@once/vp", "A.1:đợt 2: bổ sung/tv"] {
      let run = desk("done", name, "--on", "10/6/2024")
      #expect(run.code == 0, "\(name): \(run.errors)")
    }
    #expect(desk.lines.count == 2)
    #expect(desk.lines.allSatisfy { $0.contains("(đợt 2: bổ sung)") }, "\(desk.lines)")
    let plain = try Desk(["plan.rules": Self.labelled])
    #expect(plain("done", "A.1:bo sung/tv", "--on", "10/6/2024").code == 0)
    #expect(plain.lines.allSatisfy { $0.contains("(đợt 2: bổ sung)") } && plain.lines.count == 1, "\(plain.lines)")
    let unknown = desk("done", "Z.9:đợt 2: bổ sung", "--on", "10/6/2024")
    #expect(unknown.code == 1 && unknown.errors.contains("không có nhiệm vụ “Z.9”"), "\(unknown.errors)")
  }

  @Test("An empty reason is none, and nothing is recorded with it", arguments: ["", "  ", "\u{202E}"])
  func emptyReason(_ reason: String) throws {
    let desk = try Desk()
    let run = desk("waive", "I.5", "--because", reason)
    #expect(run.code != 0 && desk.lines.isEmpty, "\(run)")
  }

  @Test("A day that is set before the plan, or far ahead, is asked about", arguments: ["01/01/2020", "31/12/2099"])
  func slips(_ day: String) throws {
    let desk = try Desk()
    let run = desk("set", "I.5", day, "--document", "1/QĐ")
    #expect(run.code == 1 && desk.lines.isEmpty && run.errors.contains("--yes"), "\(run)")
    #expect(desk("set", "I.5", "10/7/2024", "--document", "1/QĐ").code == 0)
  }

  @Test("A day that is set does not override an extension, and that is asked about") func weaker() throws {
    let desk = try Desk()
    #expect(desk("extend", "VII.9@2024-Q3", "--to", "30/9/2024", "--document", "1/QĐ").code == 0)
    let run = desk("set", "VII.9@2024-Q3", "chậm nhất 20/9/2024", "--document", "2/QĐ")
    #expect(run.code == 1 && desk.lines.count == 1 && run.errors.contains("gia hạn đến 30/9/2024"), "\(run)")
    #expect(run.errors.contains("nhacviec extend") && run.errors.contains("--yes"), "\(run)")
    let other = desk("set", "VII.9@2024-Q4", "chậm nhất 20/12/2024", "--document", "2/QĐ")
    #expect(other.code == 0, "\(other)")
  }

  @Test("No work is done by more than the whole of it") func tooMuch() throws {
    let run = try Desk()("progress", "I.1", "150%", "--on", "05/01/2024")
    #expect(run.code == 1 && run.errors.contains("tiến độ từ 0% đến 100%, ở đây là 150%"), "\(run)")
  }

  @Test("A time that no day has is told as such") func noTime() throws {
    let run = try Desk()("event", "record", "chi-so-pii", "--on", "14/6/2024", "--at", "25:00")
    #expect(run.code == 1 && run.errors.contains("không có giờ “25:00”; viết như 08:00 hoặc 14:30"), "\(run)")
  }

  @Test("An event says what it gives a day to") func event() throws {
    let desk = try Desk()
    // 9 May 2024 + 30 days is Saturday 8 June: Monday 10 June (Civil Code 148).
    let run = desk(
      "event", "record", "chi-so-pii", "--on", "09/5/2024", "--document", "12/BKHCN", "--note", "gọi\u{202E}  điện",
      "--for", "Phòng CN")
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.output == """
        ghi nhận số 1: vi-du-2024/chi-so-pii ngày 09/5/2024
        → 1 việc có hạn mới
          I.5: chờ Bộ Khoa học và Công nghệ công bố chỉ số → thứ Hai 10/6/2024
        sổ ghi nhận: /nowhere/facts/facts.db

        """)
    let fact = try #require(try desk.log.read(.all).facts.first)
    #expect(
      fact.entry
        == FactEntry(
          line: "vi-du-2024/chi-so-pii ngày 09/5/2024", plan: "vi-du-2024", author: "lan", onBehalfOf: "Phòng CN",
          recordedAt: desk.now, document: "12/BKHCN", note: "gọi điện"))
    let corrected = desk("event", "correct", "chi-so-pii", "--to", "2024-06-03", language: .en)
    // 3 June + 30 days is 3 July, a Wednesday.
    #expect(corrected.output.contains("→ 1 duty moves\n  I.5: Monday 10 June 2024 → Wednesday 3 July 2024\n"))
    let withdrawn = desk("event", "withdraw", "Bộ Khoa học và Công nghệ công bố chỉ số", language: .en)
    #expect(withdrawn.output.contains("→ 1 duty has no day any more"))
    #expect(
      desk.lines == [
        "vi-du-2024/chi-so-pii ngày 09/5/2024", "sửa vi-du-2024/chi-so-pii thành ngày 03/6/2024",
        "hủy ghi nhận vi-du-2024/chi-so-pii",
      ])
  }

  @Test(
    "Facts about tasks are kept with plan, occurrence and reason",
    arguments: [
      (
        ["done", "VII.9@2024-Q1", "--on", "15/3/2024", "--document", "55/BC"],
        "vi-du-2024/VII.9 kỳ 2024-Q1 xong ngày 15/3/2024, hạn 16/3/2024 số 55/BC",
        "VII.9@2024-Q1: thứ Bảy 16/3/2024 → đã xong, đúng hạn (15/3/2024)"
      ),
      (
        ["done", "I.1", "--on", "06/01/2024"], "vi-du-2024/I.1 kỳ once xong ngày 06/01/2024, hạn 04/01/2024",
        "đã xong, trễ hạn"
      ),
      (
        ["set", "I.5", "2024-07-30", "--by", "CV 5"],
        "ấn định vi-du-2024/I.5 kỳ once hạn vào ngày 30/07/2024 theo CV 5",
        "→ thứ Ba 30/7/2024"
      ),
      (
        ["set", "I.5", "trước ngày 30/7/2024"], "ấn định vi-du-2024/I.5 kỳ once hạn trước ngày 30/07/2024",
        "→ thứ Hai 29/7/2024"
      ),
      (
        ["extend", "VII.9@Quý III/2024", "--to", "30/9/2024", "--by", "60/QĐ"],
        "gia hạn vi-du-2024/VII.9 kỳ 2024-Q3 đến 30/9/2024 theo 60/QĐ",
        "VII.9@2024-Q3: thứ Hai 16/9/2024 → thứ Hai 30/9/2024 (đã gia hạn)"
      ),
      (["waive", "I.1", "--because", "đã sáp nhập"], "miễn vi-du-2024/I.1 kỳ once vì đã sáp nhập", "→ được miễn"),
      (
        ["reassign", "I.5", "Văn phòng", "--by", "TB 5"], "chuyển vi-du-2024/I.5 cho vp theo TB 5",
        "không việc nào thay đổi|I.5: Phòng Quản lý Chuyên ngành → Văn phòng"
      ),
      (
        ["accept", "VII.9@2024-Q3", "--on", "05/01/2024"], "tiếp nhận vi-du-2024/VII.9 kỳ 2024-Q3 ngày 05/01/2024",
        "VII.9@2024-Q3: đã tiếp nhận ngày 05/01/2024"
      ),
      (
        ["progress", "I.1", "40%, đang lấy ý kiến", "--on", "05/01/2024"],
        "tiến độ vi-du-2024/I.1 kỳ once ngày 05/01/2024: 40%, đang lấy ý kiến",
        "I.1: tiến độ ngày 05/01/2024: 40%, đang lấy ý kiến"
      ),
      (
        ["assign", "I.5", "Nguyễn Văn An (theo dõi)", "--by", "TB 5"],
        "giao vi-du-2024/I.5 cho Nguyễn Văn An (theo dõi)",
        "I.5: giao cho Nguyễn Văn An (theo dõi)"
      ),
      (
        ["ask", "I.1", "--on", "05/01/2024", "--because", "trễ hạn"],
        "yêu cầu giải trình vi-du-2024/I.1 kỳ once ngày 05/01/2024 vì trễ hạn",
        "I.1: được yêu cầu giải trình ngày 05/01/2024: trễ hạn"
      ),
      (
        ["answer", "I.1", "chờ số liệu của tỉnh", "--on", "06/01/2024"],
        "giải trình vi-du-2024/I.1 kỳ once ngày 06/01/2024: chờ số liệu của tỉnh",
        "I.1: đã giải trình ngày 06/01/2024: chờ số liệu của tỉnh"
      ),
      (
        ["request", "VII.9@2024-Q3", "--on", "18/6/2024", "--to", "30/9/2024", "--because", "chờ số liệu"],
        "xin gia hạn vi-du-2024/VII.9 kỳ 2024-Q3 ngày 18/6/2024 đến 30/9/2024 vì chờ số liệu",
        "VII.9@2024-Q3: xin gia hạn đến 30/9/2024 ngày 18/6/2024: chờ số liệu"
      ),
      (
        ["silence", "VII.9@2024-Q3", "--until", "18/9/2024", "--because", "chờ tỉnh"],
        "ngừng nhắc vi-du-2024/VII.9 kỳ 2024-Q3 đến 18/9/2024 vì chờ tỉnh",
        "VII.9@2024-Q3: ngừng nhắc đến hết ngày 18/9/2024"
      ),
    ])
  func tasks(arguments: [String], line: String, change: String) throws {
    let desk = try Desk()
    let dry = desk.run(arguments + ["--dry-run"])
    #expect(dry.code == 0 && desk.lines.isEmpty)
    let run = desk.run(arguments)
    #expect(run.code == 0, "\(run.errors)")
    #expect(change.split(separator: "|").contains { run.output.contains($0) }, "\(run.output)")
    #expect(desk.lines == [line])
  }

  @Test("Undo opens again") func undo() throws {
    let desk = try Desk()
    desk("done", "I.1", "--on", "04/01/2024")
    let run = desk("undo", "I.1", "--because", "nhầm")
    #expect(run.output.contains("I.1: đã xong, đúng hạn (04/01/2024) → thứ Năm 04/01/2024"))
    #expect(desk.lines.last == "mở lại vi-du-2024/I.1 kỳ once vì nhầm")
  }

  @Test(
    "What is wrong is told and not recorded",
    arguments: [
      (["event", "record", "chi-so-pi", "--on", "09/5/2024"], "gần giống: chi-so-pii"),
      (["done", "I.6", "--on", "09/5/2024"], "gần nhất: "),
      (["done", "VII.9", "--on", "20/6/2024"], "vi-du-2024/VII.9@2024-Q1; vi-du-2024/VII.9@2024-Q2"),
      (["done", "VII.9@2023-Q1", "--on", "20/6/2024"], "có: vi-du-2024/VII.9@2024-Q1"),
      (["event", "withdraw", "chi-so-pii"], "chưa được ghi nhận"),
      (["event", "record", "chi-so-pii", "--on", "21/6/2024"], "future-day"),
      (["event", "record", "chi-so-pii", "--on", "31/12/2023"], "day-before-plan"),
      (["done", "I.1", "--on", "21/6/2024"], "not-yet-done"),
      (["done", "I.1", "--on", "21/6/2024", "--yes"], "not-yet-done"),
      (["extend", "I.5", "--to", "19/6/2024", "--by", "1"], "past-day"),
      (["silence", "VII.9", "--until", "19/9/2024", "--because", "x", "--yes"], "silence-too-long"),
      (["reassign", "I.5", "Phòng Kế toán"], "unknown-unit"),
      (["set", "I.5", "sớm thôi"], "bad-deadline"),
      (["set", "I.5", "30/7/2024", "--by", "CV 5 theo lời Giám đốc"], "fact-not-kept"),
    ])
  func mistakes(arguments: [String], words: String) throws {
    let desk = try Desk()
    let run = desk.run(arguments)
    #expect(run.code == 1)
    #expect(words.split(separator: "|").contains { run.errors.contains($0) }, "\(run.errors)\(run.output)")
    #expect(desk.lines.isEmpty)
  }

  @Test("What is questioned is recorded with --yes") func questions() throws {
    let desk = try Desk()
    #expect(desk("event", "record", "chi-so-pii", "--on", "21/6/2024").errors.contains("--yes"))
    #expect(desk("event", "record", "chi-so-pii", "--on", "21/6/2024", "--yes").code == 0)
    let again = desk("event", "record", "chi-so-pii", "--on", "20/6/2024")
    #expect(again.code == 1 && again.errors.contains("already-recorded") && again.errors.contains("21/6/2024"))
    desk("done", "I.1", "--on", "04/01/2024")
    #expect(desk("done", "I.1@once", "--on", "03/01/2024").errors.contains("already-recorded"))
    #expect(desk.lines.count == 2)
  }

  @Test("Arguments that are missing are asked for") func missing() throws {
    let desk = try Desk()
    #expect(desk("extend", "I.5", "--to", "30/7/2024").code == 64)
    #expect(desk("done", "I.1").code == 64)
    #expect(desk("silence", "I.1", "--because", "x").code == 64)
  }

  @Test("What a baseline leaves out is work of its plan; the id of another plan's work is refused")
  func baselineOfTwoPlans() throws {
    func plan(_ id: String, _ tasks: String...) -> String {
      """
      kế hoạch \(id): Kế hoạch \(id)
        năm: 2024
        lịch: Việt Nam
        ban hành: 04/01/2024
        đầu mối: Văn phòng

      đơn vị vp: Văn phòng


      """
        + tasks.map { "nhiệm vụ \($0): Việc \($0) của \(id)\n  chủ trì: Văn phòng\n  hạn: chậm nhất 31/5/2024\n\n" }
        .joined()
    }
    let desk = try Desk(["a/plan.rules": plan("ka", "I.1", "I.2"), "b/plan.rules": plan("kb", "I.1", "I.3")])
    // Both plans have I.1, and the plan that is named says which is meant.
    let own = desk("baseline", "ka", "--except", "I.1")
    #expect(own.output.contains("ka/I.2") && !own.output.contains("I.1"), "\(own)")
    for name in ["I.3", "kb/I.3", "kb/I.3@once", "Việc I.3 của kb"] {
      let refused = desk("baseline", "ka", "--except", name, "--yes")
      #expect(refused.code == 1 && desk.lines.isEmpty, "\(refused)")
      #expect(refused.errors.contains("không phải là việc của kế hoạch ka mà của kế hoạch khác: kb/I.3"), "\(refused)")
    }
    #expect(
      desk.run(["baseline", "ka", "--except", "kb/I.1"], .en).errors
        .contains("“kb/I.1” is no work of the plan ka but of another one: kb/I.1"))
    #expect(desk("baseline", "ka", "--except", "I.9").errors.contains("không có nhiệm vụ “I.9”"))
  }

  @Test("At the start everything due before a day is recorded as done, but for exceptions") func baseline() throws {
    let desk = try Desk()
    let asked = desk("baseline", "vi-du-2024", "--except", "VII.9@2024-Q2")
    #expect(asked.code == 1 && asked.errors.contains("--yes") && desk.lines.isEmpty)
    // Two duties are listed, and two are counted, of as many tasks; a third is of the second task again.
    #expect(asked.output.contains("→ 2 việc được đóng\n"))
    #expect(desk("baseline", "vi-du-2024", language: .en).output.contains("→ 3 duties are closed\n"))
    #expect(desk("baseline", "vi-du-2024", "--except", "VII.9@2024-Q2", "--yes").code == 0)
    #expect(
      desk.lines == [
        "vi-du-2024/I.1 kỳ once xong không rõ ngày, hạn 04/01/2024",
        "vi-du-2024/VII.9 kỳ 2024-Q1 xong không rõ ngày, hạn 16/3/2024",
      ])
    #expect(try desk.log.read(.all).facts.allSatisfy { $0.entry.note?.contains("không rõ ngày") ?? false })
    let none = desk("baseline", "vi-du-2024", "--date", "01/5/2024", "--yes")
    #expect(none.code == 0 && none.output.contains("Không có việc nào"))
    #expect(desk("baseline", "khac").errors.contains("vi-du-2024"))
  }

  @Test("Two plans of one office: an event of both needs its plan, units are the plan's own") func twoPlans() throws {
    let desk = try Desk(["a/plan.rules": Self.plan("a", "vp-a"), "b/plan.rules": Self.plan("b", "vp-b")])
    let unclear = desk("event", "record", "X xảy ra", "--on", "09/5/2024")
    #expect(unclear.code == 1 && unclear.errors.contains("a/x, b/x"), "\(unclear.errors)")
    let run = desk("event", "record", "b/x", "--on", "09/5/2024")
    // 9 + 5 = 14 May 2024, a Tuesday.
    #expect(
      run.output.contains("ghi nhận số 1: b/x ngày 09/5/2024")
        && run.output.contains("T: chờ X xảy ra → thứ Ba 14/5/2024"))
    #expect(desk("done", "T", "--on", "10/5/2024").errors.contains("có thể là: a/T (Việc); b/T (Việc)"))
    #expect(desk("reassign", "b/T", "Văn phòng", "--yes").code == 0)
    #expect(desk.lines == ["b/x ngày 09/5/2024", "chuyển b/T cho vp-b"])
    // A rule folder with one of the plans uses that plan's facts alone.
    let one = desk("upcoming", "--rules", desk.rules.path + "/a")
    #expect(one.code == 0 && one.output.contains("0 ghi nhận") && one.output.contains("2 ghi nhận của kế hoạch khác"))
  }

  private static func plan(_ id: String, _ unit: String) -> String {
    """
    kế hoạch \(id): Kế hoạch \(id)
      năm: 2024
      lịch: Việt Nam
      ban hành: 01/01/2024
      đầu mối: Văn phòng

    đơn vị \(unit): Văn phòng

    sự kiện x: X xảy ra

    nhiệm vụ T: Việc
      hạn: trong 5 ngày kể từ ngày X xảy ra
    """
  }

}
