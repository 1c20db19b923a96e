import CivilCalendar
import Diagnostics

extension Resolver {
  /// The days off of one year, with their block.
  struct AnnouncedYear {
    var announcement: WorkingCalendar.Announcement
    var place: BlockPlace
    /// Every line of it is understood.
    var isWhole: Bool
  }

  /// The list of a year is whole: what it leaves out is worked, which whoever adds one day does not expect.
  /// - Parameters:
  ///   - before: the calendar without the list, with what it is based on.
  ///   - after: the same with it.
  func reportDropped(
    _ announced: AnnouncedYear, _ before: WorkingCalendar.Definition, _ after: WorkingCalendar.Definition
  ) {
    let (announcement, file) = (announced.announcement, file(announced.place))
    guard announced.isWhole, !file.isShipped, let days = Period.year(announcement.year).days() else { return }
    let years = max(announcement.year - 1, 1)...min(announcement.year + 1, 9999)
    let (old, new) = (WorkingCalendar(before, covering: years), WorkingCalendar(after, covering: years))
    let worked = Set(announcement.work.map(\.day) + announcement.swaps.map(\.work))
    let dropped = (0...days.last.days(since: days.first)).map { days.first.adding(days: $0) }.filter {
      old.isWorking($0) == false && new.isWorking($0) == true && !worked.contains($0)
    }
    guard !dropped.isEmpty else { return }
    let shown = dropped.prefix(5).map(FactWriter.text).joined(separator: ", ") + (dropped.count > 5 ? ", …" : "")
    report(
      Diagnostic(
        .holidaysDropped,
        vi:
          "khối này thay cho mọi ngày nghỉ lễ của năm \(announcement.year), nên \(dropped.count) ngày không còn là ngày "
          + "nghỉ: \(shown); hãy ghi đủ các ngày nghỉ của năm, hoặc ghi “làm bù” những ngày đi làm",
        en: "this block replaces all holidays of \(announcement.year), so that \(dropped.count) "
          + "\(dropped.count == 1 ? "day is" : "days are") no longer off: \(shown); list all days off of the year, or the "
          + "days that are worked under “work”", at: file.span(block(announced.place).header)))
  }
}

extension WorkingCalendar.Definition {
  /// The list of a year replaces the holidays of the calendar that it was announced for, not those that a calendar based on
  /// it has of its own.
  mutating func keep(_ own: [HolidayRule]) {
    guard !own.isEmpty else { return }
    for year in announcements.keys {
      let alone = WorkingCalendar.Definition(weeklyDaysOff: [], holidays: own)
      guard let days = Period.year(year).days() else { continue }
      let calendar = WorkingCalendar(alone, covering: year...year)
      for day in (0..<days.count).map({ days.first.adding(days: $0) }) {
        guard let status = calendar.status(of: day), !status.isWorking,
          announcements[year]?.off.contains(where: { $0.day == day }) == false
        else { continue }
        announcements[year]?.off.append(.init(day, status.name ?? ""))
      }
    }
  }
}
