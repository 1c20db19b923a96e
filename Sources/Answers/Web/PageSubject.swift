import Diagnostics
import Presentation

/// What the addresses of one kind of page name, and what is said where there is nothing of that name.
struct PageSubject: Sendable {
  /// What was not found, and where to go on.
  struct Missing {
    let words: Bilingual
    let links: [Problem.Link]

    init(_ vi: String, _ en: String, _ links: [Problem.Link]) {
      (words, self.links) = (.init(vi: vi, en: en), links)
    }
  }

  /// What stands for each name in braces where the form of an address is shown: `MÃ-ĐƠN-VỊ` · `UNIT`.
  let names: [Bilingual]
  /// - Parameter parts: those that the names in braces stand for.
  let missing: @Sendable (_ visit: Visit, _ parts: [String]) -> Missing

  init(_ names: Bilingual..., missing: @escaping @Sendable (Visit, [String]) -> Missing) {
    (self.names, self.missing) = (names, missing)
  }

  /// Why there is nothing at an address of this kind: what was not found, the form that such addresses have, and where to go on.
  func problem(_ path: PathPattern, _ parts: [String], _ visit: Visit) -> Problem {
    let missing = missing(visit, parts)
    var problem = Problem(
      .notFound,
      .init(
        vi: "\(missing.words.vi) Địa chỉ có dạng \(path.form(names.map(\.vi))).",
        en: "\(missing.words.en) Such an address has the form /en\(path.form(names.map(\.en)))."))
    problem.links = missing.links
    return problem
  }
}

extension PageSubject {
  private static let number = Bilingual(vi: "SỐ", en: "NUMBER")
  private static let plan = Bilingual(vi: "MÃ-KẾ-HOẠCH", en: "PLAN")

  private static let plans = Problem.Link(["ke-hoach"], vi: "Các kế hoạch", en: "All plans")
  private static let work = Problem.Link(["viec"], vi: "Danh sách việc", en: "The list of work")

  private static func noPlan(_ id: String) -> Missing {
    Missing("Không có kế hoạch nào mã “\(id)”.", "There is no plan with the id “\(id)”.", [plans])
  }

  static let task = PageSubject(.init(vi: "MÃ-KẾ-HOẠCH/MÃ-VIỆC@KỲ", en: "PLAN/TASK@PERIOD")) { visit, parts in
    let plan = visit.rules.plans.firstIndex { $0.id == parts[0].split(separator: "/").first.map(String.init) }
    let links = plan.map { place in
      let (id, title) = (visit.rules.plans[place].id, visit.names.document(place))
      return [Problem.Link(["viec"], query: [.init("plan", id)], vi: "Việc của \(title)", en: "Work of \(title)")]
    }
    return Missing(
      "Không có việc nào mã “\(parts[0])”: việc có thể đã bị bỏ khỏi kế hoạch hoặc mang mã khác.",
      "There is no work with the id “\(parts[0])”: it may have left the plan or have another id.",
      (links ?? []) + [work])
  }

  static let wholePlan = PageSubject(plan) { _, parts in noPlan(parts[0]) }

  static let section = PageSubject(plan, .init(vi: "MÃ-MỤC", en: "SECTION")) { visit, parts in
    guard let place = visit.rules.plans.firstIndex(where: { $0.id == parts[0] }) else { return noPlan(parts[0]) }
    let title = visit.names.document(place)
    return Missing(
      "\(title) không có mục nào mã “\(parts[1])”.", "\(title) has no section with the id “\(parts[1])”.",
      [Problem.Link(["ke-hoach", parts[0]], vi: title, en: title), plans])
  }

  /// Where the address names a plan that has no such unit, it is said which plans have it.
  static let unit = PageSubject(.init(vi: "MÃ-ĐƠN-VỊ", en: "UNIT")) { visit, parts in
    let (id, rules) = (parts[0], visit.rules)
    let units = Problem.Link(["don-vi"], vi: "Các đơn vị", en: "All units")
    guard let asked = visit.route.value("plan").flatMap({ plan in rules.plans.firstIndex { $0.id == plan } }) else {
      return Missing(
        "Không có đơn vị hay nhóm nào mã “\(id)”.", "There is no unit or group with the id “\(id)”.", [units])
    }
    let title = visit.names.document(asked)
    let others = rules.plans.indices.filter { Subjects.recipient(id, plan: rules.plans[$0].id, rules) != nil }
    let names = others.map(visit.names.document).joined(separator: "; ")
    let links = others.map { plan in
      let name = visit.names.document(plan)
      return Problem.Link(
        ["don-vi", id], query: [.init("plan", rules.plans[plan].id)], vi: "“\(id)” trong \(name)",
        en: "“\(id)” in \(name)")
    }
    return Missing(
      "\(title) không có đơn vị hay nhóm nào mã “\(id)”"
        + (names.isEmpty ? ", các kế hoạch khác cũng không." : "; có mã này: \(names)."),
      "\(title) has no unit or group with the id “\(id)”"
        + (names.isEmpty ? ", nor has any other plan." : "; these plans have one: \(names)."),
      links + [units])
  }

  static let year = PageSubject(.init(vi: "NĂM", en: "YEAR")) { visit, parts in
    Missing(
      "“\(parts[0])” không phải là một năm từ \(YearPage.years.lowerBound) đến \(YearPage.years.upperBound).",
      "“\(parts[0])” is no year from \(YearPage.years.lowerBound) to \(YearPage.years.upperBound).",
      [Problem.Link(["nam"], vi: "Năm \(visit.today.year)", en: "The year \(visit.today.year)")])
  }

  static let month = PageSubject(.init(vi: "NĂM-THÁNG", en: "YEAR-MONTH")) { visit, parts in
    Missing(
      "“\(parts[0])” không phải là một tháng từ năm \(YearPage.years.lowerBound) đến năm \(YearPage.years.upperBound); tháng "
        + "ghi như \(MonthPage.address(of: visit.today)).",
      "“\(parts[0])” is no month from \(YearPage.years.lowerBound) to \(YearPage.years.upperBound); a month is written like "
        + "\(MonthPage.address(of: visit.today)).",
      [Problem.Link(["thang"], vi: "Tháng này", en: "This month")])
  }

  static let letter = PageSubject(number) { _, parts in
    Missing(
      "Không có thư nào số “\(parts[0])”.", "There is no message with the number “\(parts[0])”.",
      [Problem.Link(["da-gui"], vi: "Thư đã gửi", en: "What was sent")])
  }

  static let revision = PageSubject(number) { _, parts in
    Missing(
      "Không có bản quy tắc nào số “\(parts[0])”.", "There is no revision of the rules with the number “\(parts[0])”.",
      [Problem.Link(["ban-quy-tac"], vi: "Các bản quy tắc", en: "Revisions of the rules")])
  }

  static let ruleFile = PageSubject(.init(vi: "TÊN-TỆP", en: "FILE")) { _, parts in
    Missing(
      "Không có tệp quy tắc nào tên “\(parts[0])”.", "There is no rule file called “\(parts[0])”.",
      [Problem.Link(["quy-tac"], vi: "Các tệp quy tắc", en: "All rule files")])
  }

  static let form = PageSubject(
    .init(vi: "BIỂU-MẪU", en: "FORM"), .init(vi: "MÃ-VIỆC-HOẶC-SỰ-KIỆN", en: "WORK-OR-EVENT")
  ) { visit, parts in
    let events = Problem.Link(["su-kien"], vi: "Sự kiện đang chờ", en: "Events awaited")
    switch Act(rawValue: parts[0]) {
    case nil:
      let forms = Act.allCases.map(\.rawValue).joined(separator: ", ")
      return Missing(
        "Không có biểu mẫu nào tên “\(parts[0])”; có: \(forms).",
        "There is no form called “\(parts[0])”; there are \(forms).", [work, events])
    case .happened:
      let period = visit.route.value("key").map { (vi: ", kỳ “\($0)”", en: ", period “\($0)”") } ?? (vi: "", en: "")
      return Missing(
        "Không có sự kiện nào mã “\(parts[1])”\(period.vi) để ghi nhận ở đây.",
        "There is no event with the id “\(parts[1])”\(period.en) to be recorded here.", [events])
    case .some:
      return Missing(
        "Không có việc nào mã “\(parts[1])” để ghi nhận ở đây.",
        "There is no work with the id “\(parts[1])” to be recorded here.", [work])
    }
  }

  static let fact = PageSubject(number) { _, parts in
    Missing(
      "Không có ghi nhận nào số “\(parts[0])”.", "There is no fact with the number “\(parts[0])”.",
      [Problem.Link(["su-kien"], vi: "Sự kiện đã xảy ra", en: "Events that happened"), work])
  }

  private static let proposals = Problem.Link(["de-xuat"], vi: "Các đề xuất", en: "All proposals")

  static let proposal = PageSubject(number) { _, parts in
    Missing(
      "Không có đề xuất nào số “\(parts[0])”.", "There is no proposal with the number “\(parts[0])”.", [proposals])
  }

  static let row = PageSubject(plan, .init(vi: "MÃ-VIỆC", en: "TASK")) { visit, parts in
    guard let place = visit.rules.plans.firstIndex(where: { $0.id == parts[0] }) else { return noPlan(parts[0]) }
    let title = visit.names.document(place)
    return Missing(
      "\(title) không có dòng nào mã “\(parts[1])” để đề xuất sửa ở đây.",
      "\(title) has no row with the id “\(parts[1])” of which a change is proposed here.",
      [Problem.Link(["ke-hoach", parts[0]], vi: title, en: title), work, proposals])
  }

  static let newRow = PageSubject(plan) { _, parts in noPlan(parts[0]) }

  static let sentRegister = PageSubject(plan, number) { visit, parts in
    guard let place = visit.rules.plans.firstIndex(where: { $0.id == parts[0] }) else { return noPlan(parts[0]) }
    let title = visit.names.document(place)
    return Missing(
      "Không có bảng nào số “\(parts[1])” mà bạn đã gửi cho \(title), hoặc kết quả đã xóa sau một ngày.",
      "There is no register “\(parts[1])” that you sent for \(title), or its answer is gone after a day.",
      [
        Problem.Link([RegisterPage.place, parts[0]], vi: "Bảng theo dõi của \(title)", en: "The register of \(title)"),
        proposals,
      ])
  }
}
