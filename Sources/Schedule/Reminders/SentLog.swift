package import Addresses
package import CivilCalendar

/// What was decided before. It can be asked and not enumerated, so that a log of a million rows answers from an index.
package protocol SentLog {
  /// The slot in which the notice was decided; nil if it was not.
  func slot(of key: NoticeKey) -> Instant?
  /// Everything decided about a subject, in any order; some tens of entries at most in practice.
  func entries(about subject: SubjectKey) -> [SentEntry]
}

extension SentLog {
  /// Whether the notice was decided before.
  package func contains(_ key: NoticeKey) -> Bool { slot(of: key) != nil }
}

/// The log as a round sees it: without the entries after its instant, which a clock that ran ahead put there, and with those of
/// a duty under whatever ids its task had, and to a unit under whatever ids it had.
struct LogUntilNow: SentLog {
  let base: any SentLog
  let now: Instant
  let agenda: Agenda

  func slot(of key: NoticeKey) -> Instant? { base.slot(of: key) }

  func entries(about subject: SubjectKey) -> [SentEntry] {
    agenda.entries(about: subject, in: base).filter { $0.slot <= now }.map(agenda.names.current)
  }
}

/// One decided notice, as far as later decisions need it.
package struct SentEntry: Hashable, Sendable {
  package var key: NoticeKey
  package var subject: SubjectKey
  package var kind: NoticeKind.Name
  package var told: CivilDate?
  /// Whether the told day depended on days off that were not announced.
  package var isProvisional: Bool
  package var recipient: RecipientName
  package var channel: Channel
  package var slot: Instant

  package init(
    key: NoticeKey, subject: SubjectKey, kind: NoticeKind.Name, told: CivilDate?, isProvisional: Bool = false,
    recipient: RecipientName, channel: Channel, slot: Instant
  ) {
    self.key = key
    self.subject = subject
    self.kind = kind
    self.told = told
    self.isProvisional = isProvisional
    self.recipient = recipient
    self.channel = channel
    self.slot = slot
  }

  package init(_ notice: Notice) {
    self.init(
      key: notice.key, subject: SubjectKey(notice.subject), kind: notice.kind.name, told: notice.told,
      isProvisional: notice.isProvisional, recipient: notice.recipient, channel: notice.channel,
      slot: notice.slot.instant)
  }
}

/// A log in memory, for tests and rehearsals.
package struct MemoryLog: SentLog, Sendable {
  private var slots: [NoticeKey: Instant] = [:]
  private var bySubject: [SubjectKey: [SentEntry]] = [:]

  package init() {}

  /// The slot in which the notice was decided; nil if it was not.
  package func slot(of key: NoticeKey) -> Instant? { slots[key] }

  /// Everything decided about a subject, in the order of its decision.
  package func entries(about subject: SubjectKey) -> [SentEntry] { bySubject[subject] ?? [] }

  /// Adds an entry, unless there is one with its key.
  package mutating func add(_ entry: SentEntry) {
    guard slots[entry.key] == nil else { return }
    slots[entry.key] = entry.slot
    bySubject[entry.subject, default: []].append(entry)
  }

  /// Adds all notices of a decision.
  package mutating func add(_ decision: RoundDecision) {
    for message in decision.messages {
      for notice in message.notices { add(SentEntry(notice)) }
    }
  }

  /// Sets aside what a clock that ran ahead until now sent too early (`Instant.isTooEarly`), so that it goes out again.
  package mutating func setAside(after now: Instant) {
    slots = slots.mapValues { $0.isTooEarly(at: now) ? .never : $0 }
    bySubject = bySubject.mapValues { entries in entries.filter { !$0.slot.isTooEarly(at: now) } }
  }
}

/// A log with what was just decided on top of it.
package struct LayeredLog: SentLog {
  package let base: any SentLog
  package var added: MemoryLog

  package init(base: any SentLog, added: MemoryLog = MemoryLog()) { (self.base, self.added) = (base, added) }

  /// What was just decided counts first.
  package func slot(of key: NoticeKey) -> Instant? { added.slot(of: key) ?? base.slot(of: key) }

  /// Those of both.
  package func entries(about subject: SubjectKey) -> [SentEntry] {
    base.entries(about: subject) + added.entries(about: subject)
  }
}
