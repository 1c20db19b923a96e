import Deadlines
import Diagnostics

/// Cuts a source into blocks and fields by its lines (docs/language.md, "The text of a file"). After a mistake it goes
/// on with the next line, or, where the header is not understood, with the next header.
struct BlockReader {
  let source: SourceText
  var diagnostics: DiagnosticList
  private(set) var blocks: [BlockSyntax] = []

  /// A tab makes a line a continuation, and files may have such lines that look like fields. Only where the file could
  /// not be right by that are they taken for fields, and told.
  private let takesTabs: Bool
  private var tabs = (areBeforeFields: false, areInValues: false, areTold: false)
  private var lacksField = false
  /// Whether lines with tabs should be fields.
  var isSpoiledByTabs: Bool { !takesTabs && (tabs.areInValues || tabs.areBeforeFields && lacksField) }

  private var block: BlockSyntax?
  /// The fields of a header that was not understood are passed over.
  private var isSkipping = false
  /// A line of the block could not be read: what it lacks may have stood there.
  private var hasUnreadLine = false
  /// What a continuation line continues.
  private var continued = Continued.nothing

  private var spellings: [Spelling: FieldKey] = [:]

  /// A key as written, in one kind of block.
  private struct Spelling: Hashable {
    var bytes: ArraySlice<UInt8>
    var keyword: BlockKeyword

    init(_ bytes: ArraySlice<UInt8>, in keyword: BlockKeyword) {
      self.bytes = bytes
      self.keyword = keyword
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(keyword)
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private enum Continued { case nothing, title, field, mistake }

  init(source: SourceText, diagnostics: DiagnosticList, takesTabs: Bool = false) {
    self.source = source
    self.takesTabs = takesTabs
    self.diagnostics = diagnostics
  }

  mutating func read() {
    let lines = LineScanner(bytes: source.bytes)
    var position = 0
    while let line = lines.line(at: position) {
      position = line.next
      if line.content.isEmpty || lines.bytes[line.content.lowerBound] == UInt8(ascii: "#") { continue }
      guard line.content.count <= RuleFileParser.maximumLineLength else {
        report(
          .lineTooLong, line.content.lowerBound..<(line.content.lowerBound + 1),
          vi: "dòng dài \(line.content.count) byte; tối đa \(RuleFileParser.maximumLineLength)",
          en: "the line has \(line.content.count) bytes; at most \(RuleFileParser.maximumLineLength) are read")
        continued = .mistake
        continue
      }
      switch line.indent {
      case .none:
        guard blocks.count < RuleFileParser.maximumBlocks else { return tooManyBlocks(line.content) }
        header(line.content)
      case .field: field(line.content)
      case .continuation: continuation(line.content, hasTab: line.hasTab)
      }
    }
    finishBlock()
  }

  private mutating func tooManyBlocks(_ range: Range<Int>) {
    report(
      .tooManyBlocks, range, vi: "tệp có hơn \(RuleFileParser.maximumBlocks) khối; hãy chia thành nhiều tệp",
      en: "the file has more than \(RuleFileParser.maximumBlocks) blocks; split it")
    finishBlock()
  }

  private mutating func finishBlock() {
    guard let finished = block else { return }
    block = nil
    checkRequired(finished)
    blocks.append(finished)
  }

  // MARK: Headers

  private mutating func header(_ line: Range<Int>) {
    finishBlock()
    hasUnreadLine = false
    let header = HeaderLine(line, in: source)
    isSkipping = header.keyword == nil
    continued = isSkipping ? .mistake : .title
    guard let keyword = header.keyword else {
      return unknownBlock(header)
    }
    if header.colon == nil {
      report(
        .headerWithoutColon, line, vi: "thiếu dấu “:” sau tên khối; dạng đúng là “từ khóa mã: tên gọi”",
        en: "the “:” of the header is missing; a header is “keyword id: title”",
        fix: (.init(vi: "thêm “:”", en: "add “:”"), line.upperBound..<line.upperBound, ":"))
    }
    var id = header.id
    if let range = id, !HeaderLine.isID(source.bytes[range]) {
      badID(range)
      if header.title.isEmpty { id = nil }
    }
    let title = header.title.isEmpty ? nil : ValueSyntax(first: header.title)
    block = BlockSyntax(keyword: keyword, keywordRange: header.keywordRange, id: id, title: title, fields: [])
  }

  private mutating func unknownBlock(_ header: HeaderLine) {
    let surfaces = BlockKeyword.allCases.flatMap { keyword in
      VietnameseKeywords.surfaces(of: keyword) + EnglishKeywords.surfaces(of: keyword)
    }
    let text = source.text(header.keywordRange)
    // The first words are taken for the keyword: the id behind it is never near one.
    let words = text.split(whereSeparator: \.isWhitespace)
    let found = (1...3).compactMap { count in
      let prefix = words.prefix(count).joined(separator: " ")
      return NearestName.nearest(to: prefix, among: surfaces, limit: 1).first.map { (prefix, $0, count) }
    }
    // All words of a keyword of several words are replaced.
    let near = found.last { $0.1.split(separator: " ").count == $0.2 } ?? found.first
    let prefixLength = near.map { $0.0.utf8.count } ?? header.keywordRange.count
    let range =
      header.keywordRange
      .lowerBound..<min(
        header.keywordRange.lowerBound + prefixLength, header.keywordRange.upperBound)
    report(
      .unknownBlock, range,
      vi: "“\(clipped(source.text(range)))” không mở đầu một khối; có thể là: kế hoạch, đơn vị, nhóm, sự kiện, mục, "
        + "nhiệm vụ, cách nhắc, lịch, kiểm thử (trường của một khối thì lùi vào 2 dấu cách)",
      en: "“\(clipped(source.text(range)))” does not begin a block; what can stand here is: plan, unit, group, event, "
        + "section, task, reminders, calendar, test (a field of a block is indented by 2 spaces)",
      fix: near.map { (.init(vi: "có phải là “\($0.1)”?", en: "did you mean “\($0.1)”?"), range, $0.1) })
  }

  private mutating func badID(_ range: Range<Int>) {
    let text = source.text(range)
    let suggestion = HeaderLine.suggestedID(text)
    report(
      .badID, range,
      vi: "mã “\(clipped(text))” chỉ được gồm chữ không dấu, chữ số, dấu chấm và gạch nối, bắt đầu bằng chữ hoặc số",
      en:
        "the id “\(clipped(text))” may have only ASCII letters, digits, dots and hyphens, beginning with a letter or digit",
      fix: suggestion.isEmpty
        ? nil : (.init(vi: "viết “\(suggestion)”", en: "write “\(suggestion)”"), range, suggestion))
  }

  // MARK: Fields

  private mutating func field(_ line: Range<Int>) {
    if isSkipping { return }
    guard let keyword = block?.keyword else {
      continued = .mistake
      return report(
        .fieldOutsideBlock, line, vi: "dòng lùi vào này không thuộc khối nào; khối bắt đầu ở đầu dòng",
        en: "this indented line belongs to no block; a block begins at the start of a line")
    }
    guard let parts = FieldLine(line, in: source) else {
      continued = .mistake
      hasUnreadLine = true
      return report(
        .fieldWithoutColon, line,
        vi: "dòng này không có dạng “khóa: giá trị”; dòng viết tiếp của dòng trên phải lùi vào ít nhất 4 dấu cách",
        en: "this line is not “key: value”; a line that continues the one above is indented by 4 spaces or more")
    }
    guard !parts.labelIsOpen else {
      continued = .mistake
      hasUnreadLine = true
      return report(
        .unclosedLabel, parts.label ?? line, vi: "nhãn thiếu dấu “)”", en: "the label lacks its “)”")
    }
    continued = .field
    add(parts, keyword)
  }

  private mutating func add(_ parts: FieldLine, _ keyword: BlockKeyword) {
    var parts = parts
    var key = key(parts.key, keyword)
    let bracket = parts.label
    if key == .column, let named = parts.named(in: keyword, source) {
      (key, parts.label) = (named.key, named.name)
    } else if key == .column, keyword != .task {
      unknownKey(parts.key, keyword)
    }
    if let label = bracket, key != .column, !key.takesLabel(in: keyword) {
      report(
        .labelNotAllowed, label, vi: "“\(source.text(parts.key))” không nhận nhãn trong ngoặc",
        en: "“\(source.text(parts.key))” takes no label in brackets")
    }
    // Several due lines are told apart by their labels when all of them are known.
    if !key.isRepeatable, key != .due, let first = block?.fields.first(where: { isSame($0, key, parts) }) {
      let note = Diagnostic.Note(.init(vi: "đã ghi lần đầu ở đây", en: "first given here"), at: span(first.keyRange))
      diagnostics.add(
        Diagnostic(
          .repeatedKey, vi: "“\(source.text(parts.key))” được ghi hai lần trong một khối",
          en: "“\(source.text(parts.key))” is given twice in one block", at: span(parts.key), notes: [note]))
    }
    block?.fields.append(
      FieldSyntax(key: key, keyRange: parts.key, label: parts.label, value: ValueSyntax(first: parts.value)))
  }

  /// Each spelling is folded and looked up once, and then found by its bytes.
  private mutating func key(_ range: Range<Int>, _ keyword: BlockKeyword) -> FieldKey {
    let spelling = Spelling(source.bytes[range], in: keyword)
    if let known = spellings[spelling] { return known }
    let key = Keywords.field(source.foldedName(range), in: keyword) ?? .column
    if key != .column { spellings[spelling] = key }
    return key
  }

  private func isSame(_ field: FieldSyntax, _ key: FieldKey, _ parts: FieldLine) -> Bool {
    guard field.key == key, (field.label == nil) == (parts.label == nil) else { return false }
    if key == .column, source.foldedName(field.keyRange) != source.foldedName(parts.key) { return false }
    guard let mine = field.label, let label = parts.label else { return true }
    return source.foldedName(mine) == source.foldedName(label)
  }

  private mutating func unknownKey(_ range: Range<Int>, _ keyword: BlockKeyword) {
    diagnostics.add(UnknownKey.diagnostic(source, range, in: keyword, extraColumns: []))
  }

  /// The key of a line that would be a field of the block if it were indented by two spaces.
  private func lookedLikeKey(_ line: Range<Int>) -> Range<Int>? {
    guard let block, let parts = FieldLine(line, in: source), !parts.labelIsOpen else { return nil }
    let isKnown = Keywords.field(source.foldedName(parts.key), in: block.keyword) != nil
    return isKnown || parts.named(in: block.keyword, source) != nil ? parts.key : nil
  }

  private mutating func tabBeforeField(_ key: Range<Int>) {
    guard !tabs.areTold else { return }
    tabs.areTold = true
    let start = source.bytes[..<key.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    report(
      .tabBeforeField, key,
      vi:
        "trước “\(source.text(key))” là phím Tab; trường thì lùi vào 2 dấu cách, hãy thay Tab ở đầu các dòng của tệp bằng 2 "
        + "dấu cách",
      en:
        "a tab stands before “\(source.text(key))”; a field is indented by 2 spaces: write 2 spaces for the tabs at the "
        + "beginning of the file's lines",
      fix: (.init(vi: "viết 2 dấu cách", en: "write 2 spaces"), start..<key.lowerBound, "  "))
  }

  private mutating func continuation(_ line: Range<Int>, hasTab: Bool) {
    let key = lookedLikeKey(line)
    if let key, hasTab {
      if takesTabs {
        tabBeforeField(key)
        return field(line)
      }
      tabs.areBeforeFields = true
      // These hold names and days, and no “key: value”.
      if continued == .field, let last = block?.fields.last?.key, [.lead, .support, .due].contains(last) {
        tabs.areInValues = true
      }
    }
    if isSkipping || continued == .mistake { return }
    guard let current = block, continued != .nothing else {
      continued = .mistake
      return report(
        .fieldOutsideBlock, line, vi: "dòng lùi vào này không thuộc khối nào; khối bắt đầu ở đầu dòng",
        en: "this indented line belongs to no block; a block begins at the start of a line")
    }
    if let key {
      report(
        .continuationLooksLikeField, key,
        vi: "dòng lùi vào từ 4 dấu cách nên được coi là viết tiếp dòng trên, không phải trường "
          + "“\(source.text(key))”; nếu là trường thì lùi vào 2 dấu cách",
        en: "indented by 4 spaces or more, this line continues the one above and is not the field "
          + "“\(source.text(key))”; a field is indented by 2 spaces")
    }
    if continued == .field, let last = current.fields.indices.last {
      block?.fields[last].value.continuations.append(line)
    } else if current.title == nil {
      block?.title = ValueSyntax(first: line)
    } else {
      block?.title?.continuations.append(line)
    }
  }

  // MARK: Checks of a whole block

  private mutating func checkRequired(_ block: BlockSyntax) {
    if block.id == nil, block.title == nil {
      report(
        .headerWithoutName, block.keywordRange, vi: "khối thiếu cả mã lẫn tên gọi; phải có ít nhất một",
        en: "the block has neither id nor title; at least one is needed")
    } else if block.keyword.needsID, block.id == nil {
      missingID(block)
    }
    for field in block.fields where field.value.isEmpty && field.key != .column {
      report(
        .emptyField, field.keyRange, vi: "“\(source.text(field.keyRange))” chưa có giá trị",
        en: "“\(source.text(field.keyRange))” has no value")
    }
    let isAnnouncement = block.keyword == .calendar && (block.field(.addsTo) != nil || block.field(.year) != nil)
    for choice in block.keyword.requiredFields(isAnnouncement: isAnnouncement)
    where !hasUnreadLine && !block.fields.contains(where: { choice.contains($0.key) }) {
      lacksField = true
      let vi = choice.map { "“\(Keywords.name(of: $0, vietnamese: true))”" }.joined(separator: " hoặc ")
      let en = choice.map { "“\(Keywords.name(of: $0, vietnamese: false))”" }.joined(separator: " or ")
      report(
        .missingField, block.header, vi: "\(Keywords.name(of: block.keyword, vietnamese: true)) phải có \(vi)",
        en: "a \(Keywords.name(of: block.keyword, vietnamese: false)) needs \(en)")
    }
  }

  private mutating func missingID(_ block: BlockSyntax) {
    let vi = Keywords.name(of: block.keyword, vietnamese: true)
    let en = Keywords.name(of: block.keyword, vietnamese: false)
    let place = block.keywordRange.upperBound..<block.keywordRange.upperBound
    let suggestion = block.title.map { HeaderLine.suggestedID(source.text($0.first)) } ?? ""
    report(
      .missingID, block.header,
      vi: "\(vi) phải có mã, để giữ nguyên danh tính khi câu chữ thay đổi: “\(vi) mã: tên gọi”",
      en: "a \(en) needs an id, by which it stays the same when its words change: “\(en) id: title”",
      fix: suggestion.isEmpty
        ? nil : (.init(vi: "thêm mã “\(suggestion)”", en: "add the id “\(suggestion)”"), place, " " + suggestion))
  }

  // MARK: Diagnostics

  private func span(_ range: Range<Int>) -> Span { Span(source, range.lowerBound, range.upperBound) }

  private mutating func report(
    _ code: DiagnosticCode, _ range: Range<Int>, vi: String, en: String,
    fix: (words: Bilingual, range: Range<Int>, text: String)? = nil
  ) {
    let fixIts = fix.map { [Diagnostic.FixIt($0.words, replace: span($0.range), with: $0.text)] } ?? []
    diagnostics.add(Diagnostic(code, vi: vi, en: en, at: span(range), fixIts: fixIts))
  }
}

/// The words of a user as messages show them: their first hundred characters.
func clipped(_ text: String) -> String {
  text.unicodeScalars.count <= 100 ? text : String(text.unicodeScalars.prefix(100)) + "…"
}

extension SourceText {
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
