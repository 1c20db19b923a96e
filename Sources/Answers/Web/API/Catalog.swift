import HTTPMessages
import Operations
import Presentation
import Rules

/// `/api/v1/plans`, `units`, `tasks`, `events`: what the rules in force know.
enum Catalog {
  static func plans(_ visit: Visit) -> HTTPAnswer {
    items(visit.rules.plans) { plan, object in
      object.member("id", plan.id)
      object.member("title", plan.title)
      object.member("from", plan.years.lowerBound)
      object.member("to", plan.years.upperBound)
      object.member("number", plan.issuedNumber)
      object.member("focalPoint", plan.focalPoint.map(visit.names.recipient))
      object.member("leader", plan.leader.map(visit.names.recipient))
    }
  }

  static func units(_ visit: Visit) -> HTTPAnswer {
    items(visit.rules.units) { unit, object in
      object.member("id", unit.id)
      object.member("title", unit.title)
      object.member("partOf", unit.partOf.map { visit.rules.units[$0].id })
      object.member("superior", unit.superior.map { visit.rules.units[$0].id })
    }
  }

  /// Of classified tasks the id alone.
  static func tasks(_ visit: Visit) -> HTTPAnswer {
    let plan = visit.route.value("plan")
    return items(
      visit.rules.tasks.indices.filter { index in
        plan.map { visit.rules.plans[visit.rules.tasks[index].plan].id == $0 } ?? true
      }
    ) { index, object in
      let task = visit.rules.tasks[index]
      object.member("id", "\(visit.rules.plans[task.plan].id)/\(task.id)")
      object.member("title", task.title)
      object.member("section", task.section.map { visit.rules.sections[$0].id })
      object.member("number", task.printedNumber)
      object.member("deadlines", visit.rules.isClassified(index) ? [] : task.due.map(\.text))
      object.member("leads", task.leads.map { visit.names.recipient($0.1.recipient) })
      object.member("supports", task.supports.map { visit.names.recipient($0.recipient) })
      if visit.rules.isClassified(index) { object.member("classified", true) }
    }
  }

  static func events(_ visit: Visit) -> HTTPAnswer {
    items(visit.rules.events) { event, object in
      object.member("id", event.plan.map { "\(visit.rules.plans[$0].id)/\(event.id)" } ?? event.id)
      object.member("title", event.title)
      object.member("watchedBy", event.watchedBy.map(visit.names.recipient))
    }
  }

  private static func items<Value>(
    _ values: [Value], _ members: (Value, inout JSONWriter) -> Void
  ) -> HTTPAnswer {
    .api { writer in
      writer.key("items")
      writer.objects(values, members)
    }
  }
}
