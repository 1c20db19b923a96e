import ArgumentParser
import CivilCalendar
import Expansion
import Presentation
import RuleSyntax
import Rules
import Settings

/// `nhacviec rules diff`: what promoting the rule folder would change.
struct RulesDiffCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: """
      Thư mục quy tắc khác bản đang có hiệu lực ở việc nào, hạn nào.
      Which duties and days of the rule folder differ from the live revision.
      """)

  @OptionGroup var options: RuleOptions

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = options.languages.language(in: environment)
    var liveOptions = options
    liveOptions.rules = nil
    guard LoadedRules.isAnyLive(options.state, in: environment) else {
      environment.errors.write(
        language.choose(
          vi: "lỗi: chưa có quy tắc nào có hiệu lực: nhacviec rules promote\n",
          en: "error: no rules are live yet: nhacviec rules promote\n"))
      return .failure
    }
    guard let live = OpenBook.open(liveOptions, in: environment) else { return .failure }
    var folderOptions = options
    folderOptions.rules =
      options.rules ?? environment.folders.namedRuleFolder ?? live.loaded?.revision?.manifest.folder
    guard let folder = OpenBook.open(folderOptions, in: environment) else { return .failure }
    let last = (live.rules.plans + folder.rules.plans).map(\.years.upperBound).max() ?? live.today.year
    let year = min(9999, max(last, live.today.year) + 2)
    let window = DayRange(first: .first, last: CivilDate(year: year, month: 12, day: 31) ?? .last)
    let lines = RuleDifference(old: live, new: folder, in: window, language).lines
    for line in lines { environment.output.write(TerminalEscaper.escape(line) + "\n") }
    if let origin = live.origin { environment.errors.write(TerminalEscaper.escape(origin) + "\n") }
    if lines.isEmpty {
      environment.output.write(
        language.choose(vi: "Không việc nào, hạn nào khác.\n", en: "No duty and no day differs.\n"))
    }
    return .success
  }
}

/// Two rule books as lines: `+` what is new, `-` what is gone, `~` what has another day or state.
struct RuleDifference {
  private let old: [ObligationID: String]
  private let new: [ObligationID: String]

  init(old: OpenBook, new: OpenBook, in window: DayRange, _ language: Language) {
    self.old = Self.duties(old, window, language)
    self.new = Self.duties(new, window, language)
  }

  var lines: [String] {
    let ids = Set(old.keys).union(new.keys).sorted { $0.description < $1.description }
    return ids.compactMap { id in
      switch (old[id], new[id]) {
      case (let was?, let becomes?): was == becomes ? nil : "~ \(id): \(was) → \(becomes)"
      case (nil, let becomes?): "+ \(id): \(becomes)"
      case (let was?, nil): "- \(id): \(was)"
      case (nil, nil): nil
      }
    }
  }

  /// The day that binds, or the state of what has none, for everything that is not closed.
  private static func duties(_ book: OpenBook, _ window: DayRange, _ language: Language) -> [ObligationID: String] {
    let expander = Expander(book.rules, facts: book.facts)
    let list = UpcomingList(
      book.rules, obligations: expander.obligations(in: window, explained: false),
      duties: expander.openDuties(explained: false), today: book.today)
    return list.daysOrStates(language)
  }
}
