import Addresses
import Diagnostics
import RuleSyntax

/// Where units are written to: `email`, `webhook`, and `kênh NAME` · `channel NAME`.
extension Resolver {
  func addresses(_ block: BlockSyntax, _ file: ResolvedFile) -> [Channel: String] {
    var found: [Channel: String] = [:]
    var fields: [Channel: FieldSyntax] = [:]
    for field in block.fields {
      guard let channel = channel(field, file) else { continue }
      if let first = fields[channel] {
        repeated(field, first, file)
        continue
      }
      fields[channel] = field
      let address = file.text(field.value)
      if !field.value.isEmpty, isAddress(address, of: channel, field, file) { found[channel] = address }
    }
    return found
  }

  /// The channel whose address the field gives; nil for other fields, and where the channel's name is missing.
  private func channel(_ field: FieldSyntax, _ file: ResolvedFile) -> Channel? {
    switch field.key {
    case .email: return .mail
    case .webhook: return .webhook
    case .channel:
      guard let name = field.label else {
        report(
          Diagnostic(
            .unknownChannel, vi: "thiếu tên kênh; phải ghi “kênh TÊN: ĐỊA CHỈ”",
            en: "the channel's name is missing; it is written “channel NAME: ADDRESS”", at: file.span(field.keyRange),
            notes: channelNotes))
        return nil
      }
      return Channel(named: FoldedName(file.syntax.text(name)).text)
    default: return nil
    }
  }

  /// Whether the channel can send to the address, by the same parser that serves the sending.
  private func isAddress(_ text: String, of channel: Channel, _ field: FieldSyntax, _ file: ResolvedFile) -> Bool {
    guard let channels else { return true }
    guard let form = channels.first(where: { $0.channel == channel }) else {
      unknownChannel(field.label ?? field.keyRange, file)
      return false
    }
    if form.accepts(text) { return true }
    badValue(.badAddress, field, file, expectedVi: form.expectedVi, expectedEn: form.expectedEn)
    return false
  }

  private func unknownChannel(_ range: Range<Int>, _ file: ResolvedFile) {
    let text = file.syntax.text(range)
    let span = file.span(range)
    let near = NearestName.nearest(to: text, among: channelNames, limit: 1)
    report(
      Diagnostic(
        .unknownChannel, vi: "không có kênh nào tên “\(Clipped.text(text))”",
        en: "there is no channel called “\(Clipped.text(text))”", at: span, notes: channelNotes,
        fixIts: near.map { .didYouMean($0, at: span) }))
  }

  private var channelNames: [String] { (channels ?? []).map(\.channel.name) }

  private var channelNotes: [Diagnostic.Note] {
    let names = channelNames.joined(separator: ", ")
    return names.isEmpty ? [] : [Diagnostic.Note(.init(vi: "các kênh: \(names)", en: "the channels: \(names)"))]
  }

  private func repeated(_ field: FieldSyntax, _ first: FieldSyntax, _ file: ResolvedFile) {
    let names = [field, first].map { $0.label.map { file.syntax.source.foldedName($0) } }
    // The reader of blocks has reported a repeated key of the same name already.
    if field.key == first.key, names[0] == names[1] { return }
    let note = Diagnostic.Note(.init(vi: "đã ghi lần đầu ở đây", en: "first given here"), at: file.span(first.keyRange))
    report(
      Diagnostic(
        .repeatedKey, vi: "địa chỉ của kênh này được ghi hai lần trong một khối",
        en: "the channel's address is given twice in one block", at: file.span(field.keyRange), notes: [note]))
  }
}
