package import Diagnostics
package import RuleSyntax

/// Says why a fact can be about nothing as the work stands.
extension ProblemWords {
  /// The words, with the code of their diagnostic.
  /// - Parameters:
  ///   - isOver: the work has ended.
  ///   - isConfirmed: somebody confirms what is reported.
  package static func nothingFits(
    _ kind: FactKind, isOver: Bool, isConfirmed: Bool
  ) -> (code: DiagnosticCode, words: Bilingual) {
    switch kind.need {
    case .done:
      (
        .nothingToUndo,
        Bilingual(
          vi: "việc này chưa ghi xong và chưa được miễn, nên không có gì để mở lại",
          en: "this is neither done nor waived, so that there is nothing to undo")
      )
    case .report: (.nothingToConfirm, nothingToConfirm(isOver: isOver, isConfirmed: isConfirmed))
    case .request:
      (
        .nothingAsked,
        Bilingual(
          vi: "việc này không có đề nghị gia hạn nào đang chờ trả lời", en: "nobody asks for more time here")
      )
    case .unreported where !isOver:
      (
        .alreadyRecorded,
        Bilingual(
          vi: "mọi kỳ của việc này đã xong hoặc đã báo cáo; muốn sửa thì nêu rõ kỳ hoặc đơn vị",
          en: "all that is meant is done or reported already; to mend one, name its key or unit")
      )
    case .unreported, .notEnded, .nothing:
      (
        .alreadyRecorded,
        Bilingual(
          vi: "mọi kỳ của việc này đã kết thúc; muốn mở lại thì dùng nhacviec undo",
          en: "all that is meant is over; to open one again use nhacviec undo")
      )
    }
  }

  /// Before a list of what a fact of the kind can be about.
  package static func intro(ofFitting kind: FactKind) -> Bilingual {
    switch kind.need {
    case .done: Bilingual(vi: "mở lại được", en: "what can be undone")
    case .report: Bilingual(vi: "đang chờ xác nhận", en: "what waits for confirmation")
    case .request: Bilingual(vi: "đang xin gia hạn", en: "what more time is asked for")
    case .unreported, .notEnded, .nothing: Bilingual(vi: "có", en: "there are")
    }
  }

  private static func nothingToConfirm(isOver: Bool, isConfirmed: Bool) -> Bilingual {
    if isOver {
      Bilingual(
        vi: "việc này đã kết thúc, không còn chờ xác nhận; muốn mở lại thì dùng nhacviec undo",
        en: "this is over and waits for nobody; to open it again use nhacviec undo")
    } else if !isConfirmed {
      Bilingual(vi: "không đơn vị nào xác nhận việc này: ghi xong là xong", en: "nobody confirms this: done is done")
    } else {
      Bilingual(
        vi: "việc này chưa có báo cáo hoàn thành đang chờ xác nhận; đơn vị báo cáo bằng nhacviec done",
        en: "nothing was reported here that waits for confirmation; the unit reports by nhacviec done")
    }
  }
}
