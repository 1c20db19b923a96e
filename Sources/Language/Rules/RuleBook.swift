package import Addresses
package import Diagnostics
package import RuleSyntax

/// The rules of an office with the calendars and policies that come with the program.
package enum RuleBook {
  /// Parses, resolves and checks all files. The rule set holds whatever could be understood; it is to be used only if no
  /// diagnostic is an error.
  ///
  /// - Parameters:
  ///   - own: the office's files; their names are paths, which decide what is seen from where.
  ///   - shipped: calendars and policies seen from everywhere, which the office's may replace.
  ///   - years: years that calendars must cover besides those of the plans.
  ///   - channels: the forms by which addresses of units are checked; nil if they are not checked.
  ///   - withTests: whether the tests are read, too, which takes as long as half of all else; only who runs them needs them.
  package static func read(
    own: [SourceText], shipped: [SourceText] = [], covering years: ClosedRange<Int>? = nil,
    channels: [AddressForm]? = nil, withTests: Bool = true
  ) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    func parse(_ sources: [SourceText]) -> [RuleFileSyntax] {
      sources.map { source in
        let parsed = RuleFileParser.parse(source)
        diagnostics += parsed.diagnostics
        return parsed.syntax
      }
    }
    let ownFiles = parse(own)
    let shippedFiles = parse(shipped)
    let (rules, found) = resolve(
      files: ownFiles, shipped: shippedFiles, covering: years, channels: channels, withTests: withTests)
    return (rules, sorted(diagnostics + found))
  }

  /// Looks up all names and checks what the shape of single files cannot show.
  package static func resolve(
    files: [RuleFileSyntax], shipped: [RuleFileSyntax] = [], covering years: ClosedRange<Int>? = nil,
    channels: [AddressForm]? = nil, withTests: Bool = true
  ) -> (rules: RuleSet, diagnostics: [Diagnostic]) {
    let resolver = Resolver(channels: channels)
    resolver.declare(files: files, shipped: shipped)
    resolver.resolveUnits()
    resolver.resolveGroups()
    resolver.resolveCalendars(covering: years)
    resolver.resolvePolicies()
    resolver.resolvePlans()
    resolver.resolveEvents()
    resolver.resolveSections()
    resolver.resolveTasks()
    resolver.checkTasks()
    resolver.set.revision = Revision.hash((files + shipped).map(\.source))
    if withTests { resolver.resolveTests() }
    return (resolver.set, resolver.diagnostics)
  }

  /// In the order of files and places; those of one place in the order found.
  static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let (left, right) = (a.element.span, b.element.span)
      if left.source !== right.source, left.source.name != right.source.name {
        return left.source.name < right.source.name
      }
      return (left.start, a.offset) < (right.start, b.offset)
    }.map(\.element)
  }
}
