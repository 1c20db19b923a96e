import ArgumentParser
import CivilCalendar
import FeedStore
import Operations

/// `nhacviec tokens`: the tokens by which other programs work with this one.
struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "tokens", vi: "Mã truy cập cho chương trình khác.", en: "Tokens for other programs.",
    subcommands: [Make.self, List.self, Revoke.self])

  struct Make: TokenCommand {
    static let configuration = CommandConfiguration(
      "make", vi: "Lập một mã cho chương trình khác; mã chỉ in ra một lần.",
      en: "Make a token for a program; it is printed this once.")

    @Argument(help: "Tên của chương trình / the program's name.")
    var name: String

    @Option(help: "Dùng được đến hết ngày này / holds until the end of this day.")
    var until: CivilDate

    @Option(help: "Được làm gì / what it may do: read.")
    var scope: [ProgramRight] = [.read]

    @OptionGroup var options: RevisionOptions

    func run(_ tokens: TokenRequest, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      let (answer, token) = try tokens.make(.program(name: name, rights: Set(scope), until: until))
      let code = console.say(answer)
      guard let token else { return code }
      console.output.write(token.text + "\n")
      console.say(
        vi: "Mã chỉ hiện một lần này. Lỡ lộ thì thu hồi: nhacviec tokens revoke SỐ.",
        en: "The token is shown this once. If it leaks: nhacviec tokens revoke NUMBER.")
      return code
    }
  }

  struct List: TokenCommand {
    static let configuration = CommandConfiguration(
      "list", vi: "Các mã đã lập; không hiện lại mã.", en: "The tokens that were made, without the tokens themselves.")

    @OptionGroup var options: RevisionOptions

    func run(_ tokens: TokenRequest, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      console.say(try tokens.list(.program))
    }
  }

  struct Revoke: TokenCommand {
    static let configuration = CommandConfiguration(
      "revoke", vi: "Thu hồi một mã.", en: "Revoke a token.")

    @Argument(help: "Số của mã / its number (nhacviec tokens list).")
    var number: Int64

    @OptionGroup var options: RevisionOptions

    func run(_ tokens: TokenRequest, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      console.say(try tokens.revoke(.program, number))
    }
  }
}

extension ProgramRight: ExpressibleByArgument {}
