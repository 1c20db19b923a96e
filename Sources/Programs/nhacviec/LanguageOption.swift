import ArgumentParser
import Presentation

/// The option `--lang`.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("lang"), help: "Ngôn ngữ / language: vi, en (mặc định / default: LANG).",
    transform: { text in
      guard let language = Language(rawValue: text) else { throw ValidationError("--lang: vi, en") }
      return language
    })
  var chosen: Language?
}
