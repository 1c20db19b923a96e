extension Explanation {
  /// How each duty came out, under its name.
  package func text(_ items: [UpcomingItem], style: TerminalStyle, width: Int) -> String {
    items.map { item in
      let sentences =
        switch item.duty {
        case .dated(let obligation): self.sentences(for: obligation)
        case .open(let duty): self.sentences(for: duty)
        }
      return style(.heading, item.id.description) + "\n"
        + sentences.map { sentence in
          let lines = TextWrapping.lines(of: TerminalEscaper.escape(sentence), columns: width - 4)
          return "  • " + lines.joined(separator: "\n    ") + "\n"
        }.joined()
    }.joined(separator: "\n")
  }
}
