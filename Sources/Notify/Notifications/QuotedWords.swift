/// What a person wrote, in a letter by the program to somebody else.
enum QuotedWords {
  /// The same words, of which no mail program makes a link that somebody who trusts the letter would follow.
  static func withoutLinks(_ words: String) -> String {
    words.replacing("://", with: "[:]//").replacing(/(?i)(www)\./) { "\($0.output.1)[.]" }
      .replacing(/(?i)(mailto|tel|javascript):/) { "\($0.output.1)[:]" }
  }
}
