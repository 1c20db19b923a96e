import ArgumentParser
import CivilCalendar
import Diagnostics
import Operations
import Presentation

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
      let bytes = environment.world.input()
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
        unclear: "", warnings: [Bilingual(vi: "Dòng quá dài.", en: "The line is too long.")])
      : self.answer(line)
    answer.write(language, to: &writer)
    writer.newline()
  }

  private func answer(_ line: [UInt8]) -> DeadlineAnswer {
    guard let value = JSONValue(line), let phrase = value["phrase"]?.string else {
      return DeadlineAnswer(
        unclear: "",
        warnings: [
          Bilingual(
            vi: "Dòng không phải là đối tượng JSON có “phrase”.", en: "The line is no JSON object with a “phrase”.")
        ])
    }
    do throws(WrongMember) {
      let line = LineMembers(value)
      let from = try line.day("from") ?? command.from?.date
      let until = try line.day("until") ?? command.until?.date
      if let from, let until, until < from {
        throw WrongMember(vi: "“until” trước “from”.", en: "“until” is before “from”.")
      }
      return interpreter.answer(
        DeadlineRequest(
          phrase: phrase, year: try line.number("plan_year", 1...9999) ?? command.year, from: from, until: until,
          limit: try line.number("limit", 0...1_000_000) ?? command.limit, repairs: command.repair))
    } catch {
      return DeadlineAnswer(unclear: phrase, warnings: [error.words])
    }
  }
}

/// A member of a line that is not of its kind.
private struct WrongMember: Error {
  let words: Bilingual

  init(vi: String, en: String) { words = Bilingual(vi: vi, en: en) }
}

/// What a line says beside its wording. A member that is there, and not null, counts, or is refused.
private struct LineMembers {
  let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  /// Also as text, which spreadsheets make of numbers: `"2026"`.
  func number(_ name: String, _ range: ClosedRange<Int>) throws(WrongMember) -> Int? {
    guard let member = value[name], member != .null else { return nil }
    let isDigits = member.string?.utf8.allSatisfy { (48...57).contains($0) } ?? false
    guard let number = member.integer ?? (isDigits ? member.string.flatMap { Int($0) } : nil), range.contains(number)
    else {
      throw WrongMember(
        vi: "“\(name)” phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound).",
        en: "“\(name)” must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  func day(_ name: String) throws(WrongMember) -> CivilDate? {
    guard let member = value[name], member != .null else { return nil }
    guard let day = member.string.flatMap({ DateArgument(argument: $0)?.date }) else {
      throw WrongMember(
        vi: "“\(name)” phải là một ngày, như \"2024-05-31\" hoặc \"31/5/2024\".",
        en: "“\(name)” must be a day, such as \"2024-05-31\" or \"31/5/2024\".")
    }
    return day
  }
}
