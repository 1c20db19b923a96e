import CivilCalendar
import Deadlines
import Diagnostics
import RuleSyntax

/// Looks up what facts and statements name, in a finished rule set.
struct FactResolver {
  let rules: RuleSet
  /// The plan of ids that name none; if it is nil, an id must be unique among all plans.
  let plan: PlanID?
  let folder: NameIndex.Folder
  let deadlines: DeadlineReader
  /// The keys of each periodic event that deadlines name.
  let awaited: AwaitedOccurrences
  let suggestions = Suggestions()

  enum Outcome<Value> {
    case found(Value)
    case failed(Diagnostic)
  }

  // MARK: Facts

  func fact(_ text: String, at span: Span, line: Int? = nil) -> Outcome<Fact> {
    let readings = FactReader(deadlines: deadlines).read(text)
    var found: [Fact.Body] = []
    var problems: [Diagnostic] = []
    for reading in readings {
      switch body(of: reading, span) {
      case .found(let body): found.append(body)
      case .failed(let problem): problems.append(problem)
      }
    }
    if found.count == 1, let body = found.first {
      return .found(Fact(body, text: text, span: span, line: line))
    }
    if found.count > 1 { return .failed(ambiguous(text, span)) }
    return .failed(problems.first ?? unreadable(text, span))
  }

  private func unreadable(_ text: String, _ span: Span) -> Diagnostic {
    if let day = DayText.missingDay(in: text) {
      return Diagnostic(
        .badDate, vi: "trên lịch không có “\(Clipped.text(day))”", en: "the calendar has no “\(Clipped.text(day))”",
        at: span)
    }
    return Diagnostic(
      .badFact,
      vi: "không hiểu “\(Clipped.text(text))”; một ghi nhận có dạng: SỰ KIỆN ngày 09/5/2024; I.5 xong ngày 10/6/2024; "
        + "ấn định I.5 hạn 30/6/2024 theo …; gia hạn I.5 đến 15/7/2024 theo …; miễn I.5 vì …; tiến độ I.5 ngày 09/5/2024: 40%, …; báo cáo hoàn thành I.5 ngày "
        + "10/6/2024; xác nhận I.5 ngày 12/6/2024; trả lại I.5 ngày 12/6/2024 vì …; xin gia hạn I.5 ngày 01/6/2024 đến 15/7/2024 vì …",
      en: "“\(Clipped.text(text))” is not understood; a fact is: EVENT on 9 May 2024; I.5 done on 10 June 2024; "
        + "scheduled I.5: 30 June 2024 per …; extended I.5 to 15 July 2024 per …; waived I.5 because …; progress of I.5 on 9 May 2024: 40%, …; reported I.5 on 10 "
        + "June 2024; confirmed I.5 on 12 June 2024; returned I.5 on 12 June 2024 because …; extension asked for I.5 on 1 June 2024 to 15 July 2024 because …",
      at: span)
  }

  private func ambiguous(_ text: String, _ span: Span) -> Diagnostic {
    Diagnostic(
      .ambiguousFact, vi: "“\(Clipped.text(text))” hiểu được nhiều cách; đặt tên sự kiện trong ngoặc vuông [ ]",
      en: "“\(Clipped.text(text))” can be read in several ways; put the event's name in square brackets [ ]", at: span)
  }

  private func body(of fact: FactSyntax, _ span: Span) -> Outcome<Fact.Body> {
    switch fact.target {
    case .event(let name):
      if fact.kind == .withdrawn, let task = task(namedIn: name.text) { return .failed(namesTask(task, span)) }
      return event(name.text, span, forRecord: true).map {
        Fact.Body(
          fact.kind, .event(Fact.EventCase($0.event, key: $0.key, reference: $0.reference)), day: fact.day,
          time: fact.time)
      }
    case .task(let syntax): return body(of: fact, about: syntax, span)
    }
  }

  private func body(of fact: FactSyntax, about syntax: SubjectSyntax, _ span: Span) -> Outcome<Fact.Body> {
    switch fact.kind.form.says {
    case .nothing, .day:
      return subject(syntax, span).map {
        Fact.Body(fact.kind, .task($0), day: fact.day, bound: fact.bound, newDay: fact.newDay, ground: fact.ground)
      }
    case .deadline:
      return deadline(fact.words ?? "", span).then { deadline in
        subject(syntax, span).map { subject in
          let line = DueLine(label: subject.label, deadline: deadline, text: fact.words ?? "", span: span)
          return Fact.Body(fact.kind, .task(subject), deadline: line, ground: fact.ground)
        }
      }
    case .person:
      return subject(syntax, span).map {
        Fact.Body(fact.kind, .task($0), person: fact.words, ground: fact.ground)
      }
    case .recipient:
      return subject(syntax, span).then { subject in
        recipient(fact.words ?? "", span, for: rules.tasks[subject.task].plan).map {
          Fact.Body(fact.kind, .task(subject), recipient: $0, ground: fact.ground)
        }
      }
    }
  }

  /// A day that is set is any dated wording without names.
  private func deadline(_ wording: String, _ span: Span) -> Outcome<Deadline> {
    let reading = deadlines.read(wording)
    let dated = reading.readings.filter { $0.mentions.isEmpty && $0.items.allSatisfy(\.form.isDated) }
    if let deadline = dated.first, dated.count == 1 { return .found(deadline) }
    if reading.readings.contains(where: { $0.items.contains(where: \.form.isRhythm) }) {
      return .failed(setsRhythm(wording, span))
    }
    return .failed(
      Diagnostic(
        .badDeadline, vi: reading.failure?.words.vi ?? "hạn được ấn định phải là một ngày hoặc một kỳ: “\(wording)”",
        en: reading.failure?.words.en ?? "what is scheduled must be a day or a period: “\(wording)”", at: span))
  }

  // MARK: Statements

  func expectation(_ text: String, at span: Span) -> Outcome<Expectation> {
    guard let syntax = StatementReader(deadlines: deadlines).read(text) else {
      return .failed(
        Diagnostic(
          .badStatement,
          vi: "không hiểu “\(Clipped.text(text))”; một mong đợi có dạng: I.5 hạn 10/6/2024; I.5 từ 01/4/2024 hạn "
            + "30/6/2024; I.5 đang chờ SỰ KIỆN; I.5 đang chờ ấn định; I.5 thường xuyên đến 31/12/2024; I.5 quá hạn 3 "
            + "ngày; I.5 đã báo cáo; I.5 bị trả lại; I.5 đã xong; I.5 đã miễn; I.5 chưa rõ; "
            + "I.5 khi có phát sinh; I.5 không có; nhắc I.5 tới ĐƠN VỊ ngày …; cảnh báo …; lỗi …",
          en:
            "“\(Clipped.text(text))” is not understood; an expectation is: I.5 due 10 June 2024; I.5 from 1 April 2024 "
            + "due 30 June 2024; I.5 waiting for EVENT; I.5 awaiting its date; I.5 standing until 31 December 2024; I.5 "
            + "overdue 3 days; I.5 reported; I.5 returned; I.5 done; I.5 waived; I.5 unclear; "
            + "I.5 as it arises; I.5 has no occurrence; reminder of I.5 to UNIT on …; warning …; error …",
          at: span))
    }
    return named(syntax.subject) { subject($0, span) }.then { subject in
      named(syntax.recipient) { recipient($0, span) }.then { recipient in
        events(of: syntax, span).map { events in
          Expectation(
            syntax.kind, of: subject, day: syntax.day, days: syntax.days, count: syntax.count, recipient: recipient,
            events: events, words: syntax.words, isOpen: syntax.isOpen, because: syntax.because, text: text, span: span)
        }
      }
    }
  }

  /// Looks up `name`; nil where there is none.
  private func named<Name, Value>(_ name: Name?, _ find: (Name) -> Outcome<Value>) -> Outcome<Value?> {
    name.map { find($0).map(Optional.some) } ?? .found(nil)
  }

  private func events(of statement: StatementSyntax, _ span: Span) -> Outcome<[EventID]> {
    let words = statement.words ?? ""
    return switch statement.kind {
    case .waiting: events(words, span)
    case .question: event(words, span, forRecord: false).map { [$0.event] }
    default: .found([])
    }
  }

  /// One event, or several separated by `;`, or by *và* where all pieces are known and the whole is not.
  private func events(_ text: String, _ span: Span) -> Outcome<[EventID]> {
    if case .found(let event) = event(text, span, forRecord: false) { return .found([event.event]) }
    let line = WordLine(text)
    var pieces: [String] = []
    var start = 0
    for index in 0...line.count
    where index == line.count || [";", "và", "and", ","].contains(line.key(index)) {
      if start < index { pieces.append(line.text(start, index)) }
      start = index + 1
    }
    var found: [EventID] = []
    for piece in pieces {
      switch event(piece, span, forRecord: false) {
      case .found(let event): found.append(event.event)
      case .failed(let problem):
        if pieces.count == 1 || !text.contains(";") { return event(text, span, forRecord: false).map { [$0.event] } }
        return .failed(problem)
      }
    }
    return .found(found)
  }
}

extension FactResolver.Outcome {
  func map<New>(_ transform: (Value) -> New) -> FactResolver.Outcome<New> { then { .found(transform($0)) } }

  func then<New>(_ next: (Value) -> FactResolver.Outcome<New>) -> FactResolver.Outcome<New> {
    switch self {
    case .found(let value): next(value)
    case .failed(let problem): .failed(problem)
    }
  }
}

extension DeadlineForm {
  /// Whether it recurs.
  fileprivate var isRhythm: Bool {
    switch self {
    case .each, .times, .yearsOnward: true
    default: false
    }
  }

  /// Whether it has a day without any event.
  fileprivate var isDated: Bool {
    switch self {
    case .at: true
    case .counted(let counted): if case .date = counted.anchor { true } else { false }
    default: false
    }
  }
}
