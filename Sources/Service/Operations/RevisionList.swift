package import Presentation
import Revisions
import StateFolder

/// Lists the revisions of the rules, which one is live, and what waits, for the command `rules list`.
package struct RevisionList {
  private let store: RevisionStore
  private let live: Int?
  private let shown: [Int]
  private let state: String?
  private let operations: OperationContext

  /// - Parameters:
  ///   - limit: how many are listed, the newest ones; the live one is always among them.
  ///   - state: the state folder that the user named; nil if they named none.
  package init(limit: Int, state: String?, in operations: OperationContext) throws(OperationFailure) {
    guard let store = LoadedRules.revisions(state, in: operations) else {
      throw OperationFailure(vi: "không có thư mục dữ liệu; hãy dùng --state", en: "no state; use --state")
    }
    ClosedState.note(named: state, in: operations)
    do throws(RevisionFailure) { live = try store.liveNumber() } catch { throw OperationFailure([error.diagnostic]) }
    shown = Set(store.numbers().suffix(max(0, limit)) + [live].compactMap { $0 }).sorted()
    (self.store, self.state, self.operations) = (store, state, operations)
  }

  package func text(_ language: Language) -> String {
    var text = shown.map { line($0, language) }.joined()
    if live == nil {
      text += language.choose(
        vi: "Chưa có quy tắc nào có hiệu lực: nhacviec rules promote.\n",
        en: "No rules are live yet: nhacviec rules promote.\n")
    }
    guard let waiting = store.state.readWaitingRules() else { return text }
    let (hash, since) = (waiting.hash.prefix(12), RoundReportText.moment(.init(seconds: waiting.since)))
    let words = language.choose(
      vi: "Đang chờ xác nhận từ \(since) (\(waiting.author)): \(hash)\n\(waiting.reasons.vi)\n"
        + "Nếu đúng: nhacviec rules accept \(hash)",
      en: "Waiting for acceptance since \(since) (\(waiting.author)): \(hash)\n\(waiting.reasons.en)\n"
        + "If that is right: nhacviec rules accept \(hash)")
    return text + TerminalEscaper.escapeLines(words) + "\n"
  }

  private func line(_ number: Int, _ language: Language) -> String {
    var text = "\(number)  "
    do throws(RevisionFailure) {
      let manifest = try store.manifest(number)
      let promoted = RoundReportText.moment(.init(seconds: manifest.promoted))
      text += "\(promoted)  \(manifest.sources.description.prefix(12))  \(manifest.author)"
      text += "  \(manifest.folder)"
    } catch {
      text += error.diagnostic.words.text(in: language)
    }
    if number == live { text += language.choose(vi: "  ← đang có hiệu lực", en: "  ← live") }
    return TerminalEscaper.escape(text) + "\n"
  }

  /// The rule folder, if it differs from the live revision; otherwise nil. Fails if the live revision is damaged,
  /// because it is read as a whole.
  package func changedFolder() throws(OperationFailure) -> String? {
    guard live != nil else { return nil }
    let loaded = LoadedRules.inForce(BookRequest(state: state), in: operations)
    guard !loaded.hasErrors else { throw OperationFailure(loaded.diagnostics.filter { $0.severity == .error }) }
    return loaded.changedFolder(in: operations)
  }
}
