import Delivery
import Diagnostics
import Presentation
import Reminders
import Revisions
import StateFolder

/// Words the outcome of a promotion.
struct PromotionWords {
  private let result: Result<PromotionOutcome, RulePromotion.Failure>
  private let folder: String
  private let advice: [Bilingual]

  /// - Parameter advice: lines on what the first rounds will meet.
  init(_ result: Result<PromotionOutcome, RulePromotion.Failure>, folder: String, advice: [Bilingual]) {
    self.result = result
    self.folder = folder
    self.advice = advice
  }

  /// What the command prints, and its exit code: 0 if the rules are live, 1 if not, 3 if they wait for acceptance.
  var answer: SpoolAnswer {
    var answer = outcome
    answer.words = ([answer.words] + advice).joined(separator: "\n")
    return answer
  }

  private var outcome: SpoolAnswer {
    switch result {
    case .failure(let failure):
      return SpoolAnswer(exitCode: 1, vi: text([failure.diagnostic], .vi), en: text([failure.diagnostic], .en))
    case .success(.promoted(let number, let diagnostics)):
      let warnings = diagnostics.filter { $0.severity != .remark }
      return SpoolAnswer(
        exitCode: 0, vi: text(warnings, .vi) + "Quy tắc trong \(folder) nay có hiệu lực: bản \(number).",
        en: text(warnings, .en) + "The rules of \(folder) are live: revision \(number).")
    case .success(.unchanged(let number)):
      return SpoolAnswer(
        exitCode: 0, vi: "Không có gì thay đổi: bản \(number) đang có hiệu lực.",
        en: "Nothing changed: revision \(number) is live.")
    case .success(.refused(let diagnostics)):
      let errors = diagnostics.errors
      return SpoolAnswer(
        exitCode: 1, vi: text(errors, .vi) + "Quy tắc có lỗi; bản đang có hiệu lực giữ nguyên.",
        en: text(errors, .en) + "The rules have errors; the live revision stays.")
    case .success(.waits(let waiting)):
      return SpoolAnswer(
        exitCode: 3,
        vi: "Chờ xác nhận vì:\n\(waiting.reasons.vi)\nNếu đúng: nhacviec rules accept \(waiting.hash.prefix(12))",
        en:
          "Acceptance is needed:\n\(waiting.reasons.en)\nIf that is right: nhacviec rules accept \(waiting.hash.prefix(12))"
      )
    case .success(.otherSources(let hash)):
      return SpoolAnswer(
        exitCode: 1, vi: "Thư mục quy tắc đã đổi khác (nay là \(hash.description.prefix(12))); hãy xem lại.",
        en: "The rule folder holds something else by now (\(hash.description.prefix(12))); look again.")
    }
  }

  /// The note to the focal points about rules that were refused or wait for acceptance; nil if there is nothing to
  /// tell.
  func note(at now: Instant) -> ServiceNote? {
    switch result {
    case .success(.refused(let diagnostics)):
      let errors = diagnostics.errors
      let hash = text(errors, .en).utf8.reduce(5381) { ($0 << 5) &+ $0 &+ Int($1) }
      return ServiceEvent.refused(errors: errors.count, name: "\(Zone.vietnam.day(of: now))/\(hash)").note
    case .success(.waits(let waiting)):
      return ServiceEvent.waits(waiting.reasons, name: "\(waiting.hash)").note
    case .success(.promoted), .success(.unchanged), .success(.otherSources), .failure: return nil
    }
  }

  private func text(_ diagnostics: [Diagnostic], _ language: Language) -> String {
    let formatter = DiagnosticFormatter(language, style: TerminalStyle(isColoured: false), width: 100)
    return DiagnosticFormatter.sorted(diagnostics).prefix(20).map { formatter.text(of: $0) }.joined()
  }
}
