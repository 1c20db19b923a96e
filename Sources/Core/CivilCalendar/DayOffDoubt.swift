/// Why days off are not final.
package enum DayOffDoubt: Hashable, Sendable {
  /// The days off of that year are not announced.
  case unannounced(year: Int)
  /// That day is meant to be off, under that name, but no law says so yet.
  case intended(CivilDate, String)
}
