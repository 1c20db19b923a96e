package import Documents

/// The sentences of a document outside its tables that ask for something by a day or a period.
package struct DocumentSentences: Sendable {
  package struct Sentence: Sendable, Hashable {
    package var text: String
    package var place: SourcePlace
  }

  /// In the order of the document, each once.
  package let all: [Sentence]

  /// - Parameter years: those of the plan; days far from them belong to something else.
  package init(_ document: SourceDocument, years: ClosedRange<Int>) {
    let paragraphs = document.blocks.compactMap { block -> Paragraph? in
      if case .paragraph(let paragraph) = block { paragraph } else { nil }
    }
    var seen: Set<String> = []
    all = ProseDeadlines(paragraphs, years: years).found.compactMap { found in
      seen.insert(found.clause).inserted ? Sentence(text: found.clause, place: found.place) : nil
    }
  }
}
