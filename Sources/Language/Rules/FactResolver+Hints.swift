import Diagnostics
import RuleSyntax

/// Diagnostics that say what to write instead of a line that is no fact.
extension FactResolver {
  /// The task whose id is the first word of `text`; nil also where the whole text is an event's name.
  func task(namedIn text: String) -> TaskID? {
    let line = WordLine(NameText.unbracketed(text))
    var id = line.text(0, 1)
    if let slash = id.lastIndex(of: "/") { id = String(id[id.index(after: slash)...]) }
    let plans = plan.map { [$0] } ?? Array(rules.plans.indices)
    if case .found = event(text, Span(SourceText(name: "", text: ""), 0, 0), forRecord: false) { return nil }
    return plans.compactMap { rules.names.tasks[$0][FoldedName(id)] }.first
  }

  /// Says that *hủy ghi nhận* takes back events alone.
  func namesTask(_ task: TaskID, _ span: Span) -> Diagnostic {
    let id = rules.tasks[task].id
    return Diagnostic(
      .badFact,
      vi: "“hủy ghi nhận” dành cho sự kiện, mà \(id) là nhiệm vụ; việc ghi nhầm là xong thì ghi: mở lại \(id) vì …",
      en:
        "“withdrawn” is for events, and \(id) is a task; if it was recorded as done by mistake: undone \(id) because …",
      at: span)
  }

  /// Says that only one day can be set; a rhythm belongs into the rule.
  func setsRhythm(_ wording: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      .badDeadline,
      vi:
        "“\(Clipped.text(wording))” là hạn lặp lại, không ấn định bằng ghi nhận được: ghi vào dòng “hạn” của nhiệm vụ, "
        + "hoặc ấn định từng kỳ: ấn định T kỳ 2024-Q1 hạn 16/3/2024",
      en:
        "“\(Clipped.text(wording))” recurs and cannot be scheduled by a fact: write it into the task's “due” line, or "
        + "schedule each occurrence: scheduled T at 2024-Q1: 16 March 2024", at: span)
  }
}
