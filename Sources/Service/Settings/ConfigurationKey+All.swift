import Addresses
import Presentation
import Reminders

extension ConfigurationKey {
  /// Every key, in the order of the shipped file.
  package static let all: [ConfigurationKey] = general + mail + webhook + otherChannels + time + limits + daemon

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

  private static let mail = [
    ConfigurationKey(
      "mail.server", .host, nil, example: "\"mail.example.gov.vn\"",
      vi: "máy chủ gửi thư (SMTP); không ghi thì không gửi thư", en: "the SMTP server; without it no mail is sent"),
    ConfigurationKey(
      "mail.port", .integer(1...65535), nil, example: "587",
      vi: "cổng; mặc định 587, với tls là 465, với none là 25",
      en: "its port; else 587, with tls 465, with none 25"),
    ConfigurationKey(
      "mail.starttls", .choice(MailEncryption.allCases.map(\.rawValue)),
      .text(MailEncryption.usual.rawValue),
      vi: "mã hoá: STARTTLS bắt buộc, STARTTLS nếu có, không mã hoá, hoặc TLS ngay từ đầu",
      en: "encryption: STARTTLS or nothing is sent, STARTTLS where offered, none, or TLS from the start"),
    ConfigurationKey(
      "mail.user", .text, nil, example: "\"nhacviec\"", vi: "tên đăng nhập", en: "the login"),
    ConfigurationKey(
      "mail.password-credential", .credential, nil, example: "\"mail-password\"",
      vi: "mật khẩu: tên tệp trong `$CREDENTIALS_DIRECTORY` (systemd `LoadCredential=`)",
      en: "the password: name of a file in `$CREDENTIALS_DIRECTORY` (systemd `LoadCredential=`)"),
    ConfigurationKey(
      "mail.password-file", .path, nil, example: "\"/etc/nhacviec/mail-password\"",
      vi: "mật khẩu: tệp chỉ người chạy đọc được", en: "the password: a file that others cannot read"),
    ConfigurationKey(
      "mail.from", .mailbox, nil, example: "\"Nhắc việc <nhacviec@example.gov.vn>\"",
      vi: "người gửi; bắt buộc khi có `mail.server`", en: "the sender; needed with `mail.server`"),
    ConfigurationKey(
      "mail.reply-to", .mailbox, nil, example: "\"vanphong@example.gov.vn\"",
      vi: "nơi nhận trả lời và thư bị trả về; mặc định là đầu mối của kế hoạch",
      en: "where answers and returned mail go; else the plan's focal point"),
    ConfigurationKey(
      "mail.ca-file", .path, nil, example: "\"/etc/ssl/certs/ca-certificates.crt\"",
      vi: "chứng thư gốc được tin; mặc định của hệ thống", en: "trusted root certificates; else the system's"),
    ConfigurationKey(
      "mail.timeout", .integer(5...600), .integer(60), vi: "thời gian chờ tối đa mỗi thư, giây",
      en: "seconds for one mail"),
    ConfigurationKey(
      "mail.allowed-domains", .domains, nil, example: "[\"example.gov.vn\"]",
      vi: "chỉ gửi tới các tên miền này và miền con; [\"*\"] là mọi nơi; bắt buộc khi có `mail.server`",
      en: "only to these domains and those below them; [\"*\"]: anywhere; needed with `mail.server`"),
  ]

  private static let webhook = [
    ConfigurationKey(
      "webhook.format", .choice(formats), .text(Configuration.WebhookFormat.usual.rawValue),
      vi: "standard: Standard Webhooks có chữ ký; json: JSON không ký; text: {\"text\": …} cho công cụ trò chuyện",
      en: "standard: signed, Standard Webhooks; json: unsigned; text: {\"text\": …} for chat tools"),
    ConfigurationKey(
      "webhook.secret-credential", .credential, nil, example: "\"webhook-secret\"",
      vi: "khoá ký (whsec_…): tên tệp trong `$CREDENTIALS_DIRECTORY`",
      en: "the signing secret (whsec_…): name of a file in `$CREDENTIALS_DIRECTORY`"),
    ConfigurationKey(
      "webhook.secret-file", .path, nil, example: "\"/etc/nhacviec/webhook-secret\"",
      vi: "khoá ký: tệp chỉ người chạy đọc được", en: "the signing secret: a file that others cannot read"),
    ConfigurationKey(
      "webhook.allowed-networks", .networks, .networks([]), example: "[\"10.1.2.3\", \"192.168.0.0/24\"]",
      vi: "địa chỉ riêng, nội bộ được phép gọi tới", en: "private and loopback addresses that may be called"),
    ConfigurationKey(
      "webhook.ca-file", .path, nil, example: "\"/etc/ssl/certs/ca-certificates.crt\"",
      vi: "chứng thư gốc được tin; mặc định của hệ thống", en: "trusted root certificates; else the system's"),
    ConfigurationKey(
      "webhook.timeout", .integer(1...120), .integer(30), vi: "thời gian chờ tối đa mỗi lần gọi, giây",
      en: "seconds for one call"),
    ConfigurationKey(
      "webhook.host.*.format", .choice(formats), nil, example: "\"text\"",
      vi: "như `webhook.format`, riêng cho máy này", en: "as `webhook.format`, for this machine"),
    ConfigurationKey(
      "webhook.host.*.secret-credential", .credential, nil, example: "\"chat-secret\"",
      vi: "như `webhook.secret-credential`, riêng cho máy này", en: "as `webhook.secret-credential`, for this machine"),
    ConfigurationKey(
      "webhook.host.*.secret-file", .path, nil, example: "\"/etc/nhacviec/chat-secret\"",
      vi: "như `webhook.secret-file`, riêng cho máy này", en: "as `webhook.secret-file`, for this machine"),
  ]

  private static let formats = Configuration.WebhookFormat.allCases.map(\.rawValue)

  private static let channels = [Channel.mail, .webhook].map(\.rawValue)

  private static let otherChannels = [
    ConfigurationKey(
      "journal.enabled", .truth, .truth(true), vi: "ghi mỗi thông báo vào nhật ký systemd",
      en: "whether each notice is also written to the systemd journal"),
    ConfigurationKey(
      "maildir.path", .path, nil, example: "\"/var/lib/nhacviec/maildir\"",
      vi: "chép mỗi thư vào Maildir này", en: "a Maildir that gets a copy of each mail"),
    ConfigurationKey(
      "delivery.channels", .choices(channels), .list(channels),
      vi: "kênh dùng cho đơn vị có địa chỉ của kênh đó", en: "channels used for units that have an address of the kind"),
    ConfigurationKey(
      "delivery.notices-per-part", .integer(1...500), .integer(roundLimits.noticesPerPart),
      vi: "một thư có nhiều thông báo hơn thì tách thành các phần", en: "a message of more notices is cut into parts"),
  ]

  private static let time = [
    ConfigurationKey(
      "office.time-zone", .text, .text("Asia/Ho_Chi_Minh"),
      vi: "múi giờ khi lịch không ghi `múi giờ`", en: "where a calendar names none"),
    ConfigurationKey(
      "office.slot", .time, .text("08:00"), vi: "giờ gửi khi cách nhắc không ghi `lúc`",
      en: "when messages go out, where a policy has no `lúc`"),
    ConfigurationKey(
      "office.closing", .time, .text("17:30"), vi: "hết giờ làm việc khi lịch không ghi",
      en: "the end of office hours, where a calendar has none"),
    ConfigurationKey(
      "weekly-sheet.day", .choice(weekdays), .text("monday"),
      vi: "ngày gửi bản tổng hợp tuần; là ngày nghỉ thì ngày làm việc sau đó",
      en: "of the leader's weekly sheet; on a day off the working day after it"),
    ConfigurationKey(
      "weekly-sheet.time", .time, .text("08:00"), vi: "giờ gửi bản tổng hợp tuần", en: "of the leader's weekly sheet"),
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
      "limits.synchronised-clock", .truth, .truth(roundLimits.needsSynchronisedClock),
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
}
