import Expansion
package import Presentation
import Rules

extension Recorded {
  /// The facts, what they change, and the log that they are in.
  package func text(_ language: Language, width: Int) -> String {
    let words = DutyChangeText(book.rules, language, today: book.today)
    var text = ""
    for (index, line) in lines.enumerated() {
      let head =
        numbers.map { language.choose(vi: "ghi nhận số \($0[index])", en: "fact \($0[index])") }
        ?? language.choose(vi: "chưa ghi nhận", en: "not recorded")
      text += TerminalEscaper.escape("\(head): \(line)") + "\n"
    }
    text += "→ " + words.summary(of: changes) + "\n"
    for line in words.lines(of: changes) {
      text += "  " + TextWrapping.lines(of: line, columns: max(20, width - 4)).joined(separator: "\n    ") + "\n"
    }
    return text + FactStore.words(database).text(in: language) + "\n"
  }
}
