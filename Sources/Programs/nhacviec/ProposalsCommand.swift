import ArgumentParser

/// `nhacviec proposals`: what is proposed, out of mails that answer reminders, and what is decided about it.
struct ProposalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "proposals", vi: "Đề xuất từ thư trả lời của đơn vị: đọc thư, xem, chấp nhận, từ chối.",
    en: "What units propose by answering reminders: read mails, look, accept, refuse.",
    subcommands: [
      ProposalsListCommand.self, ProposalsShowCommand.self, ProposalsAcceptCommand.self, ProposalsRefuseCommand.self,
      ProposalsReadCommand.self,
    ])
}
