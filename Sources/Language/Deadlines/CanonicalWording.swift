import CivilCalendar

/// The one wording of each meaning in a language: reading it gives the same meaning again.
package struct CanonicalWording: Sendable {
  /// Of the wording.
  package enum Language: Sendable { case vi, en }

  let words: any DeadlineWords

  package init(_ language: Language) {
    switch language {
    case .vi: words = VietnameseWords()
    case .en: words = EnglishWords()
    }
  }

  /// Its items, each behind its label.
  package func text(of deadline: Deadline) -> String {
    deadline.items.map { item in
      let text = self.text(of: item)
      return item.label.map { "\($0): \(text)" } ?? text
    }.joined(separator: "; ")
  }

  private func text(of item: DeadlineItem) -> String {
    ([words.form(item.form)] + item.clauses.all.compactMap(words.clause)).joined(separator: ", ")
  }

  /// The wording of a clause alone; nil: it adds no words.
  package func text(of clause: DeadlineClause) -> String? { words.clause(clause) }

  /// The wording of a rhythm alone (*hằng quý*).
  package func text(of rhythm: Rhythm) -> String { words.rhythm(rhythm) }
}

/// How a language words the parts of a meaning.
protocol DeadlineWords: Sendable {
  func form(_ form: DeadlineForm) -> String
  /// Nil: it has no words.
  func clause(_ clause: DeadlineClause) -> String?
  func rhythm(_ rhythm: Rhythm) -> String
}

extension DeadlineWords {
  func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  func clock(_ time: ClockTime) -> String { "\(padded(time.minutes / 60)):\(padded(time.minutes % 60))" }

  /// Words that begin a period or a day.
  private var periodWords: Set<String> {
    ["q", "h", "week", "year", "term", "sept", "tuần", "tháng", "quý", "năm", "học", "cuối", "giữa", "đầu", "ngày"]
  }

  /// In brackets where commas, joining words or clause words would end the name too early.
  func name(_ mention: EventMention, joined: Bool = false) -> String {
    let phrase = PhraseParser(mention.name)
    let keys = Set(phrase.tokens.map(\.key))
    let hasMarks = !keys.isDisjoint(with: [":", ";", ",", "(", ")", "hoặc", "or", "ít", "tối", "chậm", "at"])
    let numbers = phrase.tokens.contains { $0.kind == .number }
    let leads = ["cả", "đủ", "both", "either", "nhiệm", "task", "hoàn", "kết", "hết", "the", "tết", "a", "an"]
    let first = phrase.tokens.first?.key ?? ""
    let isPeriodLike =
      EnglishWords.monthNames.contains { $0.lowercased().hasPrefix(first) } || periodWords.contains(first)
    let risky =
      joined || hasMarks || numbers || leads.contains(first) || isPeriodLike || keys.isSuperset(of: ["phát", "sinh"])
      || keys.contains("done")
      || keys.contains("arises") || keys.contains("end")
    return risky ? "[\(mention.name)]" : mention.name
  }

  /// Likewise the name of whose timetable it is, or of a document.
  func sourceName(_ source: String) -> String {
    let keys = Set(PhraseLexer.tokens(source).map(\.key))
    return keys.isDisjoint(with: [",", "(", ")", ":", ";"]) ? source : "[\(source)]"
  }
}
