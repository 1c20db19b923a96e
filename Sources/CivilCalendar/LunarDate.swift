/// A day of the Vietnamese lunisolar calendar (UTC+7), lunar years 1976 to 2199.
public struct LunarDate: Hashable, Sendable {
  /// The lunar year, called by the civil year in which it begins.
  public let year: Int
  /// 1...12
  public let month: Int
  /// 1...30
  public let day: Int
  /// Whether `month` is the repeated one (*tháng nhuận*).
  public let isLeap: Bool

  /// Civil years whose every day has a lunar date here.
  public static let years = 1976...2199

  /// Nil outside the years, or if that year has no such day.
  public init?(year: Int, month: Int, day: Int, isLeap: Bool = false) {
    return nil
  }

  /// Nil outside the years.
  public init?(_ date: CivilDate) {
    return nil
  }

  public var civil: CivilDate? { nil }
}
