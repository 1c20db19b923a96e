package import CivilCalendar

extension DayStatus {
  /// What a day is that differs from the weekly rhythm, without its name; nil for plain working days and weekly days off.
  package func kind(_ language: Language) -> String? {
    switch self {
    case .holiday: language.choose(vi: "nghỉ", en: "off")
    case .substitute: language.choose(vi: "nghỉ bù, hoán đổi", en: "off in lieu")
    case .makeUp: language.choose(vi: "làm bù", en: "worked")
    case .doubtful: language.choose(vi: "có thể nghỉ", en: "may be off")
    case .working, .weeklyDayOff: nil
    }
  }

  /// The same with the name: `nghỉ (Quốc khánh)`.
  package func words(_ language: Language) -> String? {
    guard let kind = kind(language), let name else { return nil }
    return kind + (name.isEmpty ? "" : " (\(name))")
  }
}
