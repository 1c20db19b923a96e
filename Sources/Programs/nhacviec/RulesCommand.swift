import ArgumentParser

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
