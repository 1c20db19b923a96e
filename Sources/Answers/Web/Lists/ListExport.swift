import Feeds
import HTTPMessages
import OfficeDocuments
import Operations
import Presentation

/// The list as files for programs: every duty, none folded.
enum ListExport {
  static func answer(_ visit: Visit) -> HTTPAnswer {
    do throws(ListQuery.Refusal) {
      switch visit.route.format {
      case .json: return Obligations.list(visit)
      case .csv:
        let list = visit.model.list.replacing(try items(visit))
        return file(UpcomingExport.csv(list, visit.language), "text/csv; charset=utf-8", visit)
      case .xlsx: return file(DutyWorkbook(try items(visit), visit).workbook, visit)
      case .ics: return visit.calendar(try items(visit))
      case .html, .docx: return Problem.notFound.answer(visit)
      }
    } catch { return error.problem.answer(visit) }
  }

  private static func items(_ visit: Visit) throws(ListQuery.Refusal) -> [UpcomingItem] {
    let query = try ListQuery(visit, isFolded: false, limit: nil)
    return UpcomingPage(visit.model.list, query.choice, visit.language).rows.map(\.first)
  }

  static func file(_ workbook: Workbook, _ visit: Visit) -> HTTPAnswer {
    do throws(OfficeDocumentFailure) {
      return file(try workbook.bytes(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", visit)
    } catch { return Problem.nothing(error.words).answer(visit) }
  }

  /// A file to keep, named after its page.
  static func file(_ bytes: [UInt8], _ type: String, _ visit: Visit) -> HTTPAnswer {
    var answer = HTTPAnswer(200, type: type, body: bytes)
    answer.set("Content-Disposition", "attachment; filename=\"\(visit.route.fileName)\"")
    return answer
  }
}
