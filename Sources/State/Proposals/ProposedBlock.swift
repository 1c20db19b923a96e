/// One block of a rule file that a proposal changes, with its old text and its new one, whose line ends are line feeds.
package struct ProposedBlock: Hashable, Sendable {
  /// The file's path below the rule folder.
  package var file: String
  /// The block's name in the file: `nhiệm vụ I.2`.
  package var name: String
  /// The name of the block behind which a new one or one that moves is put; empty: it is put before all. Nil: an old
  /// block stays where it is, and a new one is the first of a new file.
  package var previous: String?
  /// Nil: the block is new.
  package var old: String?
  /// Nil: the block is taken out.
  package var new: String?

  /// Whether the block is put elsewhere in its file; its text may stay.
  package var isMoved: Bool { old != nil && new != nil && previous != nil }

  package init(file: String, name: String, previous: String? = nil, old: String?, new: String?) {
    (self.file, self.name, self.previous, self.old, self.new) = (file, name, previous, old, new)
  }
}
