import Presentation

/// The words of an event in one language.
package struct FeedWords {
  private let language: Language
  private let dates: DateWording

  init(_ language: Language) {
    self.language = language
    dates = DateWording(language)
  }

  /// Everything that the event says in both languages. It says something else exactly if this differs.
  package static func all(of event: FeedEvent) -> String {
    let words = [Language.vi, .en].map(FeedWords.init).map {
      "\($0.summary(event, names: true))\n\($0.description(event))"
    }
    return (["\(event.day) \(event.standing.rawValue) \(event.isClassified)"] + words).joined(separator: "\n")
  }

  /// `✓ Báo cáo quý (Văn phòng Sở)`
  /// - Parameter names: whether the leads are named.
  func summary(_ event: FeedEvent, names: Bool) -> String {
    guard !event.isClassified else {
      return say("Việc có độ mật \(event.title)", "Classified duty \(event.title)")
    }
    let units = names && !event.leads.isEmpty ? " (\(event.leads.joined(separator: "; ")))" : ""
    let mark =
      switch event.standing {
      case .open: ""
      case .done: "✓ "
      case .waived: say("Đã miễn: ", "Waived: ")
      case .withdrawn: say("Đã bãi bỏ: ", "Withdrawn: ")
      case .gone: say("Không còn: ", "Cancelled: ")
      }
    return mark + event.title + units
  }

  /// What stands below the title, a line each; empty where there is nothing to say.
  func description(_ event: FeedEvent) -> String {
    guard !event.isClassified else { return "" }
    var lines: [String] = []
    func add(_ vi: String, _ en: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(say(vi, en)): \(value)") }
    }
    let details = event.details
    lines += [standing(event)].compactMap { $0 }
    add(
      "Hạn", "Due",
      details?.cutoff.map { bound in
        say(
          "trước \(dates.time(bound)) \(dates.dayInSentence(event.day))",
          "before \(dates.time(bound)) on \(dates.dayInSentence(event.day))")
      })
    add("Sản phẩm", "Product", details?.product)
    add("Chủ trì", "Lead", event.leads.joined(separator: "; "))
    add("Phối hợp", "Support", details?.supports.joined(separator: "; "))
    add("Kế hoạch", "Plan", details.map(place))
    add("Theo kế hoạch", "In the plan", details?.wording.map { "“\($0)”" })
    if details?.isProvisional ?? false {
      lines.append(
        say(
          "Ngày này là tạm tính vì lịch nghỉ chưa được chốt.",
          "This day is provisional: the days off are not settled yet."))
    }
    return lines.joined(separator: "\n")
  }

  private func standing(_ event: FeedEvent) -> String? {
    let ended = event.details?.ended.map(dates.dayInSentence)
    return switch event.standing {
    case .open: nil
    case .done: say("Đã xong\(ended.map { " \($0)" } ?? "").", "Done\(ended.map { " on \($0)" } ?? "").")
    case .waived: say("Được miễn, không phải làm nữa.", "Waived: it need not be done.")
    case .withdrawn:
      say("Bị bãi bỏ\(ended.map { " từ \($0)" } ?? "").", "Withdrawn\(ended.map { " from \($0)" } ?? "").")
    case .gone:
      say(
        "Các kế hoạch đang có hiệu lực không còn việc này với hạn này.",
        "The plans in force have no such duty of this day any more.")
    }
  }

  /// `Kế hoạch cải cách hành chính năm 2024 (số 12/KH-SVHTT), mục II, dòng 3`
  private func place(_ details: FeedEvent.Details) -> String {
    var text = details.plan
    if let number = details.planNumber { text += say(" (số \(number))", " (No. \(number))") }
    if let section = details.section { text += say(", mục \(section)", ", section \(section)") }
    if let row = details.row { text += say(", dòng \(row)", ", row \(row)") }
    return text
  }

  /// The name of a feed.
  func title(_ subject: FeedScope.Subject, _ name: String) -> String {
    switch subject {
    case .all: say("Nhắc việc", "NhacViec")
    case .unit, .plan, .person: say("Nhắc việc: \(name)", "NhacViec: \(name)")
    }
  }

  private func say(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language.choose(vi: vi(), en: en())
  }
}
