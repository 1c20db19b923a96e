import CivilCalendar
import Presentation
import Templates

/// Duties of one unit by their states: all periods of one rhythm fold into one row, which stands where its most urgent
/// one does.
struct FoldedList {
  static let shape: [String: TemplateShape] = [
    "caption": .text, "isEmpty": .truth, "emptyTitle": .text, "emptyText": .text,
    "bands": .list([
      "anchor": .text, "heading": .text, "more": .text, "moreHref": .text,
      "rows": .list(
        [
          "isFolded": .truth, "reported": .text, "reportedCount": .text,
          "periods": .list(
            ["href": .text, "label": .text, "day": .text].merging(DutyTags.shape) { first, _ in first }),
        ].merging(Portion.barShape) { first, _ in first }.merging(DutyRow.shape) { first, _ in first }
          .merging(StateMix.shape) { first, _ in first }),
    ]),
  ]

  /// Rows under each heading, and periods in a row, at most.
  private static let most = 50

  private struct Line: Hashable {
    let task: Int
    let dueLine: Int
    let label: String?
  }

  private struct Row {
    /// The one that says where the row stands.
    let first: UpcomingItem
    /// By their days.
    let all: [UpcomingItem]
  }

  private struct Band {
    let state: StateCounts.State
    /// Of duties, as the counts have them; what is folded into rows of other bands is counted here too.
    let count: Int
    let rows: [Row]
  }

  private let caption: String
  private let empty: (title: String, text: String)
  private let bands: [Band]
  /// What has ended, as far as it is in no row.
  let closed: [UpcomingItem]
  let counts: [StateCounts.State: Int]

  /// - Parameter items: also those that ended.
  init(_ items: [UpcomingItem], caption: String, empty: (title: String, text: String), _ visit: Visit) {
    (self.caption, self.empty) = (caption, empty)
    let known = items.map { (item: $0, state: StateCounts.state(of: $0)) }
      .sorted { ($0.item.sortDay ?? .last) < ($1.item.sortDay ?? .last) }
    counts = Dictionary(known.map { ($0.state, 1) }, uniquingKeysWith: +)
    func urgency(_ state: StateCounts.State) -> Int { StateBands.order.firstIndex(of: state) ?? 0 }
    var rows: [StateCounts.State: [Row]] = [:]
    var closed: [UpcomingItem] = []
    let lines = Dictionary(grouping: known) { known in
      let duty = known.item.duty
      return Line(task: duty.task, dueLine: duty.dueLine, label: duty.id.label)
    }
    for line in lines.values {
      guard let first = line.min(by: { urgency($0.state) < urgency($1.state) }) else { continue }
      if first.state == .closed {
        closed += line.map(\.item)
      } else {
        rows[first.state, default: []].append(Row(first: first.item, all: line.map(\.item)))
      }
    }
    func order(_ item: UpcomingItem) -> (CivilDate, Int) { (item.sortDay ?? .last, item.duty.task) }
    bands = StateBands.order.compactMap { [counts] state in
      guard let rows = rows[state] else { return nil }
      return Band(
        state: state, count: counts[state] ?? 0, rows: rows.sorted { order($0.first) < order($1.first) })
    }
    self.closed = closed.sorted { order($0) > order($1) }
  }

  /// - Parameter more: the address of all duties in a state.
  func values(_ visit: Visit, more: (StateCounts.State) -> String) -> [String: TemplateValue] {
    [
      "caption": .text(caption), "isEmpty": .truth(bands.isEmpty), "emptyTitle": .text(empty.title),
      "emptyText": .text(empty.text),
      "bands": .list(
        bands.map { band in
          let left = band.rows.count - Self.most
          return [
            "anchor": .text(band.state.rawValue),
            "heading": .text(heading(of: band, visit)),
            "rows": .list(band.rows.prefix(Self.most).map { values($0, visit) }),
            "more": .text(
              left > 0 ? visit.say("Còn \(visit.number(left)) dòng nữa", "\(visit.number(left)) more rows") : ""),
            "moreHref": .text(more(band.state)),
          ]
        }),
    ]
  }

  /// `Đến hạn 7 ngày · 6, trong đó 1 ở dòng gộp phía trên`
  private func heading(of band: Band, _ visit: Visit) -> String {
    let own = band.rows.reduce(0) { sum, row in
      sum + row.all.count { StateCounts.state(of: $0) == band.state }
    }
    let above = band.count - own
    let words = StateBands.heading(band.state, band.count, visit)
    return above == 0
      ? words
      : words
        + visit.say(", trong đó \(above) ở dòng gộp phía trên", ", \(above) of them in the rows above that open")
  }

  private func values(_ row: Row, _ visit: Visit) -> [String: TemplateValue] {
    let share = ReportedShare(row.all)
    let isOfCases = row.all.contains { if case .open(.eachCase) = $0.duty.state { true } else { false } }
    let periods = row.all.count < 2 ? [] : Array(row.all.prefix(Self.most))
    let wording = ItemWording(visit.rules, visit.wording, today: visit.today)
    var values = DutyRow(row.first, visit).values.merging(StateMix(row.all, visit).values) { first, _ in first }
    values["isFolded"] = .truth(row.all.count > 1)
    if row.all.count > 1 {
      let id = row.first.duty.id
      values["id"] = .text(id.task + (id.label.map { ":\($0)" } ?? ""))
    }
    let (reported, total) = (visit.number(share.reported), visit.number(share.total))
    values["reported"] = .text(
      isOfCases
        ? visit.say("\(reported)/\(total) vụ việc đã báo cáo", "\(reported) of \(total) cases reported")
        : visit.say("\(reported)/\(total) kỳ đã báo cáo", "\(reported) of \(total) periods reported"))
    values["length"] = .number(max(share.total, 1))
    values["bar"] = .list(
      [(Portion.done, 0, share.done), (.sent, share.done, share.reported - share.done)].filter { $0.2 > 0 }.map {
        ["class": .text($0.0.rawValue), "start": .number($0.1), "count": .number($0.2)]
      })
    values["periods"] = .list(
      periods.map { item in
        let day = item.duty.toldDay
        return [
          "href": .text(DutyRow.address(item.duty.id, visit)),
          "label": .text(PeriodWording(visit.wording).text(of: item.duty).asBeginning),
          "day": .text(day.map(visit.dates.short) ?? wording.when(item)),
        ].merging(DutyTags(item, today: visit.today, visit.language).values) { first, _ in first }
      })
    return values
  }
}
