package import Delivery
package import Diagnostics
package import Reminders

/// What a round would do, with what is needed to show it.
package struct RemindRehearsal {
  package let result: RoundRehearsal
  package let book: RoundBook
  package let round: DeliveryRound
  package let unitsWithoutMail: Int
  /// Lines on plans that were promoted late, and the command that settles them.
  package let advice: [Bilingual]
}

extension RemindRun {
  /// Finds out what a round would do, and changes nothing.
  /// - Parameters:
  ///   - folder: the folder of rules; nil takes the live ones.
  ///   - now: the instant of the round; nil takes the clock's.
  package func rehearse(folder: String?, at now: Instant?) throws(OperationFailure) -> RemindRehearsal {
    let book = try openBook(folder)
    let round = round(at: now)
    do {
      let result = try round.rehearse(book)
      return RemindRehearsal(
        result: result, book: book, round: round, unitsWithoutMail: context.unitsWithoutMail(book.rules),
        advice: Baseline.advice(result, book, at: now ?? context.operations.clock()))
    } catch {
      throw OperationFailure([context.diagnostic(error)])
    }
  }

  /// The live rules with the facts, or the rules of a folder.
  func openBook(_ folder: String?) throws(OperationFailure) -> RoundBook {
    do {
      guard let folder else {
        if let (book, _) = try context.book() { return book }
        throw OperationFailure(
          vi: "chưa có quy tắc nào có hiệu lực; chạy nhacviec rules promote, hoặc thêm --rules THƯ-MỤC",
          en: "no rules are live yet; run nhacviec rules promote, or add --rules FOLDER")
      }
      let loaded = LoadedRules(paths: [folder], in: context.operations)
      guard !loaded.hasErrors else { throw OperationFailure(loaded.diagnostics.errors) }
      return try context.book(of: loaded.rules)
    } catch {
      throw error as? OperationFailure ?? OperationFailure([context.diagnostic(error)])
    }
  }
}
