import CivilCalendar
import Diagnostics
import Expansion
import HTTPMessages
import Operations
import Presentation
import Rules
import Templates

/// One year by units: a drawing of when work is to be done, and its figures by quarters.
struct YearPage: Page {
  static let template = "year.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "links": .list(["href": .text, "label": .text, "isNext": .truth]), "region": .text,
    "drawing": .text,
    "isEmpty": .truth, "emptyText": .text, "undated": .text, "beyond": .text, "outside": .text, "quarters": .texts,
    "rows": .list(rowShape), "sum": .list(rowShape), "isPaged": .truth,
    "pages": .list(["href": .text, "label": .text]),
  ].merging(Timeline.shape) { first, _ in first }.merging(Portion.keyShape) { first, _ in first }
  private static let rowShape: [String: TemplateShape] = [
    "name": .text, "href": .text, "cells": .list(["label": .text, "value": .text, "late": .text]),
  ]

  /// Units on a page, at most.
  private static let most = 40

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .year }
  var bodyClass: String { "land" }

  static func answer(_ visit: Visit, year: Int) -> HTTPAnswer {
    if let fault = visit.fault(of: "after", .number(0...Int(Int32.max))) { return fault.answer(visit) }
    do throws(FilterFault) { return visit.page(YearPage(visit, year, try visit.narrowed())) } catch {
      return error.problem.answer(visit)
    }
  }

  /// As an address has it; nil if that is no year.
  static func year(named text: String) -> Int? { Int(text).flatMap { years.contains($0) ? $0 : nil } }

  /// Those that pages show, by years and by months.
  static let years = 1900...9998

  /// The years beside one, and the nearest one with work where it lies outside of those that have any.
  private static func neighbours(of year: Int, _ busy: ClosedRange<Int>?) -> [Int] {
    let beside = [year - 1, year + 1].filter(years.contains)
    guard let nearest = busy.map({ min(max(year, $0.lowerBound), $0.upperBound) }), nearest != year else {
      return beside
    }
    return beside + (beside.contains(nearest) ? [] : [nearest])
  }

  private static func range(_ years: ClosedRange<Int>, _ visit: Visit) -> String {
    let (first, last) = (years.lowerBound, years.upperBound)
    return first == last
      ? visit.say(" Mọi việc có hạn đều đến hạn trong năm \(first).", " All work with a day is due in \(first).")
      : visit.say(" Có việc đến hạn từ năm \(first) đến năm \(last).", " Work is due from \(first) to \(last).")
  }

  private init(_ visit: Visit, _ year: Int, _ filter: UpcomingFilter) {
    let (only, plan) = (filter.recipients, filter.plan)
    let duties = visit.model.counted
    let quarters = Self.quarters(year, duties, plan)
    let leads = Self.leads(Set(quarters.keys.map(\.leads)), of: only, visit)
    let start = min(max(visit.route.value("after").flatMap { Int($0) } ?? 0, 0), leads.count)
    let shown = Array(leads.dropFirst(start).prefix(Self.most))
    let name = only.map(visit.names(of:))
    let heading =
      name.map { visit.say("Năm \(year): \($0)", "\(year): \($0)") }
      ?? visit.say("Năm \(year) theo đơn vị", "\(year) by unit")
    title = heading + (plan.map { ", \(visit.names.plan($0))" } ?? "")
    let undated = duties.all.count { one in
      one.due == nil && one.counted.isCounted && (plan == nil || one.plan == plan)
        && (only == nil || leads.contains { $0.place == one.leads })
    }
    let outside = Self.outside(year, duties, plan, of: only, visit)
    let ended = Self.ended(before: year, of: plan, visit).map(visit.names.plan).joined(separator: "; ")
    let uncounted =
      ended.isEmpty
      ? ""
      : visit.say(
        "Việc “và các năm tiếp theo” chỉ được liệt kê và tính đến hết kế hoạch, nên năm \(year) không có việc ấy của: \(ended).",
        "Work “and the following years” is listed and counted to the end of its plan, so that \(year) has none of: \(ended)."
      )
    let names = (1...4).map { visit.say("Quý \(["I", "II", "III", "IV"][$0 - 1])", "Q\($0)") }
    func row(_ name: String, _ href: String?, _ figures: (Int) -> Statistic.Row) -> [String: TemplateValue] {
      [
        "name": .text(name), "href": .optional(href),
        "cells": .list(
          (0..<4).map { quarter in
            let row = figures(quarter)
            let late = row[.overdue] == 0 ? "" : visit.number(row[.overdue])
            return [
              "label": .text(names[quarter]),
              "value": .text(row.total == 0 ? "–" : "\(visit.number(row.done))/\(visit.number(row.total))"),
              "late": .text(
                late.isEmpty ? "" : visit.say("(\(late) quá hạn)", "(\(late) overdue)")),
            ]
          }),
      ]
    }
    func other(_ year: Int, isNext: Bool) -> [String: TemplateValue] {
      [
        "href": .text(
          Route.address(["nam", "\(year)"], visit.language, query: visit.route.query.filter { $0.name != "after" })),
        "label": .text("\(year)"), "isNext": .truth(isNext),
      ]
    }
    let dues = duties.all.compactMap { $0.due?.year }
    let busy = dues.min().flatMap { first in dues.max().map { first...$0 } }
    let pages = [
      start > 0 ? (max(start - Self.most, 0), visit.say("Các đơn vị trước", "Units before")) : nil,
      start + Self.most < leads.count ? (start + Self.most, visit.say("Các đơn vị sau", "Units after")) : nil,
    ].compactMap { $0 }
    let values: [String: TemplateValue] = [
      "heading": .text(title),
      "links": .list(
        Self.neighbours(of: year, busy).enumerated().map { other($1, isNext: $0 > 0) } + [
          filter.isEmpty
            ? [
              "href": .text(visit.address("don-vi")), "label": .text(visit.say("Chọn một đơn vị", "Choose a unit")),
              "isNext": .truth(true),
            ]
            : [
              "href": .text(visit.address("nam", "\(year)")),
              "label": .text(
                plan == nil
                  ? visit.say("Tất cả đơn vị", "All units")
                  : visit.say("Bỏ mọi điều kiện lọc", "Take all filters away")),
              "isNext": .truth(true),
            ]
        ]),
      "region": .text(visit.say("Trục thời gian năm \(year), cuộn ngang", "Timeline of \(year), scrolls sideways")),
      "drawing": .text(
        visit.say(
          "Trục thời gian các việc của năm \(year) theo đơn vị; số liệu có trong bảng bên dưới",
          "Timeline of the work of \(year) by unit; its figures are in the table below")),
      "isEmpty": .truth(shown.isEmpty),
      "emptyText": .text(
        !uncounted.isEmpty
          ? uncounted
          : visit.say(
            "Không có việc nào đến hạn trong năm \(year). Xem năm khác, hoặc các việc chưa có hạn ở mục Việc.",
            "Nothing is due in \(year). See another year, or work without a day under Work.")
            + (busy.map { Self.range($0, visit) } ?? "")),
      "beyond": .text(shown.isEmpty ? "" : uncounted),
      "outside": .text(outside.isEmpty ? "" : visit.say("Ngoài bảng: \(outside).", "Outside the table: \(outside).")),
      "undated": .text(
        undated == 0
          ? ""
          : visit.say(
            "\(visit.number(undated)) việc chưa có ngày nên không có trong hình và bảng.",
            "Without a day yet, and neither in the drawing nor in the table: \(visit.number(undated)).")),
      "quarters": .list(names.map { .text($0) }),
      "rows": .list(
        shown.map { lead in
          row(lead.name, Subjects.address(of: .leads(duties.leads[lead.place]), visit)) { quarter in
            quarters[Quarter(leads: lead.place, number: quarter)] ?? .init("")
          }
        }),
      "sum": .list([
        row(visit.say("Cộng", "Sum"), nil) { quarter in
          leads.reduce(into: .init("")) { $0.add(quarters[Quarter(leads: $1.place, number: quarter)] ?? .init("")) }
        }
      ]),
      "isPaged": .truth(!pages.isEmpty),
      "pages": .list(
        pages.map { ["href": .text(visit.route.address(["after": "\($0.0)"])), "label": .text($0.1)] }),
    ]
    let timeline = Timeline(year, duties, plan: plan, of: shown, visit)
    self.values = values.merging(timeline.values(visit)) { first, _ in first }
      .merging(Portion.key(visit.language)) { first, _ in first }
  }

  private struct Quarter: Hashable {
    /// A place in `CountedDuties.leads`.
    let leads: Int
    /// From 0.
    let number: Int
  }

  private static func quarters(_ year: Int, _ duties: CountedDuties, _ plan: PlanID?) -> [Quarter: Statistic.Row] {
    let ends = [3, 6, 9, 12].compactMap {
      CivilDate(year: year, month: $0, day: CivilDate.daysInMonth(year: year, month: $0))
    }
    let range = DayRange.year(year)
    return duties.figures { one -> Quarter? in
      guard let due = one.due, range.contains(due), one.counted.isCounted, plan == nil || one.plan == plan
      else { return nil }
      return ends.firstIndex { due <= $0 }.map { Quarter(leads: one.leads, number: $0) }
    }
  }

  /// What the list of the year has and its table has not: `1 được miễn`.
  private static func outside(
    _ year: Int, _ duties: CountedDuties, _ plan: PlanID?, of only: Set<Recipient>?, _ visit: Visit
  ) -> String {
    let range = DayRange.year(year)
    let waived = duties.figures { one -> Int? in
      guard one.counted == .waived, one.due.map(range.contains) ?? false, plan == nil || one.plan == plan else {
        return nil
      }
      return one.leads
    }
    let leads = leads(Set(waived.keys), of: only, visit)
    return Standing.outside(leads.reduce(into: .init("")) { $0.add(waived[$1.place] ?? .init("")) }, visit)
  }

  /// The plans whose rows without end no list has in that year.
  private static func ended(before year: Int, of only: PlanID?, _ visit: Visit) -> [PlanID] {
    let rules = visit.rules
    return rules.plans.indices.filter { plan in
      (only == nil || plan == only) && year > rules.lastYear(of: rules.plans[plan], on: visit.today)
        && rules.tasks.contains { $0.plan == plan && $0.due.contains(where: \.deadline.outlastsPlans) }
    }
  }

  /// Who leads any of the work, by name.
  private static func leads(
    _ places: Set<Int>, of only: Set<Recipient>?, _ visit: Visit
  ) -> [(place: Int, name: String)] {
    let duties = visit.model.counted
    let units = only.map { Set($0.flatMap(visit.rules.units)) }
    let wanted = places.filter { place in
      let leads = duties.leads[place]
      guard let only, let units else { return true }
      return !only.isDisjoint(with: leads) || !units.isDisjoint(with: leads.flatMap(visit.rules.units))
    }
    let names = visit.names.apart(wanted.map { duties.leads[$0] })
    return zip(wanted, names).map { place, name in
      let shown =
        duties.leads[place].isEmpty ? visit.say("(việc có độ mật)", "(classified work)") : name
      return (order: VietnameseOrder(shown), row: (place: place, name: shown))
    }.sorted { ($0.order, $0.row.place) < ($1.order, $1.row.place) }.map(\.row)
  }
}
