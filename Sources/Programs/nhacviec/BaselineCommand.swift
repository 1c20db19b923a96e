import ArgumentParser
import CivilCalendar
import Operations

/// `nhacviec baseline`: records what was done before the program was used (decision: known-since).
struct BaselineCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    "baseline", vi: "Khi bắt đầu dùng: ghi xong mọi việc của kế hoạch đã đến hạn trước một ngày.",
    en: "At the start: record as done whatever of a plan was due before a day.",
    discussion: """
      Ngày xong thực tế không rõ nên lấy ngày hạn, và ghi chú nói rõ điều đó. In danh sách và chờ --yes.
      The real days are not known: the due days stand for them, and the note says so. Prints the list and waits for --yes.
      """)

  @Argument(help: "KẾ-HOẠCH / PLAN")
  var plan: String

  @Option(
    name: [.customLong("date"), .customLong("before")],
    help: "Việc có hạn trước ngày này / what was due before this day (mặc định: hôm nay / default: today).")
  var day: CivilDate?

  @Option(help: "Trừ việc này, lặp lại được / but not this one, may be repeated: NHIỆM-VỤ[@KỲ] / TASK[@KEY].")
  var except: [String] = []

  @OptionGroup var options: RecordOptions

  func record(_ recording: Recording) throws(OperationFailure) -> Recorded? {
    try recording.baseline(plan: plan, before: day, except: except)
  }
}
