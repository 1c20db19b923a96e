import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import Templates

/// The state of a duty as pages show it: a colour with a word, and at most one mark beside it. Of classified work neither
/// depends on its state.
struct DutyTags {
  /// The colours of the style sheet.
  enum Colour: String { case late, soon, open, wait, sent, done }

  let colour: Colour
  let word: String
  /// Colour and words of the mark; the second class is its shape.
  private let mark: (classes: String, word: String)?

  init(_ item: UpcomingItem, today: CivilDate, _ language: Language) {
    func say(_ vi: String, _ en: String) -> String { language.choose(vi: vi, en: en) }
    guard !item.duty.isClassified else {
      (colour, word, mark) = (.wait, say("Có độ mật", "Classified"), nil)
      return
    }
    switch item.status {
    case .open where item.group == .toSettle:
      (colour, word) = (.wait, say("Đã xong chưa?", "Done?"))
    case .overdue: (colour, word) = (.late, StatusWording.text(of: item.status, language).asBeginning)
    case .open, .notOpen, .waiting:
      // The end of a window whose gate is closed is no day yet.
      if item.isDueSoon, let state = item.duty.days, state.pending == nil || !state.isGated {
        let days = state.effective.days(since: today)
        let left =
          days == 0
          ? say("Hôm nay", "Today")
          : days == 1 ? say("Ngày mai", "Tomorrow") : say("Còn \(days) ngày", "In \(days) days")
        (colour, word) = (.soon, item.status == .waiting ? say("Chờ, ", "Waiting, ") + left.asPart : left)
      } else {
        switch item.status {
        case .waiting: (colour, word) = (.wait, say("Đang chờ", "Waiting"))
        case .notOpen: (colour, word) = (.open, say("Chưa mở", "Not open yet"))
        default: (colour, word) = (.open, say("Trong hạn", "Within time"))
        }
      }
    case .undated: (colour, word) = (.wait, say("Chưa có hạn", "Undated"))
    case .standing: (colour, word) = (.open, say("Thường xuyên", "Standing"))
    case .reported: (colour, word) = (.sent, say("Chờ xác nhận", "To be confirmed"))
    case .done(.onTime): (colour, word) = (.done, say("Xong đúng hạn", "Done on time"))
    case .done(.late): (colour, word) = (.done, say("Xong trễ", "Done late"))
    case .done(.dayUnknown), .done(.noDueDay): (colour, word) = (.done, say("Đã xong", "Done"))
    case .waived: (colour, word) = (.done, say("Được miễn", "Waived"))
    case .withdrawn: (colour, word) = (.wait, say("Bãi bỏ", "Withdrawn"))
    }
    mark =
      item.marks.contains(.returned)
      ? ("late back", say("Bị trả lại", "Returned"))
      : item.marks.contains(.extensionAsked)
        ? ("soon more", say("Đang xin gia hạn", "Asks for time"))
        : item.marks.contains(.extended)
          ? ("open", StatusWording.text(of: .extended, item.duty, language).asBeginning)
          : item.marks.contains(.silenced)
            ? ("wait", say("Ngừng nhắc", "Silenced"))
            : item.marks.contains(.provisional) ? ("wait", say("Tạm tính", "Provisional")) : nil
  }

  static let shape: [String: TemplateShape] = ["colour": .text, "tags": .list(["class": .text, "word": .text])]

  var values: [String: TemplateValue] {
    let tags = [(colour.rawValue, word)] + (mark.map { [($0.classes, $0.word)] } ?? [])
    return [
      "colour": .text(colour.rawValue),
      "tags": .list(tags.map { ["class": .text($0.0), "word": .text($0.1)] }),
    ]
  }
}
