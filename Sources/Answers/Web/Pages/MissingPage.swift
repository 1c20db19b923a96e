import Templates

/// There is nothing at this address.
struct MissingPage: Page {
  static let template = "missing.html"
  static let shape: [String: TemplateShape] = ["text": .text]

  let title: String
  let values: [String: TemplateValue]

  init(_ visit: Visit) {
    title = visit.say("Không có trang này", "There is no such page")
    values = [
      "text": .text(
        visit.say(
          "Việc có thể đã bị bỏ khỏi kế hoạch hoặc mang mã khác; hãy tìm trong danh sách việc.",
          "The work may have left the plan or have another id; look for it in the list of work."))
    ]
  }
}
