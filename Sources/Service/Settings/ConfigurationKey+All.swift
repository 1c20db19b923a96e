import Channels
import Presentation
import Reminders
package import SettingKeys

extension ConfigurationKey {
  /// All keys, in the order of the shipped file.
  package static let all: [ConfigurationKey] = [
    general, ChannelCatalog.all.flatMap { $0.settings }, replies, delivery, time, limits, daemon, web, letterhead,
    roles,
  ].flatMap { $0 }

  static let language = Language.vi

  private static let general = [
    ConfigurationKey(
      "language", .choice(Language.allCases.map(\.rawValue)), .text(language.rawValue),
      vi: "ngôn ngữ của thư gửi đơn vị không ghi `ngôn ngữ`",
      en: "of messages to units that have no `ngôn ngữ` of their own"),
    ConfigurationKey(
      "rules", .path, nil, example: "\"/etc/nhacviec/rules.d\"",
      vi: "thư mục quy tắc khi không có `--rules` và `$NHACVIEC_RULES`",
      en: "the rule folder, where neither `--rules` nor `$NHACVIEC_RULES` names one"),
    ConfigurationKey(
      "state", .path, nil, example: "\"/var/lib/nhacviec\"",
      vi: "thư mục dữ liệu khi không có `--state` và `$NHACVIEC_STATE`",
      en: "the state folder, where neither `--state` nor `$NHACVIEC_STATE` names one"),
    ConfigurationKey(
      "templates", .path, .text("/etc/nhacviec/templates"),
      vi: "thư mục mẫu thư của cơ quan; tệp nào có ở đây thì thay mẫu đi kèm cùng tên",
      en: "the office's own templates: a file here replaces the shipped one of its name"),
  ]

  private static let replies = [
    ConfigurationKey(
      "replies.maildir", .path, nil, example: "\"/srv/mail/nhacviec/Maildir\"",
      vi: "hộp thư (Maildir) nhận thư trả lời của đơn vị; mỗi lượt nhắc đọc thư ở đó thành đề xuất",
      en: "the mailbox (a Maildir) that units answer to; each round reads its mails as proposals")
  ]

  private static let delivery = [
    ConfigurationKey(
      "delivery.channels", .channels, nil, example: "[\"mail\", \"webhook\"]",
      vi: "kênh dùng cho đơn vị có địa chỉ của kênh đó; không ghi thì mọi kênh",
      en: "channels used for units that have an address of the kind; without it all"),
    ConfigurationKey(
      "delivery.notices-per-part", .integer(1...500), .integer(roundLimits.noticesPerPart),
      vi: "một thư có nhiều thông báo hơn thì tách thành các phần", en: "a message of more notices is cut into parts"),
  ]

  private static let scheduling = SchedulingDefaults()

  /// `08:00`, of minutes since midnight.
  private static func clock(_ minutes: Int) -> ConfigurationValue {
    .text([minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"))
  }

  private static let time = [
    ConfigurationKey(
      "office.time-zone", .text, .text("Asia/Ho_Chi_Minh"),
      vi: "múi giờ khi lịch không ghi `múi giờ`", en: "where a calendar names none"),
    ConfigurationKey(
      "office.slot", .time, clock(scheduling.slot), vi: "giờ gửi khi cách nhắc không ghi `lúc`",
      en: "when messages go out, where a policy has no `lúc`"),
    ConfigurationKey(
      "office.closing", .time, clock(scheduling.closing), vi: "hết giờ làm việc khi lịch không ghi",
      en: "the end of office hours, where a calendar has none"),
    ConfigurationKey(
      "office.quiet-from", .time, clock(scheduling.quietFrom),
      vi: "giờ yên tĩnh bắt đầu: từ lúc này chỉ gửi điều có `khẩn: có`",
      en: "the quiet hours begin: only what has `khẩn: có` goes out from now on …"),
    ConfigurationKey(
      "office.quiet-until", .time, clock(scheduling.quietUntil),
      vi: "giờ yên tĩnh kết thúc; trùng giờ bắt đầu thì không có giờ yên tĩnh",
      en: "… until this time; without quiet hours if both are the same"),
    ConfigurationKey(
      "weekly-sheet.day", .choice(weekdays), .text(weekdays[scheduling.sheetDay.rawValue - 1]),
      vi: "ngày gửi bản tổng hợp tuần; là ngày nghỉ thì ngày làm việc sau đó",
      en: "of the leader's weekly sheet; on a day off the working day after it"),
    ConfigurationKey(
      "weekly-sheet.time", .time, clock(scheduling.sheetMinute), vi: "giờ gửi bản tổng hợp tuần",
      en: "of the leader's weekly sheet"),
  ]

  private static let roles = [
    ConfigurationKey(
      "roles.*.units", .texts, nil, example: "[\"Phòng Nghiệp vụ\"]",
      vi: "người dùng mang tên đăng nhập này ghi nhận thay các đơn vị này; không có vai trò nào thì ai cũng ghi được",
      en: "the user of this login records for these units; without any role everybody records"),
    ConfigurationKey(
      "roles.*.focal-point", .boolean, .boolean(false), example: "true",
      vi: "là đầu mối: ghi được thay mọi bên", en: "is the focal point: may record for every side"),
    ConfigurationKey(
      "roles.*.administrator", .boolean, .boolean(false), example: "true",
      vi: "là người quản trị: chấp nhận, từ chối đề xuất sửa kế hoạch trên trang",
      en: "is an administrator: accepts and refuses on pages what is proposed for the plans"),
  ]

  static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  private static let roundLimits = RoundLimits()

  private static let limits = [
    ConfigurationKey(
      "limits.recipients", .integer(1...100_000), .integer(roundLimits.recipients),
      vi: "lượt gửi cho nhiều đơn vị hơn thì dừng, chờ `nhacviec round accept`",
      en: "a round that would write to more units waits for `nhacviec round accept`"),
    ConfigurationKey(
      "limits.messages", .integer(1...1_000_000), nil, example: "600",
      vi: "cũng vậy khi lượt gửi nhiều thư hơn, kể cả từng phần; không ghi thì gấp ba `recipients`",
      en: "as does one that would send more messages, parts counted; without it three times `recipients`"),
    ConfigurationKey(
      "limits.times-usual", .integer(2...1000), .integer(roundLimits.timesUsual),
      vi: "cũng vậy khi gấp chừng này lần mức thường ngày …", en: "as does one of so many times the usual …"),
    ConfigurationKey(
      "limits.always-allowed", .integer(0...100_000), .integer(roundLimits.alwaysAllowed),
      vi: "… và nhiều hơn chừng này đơn vị", en: "… if those are more units than this"),
    ConfigurationKey(
      "limits.clock-days", .integer(1...3660), .integer(roundLimits.clockDays),
      vi: "đồng hồ vượt lượt trước quá chừng này ngày thì dừng, chờ xác nhận",
      en: "a clock so many days after the last round waits for acceptance"),
    ConfigurationKey(
      "limits.synchronised-clock", .boolean, .boolean(roundLimits.needsSynchronisedClock),
      vi: "đồng hồ chưa được đồng bộ thì dừng, chờ xác nhận", en: "whether a clock that is not synchronised waits too"),
    ConfigurationKey(
      "retention.months", .integer(1...1200), .integer(12),
      vi: "giữ nội dung thư đã gửi; sổ gửi thì giữ mãi", en: "how long sent texts are kept; the log is kept for ever"),
  ]

  private static let daemon = [
    ConfigurationKey(
      "daemon.quiet-seconds", .integer(1...600), .integer(10),
      vi: "thư mục quy tắc phải yên chừng này giây rồi mới được đọc lại",
      en: "how long the rule folder must be left alone before it is read again")
  ]

  private static let web = [
    ConfigurationKey(
      "web.address", .text, nil, example: "\"https://nhacviec.so.example\"",
      vi: "địa chỉ của các trang và lịch, như người dùng mở được",
      en: "where the pages and calendars are, as their users reach them"),
    ConfigurationKey(
      "web.proxies", .texts, nil, example: "[\"10.0.0.5\"]",
      vi: "địa chỉ IP của các máy chuyển tiếp đứng trước máy chủ web, để đếm yêu cầu đăng nhập theo máy của người dùng",
      en: "the IP addresses of proxies before the web server, so that requests to sign in are counted by who asks"),
  ]

  /// The heading and the signature of a Word report.
  private static let letterhead = [
    ConfigurationKey(
      "letterhead.superior", .text, nil, example: "\"Ủy ban nhân dân tỉnh Khánh Hòa\"",
      vi: "cơ quan chủ quản, ở góc trái bản báo cáo Word", en: "the superior body, in the heading of a Word report"),
    ConfigurationKey(
      "letterhead.office", .text, nil, example: "\"Sở Văn hóa và Thể thao\"", vi: "cơ quan ra báo cáo",
      en: "the office that reports"),
    ConfigurationKey(
      "letterhead.code", .text, nil, example: "\"SVHTT\"", vi: "chữ viết tắt tên cơ quan trong ký hiệu `/BC-…`",
      en: "the office's abbreviation in the number `/BC-…`"),
    ConfigurationKey(
      "letterhead.place", .text, nil, example: "\"Khánh Hòa\"", vi: "địa danh trước ngày ký",
      en: "the place before the date"),
    ConfigurationKey(
      "letterhead.signer-title", .text, nil, example: "\"Giám đốc\"", vi: "quyền hạn, chức vụ của người ký",
      en: "the title of who signs"),
    ConfigurationKey(
      "letterhead.signer", .text, nil, example: "\"Nguyễn Văn An\"", vi: "họ tên người ký", en: "the name of who signs"),
  ]
}
