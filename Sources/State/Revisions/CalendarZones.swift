package import Diagnostics
package import Reminders
package import Rules
import TimeZones

/// The time zones of a rule book's calendars, from the zone files of this machine.
package struct CalendarZones: Sendable {
  private let zones: [String: Zone]
  private let standard: Zone
  /// Diagnostics of calendars whose zone this machine does not have. Days and instants of their plans would be wrong.
  package let problems: [Diagnostic]

  /// - Parameter standard: the zone of calendars that name none; nil for UTC+7.
  package init(_ rules: RuleSet, standard name: String? = nil) {
    var zones: [String: Zone] = [:]
    var problems: [Diagnostic] = []
    var standard = Zone.vietnam
    do throws(TimeZoneFailure) {
      if let name { standard = try Self.zone(name) }
    } catch {
      problems.append(Self.diagnostic(error, name ?? "", nil))
    }
    self.standard = standard
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

  /// Why this machine cannot use the zone that the configuration names; nil if it can.
  package static func problem(ofStandard name: String) -> Diagnostic? {
    do throws(TimeZoneFailure) {
      _ = try zone(name)
      return nil
    } catch {
      return diagnostic(error, name, nil)
    }
  }

  /// The zone of a calendar, as `Agenda` asks for it.
  package var zoneOf: Agenda.ZoneOf { { [zones, standard] name in name.flatMap { zones[$0] } ?? standard } }

  private static func zone(_ name: String) throws(TimeZoneFailure) -> Zone {
    // This zone has been UTC+7 since 1975, so that it needs no file.
    if name == "Asia/Ho_Chi_Minh" || name == "Asia/Saigon" { return .vietnam }
    let file = try TimeZoneFile.named(name)
    return Zone { file.offset(at: $0.seconds) }
  }

  /// - Parameter calendar: the calendar that names the zone; nil for the configuration.
  private static func diagnostic(_ failure: TimeZoneFailure, _ name: String, _ calendar: RuleCalendar?) -> Diagnostic {
    let place = calendar?.title ?? "office.time-zone"
    let words: Bilingual =
      switch failure {
      case .unknown:
        .init(
          vi:
            "máy này không có múi giờ “\(name)” của “\(place)”; tên phải như “Asia/Ho_Chi_Minh”, và gói "
            + "tzdata phải được cài",
          en: "this machine has no time zone “\(name)”, which “\(place)” names; write it like "
            + "“Asia/Ho_Chi_Minh”, with the package tzdata installed")
      case .damaged(let what):
        .init(
          vi: "tệp múi giờ “\(name)” trên máy này bị hỏng (\(what))",
          en: "the file of the time zone “\(name)” on this machine is damaged (\(what))")
      }
    return Diagnostic(
      .error, "unknown-time-zone", vi: words.vi, en: words.en,
      at: calendar?.span ?? Span(SourceText(name: place, bytes: []), 0, 0))
  }
}
