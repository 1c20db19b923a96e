import CivilCalendar
import Expansion
import HTTPMessages
import Operations
import Presentation

/// `/api/v1/obligations`: the list, and one with its derivation.
enum Obligations {
  /// `{"today", "revision", "next", "items": […]}`, the same bytes behind `/viec.json`.
  static func list(_ visit: Visit) -> HTTPAnswer {
    let page: UpcomingPage
    do throws(ListQuery.Refusal) {
      let query = try ListQuery(visit, isFolded: false, limit: 200)
      page = UpcomingPage(visit.model.list, query.choice, visit.language)
    } catch { return error.problem.answer(visit) }
    var objects = ObligationJSON(
      visit.rules, today: visit.today, language: visit.language, below: visit.model.rulesFolder)
    return .api { writer in
      writer.member("today", visit.today)
      writer.member("revision", visit.model.revision)
      writer.member("left", page.left)
      writer.member("next", page.next?.description)
      writer.key("items")
      writer.array { list in for row in page.rows { objects.write(row.first, to: &list) } }
    }
  }

  /// One obligation with the sentences that lead to its day, and where its late days went.
  static func one(_ visit: Visit, id: String) -> HTTPAnswer {
    guard let known = visit.model.duty(id),
      let item = visit.model.items(of: known.duty.task).first(where: { $0.duty.id == known.duty.id })
    else {
      return Problem.missing(
        vi: "không có việc nào mã “\(id)”; mã như /api/v1/obligations nêu: KẾ-HOẠCH/VIỆC[:NHÃN]@KỲ[/ĐƠN-VỊ]",
        en: "there is no obligation with the id “\(id)”; ids are those of /api/v1/obligations: "
          + "PLAN/TASK[:LABEL]@KEY[/UNIT]"
      ).answer(visit)
    }
    var objects = ObligationJSON(
      visit.rules, today: visit.today, language: visit.language, below: visit.model.rulesFolder)
    let isSecret = visit.rules.isClassified(item.duty.task)
    let explanation = Explanation(visit.rules, visit.language, below: visit.model.rulesFolder)
    let sentences = isSecret ? [] : explanation.sentences(for: item.duty)
    return .api { writer in
      writer.key("obligation")
      objects.write(item, to: &writer)
      writer.member("derivation", sentences)
      writer.key("delay")
      writer.array { list in
        for stretch in visit.model.delay(of: item)?.stretches ?? [] {
          list.object { object in
            object.member("cause", stretch.cause.rawValue)
            object.member("from", stretch.days.first)
            object.member("to", stretch.days.last)
          }
        }
      }
    }
  }
}

extension HTTPAnswer {
  /// A JSON object of the API.
  static func api(_ members: (inout JSONWriter) -> Void) -> HTTPAnswer {
    var writer = JSONWriter()
    writer.object(members)
    return HTTPAnswer(200, type: "application/json", body: writer.bytes + [0x0A])
  }
}
