import CivilCalendar
package import Diagnostics

/// Why what somebody asks for by a filter means nothing, with the name of the filter, so that it is said beside that.
package struct FilterFault: Error {
  /// As addresses and the command line have it.
  package let filter: String
  package let words: Bilingual

  /// Of two days that limit what is asked for.
  package static let lastBeforeFirst = FilterFault(
    filter: "to", words: .init(vi: "ngày cuối trước ngày đầu", en: "the last day is before the first"))

  static func checkDays(_ first: CivilDate?, _ last: CivilDate?) throws(FilterFault) {
    if let first, let last, last < first { throw .lastBeforeFirst }
  }

  /// Hands on what is found, or why it is not.
  static func of<Found>(
    _ filter: String, _ find: () throws(OperationFailure) -> Found
  ) throws(FilterFault) -> Found {
    do throws(OperationFailure) { return try find() } catch {
      throw FilterFault(filter: filter, words: error.remark.summary)
    }
  }
}
