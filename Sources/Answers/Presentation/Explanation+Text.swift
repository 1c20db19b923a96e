extension Explanation {
  /// The sentences of each duty below its name, wrapped to `width` columns.
  package func text(_ items: [UpcomingItem], style: TerminalStyle, width: Int) -> String {
    items.map { item in
      style(.heading, item.duty.id.description) + "\n"
        + sentences(for: item.duty).map { sentence in
          let lines = TextWrapping.lines(of: TerminalEscaper.escape(sentence), columns: width - 4)
          return "  • " + lines.joined(separator: "\n    ") + "\n"
        }.joined()
    }.joined(separator: "\n")
  }
}
