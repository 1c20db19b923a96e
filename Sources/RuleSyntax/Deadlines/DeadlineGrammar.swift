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

/// Lists of periods as plans write them, told apart by their separators.
enum PeriodList {
  enum Separator { case range, comma, and }

  /// *Quý I-IV* and *Quý II, III* are one window; *Tháng 1 và tháng 5* and *Tháng 3, 6, 9, 12* are several.
  /// A year written last holds for those before it that have none. Nil: the order runs backwards.
  static func spans(_ items: [PeriodExpression], _ separators: [Separator]) -> [PeriodSpan]? {
    var items = items
    for index in items.indices.dropLast().reversed() where items[index].year == nil {
      items[index].year = items[index + 1].year
    }
    if items.count == 1 { return [PeriodSpan(items[0])] }
    if separators.contains(.range) {
      guard items.count == 2, ordinal(items[0]) < ordinal(items[1]) else { return nil }
      return [PeriodSpan(items[0], through: items[1])]
    }
    for (earlier, later) in zip(items, items.dropFirst()) where ordinal(earlier) >= ordinal(later) { return nil }
    let adjacent = zip(items, items.dropFirst()).allSatisfy { ordinal($0) + 1 == ordinal($1) }
    if adjacent, !separators.contains(.and) { return [PeriodSpan(items[0], through: items[items.count - 1])] }
    return items.map { PeriodSpan($0) }
  }

  /// Position among all periods of the unit, for order and adjacency.
  private static func ordinal(_ period: PeriodExpression) -> Int {
    let perYear: Int
    switch period.unit {
    case .week: perYear = 53
    case .month: perYear = 12
    case .quarter: perYear = 4
    case .half: perYear = 2
    case .term: perYear = 3
    case .year, .schoolYear, .fiscalYear: perYear = 1
    }
    return (period.year ?? 0) * perYear + (period.index ?? 1)
  }
}
