package import Diagnostics
package import SettingKeys

extension HTTPChannel {
  package static let settings = [
    ConfigurationKey(
      "channel.*.address", .text, nil, example: "\"https://api.telegram.org/bot{{secret}}/sendMessage\"",
      vi: "địa chỉ https được gọi; tên máy ghi thẳng, phần sau có thể có {{address}}, {{secret}}, {{text}} …",
      en:
        "the https address that is called; its machine as it is, then {{address}}, {{secret}}, {{text}} … where wanted"),
    ConfigurationKey(
      "channel.*.method", .choice(HTTPDescription.Method.allCases.map(\.rawValue)),
      .text(HTTPDescription.Method.post.rawValue), vi: "phương thức HTTP", en: "the HTTP method"),
    ConfigurationKey(
      "channel.*.headers", .texts, .list([]), example: "[\"Authorization: Bearer {{secret}}\"]",
      vi: "các dòng đầu của lời gọi, dạng “Tên: giá trị”", en: "headers of the call, as “Name: value”"),
    ConfigurationKey(
      "channel.*.format", .choice(HTTPDescription.Format.allCases.map(\.rawValue)),
      .text(HTTPDescription.Format.json.rawValue), vi: "cách viết phần thân và các giá trị trong đó",
      en: "how the body is written, and the values in it"),
    ConfigurationKey(
      "channel.*.body", .lines, nil, example: "'{\"chat_id\": \"{{address}}\", \"text\": \"{{text}}\"}'",
      vi: "phần thân của lời gọi; với GET thì không có", en: "the body of the call; none with GET"),
    ConfigurationKey(
      "channel.*.success", .text, nil, example: "\"ok = true\"",
      vi: "điều mà câu trả lời (JSON) phải nói, ngoài mã 2xx",
      en: "what the answer (JSON) must say besides a status 2xx"),
    ConfigurationKey(
      "channel.*.text-limit", .integer(20...100_000), nil, example: "4096",
      vi: "số ký tự nhiều nhất của {{text}}; dài hơn thì bớt các dòng cuối và ghi bớt mấy dòng",
      en: "the most characters of {{text}}; of a longer one the last lines are left out, and counted"),
    ConfigurationKey(
      "channel.*.secret-credential", .credential, nil, example: "\"telegram-secret\"",
      vi: "{{secret}}: tên tệp trong `$CREDENTIALS_DIRECTORY`",
      en: "{{secret}}: name of a file in `$CREDENTIALS_DIRECTORY`"),
    ConfigurationKey(
      "channel.*.secret-file", .path, nil, example: "\"/etc/nhacviec/telegram-secret\"",
      vi: "{{secret}}: tệp chỉ người chạy đọc được", en: "{{secret}}: a file that others cannot read"),
    ConfigurationKey(
      "channel.*.allowed-networks", .networks, .networks([]), example: "[\"10.1.2.3\", \"192.168.0.0/24\"]",
      vi: "địa chỉ riêng, nội bộ được phép gọi tới", en: "private and loopback addresses that may be called"),
    ConfigurationKey(
      "channel.*.ca-file", .path, nil, example: "\"/etc/ssl/certs/ca-certificates.crt\"",
      vi: "chứng thư gốc được tin; mặc định của hệ thống", en: "trusted root certificates; else the system's"),
    ConfigurationKey(
      "channel.*.timeout", .integer(1...120), .integer(30), vi: "thời gian chờ tối đa mỗi lần gọi, giây",
      en: "seconds for one call"),
  ]

  package static func secrets(in values: ConfigurationValues) -> [(key: String, source: SecretSource)] {
    HTTPDescriptionReader.names(in: values).compactMap { name in
      SecretSource(values.table(["channel", name]), "secret").map { ("channel.\(name).secret", $0) }
    }
  }

  package static func problems(in values: ConfigurationValues, _ source: SourceText) -> [Diagnostic] {
    HTTPDescriptionReader.names(in: values).flatMap { HTTPDescriptionReader($0, values).problems }
  }
}
