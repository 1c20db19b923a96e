public import Reminders
public import RuleSyntax
public import Rules
import TimeZones

/// The time zones of a rule book's calendars, from the zone files of this machine.
public struct CalendarZones: Sendable {
  private let zones: [String: Zone]
  /// Calendars of plans whose zone this machine does not have. Days and instants of these plans would be wrong.
  public let problems: [Diagnostic]

  public init(_ rules: RuleSet) {
    var zones: [String: Zone] = [:]
    var problems: [Diagnostic] = []
    for id in Set(rules.plans.map(\.calendar)).sorted() where rules.calendars.indices.contains(id) {
      let calendar = rules.calendars[id]
      guard let name = calendar.timeZone, zones[name] == nil else { continue }
      do throws(TimeZoneFailure) {
        zones[name] = try Self.zone(name)
      } catch {
        problems.append(Self.diagnostic(error, name, calendar))
      }
    }
    self.zones = zones
    self.problems = problems
  }

  /// For `Agenda`; a calendar that names no zone is Việt Nam's.
  public var zoneOf: Agenda.ZoneOf { { [zones] name in name.flatMap { zones[$0] } ?? .vietnam } }

  private static func zone(_ name: String) throws(TimeZoneFailure) -> Zone {
    // UTC+7 since 1975: no file needed.
    if name == "Asia/Ho_Chi_Minh" || name == "Asia/Saigon" { return .vietnam }
    let file = try TimeZoneFile.named(name)
    return Zone { file.offset(at: $0.seconds) }
  }

  private static func diagnostic(_ failure: TimeZoneFailure, _ name: String, _ calendar: RuleCalendar) -> Diagnostic {
    let words: Diagnostic.Words =
      switch failure {
      case .unknown:
        .init(
          vi:
            "máy này không có múi giờ “\(name)” của lịch “\(calendar.title)”; tên phải như “Asia/Ho_Chi_Minh”, và gói "
            + "tzdata phải được cài",
          en: "this machine has no time zone “\(name)”, which the calendar “\(calendar.title)” names; write it like "
            + "“Asia/Ho_Chi_Minh”, with the package tzdata installed")
      case .damaged(let what):
        .init(
          vi: "tệp múi giờ “\(name)” trên máy này bị hỏng (\(what))",
          en: "the file of the time zone “\(name)” on this machine is damaged (\(what))")
      }
    return Diagnostic(.error, "unknown-time-zone", vi: words.vi, en: words.en, at: calendar.span)
  }
}
