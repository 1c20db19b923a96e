import Diagnostics

/// Fills one part of a template in which nothing is wrong.
struct TemplateFiller {
  private let values: TemplateValues
  private let tree: XMLTree

  init(_ values: TemplateValues, _ tree: XMLTree) { (self.values, self.tree) = (values, tree) }

  /// The item for which a row is repeated.
  struct Item {
    let list: TemplateValues.FoundList
    let texts: [String]
  }

  /// Fills what is in an element.
  func fill(_ node: XMLNode, item: Item?) {
    var isHidden = false
    for child in node.xmlChildren where child.isElement {
      if child.wordName == "p" {
        let paragraph = WordParagraph(child)
        let placeholders = Placeholder.all(in: paragraph.text).placeholders
        if let mark = placeholders.first, mark.isMark {
          if case .opening(let name, let ifNone) = mark.meaning { isHidden = values.isThere(name) == ifNone }
          if case .closing = mark.meaning { isHidden = false }
          remove(child, paragraph)
        } else if isHidden {
          remove(child, paragraph)
        } else {
          paragraph.replace(placeholders.map { ($0.place, text(of: $0, item) ?? "") }, in: tree)
          for box in paragraph.inner { fill(box, item: item) }
        }
      } else if isHidden {
        // The page's own settings stand behind everything.
        if child.wordName != "sectPr" { tree.remove(child) }
      } else if item == nil, child.wordName == "tr", let list = list(ofRow: child) {
        for texts in list.list.items {
          if let copy = tree.copyBefore(child) { fill(copy, item: Item(list: list, texts: texts)) }
        }
        tree.remove(child)
      } else {
        fill(child, item: item)
      }
    }
    complete(node)
  }

  /// Word needs a row in a table and a paragraph at the end of a cell.
  private func complete(_ node: XMLNode) {
    let names = node.xmlChildren.compactMap(\.wordName)
    if node.wordName == "tbl", !names.contains("tr") { tree.remove(node) }
    if node.wordName == "tc", names.last != "p" { tree.add("p", to: node) }
  }

  /// A paragraph may hold the settings of the pages before it, and then stays, empty.
  private func remove(_ node: XMLNode, _ paragraph: WordParagraph) {
    let settings = node.xmlChildren.first { $0.wordName == "pPr" }?.xmlChildren ?? []
    if settings.contains(where: { $0.wordName == "sectPr" }) {
      paragraph.replace([(0..<paragraph.text.count, "")], in: tree)
    } else {
      tree.remove(node)
    }
  }

  private func text(of placeholder: Placeholder, _ item: Item?) -> String? {
    switch placeholder.meaning {
    case .text(let name): values.texts[name]
    case .field(_, let field): item.flatMap { item in item.list.fields[field].map { item.texts[$0] } }
    case .opening, .closing: nil
    }
  }

  private func list(ofRow row: XMLNode) -> TemplateValues.FoundList? {
    TemplateCheck.paragraphs(in: row).lazy.flatMap { Placeholder.all(in: $0.text).placeholders }.compactMap {
      if case .field(let list, _) = $0.meaning { values.lists[list] } else { nil }
    }.first
  }
}
