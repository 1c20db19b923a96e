import Addresses
import Channels
import Diagnostics
import SettingKeys

/// Finds mistakes that single values do not show: keys that need or contradict one another.
struct ConfigurationChecks {
  private let values: ConfigurationValues
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(_ values: ConfigurationValues, _ source: SourceText) {
    self.values = values
    self.source = source
    for channel in ChannelCatalog.all { diagnostics += channel.problems(in: values, source) }
    if !diagnostics.hasErrors { checkChannels() }
    checkOffice()
    checkWeb()
  }

  private mutating func checkChannels() {
    let names = ChannelSet(values, credentials: nil).forms.map(\.channel.rawValue)
    guard let used = values.entry("delivery.channels") else { return }
    for name in values.list("delivery.channels") where !names.contains(name) {
      let near = NearestName.nearest(to: name, among: names, limit: 1)
      let list = names.joined(separator: ", ")
      diagnostics.append(
        ConfigurationCode.badValue.diagnostic(
          vi: "không có kênh “\(name)”; có: \(list)", en: "there is no channel “\(name)”, but \(list)", at: used.span,
          notes: near.map { Diagnostic.Note(.init(vi: "có phải “\($0)”?", en: "did you mean “\($0)”?")) }))
    }
  }

  private mutating func checkOffice() {
    guard let slot = values.time("office.slot"), let closing = values.time("office.closing"), closing <= slot else {
      return
    }
    diagnostics.append(
      ConfigurationCode.conflict.diagnostic(
        vi: "“office.closing” phải sau “office.slot”", en: "“office.closing” must come after “office.slot”",
        at: (values.entry("office.closing") ?? values.entry("office.slot"))?.span ?? Span(source, 0, 0)))
  }

  private mutating func checkWeb() {
    guard let address = values.text("web.address") else { return }
    let isRight = ["https", "http"].contains { WebAddress(address, scheme: $0) != nil } && !address.contains("?")
    guard !isRight else { return }
    diagnostics.append(
      ConfigurationCode.badValue.diagnostic(
        vi: "“\(address)” không phải địa chỉ web; viết như \"https://nhacviec.so.example\"",
        en: "“\(address)” is no web address; write it as \"https://nhacviec.so.example\"",
        at: values.entry("web.address")?.span ?? Span(source, 0, 0)))
  }
}
