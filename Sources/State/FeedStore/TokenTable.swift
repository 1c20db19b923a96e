import CivilCalendar
import Feeds
import Presentation
import Reminders
import StateFolder

/// Tokens as a table in one language.
struct TokenTable {
  private let language: Language
  private let dates: DateWording
  private let today: CivilDate

  init(_ language: Language, today: CivilDate) {
    (self.language, self.today) = (language, today)
    dates = DateWording(language)
  }

  func text(_ tokens: [TokenStore.Token], _ kind: SpoolRequest.TokenKind) -> String {
    var table = TextTable([
      .init(say("Số", "No"), alignment: .right),
      .init(kind == .feed ? say("Lịch của", "Feed of") : say("Chương trình", "Program")),
      .init(kind == .feed ? say("Dạng", "Form") : say("Được", "May")),
      .init(say("Người lập", "Made by")), .init(say("Ngày lập", "Made")),
      .init(say("Dùng gần nhất", "Last used")), .init(say("Tình trạng", "State")),
    ])
    table.rows = tokens.map { token in
      let (name, form) = words(token.grant)
      let used = token.used.map(dates.inColumn) ?? say("chưa", "never")
      return ["\(token.number)", name, form, token.author, day(token.made), used, state(token)].map(
        TerminalEscaper.escape)
    }
    return table.lines(widths: table.widths(in: nil)).joined(separator: "\n")
  }

  private func words(_ grant: TokenGrant) -> (name: String, form: String) {
    switch grant {
    case .feed(let scope):
      let name =
        switch scope.subject {
        case .all: say("mọi đơn vị", "everybody")
        case .unit(let id): say("đơn vị \(id)", "unit \(id)")
        case .plan(let id): say("kế hoạch \(id)", "plan \(id)")
        case .person(let person): say("người thực hiện \(person)", "person \(person)")
        }
      var form = [scope.language.rawValue]
      if scope.isTodo { form.append(say("việc cần làm", "to-dos")) }
      if let days = scope.alarmDays { form.append(say("báo trước \(days) ngày", "alarm \(days) days before")) }
      return (name, form.joined(separator: ", "))
    case .program(let name, let rights, _):
      return (name, rights.map(words).sorted().joined(separator: ", "))
    }
  }

  private func words(_ right: ProgramRight) -> String {
    switch right {
    case .read: say("đọc", "read")
    }
  }

  private func state(_ token: TokenStore.Token) -> String {
    if let revoked = token.revoked {
      return say("thu hồi \(day(revoked))", "revoked \(day(revoked))") + " (\(token.revokedBy ?? "?"))"
    }
    guard case .program(_, _, let until) = token.grant else { return say("đang dùng", "in use") }
    return until < today
      ? say("hết hạn \(dates.inColumn(until))", "ended \(dates.inColumn(until))")
      : say("đến hết \(dates.inColumn(until))", "until \(dates.inColumn(until))")
  }

  private func day(_ instant: Int64) -> String { dates.inColumn(Zone.vietnam.day(of: Instant(seconds: instant))) }

  private func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
}
