import Foundation
import Presentation
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

/// A plan that is put in late in its year: the command that settles what is past is named before anybody is asked about it.
@Suite("A late start")
struct LateStartTests {
  @Test("Promotion and the rehearsal name baseline and how many it closes; after it nothing is left to settle")
  func small() throws {
    let office = try MailOffice()
    // 10 April 2027, 09:00 in Việt Nam: I.1 was due on 15 March.
    let april = 1_807_322_400
    let promote = try office("rules", "promote", office.config[0], office.config[1], at: april)
    let advice = "kh: 1 duty was due before the plan went live here. “nhacviec baseline kh” records it as done "
    #expect(promote.code == 0 && promote.output.contains("\n" + advice), "\(promote)")
    let rehearse = ["remind", "--dry-run", "--now", "2027-04-10T09:00"] + office.config
    func rehearsal() throws -> Desk.Said {
      try office(rehearse[0], rehearse[1], rehearse[2], rehearse[3], rehearse[4], rehearse[5], at: april)
    }
    #expect(try rehearsal().output.contains("1 to settle. ") && rehearsal().output.contains(advice))
    #expect(try office("baseline", "kh", "--yes", at: april).code == 0)
    let after = try rehearsal()
    #expect(after.code == 0 && !after.output.contains("baseline") && after.output.contains("0 to settle. "), "\(after)")
  }

  @Test("Rules that wait before anything is live say so too")
  func waits() throws {
    let office = try MailOffice()
    try office.configure("[maildir]\npath = \"\(office.scratch.path)/maildir\"\n", limits: "recipients = 1")
    // Due on a Wednesday, told on the Tuesday before, to two units.
    let tasks = ["Văn phòng", "Phòng Tài chính"].enumerated().map {
      "nhiệm vụ I.\($0 + 2): Việc\n  chủ trì: \($1)\n  hạn: chậm nhất 14/4/2027\n\n"
    }
    try office.scratch.write(
      Array(("đơn vị tc: Phòng Tài chính\n  email: tc@so.example\n\n" + tasks.joined()).utf8), to: "rules/more.rules")
    let promote = try office("rules", "promote", office.config[0], office.config[1], at: 1_807_322_400)
    #expect(promote.code == 3 && promote.errors.contains("would write to 2 units"), "\(promote)")
    #expect(promote.errors.contains("\nkh: 1 duty was due before the plan went live here."), "\(promote)")
  }

  @Test("A plan that was there in time is not spoken of, also where work is overdue")
  func inTime() throws {
    let office = try MailOffice()
    #expect(try !office("rules", "promote", office.config[0], office.config[1]).output.contains("baseline"))
    let rehearsal = try office("remind", "--dry-run", "--now", "2027-04-10T09:00", office.config[0], office.config[1])
    #expect(rehearsal.code == 0 && !rehearsal.output.contains("baseline"), "\(rehearsal)")
  }

  @Test("A plan of a whole office in October: as many as baseline then records", arguments: [Language.vi, .en])
  func real(language: Language) throws {
    let office = try MailOffice()
    try Folder.remove(office.scratch.path + "/rules")
    try FileManager.default.copyItem(
      atPath: repository.path + "/rules/khanh-hoa-skhcn-2024", toPath: office.scratch.path + "/rules")
    // 15 October 2024, 09:00 in Việt Nam.
    let october = 1_728_957_600
    let promote = try office("rules", "promote", office.config[0], office.config[1], at: october, language: language)
    #expect(promote.code == 0, "\(promote)")
    let line = try #require(
      (promote.output + promote.errors).split(separator: "\n").first { $0.contains("nhacviec baseline") })
    #expect(line.hasPrefix("skhcn-2024: ") && line.contains("“nhacviec baseline skhcn-2024”"))
    let told = try #require(Int(line.dropFirst("skhcn-2024: ".count).prefix { $0.isNumber }))
    let recorded = try office("baseline", "skhcn-2024", "--yes", at: october)
    #expect(recorded.code == 0, "\(recorded)")
    let facts = recorded.output.split(separator: "\n").count { $0.hasPrefix("fact ") }
    #expect(told == facts && told > 10)
    let after = try office(
      "remind", "--dry-run", "--now", "2024-10-15T09:00", office.config[0], office.config[1], at: october)
    #expect(after.code == 0 && !after.output.contains("nhacviec baseline"), "\(after)")
  }

  /// A report of each quarter, half year and year whose days a circular names; until it does, each is due at the latest on the last
  /// day of its period. The second waits for an event before which it is not due at all.
  private static let pending = SmallOffice.plan(
    of: "Văn phòng",
    """
    đơn vị vp: Văn phòng

    sự kiện x: X xảy ra

    nhiệm vụ A.1: Báo cáo
      hạn: Định kỳ quý, 6 tháng và hàng năm (theo quy định, hướng dẫn hiện hành)

    nhiệm vụ A.2: Sau khi có
      hạn: trong quý I/2024, sau khi X xảy ra
    """)

  @Test(
    "Baseline closes what was overdue, also where the day that a circular names never came; what waits is not due",
    arguments: [("2024-04-01", ["2024-Q1"]), ("2024-03-31", []), ("2024-07-01", ["2024-Q1", "2024-H1"])])
  func timetable(day: String, closed: [String]) throws {
    let desk = try Desk(["plan.rules": Self.pending])
    let recorded = desk("baseline", "k", "--date", day, "--yes")
    #expect(closed.isEmpty || recorded.code == 0, "\(recorded)")
    let done = desk("upcoming", "--status", "done", "--format", "csv").output.split(separator: "\r\n").dropFirst()
    #expect(done.count == closed.count, "\(done)")
    for key in closed { #expect(done.contains { $0.contains("k/A.1@\(key)") }, "\(key): \(done)") }
  }
}
