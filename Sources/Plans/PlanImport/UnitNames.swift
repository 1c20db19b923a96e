/// Splits lists of units (*Sở Nội vụ, các sở, ban, ngành; UBND cấp huyện*) without the help of known names.
enum UnitNames {
  /// The names in `text`, in order, without marks around them.
  static func split(_ text: String) -> [String] {
    var names: [String] = []
    for item in items(text) {
      for name in splitAtCommas(item).map(withoutRemark) where !name.isEmpty && !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// The name without a remark behind it: *Sở Tài chính (theo phân công)* is *Sở Tài chính*.
  private static func withoutRemark(_ name: String) -> String {
    guard let open = name.firstIndex(of: "("), open != name.startIndex else {
      return name.filter { $0 != "(" && $0 != ")" }.bare
    }
    return name[..<open].bare
  }

  /// Whether the text begins with a name: *Sở*, *Phòng*, *UBND*, *các …*, an abbreviation in capitals.
  static func begins(_ text: String) -> Bool {
    beginsWithNoun(text) || text.split(separator: " ").first.map { isAbbreviation($0) } == true
  }

  /// Like `begins`, but without abbreviations, of which text in capitals seems to be full.
  static func beginsWithNoun(_ text: String) -> Bool {
    let words = text.split(separator: " ").prefix(3).map { $0.folded.filter { $0 != "," && $0 != ":" } }
    let heads = words.indices.map { words[...$0].joined(separator: " ") }
    if heads.contains(where: openers.contains) || PersonName.isTitled(text) { return true }
    if let first = text.split(separator: " ").first, first.count + 1 < text.count,
      shortNouns.contains(first.lowercased())
    {
      return true
    }
    // *Báo cáo*, *Tổ chức thực hiện* and *Xã hội* are no offices.
    if heads.contains(where: notNouns.contains) { return false }
    return text.first?.isUppercase == true && heads.contains(where: nouns.contains)
  }

  /// Whether the name means several units: *các sở, ban, ngành*, *UBND cấp huyện*.
  static func isGroup(_ name: String) -> Bool {
    let folded = name.folded
    let words = folded.split(separator: " ").map(String.init)
    if let first = words.first, openers.contains(first) { return true }
    let many = ["ubnd các", "ủy ban nhân dân các", "cấp huyện", "cấp xã", "các cấp", "liên quan", "trực thuộc"]
    if folded.hasWord(many), begins(name) || name.first?.isNumber == true { return true }
    if folded.hasPrefix("sở, ") || folded.hasPrefix("cơ quan, ") { return true }
    let kinds = ["đơn vị", "cơ quan", "sở ngành", "địa phương", "thành viên", "phòng chuyên môn", "phòng, đơn vị"]
    return kinds.contains { folded == $0 || folded.hasPrefix($0 + " ") || folded.hasPrefix($0 + ",") }
  }

  /// Whether the text begins with a name, or means a group by its kind (*đơn vị sự nghiệp*).
  static func isName(_ text: String) -> Bool { begins(text) || isGroup(text) }

  /// Whether a word is an abbreviation: *TTUD*, *UBND*, *QLVH&GD*.
  static func isAbbreviation(_ word: some StringProtocol) -> Bool {
    let bare = word.filter { !",;.:()".contains($0) }
    let capitals = bare.filter(\.isUppercase)
    return capitals.count >= 2 && capitals.count * 2 > bare.count && bare.count <= 12
      && capitals.allSatisfy { $0.isASCII || $0 == "Đ" }
  }

  // MARK: Lists

  /// Whether names follow a colon: *Các Phòng: A, B*.
  static func isList(_ text: String) -> Bool { distributed(text) != [text] }

  /// The items of a list, cut at line ends, semicolons and list dashes; *Các Phòng: A, B* is *Phòng A* and *Phòng B*.
  private static func items(_ text: String) -> [String] {
    var items: [String] = []
    for line in text.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
      for item in cutAtDashes(withoutNumber(String(line).onOneLine)).flatMap(cutAtSlashes) {
        items += distributed(item.bare)
      }
    }
    return items.filter { !$0.isEmpty }
  }

  /// The item without the number of a list: *1. Sở Y tế*, *2) Sở Nội vụ*.
  private static func withoutNumber(_ item: String) -> String {
    guard let (number, rest) = RowNumber.leading(item.trimmed), number.kind == .arabic, begins(rest) else {
      return item
    }
    return rest
  }

  /// *Phòng Kinh tế / Phòng Văn hóa*: a stroke between two names.
  private static func cutAtSlashes(_ item: String) -> [String] {
    let parts = item.split(separator: "/").map(\.trimmed)
    guard parts.count > 1, item.contains(" "), parts.allSatisfy({ beginsWithNoun($0) && $0.contains(" ") }) else {
      return [item]
    }
    return parts
  }

  /// The items of a line; a dash between blanks begins an item if a name follows.
  static func cutAtDashes(_ text: String) -> [String] {
    var items: [String] = []
    var current = ""
    let words = text.split(separator: " ").map(String.init)
    for (index, word) in words.enumerated() {
      let isDash = ["-", "–", "+", "•"].contains(word)
      let next = index + 1 < words.count ? words[index + 1] : ""
      let last = index > 0 ? words[index - 1] : "."
      // *Phòng Kế hoạch - Tài chính* is one item; in *… chủ trì. - Các phòng …* the dash begins another.
      let begins =
        begins(next) || ".;:,".contains(last.last ?? " ") || current.isEmpty
        || next.first?.isUppercase == true && last.startsLowercase
      if isDash, begins, !goesOn(current, words[(index + 1)...]), !isPart(current, of: words[(index + 1)...]),
        index == 0 || !joinsName(last, next, in: current) && !isPost(next, of: current)
      {
        items.append(current)
        current = ""
      } else {
        current += current.isEmpty ? word : " " + word
      }
    }
    return (items + [current]).filter { !$0.isEmpty }
  }

  /// Whether the words behind a dash go on with the name of an office: *Phòng Văn hóa - Thông tin*.
  private static func goesOn(_ name: String, _ rest: ArraySlice<String>) -> Bool {
    guard beginsWithNoun(name), !PersonName.isTitled(name), name.split(separator: " ").count > 1,
      name.last.map({ ".;:,".contains($0) }) == false, !rest.isEmpty
    else { return false }
    let end = rest.firstIndex { $0.last.map { ",;".contains($0) } == true }.map { $0 + 1 } ?? rest.endIndex
    let item = rest[..<min(end, rest.startIndex + 4)]
    let words = item.joined(separator: " ").bare
    guard words.first?.isUppercase == true, AssignmentText.Part.cut(name).verb == nil else { return false }
    // *Phòng Kế hoạch - Tổ chức*, *Ban Tổ chức - Kiểm tra*: a verb that ends there names a field of work.
    let isAlone = end == rest.startIndex + item.count || item.dropFirst(2).first == "-"
    if isAlone, isDivision(name), fields.contains(words.folded.split(separator: " ").prefix(2).joined(separator: " ")) {
      return true
    }
    let (head, verb, tail) = AssignmentText.Part.cut(words)
    return !begins(words) && (verb == nil || head.isEmpty && tail.folded == verb)
  }

  /// Whether the name is that of a part of an office, which is often called after two fields of work.
  static func isDivision(_ name: String) -> Bool {
    let own = name.split(separator: ",").last.map { $0.trimmed.folded } ?? ""
    let kinds = [
      "phòng", "ban", "tổ", "khoa", "bộ phận", "vụ", "cục", "chi cục", "trung tâm", "đội", "trạm", "hạt", "đoàn",
      "nhóm",
    ]
    return kinds.contains { own.hasPrefix($0 + " ") } && !own.hasPrefix("ban giám") && !own.contains(" sở")
  }

  /// Whether a dash leads from a person to the post (*Đ/c Trần Văn B - PCT UBND*).
  private static func isPost(_ next: String, of person: String) -> Bool {
    guard !PersonName.isTitled(next), !person.hasSuffix("."), !person.hasSuffix(";"), !person.contains(" - ") else {
      return false
    }
    let own = person.split(separator: ",").last.map(String.init)?.trimmed ?? person
    return PersonName.isTitled(own) || PersonName.isBare(own)
  }

  /// Whether a dash between these words is part of a name: *Lao động - Thương binh*, *Kế hoạch – Tài chính*, *Phòng LĐ -
  /// TBXH*.
  private static func joinsName(_ last: String, _ next: String, in current: String) -> Bool {
    // *Văn phòng HĐND - UBND*
    if last.folded == "hđnd", next.folded.hasPrefix("ubnd"), current.contains(" ") { return true }
    if isAbbreviation(last), isInitials(next.bare), current.contains(" "), beginsWithNoun(current) { return true }
    let pairs: Set<String> = [
      "động thương", "hoạch tài", "thanh truyền", "hội nghiệp", "kỹ thuật", "trẻ nghề", "tế kế", "tế kỹ", "hóa thể",
      "hóa xã",
      "chính kế", "hoạch tổng", "chức hành", "hành tổ", "hạ tầng", "chính tổ", "thuật nghiệp", "tin truyền",
      "động việc",
    ]
    return pairs.contains("\(last.folded) \(next.folded)")
  }

  private static func distributed(_ item: String) -> [String] {
    guard let colon = item.firstIndex(of: ":") else { return distributedPlain(item) }
    let head = item[..<colon].trimmed
    let rest = item[item.index(after: colon)...].trimmed
    let words = head.split(separator: " ").map(String.init)
    guard words.count >= 2, words.count <= 3, openers.contains(words[0].folded), !rest.isEmpty else { return [item] }
    let noun = words.dropFirst().joined(separator: " ").capitalized
    return pieces(rest).map { beginsWithNoun($0) ? $0 : "\(noun) \($0)" }
  }

  /// The names in *Các Sở Thông tin và Truyền thông, Nội vụ*, in which a capital behind the noun shows that names
  /// follow.
  private static func distributedPlain(_ item: String) -> [String] {
    let words = item.split(separator: " ").map(String.init)
    guard words.count > 2, ["các"].contains(words[0].folded),
      ["sở", "phòng", "ban", "bộ", "chi cục", "cục"].contains(words[1].folded),
      words[2].first?.isUppercase == true, item.contains(",") || item.contains(" và ")
    else { return [item] }
    let noun = words[1].capitalized
    return pieces(words.dropFirst(2).joined(separator: " ")).map { beginsWithNoun($0) ? $0 : "\(noun) \($0)" }
  }

  private static func pieces(_ text: String) -> [String] {
    text.split(separator: ",").flatMap { splitAtAnd(String($0).trimmed) }.map(\.bare).filter { !$0.isEmpty }
  }

  /// The names of an item. A comma outside brackets separates two names if one begins behind it; *Sở, ban, ngành* stays
  /// whole.
  private static func splitAtCommas(_ item: String) -> [String] {
    var names: [String] = []
    var current = ""
    let pieces = splitOutsideBrackets(item).map(\.trimmed)
    for (index, text) in pieces.enumerated() {
      if isInsideInitials(pieces[...index], before: pieces[(index + 1)...]) || isPost(text, behind: current) {
        current += ", " + text
      } else if current.isEmpty {
        current = text
      } else if begins(text), !isOpenGroup(current, before: text), !isSecondField(text, of: current) {
        names.append(current)
        current = text
      } else {
        current += ", " + text
      }
    }
    if !current.isEmpty { names.append(current) }
    if names.count == 1, arePeople(item) { names = splitOutsideBrackets(item).map(\.trimmed) }
    return names.flatMap(splitAtAnd).map(\.bare).filter { !$0.isEmpty }
  }

  /// Whether the last of `pieces` goes on with the initials of one name, of which the last follow *và*: *Bộ LĐ, TB và XH*.
  private static func isInsideInitials(_ pieces: ArraySlice<String>, before rest: ArraySlice<String>) -> Bool {
    guard let piece = pieces.last, let head = pieces.dropLast().last(where: { beginsWithNoun($0) }),
      let end = head.split(separator: " ").last, end.count < head.count, isInitials(String(end)),
      let first = pieces.lastIndex(of: head), pieces[(first + 1)..<(pieces.endIndex - 1)].allSatisfy(isInitials)
    else { return false }
    if endsInitials(piece) { return true }
    guard isInitials(piece) else { return false }
    guard let last = rest.first(where: { !isInitials($0) }) else { return false }
    return endsInitials(last)
  }

  /// *TB và XH*
  private static func endsInitials(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    return words.count == 3 && ["và", "&"].contains(words[1].lowercased()) && isInitials(words[0])
      && isInitials(words[2])
  }

  /// Two to four capitals that name no office by themselves: *TB*, *XH*.
  private static func isInitials(_ word: String) -> Bool {
    (2...4).contains(word.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
      && (word == "TT" || !nouns.contains(word.folded))
  }

  /// Whether the names are those of people, with two to five capitalised words each: *Nguyễn Văn An, Trần Thị Bình*.
  private static func arePeople(_ item: String) -> Bool {
    let pieces = item.split(separator: ",").map { $0.split(separator: " ") }
    return pieces.count > 1
      && pieces.allSatisfy { words in
        (2...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true && !isAbbreviation($0) }
      } && pieces.allSatisfy { !beginsWithNoun($0.joined(separator: " ")) }
  }

  /// Whether a word that begins names of offices is the second field of work of one: *Phòng Bưu chính, Viễn thông*.
  private static func isSecondField(_ text: String, of name: String) -> Bool {
    if isAbbreviation(text), text.contains("/") { return true }
    return isDivision(name)
      && (fields.contains(text.folded) || ["viễn thông", "điện lực", "hải quan"].contains(text.folded))
  }

  /// Whether a list of kinds of units goes on.
  private static func isOpenGroup(_ name: String, before next: String) -> Bool {
    // *Các Vụ, Cục, Tổng cục*, *UBND các huyện, Thị xã*: kinds, not names.
    nouns.contains(next.folded.split(separator: ",").first.map(String.init) ?? next.folded)
      && name.folded.hasWord(["các"])
  }

  private static func splitOutsideBrackets(_ text: String) -> [String] {
    var pieces = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(0, depth - 1) }
      if character == ",", depth == 0 { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    return pieces
  }

  /// The names in a text in which *và* separates two if a name follows it, as in *Sở A và Sở B*, but not in *Sở Khoa
  /// học và Công nghệ*.
  private static func splitAtAnd(_ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    for index in words.indices.dropFirst().dropLast()
    where ["và", "and", "cùng", "&"].contains(words[index].lowercased()) {
      let rest = words[(index + 1)...].joined(separator: " ")
      // *TTUD và TTKT* are two; *Trung tâm Thông tin và UD KH-CN* is one.
      if isAssembly(words[..<index], before: rest) { continue }
      guard beginsWithNoun(rest) || words[index] != "&" && index == 1 && isAbbreviation(words[0]) && begins(rest) else {
        continue
      }
      return [words[..<index].joined(separator: " ")] + splitAtAnd(rest)
    }
    return [text]
  }
}
