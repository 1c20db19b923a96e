import ArgumentParser
import Operations

/// `nhacviec event`: records what happened on which day, corrects or withdraws it.
struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "event", vi: "Ghi nhận, sửa hoặc hủy ghi nhận một sự kiện.", en: "Record, correct or withdraw an event.",
    subcommands: [Record.self, Correct.self, Withdraw.self])

  /// The arguments that name an event and its occurrence.
  struct Name: ParsableArguments {
    @Argument(help: "SỰ-KIỆN: mã, tên hoặc [KẾ-HOẠCH/]MÃ / EVENT: id, name or [PLAN/]ID")
    var event: String

    @Option(help: "Kỳ của sự kiện lặp lại / the occurrence: 2024, 2024-Q1, \"Quý I/2024\".")
    var key: String?

    @Option(name: .customLong("ref"), help: "Số của vụ việc / the case's number.")
    var reference: String?

    var name: EventName { EventName(event: event, key: key, reference: reference) }
  }

  struct Record: RecordCommand {
    static let configuration = CommandConfiguration(
      "record", vi: "Ghi nhận một sự kiện đã xảy ra.", en: "Record that an event happened.")

    @OptionGroup var subject: Name

    @Option(
      name: [.customLong("on"), .customLong("date")],
      help: "Ngày xảy ra / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
    var day: TypedDay

    @Option(help: "Giờ xảy ra / the time: 14:30.")
    var at: String?

    @OptionGroup var options: RecordOptions

    func record(_ recording: Recording) throws(OperationFailure) -> Recorded? {
      try recording.run(.happened, of: subject.name, on: day, at: at)
    }
  }

  struct Correct: RecordCommand {
    static let configuration = CommandConfiguration(
      "correct", vi: "Sửa ngày của một sự kiện đã ghi nhận.", en: "Mend the day of a recorded event.")

    @OptionGroup var subject: Name

    @Option(
      name: [.customLong("on"), .customLong("to"), .customLong("date")],
      help: "Ngày đúng / the right day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
    var day: TypedDay

    @OptionGroup var options: RecordOptions

    func record(_ recording: Recording) throws(OperationFailure) -> Recorded? {
      try recording.run(.corrected, of: subject.name, on: day)
    }
  }

  struct Withdraw: RecordCommand {
    static let configuration = CommandConfiguration(
      "withdraw", vi: "Hủy ghi nhận một sự kiện: thật ra chưa xảy ra.",
      en: "Withdraw a recorded event: it did not happen.")

    @OptionGroup var subject: Name
    @OptionGroup var options: RecordOptions

    func record(_ recording: Recording) throws(OperationFailure) -> Recorded? {
      try recording.run(.withdrawn, of: subject.name)
    }
  }
}
