/// Numbers in words, from 1 to 999.
struct NumberWords: Sendable {
  /// Words that can begin a number.
  let words: [Word]
  private let ones: [Word: Int]
  private let teens: [Word: Int]
  private let tens: [Word: Int]
  private let language: Language

  static let vietnamese = NumberWords(
    .vi,
    ones: [
      "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    ],
    teens: ["mười": 10], tens: [:])
  static let english = NumberWords(
    .en,
    ones: ["one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9],
    teens: [
      "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
      "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ],
    tens: [
      "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ])

  static func of(_ language: Language) -> NumberWords { language == .vi ? vietnamese : english }

  private init(_ language: Language, ones: [Word: Int], teens: [Word: Int], tens: [Word: Int]) {
    self.language = language
    self.ones = ones
    self.teens = teens
    self.tens = tens
    words = Array(ones.keys) + Array(teens.keys) + Array(tens.keys)
  }

  /// All readings at a lexeme, each with its end: *hai* and *hai mươi* of *hai mươi ngày*.
  func read(_ phrase: Phrase, _ at: Int) -> [(end: Int, value: Int)] {
    func key(_ index: Int) -> Word {
      guard index < phrase.lexemes.count, phrase.lexemes[index].kind == .word else { return "" }
      return phrase.key(index)
    }
    var found = belowHundred(at, key)
    guard let hundreds = ones[key(at)] else { return found }
    if key(at + 1) == (language == .vi ? "trăm" : "hundred") {
      found.append((at + 2, hundreds * 100))
      let link = ["linh", "lẻ", "and"].contains(key(at + 2)) ? at + 3 : at + 2
      found += belowHundred(link, key).map { ($0.end, hundreds * 100 + $0.value) }
    }
    return found
  }

  private func belowHundred(_ at: Int, _ key: (Int) -> Word) -> [(end: Int, value: Int)] {
    var found: [(end: Int, value: Int)] = []
    if let one = ones[key(at)] {
      found.append((at + 1, one))
      if language == .vi, one > 1, key(at + 1) == "mươi" {
        found.append((at + 2, one * 10))
        if let more = ["mốt": 1, "lăm": 5][key(at + 2)] ?? ones[key(at + 2)] {
          found.append((at + 3, one * 10 + more))
        }
      }
    }
    if let teen = teens[key(at)] {
      found.append((at + 1, teen))
      if language == .vi, let more = ["lăm": 5][key(at + 1)] ?? ones[key(at + 1)] { found.append((at + 2, 10 + more)) }
    }
    if let ten = tens[key(at)] {
      found.append((at + 1, ten))
      let next = key(at + 1) == "" ? at + 2 : at + 1
      if let more = ones[key(next)] { found.append((next + 1, ten + more)) }
    }
    return found
  }
}
