import Diagnostics
import Operations
import Presentation
import Proposals
import Reminders
import StateFolder

/// How far a proposal is that was accepted: what was asked of who writes the rule folder, and the answer.
struct ProposalProgress {
  /// After so many seconds it is said that no answer came, and the proposal can be accepted again.
  private static let patience: Int64 = 60

  /// Empty where nothing is under way.
  private(set) var applying = ""
  /// That no answer came, and what to look at; empty where one is not to be expected yet.
  private(set) var unanswered: [String] = []
  /// Whether a request lies there that may be at work: then nobody refuses or withdraws what it applies.
  private(set) var isAsked = false
  private(set) var faults: [RowProposals.Fault] = []

  init(_ proposal: Proposal, _ visit: Visit) {
    guard proposal.decision == nil, let state = visit.stateFolder else { return }
    let name = visit.route.value(ProposalPage.request)
    if let name, let answer = state.answer(to: name, by: .editor), answer.exitCode != 0 {
      faults = [.init(name: nil, words: answer.words)]
    }
    let asked = Self.asked(proposal.number, state)
    isAsked = asked != nil
    let now = Int64(visit.operations.now)
    // Its answer is kept for a day, and what was answered asks no more.
    let named = faults.isEmpty ? name.flatMap(Self.second).flatMap { now - $0 <= 86_400 ? $0 : nil } : nil
    guard let last = [asked, named].compactMap(\.self).max() else { return }
    guard Self.isUnanswered(last, now) else {
      applying = visit.say(
        "Đã chấp nhận; đang áp dụng vào quy tắc. Tải lại trang này sau ít giây.",
        "It was accepted and is being applied to the rules. Load this page again in some seconds.")
      return
    }
    unanswered = Self.words(of: last, proposal.number, visit)
  }

  private static func isUnanswered(_ second: Int64, _ now: Int64) -> Bool { now - second > patience }

  private static func words(of second: Int64, _ number: Int64, _ visit: Visit) -> [String] {
    let moment = visit.dates.moment(visit.model.civil(Instant(seconds: second)))
    let said = visit.say(
      "Đã chấp nhận lúc \(moment), đến nay chưa có trả lời của dịch vụ áp dụng (nhacviec-edit).",
      "It was accepted at \(moment), and the service that applies it (nhacviec-edit) has not answered.")
    guard visit.isAdministrator else { return [said] }
    let command = visit.say(
      "Không dùng dịch vụ ấy thì có lệnh: nhacviec proposals accept \(number)",
      "Without that service there is: nhacviec proposals accept \(number)")
    let advice = advice(visit)
    return [said, advice[0], command] + advice.dropFirst()
  }

  /// What to look at on the machine where requests to the editor of rows have no answer.
  static func advice(_ visit: Visit) -> [String] {
    [
      visit.say(
        "Trên máy chủ xem: systemctl status nhacviec-edit.path nhacviec-edit; journalctl -u nhacviec-edit. Lượt nhắc đang gửi thư "
          + "thì dịch vụ chờ lượt ấy xong.",
        "Look on the machine at: systemctl status nhacviec-edit.path nhacviec-edit; journalctl -u nhacviec-edit. While a round "
          + "sends letters the service waits for it."),
      visit.say(
        "Chạy nhacviecd --foreground thì không có dịch vụ ấy; sau mỗi lần chấp nhận hoặc gửi bảng, chạy trên máy chủ: nhacviec proposals apply",
        "With nhacviecd --foreground there is no such service; after each acceptance or register run on the machine: nhacviec proposals apply"
      ),
    ]
  }

  /// The second in which a request was made, with which its name begins.
  static func second(_ name: String) -> Int64? { name.split(separator: ".").first.flatMap { Int64($0) } }

  /// When it was last asked that the proposal be applied, of the requests that have no answer; nil if there is none.
  private static func asked(_ number: Int64, _ state: StateFolder) -> Int64? {
    Spool(state.requests(to: .editor)).entries().compactMap { entry in
      guard case .acceptProposal(number, _, _)? = entry.request else { return nil }
      return second(entry.name)
    }.max()
  }

  /// Whether a request lies there that may be at work.
  static func isAsked(_ number: Int64, _ state: StateFolder) -> Bool { asked(number, state) != nil }

  /// Whether it was asked just now, so that a click too many asks nothing.
  static func isAskedJustNow(_ number: Int64, _ state: StateFolder, at now: Int64) -> Bool {
    asked(number, state).map { !isUnanswered($0, now) } ?? false
  }

  /// Why there can be no request of that name; nil if there can.
  static func fault(of route: Route) -> Problem? {
    guard let name = route.value(ProposalPage.request) else { return nil }
    return isName(name) ? nil : .bad(.init(vi: "không có yêu cầu này", en: "there is no such request"))
  }

  /// Whether requests are named so.
  static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { (1...20).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }
}
