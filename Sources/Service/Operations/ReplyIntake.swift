import Addresses
import CivilCalendar
import Diagnostics
import Expansion
import FactLog
import Hashing
import Outbox
import Proposals
import Replies
import Rules
import StateFolder

/// Makes proposals of mails that answer reminders. It finds the letter by its Message-ID, and what of it is meant by the
/// words of the answer; nothing is recorded (docs/replies.md).
final class ReplyIntake {
  /// What came of a mail.
  enum Outcome: Hashable {
    case proposed(Int64)
    /// The same mail proposed already.
    case known
    case bounce, automatic
    /// It is one of the messages that went out.
    case own
    /// It answers none of them.
    case unrelated
    case unreadable
  }

  let proposals: ProposalLog
  private let state: StateFolder
  private let operations: OperationContext
  private let request: BookRequest
  private let now: Int64
  /// Nil if nothing was ever sent.
  private let outbox: OutboxLog?
  private var opened: (book: OpenBook, expander: Expander)?

  /// - Parameter now: the instant at which the mails are read: seconds since 1970.
  init(_ request: BookRequest, at now: Int64, in operations: OperationContext) throws(OperationFailure) {
    let state = try operations.stateFolder(named: request.state)
    self.state = state
    if let closed = operations.folders.closedState(named: request.state, recording: true) {
      throw OperationFailure([ClosedState.diagnostic(closed, operations.login)])
    }
    (self.operations, self.request, self.now) = (operations, request, now)
    outbox = try ProposalQuery.attempt(state.postDatabase) { () throws(StoreFailure) -> OutboxLog? in
      do throws(StoreFailure) { return try OutboxLog(state, .reading) } catch {
        guard error == .missing else { throw error }
        return nil
      }
    }
    proposals = try ProposalQuery.attempt(state.proposalsDatabase) { () throws(StoreFailure) in
      try ProposalLog(state, .writing)
    }
  }

  /// Takes the bytes of a mail. Fails if it cannot be read or kept now, so that it has to be offered again.
  func take(_ bytes: [UInt8]) throws(OperationFailure) -> Outcome {
    let mail: IncomingMail
    do throws(IncomingMail.Failure) { mail = try IncomingMail(bytes) } catch {
      guard error == .noLibrary else { return .unreadable }
      throw OperationFailure(
        vi: "không đọc được thư: máy này chưa có thư viện GMime; hãy cài gói libgmime-3.0-0",
        en: "mails cannot be read: GMime is not installed; install the package libgmime-3.0-0", ending: .busy)
    }
    if let id = mail.id, try letter([id]) != nil { return .own }
    switch mail.machine {
    case .bounce: return .bounce
    case .automatic: return .automatic
    case nil: break
    }
    guard let letter = try letter(mail.answers) else { return .unrelated }
    let waiting = try ProposalQuery.attempt(state.proposalsDatabase) { () throws(StoreFailure) in
      try proposals.waiting()
    }
    guard waiting < ProposalLog.mostWaiting else {
      throw OperationFailure(
        vi: "đang có \(waiting) đề xuất chờ xem; hãy xem bớt (nhacviec proposals list) rồi thư mới được đọc tiếp",
        en: "\(waiting) proposals wait; decide some (nhacviec proposals list) before more mails are read",
        ending: .busy)
    }
    let content = try content(mail, bytes, letter)
    let number = try ProposalQuery.attempt(state.proposalsDatabase) { () throws(StoreFailure) in
      try proposals.add(content, source: Array(bytes.prefix(IncomingMail.mostBytes)), at: now)
    }
    return number.map { .proposed($0) } ?? .known
  }

  /// The letter that one of the ids belongs to: the id of a message, `@`, and any domain.
  private func letter(_ ids: [String]) throws(OperationFailure) -> AnsweredMessage? {
    guard let outbox else { return nil }
    let names = ids.compactMap { $0.split(separator: "@").first.map(String.init) }
      .filter { $0.utf8.count == 32 && $0.allSatisfy(\.isHexDigit) }
    for name in names.prefix(100) {
      let found = try ProposalQuery.attempt(state.postDatabase) { () throws(StoreFailure) in
        try outbox.message(id: name.lowercased())
      }
      if let found { return found }
    }
    return nil
  }

  private func book() throws(OperationFailure) -> (book: OpenBook, expander: Expander) {
    if let opened { return opened }
    let book = try OpenBook.open(request, in: operations)
    let opened = (book, Expander(book.rules, facts: book.facts))
    self.opened = opened
    return opened
  }

  // MARK: The proposal

  private func content(
    _ mail: IncomingMail, _ bytes: [UInt8], _ letter: AnsweredMessage
  ) throws(OperationFailure) -> Proposal.Content {
    let (book, expander) = try book()
    // The subjects of weekly sheets and of questions about events name no duty.
    let duties = letter.subjects.filter { $0.hasPrefix("o:") }.prefix(500)
      .compactMap { book.duty(String($0.dropFirst(2)), expander) }
    let day = day(of: mail, book)
    let statements = ReplyReader(mail.words, about: Self.subjects(duties, book.rules), on: day).statements()
    let changes = statements.flatMap { self.changes($0, duties, day, book.rules) }
    var doubts: Set<Proposal.Doubt> = []
    let unit = book.rules.units.firstIndex { $0.id == letter.recipient.unit }
    let addresses = letter.addresses + (unit.map { Array(book.rules.units[$0].addresses.values) } ?? [])
    let author = mail.author?.text.lowercased()
    if !addresses.contains(where: { $0.lowercased() == author }) { doubts.insert(.stranger) }
    if bytes.count > IncomingMail.mostBytes { doubts.insert(.cut) }
    let meant = Set(changes.flatMap { $0.candidates.map(\.duty) })
    let leads = duties.filter { meant.contains($0.id.description) }.map { $0.leads.flatMap(book.rules.units) }
    if !leads.allSatisfy({ leads in unit.map(leads.contains) ?? false }) { doubts.insert(.notOwed) }
    return Proposal.Content(
      author: mail.author?.text ?? "", letter: .init(to: letter.recipient.description, number: letter.number),
      sourceID: mail.id.map { String($0.prefix(500)) } ?? "sha256:\(Self.hash(bytes))",
      subject: String(mail.subject.prefix(500)), words: String(mail.words.prefix(20_000)),
      files: Array(mail.files.prefix(50)), doubts: doubts, revision: book.loaded.revision?.number ?? 0,
      facts: (book.head ?? .empty).description, changes: changes)
  }

  private static func hash(_ bytes: [UInt8]) -> String {
    SHA256.hash { feed in feed(bytes) }.map { "\($0)" } ?? ""
  }

  /// The day of the mail: that of its Date, unless that is not to be believed.
  private func day(of mail: IncomingMail, _ book: OpenBook) -> CivilDate {
    let told = mail.date.flatMap { book.loaded.today(at: Int(clamping: $0)) }
    guard let told, told <= book.today, book.today.days(since: told) <= 60 else { return book.today }
    return told
  }

  /// What the answer can be about: the duties of the letter by their index, then all other tasks.
  private static func subjects(_ duties: [AnyDuty], _ rules: RuleSet) -> [ReplySubject] {
    let names = DutyNames(rules)
    let told = duties.map { duty in
      // The letter may name it by an id that it had.
      let ids = names.all(duty.id).flatMap { id in
        let withKey = "\(id.task)@\(id.key)"
        return [
          id.task, "\(id.plan)/\(id.task)", withKey, "\(id.plan)/\(withKey)", id.description,
          String(id.description.dropFirst(id.plan.count + 1)),
        ]
      }
      return ReplySubject(ids: ids, title: rules.tasks[duty.task].title, isInLetter: true)
    }
    let tasks = Set(duties.map(\.task))
    return told
      + rules.tasks.indices.filter { !tasks.contains($0) }.map { index in
        let task = rules.tasks[index]
        return ReplySubject(
          ids: ([task.id] + task.formerly).flatMap { [$0, "\(rules.plans[task.plan].id)/\($0)"] }, title: task.title,
          isInLetter: false)
      }
  }

  /// What a statement changes, once for each place that names something; nothing where no duty can be meant.
  private func changes(
    _ statement: ReplyStatement, _ duties: [AnyDuty], _ day: CivilDate, _ rules: RuleSet
  ) -> [ProposedChange] {
    let named = statement.subjects.isEmpty ? [Array(duties.indices)] : statement.subjects
    return named.compactMap { (indices: [Int]) -> ProposedChange? in
      var meant: [AnyDuty] = indices.filter { duties.indices.contains($0) }.map { duties[$0] }
      let open = meant.filter { $0.closed == nil }
      if !open.isEmpty { meant = open }
      var change: ProposedChange
      switch statement.content {
      case .done(let on, let document):
        change = ProposedChange(.done, day: (on ?? day).number, words: document, candidates: [])
      case .moreTime(let until, let because):
        change = ProposedChange(
          .extensionAsked, day: day.number, newDay: until.number, words: because, candidates: [])
      case .explained(let words):
        meant = meant.filter(\.owesExplanation)
        change = ProposedChange(.explained, day: day.number, words: String(words.prefix(500)), candidates: [])
      }
      change.candidates = meant.map { .init(duty: $0.id.description, old: DutyTrace($0, rules).text) }
      return meant.isEmpty ? nil : change
    }
  }
}

extension AnyDuty {
  /// It was asked why it is late, and nothing was answered yet.
  fileprivate var owesExplanation: Bool {
    course.last { [.explanationAsked, .explained].contains($0.kind) }?.kind == .explanationAsked
  }
}

extension CivilDate {
  fileprivate var number: Int { Int(dayNumber) }
}
