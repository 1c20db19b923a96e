import CivilCalendar
import Diagnostics
import HTTPMessages
import Operations
import Presentation
import Templates

/// The sheet for the weekly meeting, on paper (Decree 30/2020/NĐ-CP, annex I), and as a Word document.
struct MeetingPage: Page {
  static let template = "meeting.html"
  private static let work: TemplateShape = .list([
    "number": .text, "title": .text, "leads": .text, "due": .text, "state": .text,
  ])
  private static let figures: [String: TemplateShape] = [
    "number": .text, "name": .text, "total": .text, "done": .text, "overdue": .text, "soon": .text, "reported": .text,
  ]
  static let shape: [String: TemplateShape] = [
    "overdueRest": .text, "overdueAll": .text, "dueRest": .text, "dueAll": .text,
    "document": .text, "superior": .text, "upperOffice": .text, "code": .text, "placeAndDay": .text, "subject": .text,
    "purpose": .text, "figures": .text, "rows": .list(figures), "sum": .list(figures), "overdueWork": work,
    "hasOverdue": .truth, "dueHeading": .text, "dueWork": work, "hasDue": .truth,
    "requests": .list(["number": .text, "words": .text]),
    "hasRequests": .truth,
    "signerTitle": .text, "signer": .text, "toSuperior": .text,
  ]

  let title: String
  let values: [String: TemplateValue]
  var bodyClass: String { "paper" }
  // Beside the sheet, which is printed as it stands.
  var hasFiles: Bool { false }

  static func document(_ visit: Visit) -> HTTPAnswer {
    do throws(OperationFailure) {
      let bytes = try MeetingDocument(visit.model, visit.language).bytes(in: visit.operations)
      return visit.download(
        bytes, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    } catch {
      return Problem.unreadable(error.remark.summary).answer(visit)
    }
  }

  /// What the configuration does not say is left to be filled in by hand.
  private static let dots = String(repeating: "…", count: 8)

  init(_ visit: Visit) {
    title = visit.say("Bản họp giao ban", "Meeting sheet")
    let text = MeetingSheetText(visit.model.meeting, visit.rules, visit.wording)
    let letterhead = visit.model.configuration.letterhead
    let (year, month, day) = visit.today.components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let place = letterhead.place ?? Self.dots
    let (overdue, due, requests) = (text.overdue, text.due, text.requests)
    // A row without a number says how many are left out.
    func rest(_ rows: [[String]], _ state: UpcomingFilter.State) -> TemplateValue {
      .text(rows.last?.first?.isEmpty == true ? visit.address("viec", query: ["status": state.rawValue]) : "")
    }
    values = [
      "overdueRest": rest(overdue, .overdue), "dueRest": rest(due, .dueSoon),
      "overdueAll": .text(
        visit.say(
          "Bản này chỉ nêu những việc quá hạn lâu nhất; xem tất cả", "Only what is overdue longest is here; see all")),
      "dueAll": .text(
        visit.say("Bản này chỉ nêu những việc đến hạn sớm nhất; xem tất cả", "Only what is due first is here; see all")),
      "document": .text(visit.route.address(format: .docx)),
      "superior": .text((letterhead.superior ?? Self.dots).uppercased()),
      "upperOffice": .text((letterhead.office ?? Self.dots).uppercased()), "code": .text(letterhead.code ?? Self.dots),
      "placeAndDay": .text(
        visit.say(
          // As days below 10 the months 1 and 2 take a zero.
          "\(place), ngày \(two(day)) tháng \(month < 3 ? two(month) : "\(month)") năm \(year)",
          "\(place), \(visit.dates.inSentence(visit.today))")),
      "subject": .text(text.subject), "purpose": .text(text.purpose), "figures": .text(text.figures),
      "rows": .list(text.rows.map(Self.figures)), "sum": .list([Self.figures(text.sum)]),
      "overdueWork": .list(overdue.map(Self.work)), "hasOverdue": .truth(!overdue.isEmpty),
      "dueHeading": .text("3. \(text.dueHeading)"), "dueWork": .list(due.map(Self.work)),
      "hasDue": .truth(!due.isEmpty),
      "requests": .list(requests.enumerated().map { ["number": .number($0 + 1), "words": .text($1)] }),
      "hasRequests": .truth(!requests.isEmpty),
      "signerTitle": .text((letterhead.signerTitle ?? Self.dots).uppercased()), "signer": .optional(letterhead.signer),
      "toSuperior": .text(letterhead.superior ?? Self.dots),
    ]
  }

  private static func figures(_ cells: [String]) -> [String: TemplateValue] {
    record(["number", "name", "total", "done", "overdue", "soon", "reported"], cells)
  }

  private static func work(_ cells: [String]) -> [String: TemplateValue] {
    record(["number", "title", "leads", "due", "state"], cells)
  }

  private static func record(_ names: [String], _ cells: [String]) -> [String: TemplateValue] {
    Dictionary(zip(names, cells.map { .text($0) })) { first, _ in first }
  }
}
