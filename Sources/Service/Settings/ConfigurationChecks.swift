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
    checkOffice()
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
}
