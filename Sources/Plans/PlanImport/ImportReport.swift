public import Documents
public import RuleSyntax

/// What an import found, understood and could not understand. Every row of the source is in it: `rows` = `tasks` + those
/// left out.
public struct ImportReport: Sendable {
  public struct Item: Sendable {
    public var file: String
    public var place: SourcePlace
    /// The id of its task; nil where there is none.
    public var task: String?
    /// The row's own words.
    public var text: String
    public var reason: Diagnostic.Words
  }

  /// Task rows of the source's tables.
  public var rows = 0
  /// Tasks made of them.
  public var tasks = 0
  /// Deadlines that are rules in the plan's own words.
  public var understood = 0
  /// Deadlines read after repairs; each is in `repairs`.
  public var repaired = 0
  public var repairs: [Item] = []
  /// A person decides.
  public var toSettle: [Item] = []
  /// Rows that became no task.
  public var leftOut: [Item] = []
  /// Dated sentences of the prose that became tasks besides.
  public var sentences: [Item] = []
  /// What was guessed and is to be confirmed, for example *(từng đơn vị)*.
  public var proposals: [Item] = []
  /// Tables of names without times beside the task tables; their rows are not counted.
  public var otherTables: [Item] = []
  /// Rows that name nobody; the focal point stands in.
  public var withoutLead: [Item] = []
  public var units = 0
  /// Names of which it is not sure that they are units: lone abbreviations, and words that begin like no unit.
  public var unknownUnits: [String] = []

  public init() {}

  /// Nothing is left for a person to decide.
  public var isSettled: Bool { toSettle.isEmpty && leftOut.isEmpty }
}
