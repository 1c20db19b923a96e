import CivilCalendar
import Diagnostics
import Expansion
import Rules
import TestSupport
import Testing

@testable import Presentation

/// What is told when something is recorded, for every kind of fact on work in every state.
@Suite("What recording says that it changes")
struct DutyChangeTextTests {
  private static let today = day("2024-04-05")
  /// A book of each task alone, by its id.
  private let books: [String: RuleSet]

  init() {
    books = Self.deadlines.mapValues { due in
      let plan = SmallOffice.plan(
        SmallOffice.task("T", due, more: "  xác nhận: Giám đốc"), units: "đơn vị tv: Thư viện\n\nđơn vị gd: Giám đốc\n")
      let text = SmallOffice.calendar + SmallOffice.policy + plan
      return RuleBook.read(own: [SourceText(name: "plan.rules", text: text)]).rules
    }
    #expect(books.values.allSatisfy { $0.tasks.count == 1 })
  }

  /// 1 April 2024 is a Monday.
  private static let deadlines = [
    "dated": "chậm nhất 01/4/2024", "waiting": "trong 10 ngày kể từ ngày Bộ công bố",
    "bounded": "trong 10 ngày kể từ ngày Bộ công bố, chậm nhất 31/12/2024", "standing": "thường xuyên",
  ]

  /// Each state by the facts that lead to it, about the task `T`.
  private static let states: KeyValuePairs = [
    "open": "",
    "reported": "báo cáo hoàn thành kh/T kỳ once ngày 30/3/2024",
    "reported late": "báo cáo hoàn thành kh/T kỳ once ngày 04/4/2024",
    "returned": "báo cáo hoàn thành kh/T kỳ once ngày 30/3/2024\ntrả lại kh/T kỳ once ngày 01/4/2024 vì thiếu",
    "asked": "xin gia hạn kh/T kỳ once ngày 30/3/2024 đến 09/4/2024 vì chờ",
    "refused":
      "xin gia hạn kh/T kỳ once ngày 30/3/2024 đến 09/4/2024 vì chờ\nkhông đồng ý gia hạn kh/T kỳ once ngày 31/3/2024 vì gấp",
    "extended": "gia hạn kh/T kỳ once đến 08/4/2024 theo 1",
    "done": "kh/T kỳ once xong ngày 29/3/2024",
    "done late": "kh/T kỳ once xong ngày 04/4/2024",
    "done, day unknown": "kh/T kỳ once xong không rõ ngày",
    "confirmed":
      "báo cáo hoàn thành kh/T kỳ once ngày 30/3/2024\nxác nhận kh/T kỳ once ngày 01/4/2024",
    "waived": "miễn kh/T kỳ once vì thừa",
  ]

  private static let acts: KeyValuePairs = [
    "done": "kh/T kỳ once xong ngày 03/4/2024",
    "set": "ấn định kh/T kỳ once hạn vào ngày 10/4/2024 theo 2",
    "extended": "gia hạn kh/T kỳ once đến 11/4/2024 theo 2",
    "waived": "miễn kh/T kỳ once vì thôi",
    "undone": "mở lại kh/T kỳ once vì nhầm",
    "reassigned": "chuyển kh/T kỳ once cho tv",
    "silenced": "ngừng nhắc kh/T kỳ once đến 20/4/2024 vì chờ",
    "accepted": "tiếp nhận kh/T kỳ once ngày 03/4/2024",
    "progress": "tiến độ kh/T kỳ once ngày 03/4/2024: 40%",
    "assigned": "giao kh/T kỳ once cho An",
    "reported": "báo cáo hoàn thành kh/T kỳ once ngày 03/4/2024",
    "confirmed": "xác nhận kh/T kỳ once ngày 05/4/2024",
    "returned": "trả lại kh/T kỳ once ngày 05/4/2024 vì sai",
    "returned with a day": "trả lại kh/T kỳ once ngày 05/4/2024, hạn mới 11/4/2024 vì sai",
    "extensionAsked": "xin gia hạn kh/T kỳ once ngày 03/4/2024 đến 11/4/2024 vì chờ",
    "extensionRefused": "không đồng ý gia hạn kh/T kỳ once ngày 05/4/2024 vì gấp",
    "extensionWithdrawn": "rút đề nghị gia hạn kh/T kỳ once ngày 05/4/2024",
    "explanationAsked": "yêu cầu giải trình kh/T kỳ once ngày 05/4/2024 vì trễ",
    "explained": "giải trình kh/T kỳ once ngày 05/4/2024: chờ",
    "event": "kh/x ngày 01/4/2024",
    "event withdrawn": "hủy ghi nhận kh/x",
  ]

  private func expander(_ facts: String, _ task: String) throws -> Expander {
    let rules = try #require(books[task])
    let read = FactFile.read(SourceText(name: "f", text: facts + "\n"), rules: rules)
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.words.en))")
    return Expander(rules, facts: read.facts)
  }

  private func changes(_ before: Expander, _ facts: String, _ act: String, _ task: String) throws -> [DutyChange] {
    DutyChange.between(
      before, try expander(facts + "\n" + act, task), in: DayRange(first: .first, last: day("2025-12-31")))
  }

  /// The summary and the line about the task.
  private func said(_ changes: [DutyChange], _ rules: RuleSet, _ language: Language = .vi) -> String {
    let text = DutyChangeText(rules, language, today: Self.today)
    return ([text.summary(of: changes)] + text.lines(of: changes)).joined(separator: " | ")
  }

  private func said(_ task: String, _ state: String, _ act: String, _ language: Language = .vi) throws -> String {
    let facts = try #require(Self.states.first { $0.key == state }).value
    let line = try #require(Self.acts.first { $0.key == act }).value
    let before = try expander(facts, task)
    return said(try changes(before, facts, line, task), before.rules, language)
  }

  /// Due on Monday 1 April, and ten days after an event that has not come, with a confirmer.
  @Test("What changes is said, and what stays as it is where it would seem to be lost")
  func examples() throws {
    let reported = "(đã báo cáo, chờ xác nhận)"
    for (task, state, act, expected) in [
      ("dated", "open", "extended", "1 việc đổi hạn | T: thứ Hai 01/4/2024 → thứ Năm 11/4/2024 (đã gia hạn)"),
      (
        "dated", "reported", "extended",
        "1 việc đổi hạn | T: thứ Hai 01/4/2024 \(reported) → thứ Năm 11/4/2024 (đã gia hạn; đã báo cáo, chờ xác nhận)"
      ),
      (
        "waiting", "reported", "set",
        "1 việc có hạn mới | T: chờ Bộ công bố \(reported) → thứ Tư 10/4/2024 \(reported)"
      ),
      (
        "dated", "reported", "returned with a day",
        "1 việc đổi hạn | T: thứ Hai 01/4/2024 \(reported) → thứ Năm 11/4/2024 (hạn mới; bị trả lại)"
      ),
      (
        "dated", "reported", "confirmed",
        "1 việc được đóng | T: thứ Hai 01/4/2024 \(reported) → đã xong, đúng hạn (30/3/2024)"
      ),
      (
        "dated", "asked", "extended",
        "1 việc đổi hạn | T: thứ Hai 01/4/2024 (đang xin gia hạn) → thứ Năm 11/4/2024 (đã gia hạn)"
      ),
      ("dated", "done", "undone", "1 việc được mở lại | T: đã xong, đúng hạn (29/3/2024) → thứ Hai 01/4/2024"),
      ("dated", "done", "waived", "1 việc đổi tình trạng | T: đã xong, đúng hạn (29/3/2024) → được miễn"),
      (
        "dated", "done late", "extended",
        "1 việc đổi hạn | T: đã xong, trễ hạn (04/4/2024), hạn 01/4/2024 → đã xong, đúng hạn (04/4/2024), hạn 11/4/2024"
      ),
      ("dated", "done, day unknown", "extended", "không việc nào thay đổi"),
      ("waiting", "waived", "event", "không việc nào thay đổi"),
    ] {
      #expect(try said(task, state, act) == expected, "\(task), \(state), \(act)")
    }
    #expect(
      try said("dated", "reported", "extended", .en)
        == "1 duty moves | T: Monday 1 April 2024 (reported, to be confirmed) → Thursday 11 April 2024 "
        + "(extended; reported, to be confirmed)")
  }

  @Test("Every kind of fact in every state: old and new differ, and a report that is still there is told on both sides")
  func table() throws {
    let happened = "kh/x ngày 25/3/2024\n"
    for (task, event) in [("dated", ""), ("waiting", ""), ("waiting", happened), ("bounded", ""), ("standing", "")] {
      for (state, own) in Self.states {
        let facts = event + own
        let before = try expander(facts, task)
        for (act, line) in Self.acts {
          let changes = try changes(before, facts, line, task)
          for language in [Language.vi, .en] {
            let said = said(changes, before.rules, language)
            let place = "\(task), \(state), \(act): \(said)"
            #expect(changes.count <= 1, "\(place)")
            let sides =
              said.components(separatedBy: " | ").last?.components(separatedBy: ": ").dropFirst()
              .joined(separator: ": ").components(separatedBy: " → ") ?? []
            guard sides.count == 2, let change = changes.first else { continue }
            #expect(sides[0] != sides[1], "\(place)")
            guard ![.handedOver, .silenced, .told].contains(change.kind) else { continue }
            let word = StatusWording.text(of: .reported, language)
            #expect(sides[0].contains(word) == (change.before?.report != nil), "\(place)")
            #expect(sides[1].contains(word) == (change.after?.report != nil), "\(place)")
          }
        }
      }
    }
  }
}
