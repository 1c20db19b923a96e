import CivilCalendar
import Diagnostics
import Operations
import Presentation
import Rules
import Templates

/// The form by which figures are asked for: of the work due within days, as of a day.
struct FigureForm {
  static let shape: [String: TemplateShape] = [
    "action": .text, "isWrong": .truth, "errors": .list(["field": .text, "text": .text]), "errorNote": .text,
    "fields": .list(["id": .text, "label": .text, "value": .text, "error": .text]),
  ]

  private struct Field {
    let id: String
    let label: Bilingual
    let typed: String
    var error: Bilingual?
    var code = ProblemCode.badDay
  }

  /// With everything as of the day that was asked for.
  let visit: Visit
  let from: CivilDate?
  let until: CivilDate?
  private let fields: [Field]
  /// What is wrong with fields that the page has besides.
  private var others: [Field] = []

  var isWrong: Bool { (fields + others).contains { $0.error != nil } }
  /// Of an answer to what was typed.
  var status: Int { isWrong ? 400 : 200 }

  /// What is wrong first, with the name of the parameter.
  var fault: Problem? {
    (others + fields).lazy.compactMap { field in
      field.error.map { .bad(.init(vi: "\(field.id): \($0.vi)", en: "\(field.id): \($0.en)"), code: field.code) }
    }.first
  }

  /// Says that a field is wrong that the page has besides.
  mutating func refuse(_ id: String, _ label: Bilingual, _ words: Bilingual, _ code: ProblemCode) {
    others.append(Field(id: id, label: label, typed: "", error: words, code: code))
  }

  /// What is wrong with such a field; empty if nothing is.
  func error(_ id: String) -> String {
    others.first { $0.id == id }?.error?.text(in: visit.language) ?? ""
  }

  /// `Số liệu tính đến ngày 23/09/2024`, and the hour where it was asked for.
  var asOf: String {
    let moment = visit.wording.moment(visit.today, visit.model.timeAsOf)
    return visit.say("Số liệu tính đến \(moment)", "As of \(moment)")
  }

  /// The days that duties tell, of which those are counted.
  var days: DayRange { DayRange(first: from ?? .first, last: until ?? .last) }

  /// What was asked for, for links to other forms of the same figures.
  var query: [String: String] {
    isWrong
      ? [:] : Dictionary(uniqueKeysWithValues: fields.filter { !$0.typed.isEmpty }.map { ($0.id, $0.typed) })
  }

  static let carriedShape: [String: TemplateShape] = ["carried": .text, "carriedHref": .text, "carriedLabel": .text]

  /// What was due before the days that were asked for and is counted beside them, with the way to the figures of all before; empty where
  /// nothing is.
  func carried(of statistic: Statistic) -> [String: TemplateValue] {
    let row = statistic.carried.flatMap { $0.total == 0 ? nil : $0 }
    let last = row.flatMap { _ in from?.adding(days: -1) }
    let words = row.map { row in
      visit.say(
        "Chuyển kỳ trước sang: \(visit.number(row.total)) việc, \(visit.number(row[.overdue])) quá hạn (ngoài tổng số).",
        "Carried over: \(visit.number(row.total)), \(visit.number(row[.overdue])) overdue (outside the total).")
    }
    return [
      "carried": .text(words ?? ""),
      "carriedHref": .text(last.map { visit.route.address(["from": "", "to": visit.dates.short($0)]) } ?? ""),
      "carriedLabel": .text(
        last.map { day in
          let day = visit.dates.inSentence(day)
          return visit.say("Xem số liệu đến hết ngày \(day)", "See the figures to \(day)")
        } ?? ""),
    ]
  }

  /// - Parameter isThere: whether rules of the past have what the page is about.
  init(_ visit: Visit, where isThere: (RuleSet) -> Bool = { _ in true }) {
    var from = Field(
      id: "from", label: .init(vi: "Hạn từ ngày", en: "Due from"), typed: visit.route.value("from") ?? "")
    var until = Field(id: "to", label: .init(vi: "đến hết ngày", en: "to"), typed: visit.route.value("to") ?? "")
    var asOf = Field(
      id: "as-of", label: .init(vi: "Tính đến ngày", en: "As of"), typed: visit.route.value("as-of") ?? "")
    let first = Self.day(&from, visit)
    let last = Self.day(&until, visit)
    if let first, let last, last < first {
      (until.error, until.code) = (FilterFault.lastBeforeFirst.words, .badRange)
    }
    var past: Visit?
    if !asOf.typed.isEmpty {
      do throws(OperationFailure) {
        let model = try visit.model.past(asOf.typed, in: visit.operations)
        if isThere(model.rules) {
          past = visit.with(model)
        } else {
          asOf.error = .init(vi: "lúc đó chưa có trong quy tắc", en: "it was not in the rules then")
        }
      } catch { asOf.error = error.remark.summary }
    }
    fields = [from, until, asOf]
    let isRight = fields.allSatisfy { $0.error == nil }
    self.visit = isRight ? past ?? visit : visit
    (self.from, self.until) = isRight ? (first, last) : (nil, nil)
  }

  private static func day(_ field: inout Field, _ visit: Visit) -> CivilDate? {
    guard !field.typed.isEmpty else { return nil }
    if let day = TypedDay(written: field.typed)?.date(today: visit.today, .past) { return day }
    field.error =
      DayFault(in: field.typed, today: visit.today)?.words
      ?? .init(vi: "không phải là một ngày; viết như 31/3/2024", en: "is no day; write it as 31/3/2024")
    return nil
  }

  /// Of the template part `form.html`.
  func values(action: String) -> [String: TemplateValue] {
    let language = visit.language
    return [
      "action": .text(action), "isWrong": .truth(isWrong),
      "errors": .list(
        (others + fields).compactMap { field in
          field.error.map {
            [
              "field": .text(field.id),
              "text": .text("\(field.label.text(in: language)): \($0.text(in: language))"),
            ]
          }
        }),
      "errorNote": .text(
        visit.say(
          "Số liệu dưới đây là của toàn bộ, tính đến hôm nay.", "The figures below are of everything, as of today.")),
      "fields": .list(
        fields.map { field in
          [
            "id": .text(field.id), "label": .text(field.label.text(in: language)), "value": .text(field.typed),
            "error": .optional(field.error?.text(in: language)),
          ]
        }),
    ]
  }
}
