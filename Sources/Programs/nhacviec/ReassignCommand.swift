import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec reassign`: records that another unit leads.
struct ReassignCommand: TaskFactCommand {
  static let kind = FactKind.reassigned
  static let configuration = CommandConfiguration(
    "reassign", vi: "Chuyển việc cho đơn vị khác chủ trì; không nêu kỳ thì mọi kỳ.",
    en: "Give a duty to another lead; without a key, all its occurrences.")

  @OptionGroup var subject: TaskArguments

  @Argument(help: "ĐƠN-VỊ nhận việc / the UNIT that takes it.")
  var recipient: String

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .words(PlainWords.cleaned(recipient) ?? "") }
}
