import ArgumentParser

/// `nhacviec proposals`: what is proposed, by mails that answer reminders or by edited rule files, and what is decided.
struct ProposalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "proposals", vi: "Đề xuất từ thư trả lời của đơn vị và đề xuất sửa quy tắc: xem, chấp nhận, từ chối.",
    en: "What is proposed, by answers to reminders or by edited rules: look, accept, refuse.",
    subcommands: [
      ProposalsListCommand.self, ProposalsShowCommand.self, ProposalsAcceptCommand.self, ProposalsRefuseCommand.self,
      ProposalsReadCommand.self, ProposalsApplyCommand.self,
    ])
}
