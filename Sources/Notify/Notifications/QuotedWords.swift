/// What a person wrote, in a letter by the program to somebody else.
enum QuotedWords {
  /// The same words, of which no mail program makes a link that somebody who trusts the letter would follow.
  static func withoutLinks(_ words: String) -> String {
    words.replacing("://", with: "[:]//").replacing(/(?i)(www)\./) { "\($0.output.1)[.]" }
      .replacing(/(?i)(mailto|tel|javascript):/) { "\($0.output.1)[:]" }
      .replacing(/(?i)\.(?=([a-z]{2,24})(?![\p{L}\p{N}]))/) { match in
        // TP.HCM and kem-theo.docx are no names of machines.
        match.output.1.count == 2 || domains.contains(match.output.1.lowercased()) ? "[.]" : "."
      }
  }

  /// Endings of more than two letters that mail programs take for the name of a machine: those under which most addresses lie.
  private static let domains: Set<String> = [
    "com", "net", "org", "info", "biz", "edu", "gov", "int", "mil", "asia", "name", "pro", "mobi", "app", "dev", "xyz",
    "site", "online", "shop", "top", "club", "live", "link", "click", "store", "tech", "vip", "win", "bid", "icu",
    "fun",
    "space", "website", "work", "world", "zip", "mov", "page", "cloud", "blog", "chat", "news", "today", "life",
    "email",
    "support", "help", "login", "bank", "one", "run", "art", "example",
  ]
}
