import FactLog
import Presentation
import RuleFiles
import Settings
import StateFolder
import TestSupport
import Testing

@testable import nhacviec

/// What other rules change besides days: who does the work, who confirms it, how it is reminded of.
@Suite("Work in other hands")
struct HandChangeTests {
  private let scratch: ScratchFolder
  private let log = MemoryFactLog()

  private static let plan = """
    kế hoạch kh: Kế hoạch
      năm: 2024
      lịch: Việt Nam
      ban hành: 04/01/2024
      đầu mối: Văn phòng
      xác nhận: Phòng B

    đơn vị vp: Văn phòng

    đơn vị a: Phòng A

    đơn vị b: Phòng B

    đơn vị c: Phòng C

    nhiệm vụ I.1: Báo cáo
      chủ trì: Phòng A
      hạn: hằng quý, trước ngày 17 tháng cuối quý

    nhiệm vụ I.2: Rà soát
      chủ trì: Phòng A
      phối hợp: Phòng C
      hạn: chậm nhất 30/11/2024

    """

  init() throws {
    scratch = try ScratchFolder(["rules/plan.rules": Self.plan, "nhacviec.toml": ""])
    try #require(run("rules", "promote") != nil)
  }

  private var rules: String { scratch.path + "/rules" }

  /// What a command prints; nil if it fails. It is 20 June 2024, 09:00 in Việt Nam.
  private func run(_ arguments: String..., language: Language = .en) throws -> String? {
    let (output, errors) = (OutputSink.inMemory(), OutputSink.inMemory())
    var environment = CommandEnvironment(
      output: output, errors: errors,
      folders: ProgramFolders(
        rules: rules, share: nil, program: repository.path, current: nil, state: scratch.path + "/state"),
      language: language, isColoured: false, width: 1000, now: 1_718_848_800, input: { [] })
    environment.world.recorder = "lan"
    environment.world.openFacts = { [log] (_, access) throws(StoreFailure) in
      if access == .reading, try log.head() == .empty { throw .missing }
      return log
    }
    let all =
      arguments + (arguments.starts(with: ["rules", "promote"]) ? ["--config", scratch.path + "/nhacviec.toml"] : [])
    let command = try #require(try Nhacviec.parseAsRoot(all) as? any EnvironmentCommand)
    let code = command.run(in: environment).rawValue
    if code != 0 { Issue.record("\(arguments): \(errors.text)") }
    return code == 0 ? output.text : nil
  }

  /// What differs but days, once the plan is changed so.
  private func hands(_ changes: (String, String)..., language: Language = .en) throws -> [String] {
    var text = Self.plan
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacingOccurrences(of: old, with: new)
    }
    try WholeFile.replace(rules + "/plan.rules", with: text)
    let diff = try #require(try run("rules", "diff", language: language))
    return diff.split(separator: "\n").filter { $0.hasPrefix("* ") }.map { String($0.dropFirst(2)) }
  }

  private let second = "nhiệm vụ I.2: Rà soát\n  chủ trì: Phòng A\n  phối hợp: Phòng C\n"

  /// Of the four quarters the third was handed to another unit, which the row does not change. Phòng B would confirm its own
  /// work; it has no superior, and the plan no leader.
  @Test("Another lead, for what no fact gave to somebody else, and that nobody is left who can confirm it")
  func leads() throws {
    _ = try run("reassign", "I.1@2024-Q3", "Phòng C", "--by", "5/TB", "--yes")
    let change = ("Báo cáo\n  chủ trì: Phòng A", "Báo cáo\n  chủ trì: Phòng B")
    #expect(
      try hands(change) == [
        "I.1: led by Phòng B instead of Phòng A (3 of 4 open duties).",
        "I.1: nobody can confirm it, since who confirms is one of its leads: once reported it is done (3 of 4 "
          + "open duties).",
      ])
    #expect(
      try hands(change, language: .vi) == [
        "I.1: do Phòng B chủ trì, thay vì Phòng A (3 trong 4 việc chưa xong).",
        "I.1: không ai xác nhận được, vì bên xác nhận cũng là đơn vị chủ trì; báo cáo là xong ngay (3 trong 4 việc "
          + "chưa xong).",
      ])
    // With a superior that one confirms instead.
    #expect(
      try hands(change, ("đơn vị b: Phòng B\n", "đơn vị b: Phòng B\n  cấp trên: Văn phòng\n")) == [
        "I.1: led by Phòng B instead of Phòng A (3 of 4 open duties).",
        "I.1: confirmed by Văn phòng instead of Phòng B (3 of 4 open duties).",
      ])
  }

  @Test("Other supporting units; who leads from now on does not stop helping")
  func supports() throws {
    #expect(
      try hands((second, second.replacingOccurrences(of: "Phòng C", with: "Phòng B; Văn phòng"))) == [
        "I.2: supported by Phòng B; Văn phòng from now on.", "I.2: no longer supported by Phòng C.",
      ])
    let swapped = "nhiệm vụ I.2: Rà soát\n  chủ trì: Phòng C\n  phối hợp: Phòng A\n"
    #expect(
      try hands((second, swapped), language: .vi) == [
        "I.2: do Phòng C chủ trì, thay vì Phòng A.", "I.2: thêm Phòng A phối hợp.",
      ])
    // Each on its own: the duties are others, and are compared as a whole.
    #expect(
      try hands(
        (
          second,
          second.replacingOccurrences(
            of: "chủ trì: Phòng A", with: "chủ trì: Phòng A (từng đơn vị); Văn phòng (từng đơn vị)")
        )
      )
        == ["I.2: led by Phòng A; Văn phòng instead of Phòng A."])
  }

  @Test("Another confirmer, or none, of several tasks in one sentence; also where a report waits")
  func confirmers() throws {
    _ = try run("done", "I.2", "--on", "18/6/2024", "--yes")
    #expect(
      try hands(("  xác nhận: Phòng B\n", "  xác nhận: Văn phòng\n")) == [
        "I.1, I.2: confirmed by Văn phòng instead of Phòng B."
      ])
    #expect(
      try hands(("  xác nhận: Phòng B\n", "")) == [
        "I.1, I.2: nobody confirms it any more: once reported it is done."
      ])
    #expect(
      try hands(("  xác nhận: Phòng B\n", ""), language: .vi) == [
        "I.1, I.2: không ai xác nhận nữa; báo cáo là xong ngay."
      ])
  }

  @Test("Another policy, or one of that name that says something else; a new task that nobody can confirm")
  func policies() throws {
    #expect(
      try hands((second, second + "  nhắc: trước 3 ngày\n")) == [
        "I.2: reminded of by “trước 3 ngày” instead of “tiêu chuẩn”."
      ])
    let task = "nhiệm vụ I.3: Tổng kết\n  chủ trì: Phòng B\n  hạn: chậm nhất 30/11/2024\n\n"
    #expect(
      try hands((second, task + second), language: .vi) == [
        "I.3: không ai xác nhận được, vì bên xác nhận cũng là đơn vị chủ trì; báo cáo là xong ngay."
      ])
    let own = [(second, second + "  nhắc: gấp\n"), ("đơn vị vp", "cách nhắc gap: gấp\n  trước: 3 ngày\n\nđơn vị vp")]
    #expect(try hands(own[0], own[1]) == ["I.2: reminded of by “gấp” instead of “tiêu chuẩn”."])
    _ = try run("rules", "promote")
    #expect(
      try hands(own[0], own[1], ("trước: 3 ngày", "trước: 5 ngày")) == [
        "I.2: its reminders, “gấp”, are others than before."
      ])
  }

  @Test("Of classified work nothing of it") func classified() throws {
    let secret = Self.plan.replacingOccurrences(of: "  hạn: chậm nhất", with: "  độ mật: Mật\n  hạn: chậm nhất")
    try WholeFile.replace(rules + "/plan.rules", with: secret)
    _ = try run("rules", "promote")
    #expect(
      try hands(
        ("  hạn: chậm nhất", "  độ mật: Mật\n  hạn: chậm nhất"),
        (second, second.replacingOccurrences(of: "chủ trì: Phòng A", with: "chủ trì: Văn phòng"))) == [])
  }
}
