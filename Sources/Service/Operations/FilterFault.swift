import CivilCalendar
package import Diagnostics

/// Why what somebody asks for by a filter means nothing, with the name of the filter, so that it is said beside that.
package struct FilterFault: Error {
  /// As addresses and the command line have it.
  package let filter: String
  package let words: Bilingual
  /// What else of the same question means nothing.
  package private(set) var others: [FilterFault] = []

  private init(filter: String, words: Bilingual) { (self.filter, self.words) = (filter, words) }

  /// Of two days that limit what is asked for.
  package static let lastBeforeFirst = FilterFault(
    filter: "to", words: .init(vi: "ngày cuối trước ngày đầu", en: "the last day is before the first"))

  static func checkDays(_ first: CivilDate?, _ last: CivilDate?) throws(FilterFault) {
    if let first, let last, last < first { throw .lastBeforeFirst }
  }

  /// Finds what several filters mean, and all that is wrong with them.
  struct Search {
    private var faults: [FilterFault] = []

    /// - Parameters: the days that limit what is asked for.
    init(from first: CivilDate?, to last: CivilDate?) {
      do throws(FilterFault) { try FilterFault.checkDays(first, last) } catch { faults.append(error) }
    }

    /// Nil where nothing is asked for by the filter, or what is asked for is not found.
    mutating func find<Asked, Found>(
      _ filter: String, _ asked: Asked?, _ find: (Asked) throws(OperationFailure) -> Found
    ) -> Found? {
      guard let asked else { return nil }
      do throws(OperationFailure) { return try find(asked) } catch {
        faults.append(FilterFault(filter: filter, words: error.remark.summary))
        return nil
      }
    }

    /// Fails if anything was wrong.
    func end() throws(FilterFault) {
      guard var first = faults.first else { return }
      first.others = Array(faults.dropFirst())
      throw first
    }
  }
}
