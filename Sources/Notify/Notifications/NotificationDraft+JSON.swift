import CivilCalendar
import Expansion
import Presentation
import Reminders

/// The body of a webhook, and the journal's records.
extension NotificationDraft {
  /// The body of a webhook, as Standard Webhooks has it: `{"type","timestamp","data"}`.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("type", "nhacviec.reminder")
      writer.member("timestamp", NotificationDraft.timestamp(message.slot.instant))
      writer.key("data")
      writer.object { writer in
        writer.member("language", language.rawValue)
        writer.member("headline", headline)
        writer.member("recipient", message.recipient.description)
        writer.key("part")
        writer.number(part)
        writer.key("parts")
        writer.number(parts)
        writer.key("notices")
        writer.array { writer in for view in allViews { view.write(to: &writer) } }
      }
    }
    return writer.bytes
  }

  var journal: [JournalRecord] {
    allViews.map { view in
      let notice = view.notice
      var fields = [
        ("SUBJECT", notice.subject.description), ("STEP", view.stepCode),
        ("RECIPIENT", notice.recipient.description),
        ("CHANNEL", notice.channel.rawValue), ("NOTICE", notice.key.description),
        ("SLOT", NotificationDraft.timestamp(notice.slot.instant)), ("ROLE", "\(notice.role)"),
      ]
      if let told = view.toldDay { fields.append(("DUE", told.description)) }
      if let before = notice.toldBefore { fields.append(("DUE_BEFORE", before.description)) }
      if notice.sheet != nil, let head = book.head { fields.append(("FACTS", head.description)) }
      let priority = view.isOverdue ? 4 : notice.urgency >= .high ? 5 : 6
      let words = view.notice.sheet == nil ? view.headline : headline
      return JournalRecord(
        message: TerminalEscaper.escape("\(notice.recipient): \(words)"), priority: priority,
        fields: fields.map { JournalRecord.Field(name: $0.0, value: TerminalEscaper.escape($0.1)) })
    }
  }

  /// `2024-03-24T01:00:00Z` (RFC 3339).
  static func timestamp(_ instant: Instant) -> String {
    let (day, minute) = Zone(fixed: 0).civil(instant)
    let second = Int(((instant.seconds % 60) + 60) % 60)
    return "\(day)T\(two(minute / 60)):\(two(minute % 60)):\(two(second))Z"
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension NoticeView {
  /// The step; of classified work without the day on which it was reported or asked for.
  fileprivate var stepCode: String {
    let code = notice.kind.code
    return isClassified ? String(code.prefix { $0 != "@" }) : code
  }

  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("notice", notice.key.description)
      writer.member("step", stepCode)
      writer.member("role", "\(notice.role)")
      writer.member("urgency", "\(notice.urgency)")
      writer.member("group", "\(group)")
      switch notice.subject {
      case .obligation(let id): write(id, to: &writer)
      case .event(let plan, let event, let key):
        writer.member("plan", plan)
        writer.member("event", event)
        if let key { writer.member("key", key) }
      case .plan(let id): writer.member("plan", id)
      }
      if let day { writer.member("due", day.description) }
      if let before = notice.toldBefore { writer.member("dueBefore", before.description) }
      if !isClassified { writeWords(to: &writer) }
      writer.member("classified", isClassified)
      writer.member("provisional", notice.isProvisional)
      writer.member("late", notice.isLate)
      if let sheet = notice.sheet { write(sheet, to: &writer) }
    }
  }

  private func write(_ id: ObligationID, to writer: inout JSONWriter) {
    writer.member("id", id.description)
    writer.member("plan", id.plan)
    writer.member("task", id.task)
    if let label = id.label { writer.member("label", label) }
    writer.member("key", id.key)
    if let unit = id.unit { writer.member("unit", unit) }
  }

  private func writeWords(to writer: inout JSONWriter) {
    writer.member("title", title)
    if let cutoff {
      writer.member(
        "cutoff", "\(NotificationDraft.two(cutoff.minutes / 60)):\(NotificationDraft.two(cutoff.minutes % 60))")
    }
    if let product { writer.member("product", product) }
    writer.member("leads", (duty?.leads ?? []).map { names.recipient($0) })
    writer.member("supports", (duty?.supports ?? []).map { names.recipient($0) })
    writer.key("reason")
    let words = notice.kind.words(of: notice.told, on: today)
    writer.object { writer in
      writer.member("vi", words.vi)
      writer.member("en", words.en)
    }
  }

  private func write(_ sheet: WeeklySheet, to writer: inout JSONWriter) {
    writer.key("sheet")
    writer.object { writer in
      writer.member("week", sheet.week.description)
      for (name, count) in [
        ("open", sheet.open.count), ("notOpen", sheet.notOpen.count), ("done", sheet.done),
        ("undated", sheet.undated.count), ("reported", sheet.reported.count),
      ] {
        writer.key(text: name)
        writer.number(count)
      }
      writer.member("overdue", sheet.overdue.map(\.description))
      writer.member("dueThisWeek", sheet.dueThisWeek.map(\.description))
      writer.member("silenced", sheet.silenced.map(\.description))
      writer.member("toSettle", sheet.toSettle.map(\.description))
      if let head = book.head { writer.member("anchor", head.description) }
    }
  }
}
