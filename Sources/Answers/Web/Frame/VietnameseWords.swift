/// Finds the Vietnamese words of a text that is English otherwise: names, titles, quoted wordings. A word belongs to them by its
/// letters; numbers and syllables without marks between or beside such words do, too.
enum VietnameseWords {
  private enum Kind {
    /// It has letters that English has not.
    case vietnamese
    /// It may be a Vietnamese syllable, or the short form of a name, and is no word of the pages' sentences.
    case syllable
    /// A number, a code, a mark.
    case neutral
    case english
  }

  private struct Word {
    let range: Range<String.Index>
    let text: String
    let kind: Kind
    /// Whether it ends what belongs together, as a colon does.
    let isEnd: Bool
  }

  /// Whether a byte may begin one of the letters that English has not, in UTF-8.
  static func isHint(_ byte: UInt8) -> Bool { (0xC3...0xC6).contains(byte) || byte == 0xE1 }

  /// Where Vietnamese words stand in a text of HTML.
  static func ranges(in text: String) -> [Range<String.Index>] {
    let words = words(of: text)
    guard words.contains(where: { $0.kind == .vietnamese }) else { return [] }
    guard words.contains(where: { $0.kind == .english }) else {
      return [words[0].range.lowerBound..<words[words.count - 1].range.upperBound]
    }
    var ranges: [Range<String.Index>] = []
    var run: [Word] = []
    func close() {
      defer { run = [] }
      guard run.contains(where: { $0.kind == .vietnamese }),
        let first = run.first(where: { $0.kind != .neutral })
      else { return }
      ranges.append(first.range.lowerBound..<run[run.count - 1].range.upperBound)
    }
    for place in words.indices {
      let word = words[place]
      guard word.kind != .english || joins(words, place) else {
        close()
        continue
      }
      run.append(word)
      if word.isEnd { close() }
    }
    close()
    return ranges
  }

  /// Whether the word at a place has a Vietnamese one behind it, and one or nothing before it, and stands so in no English sentence.
  private static func joins(_ words: [Word], _ place: Int) -> Bool {
    guard place + 1 < words.count, [.vietnamese, .syllable].contains(words[place + 1].kind), !words[place].isEnd,
      joining.contains(words[place].text)
    else { return false }
    return place == 0 || words[place - 1].isEnd || words[place - 1].kind != .english
  }

  private static func words(of text: String) -> [Word] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      // What HTML writes for marks is none of its letters.
      let plain = word.contains("&") ? String(word).replacing(/&[a-z0-9#]+;/, with: " ") : String(word)
      let hasLetters = plain.contains(where: \.isLetter)
      return Word(
        range: word.startIndex..<word.endIndex, text: plain.lowercased(), kind: kind(of: plain),
        isEnd: !hasLetters && !plain.contains(where: \.isNumber) || plain.hasSuffix(":") || plain.hasSuffix(";"))
    }
  }

  private static func kind(of word: String) -> Kind {
    guard word.utf8.allSatisfy({ !isHint($0) }) else { return .vietnamese }
    let letters = word.filter(\.isLetter).lowercased()
    let isRoman = letters.allSatisfy { "ivx".contains($0) }
    guard letters.count > 1, !isRoman, !word.contains(where: \.isNumber) else {
      return word == "a" ? .english : .neutral
    }
    // Offices shorten their names so: UBND, CCHC.
    guard word.contains(where: \.isLowercase) else { return .syllable }
    let isOne = word.drop { !$0.isLetter }.prefix(while: \.isLetter).count == letters.count
    return isOne && !common.contains(letters) && isSyllable(letters) ? .syllable : .english
  }

  private static func isSyllable(_ letters: String) -> Bool {
    onsets.contains { letters.hasPrefix($0) && rhymes.contains(letters.dropFirst($0.count)) }
  }

  private static let onsets = [
    "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
    "s", "t",
    "th", "tr", "v", "x",
  ]
  /// Those that have no marks.
  private static let rhymes = Set<Substring>(
    ["a", "e", "i", "o", "u", "y", "oa", "oe", "uy", "ia"].flatMap { vowel in
      ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"].map { Substring(vowel + $0) }
    } + ["oai", "oay", "ai", "ao", "au", "ay", "eo", "oi", "ua", "ue", "ui", "uya"])

  /// Of these words those that never stand between two names in English, and often so in Vietnamese: *việc do Sở chủ trì*, *báo cáo an
  /// toàn thông tin*.
  private static let joining: Set<String> = ["an", "can", "do", "may", "men", "so"]

  /// English words that are spelt like syllables.
  private static let common: Set<String> = [
    "an", "at", "be", "but", "by", "can", "cut", "day", "did", "do", "due", "get", "go", "has", "he", "him", "in", "it",
    "its",
    "let", "list", "lot", "made", "man", "map", "may", "me", "men", "met", "mon", "my", "no", "not", "on", "or", "out",
    "pay",
    "put", "ran", "run", "sat", "say", "see", "sent", "set", "sit", "so", "sun", "ten", "than", "that", "the", "them",
    "then",
    "they", "to", "too", "top", "tue", "two", "up", "us", "way", "yet",
  ]
}
