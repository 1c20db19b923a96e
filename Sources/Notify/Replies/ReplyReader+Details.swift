import CivilCalendar
import Deadlines

/// The days and documents that an answer names.
extension ReplyReader {
  struct NamedDay {
    var day: CivilDate
    var place: Range<Int>
    /// It is told as the deadline of the work.
    var isDeadline: Bool
    /// It is told as the end of the time that is wanted.
    var isUntil: Bool
  }

  /// The longest wording of a day: `thứ Ba, ngày 05 tháng 3 năm 2024`.
  private static let longestDay = 8

  /// The days that a sentence names, each once, the longest wording of it.
  /// - Parameter isPast: whether a day without its year is the last one until the day of the mail, not the next after it.
  func days(in sentence: ReplySentence, isPast: Bool) -> [NamedDay] {
    var found: [NamedDay] = []
    var index = 0
    while index < sentence.words.count {
      guard let (day, count) = day(at: index, in: sentence, isPast: isPast) else {
        index += 1
        continue
      }
      func isBehind(_ words: Set<String>) -> Bool {
        words.contains { word in sentence.places(of: folded(word)).contains { $0.upperBound == index } }
      }
      found.append(
        NamedDay(
          day: day, place: index..<(index + count), isDeadline: isBehind(ReplyWords.deadlineWords),
          isUntil: isBehind(ReplyWords.untilWords)))
      index += count
    }
    return found
  }

  private func day(at start: Int, in sentence: ReplySentence, isPast: Bool) -> (CivilDate, Int)? {
    for relative in ReplyWords.relativeDays {
      let words = folded(relative.words)
      if sentence.places(of: words, from: start).first?.lowerBound == start {
        return (day.adding(days: relative.days), words.count)
      }
    }
    for count in stride(from: min(Self.longestDay, sentence.words.count - start), to: 0, by: -1) {
      let text = sentence.text(start..<(start + count))
      guard text.contains(where: \.isNumber), let civil = deadlines.date(text)?.civil,
        let day = civilDay(civil, isPast: isPast)
      else { continue }
      return (day, count)
    }
    return nil
  }

  private func civilDay(_ civil: (year: Int?, month: Int, day: Int), isPast: Bool) -> CivilDate? {
    if let year = civil.year { return CivilDate(year: year, month: civil.month, day: civil.day) }
    let years = isPast ? [day.year, day.year - 1] : [day.year, day.year + 1]
    return years.lazy.compactMap { CivilDate(year: $0, month: civil.month, day: civil.day) }
      .first { isPast ? $0 <= day : $0 > day }
  }

  /// The number of a document: figures, `/`, and letters behind the last `/` (`12/BC-VP`, `15/2024/NQ-HĐND`).
  func document(in sentence: ReplySentence) -> String? {
    for index in sentence.words.indices {
      // `số:12/BC-VP`
      let text = sentence.bare(index..<(index + 1)).split(separator: ":").last ?? ""
      let number = text.prefix { $0.isLetter || $0.isNumber || "/-–.&_".contains($0) }
      let parts = number.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count > 1, let first = parts.first, !first.isEmpty, first.allSatisfy(\.isNumber),
        let kind = parts.last, kind.count > 1, kind.prefix(2).allSatisfy(\.isLetter)
      else { continue }
      return String(number)
    }
    return nil
  }
}
