import CivilCalendar
import Messages
import RuleFiles
import RuleSyntax
import Rules

/// Rule files read, resolved and checked, whatever is wrong with them.
struct LoadedRules {
  var rules: RuleSet
  var diagnostics: [Diagnostic]
  /// The office's own files.
  var files: Int

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  init(paths: [String], covering years: ClosedRange<Int>? = nil, in environment: CommandEnvironment) {
    let sources = RuleSources(paths: paths, shipped: environment.folders.shippedRules())
    let (rules, found) = RuleBook.read(
      own: sources.own.map(\.source), shipped: sources.shipped.map(\.source), covering: years)
    self.rules = rules
    diagnostics = sources.diagnostics + found
    files = sources.own.isEmpty ? sources.shipped.count : sources.own.count
  }

  /// The facts of a file, of standard input for `-`. A fact that is not understood is an error.
  func facts(at path: String, in environment: CommandEnvironment) -> ([Fact], [Diagnostic]) {
    if path == "-" {
      var bytes: [UInt8] = []
      while case let more = environment.input(), !more.isEmpty, bytes.count <= RuleFileParser.maximumFileSize {
        bytes += more
      }
      return FactFile.read(SourceText(name: "-", bytes: bytes), rules: rules)
    }
    let reader = RuleFileReader()
    var facts: [Fact] = []
    var diagnostics: [Diagnostic] = []
    for file in reader.file(at: path) {
      let read = FactFile.read(file.source, rules: rules)
      facts += read.facts
      diagnostics += read.diagnostics
    }
    return (facts, reader.diagnostics + diagnostics)
  }

  /// The day that it is where the plans are: in the time zone of the first plan's calendar. Nil if this machine does not
  /// know the zone.
  func today(at now: Int) -> CivilDate? {
    let calendar = rules.plans.first?.calendar
    let zone = calendar.flatMap { rules.calendars.indices.contains($0) ? rules.calendars[$0].timeZone : nil }
    return Clock.today(now: now, zone: zone)
  }
}

extension RuleFile {
  var source: SourceText { SourceText(name: name, bytes: bytes) }
}
