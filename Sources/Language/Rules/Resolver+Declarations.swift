import CivilCalendar
import Diagnostics
import RuleSyntax

/// First pass: every block gets its number, every name its entry.
extension Resolver {
  func declare(files own: [RuleFileSyntax], shipped: [RuleFileSyntax]) {
    for syntax in shipped { files.append(ResolvedFile(syntax: syntax, folder: 0, isShipped: true)) }
    for syntax in own {
      let folder = set.names.folder(ofFile: syntax.source.name)
      files.append(ResolvedFile(syntax: syntax, folder: folder, isShipped: false))
    }
    collectBlocks()
    declarePlans()
    findPlansOfFiles()
    declareUnits()
    declareGroups()
    declareEvents()
    declareFormer(firstEvent: planBlocks.count)
    declareCalendars()
    declarePolicies()
    declareSections()
    declareTasks()
  }

  private func collectBlocks() {
    for (file, resolved) in files.enumerated() {
      for (block, syntax) in resolved.syntax.blocks.enumerated() {
        let place = BlockPlace(file: file, block: block)
        switch syntax.keyword {
        case .plan: planBlocks.append(place)
        case .unit: unitBlocks.append(place)
        case .group: groupBlocks.append(place)
        case .event: eventBlocks.append(place)
        case .section: sectionBlocks.append(place)
        case .task: taskBlocks.append(place)
        case .reminders: policyBlocks.append(place)
        case .calendar where syntax.field(.addsTo) != nil: announcementBlocks.append(place)
        case .calendar: calendarBlocks.append(place)
        case .test: testBlocks.append(place)
        }
      }
    }
  }

  // MARK: Identity of blocks

  struct Identity {
    var id: String
    var hasOwnID: Bool
    var title: String
    var also: [String]
    var span: Span
  }

  /// Without an id, one is made of the title; without a title, the id stands for it.
  func identity(_ place: BlockPlace) -> Identity {
    let file = files[place.file]
    let block = file.syntax.blocks[place.block]
    let title = block.title.map(file.text) ?? ""
    let id = block.id.map { file.syntax.text($0) }
    return Identity(
      id: id ?? ASCIIName.id(from: title), hasOwnID: id != nil, title: title.isEmpty ? id ?? "" : title,
      also: texts(.also, place), span: file.span(block.header))
  }

  /// Enters id, title and aliases; a name that another block of the folder has is an error.
  private func register<Value: Equatable>(
    _ identity: Identity, _ value: Value,
    _ table: WritableKeyPath<NameIndex.Tables, [FoldedName: NameIndex.Entry<Value>]>, _ place: BlockPlace,
    span: (Value) -> Span
  ) {
    let folder = files[place.file].folder
    let spellings =
      (identity.hasOwnID ? [(identity.id, true)] : []) + ([identity.title] + identity.also).map { ($0, false) }
    for (spelling, isID) in spellings {
      if let other = set.names.add(spelling, value, table, in: folder) {
        duplicate(spelling, isID: isID, identity.span, first: span(other))
      }
    }
    if !identity.hasOwnID, !identity.id.isEmpty { _ = set.names.add(identity.id, value, table, in: folder) }
  }

  func duplicate(_ name: String, isID: Bool, _ span: Span, first: Span) {
    let note = Diagnostic.Note(.init(vi: "đã khai ở đây", en: "declared here"), at: first)
    let shown = Clipped.text(name)
    report(
      isID
        ? Diagnostic(
          .duplicateID, vi: "mã “\(shown)” đã có khối khác dùng; mỗi mã chỉ dùng một lần",
          en: "the id “\(shown)” is taken by another block; an id is used once", at: span, notes: [note])
        : Diagnostic(
          .duplicateName, vi: "tên “\(shown)” đã là tên của một khối khác",
          en: "the name “\(shown)” already belongs to another block", at: span, notes: [note]))
  }

  /// Enters the ids that blocks had, once all ids of now are entered: facts and rules that name them mean the same block
  /// (decision: ids-never-reused).
  private func registerFormer<Value: Equatable>(
    _ place: BlockPlace, _ value: Value,
    _ table: WritableKeyPath<NameIndex.Tables, [FoldedName: NameIndex.Entry<Value>]>, span: (Value) -> Span
  ) -> [String] {
    let former = texts(.formerly, place)
    for id in former {
      guard let other = set.names.add(id, value, table, in: files[place.file].folder) else { continue }
      duplicate(id, isID: true, span(value), first: span(other))
    }
    return former
  }

  /// Of units, groups and events; tasks have theirs by plan.
  private func declareFormer(firstEvent: EventID) {
    for (unit, place) in unitBlocks.enumerated() {
      set.units[unit].formerly = registerFormer(place, .unit(unit), \.recipients) { self.span(of: $0) }
    }
    for (group, place) in groupBlocks.enumerated() {
      set.groups[group].formerly = registerFormer(place, .group(group), \.recipients) { self.span(of: $0) }
    }
    for (index, place) in eventBlocks.enumerated() {
      set.events[firstEvent + index].formerly = registerFormer(place, firstEvent + index, \.events) {
        self.set.events[$0].span
      }
    }
  }

  // MARK: Plans

  private func declarePlans() {
    for place in planBlocks {
      let identity = identity(place)
      let event = PlanEvent(
        id: "ban-hanh-" + identity.id, title: "ban hành kế hoạch " + identity.id, span: identity.span)
      set.events.append(event)
      set.plans.append(
        Plan(
          id: identity.id, title: identity.title, years: years(place), calendar: 0, issued: .unknown,
          issueEvent: set.events.count - 1, span: identity.span))
      let plan = set.plans.count - 1
      set.plans[plan].also = identity.also
      set.events[set.events.count - 1].plan = plan
      set.events[set.events.count - 1].also = ["plan \(identity.id) is issued"]
      set.names.folderOfPlan.append(files[place.file].folder)
      set.names.tasks.append([:])
      set.names.sections.append([:])
      register(identity, plan, \.plans, place) { self.set.plans[$0].span }
    }
  }

  private func years(_ place: BlockPlace) -> ClosedRange<Int> {
    let file = files[place.file]
    let block = block(place)
    if let field = block.field(.year) {
      if let years = CalendarReader.years(file.text(field.value)), years.count == 1 { return years }
      badValue(
        .badYears, field, file, expectedVi: "một năm, ví dụ 2024 (nhiều năm thì ghi “giai đoạn: 2021-2025”)",
        expectedEn: "one year, for example 2024 (several years are “period: 2021-2025”)")
    } else if let field = block.field(.period) {
      if let years = CalendarReader.years(file.text(field.value)), years.count <= 200 { return years }
      badValue(
        .badYears, field, file, expectedVi: "năm đầu và năm cuối, ví dụ 2021-2025",
        expectedEn: "the first and last year, for example 2021-2025")
    }
    return 2000...2000
  }

  // MARK: Other blocks

  private func declareUnits() {
    for place in unitBlocks {
      let identity = identity(place)
      var unit = Unit(id: identity.id, title: identity.title, span: identity.span)
      unit.also = identity.also
      set.units.append(unit)
      register(identity, .unit(set.units.count - 1), \.recipients, place) { self.span(of: $0) }
    }
  }

  private func declareGroups() {
    for place in groupBlocks {
      let identity = identity(place)
      var group = UnitGroup(id: identity.id, title: identity.title, span: identity.span)
      group.also = identity.also
      set.groups.append(group)
      register(identity, .group(set.groups.count - 1), \.recipients, place) { self.span(of: $0) }
    }
  }

  func span(of recipient: Recipient) -> Span {
    switch recipient {
    case .unit(let unit): set.units[unit].span
    case .group(let group): set.groups[group].span
    }
  }

  private func declareEvents() {
    let first = set.events.count
    for (index, place) in eventBlocks.enumerated() {
      let identity = identity(place)
      var event = PlanEvent(id: identity.id, title: identity.title, span: identity.span)
      event.also = identity.also
      event.plan = files[place.file].plan
      set.events.append(event)
      register(identity, first + index, \.events, place) { self.set.events[$0].span }
    }
  }

  private func declareCalendars() {
    for place in calendarBlocks {
      let identity = identity(place)
      var calendar = RuleCalendar(
        id: identity.id, title: identity.title,
        calendar: WorkingCalendar(WorkingCalendar.Definition(), covering: 2000...2000), law: PlainLaw(),
        span: identity.span)
      calendar.also = identity.also
      set.calendars.append(calendar)
      register(identity, set.calendars.count - 1, \.calendars, place) { self.set.calendars[$0].span }
      remarkReplaced(identity, \.calendars, place) { self.set.calendars[$0].span }
    }
  }

  private func declarePolicies() {
    for place in policyBlocks {
      let identity = identity(place)
      var policy = ReminderPolicy(id: identity.id, title: identity.title, fields: [], span: identity.span)
      policy.also = identity.also
      policy.plan = files[place.file].plan
      set.policies.append(policy)
      register(identity, set.policies.count - 1, \.policies, place) { self.set.policies[$0].span }
      remarkReplaced(identity, \.policies, place) { self.set.policies[$0].span }
    }
  }

  private func remarkReplaced<Value>(
    _ identity: Identity, _ table: KeyPath<NameIndex.Tables, [FoldedName: NameIndex.Entry<Value>]>,
    _ place: BlockPlace, span: (Value) -> Span
  ) {
    guard !files[place.file].isShipped else { return }
    let shipped = set.names.folders[0][keyPath: table]
    for spelling in [identity.id, identity.title] {
      guard let other = shipped[FoldedName(spelling)] else { continue }
      return report(
        Diagnostic(
          .shippedReplaced, vi: "“\(other.spelling)” ở đây thay cho khối cùng tên đi kèm chương trình",
          en: "this “\(other.spelling)” is used in place of the one that comes with the program", at: identity.span,
          notes: [.init(.init(vi: "khối đi kèm chương trình", en: "the shipped block"), at: span(other.value))]))
    }
  }

  private func declareSections() {
    var kept: [BlockPlace] = []
    for place in sectionBlocks {
      guard let plan = plan(of: place) else { continue }
      let identity = identity(place)
      let name = FoldedName(identity.id)
      if let other = set.names.sections[plan][name] {
        duplicate(identity.id, isID: true, identity.span, first: set.sections[other].span)
        continue
      }
      set.sections.append(PlanSection(plan: plan, id: identity.id, title: identity.title, span: identity.span))
      set.names.sections[plan][name] = set.sections.count - 1
      kept.append(place)
    }
    sectionBlocks = kept
  }

  private func declareTasks() {
    var kept: [BlockPlace] = []
    set.tasks.reserveCapacity(taskBlocks.count)
    kept.reserveCapacity(taskBlocks.count)
    // Most books have one plan.
    if set.plans.count == 1 { set.names.tasks[0].reserveCapacity(taskBlocks.count) }
    for place in taskBlocks {
      guard let plan = plan(of: place) else { continue }
      let identity = identity(place)
      let name = FoldedName(identity.id)
      if let other = set.names.tasks[plan][name] {
        duplicate(identity.id, isID: true, identity.span, first: set.tasks[other].span)
        continue
      }
      var task = PlanTask(plan: plan, id: identity.id, title: identity.title, span: identity.span)
      task.also = identity.also
      set.tasks.append(task)
      set.names.tasks[plan][name] = set.tasks.count - 1
      kept.append(place)
    }
    taskBlocks = kept
    for (task, place) in taskBlocks.enumerated() {
      for former in texts(.formerly, place) {
        set.tasks[task].formerly.append(former)
        let name = FoldedName(former)
        let plan = set.tasks[task].plan
        if let other = set.names.tasks[plan][name] {
          if other != task { duplicate(former, isID: true, set.tasks[task].span, first: set.tasks[other].span) }
        } else {
          set.names.tasks[plan][name] = task
        }
      }
    }
  }
}
