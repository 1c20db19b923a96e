import CivilCalendar
import Diagnostics
package import Expansion
package import Presentation
import Rules

/// Lists what promoting the rule folder would change: `+` for what is new, `-` for what is gone, finished or not, `~` for what has
/// another day or state, `=` for what only has another id, `*` for what is in other hands or is reminded of otherwise.
package struct RuleDifference {
  /// The live rules.
  package let live: OpenBook
  private let folder: OpenBook
  /// What each of them has.
  private let before, after: DutyLists
  /// What is done or waived and would be found nowhere any more.
  private let vanished: [AnyDuty]
  /// The tasks, `PLAN/TASK`, of which only the id may be told.
  private let secret: Set<String>

  /// - Parameter request: its `rules` is the folder; nil takes the one that the environment or the configuration names,
  ///   or from which the live revision was promoted.
  package init(_ request: BookRequest, in operations: OperationContext) throws(OperationFailure) {
    guard LoadedRules.isAnyLive(request.state, in: operations) else {
      throw OperationFailure(
        vi: "chưa có quy tắc nào có hiệu lực: nhacviec rules promote",
        en: "no rules are live yet: nhacviec rules promote")
    }
    var request = request
    let named = request.rules
    request.rules = nil
    let live = try OpenBook.open(request, in: operations)
    request.rules = named ?? operations.folders.namedRuleFolder ?? live.loaded.revision?.manifest.folder
    self.init(live, try OpenBook.open(request, in: operations))
  }

  /// - Parameter others: further tasks, `PLAN/TASK`, of which only the id may be told.
  init(_ live: OpenBook, _ folder: OpenBook, secret others: Set<String> = []) {
    (self.live, self.folder) = (live, folder)
    let window = DayRange.all(of: live.rules.plans + folder.rules.plans, today: live.today)
    func duties(_ book: OpenBook) -> DutyLists {
      Expander(book.rules, facts: book.facts).duties(in: window, explained: false, keepsGiven: true)
    }
    let (before, after) = (duties(live), duties(folder))
    let kept = Set(after.all.map(\.id))
    let gone = before.all.filter { $0.isDone && !kept.contains($0.id) }
    let names = DutyNames(folder.rules)
    vanished = gone.filter { !kept.contains(names.current($0.id)) }
    (self.before, self.after) = (before, after)
    secret = others.union(live.secretTasks).union(folder.secretTasks)
  }

  /// A duty that comes, goes, moves or is renamed.
  package struct Change: Sendable {
    package let id: ObligationID
    /// The id that it has before; nil where it stays.
    package let formerID: ObligationID?
    /// Of its task, as the newer rules have it; empty where it may not be told.
    package let title: String
    /// Its day or state; nil where there was none.
    package let old: DayOrState?
    package let new: DayOrState?
    package let kind: Kind
    /// Only its id may be told.
    package let isClassified: Bool

    package enum Kind: String, CaseIterable, Sendable {
      case new = "+"
      case gone = "-"
      case moved = "~"
      case renamed = "="
    }

    /// ` (trước đây kh/B.5@once)`
    private func formerly(_ language: Language) -> String {
      formerID.map { language.choose(vi: " (trước đây \($0))", en: " (formerly \($0))") } ?? ""
    }

    func line(_ language: Language) -> String {
      let (old, new) = (old?.text(language) ?? "", new?.text(language) ?? "")
      return switch kind {
      case .new: "+ \(id): \(new)"
      case .gone: "- \(id): \(old)"
      case .moved: "~ \(id)\(formerly(language)): \(old) → \(new)"
      case .renamed: "= \(formerID ?? id) → \(id)"
      }
    }
  }

  package func lines(_ language: Language) -> [String] {
    changes(language).map { $0.line(language) } + hands(language).map { "* \($0)" }
  }

  /// What changes of open work besides its days: in whose hands it is, who confirms it, how it is reminded of; a sentence each.
  package func hands(_ language: Language) -> [String] {
    HandChanges(live, before, folder, after, secret: secret).lines(language)
  }

  package func changes(_ language: Language) -> [Change] {
    var known = days(live, before, language)
    for duty in vanished {
      let isWaived = if case .waived = duty.closed { true } else { false }
      known[duty.id] = .state(
        isWaived ? language.choose(vi: "đã miễn", en: "waived") : language.choose(vi: "đã xong", en: "done"))
    }
    let new = days(folder, after, language)
    let names = DutyNames(folder.rules)
    var (old, former): ([ObligationID: DayOrState], [ObligationID: ObligationID]) = ([:], [:])
    for (id, day) in known {
      let current = names.current(id)
      old[current] = day
      if current != id { former[current] = id }
    }
    let ids = Set(old.keys).union(new.keys).sorted { $0.description < $1.description }
    let titles = live.titles.merging(folder.titles) { $1 }
    return ids.compactMap { id in
      guard old[id] != new[id] || former[id] != nil else { return nil }
      let kind: Change.Kind =
        old[id] == nil ? .new : new[id] == nil ? .gone : old[id] == new[id] ? .renamed : .moved
      let name = "\(id.plan)/\(id.task)"
      let isSecret = !secret.isDisjoint(with: [name] + (former[id].map { ["\($0.plan)/\($0.task)"] } ?? []))
      return Change(
        id: id, formerID: former[id], title: isSecret ? "" : titles[name] ?? "", old: old[id], new: new[id], kind: kind,
        isClassified: isSecret)
    }
  }

  /// The effective day of everything that is not closed, or the state if there is none.
  private func days(_ book: OpenBook, _ duties: DutyLists, _ language: Language) -> [ObligationID: DayOrState] {
    UpcomingList(book.rules, duties, today: book.today, time: book.time).daysOrStates(language)
  }
}

extension OpenBook {
  /// The titles of the tasks, by `PLAN/TASK`.
  fileprivate var titles: [String: String] {
    Dictionary(rules.tasks.indices.map { (rules.reference(to: $0), rules.tasks[$0].title) }) { first, _ in first }
  }

  /// The classified tasks, as `PLAN/TASK`.
  var secretTasks: Set<String> {
    Set(rules.tasks.indices.filter(rules.isClassified).map(rules.reference(to:)))
  }
}
