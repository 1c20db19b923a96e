import Expansion
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
    let rules = visit.rules
    return items(rules.units.indices) { id, object in
      let unit = rules.units[id]
      let recipient = Recipient.unit(id)
      object.member("id", unit.id)
      object.member("reference", rules.reference(to: recipient))
      object.member("title", unit.title)
      object.member("plans", rules.plans(of: recipient).map { rules.plans[$0].id })
      object.member("partOf", unit.partOf.map { rules.units[$0].id })
      object.member("superior", unit.superior.map { rules.units[$0].id })
    }
  }

  /// Of classified tasks the id alone.
  static func tasks(_ visit: Visit) -> HTTPAnswer {
    let plan: PlanID?
    do throws(FilterFault) { plan = try visit.narrowed().plan } catch { return error.problem.answer(visit) }
    let tasks = visit.rules.tasks.indices.filter { plan == nil || visit.rules.tasks[$0].plan == plan }
    return items(tasks) { index, object in
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

  /// Which events are asked for.
  enum EventState: String, CaseIterable { case awaited, happened }

  /// The events that concern a plan, or of all plans, in a state, or whatever became of them, without those that are classified.
  static func events(of plan: PlanID?, in state: EventState?, _ visit: Visit) -> [EventID] {
    let overview = overview(of: plan, visit)
    let awaited = Set(overview.awaited.map(\.binding.event))
    let happened = Set(overview.happened.map(\.happening.event.event))
    return overview.all.filter { event in
      switch state {
      case .awaited: awaited.contains(event)
      case .happened: happened.contains(event)
      case nil:
        plan == nil || visit.rules.events[event].plan == plan || awaited.contains(event) || happened.contains(event)
      }
    }
  }

  private static func overview(of plan: PlanID?, _ visit: Visit) -> EventOverview {
    plan.map { visit.model.events.of($0, visit.rules) } ?? visit.model.events
  }

  /// What is classified stands in none of them.
  static func events(_ visit: Visit) -> HTTPAnswer {
    let plan: PlanID?
    do throws(FilterFault) { plan = try visit.narrowed().plan } catch { return error.problem.answer(visit) }
    let rules = visit.rules
    let overview = overview(of: plan, visit)
    let awaited = Dictionary(grouping: overview.awaited) { $0.binding.event }
    let happened = Dictionary(grouping: overview.happened) { $0.happening.event.event }
    let state = visit.route.value("state").flatMap { EventState(rawValue: $0) }
    return items(events(of: plan, in: state, visit)) { id, object in
      let event = rules.events[id]
      object.member("id", event.plan.map { "\(rules.plans[$0].id)/\(event.id)" } ?? event.id)
      object.member("title", event.title)
      object.member("watchedBy", event.watchedBy.map(visit.names.recipient))
      object.key("awaited")
      object.objects(awaited[id] ?? []) { one, object in
        object.member("key", one.binding.key)
        if let days = one.expected {
          object.key("expected")
          object.object { object in
            object.member("opens", days.first)
            object.member("due", days.last)
          }
        }
        object.member("obligations", one.items.map(\.duty.id.description))
      }
      object.key("happened")
      object.objects(happened[id] ?? []) { one, object in
        let happening = one.happening
        object.member("key", happening.event.key)
        object.member("reference", happening.event.reference)
        object.member("day", happening.day)
        object.member("time", happening.time.map(DateWording(.en).time))
        object.member("document", one.document)
        object.member("recorded", one.recorded.map { UTCTime($0).description })
      }
    }
  }

  private static func items<Value>(
    _ values: some Sequence<Value>, _ members: (Value, inout JSONWriter) -> Void
  ) -> HTTPAnswer {
    .api { writer in
      writer.key("items")
      writer.objects(Array(values), members)
    }
  }
}
