import ArgumentParser
import Operations

/// `nhacviec rules accept`: accepts rules that wait.
struct RulesAcceptCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "accept", vi: "Chấp nhận bản quy tắc đang chờ.", en: "Accept the rules that wait.")

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
