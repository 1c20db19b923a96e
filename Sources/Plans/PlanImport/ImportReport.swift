package import Diagnostics
package import Documents

/// What an import found, understood and could not understand. Every row of the source is in it: `rows` = `tasks` + those
/// left out.
package struct ImportReport: Sendable {
  package struct Item: Sendable {
    package var file: String
    package var place: SourcePlace
    /// The id of its task; nil where there is none.
    package var task: String?
    /// The row's own words.
    package var text: String
    package var reason: Diagnostic.Words
  }

  /// Task rows of the source's tables.
  package var rows = 0
  /// Tasks made of them.
  package var tasks = 0
  /// Deadlines that are rules in the plan's own words.
  package var understood = 0
  /// Deadlines read after repairs; each is in `repairs`.
  package var repaired = 0
  package var repairs: [Item] = []
  /// A person decides.
  package var toSettle: [Item] = []
  /// Rows that became no task.
  package var leftOut: [Item] = []
  /// Dated sentences of the prose that became tasks besides.
  package var sentences: [Item] = []
  /// What was guessed and is to be confirmed, for example *(từng đơn vị)*.
  package var proposals: [Item] = []
  /// Tables of names without times beside the task tables; their rows are not counted.
  package var otherTables: [Item] = []
  /// Rows that name nobody; the focal point stands in.
  package var withoutLead: [Item] = []
  package var units = 0
  /// Names of which it is not sure that they are units: lone abbreviations, and words that begin like no unit.
  package var unknownUnits: [String] = []

  package init() {}

  /// Nothing is left for a person to decide.
  package var isSettled: Bool { toSettle.isEmpty && leftOut.isEmpty }
}
