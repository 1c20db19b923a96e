import ArgumentParser
import CivilCalendar
import Deadlines
import Diagnostics
import FactLog
import Operations
import Presentation
import RuleSyntax

/// `nhacviec facts`: what is recorded, as the lines that `--facts` reads.
struct FactsCommand: EnvironmentCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case lines, json }

  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: """
      Liệt kê các ghi nhận, mỗi dòng một ghi nhận như --facts đọc.
      List what is recorded, as the lines that --facts reads.
      """)

  @Option(help: "Chỉ của kế hoạch này, kể cả sự kiện dùng chung / only of this plan, with shared events (mã / id).")
  var plan: String?

  @Option(help: "Chỉ về nhiệm vụ hoặc sự kiện này / only about this task or event (mã / id).")
  var about: String?

  @Option(help: "Chỉ của người ghi này / only by this author.")
  var author: String?

  @Option(help: "Chỉ sau ghi nhận số này / only after this number.")
  var after: Int?

  @Option(help: "Chỉ ghi từ ngày này, giờ UTC / only recorded from this day on, UTC.")
  var since: DateArgument?

  @Flag(help: "Thêm người ghi, lúc ghi, văn bản, ghi chú / with author, time, document and note.")
  var details = false

  @Option(help: "lines, json.")
  var format: Format = .lines

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let store = try state.factStore(in: operations)
      ClosedState.note(named: state.folder, in: operations)
      // Beside the list, which others read as it is.
      environment.errors.write(StateOption.line(store.database, language))
      let facts = try store.facts(FactSelection(after: max(0, after ?? 0), plan: plan))
      write(facts.filter(isWanted), environment)
      return .success
    }
  }

  private func isWanted(_ fact: RecordedFact) -> Bool {
    if let author, fact.entry.author != author { return false }
    if let since, UTCTime(fact.entry.recordedAt).day < since.date { return false }
    guard let about else { return true }
    return FactSubjectWords.names(in: fact.entry.line).contains(FoldedName(about))
  }

  private func write(_ facts: [RecordedFact], _ environment: CommandEnvironment) {
    switch format {
    case .lines:
      for fact in facts {
        if details { environment.output.write("# \(FactDetails.text(fact))\n") }
        environment.output.write(TerminalEscaper.escape(fact.entry.line) + "\n")
      }
    case .json:
      var writer = JSONWriter()
      writer.array { writer in for fact in facts { FactDetails.write(fact, to: &writer) } }
      writer.newline()
      writer.flush { environment.output.write($0) }
    }
  }
}

/// Which task or event a line is about, without a rule book.
enum FactSubjectWords {
  /// The id, with its plan and without; of events also the whole name.
  static func names(in line: String) -> Set<FoldedName> {
    var names: Set<FoldedName> = []
    for reading in FactReader(deadlines: DeadlineReader()).read(line) {
      switch reading.target {
      case .task(let subject):
        names.insert(FoldedName(subject.id))
        if let plan = subject.plan { names.insert(FoldedName("\(plan)/\(subject.id)")) }
      case .event(let name):
        names.insert(FoldedName(name.text))
        guard let first = name.text.split(separator: " ").first else { continue }
        names.insert(FoldedName(first))
        if let slash = first.firstIndex(of: "/") { names.insert(FoldedName(first[first.index(after: slash)...])) }
      }
    }
    return names
  }
}

/// Who recorded a fact, when, and on what ground.
enum FactDetails {
  static func text(_ fact: RecordedFact) -> String {
    let entry = fact.entry
    var parts = ["\(fact.sequence)", UTCTime(entry.recordedAt).description, entry.author]
    if let other = entry.onBehalfOf { parts.append("→ \(other)") }
    if let document = entry.document { parts.append(document) }
    if let note = entry.note { parts.append(note) }
    return TerminalEscaper.escape(parts.joined(separator: " · "))
  }

  static func write(_ fact: RecordedFact, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("sequence", fact.sequence)
      writer.member("fact", fact.entry.line)
      writer.member("plan", fact.entry.plan)
      writer.member("author", fact.entry.author)
      writer.member("for", fact.entry.onBehalfOf)
      writer.member("recordedAt", UTCTime(fact.entry.recordedAt).description)
      writer.member("document", fact.entry.document)
      writer.member("note", fact.entry.note)
      writer.member("hash", fact.hash.description)
    }
  }
}
