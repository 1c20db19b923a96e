package import Diagnostics

/// What an edited register says otherwise than the rules, and what became of it.
package struct RegisterReport {
  /// A change that is proposed.
  package struct Change {
    package enum Kind: String { case changed, added, removed, completed }

    package var kind: Kind
    /// The row of the sheet; nil of one that is gone.
    package var row: Int?
    /// Nil where it is about the whole row.
    package var column: RegisterColumn?
    /// The id of the task.
    package var task: String
    package var old: String
    package var new: String
  }

  /// Something that is not taken, and what to do.
  package struct Trouble {
    /// Nil of a row that is gone.
    package var row: Int?
    package var column: RegisterColumn?
    /// `H`
    package var letters: String?
    /// The id of the task; empty of a new row.
    package var task: String
    package var words: Bilingual
    package var mends: [Bilingual] = []
    /// What it was when it was exported, what it is now, and what the sheet has, if both sides changed it.
    package var conflict: (base: String, current: String, sheet: String)?
  }

  package var file: String
  package var sheet: String
  package var plan: String
  package var revision: Int
  package internal(set) var changes: [Change] = []
  package internal(set) var troubles: [Trouble] = []
  /// The duties that the changed rules move; nil: none is changed.
  var difference: RuleDifference?
  /// Sheets of other plans, which were not looked at.
  package internal(set) var others: [String] = []
  /// Columns that a register has not, which were not read: their letters, and their heads, or none.
  package internal(set) var unread: [(letters: String, head: String)] = []
  /// The numbers of the proposals that hold the changes, and whether each waited already.
  package internal(set) var proposals: [(number: Int64, isNew: Bool)] = []
  package internal(set) var isRehearsal = false

  package var ending: Ending { troubles.isEmpty ? .success : .waits }
}
