import CivilCalendar
import Presentation

/// Which days are counted, and on which day, in words.
struct StatisticPeriod {
  let from: CivilDate?
  let until: CivilDate?
  let today: CivilDate
  /// The time of that day as of which it was asked for; nil: its end, or now.
  var time: ClockTime?
  let language: Language

  /// `từ ngày 01/01/2024 đến hết ngày 31/3/2024`; empty if all days are counted.
  var words: String {
    let dates = DateWording(language)
    switch (from, until) {
    case (let from?, let until?): return dates.range(DayRange(first: from, last: until))
    case (let from?, nil): return language.choose(vi: "từ ngày \(dates.day(from))", en: "from \(dates.day(from))")
    case (nil, let until?):
      return language.choose(vi: "đến hết ngày \(dates.day(until))", en: "until \(dates.day(until))")
    case (nil, nil): return ""
    }
  }

  /// `ngày 31/3/2024`, `17h00 ngày 31/3/2024`
  var asOf: String { DateWording(language).moment(today, time) }

  /// `Nhiệm vụ có hạn từ ngày … đến hết ngày …; số liệu tính đến ngày …`
  var sentence: String {
    let counted = words.isEmpty ? "" : language.choose(vi: "Nhiệm vụ có hạn \(words); ", en: "Due \(words); ")
    return counted
      + language.choose(
        vi: counted.isEmpty ? "Số liệu tính đến \(asOf)" : "số liệu tính đến \(asOf)", en: "as of \(asOf)")
  }
}
