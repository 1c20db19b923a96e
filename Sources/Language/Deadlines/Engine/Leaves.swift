import CivilCalendar

/// Numbers, names and other parts that code reads, in the words of one language.
struct Leaves {
  let language: Language
  let words: LeafWords
  let names: NameReader

  init(language: Language, words: LeafWords) {
    self.language = language
    self.words = words
    names = NameReader(words)
  }

  var all: [Leaf] {
    [
      number("n", 1...9999, width: language == .vi ? 2 : 1),
      number("d", 1...31, width: language == .vi ? 2 : 1),
      number("m", 1...12, width: 2), number("figure", 1...366, width: 2, isFigures: true),
      year, roman, hour, minute, name, source, free, aside, task, key, label, filler, tail, topic, subject,
    ]
  }

  /// *15*, *mười lăm*, *15 (mười lăm)*, *mười lăm (15)*.
  /// - Parameter isFigures: not in words alone.
  private func number(_ symbol: String, _ range: ClosedRange<Int>, width: Int, isFigures: Bool = false) -> Leaf {
    let spelled = NumberWords.of(language)
    @Sendable func single(_ phrase: Phrase, _ at: Int) -> [(end: Int, value: Int, isDigits: Bool)] {
      let lexeme = phrase.lexemes[at]
      if lexeme.kind == .number { return lexeme.digits <= 4 ? [(at + 1, lexeme.value, true)] : [] }
      return lexeme.kind == .word ? spelled.read(phrase, at).map { ($0.end, $0.value, false) } : []
    }
    @Sendable func isMark(_ phrase: Phrase, _ at: Int, _ mark: Unicode.Scalar) -> Bool {
      at < phrase.lexemes.count && phrase.lexemes[at].mark == mark
    }
    return Leaf(
      symbol: symbol, start: .numbers,
      read: { phrase, at in
        var found: [(end: Int, value: Value, cost: Int)] = []
        for one in single(phrase, at) where range.contains(one.value) {
          if one.isDigits || !isFigures { found.append((one.end, .number(one.value), one.isDigits ? 0 : 1)) }
          guard isMark(phrase, one.end, "("), one.end + 1 < phrase.lexemes.count else { continue }
          for twice in single(phrase, one.end + 1)
          where twice.value == one.value && twice.isDigits != one.isDigits && isMark(phrase, twice.end, ")") {
            found.append((twice.end + 1, .number(one.value), 0))
          }
        }
        return found
      },
      write: { $0.number.flatMap { range.contains($0) ? padded($0, width) : nil } })
  }

  private var year: Leaf {
    Leaf(
      symbol: "y", start: .numbers,
      read: { phrase, at in
        let lexeme = phrase.lexemes[at]
        return lexeme.kind == .number && lexeme.digits == 4 && lexeme.value >= 1000
          ? [(at + 1, .number(lexeme.value), 0)] : []
      }, write: { $0.number.map { padded($0, 4) } })
  }

  private var roman: Leaf {
    let numerals: [Word: Int] = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    return Leaf(
      symbol: "q", start: .anything,
      read: { phrase, at in
        let lexeme = phrase.lexemes[at]
        let key = phrase.key(at)
        if lexeme.kind == .number, lexeme.digits <= 2, (1...4).contains(lexeme.value) {
          return [(at + 1, .number(lexeme.value), 0)]
        }
        return numerals[key].map { [(at + 1, .number($0), 0)] } ?? []
      },
      write: { value in
        value.number.flatMap { n in
          language == .vi ? numerals.first { $0.value == n }?.key.text.uppercased() : String(n)
        }
      })
  }

  private var hour: Leaf { clock("hour", 0...24) }
  private var minute: Leaf { clock("minute", 0...59) }

  private func clock(_ symbol: String, _ range: ClosedRange<Int>) -> Leaf {
    Leaf(
      symbol: symbol, start: .numbers,
      read: { phrase, at in
        let lexeme = phrase.lexemes[at]
        return lexeme.kind == .number && lexeme.digits <= 2 && range.contains(lexeme.value)
          ? [(at + 1, .number(lexeme.value), 0)] : []
      }, write: { $0.number.map { padded($0, 2) } })
  }

  /// The name of an event.
  private var name: Leaf {
    let reader = names
    return Leaf(
      symbol: "name", start: .anything,
      read: { phrase, at in
        reader.names(phrase, at).map { ($0.end, .mention(EventMention(reader.text(phrase, at..<$0.end))), $0.cost) }
      },
      write: { $0.mention.map { reader.written($0.name) } })
  }

  /// Whose timetable, or which document.
  private var source: Leaf {
    let reader = names
    return Leaf(
      symbol: "source", start: .anything,
      read: { phrase, at in
        let isDocument = words.documents.contains(phrase.key(at))
        let names = reader.names(phrase, at)
        let quarter = (at..<(names.last?.end ?? at)).first { reader.isQuarter(phrase, $0) } ?? phrase.lexemes.count
        return names.compactMap { name in
          // *tiến độ của tỉnh quý II*: of what, or until when, is not to be guessed.
          if name.end > quarter { return nil }
          // *Chiến lược đến năm 2030* is called so.
          let text = reader.text(phrase, at..<name.end)
          return (name.end, .text(text), isDocument && !text.contains(",") ? 2 : name.cost)
        }
      },
      write: { $0.text.map { reader.written($0) } })
  }

  /// Any words to the end.
  private var free: Leaf {
    Leaf(
      symbol: "free", start: .anything,
      read: { phrase, at in
        let end = phrase.lexemes.count
        return [(end, .text(phrase.slice(at..<end)), 0)]
      }, write: { $0.text })
  }

  /// Any words in a bracket, to its end.
  private var aside: Leaf {
    Leaf(
      symbol: "aside", start: .anything,
      read: { phrase, at in
        let end = phrase.lexemes.indices[at...].first { phrase.lexemes[$0].mark == ")" }
        return end.map { $0 > at ? [($0, .text(phrase.slice(at..<$0)), 0)] : [] } ?? []
      }, write: { _ in nil })
  }

  /// `PLAN/ID`, without blanks.
  private var task: Leaf {
    Leaf(
      symbol: "task", start: .anything,
      read: { phrase, at in
        guard phrase.lexemes[at].kind != .mark else { return [] }
        let first = phrase.lexemes[at].tokens.lowerBound
        var end = at + 1
        while end < phrase.lexemes.count, !phrase.token(end).spaceBefore,
          !["(", ")", ",", ";", ":"].contains(phrase.key(end))
        { end += 1 }
        let id = phrase.slice(tokens: first..<phrase.lexemes[end - 1].tokens.upperBound)
        guard id.utf8.allSatisfy({ $0 < 0x80 }), id.first?.isLetter == true || id.first?.isNumber == true else {
          return []
        }
        var mention = TaskMention(id: id)
        if let slash = id.lastIndex(of: "/") {
          mention.plan = String(id[..<slash])
          mention.id = String(id[id.index(after: slash)...])
        }
        return [(end, .task(mention), 0)]
      }, write: { $0.task.map { ($0.plan.map { "\($0)/" } ?? "") + $0.id } })
  }

  /// Words before a deadline that may be left out.
  private var filler: Leaf {
    return Leaf(
      symbol: "filler", start: .anything, isLeftOut: true,
      read: { [language] phrase, at in
        FillerReader.of(language).fillers(phrase, at).map { ($0.end, .text($0.text), $0.cost) }
      }, write: { _ in nil })
  }

  /// Words behind a deadline that may be left out.
  private var tail: Leaf {
    return Leaf(
      symbol: "tail", start: .anything, isLeftOut: true,
      read: { [language] phrase, at in
        FillerReader.of(language).tails(phrase, at).map { ($0.end, .text($0.text), $0.cost) }
      }, write: { _ in nil })
  }

  /// What a deadline is for (*đối với báo cáo 6 tháng*): any words up to the next bound.
  private var topic: Leaf {
    return Leaf(
      symbol: "topic", start: .anything, isLeftOut: true,
      read: { [language] phrase, at in
        FillerReader.of(language).topics(phrase, at).map { ($0.end, .text($0.text), $0.cost) }
      }, write: { _ in nil })
  }

  /// What a line of a calendar is about: any words to the end that are no deadline of their own.
  private var subject: Leaf {
    return Leaf(
      symbol: "subject", start: .anything, isLeftOut: true,
      read: { [language] phrase, at in
        FillerReader.of(language).subjects(phrase, at).map { ($0.end, .text($0.text), $0.cost) }
      }, write: { _ in nil }
    )
  }

  /// Words up to a colon or a closing bracket.
  private var label: Leaf {
    return Leaf(
      symbol: "label", start: .anything,
      read: { phrase, at in
        var end = at
        let marks: [Unicode.Scalar] = ["(", ")", "[", "]", ":", ";"]
        while end < phrase.lexemes.count, !marks.contains(phrase.lexemes[end].mark),
          phrase.lexemes[end].kind != .bracketed
        { end += 1 }
        // A rhythm or a limit before the colon is no label.
        let isTime =
          !words.hasNamedTimes
          && (at..<end).contains { at in
            [words.limits, words.time, words.numerals].contains { $0.contains(phrase.key(at)) }
          }
        if isTime { return [] }
        guard end > at, !words.heads.contains(phrase.key(end - 1)) else { return [] }
        // The colon of *16:00*.
        if end + 1 < phrase.lexemes.count, phrase.lexemes[end - 1].kind == .number, phrase.key(end) == ":",
          phrase.lexemes[end + 1].kind == .number,
          !phrase.token(end + 1).spaceBefore
        {
          return []
        }
        return [(end, .text(phrase.slice(at..<end)), 0)]
      }, write: { $0.text })
  }

  /// The key of a task's period: words up to a comma or bracket.
  private var key: Leaf {
    Leaf(
      symbol: "key", start: .anything,
      read: { phrase, at in
        var found: [(end: Int, value: Value, cost: Int)] = []
        var end = at
        while end < phrase.lexemes.count, end - at < 8,
          ![",", ";", "(", ")", ":"].contains(phrase.key(end))
        {
          end += 1
          found.append((end, .text(phrase.slice(at..<end)), 1))
        }
        return found
      }, write: { $0.text })
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
