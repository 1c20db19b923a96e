package import Expansion

/// What is said of the days by which something is late.
package struct DelayWording {
  private let language: Language
  private let dates: DateWording

  package init(_ dates: DateWording) { (language, self.dates) = (dates.language, dates) }

  /// `Trễ 12 ngày: 3 ngày chờ xác nhận (từ ngày 11/3/2024 đến ngày 13/3/2024); …`, without a stop at its end.
  package func text(of delay: Delay) -> String {
    let parts = delay.stretches.map { stretch in
      let (count, days) = (stretch.days.count, stretch.days)
      let when =
        count == 1
        ? language.choose(vi: dates.dayInSentence(days.first), en: dates.day(days.first))
        : language.choose(
          vi: "từ \(dates.dayInSentence(days.first)) đến \(dates.dayInSentence(days.last))",
          en: "\(dates.day(days.first)) to \(dates.day(days.last))")
      return "\(self.days(count)) \(text(of: stretch.cause)) (\(when))"
    }
    return language.choose(vi: "Trễ ", en: "Late by ") + days(delay.total) + ": " + parts.joined(separator: "; ")
  }

  private func days(_ count: Int) -> String {
    let number = language.number(count)
    return language.choose(vi: "\(number) ngày", en: count == 1 ? "1 day" : "\(number) days")
  }

  /// Behind a number of days, and at the head of a column.
  package func text(of cause: Delay.Cause) -> String {
    switch cause {
    case .confirmation: language.choose(vi: "chờ xác nhận", en: "waiting for confirmation")
    case .decision: language.choose(vi: "chờ trả lời đề nghị gia hạn", en: "waiting for an answer to a request")
    case .waiting: language.choose(vi: "chờ sự kiện hoặc việc khác", en: "waiting for an event or other work")
    case .silence: language.choose(vi: "ngừng nhắc", en: "without reminders")
    case .toldLate: language.choose(vi: "do được biết muộn", en: "from hearing of it late")
    case .own: language.choose(vi: "của đơn vị", en: "of its own")
    }
  }
}
