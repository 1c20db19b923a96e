import ArgumentParser
import Operations

/// `nhacviec proposals apply`: what the service runs to carry out acceptances that were given on pages, and to read the registers
/// that were sent there.
struct ProposalsApplyCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "apply", vi: "Dịch vụ chạy lệnh này để áp dụng những dòng được chấp nhận, và đọc bảng theo dõi gửi trên trang web.",
    en:
      "The service runs this to put rows into force that were accepted, and to read registers that were sent, on pages."
  )

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    ExitCode(try RowAcceptance(run).answerAll())
  }
}
