import ArgumentParser
import Feeds
import Operations
import Presentation
import Settings

/// `nhacviec feeds`: the secret addresses of calendar feeds.
struct FeedsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "feeds", vi: "Địa chỉ bí mật để xem hạn trong ứng dụng lịch.",
    en: "Secret addresses at which calendar programs read due days.",
    subcommands: [Make.self, List.self, Revoke.self])

  struct Make: TokenCommand {
    static let configuration = CommandConfiguration(
      "make", vi: "Lập một địa chỉ lịch; địa chỉ chỉ in ra một lần.",
      en: "Make an address; it is printed this once.")

    @Option(
      help:
        "Lịch của đơn vị này; MÃ-KẾ-HOẠCH/MÃ nếu nhiều kế hoạch có mã đó / the feed of this unit; PLAN/ID where several have it."
    )
    var unit: String?

    @Option(help: "Lịch của người được giao việc này / of this person, to whom duties are assigned.")
    var person: String?

    @Option(help: "Lịch của kế hoạch này / of this plan.")
    var plan: String?

    @Flag(help: "Lịch của mọi việc / of everything.")
    var all = false

    @Option(
      help: "Ngôn ngữ của lịch / its language: vi, en (mặc định / default: cấu hình / configuration).",
      transform: { text in
        guard let language = Language(rawValue: text) else { throw ValidationError("--language: vi, en") }
        return language
      })
    var language: Language?

    @Option(help: "Báo trước hạn chừng này ngày, lúc 8 giờ sáng / alarm so many days before, at eight in the morning.")
    var alarm: Int?

    @Flag(help: "Mỗi việc là một việc cần làm, không phải sự kiện / to-dos (VTODO) instead of events.")
    var todo = false

    @OptionGroup var options: RevisionOptions

    private var named: [TokenRequest.Named] {
      [unit.map { .unit($0) }, person.map { .person($0) }, plan.map { .plan($0) }, all ? .all : nil].compactMap { $0 }
    }

    func validate() throws {
      guard named.count == 1 else {
        throw ValidationError(
          vi: "cần đúng một trong --unit, --person, --plan, --all",
          en: "exactly one of --unit, --person, --plan, --all is needed")
      }
      let range = FeedScope.alarmRange
      guard alarm.map(range.contains) ?? true else {
        throw ValidationError(
          vi: "--alarm: từ \(range.lowerBound) đến \(range.upperBound) ngày",
          en: "--alarm: \(range.lowerBound) to \(range.upperBound) days")
      }
    }

    func run(_ tokens: TokenRequest, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      guard let named = named.first else { return .failure }
      let configuration = tokens.configuration
      let scope = FeedScope(
        try tokens.subject(named), language ?? configuration.language, alarmDays: alarm, isTodo: todo)
      let (answer, token) = try tokens.make(.feed(scope))
      let code = console.say(answer)
      guard let token else { return code }
      console.output.write("\(configuration.webAddress ?? "")/feeds/\(token.text).ics\n")
      console.say(
        vi: """
          Địa chỉ chỉ hiện một lần này; ai biết địa chỉ thì xem được lịch. Lỡ lộ thì thu hồi: nhacviec feeds revoke SỐ.
          Lịch cập nhật chậm (với Google có khi nhiều giờ); thư nhắc mới là căn cứ.
          """,
        en: """
          The address is shown this once; whoever knows it reads the calendar. If it leaks: nhacviec feeds revoke NUMBER.
          The calendar lags behind (hours in Google); mail decides.
          """)
      if configuration.webAddress == nil {
        console.complain(
          vi: "lưu ý: cấu hình chưa có “web.address” nên thiếu phần đầu của địa chỉ",
          en: "note: the configuration has no “web.address”, so that the address lacks its beginning")
      }
      return code
    }
  }

  struct List: TokenCommand {
    static let configuration = CommandConfiguration(
      "list", vi: "Các địa chỉ lịch đã lập; không hiện lại địa chỉ.",
      en: "The addresses that were made, without the addresses themselves.")

    @OptionGroup var options: RevisionOptions

    func run(_ tokens: TokenRequest, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      console.say(try tokens.list(.feed))
    }
  }

  struct Revoke: TokenCommand {
    static let configuration = CommandConfiguration(
      "revoke", vi: "Thu hồi một địa chỉ lịch: từ đó không ai đọc được nữa.",
      en: "Revoke an address: nobody reads it any more.")

    @Argument(help: "Số của địa chỉ / its number (nhacviec feeds list).")
    var number: Int64

    @OptionGroup var options: RevisionOptions

    func run(_ tokens: TokenRequest, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      console.say(try tokens.revoke(.feed, number))
    }
  }
}
