import CivilCalendar
import Diagnostics
import HTTPMessages
import Presentation

/// A parameter of the API: its values, as they are checked, and as the document of the API describes them.
struct APIParameter: Sendable {
  enum Value: Sendable {
    /// Not empty, of at most so many characters.
    case text(most: Int)
    /// What an answer gave before: letters, digits, dots and dashes.
    case cursor
    /// As ISO 8601 writes it: 2024-09-30.
    case day
    case number(ClosedRange<Int>)
    case choice([String])
  }

  let name: String
  let value: Value
  /// What it asks for, in English, for the document.
  let words: String
  var isRequired = false
  var canRepeat = false

  static let longestCursor = 2000

  private static func isOfCursor(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// The first fault of a query; nil if each parameter is known and has a value that it takes.
  static func fault(of query: [HTTPRequest.QueryItem], _ known: [APIParameter]) -> Problem? {
    for (place, item) in query.enumerated() {
      guard let parameter = known.first(where: { $0.name == item.name }) else {
        return unknown(item.name, known: known.map(\.name))
      }
      if !parameter.canRepeat, query[..<place].contains(where: { $0.name == item.name }) {
        return .bad(
          .init(vi: "“\(item.name)” có nhiều lần", en: "“\(item.name)” is there several times"),
          code: .repeatedParameter)
      }
      // What can be there several times can also be a list with commas.
      let values = parameter.canRepeat ? UpcomingFilter.State.names(in: [item.value]) : [item.value]
      if let fault = values.lazy.compactMap(parameter.fault).first { return fault }
    }
    let missing = known.first { parameter in
      parameter.isRequired && !query.contains { $0.name == parameter.name }
    }
    return missing.map {
      .bad(.init(vi: "thiếu “\($0.name)”", en: "“\($0.name)” is missing"), code: .missingParameter)
    }
  }

  static func unknown(_ name: String, known: [String]) -> Problem {
    let names = known.joined(separator: ", ")
    return .bad(
      known.isEmpty
        ? .init(
          vi: "không có tham số “\(name)”, cũng không có tham số nào khác",
          en: "there is no “\(name)”, nor any other parameter")
        : .init(vi: "không có tham số “\(name)”; có: \(names)", en: "there is no “\(name)”; there are \(names)"),
      code: .unknownParameter)
  }

  func fault(of text: String) -> Problem? {
    switch value {
    case .text(let most):
      if (1...most).contains(text.unicodeScalars.count) { return nil }
      return .bad(
        .init(vi: "“\(name)” phải có 1 đến \(most) ký tự", en: "“\(name)” must have 1 to \(most) characters"),
        code: .badText)
    case .cursor:
      if (1...Self.longestCursor).contains(text.utf8.count), text.utf8.allSatisfy(Self.isOfCursor) { return nil }
      return .bad(
        .init(vi: "“\(name)” không phải là một chỗ trong danh sách", en: "“\(name)” is no place in the list"),
        code: .badCursor)
    case .day:
      if CivilDate(iso: text) != nil { return nil }
      return .bad(
        .init(vi: "“\(name)” phải là ngày như 2024-09-30", en: "“\(name)” must be a day such as 2024-09-30"),
        code: .badDay)
    case .number(let range):
      if text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), range.contains(number) { return nil }
      let (first, last) = (range.lowerBound, range.upperBound)
      guard first < last else {
        return .bad(.init(vi: "“\(name)” phải là \(first)", en: "“\(name)” must be \(first)"), code: .badNumber)
      }
      return .bad(
        .init(
          vi: "“\(name)” phải là số nguyên từ \(first) đến \(last)",
          en: "“\(name)” must be a whole number from \(first) to \(last)"),
        code: .badNumber)
    case .choice(let values):
      if values.contains(text) { return nil }
      let list = values.joined(separator: ", ")
      return .bad(
        .init(vi: "“\(name)” phải là một trong: \(list)", en: "“\(name)” must be one of \(list)"), code: .badChoice)
    }
  }
}
