/// The English words for blocks and fields; the first of each is the usual one, which messages show.
enum EnglishKeywords {
  static func surfaces(of keyword: BlockKeyword) -> [String] { [keyword.rawValue] }

  static func surfaces(of key: FieldKey) -> [String] { fields[key] ?? [] }

  private static let fields: [FieldKey: [String]] = [
    .also: ["also"], .note: ["note"], .source: ["source"], .formerly: ["formerly"], .number: ["no"],
    .year: ["year"], .period: ["period"], .calendar: ["calendar"], .issued: ["issued"], .issuedBy: ["issued by"],
    .focalPoint: ["focal point"], .leader: ["leader"], .remind: ["remind"], .dayOff: ["day off"], .basis: ["basis"],
    .replaces: ["replaces"], .classified: ["classified"], .extraColumns: ["extra columns"],
    .kind: ["kind"], .partOf: ["part of"], .superior: ["superior"], .email: ["email"], .webhook: ["webhook"],
    .channel: ["channel"], .language: ["language"], .mergedInto: ["merged into"],
    .members: ["members"], .except: ["except"],
    .happens: ["happens"], .expected: ["expected"], .watchedBy: ["watched by"], .allOf: ["all of"],
    .anyOf: ["any of"],
    .goal: ["goal"],
    .product: ["product"], .lead: ["lead"], .support: ["support"], .due: ["due"], .covers: ["covers"],
    .event: ["event"], .review: ["review"], .submitTo: ["submit to"], .addressees: ["to"],
    .activities: ["activities"], .asWritten: ["as written"], .withdrawn: ["withdrawn"], .confirmedBy: ["confirmed by"],
    .section: ["section"],
    .plan: ["plan"],
    .basedOn: ["based on"], .before: ["before"], .atStart: ["at start"], .during: ["during"],
    .onTheDay: ["on the day"], .overdue: ["overdue"], .tellSuperior: ["tell the superior"], .ask: ["ask"],
    .askToConfirm: ["ask to confirm"],
    .askToAccept: ["ask to accept"],
    .askForProgress: ["ask for progress"],
    .audience: ["to"], .at: ["at"], .urgent: ["urgent"], .attachCalendar: ["attach calendar"],
    .timeZone: ["time zone"], .law: ["law of time"], .weeklyDaysOff: ["weekly days off"],
    .officeHours: ["office hours"], .holiday: ["holiday"], .onWeeklyDayOff: ["on a weekly day off"],
    .schoolYear: ["school year"], .term: ["term"], .fiscalYear: ["fiscal year"],
    .addsTo: ["adds to"], .announced: ["announced"], .off: ["off"], .work: ["work"], .swap: ["swap"],
    .today: ["today"], .given: ["given"], .expect: ["expect"],
  ]
}
