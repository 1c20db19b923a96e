import ArgumentParser
import Operations
import Presentation

/// `nhacviec rules`: which rules are in force.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: """
      Đưa quy tắc vào hiệu lực; các bản đã có hiệu lực.
      Put rules into force; the revisions that were.
      """,
    subcommands: [RulesPromoteCommand.self, RulesAcceptCommand.self, RulesListCommand.self, RulesDiffCommand.self])
}

/// `nhacviec rules promote`: makes the rule folder the live revision.
struct RulesPromoteCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "promote",
    abstract: """
      Đưa thư mục quy tắc vào hiệu lực; nếu làm mất ghi nhận hoặc sẽ nhắc quá nhiều nơi thì chờ chấp nhận.
      Make the rule folder live; where that loses facts or writes to many it waits for acceptance.
      """)

  @Option(
    help: "Thư mục quy tắc / rule folder (mặc định / default: $NHACVIEC_RULES, cấu hình / configuration, ./rules).")
  var rules: String?

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    console.say(try ServiceRequest(run).promote(folder: rules))
  }
}

/// `nhacviec rules accept`: lets rules pass that wait.
struct RulesAcceptCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: """
      Chấp nhận bản quy tắc đang chờ.
      Accept the rules that wait.
      """)

  @Argument(
    help:
      "Ít nhất 8 chữ số đầu của mã / at least 8 first digits of the hash (mặc định: bản đang chờ / default: what waits)."
  )
  var hash: String?

  @Option(help: "Thư mục quy tắc / rule folder (mặc định như / default as: rules promote).")
  var rules: String?

  @OptionGroup var options: RevisionOptions

  func validate() throws {
    if let hash, !(8...64).contains(hash.utf8.count) || !hash.utf8.allSatisfy({ $0.isHexadecimalDigit }) {
      throw ValidationError(
        vi: "“\(hash)”: mã có 8–64 chữ số thập lục phân", en: "“\(hash)”: a hash has 8–64 hexadecimal digits")
    }
  }

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    console.say(try ServiceRequest(run).acceptRules(hash, folder: rules))
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool { (48...57).contains(self) || (97...102).contains(self | 32) }
}
