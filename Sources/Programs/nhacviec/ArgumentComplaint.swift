import ArgumentParser
import CivilCalendar
import Diagnostics
import Operations
import Presentation
import RuleSyntax
import Settings

/// Words errors in the arguments, in the chosen language.
///
/// The argument parser keeps its errors private and words them in English, in sentences of a few patterns. The table
/// here translates these patterns; any other sentence is quoted as it is.
struct ArgumentComplaint {
  let language: Language
  let arguments: [String]
  /// By which days without a year are told apart.
  let today: CivilDate?

  /// - Parameters:
  ///   - arguments: the arguments without the program's name. A `--lang` in them takes precedence over `language`.
  ///   - now: seconds since 1970.
  init(_ arguments: [String], _ language: Language, now: Int) {
    self.arguments = arguments
    today =
      Self.value(of: "--today", arguments).flatMap(CivilDate.init(written:)) ?? CivilClock.today(now: now, zone: nil)
    self.language = Self.chosen(arguments) ?? language
  }

  /// What is wrong, and how the command is used. For other errors, such as a request for help, it is the parser's text.
  func text(for error: any Error) -> String {
    let whole = Nhacviec.fullMessage(for: error)
    let message = Nhacviec.message(for: error)
    let start = "Error: \(message)\n"
    guard Nhacviec.exitCode(for: error) == .validationFailure, whole.hasPrefix(start) else { return whole }
    return TerminalEscaper.escapeLines("\(label)\(sentence(message))\n\(usage(whole.dropFirst(start.count)))")
  }

  private var label: String { language.choose(vi: "lỗi: ", en: "error: ") }

  // MARK: Sentences

  func sentence(_ message: String) -> String {
    if let words = BilingualError.words(message) { return words.text(in: language) }
    if let stranger = CommandPath(arguments).stranger { return unknownCommand(stranger.word, stranger.names) }
    let vietnamese = Self.patterns.lazy.compactMap { english, vietnamese in
      TextPattern(english).parts(of: message).map { TextPattern(vietnamese).text(with: $0.map(Self.list)) }
    }.first
    let sentence = language.choose(vi: vietnamese ?? "đối số không dùng được: \(message)", en: message)
    return sentence + nearestValue(message) + dayFault(message)
  }

  /// A list such as `'a', 'b' or 'c'` with commas only.
  private static func list(_ part: String) -> String {
    part.replacing("' or '", with: "', '").replacing("' and '", with: "', '")
  }

  private func unknownCommand(_ word: String, _ names: [String]) -> String {
    let near = NearestName.nearest(to: word, among: names)
    let question = near.isEmpty ? "" : didYouMean(near)
    return language.choose(vi: "không có lệnh “\(word)”", en: "there is no command “\(word)”") + question
  }

  private func didYouMean(_ names: [String]) -> String {
    let list = names.map { "“\($0)”" }.joined(separator: ", ")
    return language.choose(vi: "; ý bạn là \(list)?", en: "; did you mean \(list)?")
  }

  /// The nearest value, as a question, if a value is not among those allowed; otherwise empty.
  private func nearestValue(_ message: String) -> String {
    guard let parts = TextPattern("The value '*' is invalid for '*'. Please provide one of *").parts(of: message) else {
      return ""
    }
    let names = parts[2].split(whereSeparator: { "' ,.\n".contains($0) }).map(String.init)
    let near = NearestName.nearest(to: parts[0], among: names, limit: 1)
    return near.isEmpty ? "" : didYouMean(near)
  }

  /// The options that take a number, which may look like a day (`7.5`).
  private static let numbers = ["--days", "--limit", "--year", "--width"]

  /// What is wrong with a day that could not be read; empty if it is none.
  private func dayFault(_ message: String) -> String {
    guard let parts = TextPattern("The value '*' is invalid for '*'").parts(of: message), !parts[1].contains("'"),
      !Self.numbers.contains(where: parts[1].hasPrefix), let today, let fault = DayFault(in: parts[0], today: today)
    else { return "" }
    return ": " + fault.words(tense(of: parts[1])).text(in: language)
  }

  /// Whether the day of an option must have come, or is to come.
  private func tense(of option: String) -> FactForm.Tense {
    guard !option.hasPrefix("--today"), let command = CommandPath(arguments).command as? any TaskFactCommand.Type else {
      return .past
    }
    let isNewDay = option.hasPrefix("--to") && command.kind.form.givesNewDay
    if !isNewDay, case .day(let tense) = command.kind.form.says { return tense }
    return .coming
  }

  /// The parser's sentences in Vietnamese; a `*` stands for what differs. The more special pattern goes first.
  private static let patterns: KeyValuePairs = [
    "Unknown option '*'. Did you mean '*'?": "không có tùy chọn “*”; ý bạn là “*”?",
    "Unknown option '*'\n   or: Missing value for '*' in '*'":
      "không có tùy chọn “*”; hoặc thiếu giá trị cho “*” trong “*”",
    "Unknown option '*'": "không có tùy chọn “*”",
    "Invalid option: *": "tùy chọn viết sai: *",
    "Missing value for '*'": "thiếu giá trị cho “*”",
    "The option '*' does not take any value, but '*' was specified.": "tùy chọn “*” không nhận giá trị, ở đây có “*”",
    "Unexpected argument '*'": "thừa “*”",
    "* unexpected arguments: '*'": "thừa * đối số: '*'",
    "Value to be set with flag '*' had already been set with flag '*'": "“*” và “*” không dùng cùng nhau",
    "Missing expected argument '*'": "thiếu “*”",
    "Missing one of: '*'": "thiếu một trong: '*'",
    "Missing required subcommand.": "thiếu lệnh con",
    "The value '*' is invalid for '*'. Please provide one of the following:\n*":
      "giá trị “*” không dùng được cho “*”; dùng một trong:\n*",
    "The value '*' is invalid for '*'. Please provide one of *.":
      "giá trị “*” không dùng được cho “*”; dùng một trong: *",
    "The value '*' is invalid for '*': *": "giá trị “*” không dùng được cho “*”: *",
    "The value '*' is invalid for '*'": "giá trị “*” không dùng được cho “*”",
    "Can't generate completion scripts for '*'.\nPlease use --generate-completion-script=<shell> with one of:\n*":
      "không có phần gợi ý lệnh cho “*”; --generate-completion-script nhận:\n*",
  ]

  // MARK: Usage

  /// The parser's lines after the sentence, which explain the option and how the command is used.
  private func usage(_ lines: Substring) -> String {
    guard language == .vi else { return String(lines) }
    return lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("Help:") { return "Giải thích:" + line.dropFirst("Help:".count) }
      if line.hasPrefix("Usage:") { return "Cách dùng:" + line.dropFirst("Usage:".count) }
      let parts = TextPattern("  See '*' for more information.").parts(of: String(line))
      return parts.map { TextPattern("  Xem '*' để biết thêm.").text(with: $0) } ?? String(line)
    }.joined(separator: "\n")
  }

  // MARK: Language

  private static func chosen(_ arguments: [String]) -> Language? {
    value(of: "--lang", arguments).flatMap { Language(rawValue: $0) }
  }

  private static func value(of option: String, _ arguments: [String]) -> String? {
    let joined = arguments.lazy.compactMap { TextPattern("\(option)=*").parts(of: $0)?.first }.first
    let behind = arguments.firstIndex(of: option).map { arguments[$0...].dropFirst() }
    return joined ?? behind?.first
  }

  /// The language of the locale, otherwise the configuration's, otherwise English.
  static func languageOfProcess() -> Language {
    if let language = Language.ofProcess { return language }
    let (configuration, diagnostics) = ConfigurationFile.ofProcess(option: nil).load()
    return configuration.setsLanguage && !diagnostics.hasErrors ? configuration.language : .en
  }
}

/// Follows the arguments as far as they name a command.
struct CommandPath {
  /// The first word that names no command although it must, and the names that there are; nil if there is none.
  var stranger: (word: String, names: [String])?
  /// The command that they name, as far as they name one.
  private(set) var command: any ParsableCommand.Type = Nhacviec.self

  init(_ arguments: [String]) {
    for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let nested = command.configuration.subcommands
      guard !nested.isEmpty, !word.hasPrefix("-"), word != "help" else { return }
      guard let next = nested.first(where: { $0.configuration.commandName == word }) else {
        stranger = (word, nested.compactMap { $0.configuration.commandName })
        return
      }
      command = next
    }
  }
}
