import CivilCalendar
import Diagnostics
import RuleSyntax

/// `cách nhắc`, with what it inherits, and policies written inside plans, sections and tasks.
extension Resolver {
  func resolvePolicies() {
    for (index, place) in policyBlocks.enumerated() {
      let file = file(place)
      set.policies[index].basedOn = block(place).field(.basedOn).flatMap { field in
        policy(file.text(field.value), field.value.whole, file)
      }
      set.policies[index].fields = ownFields(place)
    }
    reportCycles(
      of: set.policies.indices, next: { self.set.policies[$0].basedOn.map { [$0] } ?? [] },
      wordsVi: "dựa trên nhau", wordsEn: "based on one another",
      name: { (self.set.policies[$0].title, self.set.policies[$0].span) })
    let own = set.policies.map(\.fields)
    for index in set.policies.indices {
      var seen: Set<PolicyID> = [index]
      var fields = own[index]
      var next = set.policies[index].basedOn
      while let base = next, seen.insert(base).inserted {
        fields = Resolver.merged(fields, over: own[base])
        next = set.policies[base].basedOn
      }
      set.policies[index].fields = fields
    }
  }

  /// The fields of `own`, and those of `base` of which `own` has none of the kind and condition.
  static func merged(_ own: [PolicyField], over base: [PolicyField]) -> [PolicyField] {
    own
      + base.filter { field in
        !own.contains { $0.condition == field.condition && $0.setting.kind == field.setting.kind }
      }
  }

  private func ownFields(_ place: BlockPlace) -> [PolicyField] {
    let file = file(place)
    let reader = PolicyReader(deadlines: deadlines)
    var fields: [PolicyField] = []
    for field in block(place).fields where field.key != .basedOn && field.key.isReminderSetting {
      switch reader.field(field.key, condition: field.label.map { file.syntax.text($0) }, value: file.text(field.value))
      {
      case .success(let read):
        checkAudience(read, field.value.whole, file)
        fields.append(read)
      case .failure(let failure): badReminder(file.text(field.value), field.value.whole, file, failure)
      }
    }
    return fields
  }

  /// Units named in `gửi tới` must exist.
  private func checkAudience(_ field: PolicyField, _ range: Range<Int>, _ file: ResolvedFile) {
    guard case .to(let audience) = field.setting else { return }
    for case .named(let name) in audience { _ = recipient(name, range, file) }
  }

  private func badReminder(_ text: String, _ range: Range<Int>, _ file: ResolvedFile, _ failure: PolicyReader.Failure) {
    report(
      Diagnostic(
        .badReminder, vi: "không hiểu “\(Clipped.text(text))”; ở đây có thể ghi: \(failure.expected.vi)",
        en: "“\(Clipped.text(text))” is not understood; what can stand here is: \(failure.expected.en)",
        at: file.span(range)))
  }

  private func policy(_ text: String, _ range: Range<Int>, _ file: ResolvedFile) -> PolicyID? {
    let name = FoldedName(text)
    if let found = set.names.find(name, \.policies, from: file.folder) { return found }
    unknownName(
      .unknownPolicy, text, range, file, nounVi: "cách nhắc", nounEn: "reminder policy",
      near: suggestions.take { set.names.nearest(to: name, \.policies, from: file.folder) })
    return nil
  }

  /// A policy's name, or fields joined by `;`, or the name and changes.
  func policy(_ field: FieldSyntax, _ place: BlockPlace) -> PolicyID? {
    let file = files[place.file]
    let key = FolderText(folder: file.folder, text: ByteString(file.text(field.value)))
    if let known = inlinePolicies[key] { return known }
    let policy = inlinePolicy(field, file)
    inlinePolicies[key] = .some(policy)
    return policy
  }

  private func inlinePolicy(_ field: FieldSyntax, _ file: ResolvedFile) -> PolicyID? {
    var base: PolicyID?
    var fields: [PolicyField] = []
    let items = file.items(field.value)
    for (index, range) in items.enumerated() {
      let text = file.syntax.text(range)
      if let named = set.names.find(FoldedName(text), \.policies, from: file.folder), base == nil, fields.isEmpty {
        base = named
        continue
      }
      switch PolicyReader(deadlines: deadlines).inlineField(text) {
      case .success(let read)?:
        checkAudience(read, range, file)
        fields.append(read)
      case .failure(let failure)?: badReminder(text, range, file, failure)
      case nil:
        // Only the first piece may be a name.
        if index == 0 {
          _ = policy(text, range, file)
        } else {
          badReminder(
            text, range, file,
            PolicyReader.Failure(
              expected: .init(
                vi: "một trường của cách nhắc, ví dụ “trước 15, 7, 1 ngày”",
                en: "a field of reminders, for example “before 15, 7, 1 days”")))
        }
      }
    }
    if fields.isEmpty { return base }
    let text = file.text(field.value)
    var policy = ReminderPolicy(id: "", title: text, fields: fields, span: file.span(field.value.whole))
    policy.basedOn = base
    policy.plan = file.plan
    if let base { policy.fields = Resolver.merged(fields, over: set.policies[base].fields) }
    set.policies.append(policy)
    return set.policies.count - 1
  }
}

extension FieldKey {
  fileprivate var isReminderSetting: Bool {
    switch self {
    case .before, .atStart, .during, .onTheDay, .overdue, .tellSuperior, .ask, .askToConfirm, .askToAccept,
      .askForProgress,
      .audience, .at, .urgent, .attachCalendar:
      true
    default: false
    }
  }
}

extension PolicyField.Setting {
  /// The same for settings of one field.
  var kind: Int {
    switch self {
    case .before: 0
    case .atStart, .startWithLead: 1
    case .during: 2
    case .onTheDay: 3
    case .overdue: 4
    case .tellSuperior: 5
    case .ask: 6
    case .to: 7
    case .at: 8
    case .urgent: 9
    case .attachCalendar: 10
    case .askToConfirm: 11
    case .askToAccept: 12
    case .askForProgress: 13
    }
  }
}
