package import Diagnostics
package import FactLog

/// Says in both languages why the log of facts could not be used, and where its chain is broken.
package enum FactLogWords {
  /// - Parameter place: the folder or file that it happened to.
  package static func diagnostic(_ failure: StoreFailure, at place: String) -> Diagnostic {
    let span = Span(SourceText(name: place, bytes: []), 0, 0)
    func say(_ code: DiagnosticCode, _ vi: String, _ en: String) -> Diagnostic {
      Diagnostic(code, vi: vi, en: en, at: span)
    }
    switch failure {
    case .missing: return say(.storeMissing, "chưa có ghi nhận nào ở đây", "no facts have been recorded here")
    case .gone(let mark):
      let onPurpose = mark.map {
        (vi: "; chỉ khi muốn bắt đầu lại từ đầu thì xóa \($0)", en: "; only to begin anew, remove \($0)")
      }
      return say(
        .storeGone,
        "từng có ở đây mà nay đã mất hoặc trống; hãy đưa về chỗ cũ, gắn lại ổ đĩa, hoặc phục hồi bản sao lưu"
          + (onPurpose?.vi ?? ""),
        "this was here and is lost or empty; put it back, mount its disk, or restore a backup" + (onPurpose?.en ?? ""))
    case .diskFull:
      return say(
        .storeFull, "ổ đĩa đã đầy nên chưa ghi nhận gì; hãy giải phóng chỗ trống rồi ghi lại",
        "the disk is full and nothing was recorded; free some space and record again")
    case .readOnly:
      return say(
        .storeReadOnly, "chỉ đọc được, không ghi được; chưa ghi nhận gì",
        "this can be read, not written; nothing was recorded")
    case .noPermission(let path):
      return say(
        .storeReadOnly, "tài khoản này không có quyền với \(path)", "this user has no permission for \(path)")
    case .damaged(let detail):
      return say(
        .storeDamaged,
        "tệp hỏng hoặc không phải cơ sở dữ liệu (\(detail)); hãy giữ nguyên tệp và khôi phục từ bản sao lưu",
        "the file is damaged or no database (\(detail)); keep it as it is and restore a backup")
    case .foreign:
      return say(
        .storeForeign, "đây là cơ sở dữ liệu của chương trình khác", "this is another program's database")
    case .newer:
      return say(
        .storeNewer, "do phiên bản mới hơn của chương trình ghi; hãy nâng cấp chương trình này",
        "a newer version of this program wrote it; upgrade this program")
    case .headMoved: return diagnostic(.busy(by: ""), at: place)
    case .busy(let holder):
      let (vi, en) = holder.isEmpty ? ("chương trình khác", "another program") : (holder, holder)
      return say(
        .storeBusy, "đang bị \(vi) giữ quá lâu; chưa làm gì, hãy thử lại",
        "held for too long by \(en); nothing was done, try again")
    case .uncertain(let detail):
      return say(
        .storeUncertain,
        "không rõ đã ghi nhận hay chưa: ổ đĩa báo lỗi ở lần ghi cuối (\(detail)); xem bằng: nhacviec facts",
        "it is not known whether this was recorded: the disk failed at the last write (\(detail)); look: nhacviec facts"
      )
    case .unfinishedRestore(let backup):
      return say(
        .restoreUnfinished,
        "việc khôi phục từ \(backup) chưa xong nên không dùng được dữ liệu này; chạy lại: nhacviec restore \(backup)",
        "restoring \(backup) did not end, so that this state is not used; run again: nhacviec restore \(backup)")
    case .other(let detail): return say(.storeFailure, "không dùng được: \(detail)", "cannot be used: \(detail)")
    }
  }

  package static func diagnostic(_ broken: ChainWalk.Break, at place: String) -> Diagnostic {
    let words = words(broken)
    return Diagnostic(
      .brokenChain, vi: words.vi, en: words.en, at: Span(SourceText(name: place, bytes: []), 0, 0))
  }

  private static func words(_ broken: ChainWalk.Break) -> Bilingual {
    switch broken {
    case .wrongSequence(let expected, let found):
      Bilingual(
        vi: "chỗ của ghi nhận số \(expected) lại là số \(found): có ghi nhận bị xóa, thêm hoặc đổi chỗ",
        en: "number \(found) stands where fact \(expected) should: a fact was removed, added or moved")
    case .wrongPrevious(let sequence):
      Bilingual(
        vi: "ghi nhận số \(sequence) không nối với ghi nhận trước nó",
        en: "fact \(sequence) does not follow from the one before it")
    case .wrongHash(let sequence):
      Bilingual(
        vi: "ghi nhận số \(sequence) đã bị sửa sau khi ghi", en: "fact \(sequence) was changed after it was recorded")
    case .unreadable(let sequence):
      Bilingual(vi: "ghi nhận số \(sequence) không đọc được", en: "fact \(sequence) cannot be read")
    case .otherThanAnchor(let anchor, let found):
      Bilingual(
        vi:
          "ở ghi nhận số \(anchor.count), chuỗi là \(found), không phải \(anchor.hash) như đã neo: các ghi nhận đến đó "
          + "đã bị ghi lại",
        en:
          "at fact \(anchor.count) the chain is \(found), not \(anchor.hash) as anchored: what is before was rewritten")
    case .shorterThanAnchor(let anchor, let count):
      Bilingual(
        vi: "chỉ còn \(count) ghi nhận trong khi đã neo \(anchor.count): các ghi nhận cuối đã mất",
        en: "only \(count) facts are left of the \(anchor.count) that were anchored: the last are gone")
    }
  }
}
