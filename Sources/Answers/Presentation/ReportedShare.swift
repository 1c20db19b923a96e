/// How many periods, cases or units of one piece of work were reported, of how many: `9/22 đã báo cáo`. What is never due, waived
/// or withdrawn is none of them, on every page alike.
package struct ReportedShare: Sendable {
  package private(set) var total = 0
  package private(set) var reported = 0
  /// Of these so many were done.
  package private(set) var done = 0

  package init() {}

  package init(_ items: some Sequence<UpcomingItem>) { for item in items { add(item) } }

  package mutating func add(_ item: UpcomingItem) {
    switch (item.status, item.duty.state) {
    case (.waived, _), (.withdrawn, _): return
    case (.done, _): (reported, done) = (reported + 1, done + 1)
    case (.reported, _): reported += 1
    case (_, .open(.standing)), (_, .open(.eachCase)), (_, .open(.notBefore)): return
    default: break
    }
    total += 1
  }

  /// `9/22 đã báo cáo` · `9 of 22 reported`
  package func text(_ language: Language) -> String {
    let (reported, total) = (language.number(reported), language.number(total))
    return language.choose(vi: "\(reported)/\(total) đã báo cáo", en: "\(reported) of \(total) reported")
  }
}
