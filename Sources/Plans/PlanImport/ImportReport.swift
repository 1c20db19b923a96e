package import Diagnostics
package import Documents

/// What an import found, understood and could not understand. Every task row of the source is in it: `rows` is `tasks`
/// and those left out together.
package struct ImportReport: Sendable {
  package struct Item: Sendable {
    package var file: String
    package var place: SourcePlace
    /// The id of its task; nil where there is none.
    package var task: String?
    /// The row's own words.
    package var text: String
    package var reason: Bilingual
    /// Whether there is nothing to decide about it, as about a signature.
    package var isPlain = false
    /// Whether one of the questions decides it.
    package var isAskedOnce = false
  }

  /// What is asked once for many tasks.
  package struct Question: Sendable {
    package var file: String
    package var place: SourcePlace
    package var text: String
    package var reason: Bilingual
    /// The ids of the tasks that the answer decides.
    package var tasks: [String] = []
  }

  /// What the columns of a table were taken for.
  package struct Columns: Sendable {
    package struct Column: Sendable {
      package var heading: String
      /// Nil for a column that is kept under its heading.
      package var meaning: Bilingual?
      /// Whether the cells told it, and not the heading.
      package var isJudged: Bool
    }

    package var file: String
    package var place: SourcePlace
    package var columns: [Column]
    /// Whether no heading said that this is a table of tasks.
    package var isGuessed: Bool
  }

  /// A unit that stands for several spellings.
  package struct Folding: Sendable {
    package var name: String
    package var others: [String]
  }

  /// The number of task rows in the tables of the source.
  package var rows = 0
  /// The number of tasks that were made of them.
  package var tasks = 0
  /// The number of deadlines that are rules in the plan's own words.
  package var understood = 0
  /// The number of deadlines in tables that were read after repairs, which are among `repairs`.
  package var repaired = 0
  package var repairs: [Item] = []
  /// Deadlines that a person has to decide.
  package var toSettle: [Item] = []
  /// Rows that became no task.
  package var leftOut: [Item] = []
  /// Dated sentences of the prose that became tasks too.
  package var sentences: [Item] = []
  /// What was guessed and is to be confirmed, for example *(từng đơn vị)*.
  package var proposals: [Item] = []
  /// Tables of names without times beside the task tables; their rows are not counted.
  package var otherTables: [Item] = []
  /// Rows that name nobody, so that the focal point owes them.
  package var withoutLead: [Item] = []
  /// Which row or sentence each task was made of, in its own words.
  package var taskRows: [Item] = []
  /// What is asked once for many tasks, whose deadlines may be among those to settle too.
  package var questions: [Question] = []
  /// The columns of the tables of tasks.
  package var columns: [Columns] = []
  /// Tables that are none of tasks.
  package var unreadTables: [Item] = []
  /// Sentences with a day or a period that became no task.
  package var otherSentences: [Item] = []
  /// Tasks whose text was recognised in a picture, each to be compared with it.
  package var recognised: [Item] = []
  /// Names that were taken for one unit.
  package var folded: [Folding] = []
  package var units = 0
  /// Names that may not be units: lone abbreviations, and words that begin like no unit.
  package var unknownUnits: [String] = []

  package init() {}

  /// Whether nothing is left for a person to decide.
  package var isSettled: Bool {
    toSettle.isEmpty && questions.isEmpty && recognised.isEmpty && leftOut.allSatisfy(\.isPlain)
  }
}
