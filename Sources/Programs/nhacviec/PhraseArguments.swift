/// The arguments of the program, mended where a wording begins with a dash.
enum PhraseArguments {
  /// A wording copied from a list (`- Giai đoạn 2021-2025`) is no option: it begins with a dash and a blank. It is put
  /// behind `--`, where nothing is an option.
  static func separated(_ arguments: [String]) -> [String] {
    guard arguments.first == "deadline", !arguments.contains("--") else { return arguments }
    let isPhrase = { (argument: String) in argument.hasPrefix("- ") || argument.hasPrefix("-\u{A0}") }
    guard arguments.contains(where: isPhrase) else { return arguments }
    return arguments.filter { !isPhrase($0) } + ["--"] + arguments.filter(isPhrase)
  }
}
