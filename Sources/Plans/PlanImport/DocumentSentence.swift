import Documents

/// A sentence of a document that asks for something, taken apart as a row of a plan: a first guess, which a person corrects.
package struct DocumentSentence: Sendable {
  /// What is to be done.
  package let title: String
  /// The units that lead and support, as the sentence names them.
  package let lead: [String]
  package let support: [String]
  /// The wording of its deadline; nil if none is found.
  package let deadline: String?

  /// - Parameter years: those of the plan; days far from them belong to something else.
  package init(_ text: String, years: ClosedRange<Int>) {
    let sentence = Self.withoutRequest(text.onOneLine.bare)
    let found = ProseDeadlines([Paragraph(sentence, at: .line(1))], years: years).found.first
    let (head, verb, rest) = AssignmentText.Part.cut(sentence)
    let isOfUnits = verb != nil && !head.isEmpty && UnitNames.isName(head)
    let assignment = AssignmentText(leadOf: sentence)
    lead = assignment?.lead ?? (isOfUnits ? UnitNames.split(head).filter(UnitNames.isName) : found?.lead ?? [])
    support = assignment?.support ?? []
    deadline = found?.deadline
    var work = isOfUnits ? rest : sentence
    for piece in found?.words.split(separator: " … ").map(String.init) ?? [] {
      if let range = work.firstRange(of: piece) { work.removeSubrange(range) }
    }
    let words = work.onOneLine.replacing(" ,", with: ",").replacing(",,", with: ",").bare
    title = Self.withoutEnd(Self.withoutDuty(words)).capitalized
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
