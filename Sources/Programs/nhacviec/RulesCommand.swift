import ArgumentParser

/// `nhacviec rules`: promotes rules and lists revisions.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "rules", vi: "Đưa quy tắc vào hiệu lực; các bản đã có hiệu lực.",
    en: "Put rules into force; the revisions that were.",
    subcommands: [
      RulesPromoteCommand.self, RulesAcceptCommand.self, RulesListCommand.self, RulesDiffCommand.self,
      RulesProposeCommand.self,
    ])
}
