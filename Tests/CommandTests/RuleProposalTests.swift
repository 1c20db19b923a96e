import StateFolder
import TestSupport
import Testing

/// Edited rule files, from the proposal to the changed folder.
struct RuleProposalTests {
  private let office: AnswerOffice
  private var plan: String { office.office.scratch.path + "/rules/plan.rules" }
  private var copy: String { office.office.scratch.path + "/plan.rules" }

  init() throws { office = try AnswerOffice() }

  private func text() throws -> String { try #require(WholeFile.read(plan)) }

  /// Writes a copy of the plan in which a text is replaced by another.
  private func edit(_ old: String, _ new: String) throws {
    let text = try text()
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    try WholeFile.replace(copy, with: parts.joined(separator: new))
  }

  @Test func changesTheFileOnceSomebodyAccepts() throws {
    let before = try text()
    try edit(
      "kiểm tra\n  chủ trì: Phòng A\n  hạn: chậm nhất 15/3/2027",
      "kiểm tra\n  chủ trì: Phòng A\n  hạn: chậm nhất 22/3/2027")
    let proposed = try office("rules", "propose", copy, "--because", "theo công văn 7")
    #expect(proposed.code == 0 && proposed.output.hasSuffix("Proposal 1 waits; nothing has changed.\n"), "\(proposed)")
    #expect(try text() == before)
    #expect(try office("proposals", "list").output.contains("plan.rules: nhiệm vụ I.2 – change"))
    let shown = try office("proposals", "show", "1")
    #expect(shown.output.contains("Reason: theo công văn 7"), "\(shown)")
    #expect(shown.output.contains("  -   hạn: chậm nhất 15/3/2027\n  +   hạn: chậm nhất 22/3/2027\n"), "\(shown)")
    #expect(
      shown.output.contains(
        "not changed: plan.rules\n  nhiệm vụ I.2, hạn: chậm nhất 15/3/2027 → chậm nhất 22/3/2027\n"
          + "  ~ kh/I.2@once: Monday 15 March 2027 → Monday 22 March 2027\n"),
      "\(shown)")
    #expect(try office("proposals", "show", "1", "--raw").output == WholeFile.read(copy))

    let accepted = try office("proposals", "accept", "1")
    #expect(
      accepted.code == 0 && accepted.output.hasPrefix("changed plan.rules; in force once promoted"), "\(accepted)")
    #expect(try text() == #require(WholeFile.read(copy)))
    #expect(try office("proposals", "list", "--all").output.contains("accepted"))
    // Nothing is in force before it is promoted.
    #expect(try office("rules", "diff").output.contains("~ kh/I.2@once: Monday 15 March 2027 → Monday 22 March 2027"))
  }

  /// Other blocks may change meanwhile; their text stays.
  @Test func keepsWhatOthersChangedMeanwhile() throws {
    try edit("nhiệm vụ I.2: Kế hoạch kiểm tra", "nhiệm vụ I.2: Kế hoạch thanh tra")
    #expect(try office("rules", "propose", copy, "--because", "đổi tên").code == 0)
    let other = try text() + "\n# Thêm sau.\nnhiệm vụ I.4: Việc mới\n  chủ trì: Phòng A\n  hạn: 1/6/2027\n"
    try WholeFile.replace(plan, with: other)
    #expect(try office("proposals", "accept", "1").code == 0)
    let after = try text()
    #expect(after.contains("nhiệm vụ I.2: Kế hoạch thanh tra"))
    #expect(after.hasSuffix("\n# Thêm sau.\nnhiệm vụ I.4: Việc mới\n  chủ trì: Phòng A\n  hạn: 1/6/2027\n"), "\(after)")
  }

  @Test func refusesWhatBuildsOnAnotherText() throws {
    try edit("nhiệm vụ I.2: Kế hoạch kiểm tra", "nhiệm vụ I.2: Kế hoạch thanh tra")
    #expect(try office("rules", "propose", copy, "--because", "đổi tên").code == 0)
    try edit("nhiệm vụ I.2: Kế hoạch kiểm tra", "nhiệm vụ I.2: Kế hoạch khác")
    let edited = try #require(WholeFile.read(copy))
    try WholeFile.replace(plan, with: edited)
    let refused = try office("proposals", "accept", "1")
    #expect(refused.code == 1 && refused.errors.contains("has changed since this was proposed"), "\(refused)")
    #expect(try text() == edited)
    #expect(try office("proposals", "list").output.contains("plan.rules"))
    #expect(try office("proposals", "refuse", "1", "--because", "đã sửa").code == 0)
  }

  @Test func addsAndTakesOutBlocks() throws {
    try edit(
      "nhiệm vụ I.2: Kế hoạch kiểm tra\n  chủ trì: Phòng A\n  hạn: chậm nhất 15/3/2027\n",
      "# Theo công văn 7.\nnhiệm vụ I.5: Việc thay\n  chủ trì: Phòng A\n  hạn: chậm nhất 1/4/2027\n")
    let proposed = try office("rules", "propose", copy, "--because", "thay việc")
    #expect(proposed.output.contains("nhiệm vụ I.5 – add") && proposed.output.contains("nhiệm vụ I.2 – take out"))
    let accepted = try office("proposals", "accept", "1")
    #expect(accepted.code == 0, "\(accepted)")
    #expect(accepted.output.contains("+ kh/I.5@once: Thursday 1 April 2027"), "\(accepted)")
    #expect(accepted.output.contains("- kh/I.2@once: Monday 15 March 2027"), "\(accepted)")
    // The new block stands behind the one that it follows in the copy.
    #expect(try text() == #require(WholeFile.read(copy)))
  }

  /// Facts keep the id of their work for ever.
  @Test func takesNoWorkOutThatFactsAreAbout() throws {
    #expect(try office("done", "I.2", "--on", "5/3/2027").code == 0)
    try edit("nhiệm vụ I.2: Kế hoạch kiểm tra", "nhiệm vụ I.5: Kế hoạch kiểm tra")
    let refused = try office("rules", "propose", copy, "--because", "đổi mã")
    #expect(refused.code == 1 && refused.errors.contains("trước đây"), "\(refused)")
    try edit("nhiệm vụ I.2: Kế hoạch kiểm tra\n", "nhiệm vụ I.5: Kế hoạch kiểm tra\n  trước đây: I.2\n")
    #expect(try office("rules", "propose", copy, "--because", "đổi mã").code == 0)
  }

  @Test func saysWhichTestsWouldFail() throws {
    let tested = try text() + "\nkiểm thử: hạn\n  hôm nay: 01/3/2027\n  mong đợi: I.2 hạn 15/3/2027\n"
    try WholeFile.replace(plan, with: tested)
    try edit(
      "kiểm tra\n  chủ trì: Phòng A\n  hạn: chậm nhất 15/3/2027",
      "kiểm tra\n  chủ trì: Phòng A\n  hạn: chậm nhất 22/3/2027")
    let proposed = try office("rules", "propose", copy, "--because", "theo công văn 7")
    #expect(proposed.code == 0 && proposed.errors.contains("the rules' test “hạn” would not pass"), "\(proposed)")
    #expect(try office("proposals", "accept", "1").errors.contains("would not pass"))
  }

  @Test func proposesNothingWrongAndNothingTwice() throws {
    try edit("nhiệm vụ I.2: Kế hoạch kiểm tra\n  chủ trì: Phòng A", "nhiệm vụ I.2: Kế hoạch\n  chủ trì: Phòng Z")
    let wrong = try office("rules", "propose", copy, "--because", "thử")
    #expect(wrong.code == 1 && wrong.errors.contains("Phòng Z"), "\(wrong)")
    #expect(try office("proposals", "list").output == "There are no proposals.\n")
    try WholeFile.replace(copy, with: try text())
    #expect(try office("rules", "propose", copy, "--because", "thử").errors.contains("no block of"))
    try edit("nhiệm vụ I.2: Kế hoạch kiểm tra", "nhiệm vụ I.2: Kế hoạch thanh tra")
    #expect(try office("rules", "propose", copy, "--because", "thử").code == 0)
    let again = try office("rules", "propose", copy, "--because", "thử")
    #expect(again.code == 1 && again.errors.contains("proposal 1 proposes the same and waits"), "\(again)")
  }
}
