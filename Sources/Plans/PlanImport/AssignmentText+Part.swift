extension AssignmentText {
  /// One sentence: units, what they do, and with whom.
  struct Part {
    enum Role {
      case leads, supports, advises, works, none
      /// Works with others: *Công an tỉnh phối hợp Tỉnh đoàn*, which leads if nobody else does.
      case joins
    }

    var role = Role.none
    var names: [String] = []
    /// *phối hợp với Sở Tư pháp*
    var partners: [String] = []

    init(_ sentence: String, isList: Bool = false) {
      let text = sentence.bare
      if let labelled = Self.label(text), ["ct", "ph", "p/h"].contains(text.prefix { $0 != ":" }.folded) {
        (role, names) = (labelled.role, UnitNames.split(labelled.rest))
        return
      }
      if isList, Self.isWholeName(text) || Self.isPerson(text) || Self.isListed(text) {
        (names, partners) = Self.company(text)
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
      let (whole, verb, rest) = Self.cut(text)
      let (head, company) = Self.withCompany(whole)
      let helpers = Self.partners(rest)
      partners = company + helpers
      guard !head.isEmpty else {
        // *Phối hợp với …* continues the sentence before.
        if text.folded.hasPrefix("phối hợp"), !partners.isEmpty { role = .supports }
        return
      }
      names = UnitNames.split(head).filter { UnitNames.isName($0) || verb == nil && $0.first?.isUppercase == true }
      guard !names.isEmpty else { return }
      switch verb {
      case nil: role = UnitNames.isName(head) || head.split(separator: " ").count <= 8 ? .works : .none
      case "chủ trì"?, "là đầu mối"?, "làm đầu mối"?: role = .leads
      case "phối hợp"?: role = helpers.isEmpty && !rest.folded.hasPrefix("phối hợp với") ? .supports : .joins
      case "tổng hợp"?: role = .leads
      case "tham mưu"?: role = rest.folded.contains("chủ trì") ? .leads : .advises
      default: role = rest.folded.contains("chủ trì") && !rest.folded.contains("đã chủ trì") ? .leads : .works
      }
    }

    /// The names of a part of which a mark in brackets says the role.
    mutating func take(_ role: Role, of sentence: String) {
      self.role = role
      if names.isEmpty { names = UnitNames.split(sentence.bare) }
    }

    /// Names in a column of names, in which a verb tells what an office is for, and not what it does (*Đội Quản lý vận
    /// hành*, *Quản lý thị trường*).
    private static func isListed(_ text: String) -> Bool {
      guard text.first?.isUppercase == true, !text.contains(":"), !nobody.contains(text.folded) else { return false }
      let items = UnitNames.split(text)
      return !items.isEmpty && items.allSatisfy { isItem($0.split(separator: " ").map(String.init)) }
    }

    private static func isItem(_ words: [String]) -> Bool {
      let text = words.joined(separator: " ")
      let (head, verb, rest) = cut(text)
      guard verb != nil else { return UnitNames.begins(text) || words.count <= 5 && text.first?.isUppercase == true }
      if head.isEmpty { return words.count <= 5 && text.first?.isUppercase == true && !tells(verb ?? "", rest.folded) }
      guard UnitNames.isDivision(text) || UnitNames.isGroup(text), words.count <= 14 else { return isWholeName(text) }
      return !words.indices.dropFirst().contains { index in
        let rest = words[index...].joined(separator: " ")
        return rest.startsLowercase
          && self.verb(rest.folded).map { tells($0, rest.folded) && !isCompound(words[index - 1], $0) } == true
      }
    }

    /// What stands in a column of names where there is none.
    private static let nobody: Set<String> = [
      "chưa rõ", "chưa có", "chưa phân công", "không", "không có", "chưa xác định", "không rõ",
    ]

    /// Whether the verb says in a column of names what the unit does.
    private static func tells(_ verb: String, _ rest: String) -> Bool {
      // *Ban Chỉ đạo thực hiện quy chế dân chủ* is a name.
      if ["thực hiện", "triển khai", "tham gia", "phụ trách", "báo cáo"].contains(verb) {
        return rest == verb || rest.dropFirst(verb.count).first.map { ",;.".contains($0) } == true
          || rest.contains("phối hợp") || rest.contains("chủ trì")
      }
      return duties.contains(verb) || ["gửi", "có trách nhiệm", "chịu trách nhiệm", "được giao", "theo"].contains(verb)
    }

    /// The names, and those in whose company they work: *Bưu điện tỉnh cùng các đơn vị liên quan*.
    private static func company(_ text: String) -> (names: [String], partners: [String]) {
      let (head, partners) = withCompany(text)
      return (UnitNames.split(head), partners)
    }

    private static func withCompany(_ text: String) -> (names: String, partners: [String]) {
      for word in [" cùng với ", " cùng "] {
        guard let range = text.firstRange(of: word) else { continue }
        let rest = String(text[range.upperBound...])
        if UnitNames.isName(rest) { return (String(text[..<range.lowerBound]).bare, UnitNames.split(rest)) }
      }
      return (text, [])
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

    /// *Chủ trì: A*, *Đơn vị phối hợp: B*
    private static func label(_ text: String) -> (role: Role, rest: String)? {
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let head = text[..<colon].folded
      let rest = text[text.index(after: colon)...].trimmed
      guard head.count <= 40, !rest.isEmpty else { return nil }
      if head.hasWord(["chủ trì"]) || head == "ct" { return (.leads, rest) }
      if head.hasWord(["phối hợp"]) || ["ph", "p/h"].contains(head) { return (.supports, rest) }
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
        guard depth <= 0, !isNoun, rest.startsLowercase || index == 0, let verb = verb(rest.folded),
          index == 0 || !isCompound(words[index - 1], verb)
        else { continue }
        if qualifies(words[..<index], words[index...], verb) || isBareKind(words[..<index]) && !duties.contains(verb) {
          continue
        }
        return (words[..<index].joined(separator: " ").trimmingNameEnd, verb, rest)
      }
      return (text.trimmingNameEnd, nil, "")
    }

    /// Whether a verb is a noun behind the word before it, or the end of one: *công trình*, *Công an độc lập*.
    private static func isCompound(_ before: String, _ verb: String) -> Bool {
      // *khi có yêu cầu*, *đã có hướng dẫn*
      before.folded == "có" || compounds[verb]?.contains(before.folded) == true
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

    /// The first verb of duty in a text that begins with a name; nil if there is none.
    static func duty(in text: String) -> String? { cut(text).verb.flatMap { duties.contains($0) ? $0 : nil } }

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
      let links = ["phối hợp cùng với ", "phối hợp với ", "phối hợp cùng ", "phối hợp "]
      guard let range = links.lazy.compactMap({ text.firstRange(of: $0) }).first else { return [] }
      let offset = text.utf8.distance(from: text.startIndex, to: range.upperBound)
      // Folding keeps the words, so that they can be counted.
      let count = text.utf8.prefix(offset).split(separator: UInt8(ascii: " ")).count
      let tail = rest.split(separator: " ").dropFirst(count).joined(separator: " ")
      guard UnitNames.isName(tail) else { return [] }
      return UnitNames.split(cut(tail).names).filter { UnitNames.isName($0) && $0.count <= 120 }
    }
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
