import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Outbox
import Presentation
import Reminders
import RuleSyntax
import Templates

/// What happened to a duty, and who was told of it, the oldest first; of classified work nothing.
struct DutyTrail {
  static let shape: [String: TemplateShape] = [
    "hasTrail": .truth,
    "trail": .list(["when": .text, "who": .text, "what": .text, "detail": .text, "class": .text]),
  ]

  let values: [String: TemplateValue]

  private struct Entry {
    var at: Instant
    var who: String
    var what: String
    var detail: String
    var colour: String
  }

  /// Fails if the log of messages cannot be read.
  init(_ item: UpcomingItem, _ history: [SiteModel.KnownFact], _ visit: Visit) throws(OperationFailure) {
    let wording = FactWording(visit.rules, visit.wording)
    var entries = history.compactMap { known -> Entry? in
      guard let entry = known.record?.entry else { return nil }
      let what = wording.text(of: known.fact.body)
      // The words of some facts have the document already.
      let document = entry.document.flatMap { what.contains($0) ? nil : $0 }
      let details = [
        entry.onBehalfOf.map { "→ \(SideWording.text($0, visit.rules, visit.language))" }, document,
        Submission.shown(entry.note, visit.language),
      ].compactMap { $0 }
      return Entry(
        at: Instant(seconds: Int64(entry.recordedAt)), who: visit.author(of: entry), what: what,
        detail: details.joined(separator: " · "), colour: Self.colour(known.fact.body.kind))
    }
    let told = item.duty.isClassified ? nil : try visit.model.told(of: item, in: visit.operations)
    for step in told ?? [] {
      let unit = LetterRow.title(of: step.recipient, visit)
      entries.append(
        Entry(
          at: step.slot, who: visit.say("Gửi \(unit)", "To \(unit)"), what: step.reason.text(in: visit.language),
          detail: Self.words(step.state).text(in: visit.language), colour: ""))
    }
    values = [
      "hasTrail": .truth(!entries.isEmpty),
      "trail": .list(
        entries.sorted { $0.at < $1.at }.map { entry in
          [
            "when": .text(visit.dates.moment(visit.model.civil(entry.at))), "who": .text(entry.who),
            "what": .text(entry.what), "detail": .text(entry.detail), "class": .text(entry.colour),
          ]
        }),
    ]
  }

  private static func words(_ state: MessageDelivery.State) -> Bilingual {
    switch state {
    case .sent: .init(vi: "", en: "")
    case .pending: .init(vi: "chưa gửi được", en: "not delivered yet")
    case .dead: .init(vi: "không gửi được", en: "not delivered")
    }
  }

  private static func colour(_ kind: FactKind) -> String {
    switch kind {
    case .done, .confirmed, .waived: "done"
    case .reported: "sent"
    case .returned, .extensionRefused, .undone: "late"
    case .extensionAsked, .explanationAsked: "soon"
    case .accepted, .progress, .assigned: "open"
    default: ""
    }
  }
}
