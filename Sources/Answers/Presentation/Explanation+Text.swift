package import Expansion

extension Explanation {
  /// The sentences of each duty below its name, wrapped to `width` columns.
  /// - Parameter delay: of a duty that is late.
  package func text(
    _ items: [UpcomingItem], delay: (UpcomingItem) -> Delay? = { _ in nil }, style: TerminalStyle, width: Int
  ) -> String {
    items.map { item in
      let late = delay(item).map { [DelayWording(dates).text(of: $0) + "."] } ?? []
      return style(.heading, item.duty.id.description) + "\n"
        + (sentences(for: item.duty) + late).map { sentence in
          let lines = TextWrapping.lines(of: TerminalEscaper.escape(sentence), columns: width - 4)
          return "  • " + lines.joined(separator: "\n    ") + "\n"
        }.joined()
    }.joined(separator: "\n")
  }
}
