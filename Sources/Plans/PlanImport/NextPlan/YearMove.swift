import Deadlines
import Diagnostics

/// Moves the years that a plan's wordings name, for the plan of another year: *Quý II/2024* becomes *Quý II/2025*.
struct YearMove {
  /// What becomes of a deadline.
  enum Outcome {
    /// It names no year: it means the same in each plan.
    case kept
    case moved(String)
    /// Why it cannot be carried over, and what might stand there instead.
    case open(Bilingual, proposal: String?)
  }

  /// The years of the plan, and those of the new one.
  let old, new: ClosedRange<Int>
  private var distance: Int { new.lowerBound - old.lowerBound }
  /// Years that are told from the plan's: results of the year before, reports in January of the next.
  private var own: ClosedRange<Int> { (old.lowerBound - 1)...(old.upperBound + 1) }

  init(from old: ClosedRange<Int>, to new: ClosedRange<Int>) { (self.old, self.new) = (old, new) }

  /// A title or other text. Years of documents (*39/2023/QĐ-UBND*), of days (*21/12/2023*) and of longer stretches
  /// (*2016-2035*) stay, and so do all that are not told from the plan's.
  func text(_ text: String) -> String { changed(text) { $0.role == .plain && isOwn($0) } }

  /// The deadline of a task, in the words of the plan.
  func deadline(_ wording: String) -> Outcome {
    let years = YearToken.all(in: wording)
    guard years.contains(where: { $0.role != .document }) else { return .kept }
    guard let meaning = Self.canonical(wording) else { return .open(Self.unclear, proposal: nil) }
    let proposal = changed(wording) { $0.role == .day || $0.role == .plain && isOwn($0) }
    if YearToken.all(in: meaning).contains(where: { $0.role == .day }) {
      return .open(Self.oneOff, proposal: proposal)
    }
    guard years.allSatisfy({ $0.role == .document || $0.role == .plain && isOwn($0) }) else {
      return .open(Self.otherYears, proposal: nil)
    }
    let expected = changed(meaning) { $0.role == .plain && isOwn($0) }
    return Self.canonical(proposal) == expected ? .moved(proposal) : .open(Self.unclear, proposal: nil)
  }

  private static let oneOff = Bilingual(
    vi: "ngày của năm trước; vẫn cần thì ghi ngày của năm mới",
    en: "a day of the old year; where it still holds, write the new one's")
  private static let otherYears = Bilingual(
    vi: "nêu năm không phải năm của kế hoạch", en: "names years that are not the plan's")
  private static let unclear = Bilingual(
    vi: "chỉ đổi năm thì không còn cùng nghĩa", en: "with other years alone it would not mean the same")

  private func isOwn(_ token: YearToken) -> Bool {
    ([token.year] + [token.partner].compactMap(\.self)).allSatisfy(own.contains)
  }

  /// The text with some of its years moved.
  private func changed(_ text: String, where wants: (YearToken) -> Bool) -> String {
    var bytes = Array(text.utf8)
    for token in YearToken.all(in: text) where wants(token) {
      bytes.replaceSubrange(token.range, with: Array("\(token.year + distance)".utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All meanings of a wording in the words that the program has for them; nil if it is none.
  private static func canonical(_ wording: String) -> String? {
    let reading = DeadlineReader().read(wording)
    guard reading.failure == nil else { return nil }
    return reading.readings.map(CanonicalWording(.vi).text).joined(separator: "\n")
  }
}
