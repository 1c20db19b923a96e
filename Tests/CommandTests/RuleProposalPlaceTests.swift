import Glibc
import Presentation
import StateFolder
import TestSupport
import Testing

/// Copies that differ from their file in more than words: line ends, order, the place of a new block, the file itself.
struct RuleProposalPlaceTests {
  private let office: AnswerOffice
  private var folder: String { office.office.scratch.path + "/rules" }
  private var plan: String { folder + "/plan.rules" }
  private var copy: String { office.office.scratch.path + "/plan.rules" }

  init() throws { office = try AnswerOffice() }

  private func text(_ path: String? = nil) throws -> String { try #require(WholeFile.read(path ?? plan)) }

  private func write(_ text: String, to path: String? = nil) throws {
    try WholeFile.replace(path ?? plan, with: text)
  }

  private func replacing(_ old: String, _ new: String, in text: String) throws -> String {
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(old)")
    return parts.joined(separator: new)
  }

  private func propose(_ text: String, _ more: String...) throws -> Desk.Said {
    try write(text, to: copy)
    return try office.office(["rules", "propose", copy, "--because", "thử"] + more, at: AnswerOffice.morning)
  }

  private static let title = "nhiệm vụ I.2: Kế hoạch kiểm tra"
  private static let mended = "nhiệm vụ I.2: Kế hoạch thanh tra"
  private static let other =
    "nhiệm vụ I.3: Việc khác\n  chủ trì: Văn phòng\n  hạn: chậm nhất 30/6/2027\n"
  private static let new = "nhiệm vụ I.5: Việc mới\n  chủ trì: Phòng A\n  hạn: chậm nhất 1/4/2027\n"
  /// In a folder without a plan.
  private static let apart = new + "  kế hoạch: kh\n"

  private func windows(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  /// The copy of an editor on another system has other line ends; only what was edited is proposed.
  @Test(arguments: [true, false]) func takesLineEndsForTheFilesOwn(isCopyWindows: Bool) throws {
    let before = try text()
    let after = try replacing(Self.title, Self.mended, in: before)
    if !isCopyWindows { try write(windows(before)) }
    let proposed = try propose(isCopyWindows ? windows(after) : after)
    #expect(proposed.output.hasPrefix("→ plan.rules: nhiệm vụ I.2 – change\n"), "\(proposed)")
    #expect(proposed.output.split(separator: "\n").count { $0.hasPrefix("→") } == 1 && proposed.errors.isEmpty)
    #expect(try office("proposals", "accept", "1").code == 0)
    #expect(try Array(text().utf8) == Array((isCopyWindows ? after : windows(after)).utf8))
  }

  @Test func keepsTheByteOrderMark() throws {
    let before = windows("\u{FEFF}" + (try text()))
    try write(before)
    let after = try replacing("\r\nnhiệm vụ I.3", "\r\n" + windows(Self.new) + "\r\nnhiệm vụ I.3", in: before)
    #expect(try propose(after).output.contains("nhiệm vụ I.5 – add"))
    #expect(try office("proposals", "accept", "1").code == 0)
    #expect(try Array(text().utf8) == Array(after.utf8))
  }

  /// A section at the top of a file of tasks takes them in; at its end it would not.
  @Test func putsANewBlockWhereTheCopyHasIt() throws {
    let tasks = "\(Self.other)\n\(Self.new)"
    try write(try replacing(Self.other, "", in: text()))
    try write("# Đầu tệp.\n\n" + tasks, to: folder + "/b.rules")
    let section = "# Đầu tệp.\n\nmục II: Chung\n\n" + tasks
    let proposed = try propose(section, "--for", "b.rules")
    #expect(proposed.output.contains("b.rules: mục II – add"), "\(proposed)")
    #expect(try office("proposals", "accept", "1").code == 0)
    #expect(try text(folder + "/b.rules") == section)
    // A task before the first section belongs to none.
    let task = try replacing("mục II", Self.new.replacing("I.5", with: "I.6") + "\nmục II", in: section)
    #expect(try propose(task, "--for", "b.rules").code == 0)
    #expect(try office("proposals", "accept", "2").code == 0)
    #expect(try text(folder + "/b.rules") == task)
  }

  /// A block's place says to which section it belongs, so moving it is a change.
  @Test func movesABlock() throws {
    let head = try #require(try text().split(separator: "nhiệm vụ I.1").first)
    let parts = try text().dropFirst(head.count)
    let before = head + "mục I: Một\n\n" + parts + "\nmục II: Hai\n\n" + Self.new
    try write(String(before))
    let without = try replacing(Self.other + "\n", "", in: String(before))
    let after = without + "\n" + Self.other
    let proposed = try propose(after)
    #expect(
      proposed.output.hasPrefix("→ plan.rules: nhiệm vụ I.3 – move behind “nhiệm vụ I.5”\nProposal 1"), "\(proposed)")
    let shown = try office.office("proposals", "show", "1", at: AnswerOffice.morning, language: .vi)
    #expect(shown.output.contains("nhiệm vụ I.3 – chuyển ra sau “nhiệm vụ I.5”\n"), "\(shown)")
    #expect(shown.output.contains("  nhiệm vụ I.3: chuyển ra sau “nhiệm vụ I.5”\n  không hạn nào đổi\n"), "\(shown)")
    #expect(try office("proposals", "accept", "1").code == 0)
    #expect(try text() == after)
    // Back to the front of all blocks, with other words.
    let first = Self.other.replacing("Việc khác", with: "Việc nữa") + "\n" + without
    #expect(try propose(first).output.contains("nhiệm vụ I.3 – change, move to the top"))
    #expect(try office("proposals", "accept", "2").code == 0)
    #expect(try text() == first)
  }

  @Test func putsNothingElsewhereWhenItsNeighbourIsGone() throws {
    let before = try text()
    #expect(try propose(before + "\n" + Self.new).code == 0)
    let gone = try replacing(Self.other, "", in: before)
    try write(gone)
    let refused = try office("proposals", "accept", "1")
    #expect(refused.code == 1 && refused.errors.contains("has no “nhiệm vụ I.3” any more"), "\(refused)")
    #expect(try text() == gone)
  }

  @Test func saysThatCommentsBetweenBlocksStay() throws {
    let after = try replacing(Self.title, Self.mended, in: text())
    let proposed = try propose("# Thêm.\n\n" + after)
    #expect(
      proposed.code == 0 && proposed.errors.contains("comments and blank lines between the blocks"), "\(proposed)")
    #expect(try office("proposals", "accept", "1").code == 0)
    #expect(try text() == after)
  }

  /// What is wrong with the copy itself is said, and nothing that follows from it.
  @Test func saysWhatIsWrongWithTheCopy() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + (try text()).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    try WholeFile.replace(copy, with: bytes)
    let wide = try office("rules", "propose", copy, "--because", "thử")
    #expect(wide.code == 1 && wide.errors.contains("this is not UTF-8 text; save the file as UTF-8"), "\(wide)")
    #expect(wide.errors.contains(copy + ":1:1") && !wide.errors.contains("unknown"), "\(wide)")
    let empty = try propose("\n# Trống.\n")
    #expect(empty.code == 1 && empty.errors.contains("\(copy) has no block"), "\(empty)")
  }

  @Test(arguments: ["muc-1.rules", "./a/muc-1.rules", "FOLDER/a/muc-1.rules"])
  func findsTheFileByAnyOfItsNames(name: String) throws {
    try Folder.make(folder + "/a")
    try write(Self.apart, to: folder + "/a/muc-1.rules")
    let named = name.replacing("FOLDER", with: folder)
    let proposed = try propose(Self.apart.replacing("Việc mới", with: "Việc nữa"), "--for", named)
    #expect(proposed.output.contains("→ a/muc-1.rules: nhiệm vụ I.5 – change"), "\(proposed)")
  }

  /// Without a name it is not clear that a new file is meant.
  @Test func proposesANewFileByItsName() throws {
    try write(Self.new, to: office.office.scratch.path + "/moi.rules")
    let unclear = try office("rules", "propose", office.office.scratch.path + "/moi.rules", "--because", "x")
    #expect(unclear.code == 1 && unclear.errors.contains("--for: plan.rules; for a new file"), "\(unclear)")
    for name in ["../moi.rules", "/tmp/moi.rules", "moi.txt", "a/.moi.rules", ".rules"] {
      #expect(try propose(Self.new, "--for", name).errors.contains("it is not clear"), "\(name)")
    }
    let proposed = try propose(Self.apart, "--for", "a/b/moi.rules")
    #expect(proposed.output.hasPrefix("→ a/b/moi.rules: nhiệm vụ I.5 – add\n"), "\(proposed)")
    #expect(proposed.errors.contains("the file is proposed as a new one"), "\(proposed)")
    try Folder.make(folder + "/a/b")
    try write(Self.apart.replacing("I.5", with: "I.6"), to: folder + "/a/b/moi.rules")
    let refused = try office("proposals", "accept", "1")
    #expect(refused.code == 1 && refused.errors.contains("has a file a/b/moi.rules now"), "\(refused)")
    #expect(unlink(folder + "/a/b/moi.rules") == 0 && rmdir(folder + "/a/b") == 0)
    let accepted = try office("proposals", "accept", "1")
    #expect(accepted.output.contains("+ kh/I.5@once: Thursday 1 April 2027"), "\(accepted)")
    #expect(try text(folder + "/a/b/moi.rules") == Self.apart)
  }

  /// The folder may differ from what is in force already: that is not of this proposal.
  @Test func tellsOnlyWhatTheProposalMoves() throws {
    try write(try replacing("30/6/2027", "15/6/2027", in: text()))
    let mended = try replacing(
      Self.title + "\n  chủ trì: Phòng A", Self.mended + "\n  chủ trì: Văn phòng\n  phối hợp: Phòng A", in: text())
    #expect(try propose(mended).code == 0)
    let shown = try office("proposals", "show", "1")
    #expect(
      shown.output.hasSuffix(
        """
        not changed: plan.rules
          nhiệm vụ I.2, chủ trì: Phòng A → Văn phòng
          nhiệm vụ I.2, title: Kế hoạch kiểm tra → Kế hoạch thanh tra
          nhiệm vụ I.2, phối hợp: (none) → Phòng A
          * I.2: led by Văn phòng instead of Phòng A.
          * I.2: supported by Phòng A from now on.
          no day changes

        """), "\(shown)")
  }

  /// A decision needs words; after it the same can be proposed again, at the same second too.
  @Test func proposesAgainWhatWasRefused() throws {
    let after = try replacing(Self.title, Self.mended, in: text())
    try write(after, to: copy)
    let wordless = try office("rules", "propose", copy, "--because", " \t")
    #expect(wordless.code == 1 && wordless.errors.contains("the reason is empty"), "\(wordless)")
    #expect(try propose(after).code == 0)
    for reason in ["", "  \n"] {
      let refused = try office("proposals", "refuse", "1", "--because", reason)
      #expect(refused.code == 1 && refused.errors.contains("the reason is empty"), "\(refused)")
    }
    #expect(try office("proposals", "refuse", "1", "--because", "chưa cần").code == 0)
    // 8 March 2027, 10:00 in Việt Nam.
    let again = try office("proposals", "refuse", "1", "--because", "chưa cần")
    #expect(again.errors.contains("at 08/3/2027 10:00"), "\(again)")
    let proposed = try propose(after)
    #expect(proposed.output.contains("Proposal 2 waits"), "\(proposed)")
  }
}
