import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec extend`: records that a document gives a duty more time.
struct ExtendCommand: TaskFactCommand {
  static let kind = FactKind.extended
  static let configuration = CommandConfiguration(
    "extend", vi: "Gia hạn một việc đến một ngày, theo một văn bản.", en: "Extend one duty to a day, by a document.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("to"), .customLong("date")],
    help: "Đến hết ngày / until this day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @OptionGroup var options: RecordOptions

  func validate() throws {
    if options.keptDocument == nil {
      throw ValidationError(
        vi: "gia hạn phải có văn bản: --document", en: "an extension needs its document: --document")
    }
  }

  var detail: FactDetail? { .day(day) }
}
