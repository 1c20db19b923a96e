import CivilCalendar
import Diagnostics
import Expansion
import OfficeDocuments
package import Presentation
import Rules
import Settings

/// The meeting sheet as a Word document, out of `meeting.docx`; docs/configuration.md lists what the template may name.
package struct MeetingDocument {
  private let text: MeetingSheetText
  private let today: CivilDate
  private let letterhead: Configuration.Letterhead
  private let language: Language

  package init(_ model: SiteModel, _ language: Language) {
    text = MeetingSheetText(model.meeting, model.rules, DateWording(language), pages: model.configuration.webAddress)
    (today, letterhead, self.language) = (model.today, model.configuration.letterhead, language)
  }

  /// Of nothing, to see whether a template has the right names.
  init(ofNothing language: Language) {
    let rules = RuleBook.read(own: []).rules
    text = MeetingSheetText(
      MeetingSheet(UpcomingList(rules, DutyLists(), today: .first, time: nil)), rules, DateWording(language))
    (today, letterhead, self.language) = (.first, Configuration.standard.letterhead, language)
  }

  package func bytes(in operations: OperationContext) throws(OperationFailure) -> [UInt8] {
    try ReportTemplate.document(.meeting, values, language, in: operations)
  }

  var values: TemplateValues {
    func named(_ vi: String, _ en: String) -> Bilingual { Bilingual(vi: vi, en: en) }
    let number = named("stt", "number")
    let figures = [
      named("tổng", "total"), named("đã xong", "done"), named("quá hạn", "overdue"), named("đến hạn", "due soon"),
      named("chờ xác nhận", "reported"),
    ]
    let work = [named("tên", "title"), named("chủ trì", "lead"), named("hạn", "due"), named("tình trạng", "state")]
    func list(_ name: Bilingual, _ fields: [Bilingual], _ items: [[String]]) -> TemplateValues.List {
      TemplateValues.List(name, fields: fields, items: items)
    }
    return TemplateValues(
      texts: letterhead.texts(on: today, language) + [
        (named("về việc", "subject"), text.subject), (named("phục vụ", "purpose"), text.purpose),
        (named("số liệu chung", "figures"), text.figures), (named("việc đến hạn tuần", "due heading"), text.dueHeading),
      ],
      lists: [
        list(named("dòng", "row"), [number, named("tên", "name")] + figures, text.rows),
        list(named("cộng", "sum"), [named("tên", "name")] + figures, [Array(text.sum.dropFirst())]),
        list(named("việc quá hạn", "overdue duty"), [number] + work, text.overdue),
        list(named("việc đến hạn", "due duty"), [number] + work, text.due),
        list(
          named("đề nghị", "request"), [number, named("nội dung", "words")],
          text.requests.enumerated().map { ["\($0 + 1)", $1] }),
      ])
  }
}
