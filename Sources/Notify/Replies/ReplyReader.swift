package import CivilCalendar
import Deadlines

/// Reads what an answer says of the duties of a letter. It guesses nothing: a sentence that says two things, denies,
/// asks, or speaks of something else gives no statement (docs/replies.md, "What is understood").
package struct ReplyReader {
  private let subjects: [ReplySubject]
  let isPlain: Bool
  private let sentences: [ReplySentence]
  private let names: ReplyNames
  let day: CivilDate
  let deadlines = DeadlineReader()

  /// Whoever writes more is to be read by a person.
  private static let longestAnswer = 10_000

  /// - Parameters:
  ///   - words: what the author wrote, without quotes.
  ///   - subjects: what it can be about.
  ///   - day: the day of the mail.
  package init(_ words: String, about subjects: [ReplySubject], on day: CivilDate) {
    self.subjects = subjects
    self.day = day
    let isPlain = words.allSatisfy { $0.isASCII || !$0.isLetter }
    self.isPlain = isPlain
    sentences = words.count > Self.longestAnswer ? [] : ReplySentence.all(of: words, isPlain: isPlain)
    names = ReplyNames(subjects, isPlain: isPlain)
  }

  /// What a sentence says.
  private enum Verdict {
    case says(ReplyStatement.Content)
    /// It speaks of the matter, and nothing certain follows.
    case doubtful
    case nothing
  }

  /// The parts of a sentence.
  struct Parts {
    let sentence: ReplySentence
    /// What is named, but in the reason.
    var mentions: [ReplyNames.Mention]
    /// What is named in the reason: it tells why, and not of what.
    var reasons: [ReplyNames.Mention]
    var reason: Range<Int>?
    fileprivate var verbs: [Verb]

    /// The words of names.
    var masked: Set<Int> { Set((mentions + reasons).flatMap(\.place)) }
  }

  private func parts(of sentence: ReplySentence) -> Parts {
    let verbs = verbs(in: sentence, [])
    let mentions = names.mentions(in: sentence, verbs: Set(verbs.map(\.place.lowerBound)))
    var parts = Parts(sentence: sentence, mentions: mentions, reasons: [], verbs: [])
    parts.verbs = self.verbs(in: sentence, parts.masked)
    if let first = parts.verbs.first, first.meaning == .explained {
      parts.reason = explanation(in: sentence, after: first.place, parts.masked)
    } else {
      parts.reason = reason(in: sentence, from: 0, parts.masked)
    }
    if let reason = parts.reason {
      parts.mentions = mentions.filter { !reason.contains($0.place.lowerBound) }
      parts.reasons = mentions.filter { reason.contains($0.place.lowerBound) }
    }
    return parts
  }

  /// Everything that is said for certain; empty if there is any doubt.
  package func statements() -> [ReplyStatement] {
    var found: [ReplyStatement] = []
    var index = 0
    /// What a sentence before named, without saying anything of it.
    var heading: Parts?
    while index < sentences.count {
      let parts = parts(of: sentences[index])
      guard !parts.verbs.isEmpty else {
        if !parts.mentions.isEmpty { heading = parts }
        index += 1
        continue
      }
      // Sentences that follow and say nothing by themselves belong to it.
      var rest: [Parts] = []
      while index + 1 + rest.count < sentences.count {
        let next = self.parts(of: sentences[index + 1 + rest.count])
        guard next.mentions.isEmpty, !tells(next) else { break }
        rest.append(next)
      }
      index += 1 + rest.count
      let naming = parts.mentions.isEmpty ? heading ?? parts : parts
      let named = ReplyNames.meanings(of: naming.mentions)
      if let heading, parts.mentions.isEmpty, namesDay(heading) { return [] }
      heading = nil
      // What names something that the letter did not tell is about other work.
      guard named.allSatisfy({ $0.contains { subjects[$0].isInLetter } }) else { return [] }
      let verbs = Set(naming.verbs.flatMap(\.place))
      guard names.areJoined(naming.mentions, in: naming.sentence, besides: verbs) else { return [] }
      let told = named.map { $0.filter { subjects[$0].isInLetter } }
      switch verdict(parts, rest) {
      case .says(let content):
        if case .done = content, named.isEmpty, !parts.reasons.isEmpty { return [] }
        found.append(ReplyStatement(content: content, subjects: told))
      case .doubtful: return []
      case .nothing: break
      }
    }
    return found.contains { first in found.contains { contradict(first, $0) } } ? [] : found
  }

  /// Whether a sentence says something by itself: more than why what another says is so.
  private func tells(_ parts: Parts) -> Bool {
    guard phrase(of: ReplyWords.becauseWords, in: parts.sentence, from: 0)?.lowerBound == 0 else {
      return !parts.verbs.isEmpty
    }
    let hidden = parts.masked.union(parts.reason.map(Set.init) ?? [])
    return parts.verbs.contains { verb in
      hidden.isDisjoint(with: verb.place) && verb.meaning != .explained
        && !denies(parts.sentence, before: verb.place.lowerBound, hidden)
    }
  }

  /// Whether two statements can be of the same work and say different things of it.
  private func contradict(_ one: ReplyStatement, _ other: ReplyStatement) -> Bool {
    guard one.content != other.content else { return false }
    if case .explained = one.content { return false }
    if case .explained = other.content { return false }
    guard !one.subjects.isEmpty, !other.subjects.isEmpty else { return true }
    return !Set(one.subjects.joined()).isDisjoint(with: other.subjects.joined())
  }

  // MARK: What is said

  fileprivate struct Verb {
    var place: Range<Int>
    var meaning: ReplyWords.Meaning
  }

  /// The verbs of the sentence in their order, without those that are parts of others or of names.
  private func verbs(in sentence: ReplySentence, _ masked: Set<Int>) -> [Verb] {
    let found = Self.verbs(isPlain).flatMap { verb in
      sentence.places(of: verb.words).map { Verb(place: $0, meaning: verb.meaning) }
    }
    let outermost = Set(ReplySentence.outermost(found.map(\.place)))
    return found.filter { outermost.contains($0.place) && masked.isDisjoint(with: $0.place) }
      .sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  private static func verbs(_ isPlain: Bool) -> [(words: [String], meaning: ReplyWords.Meaning)] {
    isPlain ? plainVerbs : markedVerbs
  }
  private static let markedVerbs = cutVerbs(isPlain: false)
  private static let plainVerbs = cutVerbs(isPlain: true)

  private static func cutVerbs(isPlain: Bool) -> [(words: [String], meaning: ReplyWords.Meaning)] {
    ReplyWords.verbs.flatMap { row in
      row.words.map { (ReplySentence($0, isPlain: isPlain).words.map(\.folded), row.meaning) }
    }
  }

  private func verdict(_ parts: Parts, _ rest: [Parts]) -> Verdict {
    let sentence = parts.sentence
    let all = [parts] + rest
    // Why somebody is late may say anything else.
    if let first = parts.verbs.first, first.meaning == .explained {
      return .says(.explained(words: all.map { $0.sentence.text($0.sentence.words.indices) }.joined(separator: ". ")))
    }
    // Words in the reason say nothing of the work.
    let telling = parts.verbs.filter { verb in
      verb.meaning != .explained && parts.reason?.overlaps(verb.place) != true
    }
    guard let verb = telling.first, let last = telling.last?.place.upperBound else { return .nothing }
    let isDone = verb.meaning != .moreTime
    guard !sentence.isQuestion, telling.allSatisfy({ ($0.meaning != .moreTime) == isDone }), !endsItsReason(parts)
    else { return .doubtful }
    let hidden = parts.masked.union(parts.reason.map(Set.init) ?? [])
    guard !denies(sentence, before: verb.place.lowerBound, hidden) else { return .doubtful }
    if !isDone { return moreTime(parts, after: verb.place.upperBound, rest).map(Verdict.says) ?? .doubtful }
    let isPart = sentence.words.contains { $0.written.contains("%") && $0.folded != "100%" }
    let laterDenial = ReplyWords.laterDenials.contains { word in
      !sentence.places(of: folded(word), from: last).isEmpty
    }
    guard !isPart, !laterDenial else { return .doubtful }
    let document = all.compactMap { self.document(in: $0.sentence)?.number }.first
    if telling.allSatisfy({ $0.meaning == .doneByDocument }), document == nil { return .doubtful }
    guard let days = daysOfWork(all, periodsAt: Set(telling.map(\.place.upperBound))), days.count <= 1,
      days.allSatisfy({ $0 <= day })
    else { return .doubtful }
    return .says(.done(on: days.first, document: document))
  }

  /// Whether the reason goes over into another statement: *vì thiếu số liệu, I.3 đã xong*.
  private func endsItsReason(_ parts: Parts) -> Bool {
    guard let reason = parts.reason else { return false }
    let contrasts = Set(ReplyWords.contrastWords.flatMap(folded))
    return parts.reasons.contains { mention in
      let before = reason.lowerBound..<mention.place.lowerBound
      return before.suffix(3).contains { index in
        let word = parts.sentence.words[index]
        return contrasts.contains(word.folded) || word.written.hasSuffix(",") && !parts.masked.contains(index)
      }
    }
  }

  private func denies(_ sentence: ReplySentence, before end: Int, _ masked: Set<Int>) -> Bool {
    ReplyWords.denials.contains { word in
      sentence.places(of: folded(word)).contains { $0.lowerBound < end && masked.isDisjoint(with: $0) }
    }
  }

  private func moreTime(_ parts: Parts, after start: Int, _ rest: [Parts]) -> ReplyStatement.Content? {
    let sentence = parts.sentence
    let until = days(in: sentence, isPast: false).filter { $0.place.lowerBound >= start && $0.isUntil }
    guard until.count == 1, let found = until.first, found.day > day else { return nil }
    var parts = parts
    // *vì mưa bão đến 15/4*
    if let reason = parts.reason, reason.contains(found.place.lowerBound) {
      parts.reason = reason.lowerBound..<max(reason.lowerBound, found.place.lowerBound - 1)
    }
    guard !namesOtherDay(parts, than: found), rest.allSatisfy({ !namesOtherDay($0, than: nil) }) else { return nil }
    if let reason = parts.reason {
      return .moreTime(until: found.day, because: reason.isEmpty ? nil : sentence.text(reason))
    }
    let because = rest.lazy.compactMap { next in next.reason.map { next.sentence.text($0) } }.first
    return .moreTime(until: found.day, because: because)
  }

  /// The words of the reason: behind *vì* to the end, or to where its bracket closes; where the sentence begins with it,
  /// to the first comma, unless it is a label (*Lý do:*).
  private func reason(in sentence: ReplySentence, from first: Int, _ masked: Set<Int>) -> Range<Int>? {
    guard let word = phrase(of: ReplyWords.becauseWords, in: sentence, from: first, besides: masked) else { return nil }
    var end = sentence.words.count
    func behind(_ isLast: (ReplySentence.Word) -> Bool) -> Int {
      sentence.words[word.upperBound...].firstIndex(where: isLast).map { $0 + 1 } ?? end
    }
    if sentence.words[word.lowerBound].written.hasPrefix("(") {
      end = behind { $0.written.contains(")") && !$0.written.contains("(") }
    } else if word.lowerBound == 0, !sentence.words[word.upperBound - 1].written.hasSuffix(":") {
      end = behind { $0.written.hasSuffix(",") }
    }
    return word.upperBound < end ? word.upperBound..<end : nil
  }

  /// The words of an explanation: behind the colon, or behind *vì*.
  private func explanation(in sentence: ReplySentence, after verb: Range<Int>, _ masked: Set<Int>) -> Range<Int>? {
    guard let colon = sentence.words[(verb.upperBound - 1)...].firstIndex(where: { $0.written.hasSuffix(":") }) else {
      return reason(in: sentence, from: verb.upperBound, masked)
    }
    return colon + 1 < sentence.words.count ? (colon + 1)..<sentence.words.count : nil
  }

  // MARK: Words

  func folded(_ phrase: String) -> [String] { ReplySentence(phrase, isPlain: isPlain).words.map(\.folded) }

  /// The first place of one of the phrases; of several there the longest.
  func phrase(
    of phrases: Set<String>, in sentence: ReplySentence, from first: Int, besides masked: Set<Int> = []
  ) -> Range<Int>? {
    phrases.flatMap { sentence.places(of: folded($0), from: first) }.filter(masked.isDisjoint)
      .min { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
  }
}
