import ArgumentParser
import Presentation
import RuleSyntax
import Rules

/// `nhacviec event`: what happened, on which day.
struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: """
      Ghi nhận, sửa hoặc hủy ghi nhận một sự kiện.
      Record, correct or withdraw an event.
      """,
    subcommands: [Record.self, Correct.self, Withdraw.self])

  /// How an event and its occurrence are named.
  struct Name: ParsableArguments {
    @Argument(help: "SỰ-KIỆN: mã, tên hoặc [KẾ-HOẠCH/]MÃ / EVENT: id, name or [PLAN/]ID")
    var event: String

    @Option(help: "Kỳ của sự kiện lặp lại / the occurrence: 2024, 2024-Q1, \"Quý I/2024\".")
    var key: String?

    @Option(name: .customLong("ref"), help: "Số của vụ việc / the case's number.")
    var reference: String?

    /// `X kỳ KEY số REF`, as fact lines name it.
    var text: String {
      var text = PlainWords.cleaned(event) ?? ""
      if let key = key.flatMap(PlainWords.cleaned) { text += " kỳ \(key)" }
      if let reference = reference.flatMap(PlainWords.cleaned) { text += " số \(reference)" }
      return text
    }
  }

  struct Record: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "record",
      abstract: """
        Ghi nhận một sự kiện đã xảy ra.
        Record that an event happened.
        """)

    @OptionGroup var name: Name

    @Option(name: [.customLong("on"), .customLong("date")], help: "Ngày xảy ra / the day: 2024-05-31, 31/5/2024.")
    var day: DateArgument

    @Option(help: "Giờ xảy ra / the time: 14:30.")
    var at: String?

    @OptionGroup var options: RecordOptions

    func run(in environment: CommandEnvironment) -> ExitCode {
      let line = FactKind.happened.line(of: name.text, detail: day.line, tail: at.flatMap(PlainWords.cleaned))
      return Recorder(options, environment).run(line)
    }
  }

  struct Correct: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct",
      abstract: """
        Sửa ngày của một sự kiện đã ghi nhận.
        Mend the day of a recorded event.
        """)

    @OptionGroup var name: Name

    @Option(
      name: [.customLong("on"), .customLong("to"), .customLong("date")],
      help: "Ngày đúng / the right day: 2024-05-31, 31/5/2024.")
    var day: DateArgument

    @OptionGroup var options: RecordOptions

    func run(in environment: CommandEnvironment) -> ExitCode {
      let line = FactKind.corrected.line(of: name.text, detail: day.line)
      return Recorder(options, environment).run(line)
    }
  }

  struct Withdraw: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "withdraw",
      abstract: """
        Hủy ghi nhận một sự kiện: thật ra chưa xảy ra.
        Withdraw a recorded event: it did not happen.
        """)

    @OptionGroup var name: Name
    @OptionGroup var options: RecordOptions

    func run(in environment: CommandEnvironment) -> ExitCode {
      let line = FactKind.withdrawn.line(of: name.text)
      return Recorder(options, environment).run(line)
    }
  }
}

extension DateArgument {
  /// `31/5/2024`, as fact lines write days.
  var line: String { "\(date.day)/\(date.month)/\(date.year)" }
}
