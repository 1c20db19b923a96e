import HTTPMessages

/// What a page sent to be recorded, as it was typed.
struct SentForm {
  static let (token, mark, confirmed) = ("token", "mark", "yes")
  /// Bytes of a form, at most: of words that are too long for a field the page is still to be shown with them.
  static let mostBytes = 48 << 10

  var token = ""
  var mark = ""
  /// Whether what was asked about is right.
  var isConfirmed = false
  var fields: [ActField.Name: String] = [:]

  /// With what stands in the fields before anybody types.
  init(_ fields: [ActField.Name: String] = [:]) { self.fields = fields }

  /// Nil: it is no form of these pages.
  init?(_ body: [UInt8]) {
    guard let items = FormBody.items(body) else { return nil }
    for item in items {
      switch item.name {
      case Self.token: token = item.value
      case Self.mark: mark = item.value
      case Self.confirmed: isConfirmed = item.value == "1"
      default:
        guard let name = ActField.Name(rawValue: item.name) else { return nil }
        fields[name] = item.value
      }
    }
    guard !mark.isEmpty, mark.utf8.count <= 64 else { return nil }
  }
}
