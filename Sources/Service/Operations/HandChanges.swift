import Diagnostics
import Expansion
import Presentation
import Reminders
import Rules

/// What other rules change of open work besides its days: who leads and supports it, who confirms it, and how it is reminded of.
struct HandChanges {
  /// One change, as two sets of rules have it, with the names of units.
  private enum Change: Hashable {
    case leads(old: String, new: String)
    case joins(String)
    case leaves(String)
    case confirmer(old: String, new: String)
    case confirmed(by: String)
    /// Somebody is named, but is one of the leads, as is who would take the place of that one.
    case unconfirmable
    case unconfirmed
    case policy(old: String?, new: String?)
    /// A policy of that name says something else.
    case policyText(String)
  }

  /// Work as one set of rules has it.
  private struct Piece {
    var task: TaskID
    var label: String?
    var leads: [Recipient]
    var supports: [Recipient]
  }

  private struct Side {
    let book: OpenBook
    let policies: Policies
    /// What is open, by `PLAN/TASK`.
    var open: [String: [AnyDuty]] = [:]
    /// The tasks by `PLAN/TASK`.
    var tasks: [String: TaskID] = [:]

    init(_ book: OpenBook, _ duties: DutyLists, _ isOpen: (AnyDuty) -> Bool) {
      (self.book, policies) = (book, Policies(book.rules))
      for task in book.rules.tasks.indices { tasks[book.rules.reference(to: task)] = task }
      let lists = Expander(book.rules, facts: book.facts).handedOver(duties, on: book.today)
      for duty in lists.all where isOpen(duty) { open[book.rules.reference(to: duty.task), default: []].append(duty) }
    }

    func ids(_ recipients: [Recipient]) -> [String] { recipients.map(book.rules.id(of:)) }

    func names(_ recipients: [Recipient]) -> String {
      RuleNames(rules: book.rules, language: .vi).recipients(recipients)
    }

    func confirmer(_ piece: Piece) -> Recipient? { book.rules.confirmer(of: piece.task, leads: piece.leads) }

    func policy(_ piece: Piece) -> ReminderPolicy? {
      policies.policy(of: piece.task, label: piece.label).map { book.rules.policies[$0] }
    }
  }

  private let old, new: Side
  private var found: [(change: Change, tasks: [String], duties: Int)] = []
  private var places: [Change: Int] = [:]

  /// - Parameter secret: the tasks, `PLAN/TASK`, of which nothing may be told.
  init(_ live: OpenBook, _ before: DutyLists, _ folder: OpenBook, _ after: DutyLists, secret: Set<String>) {
    let reported = Set(before.all.filter { $0.report != nil }.map(\.id))
    old = Side(live, before) { $0.closed == nil }
    // Where nobody is left to confirm it, what is reported is done.
    new = Side(folder, after) { duty in
      if case .done = duty.closed { reported.contains(duty.id) } else { duty.closed == nil }
    }
    for (name, task) in new.tasks.sorted(by: { $0.value < $1.value }) {
      let row = folder.rules.tasks[task]
      let former = row.formerly.map { "\(folder.rules.plans[row.plan].id)/\($0)" }
      guard secret.isDisjoint(with: [name] + former) else { continue }
      compare(name, ([name] + former).first { old.tasks[$0] != nil })
    }
  }

  private mutating func compare(_ name: String, _ known: String?) {
    let after = new.open[name] ?? []
    guard let known else {
      for duty in after where isUnconfirmable(duty) { note(.unconfirmable, name) }
      return
    }
    struct Place: Hashable {
      let label: String?, key: String, unit: String?
      init(_ id: ObligationID) { (label, key, unit) = (id.label, id.key, id.unit) }
    }
    let before = old.open[known] ?? []
    let places = Dictionary(before.map { (Place($0.id), $0) }) { first, _ in first }
    for duty in after {
      guard let same = places[Place(duty.id)] else { continue }
      compare(piece(same), piece(duty), name)
    }
    // What has another period or owner is compared as a whole.
    let kept = Set(after.map { Place($0.id) })
    let gone = before.filter { !kept.contains(Place($0.id)) }
    let come = after.filter { places[Place($0.id)] == nil }
    guard let first = gone.first, let last = come.first else { return }
    func all(_ duties: [AnyDuty], _ first: AnyDuty) -> Piece {
      var whole = Piece(task: first.task, label: first.id.label, leads: [], supports: [])
      for duty in duties {
        whole.leads += duty.leads.filter { !whole.leads.contains($0) }
        whole.supports += duty.supports.filter { !whole.supports.contains($0) }
      }
      return whole
    }
    compare(all(gone, first), all(come, last), name, duties: come.count)
  }

  private func piece(_ duty: AnyDuty) -> Piece {
    Piece(task: duty.task, label: duty.id.label, leads: duty.leads, supports: duty.supports)
  }

  private func isUnconfirmable(_ duty: AnyDuty) -> Bool {
    let rules = new.book.rules
    return rules.tasks[duty.task].confirmer != nil && rules.confirmer(of: duty.task, leads: duty.leads) == nil
  }

  private mutating func compare(_ before: Piece, _ after: Piece, _ name: String, duties: Int = 1) {
    func tell(_ change: Change) { note(change, name, duties) }
    if old.ids(before.leads) != new.ids(after.leads) {
      tell(.leads(old: old.names(before.leads), new: new.names(after.leads)))
    }
    let (helped, helps, lead) = (old.ids(before.supports), new.ids(after.supports), new.ids(after.leads))
    let joins = after.supports.filter { !helped.contains(new.book.rules.id(of: $0)) }
    let leaves = before.supports.filter {
      let id = old.book.rules.id(of: $0)
      return !helps.contains(id) && !lead.contains(id)
    }
    if !joins.isEmpty { tell(.joins(new.names(joins))) }
    if !leaves.isEmpty { tell(.leaves(old.names(leaves))) }
    let isNamed = new.book.rules.tasks[after.task].confirmer != nil
    switch (old.confirmer(before), new.confirmer(after)) {
    case (let was?, let now?):
      guard old.ids([was]) != new.ids([now]) else { break }
      tell(.confirmer(old: old.names([was]), new: new.names([now])))
    case (nil, let now?): tell(.confirmed(by: new.names([now])))
    case (_?, nil): tell(isNamed ? .unconfirmable : .unconfirmed)
    case (nil, nil): if isNamed, old.book.rules.tasks[before.task].confirmer == nil { tell(.unconfirmable) }
    }
    let (policy, other) = (old.policy(before), new.policy(after))
    if policy?.title != other?.title {
      tell(.policy(old: policy?.title, new: other?.title))
    } else if let policy, let other, Set(policy.fields) != Set(other.fields) {
      tell(.policyText(other.title))
    }
  }

  private mutating func note(_ change: Change, _ task: String, _ duties: Int = 1) {
    let place = places[change] ?? found.count
    if place == found.count { found.append((change, [], 0)) }
    places[change] = place
    found[place].duties += duties
    if found[place].tasks.last != task { found[place].tasks.append(task) }
  }

  // MARK: Words

  private static let mostTasks = 5

  /// A sentence for each change, with the tasks that it is about before it.
  func lines(_ language: Language) -> [String] {
    let plans = Set(found.flatMap(\.tasks).compactMap { $0.split(separator: "/").first })
    return found.map { change, tasks, duties in
      let names = tasks.map { plans.count > 1 ? $0 : String($0.drop { $0 != "/" }.dropFirst()) }
      let more = names.count - Self.mostTasks
      let shown =
        names.prefix(Self.mostTasks).joined(separator: ", ")
        + (more > 0 ? language.choose(vi: " và \(more) nhiệm vụ khác", en: " and \(more) more") : "")
      let open = tasks.map { new.open[$0]?.count ?? 0 }.reduce(0, +)
      let part =
        duties >= open
        ? ""
        : language.choose(vi: " (\(duties) trong \(open) việc chưa xong)", en: " (\(duties) of \(open) open duties)")
      return "\(shown): \(words(change).text(in: language))\(part)."
    }
  }

  private func words(_ change: Change) -> Bilingual {
    switch change {
    case .leads(let was, let now):
      return .init(vi: "do \(now) chủ trì, thay vì \(was)", en: "led by \(now) instead of \(was)")
    case .joins(let units):
      return .init(vi: "thêm \(units) phối hợp", en: "supported by \(units) from now on")
    case .leaves(let units): return .init(vi: "\(units) thôi phối hợp", en: "no longer supported by \(units)")
    case .confirmer(let was, let now):
      return .init(vi: "do \(now) xác nhận, thay vì \(was)", en: "confirmed by \(now) instead of \(was)")
    case .confirmed(let unit):
      return .init(
        vi: "báo cáo xong phải được \(unit) xác nhận, trước không ai xác nhận",
        en: "what is reported is to be confirmed by \(unit); nobody confirmed it before")
    case .unconfirmable:
      return .init(
        vi: "không ai xác nhận được, vì bên xác nhận cũng là đơn vị chủ trì; báo cáo là xong ngay",
        en: "nobody can confirm it, since who confirms is one of its leads: once reported it is done")
    case .unconfirmed:
      return .init(
        vi: "không ai xác nhận nữa; báo cáo là xong ngay", en: "nobody confirms it any more: once reported it is done")
    case .policy(let was, let now):
      switch (was, now) {
      case (let was?, let now?):
        return .init(vi: "nhắc theo “\(now)”, thay vì “\(was)”", en: "reminded of by “\(now)” instead of “\(was)”")
      case (nil, let now?):
        return .init(vi: "nhắc theo “\(now)”, trước không nhắc", en: "reminded of by “\(now)”, and not at all before")
      case (_, nil):
        return .init(vi: "không còn cách nhắc nên không nhắc", en: "without a policy, so that nobody is reminded of it")
      }
    case .policyText(let title):
      return .init(vi: "cách nhắc “\(title)” nay khác trước", en: "its reminders, “\(title)”, are others than before")
    }
  }
}
