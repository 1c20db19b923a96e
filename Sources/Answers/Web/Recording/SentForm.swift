import HTTPMessages

/// What a page sent to be recorded, as it was typed.
struct SentForm {
  static let (token, mark, confirmed, about) = ("token", "mark", "yes", "about")
  /// Bytes of a form, at most: of words that are too long for a field the page is still to be shown with them.
  static let mostBytes = 48 << 10

  var token = ""
  var mark = ""
  /// Whether what was asked about is right.
  var isConfirmed = false
  /// The number of the fact that the page showed to be answered, 0 for none; nil if what was sent does not say.
  var about: Int?
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
      case Self.about:
        guard let number = Int(item.value) else { return nil }
        about = number
      case Self.confirmed: isConfirmed = item.value == "1"
      default:
        guard let name = ActField.Name(rawValue: item.name) else { return nil }
        fields[name] = item.value
      }
    }
    guard !mark.isEmpty, mark.utf8.count <= 64 else { return nil }
  }
}
