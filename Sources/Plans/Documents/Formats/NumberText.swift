/// The forms in which lists show numbers.
enum NumberText {
  case decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman, none, bullet

  /// A number format of WordprocessingML (ECMA-376, part 1, 17.18.59); those of other scripts count in decimals.
  init(word name: String?) {
    switch name {
    case "decimalZero": self = .decimalZero
    case "lowerLetter": self = .lowerLetter
    case "upperLetter": self = .upperLetter
    case "lowerRoman": self = .lowerRoman
    case "upperRoman": self = .upperRoman
    case "bullet": self = .bullet
    case "none": self = .none
    default: self = .decimal
    }
  }

  /// The `type` of an HTML list.
  init(html type: String?) {
    switch type {
    case "a": self = .lowerLetter
    case "A": self = .upperLetter
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    default: self = .decimal
    }
  }

  func text(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .decimalZero: number < 10 && number >= 0 ? "0\(number)" : String(number)
    case .lowerLetter: NumberText.letters(number, from: "a")
    case .upperLetter: NumberText.letters(number, from: "A")
    case .lowerRoman: NumberText.roman(number).lowercased()
    case .upperRoman: NumberText.roman(number)
    case .none, .bullet: ""
    }
  }

  /// a, b, … z, aa, bb, … as Word counts; beyond 20 times decimals.
  private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
    guard (1...520).contains(number), let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else {
      return String(number)
    }
    return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, sign) in signs {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }
}
