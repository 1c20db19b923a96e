package import CivilCalendar
import Deadlines

/// Reads what an answer says of the duties of a letter. It guesses nothing: a sentence that says two things, denies,
/// asks, or speaks of something else gives no statement (docs/replies.md, "What is understood").
package struct ReplyReader {
  private let subjects: [ReplySubject]
  private let isPlain: Bool
  private let sentences: [ReplySentence]
  /// The subjects by their ids, folded; only ids that say by themselves that they are one.
  private let named: [String: [Int]]
  /// The titles of those in the letter, as words; a single word is no title that can be told from others.
  private let titles: [(index: Int, words: [String])]
  let day: CivilDate
  let deadlines = DeadlineReader()

  /// - Parameters:
  ///   - words: what the author wrote, without quotes.
  ///   - subjects: what it can be about.
  ///   - day: the day of the mail.
  package init(_ words: String, about subjects: [ReplySubject], on day: CivilDate) {
    self.subjects = subjects
    self.day = day
    let isPlain = words.allSatisfy { $0.isASCII || !$0.isLetter }
    self.isPlain = isPlain
    sentences = Array(ReplySentence.all(of: words, isPlain: isPlain).prefix(500))
    var named: [String: [Int]] = [:]
    for (index, subject) in subjects.enumerated() {
      for id in subject.ids where Self.isTelling(id) {
        named[ReplySentence.folded(id, isPlain: isPlain), default: []].append(index)
      }
    }
    self.named = named
    titles = subjects.enumerated().filter(\.element.isInLetter).map { index, subject in
      (index, ReplySentence(subject.title, isPlain: isPlain).words.map(\.folded))
    }.filter { $0.words.count > 1 }
  }

  /// What a sentence says.
  private enum Verdict {
    case says(ReplyStatement.Content)
    /// It speaks of the matter, and nothing certain follows.
    case doubtful
    case nothing
  }

  /// Everything that is said for certain; empty if there is any doubt.
  package func statements() -> [ReplyStatement] {
    var found: [ReplyStatement] = []
    var index = 0
    /// What a sentence before named, without saying anything of it.
    var heading: [[Int]] = []
    while index < sentences.count {
      let sentence = sentences[index]
      let (mentions, masked) = mentions(in: sentence)
      let verbs = verbs(in: sentence, masked)
      guard !verbs.isEmpty else {
        if !mentions.isEmpty { heading = mentions }
        index += 1
        continue
      }
      // Sentences that follow and say nothing by themselves belong to it.
      var rest: [ReplySentence] = []
      while index + 1 + rest.count < sentences.count {
        let next = sentences[index + 1 + rest.count]
        let (named, hidden) = self.mentions(in: next)
        let begins = phrase(of: ReplyWords.becauseWords, in: next, from: 0)?.lowerBound == 0
        guard named.isEmpty, begins || self.verbs(in: next, hidden).isEmpty else { break }
        rest.append(next)
      }
      index += 1 + rest.count
      let named = mentions.isEmpty ? heading : mentions
      heading = []
      // What names something that the letter did not tell is about other work.
      guard named.allSatisfy({ $0.contains { subjects[$0].isInLetter } }) else { return [] }
      let told = named.map { $0.filter { subjects[$0].isInLetter } }
      switch verdict(sentence, verbs, masked, rest) {
      case .says(let content): found.append(ReplyStatement(content: content, subjects: told))
      case .doubtful: return []
      case .nothing: break
      }
    }
    return found.contains { first in found.contains { contradict(first, $0) } } ? [] : found
  }

  /// Whether two statements can be of the same work and say different things of it.
  private func contradict(_ one: ReplyStatement, _ other: ReplyStatement) -> Bool {
    guard one.content != other.content else { return false }
    if case .explained = one.content { return false }
    if case .explained = other.content { return false }
    guard !one.subjects.isEmpty, !other.subjects.isEmpty else { return true }
    return !Set(one.subjects.joined()).isDisjoint(with: other.subjects.joined())
  }

  // MARK: What is named

  /// What each place of the sentence can mean, and the words that name it.
  private func mentions(in sentence: ReplySentence) -> ([[Int]], Set<Int>) {
    var found: [Range<Int>: Set<Int>] = [:]
    for (place, word) in sentence.words.enumerated() {
      if let indices = named[word.folded] {
        found[place..<(place + 1), default: []].formUnion(indices)
      } else if let at = word.folded.firstIndex(of: "@"), named[String(word.folded[..<at])] != nil {
        // An occurrence of which the letter told nothing.
        found[place..<(place + 1)] = []
      }
    }
    for title in titles {
      for place in sentence.places(of: title.words) { found[place, default: []].insert(title.index) }
    }
    // Of names within names the longest is meant.
    let places = found.keys.filter { place in
      !found.keys.contains { $0 != place && $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
    }.sorted { $0.lowerBound < $1.lowerBound }
    var meant: [[Int]] = []
    for place in places {
      let subjects = (found[place] ?? []).sorted()
      if !meant.contains(subjects) { meant.append(subjects) }
    }
    return (meant, Set(places.flatMap { Array($0) }))
  }

  /// Whether an id says by itself that it is one: `I.2` and `TC.1` do, `1.` and `I` do not.
  private static func isTelling(_ id: String) -> Bool {
    id.count > 1 && id.contains { $0.isLetter } && id.contains { $0.isNumber || "./-".contains($0) }
  }

  // MARK: What is said

  private struct Verb {
    var place: Range<Int>
    var meaning: ReplyWords.Meaning
  }

  /// The verbs of the sentence in their order, without those that are parts of others or of names.
  private func verbs(in sentence: ReplySentence, _ masked: Set<Int>) -> [Verb] {
    let found = Self.verbs(isPlain).flatMap { verb in
      sentence.places(of: verb.words).map { Verb(place: $0, meaning: verb.meaning) }
    }
    return found.filter { verb in
      masked.isDisjoint(with: verb.place)
        && !found.contains {
          $0.place != verb.place && $0.place.lowerBound <= verb.place.lowerBound
            && verb.place.upperBound <= $0.place.upperBound
        }
    }.sorted { $0.place.lowerBound < $1.place.lowerBound }
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

  private func verdict(
    _ sentence: ReplySentence, _ verbs: [Verb], _ masked: Set<Int>, _ rest: [ReplySentence]
  ) -> Verdict {
    // Why somebody is late may say anything else.
    if let first = verbs.first, first.meaning == .explained {
      return .says(.explained(words: ([sentence] + rest).map { $0.text($0.words.indices) }.joined(separator: ". ")))
    }
    // Words in the reason say nothing of the work.
    let reason = reason(in: sentence)
    let telling = verbs.filter { verb in verb.meaning != .explained && reason?.overlaps(verb.place) != true }
    guard let verb = telling.first else { return .nothing }
    let isDone = verb.meaning != .moreTime
    guard !sentence.isQuestion, telling.allSatisfy({ ($0.meaning != .moreTime) == isDone }) else { return .doubtful }
    let denies = denies(sentence, before: verb.place.lowerBound, masked.union(reason.map(Set.init) ?? []))
    if verb.meaning == .moreTime {
      guard !denies else { return .doubtful }
      return moreTime(sentence, after: verb.place.upperBound, rest).map(Verdict.says) ?? .doubtful
    }
    let last = telling.last?.place.upperBound ?? verb.place.upperBound
    let isPart = sentence.words.contains { $0.written.contains("%") && $0.folded != "100%" }
    let laterDenial = ReplyWords.laterDenials.contains { word in
      !sentence.places(of: folded(word), from: last).isEmpty
    }
    guard !denies, !isPart, !laterDenial else { return .doubtful }
    let document = ([sentence] + rest).compactMap { self.document(in: $0) }.first
    if telling.allSatisfy({ $0.meaning == .doneByDocument }), document == nil { return .doubtful }
    var days: [CivilDate] = []
    for part in [sentence] + rest where days.isEmpty {
      for found in self.days(in: part, isPast: true) where !found.isDeadline && !days.contains(found.day) {
        days.append(found.day)
      }
    }
    guard days.count <= 1, days.allSatisfy({ $0 <= day }) else { return .doubtful }
    return .says(.done(on: days.first, document: document))
  }

  private func denies(_ sentence: ReplySentence, before end: Int, _ masked: Set<Int>) -> Bool {
    ReplyWords.denials.contains { word in
      sentence.places(of: folded(word)).contains { $0.lowerBound < end && masked.isDisjoint(with: $0) }
    }
  }

  private func moreTime(
    _ sentence: ReplySentence, after start: Int, _ rest: [ReplySentence]
  ) -> ReplyStatement.Content? {
    let until = days(in: sentence, isPast: false).filter { $0.place.lowerBound >= start && $0.isUntil }
    guard until.count == 1, let found = until.first, found.day > day else { return nil }
    if var reason = reason(in: sentence) {
      // *vì mưa bão đến 15/4*
      if reason.contains(found.place.lowerBound) { reason = reason.lowerBound..<(found.place.lowerBound - 1) }
      return .moreTime(until: found.day, because: reason.isEmpty ? nil : sentence.text(reason))
    }
    let because = rest.lazy.compactMap { next in self.reason(in: next).map { next.text($0) } }.first
    return .moreTime(until: found.day, because: because)
  }

  /// The words of the reason: behind *vì* to the end; where the sentence begins with it, to the first comma.
  private func reason(in sentence: ReplySentence) -> Range<Int>? {
    guard let word = phrase(of: ReplyWords.becauseWords, in: sentence, from: 0) else { return nil }
    var end = sentence.words.count
    if word.lowerBound == 0,
      let comma = sentence.words[word.upperBound...].firstIndex(where: { $0.written.hasSuffix(",") })
    {
      end = comma + 1
    }
    return word.upperBound < end ? word.upperBound..<end : nil
  }

  // MARK: Words

  func folded(_ phrase: String) -> [String] { ReplySentence(phrase, isPlain: isPlain).words.map(\.folded) }

  /// The first place of one of the phrases; of several there the longest.
  func phrase(of phrases: Set<String>, in sentence: ReplySentence, from first: Int) -> Range<Int>? {
    phrases.flatMap { sentence.places(of: folded($0), from: first) }
      .min { ($0.lowerBound, -$0.count) < ($1.lowerBound, -$1.count) }
  }
}
