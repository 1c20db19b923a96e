/// The arguments of the program, mended where the parser would take them otherwise than they are meant.
enum PhraseArguments {
  /// A wording copied from a list (`- Giai đoạn 2021-2025`) is no option: it begins with a dash and a blank. It is put
  /// behind `--`, where nothing is an option.
  static func separated(_ arguments: [String]) -> [String] {
    // The parser answers a call for help on what is no command with its general help.
    if arguments.first == "help", CommandPath(arguments).stranger != nil { return Array(arguments.dropFirst()) }
    guard arguments.first == "deadline", !arguments.contains("--") else { return arguments }
    let isPhrase = { (argument: String) in argument.hasPrefix("- ") || argument.hasPrefix("-\u{A0}") }
    guard arguments.contains(where: isPhrase) else { return arguments }
    return arguments.filter { !isPhrase($0) } + ["--"] + arguments.filter(isPhrase)
  }
}
