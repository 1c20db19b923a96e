/// Something that is to be recorded once somebody accepts it. Nothing of it takes effect by itself.
package struct Proposal: Hashable, Sendable {
  /// What of a proposal needs a second look before it is accepted. The names are kept.
  package enum Doubt: String, Hashable, Sendable, CaseIterable {
    /// Its author's address is not one of the unit's.
    case stranger
    /// The unit is none of those that owe the work.
    case notOwed = "not-owed"
    /// The mail was longer than what is read of mails.
    case cut
  }

  package enum Standing: Sendable { case waiting, decided }

  /// 1, 2, 3 …
  package var number: Int64
  /// When it was made: seconds since 1970.
  package var made: Int64
  package var content: Content
  /// Nil while it waits.
  package var decision: Decision?

  /// The letter that a mail answers.
  package struct Letter: Hashable, Sendable {
    /// The unit that it went to, as the log of messages names it.
    package var recipient: String
    /// Its number in the log of messages.
    package var number: Int64

    package init(to recipient: String, number: Int64) { (self.recipient, self.number) = (recipient, number) }
  }

  /// What somebody proposes.
  package struct Content: Hashable, Sendable {
    /// Who proposes it: a mail address, empty where the mail has none; or a login.
    package var author: String
    /// Nil if no mail proposes it.
    package var letter: Letter?
    /// What proposes it: a mail's Message-ID, or a hash. The same source proposes once.
    package var sourceID: String
    package var subject: String
    /// What its author wrote.
    package var words: String
    /// The names of what is attached.
    package var files: [String]
    package var doubts: Set<Doubt>
    /// The number of the revision that it was made by.
    package var revision: Int
    /// The head of the facts that it was made by: `COUNT:HASH`.
    package var facts: String
    /// What is to be recorded.
    package var changes: [ProposedChange]
    /// What is to change in the rules.
    package var blocks: [ProposedBlock]
    /// Whether it changes nothing, so that a person is to read it.
    package var isToBeRead: Bool { changes.isEmpty && blocks.isEmpty }

    package init(
      author: String, letter: Letter?, sourceID: String, subject: String, words: String, files: [String] = [],
      doubts: Set<Doubt> = [], revision: Int, facts: String, changes: [ProposedChange] = [],
      blocks: [ProposedBlock] = []
    ) {
      (self.author, self.letter, self.sourceID) = (author, letter, sourceID)
      (self.subject, self.words, self.files, self.doubts) = (subject, words, files, doubts)
      (self.revision, self.facts, self.changes, self.blocks) = (revision, facts, changes, blocks)
    }
  }

  package struct Decision: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable {
      case accepted, refused
      /// By who proposed it.
      case withdrawn
    }

    package var verdict: Verdict
    package var author: String
    /// Seconds since 1970.
    package var decided: Int64
    /// The numbers of the facts that were recorded.
    package var facts: [Int]
    package var reason: String?

    package init(_ verdict: Verdict, by author: String, at decided: Int64, facts: [Int] = [], reason: String? = nil) {
      (self.verdict, self.author, self.decided, self.facts, self.reason) = (verdict, author, decided, facts, reason)
    }
  }
}

/// One thing that a proposal changes: what it is about with its old state, and what is new.
package struct ProposedChange: Hashable, Sendable {
  /// What kind of change. The names are kept; a later version may have more.
  package enum Kind: String, Hashable, Sendable {
    /// The facts of these kinds.
    case done, explained
    case extensionAsked = "extension-asked"
  }

  /// A duty that can be meant.
  package struct Candidate: Hashable, Sendable {
    /// Its id, `plan/task[:label]@key[/unit]`.
    package var duty: String
    /// The state in which the proposal found it; in another it is not accepted.
    package var old: String

    package init(duty: String, old: String) { (self.duty, self.old) = (duty, old) }
  }

  /// Nil: of a kind that this version does not know.
  package var kind: Kind?
  /// The day of the fact, as a day number.
  package var day: Int
  /// The day until which more time is wanted.
  package var newDay: Int?
  /// The document, the reason, or the explanation.
  package var words: String?
  /// If there are several, who accepts says which.
  package var candidates: [Candidate]

  package init(_ kind: Kind?, day: Int, newDay: Int? = nil, words: String? = nil, candidates: [Candidate]) {
    (self.kind, self.day, self.newDay, self.words, self.candidates) = (kind, day, newDay, words, candidates)
  }
}
