import CivilCalendar
import Diagnostics
import JSON
package import Presentation

/// Carries out `deadline --json-lines`: each line of the input is a question, and each line of the output its answer,
/// in order. All complete lines are answered before more is read, so that a program can ask one question after the
/// other.
package struct DeadlineLines {
  private let interpreter: DeadlineInterpreter
  private let standard: DeadlineRequest
  private let language: Language
  private static let longestLine = 1 << 20

  /// - Parameter standard: the request that holds where a line does not say otherwise.
  package init(_ interpreter: DeadlineInterpreter, standard: DeadlineRequest, _ language: Language) {
    self.interpreter = interpreter
    self.standard = standard
    self.language = language
  }

  /// - Parameters:
  ///   - input: reads some bytes; none at the end.
  ///   - emit: takes the answers to the lines that were read.
  package func run(_ input: () -> [UInt8], emit: ([UInt8]) -> Void) {
    var lines = InputLines(most: Self.longestLine)
    var writer = JSONWriter()
    while case let bytes = input(), !bytes.isEmpty {
      lines.read(bytes) { answer($0, &writer) }
      writer.flush(to: emit)
    }
    lines.finish { answer($0, &writer) }
    writer.flush(to: emit)
  }

  /// - Parameter line: nil: it is too long.
  private func answer(_ line: [UInt8]?, _ writer: inout JSONWriter) {
    if let line, line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
    let answer =
      line.map { self.answer($0) } ?? Self.unclear("", .init(vi: "Dòng quá dài.", en: "The line is too long."))
    answer.write(language, to: &writer)
    writer.newline()
  }

  private func answer(_ line: [UInt8]) -> DeadlineAnswer {
    guard let value = JSONValue(line), let phrase = value["phrase"]?.string else {
      return Self.unclear(
        "",
        .init(vi: "Dòng không phải là đối tượng JSON có “phrase”.", en: "The line is no JSON object with a “phrase”."))
    }
    do throws(WrongMember) {
      var request = standard
      request.phrase = phrase
      request.from = try value.day("from") ?? standard.from
      request.until = try value.day("until") ?? standard.until
      if let from = request.from, let until = request.until, until < from {
        throw WrongMember(vi: "“until” trước “from”.", en: "“until” is before “from”.")
      }
      request.year = try value.number("plan_year", 1...9999) ?? standard.year
      request.limit = try value.number("limit", 0...1_000_000) ?? standard.limit
      return interpreter.answer(request)
    } catch {
      return Self.unclear(phrase, error.words)
    }
  }

  private static func unclear(_ phrase: String, _ words: Bilingual) -> DeadlineAnswer {
    DeadlineAnswer(unclear: phrase, warnings: [words])
  }
}

/// A member of a line has the wrong type, or a value out of range.
private struct WrongMember: Error {
  let words: Bilingual

  init(vi: String, en: String) { words = Bilingual(vi: vi, en: en) }
}

/// Reads the members of a line beside its wording. A member that is null counts as absent; a wrong one throws.
extension JSONValue {
  /// The member as a whole number. Text such as `"2026"` is read too, because spreadsheets export numbers so.
  fileprivate func number(_ name: String, _ range: ClosedRange<Int>) throws(WrongMember) -> Int? {
    guard let member = self[name], member != .null else { return nil }
    let isDigits = member.string?.utf8.allSatisfy { (48...57).contains($0) } ?? false
    guard let number = member.integer ?? (isDigits ? member.string.flatMap { Int($0) } : nil), range.contains(number)
    else {
      throw WrongMember(
        vi: "“\(name)” phải là số nguyên từ \(range.lowerBound) đến \(range.upperBound).",
        en: "“\(name)” must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  fileprivate func day(_ name: String) throws(WrongMember) -> CivilDate? {
    guard let member = self[name], member != .null else { return nil }
    guard let day = member.string.flatMap({ CivilDate(written: $0) }) else {
      throw WrongMember(
        vi: "“\(name)” phải là một ngày, như \"2024-05-31\" hoặc \"31/5/2024\".",
        en: "“\(name)” must be a day, such as \"2024-05-31\" or \"31/5/2024\".")
    }
    return day
  }
}
