/// The units that lead and support, read from a cell of free text (*- Văn phòng chủ trì. - Các phòng chuyên môn phối
/// hợp.*).
struct AssignmentText {
  private(set) var lead: [String] = []
  private(set) var support: [String] = []

  /// Leads stand first or are called so; units that only advise or work with them support.
  ///
  /// - Parameter isList: whether the text is from a column for names, in which *Phòng Kế hoạch tổng hợp* is one name.
  init(_ text: String, isList: Bool = false) {
    let text = Self.plain(text)
    if !isList, let (leading, helping) = Self.sides(text) {
      (lead, support) = (leading, helping)
      return
    }
    var advisers: [String] = []
    var workers: [String] = []
    var joiners: [String] = []
    for (sentence, role) in RoleMarks.parts(text).flatMap({ part in Self.sentences(part.text).map { ($0, part.role) } })
    {
      var part = Part(sentence, isList: isList)
      if let role, part.role == .works || part.role == .none && isList { part.take(role, of: sentence) }
      switch part.role {
      case .leads: lead += part.names
      case .supports: support += part.names
      case .advises: advisers += part.names
      case .works: workers += part.names
      case .joins: joiners += part.names
      case .none: continue
      }
      support += part.partners
    }
    if lead.isEmpty {
      lead = advisers.isEmpty ? workers : advisers
      if !advisers.isEmpty { support += workers }
    } else {
      support += advisers + workers
    }
    if lead.isEmpty { lead = joiners } else { support += joiners }
    lead = Self.once(lead, but: [])
    support = Self.once(support, but: lead)
  }

  /// The unit that the words of a task begin with, where they say that it leads; nil if they do not.
  init?(leadOf title: String) {
    let text = title.onOneLine
    let body = ["Giao cho ", "Giao "].first { text.hasPrefix($0) }.map { String(text.dropFirst($0.count)) } ?? text
    guard UnitNames.beginsWithNoun(body) else { return nil }
    let (head, verb, _) = Part.cut(Self.sentences(body).first ?? body)
    guard verb == "chủ trì" || verb == "là đầu mối" || verb == "làm đầu mối", head.count <= 120 else { return nil }
    let part = Part(Self.sentences(body).first ?? body)
    guard part.role == .leads, !part.names.isEmpty else { return nil }
    lead = Self.once(part.names, but: [])
    support = Self.once(part.partners, but: lead)
  }

  /// *A, có sự phối hợp của B* in the words of other cells.
  private static func plain(_ text: String) -> String {
    ["có sự phối hợp của", "với sự phối hợp của", "có sự tham gia của", "với sự tham gia của"].reduce(text) {
      $0.replacing($1, with: "phối hợp với")
    }
  }

  /// *Phòng Hậu cần / Các phòng* where a column is for those who lead and those who support.
  private static func sides(_ text: String) -> (lead: [String], support: [String])? {
    let parts = text.split(separator: "/").map(\.trimmed)
    guard parts.count == 2, !text.contains(where: \.isNewline),
      parts.allSatisfy({ UnitNames.isName($0) && $0.contains(" ") && Part.cut($0).verb == nil })
    else { return nil }
    return (UnitNames.split(parts[0]), UnitNames.split(parts[1]))
  }

  private static func once(_ names: [String], but others: [String]) -> [String] {
    var seen = Set(others.map(\.folded))
    return names.filter { seen.insert($0.folded).inserted }
  }

  /// The sentences, cut at line ends, semicolons, list dashes, and full stops before a blank.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    for line in text.split(whereSeparator: { $0.isNewline }) {
      for item in UnitNames.cutAtDashes(String(line).onOneLine) {
        var rest = item[...]
        var sentence = ""
        while let point = rest.firstRange(of: ". ") {
          sentence += rest[..<point.lowerBound]
          if isShortened(sentence) {
            sentence += ". "
          } else {
            sentences.append(sentence)
            sentence = ""
          }
          rest = rest[point.upperBound...]
        }
        sentences.append(sentence + rest)
      }
    }
    return Self.joinLists(
      sentences.flatMap { $0.split(separator: ";").map(String.init) }.flatMap(Self.cutBehindVerbs).map(\.bare)
        .filter { !$0.isEmpty })
  }

  /// Whether a text before a full stop ends in a shortened word with which a name begins: *P. KHTH*, *TT. Y tế*.
  private static func isShortened(_ text: String) -> Bool {
    let item = text.split(whereSeparator: { ",;:".contains($0) }).last.map { String($0).trimmed } ?? ""
    let words = item.split(separator: " ")
    guard let word = words.last, word.count <= 4, word.first?.isUppercase == true else { return false }
    let isFirst = words.count == 1 || ["và", "-", "–", "+", "/"].contains(words[words.count - 2].lowercased())
    return isFirst && (word.count <= 2 || word.allSatisfy(\.isUppercase))
      || PersonName.titles.contains(word.folded + ".")
  }

  /// *A chủ trì, B phối hợp*: a name behind a verb and a comma begins a new part.
  private static func cutBehindVerbs(_ text: String) -> [String] {
    for verb in ["chủ trì, ", "chủ trì thực hiện, ", "đầu mối, "] {
      guard let range = text.firstRange(of: verb) else { continue }
      let rest = String(text[range.upperBound...])
      if UnitNames.begins(rest), Part.cut(rest).verb != nil { return [String(text[..<range.upperBound]), rest] }
    }
    return [text]
  }

  /// *A; B; C phối hợp*: names before a verb belong to it.
  private static func joinLists(_ parts: [String]) -> [String] {
    var joined: [String] = []
    var pending: [String] = []
    var hasLead = false
    for part in parts {
      let (names, verb, _) = Part.cut(part)
      // Of *A; B phối hợp*, A leads, because nobody else does.
      if verb == "phối hợp", !hasLead, !names.isEmpty {
        joined += pending
        pending = []
      }
      hasLead = hasLead || verb != nil && verb != "phối hợp"
      if verb == nil, UnitNames.begins(part), part.count <= 80 {
        pending.append(part)
      } else {
        joined.append(
          (names.isEmpty ? [] : pending).joined(separator: "; ") + (pending.isEmpty || names.isEmpty ? "" : "; ") + part
        )
        if names.isEmpty { joined += pending }
        pending = []
      }
    }
    return joined + pending
  }
}
