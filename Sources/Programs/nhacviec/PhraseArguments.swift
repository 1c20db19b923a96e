/// Changes arguments that the parser would misunderstand.
enum PhraseArguments {
  /// The arguments with `--` before a wording that was copied from a list (`- Giai đoạn 2021-2025`). It begins with a
  /// dash and a blank, and is no option.
  static func separated(_ arguments: [String]) -> [String] {
    // Asked for help on a word that is no command, the parser would print its general help.
    if arguments.first == "help", CommandPath(arguments).stranger != nil { return Array(arguments.dropFirst()) }
    guard arguments.first == "deadline", !arguments.contains("--") else { return arguments }
    let isPhrase = { (argument: String) in argument.hasPrefix("- ") || argument.hasPrefix("-\u{A0}") }
    guard arguments.contains(where: isPhrase) else { return arguments }
    return arguments.filter { !isPhrase($0) } + ["--"] + arguments.filter(isPhrase)
  }
}
