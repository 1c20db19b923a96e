import Addresses
import Expansion
import HTTPMessages
import Operations
import Presentation
import Rules
import Templates

/// One unit or group: what it leads, supports and has done, and why it is late.
struct UnitPage: Page {
  static let template = "unit.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text, "unitsHref": .text, "unitsLabel": .text, "shared": .text,
    "counts": .list(["class": .text, "href": .text, "number": .text, "label": .text]),
    "details": .list(["summary": .text, "rest": .text, "restHref": .text, "rows": .list(DutyRow.shape)]),
    "facts": .list(["label": .text, "value": .text, "href": .text]),
    "links": .list(["href": .text, "label": .text]), "members": .list(["href": .text, "label": .text]),
  ].merging(FoldedList.shape) { first, _ in first }.merging(DelayTable.shape) { first, _ in first }

  /// Rows of what is folded away, at most.
  private static let most = 100

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .units }

  static func answer(_ visit: Visit, id: String) -> HTTPAnswer {
    do throws(FilterFault) { _ = try visit.narrowed() } catch { return error.problem.answer(visit) }
    return UnitPage(visit, id: id).map { visit.page($0) } ?? Routes.missing(visit)
  }

  /// Nil if there is no such unit or group.
  private init?(_ visit: Visit, id: String) {
    let rules = visit.rules
    guard let recipient = Subjects.recipient(id, plan: visit.route.value("plan"), rules) else { return nil }
    let namesakes = Subjects.namesakes(of: recipient, visit)
    title = visit.names.apart(([recipient] + namesakes).map { [$0] })[0]
    let work = Work(recipient, visit)
    let list = FoldedList(
      work.led.filter { $0.group != .standing }, caption: visit.say("Chủ trì", "Leads"),
      empty: (
        visit.say("Không chủ trì việc nào đang mở", "Leads no open work"),
        visit.say(
          "Việc phối hợp và việc đã xong, nếu có, ở bên dưới.", "What it supports or has done is below, if any.")
      ), visit)
    let reference = rules.reference(to: recipient)
    func address(of state: StateCounts.State) -> String { state.address(visit, query: [.init("lead", reference)]) }
    /// A list that is folded away; nil if there is nothing in it.
    func detail(
      _ items: [UpcomingItem], isOwn: Bool = false, vi: (String) -> String, en: (String) -> String
    ) -> [String: TemplateValue]? {
      guard !items.isEmpty else { return nil }
      let left = items.count - Self.most
      return [
        "summary": .text(visit.say(vi(visit.number(items.count)), en(visit.number(items.count)))),
        "rest": .text(left > 0 ? visit.say("Còn \(visit.number(left)) việc nữa", "\(visit.number(left)) more") : ""),
        "restHref": .text(visit.address("viec", query: ["unit": reference])),
        "rows": .list(
          items.prefix(Self.most).map { item in
            var values = DutyRow(item, visit).values
            if isOwn { values["leads"] = .text("") }
            return values
          }),
      ]
    }
    let values: [String: TemplateValue] = [
      "heading": .text(visit.names.recipient(recipient)),
      "subheading": .text(Self.subheading(recipient, isOfPlan: !namesakes.isEmpty, visit)),
      "shared": .text(work.shared(visit)),
      "unitsHref": .text(visit.address("don-vi")), "unitsLabel": .text(visit.say("Đơn vị", "Units")),
      "counts": .list(
        StateCounts.State.main.map { state in
          [
            "class": .text(state.colour.rawValue),
            "number": .text(visit.number(list.counts[state] ?? 0)), "href": .text(address(of: state)),
            "label": .text(state.words.text(in: visit.language)),
          ]
        }),
      "details": .list(
        [
          detail(
            list.closed, isOwn: true, vi: { "Đã xong, đã kết thúc \($0) việc khác" }, en: { "Ended: \($0) more" }),
          detail(
            work.led.filter { $0.group == .standing }, isOwn: true, vi: { "Chủ trì \($0) việc thường xuyên" },
            en: { "Standing duties led: \($0)" }),
          detail(
            work.supported.filter { $0.group != .closed && $0.group != .standing },
            vi: { "Phối hợp \($0) việc đang mở" }, en: { "Open duties supported: \($0)" }),
          detail(
            work.supported.filter { $0.group == .standing }, vi: { "Phối hợp \($0) việc thường xuyên" },
            en: { "Standing duties supported: \($0)" }),
        ].compactMap { $0 }),
      "facts": .list(Self.facts(recipient, namesakes, visit)), "members": .list(Self.members(recipient, visit)),
      "links": .list([
        [
          "href": .text(
            Route.address(
              ["nam", "\(visit.today.year)"], visit.language, query: [.init("unit", reference)])),
          "label": .text(visit.say("Trục thời gian năm \(visit.today.year)", "Timeline of \(visit.today.year)")),
        ],
        [
          "href": .text(Route.address(["thong-ke"], visit.language, query: [.init("unit", reference)])),
          "label": .text(visit.say("Thống kê, tải về Excel và Word", "Statistic, as Excel and Word files too")),
        ],
      ]),
    ]
    self.values = values.merging(DelayTable.values(work.figures, of: work.late, visit)) { first, _ in first }
      .merging(list.values(visit, more: address(of:))) { first, _ in first }
  }

  /// What the unit, or the groups in which it is, lead and support.
  private struct Work {
    let led: [UpcomingItem]
    let supported: [UpcomingItem]
    let figures: Statistic.Row
    /// How many of them it leads alone, in the total: those of its row in tables by unit.
    let alone: Int
    /// How many are late or were, by where they are counted.
    let late: [Statistic.Class: Int]

    init(_ recipient: Recipient, _ visit: Visit) {
      let (duties, items) = (visit.model.counted, visit.model.list.items)
      var recipients: Set<Recipient> = [recipient]
      if case .unit(let unit) = recipient {
        recipients.formUnion(
          visit.rules.groups.indices.filter { visit.rules.groups[$0].members.contains(unit) }.map { .group($0) })
      }
      let leads = CountedDuties.places(of: recipients, in: duties.leads)
      let supports = CountedDuties.places(of: recipients, in: duties.supports)
      let led = duties.all.filter { leads.contains($0.leads) }
      self.led = led.map { items[$0.place] }
      supported = duties.all.filter { supports.contains($0.supports) && !leads.contains($0.leads) }.map {
        items[$0.place]
      }
      figures = duties.figures { leads.contains($0.leads) ? true : nil }[true] ?? .init("")
      let own = Set(duties.leads.indices.filter { duties.leads[$0] == [recipient] })
      alone = duties.figures { own.contains($0.leads) ? true : nil }[true]?.total ?? 0
      late = duties.late(among: duties.all.indices.filter { leads.contains(duties.all[$0].leads) })
    }

    /// Why it is more here than in tables by unit; empty where it is not.
    func shared(_ visit: Visit) -> String {
      let (all, own, others) = (figures.total, alone, figures.total - alone)
      guard others > 0 else { return "" }
      func number(_ count: Int) -> String { visit.number(count) }
      return visit.say(
        "Chủ trì \(number(all)) việc trong tổng số: \(number(own)) việc một mình, \(number(others)) việc cùng đơn vị khác hoặc trong nhóm; "
          + "ở bảng theo đơn vị, \(number(others)) việc này nằm ở dòng riêng.",
        "Leads \(number(all)) of the total: \(number(own)) alone, \(number(others)) with other units or in a group, "
          + "which have rows of their own in tables by unit.")
    }
  }

  /// `của Kế hoạch A · thuộc UBND tỉnh · báo lên Chủ tịch UBND tỉnh`
  /// - Parameter isOfPlan: whether its plan is said, since others have its name.
  private static func subheading(_ recipient: Recipient, isOfPlan: Bool, _ visit: Visit) -> String {
    let plans = isOfPlan ? visit.rules.plans(of: recipient).map(visit.names.plan) : []
    let of = plans.isEmpty ? nil : visit.say("trong ", "in ") + plans.joined(separator: "; ")
    switch recipient {
    case .unit(let id):
      let unit = visit.rules.units[id]
      let part = unit.partOf.map { visit.say("thuộc \(visit.names.unit($0))", "part of \(visit.names.unit($0))") }
      let superior = unit.superior.map {
        visit.say("báo lên \(visit.names.unit($0))", "superior: \(visit.names.unit($0))")
      }
      return [of, part, superior].compactMap { $0 }.joined(separator: " · ")
    case .group(let id):
      let count = visit.rules.groups[id].members.count
      return [of, visit.say("nhóm gồm \(count) đơn vị", "a group of \(count) units")].compactMap { $0 }
        .joined(separator: " · ")
    }
  }

  private static func facts(
    _ recipient: Recipient, _ namesakes: [Recipient], _ visit: Visit
  ) -> [[String: TemplateValue]] {
    var facts: [(String, String, href: String?)] = namesakes.map { other in
      let plans = visit.rules.plans(of: other).map(visit.names.plan).joined(separator: "; ")
      return (
        visit.say("Cùng tên", "Of the same name"),
        plans.isEmpty ? visit.names.recipient(other) : visit.say("trong \(plans)", "in \(plans)"),
        Subjects.address(of: other, visit)
      )
    }
    if case .unit(let id) = recipient { facts = self.facts(visit.rules.units[id], visit) + facts }
    return facts.map { ["label": .text($0.0), "value": .text($0.1), "href": .optional($0.href)] }
  }

  private static func facts(_ unit: Unit, _ visit: Visit) -> [(String, String, href: String?)] {
    var facts: [(String, String, href: String?)] = [
      (
        visit.say("Hộp thư", "Mailbox"),
        unit.email.map(ShownAddresses.shortened) ?? visit.say("chưa có trong quy tắc", "none in the rules"), nil
      )
    ]
    if let superior = unit.superior {
      facts.append(
        (visit.say("Cấp trên", "Superior"), visit.names.unit(superior), Subjects.address(of: .unit(superior), visit)))
    }
    if let merger = unit.mergedInto {
      facts.append(
        (
          visit.say("Sáp nhập", "Merged"),
          visit.say(
            "vào \(visit.names.unit(merger.unit)) từ ngày \(visit.dates.short(merger.from))",
            "into \(visit.names.unit(merger.unit)) from \(visit.dates.inSentence(merger.from))"),
          Subjects.address(of: .unit(merger.unit), visit)
        ))
    }
    return facts
  }

  private static func members(_ recipient: Recipient, _ visit: Visit) -> [[String: TemplateValue]] {
    guard case .group(let id) = recipient else { return [] }
    return visit.rules.groups[id].members.map {
      ["href": .text(Subjects.address(of: .unit($0), visit)), "label": .text(visit.names.unit($0))]
    }
  }
}
