package import CivilCalendar
package import Diagnostics
import FactLog
import Presentation
import Reminders
package import Rules

/// A rule book that is ready to be used: checked rules, facts and the day that is today.
package struct OpenBook {
  package var rules: RuleSet
  var facts: [Fact]
  package var today: CivilDate
  /// The head of the log of facts; nil if the facts come from a file.
  var head: FactHead?
  /// Where rules and facts come from, as far as it is the live revision and the log; nil if it is neither.
  package var origin: Bilingual?
  /// The rules as they were read, with their revision.
  var loaded: LoadedRules

  /// When each due line went live, if the rules are a revision.
  var live: UpcomingList.WentLive {
    guard let wentLive = loaded.revision?.wentLive else { return { _, _ in nil } }
    return { task, line in wentLive(task, line).map { Zone.vietnam.day(of: $0) } }
  }

  /// Reads and checks rules and facts; the facts are those of the file that is named, else those of the log. Fails if
  /// there is any error, because a wrong date is worse than none, and tells the other diagnostics.
  static func open(
    _ request: BookRequest, covering years: ClosedRange<Int>? = nil, in operations: OperationContext
  ) throws(OperationFailure) -> OpenBook {
    let loaded = LoadedRules.inForce(request.rules, state: request.state, covering: years, in: operations)
    guard !loaded.hasErrors else {
      throw OperationFailure(loaded.diagnostics.errors, files: loaded.files)
    }
    var facts: [Fact] = []
    var found: [Diagnostic] = []
    var stored: (head: FactHead, origin: Bilingual)?
    if let path = request.facts {
      (facts, found) = loaded.facts(at: path, in: operations)
    } else if let store = FactStore(named: request.state, in: operations) {
      ClosedState.note(named: request.state, in: operations)
      do throws(StoreFailure) {
        let read = try store.read()
        let resolved = read.resolved(by: loaded.rules)
        (facts, found) = (resolved.facts, resolved.diagnostics)
        stored = (read.head, read.origin(resolved))
      } catch {
        found = [store.complaint(error)]
      }
    }
    if found.hasErrors { throw OperationFailure(found) }
    if !found.isEmpty { operations.tell(.diagnostics(found, files: nil)) }
    return try book(loaded, facts, stored?.head, origin: stored?.origin, request.today, operations)
  }

  /// The rule book, or only the shipped calendars if there are no rules and none were named.
  static func openOrCalendars(
    _ request: BookRequest, covering years: ClosedRange<Int>, in operations: OperationContext
  ) throws(OperationFailure) -> OpenBook {
    let isAnyRuleKnown = request.rules != nil || operations.folders.knownRuleFolder != nil
    guard !isAnyRuleKnown, request.facts == nil, !LoadedRules.isAnyLive(request.state, in: operations) else {
      return try open(request, covering: years, in: operations)
    }
    let loaded = LoadedRules(paths: [], covering: years, in: operations)
    return try book(loaded, [], nil, origin: nil, request.today, operations)
  }

  private static func book(
    _ loaded: LoadedRules, _ facts: [Fact], _ head: FactHead?, origin: Bilingual?, _ today: CivilDate?,
    _ operations: OperationContext
  ) throws(OperationFailure) -> OpenBook {
    guard let today = today ?? loaded.today(at: operations.now) else {
      let zone = loaded.timeZone ?? ""
      throw OperationFailure(
        vi: "máy này không có múi giờ “\(zone)” của lịch; hãy dùng --today",
        en: "this machine does not know the calendar's time zone “\(zone)”; use --today")
    }
    let revision = loaded.revision.map { live in
      Bilingual(vi: "quy tắc bản \(live.number)", en: "rules: revision \(live.number)")
    }
    let parts = [revision, origin].compactMap { $0 }
    return OpenBook(
      rules: loaded.rules, facts: facts, today: today, head: head,
      origin: parts.isEmpty ? nil : parts.joined(separator: " · "), loaded: loaded)
  }
}
