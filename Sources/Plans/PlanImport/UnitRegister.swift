import Diagnostics

/// The units that a plan names, each once, with all its spellings.
struct UnitRegister {
  struct Unit {
    /// The fullest spelling.
    var name: String
    var others: [String] = []
    var id = ""
    var isGroup: Bool
    /// How often it is named.
    var count = 0
  }

  private(set) var units: [Unit] = []
  private var indices: [String: Int] = [:]

  /// Adds one more mention of a unit.
  mutating func add(_ name: String) {
    let key = Self.key(name)
    if let index = indices[key] {
      units[index].count += 1
      units[index].add(name)
      return
    }
    indices[key] = units.count
    units.append(Unit(name: name, isGroup: UnitNames.isGroup(name), count: 1))
  }

  /// Joins abbreviations with the one name that they can stand for, and gives the units ids.
  mutating func finish(avoiding ids: Set<String>) {
    foldAbbreviations()
    foldOwnOffices()
    var used = ids
    for index in units.indices {
      let base = ASCIIName.id(from: units[index].name.lowercased())
      var id = base.isEmpty ? "don-vi" : base
      var count = 2
      while !used.insert(id).inserted {
        id = "\(base)-\(count)"
        count += 1
      }
      units[index].id = id
    }
  }

  private mutating func foldAbbreviations() {
    var merged: Set<Int> = []
    // Both names begin with the same letter, whether of a word or of initials.
    let words = units.map { (Self.unshortened($0.name), Self.longWords($0.name)) }
    let byLetter = Dictionary(grouping: units.indices.filter { !units[$0].isGroup }) { units[$0].name.folded.first }
    for index in units.indices where !units[index].isGroup && Self.hasAbbreviation(units[index].name) {
      let short = words[index].0
      let found = (byLetter[units[index].name.folded.first] ?? []).filter {
        short.count < words[$0].1.count && $0 != index && !merged.contains($0)
          && Self.matches(short[...], words[$0].1[...], abbreviated: false)
      }
      guard found.count == 1, let target = found.first else { continue }
      for spelling in [units[index].name] + units[index].others { units[target].add(spelling) }
      units[target].count += units[index].count
      merged.insert(index)
    }
    units = units.indices.filter { !merged.contains($0) }.map { units[$0] }
  }

  private static func hasAbbreviation(_ name: String) -> Bool {
    name.split(separator: " ").contains { UnitNames.isAbbreviation($0) }
  }

  /// Joins *Văn phòng Sở KH&CN* with *Văn phòng Sở* if the plan names both.
  private mutating func foldOwnOffices() {
    var keys = Dictionary(units.indices.map { (Self.key(units[$0].name), $0) }) { first, _ in first }
    var merged: Set<Int> = []
    for index in units.indices.reversed() {
      guard let range = units[index].name.firstRange(of: " Sở "), range.upperBound < units[index].name.endIndex,
        let target = keys[Self.key(units[index].name[..<range.lowerBound] + " Sở")], target != index
      else { continue }
      units[target].others += [units[index].name] + units[index].others
      units[target].count += units[index].count
      keys[Self.key(units[index].name)] = target
      merged.insert(index)
    }
    units = units.indices.filter { !merged.contains($0) }.map { units[$0] }
  }

  /// The words of the name, in which the noun is written out: *P. KHTH* as *Phòng KHTH*.
  private static func unshortened(_ name: String) -> [String] {
    var words = name.split(separator: " ").map(String.init)
    if let noun = words.first.flatMap({ common[$0.lowercased()] }), words[0].hasSuffix("."), words.count > 1 {
      words.replaceSubrange(0..<1, with: noun.capitalized.split(separator: " ").map(String.init))
    }
    return words
  }

  private static func longWords(_ name: String) -> [String] {
    name.split { $0 == " " || $0 == "-" || $0 == "–" || $0 == "," }.map(String.init)
  }

  /// Whether `short` is `long` with runs of words written by their first letters: *Sở KH&CN*, *Trung tâm TTUD*.
  ///
  /// - Parameter abbreviated: whether a run was found before.
  private static func matches(_ short: ArraySlice<String>, _ long: ArraySlice<String>, abbreviated: Bool) -> Bool {
    guard let word = short.first else { return long.isEmpty && abbreviated }
    if let other = long.first, word.folded == other.folded,
      matches(short.dropFirst(), long.dropFirst(), abbreviated: abbreviated)
    {
      return true
    }
    guard UnitNames.isAbbreviation(word) else { return false }
    let letters = word.filter(\.isLetter).map { $0.lowercased() }
    var rest = long
    for letter in letters {
      while let next = rest.first?.folded, ["và", "&", "của"].contains(next), !next.hasPrefix(letter) {
        rest = rest.dropFirst()
      }
      guard let next = rest.first?.lowercased(), next.hasPrefix(letter) else { return false }
      rest = rest.dropFirst()
    }
    return matches(short.dropFirst(), rest, abbreviated: true)
  }

  /// The key by which spellings of one name are the same; for groups, commas, strokes and *các* do not count.
  private static func key(_ name: String) -> String {
    let text = expanded(name)
    guard UnitNames.isGroup(name) else { return text }
    let words = text.replacing("/", with: " ").split(separator: " ").map { $0.filter { $0 != "," } }
    let openers: Set<String> = ["các", "mọi", "những"]
    return "nhóm " + words.filter { !$0.isEmpty && !openers.contains(String($0)) }.joined(separator: " ")
  }

  /// The folded name with the abbreviations that every office uses written out.
  static func expanded(_ name: String) -> String {
    let words = name.folded.split(separator: " ").map { word -> String in
      let bare = word.filter { $0 != "," && $0 != ";" }
      let mark = word.hasSuffix(",") ? "," : ""
      return (common[bare] ?? String(bare)) + mark
    }
    let joined = words.joined(separator: " ")
    return joined == "văn phòng" ? "văn phòng sở" : joined.replacing("uỷ ban", with: "ủy ban")
  }

  private static let common: [String: String] = [
    "p.": "phòng", "tt.": "trung tâm", "vp.": "văn phòng", "bv.": "bệnh viện", "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân", "vp": "văn phòng", "ubmttq": "ủy ban mặt trận tổ quốc",
    "mttq": "mặt trận tổ quốc", "kh&cn": "khoa học và công nghệ", "khcn": "khoa học và công nghệ",
    "tt&tt": "thông tin và truyền thông", "tttt": "thông tin và truyền thông", "kh&đt": "kế hoạch và đầu tư",
    "khđt": "kế hoạch và đầu tư", "gd&đt": "giáo dục và đào tạo", "gdđt": "giáo dục và đào tạo",
    "tn&mt": "tài nguyên và môi trường", "tnmt": "tài nguyên và môi trường", "gtvt": "giao thông vận tải",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn", "vh&tt": "văn hóa và thể thao", "vhtt": "văn hóa và thể thao",
    "lđtbxh": "lao động thương binh và xã hội", "lđ-tb&xh": "lao động thương binh và xã hội",
    "lđ-tbxh": "lao động thương binh và xã hội", "lđtb&xh": "lao động thương binh và xã hội",
  ]
}

extension UnitRegister.Unit {
  /// Keeps the fullest spelling as the name, the rest as others.
  fileprivate mutating func add(_ spelling: String) {
    let known = Set(([name] + others).map(\.folded))
    guard !known.contains(spelling.folded) else { return }
    if spelling.count > name.count {
      others.append(name)
      name = spelling
    } else {
      others.append(spelling)
    }
  }
}
