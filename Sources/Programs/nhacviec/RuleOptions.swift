import ArgumentParser
import CivilCalendar
import Operations

/// The options of every command that works with a rule book.
struct RuleOptions: ParsableArguments {
  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: bản đang có hiệu lực / the live revision).")
  var rules: String?

  @Option(help: "Tệp ghi nhận, mỗi dòng một ghi nhận / facts, one a line; -: standard input.")
  var facts: String?

  @Option(help: "Ngày được coi là hôm nay / the day taken for today: 2024-05-31, 31/5/2024.")
  var today: CivilDate?

  @OptionGroup var state: StateOption

  @OptionGroup var languages: LanguageOption

  var request: BookRequest { BookRequest(rules: rules, facts: facts, today: today, state: state.folder) }
}
