import CivilCalendar

/// How one language words deadlines. A grammar reads stretches of tokens; `DeadlineReader` tries the stretches.
protocol DeadlineGrammar {
  var phrase: PhraseParser { get }
  init(_ phrase: PhraseParser)

  /// Forms whose right edge the grammar knows: each with the index after it.
  func closedForms(_ start: Int) -> Parses<DeadlineForm>
  /// Forms that end in a name or other free words, which reach to `phrase.limit`.
  func openForms(_ start: Int) -> [OpenForm]
  /// The clauses that the stretch up to `phrase.limit` can be.
  func clauses(_ start: Int) -> [DeadlineClause]
  /// *và đột xuất khi có yêu cầu* at the end: where it begins, and the form that it adds.
  func additions(_ start: Int) -> [(form: DeadlineForm, mainEnd: Int)]

  /// Number words, what joins the items of a list, and *and*.
  static var numerals: Vocabulary<Int> { get }
  static var joints: Lexicon { get }
  static var and: StaticString { get }
  func duration(_ index: Int) -> (value: CalendarDuration, end: Int)?
  func date(_ index: Int) -> Parses<DateExpression>
  /// Several days said with one day's number (*ngày 20 các tháng 3, 6*).
  func sameDays(_ index: Int) -> Parses<[DateExpression]>
  func windowForms(_ start: Int) -> Parses<DeadlineForm>
}

/// A form that reaches to the end of its stretch. Of several, free text takes those of the highest preference: names
/// cut at a word of the grammar (*cả A và B*) before names that hold it.
struct OpenForm {
  var form: DeadlineForm
  var preference = 0
}

/// One clause, before it is put into its place.
enum DeadlineClause: Hashable {
  case backstop(Backstop)
  case timetable(Timetable)
  case gate(Gate)
  case expected(PeriodSpan)
  case from(DateExpression)
  case until(DateExpression)
  case dayOff(DayOffRule)
  case review(Rhythm)
  case condition(Condition)
  /// *kịp thời*: urges, adds no meaning.
  case emphasis
}

extension DeadlineClauses {
  /// False if there is one of that kind already.
  mutating func add(_ clause: DeadlineClause) -> Bool {
    switch clause {
    case .backstop(let value): return put(value, into: &backstop)
    case .timetable(let value): return put(value, into: &timetable)
    case .gate(let value): return put(value, into: &gate)
    case .expected(let value): return put(value, into: &expected)
    case .from(let value): return put(value, into: &from)
    case .until(let value): return put(value, into: &until)
    case .dayOff(let value): return put(value, into: &dayOff)
    case .review(let value): return put(value, into: &review)
    case .condition(let value): return put(value, into: &condition)
    case .emphasis: return true
    }
  }

  private func put<Value>(_ value: Value, into place: inout Value?) -> Bool {
    guard place == nil else { return false }
    place = value
    return true
  }

  var isEmpty: Bool { self == DeadlineClauses() }
}
