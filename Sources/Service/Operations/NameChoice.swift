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

  /// A person to whom any of the duties was assigned: by the name, or by a part of only one name.
  static func person(_ name: String, among items: [UpcomingItem]) throws(OperationFailure) -> FoldedName {
    let folded = FoldedName(name)
    var persons: [FoldedName: String] = [:]
    for person in items.lazy.compactMap(\.duty.person) where persons[FoldedName(person)] == nil {
      persons[FoldedName(person)] = person
    }
    if persons[folded] != nil { return folded }
    let part = PlainName(name)
    let meant = persons.filter { part.isTelling && PlainName($0.value).holds(part) }
    if meant.count == 1, let only = meant.first { return only.key }
    guard meant.isEmpty else {
      let names = meant.values.sorted { VietnameseOrder($0) < VietnameseOrder($1) }.joined(separator: "; ")
      throw OperationFailure(vi: "“\(name)” có thể là: \(names)", en: "“\(name)” can mean: \(names)")
    }
    throw unknown(name, vi: "việc nào giao cho", en: "duty that is assigned to", among: persons.values.sorted())
  }

  /// So many names are listed where none is near.
  private static let most = 10

  private static func unknown(_ name: String, vi: String, en: String, among names: [String]) -> OperationFailure {
    let near = NearestName.nearest(to: name, among: names).joined(separator: "; ")
    let all = names.prefix(most).joined(separator: "; ") + (names.count > most ? "; …" : "")
    let hint: Bilingual =
      near.isEmpty
      ? names.isEmpty ? .init(vi: "", en: "") : .init(vi: "; có: \(all)", en: "; there are: \(all)")
      : .init(vi: "; gần nhất: \(near)", en: "; nearest: \(near)")
    return OperationFailure(
      vi: "không có \(vi) “\(name)”\(hint.vi)", en: "there is no \(en) “\(name)”\(hint.en)")
  }
}
