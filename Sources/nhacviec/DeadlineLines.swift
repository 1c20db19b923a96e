import ArgumentParser
import CivilCalendar
import Messages
import RuleSyntax

/// `deadline --json-lines`: a question a line in, an answer a line out, in order. Answers to all complete lines that have
/// arrived are written before more is read, so that a program can hold a conversation.
struct DeadlineLines {
  private let interpreter: DeadlineInterpreter
  private let command: DeadlineCommand
  private let language: Language
  private let environment: CommandEnvironment
  private static let longestLine = 1 << 20

  init(
    _ interpreter: DeadlineInterpreter, _ command: DeadlineCommand, _ language: Language,
    _ environment: CommandEnvironment
  ) {
    self.interpreter = interpreter
    self.command = command
    self.language = language
    self.environment = environment
  }

  func run() -> ExitCode {
    var line: [UInt8] = []
    var isOverlong = false
    var writer = JSONWriter()
    while true {
      let bytes = environment.input()
      guard !bytes.isEmpty else { break }
      for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if piece.offset > 0 {
          answer(line, isOverlong: isOverlong, &writer)
          line.removeAll(keepingCapacity: true)
          isOverlong = false
        }
        if line.count + piece.element.count > Self.longestLine { isOverlong = true } else { line += piece.element }
      }
      writer.flush { environment.output.write($0) }
      environment.output.flush()
    }
    if !line.isEmpty || isOverlong { answer(line, isOverlong: isOverlong, &writer) }
    writer.flush { environment.output.write($0) }
    return .success
  }

  private func answer(_ line: [UInt8], isOverlong: Bool, _ writer: inout JSONWriter) {
    if !isOverlong, line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
    let answer =
      isOverlong
      ? DeadlineAnswer(
        unclear: "", warnings: [Diagnostic.Words(vi: "Dòng quá dài.", en: "The line is too long.")])
      : self.answer(line)
    answer.write(language, to: &writer)
    writer.newline()
  }

  private func answer(_ line: [UInt8]) -> DeadlineAnswer {
    guard let value = JSONValue(line), let phrase = value["phrase"]?.string else {
      return DeadlineAnswer(
        unclear: "",
        warnings: [
          Diagnostic.Words(
            vi: "Dòng không phải là đối tượng JSON có “phrase”.", en: "The line is no JSON object with a “phrase”.")
        ])
    }
    let year = value["plan_year"]?.integer ?? command.year
    if let year, !(1...9999).contains(year) {
      return DeadlineAnswer(
        unclear: phrase,
        warnings: [Diagnostic.Words(vi: "Năm \(year) ngoài 1…9999.", en: "The year \(year) is outside 1…9999.")])
    }
    return interpreter.answer(
      DeadlineRequest(
        phrase: phrase, year: year, from: day(value["from"]) ?? command.from?.date,
        until: day(value["until"]) ?? command.until?.date, limit: value["limit"]?.integer ?? command.limit,
        repairs: command.repair))
  }

  private func day(_ value: JSONValue?) -> CivilDate? {
    value?.string.flatMap { DateArgument(argument: $0)?.date }
  }
}
