import Channels
import CivilCalendar
import Delivery
import Expansion
package import Presentation
import Reminders
import Rules

/// Words who would be told of each obligation of a task, when and through what, as a table for each.
package struct RouteText {
  private let query: ReminderQuery
  private let language: Language
  private let style: TerminalStyle
  private let width: Int

  private let outlook: [(id: ObligationID, coming: ComingSteps?, through: CivilDate?)]

  /// Fails where it cannot be read what was sent.
  package init(
    _ query: ReminderQuery, _ language: Language, style: TerminalStyle, width: Int
  ) throws(OperationFailure) {
    (self.query, self.language, self.style, self.width) = (query, language, style, width)
    outlook = try query.outlook()
  }

  package var text: String {
    outlook.map { id, coming, through in
      let heading = style(.heading, TerminalEscaper.escape(id.description)) + "\n"
      let steps = coming?.steps ?? []
      return heading + (through != nil && steps.isEmpty ? "" : table(steps, id)) + notes(coming, through)
    }.joined()
  }

  /// Until when it was looked, and who should be told and cannot be.
  private func notes(_ coming: ComingSteps?, _ through: CivilDate?) -> String {
    guard let through else { return "" }
    let day = DateWording(language).day(through)
    guard let coming else {
      return say("  Chưa tính được sẽ nhắc ai.", "  Who will be told was not worked out.") + "\n"
    }
    let first =
      coming.steps.isEmpty
      ? say("Đến hết \(day) không còn lời nhắc nào.", "No reminders are to come until \(day).")
      : say(
        "Tính đến hết \(day), nếu không có ghi nhận gì thêm.", "Until \(day), if nothing more is recorded.")
    let units = coming.unreached.map { query.agenda.rules.units[$0].title }.joined(separator: "; ")
    let second = units.isEmpty ? nil : say("Không có địa chỉ: \(units).", "Without an address: \(units).")
    return [first, second].compactMap { $0 }.flatMap { line in
      TextWrapping.lines(of: TerminalEscaper.escape(line), columns: max(width - 2, 40)).map { "  \($0)\n" }
    }.joined()
  }

  private func table(_ steps: [ScheduledStep], _ id: ObligationID) -> String {
    let plan = query.agenda.plan(of: .obligation(id))
    let offsets = steps.map { query.agenda.offset($0.slot, in: plan) }
    let when = when(plan, Set(offsets))
    let longest = when.split(separator: " ").map(DisplayWidth.of).max() ?? 0
    var table = TextTable(
      [
        .init(when, isFlexible: true, minimum: max(Self.moment, longest)),
        .init(say("Gửi", "To"), isFlexible: true, joints: ","),
        .init(say("Vai", "As")), .init(say("Bước", "Step")), .init(say("Qua", "By"), isFlexible: true, joints: ","),
        .init(say("Vì", "Why"), isFlexible: true, joints: ","),
      ], indentation: 2)
    table.rows = zip(steps, offsets).map { step, offset in
      let unit = query.agenda.rules.units[step.unit]
      let zone = Zone(fixed: offset)
      let why = step.kind.words(of: step.told, on: zone.day(of: step.slot))
      return [
        RoundReportText.moment(step.slot, zone), TerminalEscaper.escape(unit.title), role(step.role),
        step.kind.code, way(step, unit), why.text(in: language),
      ]
    }
    var lines = table.lines(widths: table.widths(in: width))
    if lines.contains(where: { DisplayWidth.of($0) > width }) {
      // Where the table does not fit, the terminal would break its lines, and addresses in them.
      table.columns.remove(at: Self.ways)
      for row in table.rows.indices { table.rows[row].remove(at: Self.ways) }
      lines = table.lines(widths: table.widths(in: width)) + list(steps)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The place of the column of addresses, and the columns that day and time take.
  private static let (ways, moment) = (4, 16)

  /// Through what each unit is told, below the table. No address is broken.
  private func list(_ steps: [ScheduledStep]) -> [String] {
    var ways: [String] = []
    for step in steps {
      let unit = query.agenda.rules.units[step.unit]
      let line = "\(TerminalEscaper.escape(unit.title)): \(way(step, unit))"
      if !ways.contains(line) { ways.append(line) }
    }
    return [say("  Qua:", "  By:")]
      + ways.flatMap { line in
        let longest = line.split(separator: " ").map(DisplayWidth.of).max() ?? 0
        return TextWrapping.lines(of: line, columns: max(width - 4, longest)).map { "    " + $0 }
      }
  }

  /// The title of the column of times, with the zone that they are in: `Lúc (Asia/Ho_Chi_Minh, UTC+7)`.
  private func when(_ plan: PlanID?, _ offsets: Set<Int64>) -> String {
    let rules = query.agenda.rules
    let calendar = plan.map { rules.plans[$0].calendar }
    let own = calendar.flatMap { rules.calendars.indices.contains($0) ? rules.calendars[$0].timeZone : nil }
    let zone = ([own ?? query.run.context.configuration.office.timeZone] + offsets.sorted().map(Self.utc))
      .joined(separator: ", ")
    return say("Lúc (\(zone))", "When (\(zone))")
  }

  /// `UTC+7`, `UTC+10:30`
  private static func utc(_ seconds: Int64) -> String {
    let (hours, minutes) = (abs(seconds) / 3600, abs(seconds) / 60 % 60)
    return "UTC\(seconds < 0 ? "-" : "+")\(hours)" + (minutes == 0 ? "" : minutes < 10 ? ":0\(minutes)" : ":\(minutes)")
  }

  private func way(_ step: ScheduledStep, _ unit: Unit) -> String {
    let ways = step.channels.map { ChannelCatalog.shown(unit.addresses[$0] ?? "", by: $0) }
    guard ways.isEmpty else { return TerminalEscaper.escape(ways.joined(separator: ", ")) }
    return say("không có địa chỉ", "no address")
  }

  private func role(_ role: Role) -> String {
    switch role {
    case .lead: say("chủ trì", "lead")
    case .support: say("phối hợp", "support")
    case .addressee: say("nơi nhận", "addressee")
    case .watcher: say("theo dõi", "watcher")
    case .named: say("được nêu tên", "named")
    case .superior: say("cấp trên", "superior")
    case .confirmer: say("xác nhận", "confirmer")
    case .decider: say("quyết định", "decider")
    case .focalPoint: say("đầu mối", "focal point")
    case .leader: say("lãnh đạo", "leader")
    }
  }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
}
