import Documents

/// A task on its way from the source to a rule file.
struct ImportedTask {
  var id: String
  var section: String?
  var title: String
  var product = ""
  var lead: [String] = []
  var support: [String] = []
  /// Each of these leads owes its own.
  var each = false
  var deadline: DeadlineCell
  var activity = ""
  var note = ""
  /// The assignment as printed, where names alone would lose something of it.
  var assignment = ""
  var extras: [(name: String, text: String)] = []
  /// For a sentence of the prose: the sentence.
  var quote: String?
  var file: String
  var place: SourcePlace
  /// The row's own words, for messages.
  var source: String
}
