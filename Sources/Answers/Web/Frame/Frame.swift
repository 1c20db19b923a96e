import Diagnostics
import HTTPMessages
import Presentation
import Templates

/// What stands around every page: menu, footer, title.
struct Frame {
  /// An entry of the menu.
  enum Place: CaseIterable {
    case today, tasks, month, year, plans, units

    var path: [String] {
      switch self {
      case .today: []
      case .tasks: ["viec"]
      case .month: ["thang"]
      case .year: ["nam"]
      case .plans: ["ke-hoach"]
      case .units: ["don-vi"]
      }
    }

    var words: Bilingual {
      switch self {
      case .today: .init(vi: "Hôm nay", en: "Today")
      case .tasks: .init(vi: "Việc", en: "Work")
      case .month: .init(vi: "Tháng", en: "Month")
      case .year: .init(vi: "Năm", en: "Year")
      case .plans: .init(vi: "Kế hoạch", en: "Plans")
      case .units: .init(vi: "Đơn vị", en: "Units")
      }
    }
  }

  /// The links of the footer.
  private static let others: [(path: [String], words: Bilingual)] = [
    (["thong-ke"], .init(vi: "Thống kê", en: "Statistic")),
    (["doc-han"], .init(vi: "Đọc một cách ghi hạn", en: "Read a deadline's wording")),
    (["giao-ban"], .init(vi: "Bản họp giao ban", en: "Meeting sheet")),
    (["su-kien"], .init(vi: "Sự kiện đang chờ", en: "Events awaited")),
    (["da-gui"], .init(vi: "Thư đã gửi", en: "What was sent")),
    (["ban-quy-tac"], .init(vi: "Các bản quy tắc", en: "Revisions of the rules")),
    (["de-xuat"], .init(vi: "Đề xuất", en: "Proposals")),
    (["dang-nhap"], .init(vi: "Đăng nhập", en: "Sign in")),
  ]

  static let shape: [String: TemplateShape] = Labels.shape.merging([
    "lang": .text, "title": .text, "style": .text, "bodyClass": .text, "home": .text, "office": .text,
    "hasMenu": .truth,
    "menu": .list(["href": .text, "label": .text, "isCurrent": .truth]),
    "others": .list(["href": .text, "label": .text]),
    "fileLists": .list(["name": .text, "links": .list(["href": .text, "label": .text])]),
    "otherLanguage": .text, "otherLanguageName": .text, "otherLanguageCode": .text, "asOf": .text,
  ]) { first, _ in first }

  let values: [String: TemplateValue]

  init(_ visit: Visit, _ page: some Page) {
    let language = visit.language
    let other: Language = language == .vi ? .en : .vi
    let hasMenu = page.bodyClass != "short"
    func link(_ path: [String], _ words: Bilingual, _ more: [String: TemplateValue] = [:]) -> [String: TemplateValue] {
      ["href": .text(visit.address(path)), "label": .text(words.text(in: language))].merging(more) { first, _ in first }
    }
    let files = page.hasFiles ? Self.files(visit) : []
    values = Labels.values(language).merging([
      "lang": .text(language.rawValue), "title": .text(page.title), "style": .text(visit.templates.styleAddress),
      "bodyClass": .text(page.bodyClass), "home": .text(visit.address()),
      "hasMenu": .truth(hasMenu),
      "office": .optional(visit.model.configuration.letterhead.office),
      "menu": .list(Place.allCases.map { link($0.path, $0.words, ["isCurrent": .truth($0 == page.place)]) }),
      "others": .list(Self.others.map { link($0.path, $0.words) }),
      "fileLists": .list(files),
      "otherLanguage": .text(visit.route.address(language: other)),
      "otherLanguageName": .text(other == .vi ? "Tiếng Việt" : "English"),
      "otherLanguageCode": .text(other.rawValue), "asOf": .text(visit.dates.moment(visit.model.moment)),
    ]) { first, _ in first }
  }

  private static func files(_ visit: Visit) -> [[String: TemplateValue]] {
    (PageRoutes.find(visit.route.path).map { FileLinks.all(of: $0.page, visit) } ?? []).map { files in
      [
        "name": .text(files.name.text(in: visit.language)),
        "links": .list(
          files.forms.map { form in
            [
              "href": .text(Route.address(files.path, visit.language, format: form, query: files.query)),
              "label": .text(form.words.text(in: visit.language)),
            ]
          }),
      ]
    }
  }
}

extension Route.Format {
  fileprivate var words: Bilingual {
    switch self {
    case .html: .init(vi: "Trang", en: "Page")
    case .json: .init(vi: "JSON", en: "JSON")
    case .csv: .init(vi: "CSV", en: "CSV")
    case .xlsx: .init(vi: "Excel", en: "Excel")
    case .docx: .init(vi: "Word", en: "Word")
    case .ics: .init(vi: "Lịch (.ics)", en: "Calendar (.ics)")
    }
  }
}
