import ArgumentParser
import Operations

/// `nhacviec proposals read`: makes proposals of the mails of a mailbox, or of one that a mail server hands over.
struct ProposalsReadCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "read", vi: "Đọc thư trả lời thành đề xuất; chưa ghi nhận gì.",
    en: "Make proposals of mails that answer reminders; nothing is recorded.")

  @Argument(help: "“-”: một thư từ đầu vào chuẩn / one mail from standard input.")
  var input: String?

  @Option(help: "Hộp thư Maildir / a Maildir (mặc định / default: replies.maildir).")
  var maildir: String?

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func validate() throws {
    if let input, input != "-" || maildir != nil {
      throw ValidationError(
        vi: "cần “-” để đọc đầu vào chuẩn, hoặc --maildir", en: "“-” reads standard input; for a mailbox use --maildir")
    }
  }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let request = BookRequest(state: state.folder)
    let reading: ReplyReading
    if input != nil {
      reading = try .input(request, in: operations)
    } else if let folder = maildir ?? operations.configuration?.values.answers {
      reading = try .mailbox(folder, request, at: Int64(operations.now), in: operations)
    } else {
      throw OperationFailure(
        vi: "chưa có hộp thư: ghi “replies.maildir” trong cấu hình, hoặc dùng --maildir hay “-”",
        en: "there is no mailbox: set “replies.maildir” in the configuration, or use --maildir or “-”")
    }
    console.say(vi: reading.words.vi, en: reading.words.en)
    return .success
  }
}
