import CivilCalendar
import Deadlines
import Expansion
import Operations
import Presentation
import Rules
import Templates

/// What changed rows mean: their wordings, their next days, and the duties that come, go or move.
struct DraftCard {
  static let shape: [String: TemplateShape] = [
    "meanings": .list(["label": .text, "text": .text]), "hasMeanings": .truth,
    "days": .list(["key": .text, "words": .text]), "hasDays": .truth, "warnings": .texts,
    "dutySummary": .text, "hands": .texts, "hasHands": .truth, "duties": .list(ChangedDuty.shape), "moreDuties": .text,
    "hasDuties": .truth,
    "losses": .list(["text": .text, "items": .texts, "hasItems": .truth]), "isLosing": .truth, "lossAdvice": .text,
  ]

  private static let (mostDays, mostDuties, mostLost) = (8, 60, 20)

  let values: [String: TemplateValue]

  init(_ preview: ProposalPreview, _ visit: Visit) {
    let tasks = preview.tasks.filter { !preview.isSecret($0) }
    let changes = preview.duties(visit.language)
    let hands = preview.hands(visit.language)
    let days = tasks.flatMap { Self.days(of: $0, preview, visit) }
    let meanings = tasks.flatMap { Self.meanings(of: $0, preview.rules, visit) }
    values = [
      "meanings": .list(meanings), "hasMeanings": .truth(!meanings.isEmpty),
      "days": .list(days), "hasDays": .truth(!days.isEmpty),
      "warnings": .list(
        (Self.past(changes, visit) + preview.warnings.map { $0.text(in: visit.language).asBeginning }).map { .text($0) }
      ),
      "dutySummary": .text(ChangedDuty.summary(changes, visit)),
      "hands": .list(hands.map { .text($0) }), "hasHands": .truth(!hands.isEmpty),
      "duties": .list(changes.prefix(Self.mostDuties).map { ChangedDuty.values($0, isThere: false, visit) }),
      "hasDuties": .truth(!changes.isEmpty),
      "losses": .list(preview.losses(visit.language).map { Self.values(ofLost: $0.words, $0.items, visit) }),
      "isLosing": .truth(preview.isLosing), "lossAdvice": .text(ProposalPreview.lossAdvice.text(in: visit.language)),
      "moreDuties": .text(
        changes.count <= Self.mostDuties
          ? ""
          : visit.say("… và \(changes.count - Self.mostDuties) khác", "… and \(changes.count - Self.mostDuties) more")),
    ]
  }

  /// What would be lost in one way, of many items the first.
  private static func values(ofLost words: String, _ items: [String], _ visit: Visit) -> [String: TemplateValue] {
    let more = items.count - mostLost
    let shown = items.prefix(mostLost) + (more > 0 ? [visit.say("… và \(more) khác", "… and \(more) more")] : [])
    return [
      "text": .text(words.asBeginning + (items.isEmpty ? "" : ":")), "items": .list(shown.map { .text($0) }),
      "hasItems": .truth(!items.isEmpty),
    ]
  }

  /// That duties would have a day that is past: they are overdue at once, or to be settled.
  private static func past(_ changes: [RuleDifference.Change], _ visit: Visit) -> [String] {
    let count = changes.count {
      !$0.isClassified && $0.kind != .renamed && $0.new?.day.map { $0 < visit.today } ?? false
    }
    guard count > 0 else { return [] }
    return [
      visit.say(
        "\(visit.number(count)) việc sẽ có hạn đã qua ngày hôm nay: quá hạn ngay, hoặc phải làm rõ.",
        (count == 1
          ? "1 duty would have a day that is past: it is"
          : "\(visit.number(count)) duties would have a day that is past: they are")
          + " overdue at once, or to be settled.")
    ]
  }

  /// How the program understands each due line.
  private static func meanings(of task: TaskID, _ rules: RuleSet, _ visit: Visit) -> [[String: TemplateValue]] {
    rules.tasks[task].due.map { line in
      let label = line.label.map { visit.say("Đọc là (\($0))", "Read as (\($0))") } ?? visit.say("Đọc là", "Read as")
      return [
        "label": .text(label),
        "text": .text(CanonicalWording(visit.language == .vi ? .vi : .en).text(of: line.deadline)),
      ]
    }
  }

  /// The next duties of a task that are not closed.
  private static func days(of task: TaskID, _ preview: ProposalPreview, _ visit: Visit) -> [[String: TemplateValue]] {
    let wording = ItemWording(preview.rules, visit.wording, today: visit.today)
    let names = RuleNames(rules: preview.rules, language: visit.language)
    let open = preview.items(of: task).filter { item in
      item.duty.closed == nil && (item.dueDay.map { $0 >= visit.today } ?? true)
    }
    return open.prefix(mostDays).map { item in
      let owner = item.duty.id.unit == nil ? "" : names.recipients(item.duty.leads)
      let key = item.duty.id.key == "once" ? "" : wording.period(item.duty.id).asBeginning
      let day = item.duty.days.map { days in
        let day = visit.dates.long(days.effective)
        guard let time = days.cutoff.map(visit.wording.time) else {
          return visit.say("hết \(day)", "by the end of \(day)")
        }
        return visit.say("trước \(time) \(day)", "before \(time) on \(day)")
      }
      return [
        "key": .text([key, owner].filter { !$0.isEmpty }.joined(separator: " · ")),
        "words": .text(
          item.duty.days?.pending == nil
            ? day ?? wording.when(item)
            : wording.when(item)),
      ]
    }
  }
}
