import CivilCalendar
import Diagnostics
import Presentation
import Settings

extension Configuration.Letterhead {
  /// What the configuration does not say is left to be filled in by hand.
  private static let dots = String(repeating: "…", count: 8)

  /// Heading, day and signer, as templates of documents call them.
  func texts(on today: CivilDate, _ language: Language) -> [(name: Bilingual, text: String)] {
    let (year, month, day) = today.components
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    func text(_ vi: String, _ en: String, _ text: String) -> (name: Bilingual, text: String) {
      (Bilingual(vi: vi, en: en), text)
    }
    return [
      text("cơ quan chủ quản", "superior", superior ?? Self.dots), text("cơ quan", "office", office ?? Self.dots),
      text("ký hiệu", "code", code ?? Self.dots), text("địa danh", "place", place ?? Self.dots),
      text("chức vụ người ký", "signer title", signerTitle ?? Self.dots), text("người ký", "signer", signer ?? ""),
      text("ngày", "day of month", two(day)),
      // As days below 10 the months 1 and 2 take a zero (Decree 30/2020/NĐ-CP, annex I).
      text("tháng", "month", month < 3 ? two(month) : "\(month)"), text("năm", "year", "\(year)"),
      text("tính đến ngày", "as of", DateWording(language).day(today)),
    ]
  }
}
