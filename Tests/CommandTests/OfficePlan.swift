import CivilCalendar
import Diagnostics
import Documents
import Expansion
import JSON
import PlanImport
import Rules
import TestSupport
import Testing

/// A document of an office with what its writer says that it means (Tests/Data/offices).
struct OfficePlan: Sendable, CustomTestStringConvertible {
  /// The name of the file.
  let name: String
  var testDescription: String { name }

  /// What an import of documents found and missed.
  struct Figures: Equatable {
    /// Tasks of the label, and those that were found under their titles.
    var tasks = 0
    var found = 0
    /// Tasks that are neither found nor named in the report.
    var lost: [String] = []
    /// Tasks that nobody gave.
    var wrong: [String] = []
    var leads = 0
    var leadsRight = 0
    var leadsWrong: [String] = []
    var supports = 0
    var supportsRight = 0
    var supportsWrong: [String] = []
    var days = 0
    var daysRight = 0
    var daysWrong: [String] = []
    var sections = 0
    var sectionsRight = 0

    static func += (sum: inout Figures, one: Figures) {
      sum.tasks += one.tasks
      sum.found += one.found
      sum.lost += one.lost
      sum.wrong += one.wrong
      sum.leads += one.leads
      sum.leadsRight += one.leadsRight
      sum.leadsWrong += one.leadsWrong
      sum.supports += one.supports
      sum.supportsRight += one.supportsRight
      sum.supportsWrong += one.supportsWrong
      sum.days += one.days
      sum.daysRight += one.daysRight
      sum.daysWrong += one.daysWrong
      sum.sections += one.sections
      sum.sectionsRight += one.sectionsRight
    }
  }

  func figures() throws -> Figures {
    let label = try label()
    let year = try #require(label["year"]?.integer)
    let document = try DocumentFileReader().read(try bytes(of: "Tests/Data/offices/\(name)"), name: name)
    let output = try PlanImporter(.init(plan: "p01", years: year...year), shipped: try shippedRules()).read([document])
    let report = output.report
    #expect(report.rows == report.tasks + report.leftOut.count)
    let book = ImportedBook(output, shipped: try shippedRules())
    var figures = Figures()
    var free = Array(book.tasks.indices)
    for task in label["tasks"]?.array ?? [] {
      figures.tasks += 1
      guard let index = free.first(where: { Self.isTitle(book.tasks[$0].title, of: task) }) else {
        let title = Self.plain(task["title"]?.string ?? "")
        let isListed = report.everyItem.contains { Self.plain($0).contains(title) }
        if !isListed { figures.lost.append("\(name): \(title)") }
        continue
      }
      free.removeAll { $0 == index }
      figures.found += 1
      add(book.tasks[index], task, to: &figures)
    }
    figures.wrong = free.map { "\(name): \(book.tasks[$0].title)" }
    return figures
  }

  private func label() throws -> JSONValue {
    let base = name.prefix { $0 != "." }
    return try #require(JSONValue(try bytes(of: "Tests/Data/offices/\(base).json")))
  }

  private func add(_ found: ImportedBook.Task, _ task: JSONValue, to figures: inout Figures) {
    func names(_ key: String) -> [String] { task[key]?.array?.compactMap(\.string) ?? [] }
    let people = task["person"]?.array?.compactMap { $0["name"]?.string } ?? []
    let leads = Self.compared(names("lead"), found.leads, people)
    let supports = Self.compared(names("support"), found.supports, people)
    figures.leads += names("lead").count
    figures.leadsRight += leads.right
    figures.leadsWrong += leads.wrong.map { "\(name): \($0)" }
    figures.supports += names("support").count
    figures.supportsRight += supports.right
    figures.supportsWrong += supports.wrong.map { "\(name): \($0)" }
    if let due = task["due"]?.string {
      let days = [due] + (task["due_alt"]?.array?.compactMap(\.string) ?? [])
      figures.days += 1
      if case .bool(true)? = task["ask"] {
        if found.due == nil { figures.daysRight += 1 }
      } else if let day = found.due {
        if days.contains(day) { figures.daysRight += 1 } else { figures.daysWrong.append("\(name): \(found.title)") }
      }
    }
    if let section = task["section"]?.string {
      figures.sections += 1
      let title = Self.plain(found.section)
      if !title.isEmpty, Self.plain(section).contains(title) { figures.sectionsRight += 1 }
    }
  }

  // MARK: Comparing

  /// The title is the label's, or goes on behind it; in prose it lies between the core of the duty and the whole sentence.
  private static func isTitle(_ title: String, of task: JSONValue) -> Bool {
    let (found, wanted) = (plain(title), plain(task["title"]?.string ?? ""))
    if found == wanted { return true }
    if let sentence = task["sentence"]?.string { return found.contains(wanted) && plain(sentence).contains(found) }
    return found.hasPrefix(wanted) && found.dropFirst(wanted.count).first.map { " :,;.".contains($0) } == true
  }

  private static func compared(
    _ wanted: [String], _ found: [String], _ people: [String]
  ) -> (right: Int, wrong: [String]) {
    var left = found
    for name in wanted {
      // A person may stand without the word before the name, and without the post behind it.
      let person = people.first { name.contains($0) }.map(plain)
      left.removeAll { found in
        plain(found) == plain(name)
          || person.map { plain(found).contains($0) && plain(name).contains(plain(found)) } == true
      }
    }
    return (found.count - left.count, left)
  }

  private static func plain(_ text: String) -> String {
    var words = text.lowercased().replacing("–", with: "-").filter { !"“”\"".contains($0) }.split { $0.isWhitespace }
    while words.first.map({ ["-", "+", "•"].contains($0) }) == true { words.removeFirst() }
    var joined = words.joined(separator: " ")
    while let last = joined.last, " .;:,".contains(last) { joined.removeLast() }
    return joined
  }
}

/// The rule book that an import wrote, as the program reads it.
struct ImportedBook {
  struct Task {
    var title: String
    var leads: [String]
    var supports: [String]
    var section: String
    /// The last day, if its deadline is read as days.
    var due: String?
  }

  private(set) var tasks: [Task] = []

  init(_ output: PlanImporter.Output, shipped: [SourceText]) {
    let sources = output.files.map { SourceText(name: "book/\($0.name)", text: $0.text) }
    let rules = RuleBook.read(own: sources, shipped: shipped).rules
    let expander = Expander(rules, facts: [])
    for index in rules.tasks.indices {
      let task = rules.tasks[index]
      func names(_ assignments: [Assignment]) -> [String] {
        assignments.map { assignment in
          switch assignment.recipient {
          case .unit(let unit): rules.units[unit].title
          case .group(let group): rules.groups[group].title
          }
        }
      }
      let days = expander.obligations(in: DayRange(first: .first, last: .last), of: index, explained: false)
      tasks.append(
        Task(
          title: task.title, leads: names(task.leads.map(\.1)), supports: names(task.supports),
          section: task.section.map { rules.sections[$0].title } ?? "", due: days.map(\.nominal).max().map { "\($0)" }))
    }
  }
}

extension ImportReport {
  /// All texts that it names.
  fileprivate var everyItem: [String] {
    let lists = [
      leftOut, toSettle, sentences, otherSentences, proposals, otherTables, unreadTables, withoutLead,
    ]
    return lists.joined().map(\.text) + questions.map(\.text)
  }
}
