import CivilCalendar
import Diagnostics
import RuleSyntax

/// Calendars, with the years announced for them.
extension Resolver {
  func resolveCalendars(covering asked: ClosedRange<Int>?) {
    let bases = calendarBlocks.map { place in block(place).field(.basedOn).flatMap { calendar($0, file(place)) } }
    reportCycles(
      of: set.calendars.indices, next: { bases[$0].map { [$0] } ?? [] }, wordsVi: "dựa trên nhau",
      wordsEn: "based on one another", name: { (self.set.calendars[$0].title, self.set.calendars[$0].span) })
    let announcements = announcements()
    let years = coveredYears(asked)
    var definitions: [WorkingCalendar.Definition?] = Array(repeating: nil, count: set.calendars.count)
    for calendar in set.calendars.indices {
      // From the calendar along its bases to the first one that is known, then back; a circle is cut where it closes.
      var chain: [CalendarID] = []
      var next: CalendarID? = calendar
      while let link = next, definitions[link] == nil, !chain.contains(link), chain.count < 100 {
        chain.append(link)
        next = bases[link]
      }
      for link in chain.reversed() {
        definitions[link] = definition(of: link, base: bases[link], announcements, definitions)
      }
      set.calendars[calendar].calendar = WorkingCalendar(
        definitions[calendar] ?? WorkingCalendar.Definition(), covering: years)
    }
    declarePlanCalendars()
  }

  private func declarePlanCalendars() {
    for (plan, place) in planBlocks.enumerated() {
      guard let field = block(place).field(.calendar) else { continue }
      set.plans[plan].calendar = calendar(field, file(place)) ?? 0
    }
    if set.calendars.isEmpty, !set.plans.isEmpty {
      // Nothing to count with: plans point to a calendar without holidays, and the missing one has been reported.
      let place = planBlocks[0]
      set.calendars.append(
        RuleCalendar(
          id: "", title: "", calendar: WorkingCalendar(WorkingCalendar.Definition(), covering: coveredYears(nil)),
          law: PlainLaw(), span: file(place).span(block(place).header)))
    }
  }

  /// From two years before the first plan to twelve after the last.
  private func coveredYears(_ asked: ClosedRange<Int>?) -> ClosedRange<Int> {
    var first = asked?.lowerBound ?? set.plans.first?.years.lowerBound ?? 2024
    var last = asked?.upperBound ?? set.plans.first?.years.upperBound ?? 2024
    for plan in set.plans {
      first = min(first, plan.years.lowerBound)
      last = max(last, plan.years.upperBound)
    }
    // A rule book of many centuries is a mistake elsewhere; here it must not fill the memory.
    last = min(last, first + 300)
    return max(first - 2, 1)...min(last + 12, 9999)
  }

  private func calendar(_ field: FieldSyntax, _ file: ResolvedFile) -> CalendarID? {
    let text = file.text(field.value)
    let name = FoldedName(text)
    if let found = set.names.find(name, \.calendars, from: file.folder) { return found }
    unknownName(
      .unknownCalendar, text, field.value.whole, file, nounVi: "lịch", nounEn: "calendar",
      near: suggestions.take { set.names.nearest(to: name, \.calendars, from: file.folder) })
    return nil
  }

  private func definition(
    of calendar: CalendarID, base: CalendarID?, _ announcements: [CalendarID: [Int: AnnouncedYear]],
    _ known: [WorkingCalendar.Definition?]
  ) -> WorkingCalendar.Definition {
    var definition = WorkingCalendar.Definition()
    if let base, let inherited = known[base] {
      definition = inherited
      set.calendars[calendar].law = set.calendars[base].law
      set.calendars[calendar].timeZone = set.calendars[base].timeZone
    }
    let inherited = definition.holidays.count
    read(calendar, into: &definition)
    definition.keep(Array(definition.holidays[inherited...]))
    for (year, announced) in (announcements[calendar] ?? [:]).sorted(by: { $0.key < $1.key }) {
      let before = definition
      definition.announcements[year] = announced.announcement
      reportDropped(announced, before, definition)
    }
    return definition
  }

  // MARK: Fields

  private func read(_ calendar: CalendarID, into definition: inout WorkingCalendar.Definition) {
    let place = calendarBlocks[calendar]
    let file = file(place)
    for field in block(place).fields {
      let text = file.text(field.value)
      switch field.key {
      case .timeZone: set.calendars[calendar].timeZone = timeZone(text, field, file)
      case .law: readLaw(text, calendar, field, file)
      case .weeklyDaysOff:
        if let days = CalendarReader.weeklyDaysOff(text) {
          definition.weeklyDaysOff = days
        } else {
          badValue(.badValue, field, file, expectedVi: "thứ Bảy, Chủ nhật", expectedEn: "Saturday, Sunday")
        }
      case .officeHours:
        if let hours = CalendarReader.officeHours(text) {
          definition.officeHours = hours
        } else {
          badValue(
            .badValue, field, file, expectedVi: "07:30-11:30, 13:30-17:00", expectedEn: "07:30-11:30, 13:30-17:00")
        }
      case .holiday: definition.holidays += holidays(field, file)
      case .onWeeklyDayOff:
        if let rule = FixedValues.substitution(text) {
          definition.substitution = rule
        } else {
          badValue(
            .badValue, field, file, expectedVi: "nghỉ bù ngày làm việc sau; không",
            expectedEn: "next working day; no")
        }
      case .schoolYear, .fiscalYear, .term: readYearStart(field, file, &definition.conventions)
      default: break
      }
    }
  }

  private func timeZone(_ text: String, _ field: FieldSyntax, _ file: ResolvedFile) -> String? {
    let isName = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+")].contains(byte)
    }
    if isName, !text.isEmpty, !text.hasPrefix("/"), text.utf8.count <= 64 { return text }
    badValue(
      .badValue, field, file, expectedVi: "tên vùng như Asia/Ho_Chi_Minh", expectedEn: "a name like Asia/Ho_Chi_Minh")
    return nil
  }

  private func readLaw(_ text: String, _ calendar: CalendarID, _ field: FieldSyntax, _ file: ResolvedFile) {
    if let law = ComputationsOfTime.named(text) {
      set.calendars[calendar].law = law
      return
    }
    let ids = ComputationsOfTime.all.map(\.id)
    unknownName(
      .unknownLaw, text, field.value.whole, file,
      nounVi: "luật tính thời hạn (đang có: \(ids.joined(separator: ", ")))",
      nounEn: "law of time (there are: \(ids.joined(separator: ", ")))",
      near: suggestions.take { NearestName.nearest(to: text, among: ids) })
  }

  private func holidays(_ field: FieldSyntax, _ file: ResolvedFile) -> [HolidayRule] {
    file.items(field.value).compactMap { range in
      if let rule = HolidayReader.holiday(file.syntax.text(range)) { return rule }
      report(
        Diagnostic(
          .badHoliday,
          vi: "không hiểu ngày lễ “\(Clipped.text(file.syntax.text(range)))”; có thể ghi: 30/4 (tên), 10/3 âm lịch, "
            + "từ 1 ngày trước 01/01 âm lịch đến 04/01 âm lịch, thứ Hai tuần thứ ba tháng 01, 02/9 và 1 ngày liền kề, "
            + "24/11, từ năm 2026, dự kiến",
          en: "the holiday “\(Clipped.text(file.syntax.text(range)))” is not understood; what can stand here is: 30/4 "
            + "(name), lunar 10/3, from 1 day before lunar 1/1 to lunar 4/1, third Monday of January, 2 September and 1 "
            + "adjacent day, 24 November, from 2026, intended",
          at: file.span(range)))
      return nil
    }
  }

  private func readYearStart(_ field: FieldSyntax, _ file: ResolvedFile, _ conventions: inout YearConventions) {
    if field.key == .schoolYear, let year = CalendarReader.schoolYear(file.text(field.value)) {
      (conventions.schoolYear, conventions.schoolYearEnd) = year
      return
    }
    let starts = file.items(field.value).map { CalendarReader.yearStart(file.syntax.text($0)) }
    let known = starts.compactMap { $0 }
    guard known.count == starts.count, let first = known.first, field.key == .term || known.count == 1 else {
      return badValue(.badDate, field, file, expectedVi: "từ 05/9", expectedEn: "from 5 September")
    }
    switch field.key {
    case .schoolYear: conventions.schoolYear = first
    case .fiscalYear: conventions.fiscalYear = first
    default: conventions.terms = known
    }
  }

  // MARK: Announced years

  /// For each calendar and year, the announcement of the rules, else the shipped one.
  private func announcements() -> [CalendarID: [Int: AnnouncedYear]] {
    var found: [CalendarID: [Int: AnnouncedYear]] = [:]
    for place in announcementBlocks {
      let file = file(place)
      let block = block(place)
      let span = file.span(block.header)
      guard let target = block.field(.addsTo), let calendar = calendar(target, file), let field = block.field(.year)
      else {
        continue
      }
      guard let years = CalendarReader.years(file.text(field.value)), years.count == 1 else {
        badValue(.badYears, field, file, expectedVi: "một năm, ví dụ 2024", expectedEn: "one year, for example 2024")
        continue
      }
      let year = years.lowerBound
      if let other = found[calendar]?[year]?.place {
        let first = self.file(other).span(self.block(other).header)
        if self.file(other).isShipped == file.isShipped {
          duplicate("\(set.calendars[calendar].title) \(year)", isID: false, span, first: first)
          continue
        }
        report(
          Diagnostic(
            .shippedReplaced, vi: "ngày nghỉ năm \(year) ở đây thay cho khối của năm đó đi kèm chương trình",
            en: "the days off of \(year) here are used in place of those that come with the program", at: span,
            notes: [.init(.init(vi: "khối đi kèm chương trình", en: "the shipped block"), at: first)]))
      }
      found[calendar, default: [:]][year] = announcement(place, year)
    }
    return found
  }

  private func announcement(_ place: BlockPlace, _ year: Int) -> AnnouncedYear {
    let file = file(place)
    var announcement = WorkingCalendar.Announcement(year: year, sources: texts(.announced, place))
    var isWhole = true
    func bad(_ range: Range<Int>) {
      isWhole = false
      badAnnouncement(range, file, year)
    }
    for field in block(place).fields {
      guard field.key == .off || field.key == .work || field.key == .swap else { continue }
      for range in file.items(field.value) {
        let text = file.syntax.text(range)
        if field.key == .swap {
          guard let swap = CalendarReader.swap(text), swap.off.year == year || swap.work.year == year else {
            bad(range)
            continue
          }
          announcement.swaps.append(swap)
        } else if let days = CalendarReader.namedDays(text), days.allSatisfy({ $0.day.year == year }) {
          if field.key == .off { announcement.off += days } else { announcement.work += days }
        } else {
          bad(range)
        }
      }
    }
    return AnnouncedYear(announcement: announcement, place: place, isWhole: isWhole)
  }

  private func badAnnouncement(_ range: Range<Int>, _ file: ResolvedFile, _ year: Int) {
    report(
      Diagnostic(
        .badAnnouncement,
        vi: "không hiểu “\(Clipped.text(file.syntax.text(range)))”, hoặc không thuộc năm \(year); có thể ghi: "
          + "30/4/\(year) (tên), 08/02/\(year) đến 14/02/\(year) (tên), 24/11/\(year), dự kiến (tên), hoán đổi: nghỉ 29/4/\(year), làm bù 04/5/\(year)",
        en:
          "“\(Clipped.text(file.syntax.text(range)))” is not understood, or is not in \(year); what can stand here is: "
          + "30/4/\(year) (name), 08/02/\(year) to 14/02/\(year) (name), 24/11/\(year), intended (name), swap: off 29/4/\(year), work 04/5/\(year)",
        at: file.span(range)))
  }
}
