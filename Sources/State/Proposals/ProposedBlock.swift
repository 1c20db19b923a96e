/// One block of a rule file that a proposal changes, with its old text and its new one.
package struct ProposedBlock: Hashable, Sendable {
  /// The file's path below the rule folder.
  package var file: String
  /// The block's name in the file: `nhiệm vụ I.2`.
  package var name: String
  /// The name of the block behind which a new one is put; nil: at the end.
  package var previous: String?
  /// Nil: the block is new.
  package var old: String?
  /// Nil: the block is taken out.
  package var new: String?

  package init(file: String, name: String, previous: String? = nil, old: String?, new: String?) {
    (self.file, self.name, self.previous, self.old, self.new) = (file, name, previous, old, new)
  }
}
