/// The units that lead and support, read from a cell of free text (*- Văn phòng chủ trì. - Các phòng chuyên môn phối
/// hợp.*).
struct AssignmentText {
  private(set) var lead: [String] = []
  private(set) var support: [String] = []

  /// Leads stand first or are called so; units that only advise or work with them support.
  ///
  /// - Parameter isList: whether the text is from a column for names, in which *Phòng Kế hoạch tổng hợp* is one name.
  init(_ text: String, isList: Bool = false) {
    var advisers: [String] = []
    var workers: [String] = []
    for sentence in Self.sentences(text) {
      let part = Part(sentence, isList: isList)
      switch part.role {
      case .leads: lead += part.names
      case .supports: support += part.names
      case .advises: advisers += part.names
      case .works: workers += part.names
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
    for part in parts {
      let (names, verb, _) = Part.cut(part)
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

  /// One sentence: units, what they do, and with whom.
  struct Part {
    enum Role { case leads, supports, advises, works, none }

    var role = Role.none
    var names: [String] = []
    /// *phối hợp với Sở Tư pháp*
    var partners: [String] = []

    init(_ sentence: String, isList: Bool = false) {
      let text = sentence.bare
      if isList, Self.isWholeName(text) || Self.isPerson(text) {
        names = UnitNames.split(text)
        role = .works
        return
      }
      if let colon = text.firstIndex(of: ":"), UnitNames.beginsWithNoun(text), !PersonName.isTitle(text[..<colon]),
        Self.cut(String(text[..<colon])).verb == nil,
        !UnitNames.isList(text)
      {
        // *Sở Nội vụ: Chủ trì …*
        names = UnitNames.split(String(text[..<colon]))
        role = text.folded.contains("phối hợp") && !text.folded.contains("chủ trì") ? .supports : .works
        return
      }
      if let labelled = Self.label(text) {
        role = labelled.role
        names = UnitNames.split(Self.cut(labelled.rest).names)
        return
      }
      let (head, verb, rest) = Self.cut(text)
      partners = Self.partners(rest)
      guard !head.isEmpty else {
        // *Phối hợp với …* continues the sentence before.
        if text.folded.hasPrefix("phối hợp với") || text.folded.hasPrefix("phối hợp cùng") { role = .supports }
        return
      }
      names = UnitNames.split(head).filter { UnitNames.isName($0) || verb == nil && $0.first?.isUppercase == true }
      guard !names.isEmpty else { return }
      switch verb {
      case nil: role = UnitNames.isName(head) || head.split(separator: " ").count <= 8 ? .works : .none
      case "chủ trì"?, "là đầu mối"?, "làm đầu mối"?: role = .leads
      case "phối hợp"?: role = rest.folded.hasPrefix("phối hợp với") ? .works : .supports
      case "tổng hợp"?: role = .leads
      case "tham mưu"?: role = rest.folded.contains("chủ trì") ? .leads : .advises
      default: role = rest.folded.contains("chủ trì") && !rest.folded.contains("đã chủ trì") ? .leads : .works
      }
      if role == .works, verb == "phối hợp" { role = .supports }
    }

    /// People, of whom the post may have words that are verbs elsewhere (*Đ/c Hòa - Tổ trưởng tổ kiểm tra*).
    private static func isPerson(_ text: String) -> Bool {
      PersonName.isTitled(text) && !text.folded.hasWord(["chủ trì", "phối hợp"])
    }

    /// A short name that ends in a word which is a verb elsewhere (*Phòng Kế hoạch tổng hợp*, *Tổ kiểm tra*).
    static func isWholeName(_ text: String) -> Bool {
      let (head, verb, rest) = cut(text)
      guard let verb, !head.isEmpty, UnitNames.begins(text), !text.contains(":") else { return false }
      guard !duties.contains(verb), text.split(separator: " ").count <= 8 else { return false }
      return rest == verb
    }

    /// Verbs that say what a unit does, and never end a name.
    private static let duties: Set<String> = [
      "chủ trì", "phối hợp", "tham mưu", "thực hiện", "là đầu mối", "làm đầu mối", "phụ trách", "triển khai",
      "tham gia",
      "báo cáo", "trình", "đề xuất",
    ]

    /// *Chủ trì: A*, *Đơn vị phối hợp: B*
    private static func label(_ text: String) -> (role: Role, rest: String)? {
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let head = text[..<colon].folded
      let rest = text[text.index(after: colon)...].trimmed
      guard head.count <= 40, !rest.isEmpty else { return nil }
      if head.hasWord(["chủ trì"]) { return (.leads, rest) }
      if head.hasWord(["phối hợp"]) { return (.supports, rest) }
      if head.hasWord(["thực hiện", "tham mưu"]), !UnitNames.begins(String(text[..<colon])) { return (.leads, rest) }
      return nil
    }

    /// The names before the first verb, that verb, and the text from it on; nil and an empty text if there is no verb.
    static func cut(_ text: String) -> (names: String, verb: String?, rest: String) {
      let words = text.split(separator: " ").map(String.init)
      var depth = 0
      for index in words.indices {
        let rest = words[index...].joined(separator: " ")
        depth += words[index].filter { $0 == "(" }.count
        defer { depth -= words[index].filter { $0 == ")" }.count }
        // Verbs begin with a small letter, except at the beginning; *Phòng Tổ chức* has none, nor has *các tổ chức, cá
        // nhân*.
        let isNoun = index > 0 && UnitNames.openers.contains(words[index - 1].folded)
        guard depth <= 0, !isNoun, rest.startsLowercase || index == 0, let verb = verb(rest.folded) else { continue }
        if qualifies(words[..<index], words[index...], verb) || isBareKind(words[..<index]) && !duties.contains(verb) {
          continue
        }
        return (words[..<index].joined(separator: " ").trimmingNameEnd, verb, rest)
      }
      return (text.trimmingNameEnd, nil, "")
    }

    /// *các cơ quan chủ trì CCHC của tỉnh*: the verb says which offices are meant, and not what they do.
    private static func qualifies(_ head: ArraySlice<String>, _ rest: ArraySlice<String>, _ verb: String) -> Bool {
      guard ["chủ trì", "quản lý", "sử dụng", "áp dụng"].contains(verb), head.count <= 4,
        let last = head.suffix(2).joined(separator: " ").folded.split(separator: ",").last,
        ["cơ quan", "đơn vị", "bộ phận"].contains(last.trimmed)
      else { return false }
      let object = rest.dropFirst(verb.split(separator: " ").count)
      guard let word = object.first,
        rest.dropFirst(verb.split(separator: " ").count - 1).first?.last.map({ ".,;:".contains($0) }) == false
      else { return false }
      return Self.verb(object.joined(separator: " ").folded) == nil && !word.isEmpty
    }

    /// Whether the words are only a kind of office, so that what follows tells which: *Đoàn kiểm tra liên ngành*.
    private static func isBareKind(_ head: ArraySlice<String>) -> Bool {
      guard head.first?.first?.isUppercase == true else { return false }
      return bareKinds.contains(head.joined(separator: " ").folded)
    }

    private static let bareKinds: Set<String> = [
      "đoàn", "đội", "tổ", "ban", "nhóm", "trạm", "phòng", "bộ phận", "chi cục", "cục", "trung tâm", "hội đồng",
    ]

    private static func verb(_ rest: String) -> String? {
      if nouns.contains(where: { rest == $0 || rest.hasPrefix($0 + " ") }) { return nil }
      return verbs.first {
        rest == $0 || rest.hasPrefix($0 + " ") || rest.hasPrefix($0 + ",") || rest.hasPrefix($0 + ":")
          || rest.hasPrefix($0 + ".")
      }
    }

    /// Words that begin like verbs.
    private static let nouns = ["giao thông", "giao dịch", "giao lưu", "giao ban", "trình độ", "lập trình", "cử tri"]

    private static func partners(_ rest: String) -> [String] {
      let text = rest.folded
      guard let range = text.firstRange(of: "phối hợp với ") ?? text.firstRange(of: "phối hợp cùng ") else { return [] }
      let offset = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      // Folding keeps the words, so that they can be counted.
      let count = text.utf8.prefix(offset).split(separator: UInt8(ascii: " ")).count
      let tail = rest.split(separator: " ").dropFirst(count).joined(separator: " ")
      return UnitNames.split(cut(tail).names).filter { UnitNames.isName($0) && $0.count <= 120 }
    }

    private static let verbs = [
      "chủ trì", "phối hợp", "tham mưu", "tổng hợp", "thực hiện", "triển khai", "gửi", "trình", "rà soát", "chủ động",
      "hướng dẫn", "tiếp tục", "xây dựng", "báo cáo", "tổ chức", "đề xuất", "thẩm định", "tuyên truyền",
      "có trách nhiệm",
      "chịu trách nhiệm", "căn cứ", "theo dõi", "theo", "để", "trên cơ sở", "ban hành", "mời", "thuê", "giúp",
      "cung cấp",
      "đối với", "là đầu mối", "làm đầu mối", "phụ trách", "cập nhật", "kiểm tra", "đôn đốc", "lập", "xử lý",
      "soạn thảo",
      "được giao", "quản lý", "vận hành", "cử", "tham gia", "phê duyệt", "cho ý kiến", "nghiên cứu", "đăng tải",
      "sử dụng",
      "hoàn thiện", "đảm bảo", "bảo đảm", "tăng cường", "chỉ đạo", "giao", "đề nghị", "yêu cầu", "khai thác",
      "chấm điểm", "công bố", "bố trí", "thành lập", "chuẩn bị", "nộp", "thông báo",
      "khởi công", "giải ngân", "khẩn trương", "tập trung", "tích cực", "kịp thời", "nghiêm túc",
    ]
  }
}

extension String {
  /// The text without words at its end that lead over to a verb: *Văn phòng Sở và* … *thì*.
  fileprivate var trimmingNameEnd: String {
    var words = bare.split(separator: " ").map(String.init)
    while let last = words.last?.lowercased(), ["và", "sẽ", "phải", "cùng", "đã", "được", "là", "thì"].contains(last) {
      words.removeLast()
    }
    return words.joined(separator: " ").bare
  }
}
