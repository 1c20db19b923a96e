import CivilCalendar
import Diagnostics
import Reminders
import Rules
import TestSupport
import Testing

/// Time as a picture, one character a day, from Monday 4 March 2024 on:
///
///     .  a working day without a notice          -  a day off without a notice
///     a  announced: the window opens or runs     r  a reminder before the day
///     h  the middle, or a period of *trong kỳ*   D  the due day, nothing said; T: told on the day itself
///     !  told that it is overdue                 w  told once a week that it still is
///     E  the superior is told                    X  lead and superior are told
///     m  the day moved                           M  lead and superior are told so
///     s  the superior sees that reminding stopped
///     z  nothing is owed any more                n  handed to another unit
///     q  asked for a date or about an event
///     c  asked to confirm or to decide           y  a report was returned, or more time refused
///
/// O is a due day that is off. An x stands where something is sent on a day off, which no picture expects.
struct Picture: CustomStringConvertible {
  static let start = day("2024-03-04")
  let text: String

  init(_ text: String) { self.text = text.filter { $0 != " " && $0 != "|" } }

  var description: String { text }

  var count: Int { text.count }

  func date(_ index: Int) -> CivilDate { Picture.start.adding(days: index) }

  func index(of character: Character) -> Int? {
    text.firstIndex(of: character).map { text.distance(from: text.startIndex, to: $0) }
  }

  /// The due day of the picture: D, T or O.
  var due: CivilDate { date(index(of: "D") ?? index(of: "T") ?? index(of: "O") ?? 0) }

  var daysOff: Set<CivilDate> {
    Set(text.enumerated().filter { $0.element == "-" || $0.element == "O" }.map { date($0.offset) })
  }
}

func at(_ date: CivilDate, _ hour: Int, _ minute: Int = 0) -> Instant {
  Zone.vietnam.instant(date, minute: hour * 60 + minute)
}

extension WorkingCalendar {
  /// Every day is worked except those.
  static func drawn(off: Set<CivilDate>) -> WorkingCalendar {
    WorkingCalendar(
      .init(
        weeklyDaysOff: [],
        announcements: [2024: .init(year: 2024, off: off.sorted().map { .init($0, "nghỉ") })]),
      covering: 2020...2030)
  }
}

/// A small office with one task that each test writes.
struct DrawnOffice {
  static let shipped = [
    SourceText(
      name: "share/shipped.rules",
      text: """
        lịch ao: Lịch ảo
          luật tính thời hạn: plain

        cách nhắc tieu-chuan: tiêu chuẩn
          bắt đầu (kỳ dài từ 90 ngày): có
          trong kỳ (kỳ dài từ 90 ngày): giữa kỳ
          trước (kỳ dài từ 90 ngày): 30, 7, 1 ngày
          trước: 7, 1 ngày
          bắt đầu (phối hợp): cùng chủ trì
          trước (phối hợp): 1 ngày
          quá hạn: mỗi 3 ngày làm việc, tối đa 5 lần
          báo cấp trên: sau 5 ngày làm việc
          hỏi: mỗi 20 ngày làm việc
          gửi tới: chủ trì; phối hợp
          lúc: 08:00
        """)
  ]

  /// Lead `cn`, its superior `gd`, support `vp` (also the focal point), watcher `td`, and a second lead `kh`.
  static func book(_ task: String, plan: String = "nhắc: tiêu chuẩn", more: String = "") -> String {
    """
    kế hoạch kh: Kế hoạch
      năm: 2024
      lịch: Lịch ảo
      ban hành: 01/01/2024
      đầu mối: Văn phòng
      \(plan)

    đơn vị vp: Văn phòng
      email: vp@so.example
      cấp trên: Giám đốc

    đơn vị cn: Phòng Chuyên ngành
      email: cn@so.example
      cấp trên: Giám đốc

    đơn vị kh2: Phòng Kế hoạch
      email: kh@so.example
      cấp trên: Giám đốc

    đơn vị td: Phòng Theo dõi
      email: td@so.example

    đơn vị gd: Giám đốc
      loại: chức danh
      email: gd@so.example
      cấp trên: Chủ tịch

    đơn vị ct: Chủ tịch
      loại: chức danh
      email: ct@tinh.example

    nhóm xa: các xã
      thành viên: không quản lý ở đây

    sự kiện x: Bộ công bố chỉ số
      theo dõi: Phòng Theo dõi

    \(more)

    nhiệm vụ T: Việc
      chủ trì: Phòng Chuyên ngành
    \(task)
    """
  }

  var rules: RuleSet
  var facts: [TimedFact] = []

  init(_ text: String, calendar: WorkingCalendar) throws {
    let (read, diagnostics) = RuleBook.read(
      own: [SourceText(name: "so/plan.rules", text: text)], shipped: DrawnOffice.shipped)
    for diagnostic in diagnostics where diagnostic.severity == .error {
      Issue.record("\(diagnostic.words.en)\n\(text)")
    }
    rules = read
    rules.calendars[rules.plans[0].calendar].calendar = calendar
  }

  mutating func record(_ line: String, _ recorded: Instant?) {
    let (read, diagnostics) = FactFile.read(SourceText(name: "facts", text: line), rules: rules)
    for diagnostic in diagnostics { Issue.record("\(diagnostic.words.en): \(line)") }
    facts += read.map { TimedFact($0, recorded: recorded) }
  }
}

func written(_ date: CivilDate) -> String {
  let (year, month, day) = date.components
  return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
}

/// What one unit was sent, and its superior where asked for, drawn as a picture.
func drawn(
  _ notices: [Notice], like picture: Picture, lead: String = "cn", superior: String = "gd", due: CivilDate?
) -> String {
  var days: [Character] = (0..<picture.count).map { picture.daysOff.contains(picture.date($0)) ? "-" : "." }
  func put(_ character: Character, _ other: Character, when both: Character, _ index: Int) {
    guard days.indices.contains(index) else { return }
    days[index] = days[index] == other ? both : character
  }
  for notice in notices {
    let index = Zone.vietnam.day(of: notice.slot.instant).days(since: Picture.start)
    guard days.indices.contains(index) else { continue }
    if days[index] == "-" {
      days[index] = "x"
      continue
    }
    switch notice.recipient.unit {
    case lead:
      put(
        character(notice.kind.name), notice.kind.name.isOverdue ? "E" : "m",
        when: notice.kind.name.isOverdue ? "X" : "M", index)
    case superior:
      let mark = character(notice.kind.name)
      put(mark, mark == "m" ? "m" : "!", when: mark == "m" ? "M" : "X", index)
    default: break
    }
  }
  if let due {
    let index = due.days(since: Picture.start)
    if days.indices.contains(index) { days[index] = days[index] == "." ? "D" : days[index] == "-" ? "O" : "T" }
  }
  return String(days)
}

func character(_ kind: NoticeKind.Name) -> Character {
  switch kind {
  case .opening: "a"
  case .assigned: "g"
  case .middle, .during: "h"
  case .before: "r"
  case .overdue: "!"
  case .stillOverdue: "w"
  case .superior: "E"
  case .moved, .openingMoved, .dayGone: "m"
  case .released: "z"
  case .lapsed: "v"
  case .handedOver: "n"
  case .silenced: "s"
  case .askDay, .question, .askAcceptance, .askProgress: "q"
  case .confirm: "c"
  case .returned, .reopened, .refused: "y"
  case .decide: "c"
  case .settle: "t"
  case .again: "u"
  case .weeklySheet: "l"
  }
}
