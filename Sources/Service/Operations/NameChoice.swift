import Diagnostics
import Presentation
import Rules

/// Finds what a user names to have it alone listed or counted. Each fails with the nearest names.
enum NameChoice {
  /// By the id or title of the plan.
  static func plan(_ name: String, _ rules: RuleSet) throws(OperationFailure) -> PlanID {
    if let plan = rules.plan(named: name) { return plan }
    throw unknown(name, vi: "kế hoạch", en: "plan", among: rules.plans.map(\.id) + rules.plans.map(\.title))
  }

  /// By the id or title of the section, in every plan that has one of that name.
  static func sections(_ name: String, _ rules: RuleSet) throws(OperationFailure) -> Set<Int> {
    let folded = FoldedName(name)
    let found = rules.sections.indices.filter {
      [rules.sections[$0].id, rules.sections[$0].title].contains { FoldedName($0) == folded }
    }
    guard found.isEmpty else { return Set(found) }
    throw unknown(name, vi: "mục", en: "section", among: rules.sections.map(\.title))
  }

  /// A person to whom any of the duties was assigned: by the name, or by a part of only one name. Persons have no ids that could be
  /// mistyped, so that a short part may leave out marks, too.
  static func person(_ name: String, among items: [UpcomingItem]) throws(OperationFailure) -> FoldedName {
    let folded = FoldedName(name)
    var persons: [FoldedName: String] = [:]
    for person in items.lazy.compactMap(\.duty.person) where persons[FoldedName(person)] == nil {
      persons[FoldedName(person)] = person
    }
    if persons[folded] != nil { return folded }
    let (part, plain) = (NamePart(name), PlainName(name))
    let written = persons.filter { part.isIn($0.value) }
    let meant = written.isEmpty ? persons.filter { PlainName($0.value).holdsWords(of: plain) } : written
    if meant.count == 1, let only = meant.first { return only.key }
    guard meant.isEmpty else {
      let names = meant.values.inVietnameseOrder { $0 }.joined(separator: "; ")
      throw OperationFailure(vi: "“\(name)” có thể là: \(names)", en: "“\(name)” can mean: \(names)")
    }
    throw unknown(
      name, vi: "việc nào giao cho", en: "duty that is assigned to", among: persons.values.inVietnameseOrder { $0 })
  }

  /// So many names are listed where none is near.
  private static let most = 10

  private static func unknown(_ name: String, vi: String, en: String, among names: [String]) -> OperationFailure {
    let hint = hint(name, near: names, all: names)
    return OperationFailure(
      vi: "không có \(vi) “\(name)”\(hint.vi)", en: "there is no \(en) “\(name)”\(hint.en)")
  }

  /// To be put behind the words that there is nothing of a name: the nearest names, or, where none is near, what there is.
  static func hint(_ name: String, near names: [String], all: [String]) -> Bilingual {
    let near = NearestName.nearest(to: name, among: names).joined(separator: "; ")
    guard near.isEmpty else { return .init(vi: "; gần nhất: \(near)", en: "; nearest: \(near)") }
    guard !all.isEmpty else { return .init(vi: "", en: "") }
    let some = all.prefix(most).joined(separator: "; ") + (all.count > most ? "; …" : "")
    return .init(vi: "; có: \(some)", en: "; there are: \(some)")
  }
}
