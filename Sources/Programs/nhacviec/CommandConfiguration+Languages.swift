import ArgumentParser

extension CommandConfiguration {
  /// A command whose help says in both languages what it does, the Vietnamese first.
  init(
    _ name: String, vi: String, en: String, discussion: String = "", version: String = "",
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: "\(vi)\n\(en)", discussion: discussion, version: version, subcommands: subcommands)
  }
}
