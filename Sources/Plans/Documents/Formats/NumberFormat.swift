private import CivilCalendar
private import Glibc

/// A number format of a spreadsheet, as far as it decides what a plan's cell says (ECMA-376, part 1, 18.8.30, 18.8.31).
struct NumberFormat {
  private enum Kind {
    case general
    /// Days are shown as dd/mm/yyyy, whatever their order in the format, which differs by country.
    case date(hasDay: Bool, hasMonth: Bool, hasYear: Bool, hasTime: Bool)
    case number(integerDigits: Int, decimals: Int, isPercent: Bool)
  }

  private let kind: Kind

  /// Whether it shows numbers as days.
  var isDay: Bool { if case .date(true, _, _, _) = kind { true } else { false } }

  init(_ code: String) {
    let letters = NumberFormat.letters(code)
    let hasYear = letters.contains("y")
    let hasDay = letters.contains("d")
    let hasTime = letters.contains("h") || letters.contains("s")
    if hasYear || hasDay || hasTime || letters.contains("m") {
      let hasMonth = letters.contains("m") && (hasYear || hasDay || !hasTime)
      kind = .date(hasDay: hasDay, hasMonth: hasMonth, hasYear: hasYear, hasTime: hasTime)
    } else {
      kind = NumberFormat.plain(letters) ?? .general
    }
  }

  /// The formats that files name by a number alone; numbers that are dates in some countries are dates here.
  static func builtIn(_ id: Int) -> String {
    switch id {
    case 1: "0"
    case 2: "0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 14, 15, 27...31, 36, 50...54, 57, 58: "dd/mm/yyyy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18...21, 32...35, 45...47: "h:mm"
    case 22: "dd/mm/yyyy h:mm"
    default: "General"
    }
  }

  /// The first section of a code without what is quoted, escaped or in brackets, in small letters.
  private static func letters(_ code: String) -> String {
    var result = ""
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: continue
      case "[": isBracketed = true
      case "]": isBracketed = false
      case _ where isBracketed: continue
      case "\\", "_", "*": isEscaped = true
      case ";": return result
      default: result.append(character)
      }
    }
    return result == "general" ? "" : result
  }

  /// Formats such as `00`, `0.00` and `0%`. Those that group thousands or leave zeros out show what was typed.
  private static func plain(_ code: String) -> Kind? {
    var integerDigits = 0
    var decimals = 0
    var isPercent = false
    var isBehindPoint = false
    for character in code {
      switch character {
      case "0": if isBehindPoint { decimals += 1 } else { integerDigits += 1 }
      case ".": isBehindPoint = true
      case "%": isPercent = true
      default: return nil
      }
    }
    guard integerDigits > 0, integerDigits <= 15, decimals <= 15 else { return nil }
    return .number(integerDigits: integerDigits, decimals: decimals, isPercent: isPercent)
  }

  func text(_ number: Double, countsFrom1904: Bool) -> String {
    switch kind {
    case .general: return NumberFormat.general(number)
    case .number(let integerDigits, let decimals, let isPercent):
      return NumberFormat.fixed(isPercent ? number * 100 : number, integerDigits, decimals) + (isPercent ? "%" : "")
    case .date(let hasDay, let hasMonth, let hasYear, let hasTime):
      return NumberFormat.day(
        number, countsFrom1904, hasDay: hasDay, hasMonth: hasMonth, hasYear: hasYear, hasTime: hasTime)
        ?? NumberFormat.general(number)
    }
  }

  /// Fifteen digits, as spreadsheets show; no point where the number is whole.
  private static func general(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return formatted("%.15g", number)
  }

  private static func fixed(_ number: Double, _ integerDigits: Int, _ decimals: Int) -> String {
    guard abs(number) < 1e15 else { return general(number) }
    let text = formatted("%.\(decimals)f", abs(number))
    let missing =
      integerDigits
      - (text.utf8.firstIndex(of: UInt8(ascii: ".")).map { text.utf8.distance(from: text.utf8.startIndex, to: $0) }
        ?? text.utf8.count)
    return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, missing)) + text
  }

  private static func formatted(_ format: String, _ number: Double) -> String {
    withVaList([number]) { list in
      let bytes = [CChar](unsafeUninitializedCapacity: 400) { buffer, count in
        count = max(0, min(399, Int(vsnprintf(buffer.baseAddress, 400, format, list))))
      }
      return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// Days are counted from 1 January 1900 as 1, with a 29 February 1900 that never was, or from 1904.
  private static func day(
    _ number: Double, _ countsFrom1904: Bool, hasDay: Bool, hasMonth: Bool, hasYear: Bool, hasTime: Bool
  ) -> String? {
    guard number >= 0, number < 2_958_466 else { return nil }
    var minutes = Int(((number - number.rounded(.down)) * 1440).rounded())
    var days = Int(number.rounded(.down))
    if minutes == 1440 { (days, minutes) = (days + 1, 0) }
    let time = "\(padded(minutes / 60)):\(padded(minutes % 60))"
    if !hasDay, !hasMonth, !hasYear { return time }
    let epoch =
      countsFrom1904
      ? CivilDate(year: 1904, month: 1, day: 1) : CivilDate(year: 1899, month: 12, day: days > 60 ? 30 : 31)
    guard let epoch, countsFrom1904 || (days != 60 && days != 0),
      let date = CivilDate(dayNumber: Int(epoch.dayNumber) + days)
    else { return nil }
    let (year, month, day) = date.components
    var parts: [String] = []
    if hasDay { parts.append(padded(day)) }
    if hasMonth { parts.append(hasDay || hasYear ? padded(month) : String(month)) }
    if hasYear { parts.append(String(year)) }
    // A format of the day alone would lose the month.
    if hasDay, !hasMonth { parts = [padded(day), padded(month), String(year)] }
    return parts.joined(separator: "/") + (hasTime && minutes > 0 ? " \(time)" : "")
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
