import Addresses
import Diagnostics
import JSON
import SettingKeys

/// Reads the description of one channel, and finds what is wrong with it.
struct HTTPDescriptionReader {
  /// Nil if there is an error.
  private(set) var description: HTTPDescription?
  private(set) var problems: [Diagnostic] = []
  private let name: String
  private let own: ConfigurationValues

  /// The names of the channels that the configuration describes, sorted.
  static func names(in values: ConfigurationValues) -> [String] { values.names(under: ["channel"]) }

  init(_ name: String, _ values: ConfigurationValues) {
    self.name = name
    own = values.table(["channel", name])
    checkName()
    let address = template("address")
    let host = host(of: address)
    let headers = headers()
    let body = template("body")
    if own.entry("address") == nil { report(.missingKey, "", vi: "thiếu “address”", en: "“address” is missing") }
    let success = own.text("success").map { SuccessRule($0) }
    if case .some(.none) = success {
      report(
        .badValue, "success", vi: "phải có dạng “tên.tên = giá trị|giá trị”, như \"ok = true\"",
        en: "it must be like “name.name = value|value”, such as \"ok = true\"")
    }
    guard problems.isEmpty, let address, let host else { return }
    let found = HTTPDescription(
      name: name, address: address, host: host, method: own.choice("method") ?? .post, headers: headers,
      format: own.choice("format") ?? .json, body: body, success: success ?? nil, secret: SecretSource(own, "secret"),
      textLimit: own.integer("text-limit"), allowedNetworks: own.networks("allowed-networks"),
      authorities: own.text("ca-file"), timeout: own.number("timeout"))
    check(found)
    if !problems.hasErrors { description = found }
  }

  // MARK: Single keys

  /// Names that rules or logs use for other channels.
  private static let taken = ChannelCatalog.single.flatMap { [$0.key.rawValue, $0.key.name] }

  private mutating func checkName() {
    let isName =
      (1...32).contains(name.utf8.count) && !name.hasPrefix("-")
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    if !isName {
      report(
        .badValue, "", vi: "“\(name)”: tên kênh chỉ gồm chữ thường không dấu, chữ số và dấu -",
        en: "“\(name)”: a channel's name has small letters, digits and - alone")
    } else if Self.taken.contains(name) {
      report(.conflict, "", vi: "đã có kênh tên “\(name)”", en: "there is a channel “\(name)” already")
    }
  }

  private mutating func template(_ key: String) -> HTTPTemplate? {
    own.text(key).flatMap { template($0, of: key) }
  }

  private mutating func template(_ text: String, of key: String) -> HTTPTemplate? {
    do throws(HTTPTemplate.UnknownName) {
      return try HTTPTemplate(text)
    } catch {
      let names = HTTPTemplate.Name.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
      let found = PlainWords.line(error.text.prefix(30))
      report(
        .badValue, key, vi: "không có “{{\(found)}}”; có: \(names)", en: "there is no “{{\(found)}}”, but \(names)")
      return nil
    }
  }

  /// The machine: what stands before the first value must name it whole, so that no value leads to another.
  private mutating func host(of address: HTTPTemplate?) -> String? {
    guard let address else { return nil }
    let opening = address.opening
    let rest = opening.dropFirst("https://".count)
    if address.names.isEmpty || rest.contains("/") || rest.contains("?"), let target = WebAddress(Self.sample(address))
    {
      return target.host
    }
    report(
      .badValue, "address",
      vi: "phải là địa chỉ https://MÁY/…; tên máy ghi thẳng, không có {{…}}",
      en: "it must be an address https://MACHINE/… whose machine has no {{…}}")
    return nil
  }

  private static func sample(_ address: HTTPTemplate) -> String { address.filled(samples, in: .url) }

  private static let samples = Dictionary(uniqueKeysWithValues: HTTPTemplate.Name.allCases.map { ($0, "x") })

  private mutating func headers() -> [HTTPTemplate] {
    var headers: [HTTPTemplate] = []
    for line in own.list("headers") {
      let name = line.prefix { $0 != ":" }
      let isToken =
        !name.isEmpty && name.utf8.allSatisfy { HostName.isAlphanumeric($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
      if !isToken || name.count == line.count {
        report(
          .badValue, "headers", vi: "“\(line)” không có dạng “Tên: giá trị”",
          en: "“\(line)” is not like “Name: value”")
      } else if Self.ownHeaders.contains(name.lowercased()) {
        report(
          .badValue, "headers", vi: "“\(name)” do chương trình tự ghi", en: "“\(name)” is written by the program itself"
        )
      } else if let template = template(line, of: "headers") {
        headers.append(template)
      }
    }
    return headers
  }

  private static let ownHeaders: Set = ["host", "content-length", "transfer-encoding", "connection", "expect"]

  // MARK: Keys together

  private mutating func check(_ found: HTTPDescription) {
    problems += own.secretConflict("secret")
    if found.method == .get, found.body != nil {
      report(.conflict, "body", vi: "với GET thì không có “body”", en: "there is no “body” with GET")
    }
    if found.names.isDisjoint(with: [.text, .subject]) {
      report(
        .missingKey, "", vi: "không chỗ nào có {{text}} hoặc {{subject}}", en: "{{text}} or {{subject}} is nowhere")
    }
    if found.names.contains(.secret), found.secret == nil {
      report(
        .missingKey, "", vi: "có {{secret}} thì phải có “secret-credential” hoặc “secret-file”",
        en: "{{secret}} needs “secret-credential” or “secret-file”")
    }
    if !found.names.contains(.secret), found.secret != nil {
      report(.conflict, "", severity: .warning, vi: "không chỗ nào có {{secret}}", en: "{{secret}} is nowhere")
    }
    if found.format == .json, let body = found.body, JSONValue(body.filled(Self.samples, in: .json).utf8) == nil {
      report(
        .badValue, "body",
        vi: "không phải là JSON; mỗi {{…}} phải nằm trong ngoặc kép, như \"{{text}}\"",
        en: "it is not JSON; each {{…}} stands within quotes, as \"{{text}}\"")
    }
  }

  /// - Parameter key: nil or empty for the channel as a whole.
  private mutating func report(
    _ code: ConfigurationCode, _ key: String, severity: Diagnostic.Severity = .error, vi: String, en: String
  ) {
    let keys = key.isEmpty ? HTTPChannel.settings.map(\.last) : [key]
    guard let entry = own.first(of: keys) else { return }
    let place = key.isEmpty ? "channel.\(name)" : "channel.\(name).\(key)"
    problems.append(code.diagnostic(severity, vi: "“\(place)”: \(vi)", en: "“\(place)”: \(en)", at: entry.span))
  }
}
