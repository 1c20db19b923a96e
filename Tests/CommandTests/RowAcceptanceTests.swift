import Foundation
import Revisions
import StateFolder
import TestSupport
import Testing

/// Rows that administrators accepted on pages, from the daemon's request to the rules in force.
struct RowAcceptanceTests {
  private let office: AnswerOffice
  private var root: String { office.office.scratch.path }
  private var plan: String { root + "/rules/plan.rules" }
  private var state: StateFolder { StateFolder(office.office.state) }
  private static let (old, new) = ("hạn: chậm nhất 15/3/2027", "hạn: chậm nhất 22/3/2027")

  init() throws {
    office = try AnswerOffice()
    try office.office.configure(
      "[maildir]\npath = \"\(office.office.scratch.path)/maildir\"\n[roles.lan]\nadministrator = true\nfocal-point = true\n"
    )
  }

  private func text() throws -> String { try #require(WholeFile.read(plan)) }

  /// The plan with another day for I.2.
  private static func moved(_ text: String) throws -> String {
    let parts = text.components(separatedBy: "kiểm tra\n  chủ trì: Phòng A\n  \(old)")
    try #require(parts.count == 2)
    return parts.joined(separator: "kiểm tra\n  chủ trì: Phòng A\n  \(new)")
  }

  private func propose(_ text: String) throws {
    try WholeFile.replace(root + "/plan.rules", with: text)
    let said = try office("rules", "propose", root + "/plan.rules", "--because", "theo công văn 7")
    #expect(said.code == 0, "\(said)")
  }

  /// What another office has in force that has this plan: the hash does not depend on where it lies.
  private func hash(of text: String) throws -> String {
    let other = try AnswerOffice()
    try WholeFile.replace(other.office.scratch.path + "/rules/plan.rules", with: text)
    let said = try other("rules", "promote")
    #expect(said.code == 0, "\(said)")
    return try #require(try RevisionStore(StateFolder(other.office.state)).live()).hash.description
  }

  /// Asks as the daemon does, has it carried out, and returns the answer.
  private func accept(_ sources: String, _ number: Int64 = 1, by login: String = "lan") throws -> String {
    try Folder.make(state.requests(to: .editor))
    let name = try Spool(state.requests(to: .editor)).drop(
      .acceptProposal(number: number, sources: sources, login: login))
    try apply()
    return state.answer(to: name, by: .editor).map { "\($0.exitCode) \($0.words.en)" } ?? "nothing"
  }

  private func apply(_ code: Int32 = 0) throws {
    let said = try office("proposals", "apply", office.office.config[0], office.office.config[1])
    #expect(said.code == code, "\(said)")
  }

  private func live() throws -> (number: Int, hash: String) {
    let live = try #require(try RevisionStore(state).live())
    return (live.number, live.hash.description)
  }

  @Test("What was previewed is written, is in force, and the proposal says who accepted it") func accepted() throws {
    let moved = try Self.moved(text())
    try propose(moved)
    let (wanted, before) = (try hash(of: moved), try live())
    // Only who is an administrator by the configuration is one.
    for login in ["hoa", "nhacviec-web", "đơn vị a"] {
      #expect(try accept(wanted, by: login).hasPrefix("1 “\(login)” is no administrator"))
    }
    #expect(try text() != moved)
    #expect(try accept(wanted) == "0 Proposal 1 is in force.")
    #expect(try text() == moved)
    let after = try live()
    #expect(after.number == before.number + 1 && after.hash == wanted)
    #expect(try office("proposals", "show", "1").output.contains("lan"))
    #expect(Spool(state.requests(to: .editor)).isEmpty)
    // Asked again it is decided.
    #expect(try accept(wanted).hasPrefix("1 proposal 1 was accepted by lan"))
    #expect(try live().number == after.number)
  }

  @Test("Stopped after each step it goes on: written and not promoted, promoted and not noted") func brokenOff() throws
  {
    let moved = try Self.moved(text())
    try propose(moved)
    let wanted = try hash(of: moved)
    try WholeFile.replace(plan, with: moved)
    #expect(try accept(wanted) == "0 Proposal 1 is in force.")
    #expect(try live().hash == wanted)

    let second = try RowAcceptanceTests()
    try second.propose(moved)
    try WholeFile.replace(second.plan, with: moved)
    #expect(try second.office("rules", "promote").code == 0)
    let number = try second.live().number
    #expect(try second.accept(wanted) == "0 Proposal 1 is in force.")
    #expect(try second.live().number == number)
  }

  /// As an administrator makes them who accepts it again after a minute without an answer.
  @Test("Of two requests for one proposal the first applies it, and the other finds it decided") func twice() throws {
    let moved = try Self.moved(text())
    try propose(moved)
    let (wanted, before) = (try hash(of: moved), try live().number)
    let spool = Spool(state.requests(to: .editor))
    try Folder.make(spool.path)
    let names = try (0..<2).map { _ in
      try spool.drop(.acceptProposal(number: 1, sources: wanted, login: "lan"))
    }
    try apply()
    let answers = names.map { state.answer(to: $0, by: .editor).map { "\($0.exitCode) \($0.words.en)" } ?? "" }
    #expect(answers[0] == "0 Proposal 1 is in force." && answers[1].hasPrefix("1 proposal 1 was accepted by lan"))
    #expect(try live().number == before + 1 && spool.isEmpty)
    #expect(try text() == moved)
  }

  @Test("A round at work is waited for: the request stays, and nothing is decided") func busy() throws {
    let moved = try Self.moved(text())
    try propose(moved)
    let wanted = try hash(of: moved)
    let lock = try state.lockRound(holder: "nhacviec remind")
    try Folder.make(state.requests(to: .editor))
    let name = try Spool(state.requests(to: .editor)).drop(
      .acceptProposal(number: 1, sources: wanted, login: "lan"))
    try apply(75)
    #expect(state.answer(to: name, by: .editor) == nil && !Spool(state.requests(to: .editor)).isEmpty)
    withExtendedLifetime(lock) {}
  }

  @Test("Other changes of the folder, rules that moved on and a row that changed refuse it, and nothing is written")
  func stale() throws {
    let before = try text()
    let moved = try Self.moved(before)
    try propose(moved)
    let wanted = try hash(of: moved)
    try WholeFile.replace(plan, with: before + "\n# Khác.\n")
    #expect(try accept(wanted).hasPrefix("1 the rule folder has other changes that are not in force"))
    #expect(try text() == before + "\n# Khác.\n")
    // In force they are other rules than those of the preview.
    #expect(try office("rules", "promote").code == 0)
    #expect(try accept(wanted).hasPrefix("1 the rules have changed since the preview"))
    #expect(try text() == before + "\n# Khác.\n")
    let third = before.replacingOccurrences(of: "Kế hoạch kiểm tra", with: "Kế hoạch thanh tra")
    try WholeFile.replace(plan, with: third)
    #expect(try office("rules", "promote").code == 0)
    let number = try live().number
    #expect(try accept(wanted).contains("has changed since this was proposed"))
    #expect(try text() == third && live().number == number)
    #expect(try office("proposals", "list").output.contains("plan.rules: nhiệm vụ I.2 – change"))
  }

  @Test(
    "Whatever the daemon asks for, it changes rows of tasks alone",
    arguments: [
      ("  email: a@so.example", "  email: evil@so.example"), ("trước 7, 1 ngày", "trước 1 ngày"),
      ("đơn vị a: Phòng A\n", "đơn vị b: Phòng B\n\nđơn vị a: Phòng A\n"),
      ("nhiệm vụ I.3: Việc khác\n  chủ trì: Văn phòng\n  hạn: chậm nhất 30/6/2027\n", ""),
    ])
  func rowsAlone(_ old: String, _ new: String) throws {
    let before = try text()
    let changed = before.replacingOccurrences(of: old, with: new)
    #expect(changed != before)
    try propose(changed)
    #expect(try accept(hash(of: changed)).hasPrefix("1 on pages rows of tasks alone are changed or added"))
    #expect(try text() == before)
  }

  @Test("A new row goes behind the one that it was proposed behind; strange requests are refused") func newRow() throws
  {
    let row = "\nnhiệm vụ I.4: Việc mới\n  chủ trì: Phòng A\n  hạn: 1/6/2027\n"
    let added = try text() + row
    try propose(added)
    #expect(try accept(hash(of: added)) == "0 Proposal 1 is in force.")
    #expect(try text() == added)
    for strange in [
      "promote", "retry", "accept-proposal 1 abc lan", "accept-proposal x \(String(repeating: "a", count: 64)) lan",
    ] {
      try WholeFile.replace(state.requests(to: .editor) + "/1.1.1", with: strange)
      try apply()
      #expect(state.answer(to: "1.1.1", by: .editor)?.words.en.contains("is not understood") == true, "\(strange)")
    }
    #expect(try accept(String(repeating: "a", count: 64), 7).hasPrefix("1 there is no proposal 7"))
  }

  /// I.1 becomes quarterly: what was done once is no quarter's.
  private static func quarterly(_ text: String) throws -> String {
    let parts = text.components(separatedBy: "Báo cáo công tác\n  chủ trì: Phòng A\n  \(old)")
    try #require(parts.count == 2)
    return parts.joined(
      separator: "Báo cáo công tác\n  chủ trì: Phòng A\n  hạn: hằng quý, trước ngày 17 tháng cuối quý")
  }

  @Test(
    "What would lose a fact is told by the commands, and refused by who writes the rules, as a promotion asks about it")
  func losing() throws {
    let before = try text()
    let changed = try Self.quarterly(before)
    // An office that was reminded of it waits with this hash.
    let other = try AnswerOffice()
    try WholeFile.replace(other.office.scratch.path + "/rules/plan.rules", with: changed)
    #expect(try other("rules", "promote").code == 3)
    let wanted = try #require(StateFolder(other.office.state).readWaitingRules()).hash
    #expect(try office("done", "I.1@once", "--on", "08/3/2027").code == 0)
    try WholeFile.replace(root + "/plan.rules", with: changed)
    let proposed = try office("rules", "propose", root + "/plan.rules", "--because", "theo công văn 7")
    #expect(proposed.code == 0 && proposed.errors.contains("that has an effect now would have none"), "\(proposed)")
    let shown = try office("proposals", "show", "1")
    #expect(shown.code == 0, "\(shown)")
    for words in [
      "1 fact that has an effect now would have none", "1 that is done would be gone", "nhacviec rules accept",
    ] {
      #expect((shown.output + shown.errors).contains(words), "\(words): \(shown)")
    }
    let answer = try accept(wanted)
    #expect(answer.hasPrefix("1 it is not applied: 1 fact that has an effect now would have none:"), "\(answer)")
    #expect(try text() == before)
    // So it is where somebody wrote the row already.
    try WholeFile.replace(plan, with: changed)
    let number = try live().number
    #expect(try accept(wanted).hasPrefix("1 it is not applied:"))
    #expect(try live().number == number)
    // A person at the command line decides it.
    #expect(try office("rules", "promote").code == 3)
    #expect(try office("rules", "accept").code == 0)
    #expect(try live().hash == wanted)
  }

  @Test("The request is one line that is read back") func request() throws {
    let request = SpoolRequest.acceptProposal(
      number: 12, sources: String(repeating: "b", count: 64), login: "Lê Thị Lan")
    #expect(SpoolRequest(text: request.text + "\n") == request)
    #expect(SpoolRequest(text: "accept-proposal 12 \(String(repeating: "b", count: 63)) lan") == nil)
    #expect(SpoolRequest(text: "accept-proposal 12 \(String(repeating: "b", count: 64))") == nil)
  }
}
