import CivilCalendar
import Diagnostics
import RuleSyntax

/// Units, groups, and all fields that name them.
extension Resolver {
  func resolveUnits() {
    for (index, place) in unitBlocks.enumerated() {
      let file = file(place)
      let block = block(place)
      if let field = block.field(.kind) { set.units[index].kind = kind(field, file) }
      set.units[index].partOf = block.field(.partOf).flatMap { unit($0, file) }
      set.units[index].superior = block.field(.superior).flatMap { unit($0, file) }
      set.units[index].addresses = addresses(block, file)
      if let field = block.field(.language) { set.units[index].language = language(field, file) }
      set.units[index].mergedInto = block.field(.mergedInto).flatMap { merger($0, file) }
    }
    reportCycles(
      of: set.units.indices, next: { self.set.units[$0].superior.map { [$0] } ?? [] }, wordsVi: "cấp trên của nhau",
      wordsEn: "superiors of one another", name: { (self.set.units[$0].title, self.set.units[$0].span) })
    reportCycles(
      of: set.units.indices, next: { self.set.units[$0].partOf.map { [$0] } ?? [] }, wordsVi: "thuộc lẫn nhau",
      wordsEn: "parts of one another", name: { (self.set.units[$0].title, self.set.units[$0].span) })
    reportCycles(
      of: set.units.indices, next: { self.set.units[$0].mergedInto.map { [$0.unit] } ?? [] },
      wordsVi: "sáp nhập vào nhau", wordsEn: "merged into one another",
      name: { (self.set.units[$0].title, self.set.units[$0].span) })
  }

  private func kind(_ field: FieldSyntax, _ file: ResolvedFile) -> Unit.Kind {
    let kinds: [(words: [String], value: Unit.Kind)] = [
      (["đơn vị", "unit"], .unit), (["chức danh", "role"], .role), (["người", "person"], .person),
      (["bên ngoài", "external"], .external),
    ]
    if let known = FixedValues.look(file.text(field.value), kinds) { return known }
    badValue(
      .badValue, field, file, expectedVi: "đơn vị, chức danh, người, bên ngoài",
      expectedEn: "unit, role, person, external")
    return .unit
  }

  private func language(_ field: FieldSyntax, _ file: ResolvedFile) -> String? {
    switch FoldedName(file.text(field.value)).text {
    case "vi", "tiếng việt", "vietnamese": return "vi"
    case "en", "tiếng anh", "english": return "en"
    default:
      badValue(.badValue, field, file, expectedVi: "vi, en", expectedEn: "vi, en")
      return nil
    }
  }

  /// A single unit, not a group.
  func unit(_ field: FieldSyntax, _ file: ResolvedFile) -> UnitID? {
    unit(file.text(field.value), field.value.whole, file)
  }

  private func unit(_ text: String, _ range: Range<Int>, _ file: ResolvedFile) -> UnitID? {
    switch recipient(text, range, file) {
    case .unit(let unit): return unit
    case .group(let group):
      report(
        Diagnostic(
          .badValue, vi: "“\(set.groups[group].title)” là một nhóm; ở đây phải là một đơn vị",
          en: "“\(set.groups[group].title)” is a group; a single unit must stand here", at: file.span(range)))
      return nil
    case nil: return nil
    }
  }

  /// One unit or group; if there is none, nil, and a diagnostic with the missing block.
  func recipient(_ text: String, _ range: Range<Int>, _ file: ResolvedFile) -> Recipient? {
    let bare = NameText.unbracketed(text)
    if let found = set.names.find(FoldedName(bare), \.recipients, from: file.folder) { return found }
    unknownUnit(bare, range, file)
    return nil
  }

  func recipient(_ field: FieldSyntax, _ file: ResolvedFile) -> Recipient? {
    recipient(file.text(field.value), field.value.whole, file)
  }

  func unknownUnit(_ text: String, _ range: Range<Int>, _ file: ResolvedFile) {
    let name = FoldedName(text)
    let near = suggestions.take { set.names.nearest(to: name, \.recipients, from: file.folder) }
    let isEnglish = file.syntax.blocks.first.map { Resolver.isEnglish($0, file) } ?? false
    let id = ASCIIName.id(from: text)
    let isNew = offeredBlocks.insert(name).inserted
    let block = isEnglish ? "unit \(id): \(text)" : "đơn vị \(id): \(text)"
    unknownName(
      .unknownUnit, text, range, file, nounVi: "đơn vị hay nhóm", nounEn: "unit or group", near: near,
      missingBlock: isNew && !id.isEmpty ? block : nil)
  }

  /// Whether a block's header is in English, so that suggestions are written in English too.
  static func isEnglish(_ block: BlockSyntax, _ file: ResolvedFile) -> Bool {
    file.syntax.source.foldedName(block.keywordRange) == FoldedName(Keywords.name(of: block.keyword, vietnamese: false))
  }

  /// `UNIT từ DATE` · `UNIT from DATE`.
  private func merger(_ field: FieldSyntax, _ file: ResolvedFile) -> (unit: UnitID, from: CivilDate)? {
    let text = file.text(field.value)
    guard let (name, day) = Resolver.nameFromDay(text) else {
      badValue(.badDate, field, file, expectedVi: "ĐƠN VỊ từ 01/7/2025", expectedEn: "UNIT from 1 July 2025")
      return nil
    }
    return unit(name, field.value.whole, file).map { ($0, day) }
  }

  /// `NAME từ DATE` · `NAME from DATE`, cut at the last *từ*.
  static func nameFromDay(_ text: String) -> (name: String, day: CivilDate)? {
    let line = WordLine(text)
    for index in stride(from: line.count - 2, to: 0, by: -1) where ["từ", "from"].contains(line.key(index)) {
      if let day = DayText.civilDate(line.text(index + 1, line.count)) { return (line.text(0, index), day) }
    }
    return nil
  }

  // MARK: Lists

  /// All units and groups of a field, with `each` where it is written.
  func forEachUnit(_ field: FieldSyntax, _ file: ResolvedFile, _ body: (UnitListReader.Item) -> Void) {
    for range in file.items(field.value) {
      for item in unitItems(range, file) { body(item) }
    }
  }

  func recipients(_ key: FieldKey, _ place: BlockPlace) -> [Recipient] {
    let file = files[place.file]
    var found: [Recipient] = []
    for field in file.syntax.blocks[place.block].fields where field.key == key {
      for range in file.items(field.value) {
        for item in unitItems(range, file) where !found.contains(item.recipient) { found.append(item.recipient) }
      }
    }
    return found
  }

  private func unitItems(_ range: Range<Int>, _ file: ResolvedFile) -> [UnitListReader.Item] {
    let key = FolderText(folder: file.folder, text: ByteString(file.syntax.source.bytes[range]))
    if let known = unitLists[key] { return known }
    let text = file.syntax.text(range)
    switch UnitListReader(names: set.names, folder: file.folder).read(text) {
    case .found(let items):
      unitLists[key] = items
      return items
    case .ambiguous(let one, let other):
      ambiguousUnits(one, other, range, file)
    case .unknown(let piece):
      let bytes = Array(piece.utf8)
      let place = Resolver.find(bytes, in: file.syntax.source.bytes, range).map { $0..<($0 + bytes.count) } ?? range
      unknownUnit(NameText.unbracketed(piece), place, file)
    }
    return []
  }

  /// Where `part` begins in that range of `bytes`.
  static func find(_ part: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard !part.isEmpty, part.count <= range.count else { return nil }
    return (range.lowerBound...(range.upperBound - part.count)).first { start in
      bytes[start] == part[0] && bytes[start..<(start + part.count)].elementsEqual(part)
    }
  }

  private func ambiguousUnits(_ one: [String], _ other: [String], _ range: Range<Int>, _ file: ResolvedFile) {
    func shown(_ pieces: [String]) -> String { pieces.map { "[\($0)]" }.joined(separator: "; ") }
    let span = file.span(range)
    report(
      Diagnostic(
        .ambiguousUnits, vi: "danh sách này đọc được hai cách: \(shown(one)) hoặc \(shown(other))",
        en: "this list can be read in two ways: \(shown(one)) or \(shown(other))", at: span,
        fixIts: [one, other].map { pieces in
          Diagnostic.FixIt(
            .init(vi: "ghi rõ: \(shown(pieces))", en: "write: \(shown(pieces))"), replace: span, with: shown(pieces))
        }))
  }

  // MARK: Groups

  /// What a group lists, before the groups in it are replaced by their members.
  private struct Members {
    var recipients: [Recipient] = []
    var all: [UnitID] = []
    var except: [Recipient] = []
  }

  func resolveGroups() {
    var listed: [Members] = []
    for (index, place) in groupBlocks.enumerated() { listed.append(members(of: index, place)) }
    reportCycles(
      of: set.groups.indices,
      next: { group in
        (listed[group].recipients + listed[group].except).compactMap {
          if case .group(let inner) = $0 { inner } else { nil }
        }
      }, wordsVi: "chứa lẫn nhau", wordsEn: "contain one another",
      name: { (self.set.groups[$0].title, self.set.groups[$0].span) })
    flatten(listed)
  }

  private func members(of group: GroupID, _ place: BlockPlace) -> Members {
    let file = file(place)
    var members = Members()
    for field in block(place).fields where field.key == .members {
      for range in file.items(field.value) {
        let text = file.syntax.text(range)
        let name = FoldedName(text)
        if name == FoldedName("không quản lý ở đây") || name == FoldedName("not kept here") {
          set.groups[group].isKeptHere = false
        } else if let whole = allUnits(text) {
          if let unit = unit(whole, range, file) { members.all += descendants(of: unit) }
        } else {
          members.recipients += unitItems(range, file).map(\.recipient)
        }
      }
    }
    members.except = recipients(.except, place)
    return members
  }

  /// X of *mọi đơn vị thuộc X* · *all units of X*.
  private func allUnits(_ text: String) -> String? {
    let line = WordLine(text)
    for words in [["mọi", "đơn", "vị", "thuộc"], ["all", "units", "of"]] where line.count > words.count {
      if words.indices.allSatisfy({ line.key($0) == words[$0] }) { return line.text(words.count, line.count) }
    }
    return nil
  }

  private func descendants(of unit: UnitID) -> [UnitID] {
    if children.isEmpty {
      for candidate in set.units.indices {
        if let parent = set.units[candidate].partOf { children[parent, default: []].append(candidate) }
      }
    }
    var found: Set<UnitID> = []
    var open = [unit]
    while let next = open.popLast() {
      for child in children[next] ?? [] where child != unit && found.insert(child).inserted { open.append(child) }
    }
    return found.sorted()
  }

  /// The members of each group in an order in which those inside it come first; a circle is cut where it closes.
  private func flatten(_ listed: [Members]) {
    var state = [UInt8](repeating: 0, count: set.groups.count)
    for root in set.groups.indices where state[root] == 0 {
      var path = [root]
      while let group = path.last {
        let inner = (listed[group].recipients + listed[group].except).compactMap { recipient -> GroupID? in
          if case .group(let inner) = recipient, state[inner] == 0 { inner } else { nil }
        }
        state[group] = max(state[group], 1)
        if let next = inner.first {
          path.append(next)
          continue
        }
        path.removeLast()
        if state[group] == 1 {
          set.groups[group].members = members(listed[group])
          set.groups[group].groupsNotKept = groupsNotKept(group, listed[group])
        }
        state[group] = 2
      }
    }
  }

  private func groupsNotKept(_ group: GroupID, _ listed: Members) -> [GroupID] {
    guard set.groups[group].isKeptHere else { return [group] }
    var seen = Set(listed.except.flatMap(groupsNotKept(of:)))
    return listed.recipients.flatMap(groupsNotKept(of:)).filter { seen.insert($0).inserted }
  }

  private func groupsNotKept(of recipient: Recipient) -> [GroupID] {
    if case .group(let group) = recipient { set.groups[group].groupsNotKept } else { [] }
  }

  private func members(_ listed: Members) -> [UnitID] {
    var seen = Set(listed.except.flatMap { set.units(of: $0) })
    var members: [UnitID] = []
    for unit in listed.recipients.flatMap({ set.units(of: $0) }) + listed.all where seen.insert(unit).inserted {
      members.append(unit)
    }
    return members
  }
}
