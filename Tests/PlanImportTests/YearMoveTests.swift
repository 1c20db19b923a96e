import Testing

@testable import PlanImport

/// Expected by hand: what the words would say in the plan of the next year.
@Suite("Years of a plan that is carried over")
struct YearMoveTests {
  private let move = YearMove(from: 2024...2024, to: 2025...2025)

  @Test(
    "Titles: the plan's years move, those of documents, days and longer stretches stay",
    arguments: [
      ("Kế hoạch cải cách hành chính năm 2024", "Kế hoạch cải cách hành chính năm 2025"),
      ("Công bố bộ chỉ số năm 2023", "Công bố bộ chỉ số năm 2024"),
      ("Báo cáo quý I/2025", "Báo cáo quý I/2026"),
      ("Sơ kết học kỳ I năm học 2023-2024", "Sơ kết học kỳ I năm học 2024-2025"),
      (
        "thay thế Quyết định số 05/2019/QĐ-UBND ngày 15/02/2019",
        "thay thế Quyết định số 05/2019/QĐ-UBND ngày 15/02/2019"
      ),
      ("theo Quyết định số 39/2024/QĐ-UBND", "theo Quyết định số 39/2024/QĐ-UBND"),
      ("theo Công văn số 12/2024", "theo Công văn số 12/2024"),
      ("theo Nghị định số 62/2024/NĐ-CP ngày 01/6/2024", "theo Nghị định số 62/2024/NĐ-CP ngày 01/6/2024"),
      ("kỷ niệm ngày 19 tháng 5 năm 2024", "kỷ niệm ngày 19 tháng 5 năm 2024"),
      ("giai đoạn 2021-2025", "giai đoạn 2021-2025"), ("giai đoạn 2024 – 2030", "giai đoạn 2024 – 2030"),
      ("tầm nhìn đến năm 2045", "tầm nhìn đến năm 2045"), ("sự kiện par-2024", "sự kiện par-2024"),
      ("the report on 2024, decided on 15 March 2024", "the report on 2025, decided on 15 March 2024"),
      ("by March 15, 2024", "by March 15, 2024"), ("ngày 2024-03-15", "ngày 2024-03-15"),
      ("năm 2024, B2024, 20240, 02024", "năm 2025, B2024, 20240, 02024"), ("", ""),
    ])
  func titles(_ old: String, _ new: String) { #expect(move.text(old) == new) }

  @Test(
    "Deadlines: periods move, what names no year stays",
    arguments: [
      ("Quý II/2024", "Quý II/2025"), ("Tháng 02/2024", "Tháng 02/2025"), ("Trong năm 2024", "Trong năm 2025"),
      ("Tháng 3, 6, 9, 12/2024", "Tháng 3, 6, 9, 12/2025"),
      (
        "Sau khi Bộ Nội vụ công bố chỉ số năm 2023 (Dự kiến Quý II/2024)",
        "Sau khi Bộ Nội vụ công bố chỉ số năm 2024 (Dự kiến Quý II/2025)"
      ),
      ("Từ tháng 11/2024 đến tháng 02/2025", "Từ tháng 11/2025 đến tháng 02/2026"),
      ("Hằng quý, trước ngày 20 tháng cuối quý", "Hằng quý, trước ngày 20 tháng cuối quý"),
      ("Trước ngày 15/12", "Trước ngày 15/12"), ("Thường xuyên", "Thường xuyên"),
      ("by the end of Q2 2024", "by the end of Q2 2025"),
      ("Theo Quyết định số 1117/QĐ-UBND ngày 19/5/2023", "Theo Quyết định số 1117/QĐ-UBND ngày 19/5/2023"),
    ])
  func deadlines(_ old: String, _ new: String) {
    switch move.deadline(old) {
    case .kept: #expect(old == new)
    case .moved(let text): #expect(text == new)
    case .open(let reason, _): Issue.record("\(old): \(reason.en)")
    }
  }

  @Test(
    "Deadlines that are left open: a day of the old year, years of others, what is no deadline",
    arguments: [
      ("Trước ngày 15/3/2024", "Trước ngày 15/3/2025"), ("Trước 01/3 năm 2024", "Trước 01/3 năm 2025"),
      ("not later than 15 March 2024", "not later than 15 March 2025"), ("15/01/2025", "15/01/2026"),
      ("trong 30 ngày kể từ ngày 01/7/2024", "trong 30 ngày kể từ ngày 01/7/2025"),
      ("Trong giai đoạn 2021-2025", nil), ("Năm 2030", nil), ("chừng nào rảnh 2024", nil),
    ])
  func open(_ old: String, _ proposal: String?) {
    guard case .open(_, let found) = move.deadline(old) else {
      Issue.record("\(old) was carried")
      return
    }
    #expect(found == proposal)
  }

  @Test("A day that was told beside its weekday is proposed without claiming the weekday") func weekday() {
    // 15/3/2024 is a Friday, 15/3/2025 a Saturday: the proposal is read by the administrator, and refused by the language.
    guard case .open(_, let proposal) = move.deadline("thứ Sáu, ngày 15/3/2024") else {
      Issue.record("carried")
      return
    }
    #expect(proposal == "thứ Sáu, ngày 15/3/2025")
  }
}
