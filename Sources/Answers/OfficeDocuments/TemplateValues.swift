package import Diagnostics

/// What a template can show: texts and lists of texts, each with a name in both languages. Names are compared folded.
package struct TemplateValues: Sendable {
  /// Something that there may be several of, each with the same fields.
  package struct List: Sendable {
    package var name: Bilingual
    package var fields: [Bilingual]
    /// Each with a text a field.
    package var items: [[String]]

    package init(_ name: Bilingual, fields: [Bilingual], items: [[String]]) {
      (self.name, self.fields, self.items) = (name, fields, items)
    }
  }

  /// A list as a template finds it.
  struct FoundList {
    let fields: [FoldedName: Int]
    let list: List
  }

  let texts: [FoldedName: String]
  let lists: [FoldedName: FoundList]
  /// All that can stand between braces, for who misspells one of them.
  private let names: [String]

  package init(texts: [(name: Bilingual, text: String)], lists: [List]) {
    var folded: [FoldedName: String] = [:]
    for (name, text) in texts {
      for name in [name.vi, name.en] { folded[FoldedName(name)] = text }
    }
    var found: [FoldedName: FoundList] = [:]
    for list in lists {
      var fields: [FoldedName: Int] = [:]
      for (index, field) in list.fields.enumerated() {
        for name in [field.vi, field.en] { fields[FoldedName(name)] = index }
      }
      for name in [list.name.vi, list.name.en] { found[FoldedName(name)] = FoundList(fields: fields, list: list) }
    }
    self.texts = folded
    self.lists = found
    names =
      texts.flatMap { [$0.name.vi, $0.name.en] }
      + lists.flatMap { list in
        list.fields.flatMap { ["\(list.name.vi).\($0.vi)", "\(list.name.en).\($0.en)"] }
          + [list.name.vi, list.name.en]
      }
  }

  func nearest(to name: String) -> [String] { NearestName.nearest(to: name, among: names, limit: 2) }

  /// Whether a section that is shown if there is something of this name is shown; nil: there is no such name.
  func isThere(_ name: FoldedName) -> Bool? {
    if let list = lists[name] { return !list.list.items.isEmpty }
    return texts[name].map { !$0.isEmpty && $0 != "0" }
  }
}
