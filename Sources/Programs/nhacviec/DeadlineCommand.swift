import ArgumentParser
import CivilCalendar
import Diagnostics
import Operations
import Presentation

/// `nhacviec deadline`: says what the wording of a deadline means.
struct DeadlineCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "deadline", vi: "Lời văn về hạn có nghĩa gì: loại, lời chuẩn và các ngày.",
    en: "What a deadline's wording means: kind, canonical wordings and days.")

  @Argument(help: "Lời văn / the wording, e.g. \"trước ngày 17 tháng cuối quý\"")
  var phrase: String?

  @Option(help: "Năm của kế hoạch / the plan's year (mặc định: năm nay / default: this year).")
  var year: Int?

  @Option(help: "Chỉ các ngày từ / only days from.")
  var from: CivilDate?

  @Option(help: "Chỉ các ngày đến hết / only days until.")
  var until: CivilDate?

  @Option(help: "Tối đa ngần ấy ngày / at most so many days.")
  var limit: Int?

  @Option(help: "Tên lịch / calendar (Việt Nam).")
  var calendar: String?

  @Option(help: "Luật tính thời hạn / law of time: vn-civil-code, plain.")
  var law: String?

  @Option(help: "Thư mục quy tắc có lịch riêng / rule folder with calendars of its own.")
  var rules: String?

  @Flag(help: "Chấp nhận lời văn bị hỏng do quét, và nêu chỗ đã sửa / accept the noise of scanned plans, listed.")
  var repair = false

  @Flag(help: "Một đối tượng JSON / one JSON object.")
  var json = false

  @Flag(help: "Đọc mỗi dòng một JSON, trả lời mỗi dòng một JSON / one JSON object a line in and out.")
  var jsonLines = false

  @OptionGroup var languages: LanguageOption

  func validate() throws {
    if phrase == nil, !jsonLines { throw ValidationError(vi: "thiếu lời văn", en: "the wording is missing") }
    if phrase != nil, jsonLines {
      throw ValidationError(
        vi: "--json-lines đọc đầu vào chuẩn, không nhận lời văn", en: "--json-lines reads standard input, no wording")
    }
    if let year, !(1...9999).contains(year) { throw ValidationError("--year: 1…9999") }
    if let limit, limit < 0 { throw ValidationError("--limit: 0…") }
    if let from, let until, until < from {
      throw ValidationError(vi: FilterFault.lastBeforeFirst.words.vi, en: FilterFault.lastBeforeFirst.words.en)
    }
    if let law, ComputationsOfTime.named(law) == nil {
      let list = ComputationsOfTime.all.map(\.id).joined(separator: ", ")
      throw ValidationError(
        vi: "--law “\(law)”: không có; có: \(list)", en: "--law “\(law)”: unknown; there are \(list)")
    }
  }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let interpreter = try DeadlineInterpreter(rules: rules, calendar: calendar, law: law, in: operations)
    let request = DeadlineRequest(
      phrase: phrase ?? "", year: year, from: from, until: until, limit: limit, repairs: repair)
    if jsonLines {
      DeadlineLines(interpreter, standard: request, console.language).run(operations.input) { answers in
        console.output.write(answers)
        console.output.flush()
      }
      return .success
    }
    let answer = interpreter.answer(request)
    console.output.write(
      json ? answer.json(console.language) : answer.text(console.language, style: console.style))
    return answer.kind == .unclear ? .failure : .success
  }
}
