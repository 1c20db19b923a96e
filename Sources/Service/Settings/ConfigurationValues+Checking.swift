import Addresses
import Diagnostics
import Presentation
import SettingKeys

extension ConfigurationValues {
  /// Why a value does not fit its key.
  struct Misfit: Error {
    var advice: Bilingual?
    /// What was probably meant; nil if that is not known.
    var nearest: String?
  }

  static func checked(_ value: TOMLValue, _ kind: ConfigurationKey.Kind) -> Result<ConfigurationValue, Misfit> {
    switch (kind, value.content) {
    case (.boolean, .boolean(let boolean)): return .success(.boolean(boolean))
    case (.integer(let range), .integer(let number)) where range.contains(number): return .success(.integer(number))
    case (.choices, .array(let items)), (.domains, .array(let items)), (.networks, .array(let items)),
      (.texts, .array(let items)), (.channels, .array(let items)):
      return list(items, kind)
    case (_, .text(let text)):
      let shown = kind == .lines ? text.filter { $0 != "\n" && $0 != "\t" } : text
      if isUnsafe(shown) { return .failure(hidden) }
      if kind == .mailbox {
        guard let mailbox = Mailbox(text) else { return .failure(Misfit()) }
        return .success(.mailbox(mailbox, text))
      }
      if let misfit = misfit(text, kind) { return .failure(misfit) }
      return .success(.text(text))
    default: return .failure(Misfit())
    }
  }

  private static func isUnsafe(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: TerminalEscaper.isUnsafe)
  }

  private static let hidden = Misfit(
    advice: .init(vi: "có ký tự điều khiển hoặc vô hình", en: "it holds a control or invisible character"))

  private static func list(_ items: [TOMLValue], _ kind: ConfigurationKey.Kind) -> Result<ConfigurationValue, Misfit> {
    var texts: [String] = []
    for item in items {
      guard case .text(let text) = item.content else { return .failure(Misfit()) }
      if isUnsafe(text) { return .failure(hidden) }
      let isGood =
        switch kind {
        case .choices(let names): names.contains(text)
        // Which channels there are is known when the whole file was read.
        case .texts, .channels: !text.isEmpty
        case .domains: text == "*" || HostName.isDomain(text) && text.contains(".")
        default: NetworkRange(text) != nil
        }
      guard isGood else {
        return .failure(Misfit(advice: .init(vi: "“\(text)” không phải là giá trị như vậy", en: "“\(text)” is none")))
      }
      texts.append(text)
    }
    return .success(kind == .networks ? .networks(texts.compactMap { NetworkRange($0) }) : .list(texts))
  }

  /// Why a text does not fit; nil if it does.
  private static func misfit(_ text: String, _ kind: ConfigurationKey.Kind) -> Misfit? {
    switch kind {
    case .text, .lines: return text.isEmpty ? Misfit() : nil
    case .path: return text.hasPrefix("/") ? nil : Misfit()
    case .choice(let names):
      return names.contains(text)
        ? nil : Misfit(nearest: NearestName.nearest(to: text, among: names, limit: 1).first)
    case .host: return HostName(text) != nil ? nil : Misfit()
    case .credential: return isFileName(text) ? nil : Misfit()
    case .time: return time(text) == nil ? Misfit() : nil
    case .integer, .boolean, .choices, .texts, .channels, .domains, .networks, .mailbox: return Misfit()
    }
  }

  private static func isFileName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && text.utf8.count <= 255
      && text.utf8.allSatisfy { HostName.isAlphanumeric($0) || "._-".utf8.contains($0) }
  }
}
