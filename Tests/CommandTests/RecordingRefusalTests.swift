import TestSupport
import Testing

@testable import nhacviec

/// What is recorded of whom, and what there is to record at all.
@Suite("Recording what is so")
struct RecordingRefusalTests {
  private static let plan = """
    kế hoạch k: Kế hoạch
      năm: 2024
      lịch: Việt Nam
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng

    đơn vị tv: Thư viện

    đơn vị bt: Bảo tàng
      sáp nhập vào: Thư viện từ 01/5/2024

    nhóm ca: các đơn vị
      thành viên: vp; tv

    sự kiện pii: Bộ công bố chỉ số
      xảy ra: hằng năm

    nhiệm vụ A.1: Mỗi đơn vị
      chủ trì: các đơn vị (từng đơn vị)
      hạn: chậm nhất 30/6/2024

    nhiệm vụ A.2: Họp
      chủ trì: Văn phòng
      phối hợp: Thư viện
      hạn: hằng quý

    nhiệm vụ A.3: Hai nhãn
      chủ trì: Văn phòng
      hạn (một): chậm nhất 30/6/2024
      hạn (hai): chậm nhất 30/9/2024

    nhiệm vụ A.4: Việc của bảo tàng
      chủ trì: Bảo tàng
      hạn: chậm nhất 30/4/2024

    nhiệm vụ A.5: Kế hoạch nâng chỉ số
      hạn: trong 10 ngày kể từ ngày Bộ công bố chỉ số năm 2024

    """

  private func desk() throws -> Desk { try Desk(["plan.rules": Self.plan]) }

  @Test("An event has an occurrence and a reference, on the command line and in a line of facts")
  func keyAndReference() throws {
    let desk = try desk()
    let run = desk("event", "record", "pii", "--key", "2024", "--ref", "12/QĐ-BKHCN", "--on", "02/5/2024")
    #expect(run.code == 0, "\(run.errors)")
    #expect(desk.lines == ["k/pii kỳ 2024 số 12/QĐ-BKHCN ngày 02/5/2024"])
    // 2 May and ten days is Sunday 12 May: Monday 13 May.
    #expect(run.output.contains("thứ Hai 13/5/2024"), "\(run.output)")
    let again = desk("event", "record", "pii", "--key", "2024", "--on", "03/5/2024")
    #expect(again.code == 1 && again.errors.contains("already-recorded"), "\(again.errors)")
    let file = try ScratchFolder(["facts": desk.lines.joined() + "\n"])
    let listed = desk("upcoming", "--rules", desk.rules.path, "--facts", file.path + "/facts")
    #expect(listed.code == 0 && listed.output.contains("13/05/2024"), "\(listed)")
  }

  @Test("Who only supports does not close what others owe; leads and what was merged into them do")
  func whoOwes() throws {
    let desk = try desk()
    let supporter = desk("done", "A.2@2024-Q1", "--unit", "tv", "--on", "20/3/2024", "--yes")
    #expect(supporter.code == 1 && supporter.errors.contains("not-owed"), "\(supporter)")
    #expect(supporter.errors.contains("Thư viện không chủ trì việc này; chủ trì: Văn phòng"))
    #expect(desk("extend", "A.2@2024-Q3/tv", "--to", "15/10/2024", "--by", "5").code == 1)
    #expect(desk.lines.isEmpty)
    #expect(desk("done", "A.2@2024-Q1", "--unit", "vp", "--on", "20/3/2024").code == 0)
    #expect(desk("done", "A.4", "--unit", "bt", "--on", "20/4/2024").code == 0)
    #expect(desk("done", "A.1/tv", "--on", "20/4/2024").code == 0)
    #expect(desk("reassign", "A.2", "tv").code == 0)
    #expect(desk("done", "A.2@2024-Q2/tv", "--on", "20/6/2024").code == 0)
    #expect(desk.lines.count == 5)
  }

  @Test("Nothing is undone that was not done; without a key the one that was done is meant")
  func undo() throws {
    let desk = try desk()
    let nothing = desk("undo", "A.3:một", "--yes")
    #expect(nothing.code == 1 && nothing.errors.contains("nothing-to-undo"), "\(nothing)")
    desk("done", "A.2@2024-Q1", "--on", "20/3/2024")
    let other = desk("undo", "A.2@2024-Q2")
    #expect(other.code == 1 && other.errors.contains("mở lại được: k/A.2@2024-Q1"), "\(other)")
    #expect(desk("undo", "A.2").code == 0)
    #expect(desk.lines.last == "mở lại k/A.2 kỳ 2024-Q1")
    #expect(desk("undo", "A.2@2024-Q1").code == 1)
    desk("waive", "A.3:hai", "--because", "đã sáp nhập")
    #expect(desk("undo", "A.3:hai").code == 0)
  }

  @Test("Only work that the act can be about is offered, and where there is none it is refused at once")
  func offers() throws {
    let desk = try desk()
    // A.2 is due each quarter; nothing of it is done yet.
    let nothing = desk("undo", "A.2")
    #expect(nothing.code == 1 && nothing.errors.contains("nothing-to-undo"), "\(nothing)")
    #expect(!nothing.errors.contains("2024-Q1") && !nothing.errors.contains("nêu kỳ"), "\(nothing)")
    let units = desk("undo", "A.1")
    #expect(units.code == 1 && units.errors.contains("nothing-to-undo"), "\(units)")
    desk("done", "A.2@2024-Q1", "--on", "20/3/2024")
    // On 20 June the second quarter is open, on 20 December the fourth; on 1 January the first was, which is done.
    let done = desk("done", "A.2", "--on", "01/01/2024", "--yes")
    #expect(done.code == 1 && done.errors.contains("2024-Q2; k/A.2@2024-Q3"), "\(done)")
    #expect(!done.errors.contains("2024-Q1"), "\(done)")
    desk("waive", "A.2@2024-Q3", "--because", "đã nghỉ")
    let extended = desk("extend", "A.2", "--to", "31/12/2024", "--by", "1")
    #expect(extended.code == 1 && extended.errors.contains("k/A.2@2024-Q2; k/A.2@2024-Q4. Hãy nêu kỳ."), "\(extended)")
    // Two can be opened again.
    let two = desk("undo", "A.2")
    #expect(two.code == 1 && two.errors.contains("k/A.2@2024-Q1; k/A.2@2024-Q3. Hãy nêu kỳ."), "\(two)")
    let wrong = desk("undo", "A.2@2023-Q1")
    #expect(wrong.errors.contains("mở lại được: k/A.2@2024-Q1; k/A.2@2024-Q3"), "\(wrong)")
    desk("done", "A.2@2024-Q2", "--on", "20/6/2024")
    let last = desk("extend", "A.2", "--to", "31/12/2024", "--by", "1")
    #expect(last.code == 1 && last.errors.contains("chỉ có thể là của: k/A.2@2024-Q4"), "\(last)")
    desk("waive", "A.2@2024-Q4", "--because", "đã nghỉ")
    let over = desk("waive", "A.2", "--because", "đã nghỉ")
    #expect(over.code == 1 && over.errors.contains("already-recorded"), "\(over)")
    #expect(over.errors.contains("mọi kỳ của việc này đã kết thúc"), "\(over)")
    #expect(desk("refuse", "A.2", "--on", "20/6/2024", "--because", "x").errors.contains("nothing-asked"))
    #expect(desk("confirm", "A.2", "--on", "20/6/2024").errors.contains("nothing-to-confirm"))
  }

  @Test("What is done on that day already is said and not recorded again; another document is")
  func again() throws {
    let desk = try desk()
    desk("done", "A.2@2024-Q1", "--on", "20/3/2024")
    let same = desk("done", "A.2@2024-Q1", "--on", "20/3/2024")
    #expect(same.code == 0 && same.errors.contains("từ trước") && desk.lines.count == 1, "\(same)")
    #expect(desk("done", "A.2@2024-Q1", "--on", "20/3/2024", "--by", "5/BC").code == 0)
    #expect(desk.lines.count == 2)
    #expect(desk("done", "A.2@2024-Q1/vp", "--on", "21/3/2024").errors.contains("already-recorded"))
  }

  @Test("What is over, or stands so already, is asked about") func over() throws {
    let desk = try desk()
    desk("done", "A.2@2024-Q1", "--on", "20/3/2024")
    for line in [
      ["accept", "A.2@2024-Q1", "--on", "21/3/2024"],
      ["request", "A.2@2024-Q1", "--on", "21/3/2024", "--to", "30/9/2024", "--because", "x"],
      ["reassign", "A.2@2024-Q1", "tv"],
    ] {
      let run = desk.run(line, .vi)
      #expect(run.code == 1 && run.errors.contains("already-recorded"), "\(line) \(run)")
    }
    #expect(desk.lines.count == 1)
    #expect(desk("reassign", "A.3:một", "tv").code == 0)
    let again = desk("reassign", "A.3:một", "tv")
    #expect(again.code == 1 && again.errors.contains("Thư viện đang chủ trì việc này rồi"), "\(again)")
    // Of all that is not done some may be done.
    #expect(desk("reassign", "A.2", "tv").code == 0)
  }

  @Test("Handing over what is over is asked about, and the question says when it takes effect") func handedOver() throws
  {
    let desk = try desk()
    desk("done", "A.3:một", "--on", "20/6/2024")
    let named = desk("reassign", "A.3:một@once", "tv")
    #expect(named.code == 1 && named.errors.contains("nếu ghi thì từ nay việc đứng tên Thư viện"), "\(named)")
    let all = desk("reassign", "A.3:một", "tv")
    #expect(all.code == 1 && all.errors.contains("chỉ có hiệu lực khi việc được mở lại (nhacviec undo)"), "\(all)")
    #expect(desk("reassign", "A.3:một", "tv", language: .en).errors.contains("only once the work is opened again"))
    let recorded = desk("reassign", "A.3:một", "tv", "--yes")
    #expect(recorded.code == 0 && recorded.output.contains("không việc nào thay đổi"), "\(recorded)")
    #expect(desk("show", "A.3").output.contains("Văn phòng"))
    #expect(desk("undo", "A.3:một").code == 0)
    #expect(desk("upcoming", "--lead", "tv", "--format", "csv").output.contains("k/A.3:một@once"))
  }

  @Test("Handing work from who is written to to who is not is asked about") func unreached() throws {
    let desk = try Desk([
      "plan.rules": Self.plan.replacingOccurrences(
        of: "đơn vị vp: Văn phòng\n", with: "đơn vị vp: Văn phòng\n  email: vp@so.example\n")
    ])
    let run = desk.run(["reassign", "A.3:một", "tv"], .vi)
    #expect(run.code == 1 && run.errors.contains("Thư viện không có hộp thư trong quy tắc"), "\(run)")
    #expect(desk.lines.isEmpty)
    #expect(desk("reassign", "A.3:một", "tv", "--yes").code == 0)
    #expect(desk("reassign", "A.3:một", "vp").code == 0)
  }

  @Test("A day that has passed is asked about when it is set, and the reason said is the right one")
  func passedDays() throws {
    let desk = try desk()
    let set = desk("set", "A.3:một", "chậm nhất ngày 20/3/2024", "--document", "5")
    #expect(set.code == 1 && set.errors.contains("20/3/2024 đã qua"), "\(set)")
    #expect(desk("set", "A.3:một", "chậm nhất ngày 20/3/2024", "--document", "5", "--yes").code == 0)
    // A.4 is due on 30 April: the new day is later than that, but has passed when it is asked for.
    let asked = desk("request", "A.4", "--on", "02/5/2024", "--to", "01/5/2024", "--because", "x")
    #expect(asked.code == 1 && asked.errors.contains("không muộn hơn ngày đề nghị"), "\(asked)")
    #expect(!asked.errors.contains("hạn đang có"), "\(asked)")
  }

  @Test("A file of facts lists so many mistakes as a rule file, and says that there are more")
  func manyMistakes() throws {
    let file = try ScratchFolder(["facts": (1...300).map { "hỏng \($0)\n" }.joined()])
    let run = try desk()("upcoming", "--facts", file.path + "/facts")
    #expect(run.code == 1 && run.errors.contains("hỏng 200") && !run.errors.contains("hỏng 201"))
    #expect(run.errors.contains("too-many-diagnostics"))
  }

  @Test("What could mean several is told by what tells them apart")
  func several() throws {
    let desk = try desk()
    #expect(desk("done", "A.3", "--on", "20/6/2024").errors.contains("Hãy nêu nhãn."))
    #expect(desk("done", "A.1", "--on", "20/6/2024").errors.contains("Hãy nêu đơn vị."))
    #expect(desk("extend", "A.2", "--to", "30/9/2024", "--by", "1").errors.contains("Hãy nêu kỳ."))
  }
}
