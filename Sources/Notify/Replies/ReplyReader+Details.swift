import CivilCalendar
import Deadlines

/// The days and documents that an answer names.
extension ReplyReader {
  struct NamedDay {
    var day: CivilDate
    var place: Range<Int>
    /// It is told as the deadline of the work.
    var isDeadline = false
    /// It is told as the end of the time that is wanted.
    var isUntil = false
    /// It is told as the deadline that was until now, if more time is wanted.
    var isFrom = false
    /// It only bounds when something was.
    var isBound = false
    /// It can be a part of something as well: *2/3 số xã*.
    var isFraction = false
  }

  /// The longest wording of a day: `thứ Ba, ngày 05 tháng 3 năm 2024`.
  private static let longestDay = 8

  /// The days that a sentence names, each once, the longest wording of it.
  /// - Parameter isPast: whether a day without its year is the last one until the day of the mail, not the next after it.
  func days(in sentence: ReplySentence, isPast: Bool) -> [NamedDay] {
    var found: [NamedDay] = []
    var index = 0
    while index < sentence.words.count {
      guard var named = day(at: index, in: sentence, isPast: isPast) else {
        index += 1
        continue
      }
      func isBehind(_ words: Set<String>) -> Bool {
        words.map(folded).contains { sentence.has($0, at: index - $0.count) }
      }
      named.isDeadline = isBehind(ReplyWords.deadlineWords)
      named.isUntil = isBehind(ReplyWords.untilWords)
      named.isFrom = isBehind(ReplyWords.fromWords)
      named.isBound = isBehind(ReplyWords.boundWords)
      named.isFraction = named.isFraction && !isBehind(ReplyWords.dayWords)
      found.append(named)
      index = named.place.upperBound
    }
    return found
  }

  private func day(at start: Int, in sentence: ReplySentence, isPast: Bool) -> NamedDay? {
    for relative in ReplyWords.relativeDays {
      let words = folded(relative.words)
      if sentence.has(words, at: start) {
        return NamedDay(day: day.adding(days: relative.days), place: start..<(start + words.count))
      }
    }
    for count in stride(from: min(Self.longestDay, sentence.words.count - start), to: 0, by: -1) {
      let place = start..<(start + count)
      let text = sentence.bare(place)
      // *ngay 10/5/2024*, without its marks
      let isBehindWord = isPlain && count > 1 && sentence.has(folded("ngày"), at: start)
      let figures = isBehindWord ? sentence.bare(place.dropFirst()) : text
      guard text.contains(where: \.isNumber), let civil = deadlines.date(figures)?.civil,
        let day = civilDay(civil, isPast: isPast)
      else { continue }
      let isLast = place.upperBound == sentence.words.count || !(sentence.words[start].written.last?.isNumber ?? true)
      let isFraction = count == 1 && civil.year == nil && !isLast && !text.hasPrefix("0")
      return NamedDay(day: day, place: place, isFraction: isFraction)
    }
    return nil
  }

  private func civilDay(_ civil: (year: Int?, month: Int, day: Int), isPast: Bool) -> CivilDate? {
    if let year = civil.year { return CivilDate(year: year, month: civil.month, day: civil.day) }
    let all = (day.year - 1...day.year + 1).compactMap { CivilDate(year: $0, month: civil.month, day: civil.day) }
    // *Xin gia hạn đến 15/4*, written on 15/5, is a slip rather than a day of the next year.
    let isSlip = all.contains { other in
      (isPast ? other > day : other <= day) && abs(other.days(since: day)) <= Self.mostSlip
    }
    return isSlip ? nil : isPast ? all.last { $0 <= day } : all.first { $0 > day }
  }

  /// So many days from the mail, in the direction that is not meant, a day without its year is a slip.
  private static let mostSlip = 45

  // MARK: No day is left out

  /// The days on which it can have been done; nil if something tells a day that is not certain.
  /// - Parameter places: where a period would tell when it was: behind the verbs of the first sentence.
  func daysOfWork(_ all: [Parts], periodsAt places: Set<Int>) -> Set<CivilDate>? {
    var found: Set<CivilDate> = []
    for parts in all {
      let days = days(in: parts.sentence, isPast: true)
      let telling = days.filter { !$0.isDeadline }
      guard !telling.contains(where: { $0.isBound || $0.isFraction }), !hasFiguresOfDay(parts, besides: days),
        !tellsOrder(parts, telling)
      else { return nil }
      found.formUnion(telling.map(\.day))
    }
    guard let first = all.first, !isVague(first) else { return nil }
    let words = first.sentence.words
    let periods = Set(ReplyWords.periodWords.flatMap(folded))
    // A period, and what follows, tell the day only where nothing else does. *Đã nộp báo cáo tháng 2* tells which report.
    let hasPeriod = places.contains { place in
      place < words.count && periods.contains(words[place].folded) && words[place - 1].folded != folded("cáo").first
    }
    return found.isEmpty && (hasPeriod || all.dropFirst().contains(where: isVague)) ? nil : found
  }

  /// Whether the sentence names a day, certain or not.
  func namesDay(_ parts: Parts) -> Bool {
    let days = days(in: parts.sentence, isPast: true)
    return days.contains { !$0.isDeadline } || hasFiguresOfDay(parts, besides: days) || isVague(parts)
  }

  /// Whether a request names another day than that until which more time is wanted, its deadline and days of its reason.
  func namesOtherDay(_ parts: Parts, than until: NamedDay?) -> Bool {
    let days = days(in: parts.sentence, isPast: false)
    let others = days.filter { other in
      other.place != until?.place && !other.isDeadline && !other.isFrom
        && parts.reason?.contains(other.place.lowerBound) != true
    }
    return !others.isEmpty || hasFiguresOfDay(parts, besides: days)
  }

  /// Whether a document or a day can be that of the order to do the work: *theo Kế hoạch số 15/KH-UBND ngày 10/1/2024*.
  private func tellsOrder(_ parts: Parts, _ days: [NamedDay]) -> Bool {
    let sentence = parts.sentence
    guard let order = phrase(of: ReplyWords.orderWords, in: sentence, from: 0, besides: parts.masked) else {
      return false
    }
    return days.contains { $0.place.lowerBound >= order.upperBound }
      || (order.upperBound..<sentence.words.count).contains { document(at: $0, in: sentence) != nil }
  }

  /// Whether figures stand in the sentence as in a day that was not understood.
  private func hasFiguresOfDay(_ parts: Parts, besides days: [NamedDay]) -> Bool {
    let read = parts.masked.union(days.flatMap(\.place))
    return parts.sentence.words.indices.contains { index in
      guard !read.contains(index) else { return false }
      let word = parts.sentence.words[index].written
      return Self.hasFiguresOfDay(document(at: index, in: parts.sentence).map { String($0.rest) } ?? word)
    }
  }

  /// `20.11`, `2026-11-20`, `20/11/26`.
  private static func hasFiguresOfDay(_ word: String) -> Bool {
    let pieces = word.split(omittingEmptySubsequences: false) { "/.-–".contains($0) }
    return zip(pieces, pieces.dropFirst()).contains { one, next in
      let first = one.reversed().prefix { $0.isNumber }
      let second = next.prefix { $0.isNumber }
      guard first.count < 3, second.count < 3, let one = Int(String(first.reversed())), let other = Int(second) else {
        return false
      }
      return min(one, other) > 0 && min(one, other) <= 12 && max(one, other) <= 31
    }
  }

  /// Whether it tells when it was in words that are no certain day (*tuần trước*).
  private func isVague(_ parts: Parts) -> Bool {
    let read = parts.masked.union(days(in: parts.sentence, isPast: true).flatMap(\.place))
    return phrase(of: ReplyWords.vagueDays, in: parts.sentence, from: 0, besides: read) != nil
  }

  // MARK: Documents

  /// The number of a document: figures, `/`, and letters behind the last `/` (`12/BC-VP`, `15/2024/NQ-HĐND`).
  func document(in sentence: ReplySentence) -> (number: String, rest: Substring)? {
    sentence.words.indices.lazy.compactMap { self.document(at: $0, in: sentence) }.first
  }

  private func document(at index: Int, in sentence: ReplySentence) -> (number: String, rest: Substring)? {
    // `số:12/BC-VP`
    let text = sentence.bare(index..<(index + 1)).split(separator: ":").last ?? ""
    let number = text.prefix { $0.isLetter || $0.isNumber || "/-–.&_".contains($0) }
    let parts = number.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, !first.isEmpty, first.allSatisfy(\.isNumber),
      let kind = parts.last, kind.count > 1, kind.prefix(2).allSatisfy(\.isLetter)
    else { return nil }
    return (String(number), text.dropFirst(number.count))
  }
}
