package import Diagnostics

/// The diagnostic of a field that a block does not have.
package enum UnknownKey {
  /// `extraColumns`: the names that the plan of a task adds.
  package static func diagnostic(
    _ source: SourceText, _ range: Range<Int>, in keyword: BlockKeyword, extraColumns: [String]
  ) -> Diagnostic {
    let text = clipped(source.text(range))
    let span = Span(source, range.lowerBound, range.upperBound)
    let near = NearestName.nearest(to: text, among: Keywords.fieldNames(in: keyword) + extraColumns, limit: 1)
    func list(_ vietnamese: Bool) -> String {
      (keyword.fields.map { Keywords.name(of: $0, vietnamese: vietnamese) } + extraColumns).joined(separator: ", ")
    }
    var notes = [
      Diagnostic.Note(.init(vi: "các trường có thể có: \(list(true))", en: "the fields it may have: \(list(false))"))
    ]
    if keyword == .task {
      notes.append(
        .init(
          .init(
            vi: "cột riêng của kế hoạch thì khai trong “cột bổ sung” của kế hoạch",
            en: "a column of the plan's own is named in the plan's “extra columns”")))
    }
    return Diagnostic(
      .unknownKey, vi: "\(Keywords.name(of: keyword, vietnamese: true)) không có trường “\(text)”",
      en: "a \(Keywords.name(of: keyword, vietnamese: false)) has no field “\(text)”", at: span, notes: notes,
      fixIts: near.map { .didYouMean($0, at: span) })
  }
}
