import Diagnostics
import JSON
import Presentation

/// A question that assistants may ask, with its arguments.
enum AssistantTool: String, CaseIterable {
  case deadline, upcoming, explain, report

  /// An argument and its values.
  private struct Argument {
    enum Value {
      case text
      case number(ClosedRange<Int>)
      case choice([String])
      /// One of them, or a list of some.
      case choices([String])
    }

    let name: String
    let value: Value
    let words: Bilingual
    var isRequired = false
  }

  var title: Bilingual {
    switch self {
    case .deadline: .init(vi: "Đọc một cách ghi hạn", en: "Read a deadline's wording")
    case .upcoming: .init(vi: "Việc quá hạn, sắp tới, đang chờ", en: "What is overdue, due and waited for")
    case .explain: .init(vi: "Vì sao có hạn ngày đó", en: "Why it is due on that day")
    case .report: .init(vi: "Thống kê thực hiện", en: "How the work stands, counted")
    }
  }

  var words: Bilingual {
    switch self {
    case .deadline:
      .init(
        vi: "Một lời văn về hạn (như “trong 30 ngày kể từ ngày 29/3/2024”) có nghĩa gì, và các ngày của nó.",
        en: "What the wording of a deadline means (such as “within 30 days after 29 March 2024”), and its days.")
    case .upcoming:
      .init(
        vi: "Danh sách việc với hạn, đơn vị và trạng thái. Không lọc thì có mọi việc chưa kết thúc.",
        en: "Duties with their days, units and states; without a filter everything that has not ended.")
    case .explain:
      .init(
        vi: "Từng bước vì sao một việc có hạn ngày đó: dòng nào của kế hoạch, ngày nghỉ nào, ghi nhận nào.",
        en: "Step by step why a duty is due on its day: which line of the plan, which days off, which facts.")
    case .report:
      .init(
        vi: "Số việc đã xong, trễ hạn, quá hạn theo đơn vị, mục, kế hoạch hoặc người.",
        en: "How many duties are done, late and overdue, by unit, section, plan or person.")
    }
  }

  private static let language = Argument(
    name: "language", value: .choice(["vi", "en"]),
    words: .init(vi: "Ngôn ngữ của câu trả lời.", en: "The language of the answer."))
  private static let plan = Argument(
    name: "plan", value: .text, words: .init(vi: "Mã hoặc tên kế hoạch.", en: "A plan's id or title."))
  private static let unit = Argument(
    name: "unit", value: .text, words: .init(vi: "Mã hoặc tên đơn vị.", en: "A unit's id or title."))
  private static let section = Argument(
    name: "section", value: .text, words: .init(vi: "Mã hoặc tên mục.", en: "A section's id or title."))
  private static let days = [
    Argument(name: "from", value: .text, words: .init(vi: "Hạn từ ngày này.", en: "Due from this day on.")),
    Argument(name: "to", value: .text, words: .init(vi: "Hạn đến hết ngày này.", en: "Due until this day.")),
  ]

  private var arguments: [Argument] {
    switch self {
    case .deadline:
      [
        Argument(
          name: "phrase", value: .text, words: .init(vi: "Lời văn.", en: "The wording."), isRequired: true),
        Argument(
          name: "year", value: .number(1...9999), words: .init(vi: "Năm của kế hoạch.", en: "The plan's year.")),
        Self.language,
      ]
    case .upcoming:
      [Self.plan, Self.unit, Self.section] + Self.days + [
        Argument(
          name: "lead", value: .text,
          words: .init(vi: "Chỉ việc đơn vị này chủ trì.", en: "Only what this unit leads.")),
        Argument(
          name: "person", value: .text, words: .init(vi: "Người được giao.", en: "To whom it is assigned.")),
        Argument(
          name: "status", value: .choices(UpcomingFilter.State.allCases.map(\.rawValue)),
          words: .init(vi: "Trạng thái; nhiều trạng thái thì gộp lại.", en: "The state; several add up.")),
        Argument(
          name: "sort", value: .choice(UpcomingSort.allCases.map(\.rawValue)),
          words: .init(vi: "Thứ tự; không nêu thì theo hạn.", en: "The order; by day, if it is absent.")),
        Argument(
          name: "text", value: .text,
          words: .init(vi: "Các từ trong tên việc, sản phẩm, đơn vị.", en: "Words of titles, products and units.")),
        Argument(
          name: "limit", value: .number(1...200), words: .init(vi: "Nhiều nhất chừng này việc.", en: "At most so many.")
        ),
        Argument(
          name: "after", value: .text,
          words: .init(vi: "Giá trị “next” của trang trước.", en: "The value of “next” in the page before.")),
        Self.language,
      ]
    case .explain:
      [
        Argument(
          name: "task", value: .text,
          words: .init(
            vi: "Mã việc, có thể kèm kỳ: TC.1@2024-Q1; hoặc một phần của tên.",
            en: "The task's id, with a key or without: TC.1@2024-Q1; or a part of its title."), isRequired: true),
        Self.language,
      ]
    case .report:
      [
        Argument(
          name: "by", value: .choice(Statistic.Division.allCases.map(\.rawValue)),
          words: .init(vi: "Mỗi dòng là một.", en: "What a row is.")),
        Self.plan, Self.unit, Self.section,
      ] + Self.days + [Self.language]
    }
  }

  /// The members of the JSON schema of its arguments.
  func writeSchema(to object: inout JSONWriter, _ language: Language) {
    let arguments = arguments
    object.member("type", "object")
    object.key("properties")
    object.object { properties in
      for argument in arguments {
        properties.key(text: argument.name)
        properties.object { schema in
          switch argument.value {
          case .text: schema.member("type", "string")
          case .number(let range):
            schema.member("type", "integer")
            schema.member("minimum", range.lowerBound)
            schema.member("maximum", range.upperBound)
          case .choice(let values): Self.write(values, to: &schema)
          case .choices(let values):
            schema.key("anyOf")
            schema.array { list in
              list.object { Self.write(values, to: &$0) }
              list.object { object in
                object.member("type", "array")
                object.key("items")
                object.object { Self.write(values, to: &$0) }
              }
            }
          }
          schema.member("description", argument.words.text(in: language))
        }
      }
    }
    object.member("required", arguments.filter(\.isRequired).map(\.name))
    object.member("additionalProperties", false)
  }

  private static func write(_ choice: [String], to schema: inout JSONWriter) {
    schema.member("type", "string")
    schema.member("enum", choice)
  }

  /// What is wrong with the arguments; nil if each is known and has a value that it takes.
  func fault(of members: [String: JSONValue]) -> Bilingual? {
    let arguments = arguments
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      guard let argument = arguments.first(where: { $0.name == name }) else {
        let names = arguments.map(\.name).joined(separator: ", ")
        return .init(vi: "không có “\(name)”; có: \(names)", en: "there is no “\(name)”; there are \(names)")
      }
      switch argument.value {
      case .text:
        if value.string == nil { return .init(vi: "“\(name)” phải là chữ", en: "“\(name)” must be text") }
      case .number(let range):
        if value.integer.map(range.contains) == true { continue }
        let (first, last) = (range.lowerBound, range.upperBound)
        return .init(
          vi: "“\(name)” phải là số nguyên từ \(first) đến \(last)",
          en: "“\(name)” must be a whole number from \(first) to \(last)")
      case .choice(let values), .choices(let values):
        var given = [value]
        if case .choices = argument.value { given = value.array ?? given }
        if given.allSatisfy({ $0.string.map(values.contains) == true }) { continue }
        let list = values.joined(separator: ", ")
        return .init(vi: "“\(name)” phải là một trong: \(list)", en: "“\(name)” must be one of \(list)")
      }
    }
    return arguments.first { $0.isRequired && members[$0.name] == nil }.map {
      .init(vi: "thiếu “\($0.name)”", en: "“\($0.name)” is missing")
    }
  }
}
