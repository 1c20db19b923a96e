import FactLog
import Foundation
import Glibc
import Reminders
import StateFolder
import Testing

@testable import Outbox

/// Facts that vanish are not believed: a round waits until they are back, or until somebody accepts those that are
/// there.
@Suite("Facts that are gone")
struct FactsGoneTests {
  private static let task = RoundDesk.task("T", "chậm nhất 11/3/2024")

  /// Promoted on 1 March; a week before the due day, on the 4th at 8:00, its lead is reminded.
  private func office() throws -> RoundFolder {
    let folder = try RoundFolder(
      rules: RoundDesk.plan(Self.task).replacingOccurrences(of: "Lịch phòng", with: "Việt Nam"),
      configuration: "rules = \"ROOT/rules\"\n[maildir]\npath = \"ROOT/mail\"\n[journal]\nenabled = false\n"
        + "[limits]\nsynchronised-clock = false\n")
    try Spool(folder.state.spool).drop(.promote)
    let promoted = try run(folder, "remind", "--now", "2024-03-01T08:00")
    try #require(promoted.status == 0 && promoted.output.contains("Next: 04/3/2024 08:00"), "\(promoted)")
    return folder
  }

  @discardableResult
  private func run(_ folder: RoundFolder, _ arguments: String...) throws -> RoundFolder.Ended {
    let takesConfiguration = !["done", "facts"].contains(arguments[0])
    return try RoundFolder.run(
      RoundFolder.program("nhacviec"),
      arguments + ["--state", folder.state.path]
        + (takesConfiguration ? ["--config", folder.root + "/nhacviec.toml"] : []))
  }

  private func remind(_ folder: RoundFolder, _ now: String) throws -> RoundFolder.Ended {
    try run(folder, "remind", "--now", "2024-03-\(now)")
  }

  /// To the task's lead; the focal point hears that rounds wait. A Message-ID may end in an a, too.
  private func mails(_ folder: RoundFolder) -> Int {
    (Folder.names(in: folder.root + "/mail/new") ?? []).count {
      let lines = WholeFile.read("\(folder.root)/mail/new/\($0)")?.split(whereSeparator: \.isNewline) ?? []
      return lines.contains { $0.contains("a@so.example") && !$0.hasPrefix("Message-ID:") }
    }
  }

  /// The task is recorded as done, and a round has seen it.
  private func done() throws -> RoundFolder {
    let folder = try office()
    let done = try run(folder, "done", "T", "--on", "01/3/2024", "--yes")
    try #require(done.status == 0, "\(done)")
    try #require(try remind(folder, "03T08:00").output.hasPrefix("0 new messages"))
    return folder
  }

  @Test(
    "Moved away, replaced or cut short they are not believed: nothing goes out, everybody says so; put back all goes on"
  )
  func gone() throws {
    let folder = try done()
    let away = folder.root + "/away"
    #expect(rename(folder.state.facts, away) == 0)
    let words = "facts are gone: the last round saw 1, now there are 0"
    for round in ["04T08:00", "04T08:10", "08T08:00"] {
      let said = try remind(folder, round)
      #expect(said.status == 0 && said.output.contains(words), "\(said)")
    }
    #expect(mails(folder) == 0, "work that is done is not chased")
    #expect(folder.state.readRoundMark()?.held?.en.contains(words) == true)
    let status = try run(folder, "status")
    #expect(status.status == 2 && status.output.contains(words), "\(status)")
    let doctor = try run(folder, "doctor", "--offline")
    #expect(doctor.status == 1 && doctor.output.contains(words), "\(doctor)")

    // No other log begins beside that one.
    let refused = try run(folder, "done", "T", "--on", "02/3/2024", "--yes")
    #expect(
      refused.status == 1 && refused.errors.contains("facts-gone") && refused.errors.contains(words), "\(refused)")
    #expect(!Folder.isThere(folder.state.facts))

    // Other facts than those that the round saw, as many.
    let stranger = try office()
    #expect(try run(stranger, "done", "T", "--on", "02/3/2024", "--yes").status == 0)
    #expect(rename(stranger.state.facts, folder.state.facts) == 0)
    #expect(try run(folder, "done", "T", "--on", "02/3/2024", "--yes").status == 1)
    let other = try remind(folder, "08T08:10")
    #expect(other.output.contains("the facts are not those that the last round saw (up to number 1)"), "\(other)")
    #expect(try run(folder, "doctor", "--offline").status == 1)

    try Folder.remove(folder.state.facts)
    #expect(rename(away, folder.state.facts) == 0)
    #expect(try remind(folder, "08T08:20").output.hasPrefix("0 new messages"))
    #expect(mails(folder) == 0)
    #expect(try run(folder, "doctor", "--offline").output.contains("1 facts, their chain is whole"))
  }

  @Test("A promotion by facts that are gone waits") func promotion() throws {
    let folder = try done()
    #expect(rename(folder.state.facts, folder.root + "/away") == 0)
    let path = folder.root + "/rules/plan.rules"
    try WholeFile.replace(path, with: (WholeFile.read(path) ?? "") + "\n# changed\n")
    let said = try run(folder, "rules", "promote")
    #expect(
      said.status == 3 && said.errors.contains("facts are gone: the last round saw 1, now there are 0"), "\(said)")
  }

  @Test("An acceptance serves the next round alone, for the facts that were found; they are what later rounds look for")
  func accepted() throws {
    let folder = try done()
    #expect(rename(folder.state.facts, folder.root + "/away") == 0)
    #expect(try remind(folder, "04T08:00").output.contains("facts are gone"))
    let log = try OutboxLog(folder.state, .writing)
    let held = try #require(try log.heldRound())
    #expect(held.reasons == ["facts"] && held.facts.hasPrefix("0:") && held.recipients == 1)
    func accept(_ change: (inout SpoolRequest.HeldRoundName) -> Void) throws -> SpoolAnswer {
      var name = SpoolRequest.HeldRoundName(
        recipients: held.recipients, until: held.began.seconds + 86_400, facts: held.facts, reasons: held.reasons)
      change(&name)
      let request = try Spool(folder.state.spool).drop(.acceptRound(name))
      _ = try remind(folder, "04T08:10")
      return try #require(folder.state.answer(to: request))
    }
    // More than was held, for longer, for other facts, for other reasons.
    #expect(try accept { $0.recipients = 999_999_999 }.exitCode == 1)
    #expect(try accept { $0.until = 9_999_999_999 }.exitCode == 1)
    #expect(try accept { $0.facts = "1:" + String(repeating: "ab", count: 32) }.exitCode == 1)
    #expect(try accept { $0.reasons.insert("recipients") }.exitCode == 1)
    #expect(mails(folder) == 0)
    // A day is counted from when it is accepted, ten minutes after the round was held.
    #expect(try accept { _ in }.exitCode == 0)
    #expect(mails(folder) == 1, "the facts say nothing of the task")
    #expect(try log.acceptance() == nil, "it is used up")

    // The old facts begin with those that were accepted, of which there are none.
    try Folder.remove(folder.state.facts)
    #expect(rename(folder.root + "/away", folder.state.facts) == 0)
    #expect(try remind(folder, "08T08:00").output.hasPrefix("0 new messages"))
    #expect(rename(folder.state.facts, folder.root + "/away") == 0)
    #expect(try remind(folder, "08T08:10").output.contains("facts are gone"), "held again, no acceptance is left")
  }
}
