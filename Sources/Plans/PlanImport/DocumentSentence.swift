import Documents

/// A sentence of a document that asks for something, taken apart as a row of a plan: a first guess, which a person corrects.
package struct DocumentSentence: Sendable {
  /// What is to be done.
  package let title: String
  /// The units that lead and support, as the sentence names them.
  package let lead: [String]
  package let support: [String]
  /// The wording of its deadline; nil if none is found, or several limits.
  package let deadline: String?
  /// Several limits of the sentence, of which each may be that of other work: only a person knows (decision: asked-not-chosen). None
  /// where it has one deadline or none.
  package let limits: [Limit]

  /// One of several limits.
  package struct Limit: Sendable, Hashable {
    /// What is to be done by then, as far as the words beside it say.
    package let title: String
    package let deadline: String
    /// The units that lead and support it: those of the words beside it, else those of the sentence, unless other units stand
    /// between (decision: asked-not-chosen).
    package let lead: [String]
    package let support: [String]
  }

  /// Words that begin with those who are to do something.
  private struct Assigned {
    let lead: [String]
    let support: [String]
    /// What they are to do.
    let work: String

    init(_ text: String) {
      let (head, verb, rest) = AssignmentText.Part.cut(text)
      let isOfUnits = verb != nil && !head.isEmpty && UnitNames.isName(head)
      let assignment = AssignmentText(leadOf: text)
      lead = assignment?.lead ?? (isOfUnits ? UnitNames.split(head).filter(UnitNames.isName) : [])
      support = assignment?.support ?? []
      work = isOfUnits ? rest : text
    }
  }

  /// - Parameter years: those of the plan; days far from them belong to something else.
  package init(_ text: String, years: ClosedRange<Int>) {
    let sentence = Self.withoutRequest(text.onOneLine.bare)
    let prose = ProseDeadlines([Paragraph(sentence, at: .line(1))], years: years)
    let found = prose.found.first
    let assigned = Assigned(sentence)
    lead = assigned.lead.isEmpty ? found?.lead ?? [] : assigned.lead
    support = assigned.support
    let work = assigned.work
    let words = work.split(separator: " ").map { $0.hasSuffix(";") ? $0.dropLast() + "," : String($0) }
    let pieces = found == nil ? [] : prose.limits(words)
    limits = pieces.isEmpty ? [] : Self.limits(pieces.map { ($0.range, $0.text) }, words, of: (lead, support))
    deadline = pieces.isEmpty ? found?.deadline : nil
    let told = pieces.isEmpty ? found?.words.split(separator: " … ").map(String.init) ?? [] : pieces.map(\.text)
    title = Self.title(of: Self.without(told, work))
  }

  /// Each with the words before it, where the sentence does not begin with a limit, else with those behind it.
  private static func limits(
    _ pieces: [(range: Range<Int>, text: String)], _ words: [String], of units: (lead: [String], support: [String])
  ) -> [Limit] {
    let isBehind = pieces[0].range.lowerBound == 0
    var known = ""
    var named = Set(units.lead.isEmpty ? [] : [units.lead])
    return pieces.indices.map { index in
      let isLast = index + 1 == pieces.count
      let start = isBehind ? pieces[index].range.upperBound : index == 0 ? 0 : pieces[index - 1].range.upperBound
      let end = isBehind ? isLast ? words.count : pieces[index + 1].range.lowerBound : pieces[index].range.lowerBound
      let rest = isBehind || !isLast ? [] : words[pieces[index].range.upperBound...]
      var own = (words[start..<end] + rest).joined(separator: " ").bare
      if own.folded.hasPrefix("và ") { own = own.split(separator: " ").dropFirst().joined(separator: " ") }
      let assigned = Assigned(withoutRequest(own))
      let title = title(of: assigned.lead.isEmpty ? own : assigned.work)
      // *và hoàn thành trong quý IV* says of the same work by when it ends.
      if !title.isEmpty { known = title }
      if !assigned.lead.isEmpty { named.insert(assigned.lead) }
      let beside =
        assigned.lead.isEmpty
        ? named.count > 1 ? ([], []) : (named.first ?? [], units.support) : (assigned.lead, assigned.support)
      return Limit(
        title: title.isEmpty ? known : title, deadline: pieces[index].text, lead: beside.0, support: beside.1)
    }
  }

  private static func without(_ pieces: [String], _ text: String) -> String {
    var text = text
    for piece in pieces { if let range = text.firstRange(of: piece) { text.removeSubrange(range) } }
    return text
  }

  private static func title(of text: String) -> String {
    withoutEnd(withoutDuty(text.onOneLine.replacing(" ,", with: ",").replacing(",,", with: ",").bare)).capitalized
  }

  /// Without the words by which an office asks another.
  static func withoutRequest(_ text: String) -> String {
    let requests = ["giao nhiệm vụ cho ", "giao cho ", "giao ", "đề nghị ", "yêu cầu "]
    guard let request = requests.first(where: { text.folded.hasPrefix($0) }) else { return text }
    return text.split(separator: " ").dropFirst(request.split(separator: " ").count).joined(separator: " ")
  }

  /// Without *hoàn thành*, which led over to the deadline.
  private static func withoutEnd(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard words.suffix(2).joined(separator: " ").folded == "hoàn thành" else { return text }
    return words.dropLast(2).joined(separator: " ").bare
  }

  /// Without *chủ trì* and *phối hợp với …*, which stand in columns of their own.
  private static func withoutDuty(_ text: String) -> String {
    var words = text.split(separator: " ")[...]
    func begins(_ duty: String) -> Bool {
      words.prefix(duty.split(separator: " ").count).joined(separator: " ").bare.folded == duty
    }
    if begins("chủ trì") { words = words.dropFirst(2) }
    guard begins("phối hợp với") || begins("phối hợp cùng") else { return words.joined(separator: " ").bare }
    let (_, verb, rest) = AssignmentText.Part.cut(words.dropFirst(3).joined(separator: " "))
    return verb == nil ? words.joined(separator: " ").bare : rest.bare
  }
}
