import FactLog
import Foundation
import GRDB
import Glibc
import Reminders
import StateFolder
import Testing

@testable import Outbox

/// `nhacviec remind` where the state cannot be used: it says so, fails, loses nothing, and goes on once that is mended.
@Suite("A state that cannot be used")
struct StateTroubleTests {
  private static let task = RoundDesk.task("T", "chậm nhất 11/3/2024")
  private static let start = "2024-03-04T08:00"

  /// Promoted on 1 March, with a Maildir beside the state.
  private func folder(mail: String = "[maildir]\npath = \"ROOT/mail\"\n") throws -> RoundFolder {
    let folder = try RoundFolder(
      rules: RoundDesk.plan(Self.task).replacingOccurrences(of: "Lịch phòng", with: "Việt Nam"),
      configuration: "rules = \"ROOT/rules\"\n\(mail)[journal]\nenabled = false\n"
        + "[limits]\nsynchronised-clock = false\n")
    try Spool(folder.state.spool).drop(.promote)
    let promoted = try remind(folder, at: "2024-03-01T08:00")
    try #require(promoted.status == 0 && promoted.output.contains("Next: 04/3/2024 08:00"), "\(promoted)")
    return folder
  }

  private func arguments(_ folder: RoundFolder, at now: String = start) -> [String] {
    ["remind", "--config", folder.root + "/nhacviec.toml", "--state", folder.state.path, "--now", now]
  }

  private func remind(_ folder: RoundFolder, at now: String = start) throws -> RoundFolder.Ended {
    try RoundFolder.run(RoundFolder.program("nhacviec"), arguments(folder, at: now))
  }

  private func mails(_ folder: RoundFolder) -> Int { Folder.names(in: folder.root + "/mail/new")?.count ?? 0 }

  @Test("Whole: one mail, and none the second time") func whole() throws {
    let folder = try folder()
    let first = try remind(folder)
    #expect(first.status == 0 && first.errors.isEmpty, "\(first)")
    #expect(mails(folder) == 1)
    #expect(try remind(folder, at: "2024-03-04T08:10").status == 0)
    #expect(mails(folder) == 1)
  }

  // MARK: Two at once

  @Test("The second of two rounds sends nothing, ends with 75 and says who holds the lock") func twoAtOnce() throws {
    let peers = try UnrulyPeers()
    try peers.behave("stall")
    let folder = try folder(mail: peers.configuration())
    let (output, errors) = (Pipe(), Pipe())
    let first = try RoundFolder.start(RoundFolder.program("nhacviec"), arguments(folder), output, errors)
    // It holds the lock while the server does not answer.
    while try peers.counts()[0] == 0, first.isRunning { usleep(10_000) }
    let second = try remind(folder)
    #expect(second.status == 75)
    #expect(
      second.errors.contains("another round is running: nhacviec remind (\(first.processIdentifier))"), "\(second)")
    kill(first.processIdentifier, SIGKILL)
    #expect(try RoundFolder.ended(first, output, errors).wasKilled)
    try peers.behave("good")
    #expect(try remind(folder, at: "2024-03-04T08:10").status == 0)
    #expect(try peers.arrivals().map(\.to) == ["a@so.example"])
  }

  @Test("Of many rounds at once one sends, and it sends once") func manyAtOnce() throws {
    let peers = try UnrulyPeers()
    let folder = try folder(mail: peers.configuration())
    let rounds = try (0..<6).map { _ in
      let (output, errors) = (Pipe(), Pipe())
      return (try RoundFolder.start(RoundFolder.program("nhacviec"), arguments(folder), output, errors), output, errors)
    }
    let statuses = try rounds.map { try RoundFolder.ended($0.0, $0.1, $0.2).status }
    #expect(statuses.contains(0) && statuses.allSatisfy { $0 == 0 || $0 == 75 }, "\(statuses)")
    #expect(try peers.arrivals().count == 1)
  }

  @Test("Facts that somebody keeps for themselves: the round ends with 75, names them, and the next one goes on")
  func heldFacts() throws {
    let folder = try folder()
    let program = try RoundFolder.program("nhacviec")
    let done = try RoundFolder.run(
      program, ["done", "T", "--on", "01/3/2024", "--yes", "--state", folder.state.path])
    try #require(done.status == 0, "\(done)")
    let script = """
      import sqlite3, sys, time
      c = sqlite3.connect(sys.argv[1], isolation_level=None)
      c.execute('PRAGMA locking_mode = EXCLUSIVE'); c.execute('BEGIN EXCLUSIVE'); c.execute('SELECT * FROM fact')
      print('held', flush=True); time.sleep(120)
      """
    let (output, errors) = (Pipe(), Pipe())
    let holder = try RoundFolder.start(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", script, folder.state.factsDatabase], output, errors)
    #expect(try output.fileHandleForReading.read(upToCount: 4) == Data("held".utf8))
    let began = ContinuousClock.now
    let held = try remind(folder)
    #expect(ContinuousClock.now - began < .seconds(60))
    #expect(held.status == 75 && held.errors.contains("(\(holder.processIdentifier))"), "\(held)")
    #expect(mails(folder) == 0)
    kill(holder.processIdentifier, SIGKILL)
    holder.waitUntilExit()
    #expect(try remind(folder, at: "2024-03-04T08:10").status == 0)
  }

  // MARK: Damage

  @Test("A damaged log: the round says so, names it and sends nothing; with a copy in its place nothing goes twice")
  func damagedLog() throws {
    let folder = try folder()
    #expect(try remind(folder).status == 0)
    let copy = folder.root + "/copy.db"
    try OutboxLog(folder.state, .writing).copy(to: copy)
    try damage(folder.state.postDatabase)
    let failed = try remind(folder, at: "2024-03-08T08:00")
    #expect(failed.status == 1)
    #expect(failed.errors.contains("store-damaged") && failed.errors.contains("(post.db: "), "\(failed)")
    #expect(mails(folder) == 1)
    // docs/store.md, "When something is wrong with the log".
    for ending in ["", "-wal", "-shm"] { unlink(folder.state.postDatabase + ending) }
    try FileManager.default.copyItem(atPath: copy, toPath: folder.state.postDatabase)
    #expect(try remind(folder, at: "2024-03-04T09:00").status == 0)
    #expect(mails(folder) == 1)
    #expect(try remind(folder, at: "2024-03-08T08:00").status == 0)
    #expect(mails(folder) == 2)
  }

  @Test("A log that was thrown away: what is open is told once more, then all goes on as before") func thrownAway()
    throws
  {
    let folder = try folder()
    #expect(try remind(folder).status == 0)
    for ending in ["", "-wal", "-shm"] { unlink(folder.state.postDatabase + ending) }
    #expect(try remind(folder, at: "2024-03-05T08:00").status == 0)
    #expect(mails(folder) == 2)
    #expect(try remind(folder, at: "2024-03-06T08:00").status == 0)
    #expect(mails(folder) == 2)
    #expect(try remind(folder, at: "2024-03-08T08:00").status == 0)
    #expect(mails(folder) == 3)
  }

  @Test("Damaged facts: the round says so, names them and sends nothing") func damagedFacts() throws {
    let folder = try folder()
    try Folder.make(folder.state.facts)
    try WholeFile.replace(folder.state.factsDatabase, with: String(repeating: "no database ", count: 1000))
    let failed = try remind(folder)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("store-damaged") && failed.errors.contains("(facts.db: "), "\(failed)")
    #expect(mails(folder) == 0)
    unlink(folder.state.factsDatabase)
    #expect(try remind(folder).status == 0)
    #expect(mails(folder) == 1)
  }

  /// Overwrites everything behind the first page's beginning, and drops what SQLite would mend it with.
  private func damage(_ path: String) throws {
    for ending in ["-wal", "-shm"] { unlink(path + ending) }
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    let size = try handle.seekToEnd()
    try handle.seek(toOffset: 200)
    try handle.write(contentsOf: Data(repeating: 0x55, count: Int(size) - 200))
    try handle.close()
  }

  // MARK: Full and read-only disks

  @Test("A full disk while deciding: nothing of the round is there, and the next one decides it all") func full() throws
  {
    let desk = try LogDesk()
    var pages = 0
    try desk.log.queue.writeWithoutTransaction { pages = try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    let small = try OutboxLog(StateFolder(desk.root), .writing, pageLimit: pages + 2)
    let record = RoundRecord(began: desk.now, facts: "0:", revision: 1, next: nil, recipients: 1)
    let long = String(repeating: "dài ", count: 20_000)
    #expect(throws: StoreFailure.diskFull) {
      try small.round(at: desk.now) { post in
        try post.add(desk.message(["A"]))
        try post.add(desk.message(["B"], part: 1, body: long))
        return record
      }
    }
    #expect(try desk.due().isEmpty)
    #expect(try desk.log.lastRound() == nil)
    #expect(try desk.log.damage() == nil)
  }

  @Test(
    "A disk that is full, then read-only, under the whole program, and mended again",
    .enabled(if: PrivateMounts.arePossible, "needs root, or user namespaces, for a small disk of its own"))
  func realDisk() throws {
    let folder = try folder()
    let program = try RoundFolder.program("nhacviec").path
    let remind = { (now: String) in
      ([program] + arguments(folder, at: now)).map { "'\($0)'" }.joined(separator: " ")
    }
    let status = "'\(program)' status --lang en --config '\(folder.root)/nhacviec.toml' --state '\(folder.state.path)'"
    // The state lies on a disk of 2 MB; `fill` takes what is left of it.
    let script = """
      set -u
      cd '\(folder.root)'
      mkdir keep && cp -r state/. keep/
      mount -t tmpfs -o size=2m tmpfs state && cp -r keep/. state/
      \(remind("2024-03-01T08:00")) >/dev/null 2>&1; echo before $?
      dd if=/dev/zero of=state/fill bs=4k 2>/dev/null
      \(remind("2024-03-04T08:00")) >full.out 2>full.err; echo full $?
      \(status) >full.status; echo status $?
      rm state/fill
      \(remind("2024-03-04T08:10")) >/dev/null 2>&1; echo freed $?
      mount -o remount,ro state
      \(remind("2024-03-08T08:00")) >ro.out 2>ro.err; echo readonly $?
      \(status) >ro.status; echo status $?
      mount -o remount,rw state
      \(remind("2024-03-08T08:10")) >/dev/null 2>&1; echo writable $?
      """
    let ended = try PrivateMounts.run(script)
    #expect(ended.output == "before 0\nfull 1\nstatus 2\nfreed 0\nreadonly 1\nstatus 2\nwritable 0\n", "\(ended)")
    let said = ["full.err", "ro.err", "full.status", "ro.status"].map { WholeFile.read("\(folder.root)/\($0)") ?? "" }
    #expect(said[0].contains("full") || said[0].contains("No space left"), "\(said[0])")
    #expect(said[1].contains("written") || said[1].contains("read-only"), "\(said[1])")
    #expect(said[2].contains("CRITICAL: the disk of \(folder.state.path) is full (0 MB left)"), "\(said[2])")
    #expect(said[2].contains("2024"), "the mark of the round before is kept: \(said[2])")
    #expect(said[3].contains("CRITICAL: the file system of \(folder.state.path) is read-only"), "\(said[3])")
    // The first reminder after the disk was freed, the second after it could be written.
    #expect(mails(folder) == 2)
  }
}

/// Shell scripts with mounts that nobody else sees.
enum PrivateMounts {
  private static let unshare = URL(fileURLWithPath: "/usr/bin/unshare")

  private static var options: [String] { geteuid() == 0 ? ["--mount"] : ["--user", "--map-root-user", "--mount"] }

  static var arePossible: Bool {
    let ended = try? run("mount -t tmpfs tmpfs /mnt")
    return ended?.status == 0
  }

  static func run(_ script: String) throws -> RoundFolder.Ended {
    try RoundFolder.run(unshare, options + ["sh", "-c", script])
  }
}
