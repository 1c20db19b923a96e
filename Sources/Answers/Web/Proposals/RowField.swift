import Diagnostics
import Operations
import PlanImport
import Templates

/// A field of a form about rows, as its template has it.
struct RowField {
  static let shape: [String: TemplateShape] = [
    "id": .text, "name": .text, "label": .text, "hint": .text, "value": .text, "isWrong": .truth, "faults": .texts,
    "mends": .texts,
    "list": .text, "isLong": .truth, "isLine": .truth, "isChoice": .truth, "describedBy": .text,
    "options": .list(["value": .text, "label": .text, "isChosen": .truth]),
  ]

  var name: String
  var label: Bilingual
  var hint: Bilingual?
  /// Whether it has several lines.
  var isLong = false
  /// The id of the list by which it is completed.
  var list: String?
  /// What can be chosen, by values; nil: anything can be typed.
  var options: [(value: String, label: String)]?

  var id: String { "o-\(name)" }

  func values(_ typed: String, _ faults: [RowProposals.Fault], _ visit: Visit) -> [String: TemplateValue] {
    let faults = faults.filter { $0.name == name }
    func texts(_ words: [Bilingual]) -> TemplateValue {
      .list(words.map { .text($0.text(in: visit.language).asBeginning) })
    }
    let about = [hint == nil ? "" : "\(id)-goi-y", faults.isEmpty ? "" : "\(id)-loi"].filter { !$0.isEmpty }
    return [
      "id": .text(id), "name": .text(name), "label": .text(label.text(in: visit.language)),
      "hint": .optional(hint?.text(in: visit.language)), "value": .text(typed),
      "isWrong": .truth(!faults.isEmpty), "faults": texts(faults.map(\.words)), "mends": texts(faults.flatMap(\.mends)),
      "list": .text(list ?? ""), "isLong": .truth(isLong), "isLine": .truth(!isLong && options == nil),
      "isChoice": .truth(options != nil), "describedBy": .text(about.joined(separator: " ")),
      "options": .list(
        (options ?? []).map {
          ["value": .text($0.value), "label": .text($0.label), "isChosen": .truth($0.value == typed)]
        }
      ),
    ]
  }

  // MARK: The fields that there are

  static let (reason, sentence, document, limit) = ("reason", "sentence", "document", "limit")
  static let units = "don-vi"

  static func of(_ value: EditableRow.Value) -> RowField {
    func labelled(_ vi: String, _ en: String) -> Bilingual {
      let label = value.label.map { " (\($0))" } ?? ""
      return .init(vi: vi + label, en: en + label)
    }
    let several = Bilingual(
      vi: "Nhiều đơn vị thì cách nhau bằng dấu chấm phẩy", en: "Several are parted by semicolons")
    switch value.kind {
    case .title: return RowField(name: value.name, label: labelled("Tên việc", "What is to be done"), isLong: true)
    case .product: return RowField(name: value.name, label: labelled("Sản phẩm", "Product"))
    case .lead:
      return RowField(name: value.name, label: labelled("Đơn vị chủ trì", "Lead"), hint: several, list: units)
    case .support:
      return RowField(name: value.name, label: labelled("Đơn vị phối hợp", "Supporting"), hint: several, list: units)
    case .due:
      return RowField(
        name: value.name, label: labelled("Thời hạn", "When it is due"),
        hint: .init(
          vi: "Ghi như trong văn bản, ví dụ: trước ngày 30/9/2024; hằng quý, trước ngày 17 tháng cuối quý",
          en: "As the document has it, for example: before 30 September 2024; every quarter, before day 17 of the last "
            + "month"))
    }
  }

  static let ofReason = RowField(
    name: reason, label: .init(vi: "Lý do đề xuất", en: "Why"),
    hint: .init(vi: "Người quản trị đọc nguyên văn.", en: "The administrator reads it as it stands."), isLong: true)

  static let ofRefusal = RowField(
    name: reason, label: .init(vi: "Ý kiến gửi lại người đề xuất", en: "What to tell who proposed it"),
    hint: .init(vi: "Người đề xuất đọc nguyên văn.", en: "It is read as it stands."), isLong: true)

  static let ofSentence = RowField(
    name: sentence,
    label: .init(vi: "Câu giao việc trong văn bản đến", en: "The sentence of the document that came in"),
    hint: .init(vi: "Chép nguyên câu", en: "Word by word"), isLong: true)

  /// The choice of one of several limits; what was chosen is its number.
  static func of(_ limits: [DocumentSentence.Limit], _ visit: Visit) -> RowField {
    let none = (value: "", label: visit.say("Chưa chọn", "None yet"))
    return RowField(
      name: limit, label: .init(vi: "Thời hạn nào trong câu", en: "Which limit of the sentence"),
      hint: .init(
        vi: "Câu có \(limits.count) thời hạn. Nếu là nhiều việc, gửi việc này rồi đề xuất tiếp việc kia.",
        en: "It has \(limits.count). If these are several tasks, send this one, then propose the next."),
      options: [none] + limits.enumerated().map { ("\($0 + 1)", "\($1.title): \($1.deadline)") })
  }

  static let ofDocument = RowField(
    name: document, label: .init(vi: "Số, ký hiệu và ngày của văn bản", en: "Number and day of the document"),
    hint: .init(
      vi: "Ví dụ: Công văn số 2210/SNV-CCHC ngày 20/9/2024",
      en: "For example: Letter 2210/SNV-CCHC of 20 September 2024"))

  static let ofSource = RowField(
    name: RowProposals.source, label: .init(vi: "Nguồn của việc", en: "Where the work comes from"))

  static let ofBehind = RowField(
    name: RowProposals.behind, label: .init(vi: "Đứng sau việc (không bắt buộc)", en: "Stands behind (optional)"),
    hint: .init(
      vi: "Mã việc, ví dụ TC.7; để trống thì đứng cuối mục",
      en: "The id of a task, as TC.7; empty: the last of its section"),
    list: "viec-co")
}
