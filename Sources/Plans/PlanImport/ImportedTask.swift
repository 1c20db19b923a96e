import Documents

/// A task on its way from the source to a rule file.
struct ImportedTask {
  var id: String
  var section: String?
  var title: String
  var product = ""
  var lead: [String] = []
  var support: [String] = []
  /// Whether each of the leads owes on its own.
  var each = false
  var deadline: DeadlineCell
  var activity = ""
  var note = ""
  /// The assignment as printed, if it says more than the names; else empty.
  var assignment = ""
  /// Whether one of the questions decides its deadline.
  var isAskedOnce = false
  var extras: [(name: String, text: String)] = []
  /// The sentence, if the task comes from the prose; else nil.
  var quote: String?
  var file: String
  var place: SourcePlace
  /// The row's own words, for messages.
  var source: String
}
