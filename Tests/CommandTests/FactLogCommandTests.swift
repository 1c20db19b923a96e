import FactLog
import FactLogSQLite
import Foundation
import JSON
import Presentation
import TestSupport
import Testing

@testable import nhacviec

@Suite("The log of facts: read back, listed, verified, and out of order")
struct FactLogCommandTests {
  @Test("Facts round-trip through --facts, and are the default where there is a store") func roundTrip() throws {
    let desk = try Desk()
    #expect(
      desk("upcoming", "--status", "done").output
        == "Hôm nay: thứ Năm 20/6/2024 · chưa có ghi nhận nào trong /nowhere/facts/facts.db\nKhông có việc nào.\n")
    desk("event", "record", "chi-so-pii", "--on", "09/5/2024")
    desk("done", "VII.9@2024-Q1", "--on", "15/3/2024")
    desk("extend", "I.5", "--to", "15/7/2024", "--by", "60/QĐ")
    let facts = desk("facts").output
    #expect(facts.split(separator: "\n").map(String.init) == desk.lines)
    let file = try ScratchFolder(["f.txt": desk("facts", "--details").output])
    for arguments in [["upcoming", "--from", "2024-01-01"], ["explain", "I.5"], ["show", "VII.9"]] {
      let (stored, read) = (desk.run(arguments).output, desk.run(arguments + ["--facts", file.path + "/f.txt"]).output)
      #expect(stored.contains("3 ghi nhận trong /nowhere/facts/facts.db"))
      #expect(!read.contains("3 ghi nhận"))
      let cleaned = stored.replacingOccurrences(of: " · 3 ghi nhận trong /nowhere/facts/facts.db", with: "")
        .replacingOccurrences(of: "3 ghi nhận trong /nowhere/facts/facts.db\n", with: "")
        .replacingOccurrences(of: "/nowhere/facts/facts.db:3", with: file.path + "/f.txt:6")
        .replacingOccurrences(of: "/nowhere/facts/facts.db:1", with: file.path + "/f.txt:2")
      #expect(cleaned == read)
    }
    let json = try #require(JSONValue(Array(desk("upcoming", "--format", "json").output.utf8))?.array)
    #expect(json.first { $0["id"]?.string == "vi-du-2024/I.5@once" }?["due"]?.string != nil)
  }

  @Test("Facts are filtered, and given as JSON") func list() throws {
    let desk = try Desk()
    desk("event", "record", "chi-so-pii", "--on", "09/5/2024", "--note", "a")
    desk("done", "VII.9@2024-Q1", "--on", "15/3/2024")
    func count(_ arguments: String...) -> Int {
      desk.run(["facts"] + arguments).output.split(separator: "\n").count
    }
    #expect(count() == 2 && count("--details") == 4)
    #expect(count("--about", "VII.9") == 1 && count("--about", "chi-so-pii") == 1 && count("--about", "I.1") == 0)
    #expect(count("--about", "vi-du-2024/VII.9") == 1 && count("--about", "VII.9@2024-Q1") == 1)
    #expect(count("--about", "VII.9@2024-Q2") == 0 && count("--about", "vi-du-2024/chi-so-pii") == 1)
    let unknown = desk("facts", "--about", "nope")
    #expect(unknown.code == 1 && unknown.errors.contains("không có nhiệm vụ hay sự kiện “nope”"), "\(unknown)")
    #expect(desk("facts", "--about", "I.1").code == 0)
    #expect(count("--plan", "vi-du-2024") == 2 && count("--plan", "khac") == 0)
    #expect(count("--author", "lan") == 2 && count("--author", "root") == 0)
    #expect(count("--after", "1") == 1 && count("--since", "2024-06-20") == 2 && count("--since", "2024-06-21") == 0)
    let json = try #require(JSONValue(Array(desk("facts", "--format", "json").output.utf8))?.array)
    #expect(json[0]["recordedAt"]?.string == "2024-06-20T02:00:00Z")
    #expect(json[0]["author"]?.string == "lan" && json[0]["note"]?.string == "a")
  }

  @Test("Facts checked against an old head are checked again") func races() throws {
    let desk = try Desk(log: OvertakenLog())
    #expect(desk("done", "I.1", "--on", "04/01/2024").code == 0)
    #expect(
      desk.lines == [
        "vi-du-2024/VII.9 kỳ 2024-Q1 xong ngày 15/3/2024",
        "vi-du-2024/I.1 kỳ once xong ngày 04/01/2024, hạn 04/01/2024",
      ])
  }

  @Test("A store that cannot be used gives no dates and records nothing") func broken() throws {
    for failure in [
      StoreFailure.damaged("x"), .newer, .foreign, .noPermission("x"), .diskFull, .readOnly, .other("x"),
    ] {
      let desk = try Desk(log: BrokenLog(failure: failure))
      for arguments in [["upcoming"], ["facts"], ["audit", "verify"], ["done", "I.1", "--on", "04/01/2024"]] {
        let run = desk.run(arguments)
        #expect(run.code == 1 && run.output.isEmpty && run.errors.contains("lỗi[store-"), "\(failure): \(run)")
      }
    }
  }

  @Test(
    "A log that is held too long ends with 75 and says who has it; one whose last write failed with 74, and how to see")
  func heldOrUncertain() throws {
    let held = try Desk(log: BrokenLog(failure: .busy(by: "python3 (4711)")))
    for arguments in [["upcoming"], ["facts"], ["audit", "verify"]] {
      #expect(held.run(arguments).errors.contains("đang bị python3 (4711) giữ quá lâu"), "\(arguments)")
    }
    let busy = try Desk(log: FailingAppend(failure: .busy(by: "python3 (4711)")))
    let said = busy.run(["done", "I.1", "--on", "04/01/2024"], .en)
    #expect(said.code == 75 && said.output.isEmpty && said.errors.contains("held for too long by python3 (4711)"))
    let uncertain = try Desk(log: FailingAppend(failure: .uncertain("disk I/O error")))
    for language in [Language.vi, .en] {
      let said = uncertain.run(["done", "I.1", "--on", "04/01/2024"], language)
      #expect(said.code == 74 && said.output.isEmpty && said.errors.contains("nhacviec facts"), "\(said)")
      #expect(said.errors.contains(language == .vi ? "không rõ đã ghi nhận hay chưa" : "not known whether"), "\(said)")
    }
  }

  @Test("The chain is verified, and a broken one told") func audit() throws {
    let log = MemoryFactLog()
    let desk = try Desk(log: log)
    desk("done", "I.1", "--on", "04/01/2024")
    let head = try log.head()
    let whole = desk("audit", "verify", "--head", head.description)
    #expect(whole.code == 0 && whole.output.contains(head.description))
    let other = desk("audit", "verify", "--head", "1:" + String(repeating: "0", count: 64))
    #expect(other.code == 1 && other.errors.contains("broken-chain"))
    #expect(desk("audit", "verify", "--head", "x").code == 64)
    let facts = try log.read(.all).facts.map {
      var entry = $0.entry
      entry.author = "ai đó"
      return RecordedFact(sequence: $0.sequence, entry: entry, previousHash: $0.previousHash, hash: $0.hash)
    }
    let forged = try Desk(log: MemoryFactLog(facts))
    let run = forged("audit", "verify")
    #expect(run.code == 1 && run.errors.contains("ghi nhận số 1 đã bị sửa"))
  }

  @Test("The program records into a folder that it makes") func database() throws {
    let rules = try CommandTests.folder()
    let state = try ScratchFolder()
    let arguments = ["--rules", rules.path, "--state", state.path + "/new", "--today", "2024-06-20"]
    #expect(CommandRun(["upcoming"] + arguments).code == 0)
    #expect(!FileManager.default.fileExists(atPath: state.path + "/new"))
    let run = CommandRun(["done", "I.1", "--on", "04/01/2024"] + arguments)
    #expect(run.code == 0, "\(run.errors)")
    #expect(CommandRun(["upcoming"] + arguments).output.contains("· 1 fact in \(state.path)/new/facts/facts.db"))
    #expect(
      CommandRun(["audit", "verify", "--state", state.path + "/new"]).output.contains("1 fact, the chain is whole"))
  }
}
