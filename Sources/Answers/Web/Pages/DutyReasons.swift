import Diagnostics
import Expansion
import Operations
import Presentation
import Templates

/// Why a duty has its day: a sentence for each step, with where it comes from.
struct DutyReasons {
  static let shape: [String: TemplateShape] = [
    "steps": .list(["sentence": .text, "source": .text]), "delay": .text,
  ]

  let values: [String: TemplateValue]

  init(_ item: UpcomingItem, _ history: [SiteModel.KnownFact], _ visit: Visit) {
    let duty = item.duty
    let explanation = Explanation(visit.rules, visit.wording)
    let facts = FactWording(visit.rules, visit.wording)
    var granted = ""
    var steps = duty.derivation.compactMap { step -> (String, String)? in
      switch step {
      case .rule(let text):
        return (visit.say("Kế hoạch ghi hạn: “\(text)”.", "The plan says: “\(text)”."), Self.place(duty, visit))
      case .fact(let text, _, let number):
        let fact = history.first { $0.fact.line == number }?.fact
        guard fact?.body.kind != .extended else {
          // The step after it says the same.
          granted = Self.source(number, history, visit)
          return nil
        }
        let words = fact.map { facts.text(of: $0.body) } ?? "“\(text)”"
        return (visit.say("Đã ghi nhận: \(words).", "Recorded: \(words)."), Self.source(number, history, visit))
      case .extended: return (explanation.sentences(for: [step]).joined(separator: " "), granted)
      default: return (explanation.sentences(for: [step]).joined(separator: " "), "")
      }
    }
    // What was told on the way has a place of its own on the page.
    let conclusions = explanation.conclusions(for: duty) + (explanation.confirmation(of: duty).map { [$0] } ?? [])
    steps += conclusions.map { ($0, "") }
    values = [
      "steps": .list(steps.map { ["sentence": .text($0.0), "source": .text($0.1)] }),
      "delay": .optional(visit.model.delay(of: item).map { DelayWording(visit.wording).text(of: $0) + "." }),
    ]
  }

  /// `Cải cách hành chính năm 2024, mục I, số 2.5`
  private static func place(_ duty: AnyDuty, _ visit: Visit) -> String {
    let task = visit.rules.tasks[duty.task]
    let section = task.section.map {
      visit.say(", mục \(visit.rules.sections[$0].id)", ", section \(visit.rules.sections[$0].id)")
    }
    let number = task.printedNumber.map { visit.say(", số \($0)", ", no. \($0)") }
    return visit.rules.plans[task.plan].title + (section ?? "") + (number ?? "")
  }

  /// `ghi nhận số 12 của lan, Thứ Tư, 04/09/2024`
  private static func source(_ number: Int, _ history: [SiteModel.KnownFact], _ visit: Visit) -> String {
    guard let entry = history.lazy.compactMap(\.record).first(where: { $0.sequence == number })?.entry else {
      return ""
    }
    let day = visit.model.civil(.init(seconds: Int64(entry.recordedAt))).day
    let document = entry.document.map { "; \($0)" } ?? ""
    return visit.say(
      "ghi nhận số \(number) của \(visit.author(of: entry)), \(visit.dates.long(day))\(document)",
      "fact \(number) by \(visit.author(of: entry)), \(visit.dates.long(day))\(document)")
  }
}
