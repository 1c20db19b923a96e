import HTTPMessages
import Operations
import Presentation
import Templates

/// The office's rule files as they are in force.
struct RuleFilesPage: Page {
  static let template = "rule-files.html"
  static let shape: [String: TemplateShape] = [
    "heading": .text, "subheading": .text, "crumbs": .text, "crumbsName": .text,
    "files": .list(["name": .text, "href": .text, "blocks": .text, "remarks": .text]),
  ]

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }

  static func answer(_ visit: Visit) -> HTTPAnswer {
    visit.page { () throws(OperationFailure) -> RuleFilesPage? in
      try RuleFilesPage(visit, RevisionQuery(visit.model, in: visit.operations))
    }
  }

  private init(_ visit: Visit, _ query: RevisionQuery) throws(OperationFailure) {
    title = visit.say("Tệp quy tắc", "Rule files")
    values = [
      "heading": .text(title), "crumbs": .text(visit.address("ban-quy-tac")),
      "crumbsName": .text(visit.say("Các bản quy tắc", "Revisions of the rules")),
      "subheading": .text(
        query.live.map { visit.say("Bản số \($0), chỉ để xem", "Revision \($0), to be read only") }
          ?? visit.say("Thư mục quy tắc, chỉ để xem", "The rule folder, to be read only")),
      "files": .list(
        try query.files().map { file in
          let secret = file.isPartial ? visit.say("có phần không nêu", "partly left out") : nil
          let found =
            file.diagnostics > 0
            ? visit.say("\(file.diagnostics) lưu ý", file.diagnostics == 1 ? "1 remark" : "\(file.diagnostics) remarks")
            : nil
          return [
            "name": .text(file.name), "blocks": .number(file.blocks),
            "href": .text(visit.address(["quy-tac"] + file.name.split(separator: "/").map(String.init))),
            "remarks": .text([found, secret].compactMap(\.self).joined(separator: ", ")),
          ]
        }),
    ]
  }
}

/// One rule file with the numbers of its lines and what is to be said of them.
struct RuleFilePage: Page {
  static let template = "rule-file.html"
  static let shape: [String: TemplateShape] = [
    "list": .text, "listName": .text, "heading": .text, "subheading": .text,
    "lines": .list([
      "number": .text, "text": .text, "isHidden": .truth, "hidden": .text,
      "remarks": .list(["class": .text, "severity": .text, "words": .text]),
    ]),
  ]

  let title: String
  let values: [String: TemplateValue]
  var place: Frame.Place? { .plans }

  static func answer(_ visit: Visit, name: String) -> HTTPAnswer {
    visit.page { () throws(OperationFailure) -> RuleFilePage? in
      try RevisionQuery(visit.model, in: visit.operations).files(named: name).first.map { RuleFilePage(visit, $0) }
    }
  }

  private init(_ visit: Visit, _ file: ShownRules) {
    title = file.name
    values = [
      "list": .text(visit.address("quy-tac")), "listName": .text(visit.say("Tệp quy tắc", "Rule files")),
      "heading": .text(file.name),
      "subheading": .text(
        file.isPartial
          ? visit.say(
            "Phần có độ mật không nêu ở đây. Địa chỉ được rút gọn.",
            "What is classified is left out. Addresses are shortened.")
          : visit.say("Chỉ để xem. Địa chỉ được rút gọn.", "To be read only. Addresses are shortened.")),
      "lines": .list(file.lines.map { Self.values($0, visit) }),
    ]
  }

  private static func values(_ line: ShownRules.Line, _ visit: Visit) -> [String: TemplateValue] {
    let count = line.hidden
    return [
      "number": .number(line.number), "text": .text(line.text), "isHidden": .truth(count > 0),
      "hidden": .text(
        visit.say(
          "\(count) dòng có độ mật, không nêu ở đây",
          count == 1 ? "1 classified line is left out here" : "\(count) classified lines are left out here")),
      "remarks": .list(
        line.diagnostics.map { diagnostic in
          let (colour, word) =
            switch diagnostic.severity {
            case .error: ("late", visit.say("Lỗi", "Error"))
            case .warning: ("soon", visit.say("Cảnh báo", "Warning"))
            case .remark: ("open", visit.say("Lưu ý", "Remark"))
            }
          return [
            "class": .text(colour), "severity": .text(word), "words": .text(diagnostic.words.text(in: visit.language)),
          ]
        }),
    ]
  }
}
