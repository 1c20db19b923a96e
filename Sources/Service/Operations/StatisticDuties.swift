import CivilCalendar
import Presentation
import Rules

/// The words of the duties behind the figures, in files that leave the machine: of a classified task only id and day
/// (decision: classified-tasks).
struct StatisticDuties {
  let names: RuleNames

  init(_ rules: RuleSet, _ language: Language) { names = RuleNames(rules: rules, language: language) }

  struct Words {
    let id: String
    let plan: String
    var section = ""
    let title: String
    var leads = ""
    var person = ""
    var document = ""
    /// The day on which it was done.
    var done: CivilDate?
    /// By how many days it was done late, or is overdue; negative: it was done early.
    var delay: Int?
    /// Of these the days of its leads.
    var ownDelay: Int?
    var state = ""
    /// Whoever reads the file may not know what it is about, whose it is, nor how it stands.
    var isClassified = false
  }

  func words(of entry: Statistic.Entry) -> Words {
    let duty = entry.item.duty
    let task = names.rules.tasks[duty.task]
    let plan = names.rules.plans[task.plan]
    guard task.classified == nil, plan.classified == nil else {
      return Words(
        id: duty.id.description, plan: plan.classified == nil ? plan.title : plan.id,
        title: names.language.choose(vi: "Việc có độ mật", en: "Classified task"), isClassified: true)
    }
    var words = Words(
      id: duty.id.description, plan: plan.title, title: duty.id.label.map { "\(task.title) – \($0)" } ?? task.title)
    if let section = task.section { words.section = names.rules.sections[section].title }
    words.leads = names.recipients(duty.leads)
    words.person = duty.person ?? ""
    if case .done(_, let document?)? = duty.closed { words.document = document }
    (words.done, words.delay, words.ownDelay) = (entry.done, delay(of: entry), entry.delay?[.own])
    words.state = StatisticExport.title(of: entry.counted).text(in: names.language)
    return words
  }

  private func delay(of entry: Statistic.Entry) -> Int? {
    if case .overdue(let days) = entry.item.status { return entry.counted == .overdue ? days : nil }
    return entry.daysAfter
  }
}
