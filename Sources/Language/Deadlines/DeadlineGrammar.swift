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
