import ArgumentParser
import CivilCalendar
import Operations
import RuleSyntax

/// `nhacviec assign`: records which person of the unit has a duty.
struct AssignCommand: TaskFactCommand {
  static let kind = FactKind.assigned
  static let configuration = CommandConfiguration(
    "assign", vi: "Ghi nhận giao việc cho một người trong đơn vị; không nêu kỳ thì mọi kỳ.",
    en: "Record who in the unit has a duty; without a key, all its occurrences.")

  @OptionGroup var subject: TaskArguments

  @Argument(help: "NGƯỜI được giao / the PERSON")
  var words: String

  @OptionGroup var options: RecordOptions

  // The document is kept beside the line: a name may hold its words.
  var ground: String? { nil }
  var detail: FactDetail? { .words(PlainWords.cleaned(words) ?? "") }
}
