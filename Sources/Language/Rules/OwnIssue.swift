import Diagnostics

/// The words by which a plan speaks of its own issue in a task (*kể từ ngày ký*, *Kế hoạch này được ban hành*).
///
/// They could also mean another document, so they are never read as the plan's event, only offered.
enum OwnIssue {
  private static let documents = [
    "kế hoạch", "quyết định", "văn bản", "chương trình", "đề án", "kế hoạch và quyết định", "plan", "decision",
    "document",
    "programme",
  ]
  private static let issued = [
    "ký", "ký ban hành", "ban hành", "được ký", "được ban hành", "được ký ban hành", "signing", "issue",
    "is signed", "is issued",
  ]

  static func isMeant(by text: String) -> Bool {
    var words = FoldedName(NameText.unbracketed(text)).text
    for article in ["the ", "this ", "ngày "] where words.hasPrefix(article) {
      words.removeFirst(article.count)
    }
    if issued.contains(words) { return true }
    return documents.contains { document in
      ["\(document) ", "\(document) này "].contains { head in
        words.hasPrefix(head) && issued.contains(String(words.dropFirst(head.count)))
      }
        || ["", " này"].contains { tail in
          words.hasSuffix(" \(document)\(tail)")
            && issued.contains(String(words.dropLast(document.count + tail.count + 1)))
        }
    }
  }
}

extension Resolver {
  /// Offers the plan's own event in place of `text`.
  func unknownOwnIssue(_ text: String, _ span: Span, _ plan: PlanID, _ file: ResolvedFile) {
    let isEnglish = file.syntax.blocks.first.map { Resolver.isEnglish($0, file) } ?? false
    let id = set.plans[plan].id
    let event = isEnglish ? "plan \(id) is issued" : "ban hành kế hoạch \(id)"
    report(
      Diagnostic(
        .unknownEvent, vi: "không có sự kiện nào tên “\(text)”; kế hoạch có sẵn sự kiện “\(event)”",
        en: "there is no event called “\(text)”; the plan has an event of its own, “\(event)”", at: span,
        notes: [
          .init(
            .init(
              vi: "nếu là văn bản khác thì khai một sự kiện cho văn bản đó",
              en: "if another document is meant, declare an event for it"))
        ],
        fixIts: [
          Diagnostic.FixIt(
            .init(
              vi: "nếu là ngày ban hành chính kế hoạch này: ghi “\(event)”",
              en: "if this plan's issue is meant: “\(event)”"),
            replace: span, with: event)
        ]))
  }
}
