/// What can be recorded.
///
/// Each kind has one row, which says how lines word it in both languages and what stands beside their target. The
/// reader, the writer, the commands and the questions before recording follow from the row; `Expansion` knows what a
/// kind means.
package enum FactKind: Int, CaseIterable, Sendable {
  case happened
  case done
  /// *ấn định*: the timetable named the day.
  case set
  case extended
  case waived
  case undone
  case reassigned
  case silenced
  /// The unit has taken the work on.
  case accepted
  /// How far the work is.
  case progress
  /// To a person within the unit.
  case assigned
  /// The unit says that it is done; who confirms has not spoken yet.
  case reported
  case confirmed
  /// What was reported is not accepted.
  case returned
  /// The unit asks for more time.
  case extensionAsked
  case extensionRefused
  /// The unit takes back that it asked.
  case extensionWithdrawn
  case explanationAsked
  case explained
  case corrected
  case withdrawn

  /// The row of the kind.
  package var form: FactForm { Self.table[rawValue] }

  private static let table = allCases.map(\.row)

  /// The words of each kind in its place, in one language.
  static let vi = table.map(\.vi)
  static let en = table.map(\.en)

  private var row: FactForm {
    switch self {
    case .happened:
      FactForm(
        about: .event, says: .day(.past),
        vi: FactWords(link: ["ngày"], tail: ["lúc", "vào lúc"]), en: FactWords(link: ["on"], tail: ["at"]))
    case .done:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true,
        vi: FactWords(
          link: ["xong ngày", "xong", "hoàn thành ngày"], undated: ["xong không rõ ngày", "xong , không rõ ngày"],
          bound: FactWords.bound.vi, tail: ["số"], unit: ["của"]),
        en: FactWords(
          link: ["done on", "done"], undated: ["done day unknown", "done , day unknown"], bound: FactWords.bound.en,
          tail: ["no"], unit: ["by", "of"]))
    case .set:
      FactForm(
        about: .task, says: .deadline, movesDay: true,
        vi: FactWords(opening: ["ấn định"], link: ["hạn"], tail: ["theo"]),
        en: FactWords(opening: ["scheduled"], link: [":"], tail: ["per"]))
    case .extended:
      FactForm(
        about: .task, says: .day(.coming), movesDay: true,
        vi: FactWords(opening: ["gia hạn"], link: ["đến", "tới"], tail: ["theo"]),
        en: FactWords(opening: ["extended"], link: ["to"], tail: ["per"]))
    case .waived:
      FactForm(
        about: .task, says: .nothing,
        vi: FactWords(opening: ["miễn"], tail: ["vì"]), en: FactWords(opening: ["waived"], tail: ["because"]))
    case .undone:
      FactForm(
        about: .task, says: .nothing, isOneUnits: true,
        vi: FactWords(opening: ["mở lại"], tail: ["vì"]), en: FactWords(opening: ["undone"], tail: ["because"]))
    case .reassigned:
      FactForm(
        about: .task, says: .recipient, holdsForAll: true,
        vi: FactWords(opening: ["chuyển"], link: ["cho"], tail: ["theo"]),
        en: FactWords(opening: ["reassigned"], link: ["to"], tail: ["per"]))
    case .silenced:
      FactForm(
        about: .task, says: .day(.coming), holdsForAll: true,
        vi: FactWords(opening: ["ngừng nhắc"], link: ["đến", "tới"], tail: ["vì"]),
        en: FactWords(opening: ["silenced"], link: ["until"], tail: ["because"]))
    case .accepted:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["tiếp nhận"], link: ["ngày"]), en: FactWords(opening: ["accepted"], link: ["on"]))
    case .progress:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["tiến độ"], link: ["ngày"], tail: [":"]),
        en: FactWords(opening: ["progress of"], link: ["on"], tail: [":"]))
    case .assigned:
      FactForm(
        about: .task, says: .person, holdsForAll: true, isOnTheWay: true,
        vi: FactWords(opening: ["giao"], link: ["cho"]), en: FactWords(opening: ["assigned"], link: ["to"]))
    case .reported:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["báo cáo hoàn thành"], link: ["ngày"], bound: FactWords.bound.vi, tail: ["số"]),
        en: FactWords(opening: ["reported"], link: ["on"], bound: FactWords.bound.en, tail: ["no"]))
    case .confirmed:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["xác nhận"], link: ["ngày"], tail: [":"]),
        en: FactWords(opening: ["confirmed"], link: ["on"], tail: [":"]))
    case .returned:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true, movesDay: true,
        vi: FactWords(opening: ["trả lại"], link: ["ngày"], newDay: [", hạn mới", "hạn mới"], tail: ["vì"]),
        en: FactWords(opening: ["returned"], link: ["on"], newDay: [", new day", "new day"], tail: ["because"]))
    case .extensionAsked:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["xin gia hạn"], link: ["ngày"], newDay: ["đến", "tới"], tail: ["vì"]),
        en: FactWords(opening: ["extension asked for"], link: ["on"], newDay: ["to", ", to"], tail: ["because"]))
    case .extensionRefused:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["không đồng ý gia hạn"], link: ["ngày"], tail: ["vì"]),
        en: FactWords(opening: ["extension refused for"], link: ["on"], tail: ["because"]))
    case .extensionWithdrawn:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["rút đề nghị gia hạn"], link: ["ngày"], tail: ["vì"]),
        en: FactWords(opening: ["extension request withdrawn for"], link: ["on"], tail: ["because"]))
    case .explanationAsked:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["yêu cầu giải trình"], link: ["ngày"], tail: ["vì"]),
        en: FactWords(opening: ["explanation asked for"], link: ["on"], tail: ["because"]))
    case .explained:
      FactForm(
        about: .task, says: .day(.past), isOneUnits: true, isOnTheWay: true,
        vi: FactWords(opening: ["giải trình"], link: ["ngày"], tail: [":"]),
        en: FactWords(opening: ["explained"], link: ["on"], tail: [":"]))
    case .corrected:
      FactForm(
        about: .event, says: .day(.past),
        vi: FactWords(opening: ["sửa"], link: ["thành ngày", "thành"]),
        en: FactWords(opening: ["corrected"], link: ["to"]))
    case .withdrawn:
      FactForm(
        about: .event, says: .nothing,
        vi: FactWords(opening: ["hủy ghi nhận", "huỷ ghi nhận"]), en: FactWords(opening: ["withdrawn"]))
    }
  }
}

/// How the lines of one kind of fact are made: `[opening] TARGET [link DETAIL] [tail …]`.
package struct FactForm: Sendable {
  /// What a fact is about.
  package enum Target: Sendable { case task, event }

  /// Whether the day must have come, or must be still to come.
  package enum Tense: Sendable { case past, coming }

  /// What is said of the target.
  package enum Detail: Hashable, Sendable {
    case nothing
    case day(Tense)
    case deadline
    case recipient
    /// By a name that the rules do not know.
    case person
  }

  package var about: Target
  package var says: Detail
  /// Whether a fact without a key holds for every occurrence; a fact of another kind needs the single one that is
  /// meant.
  package var holdsForAll = false
  /// Whether the fact is about one unit's own work, so that without a unit it cannot mean each of several.
  package var isOneUnits = false
  /// Whether the fact is a step on the way: it is shown, and owes, closes and moves nothing.
  package var isOnTheWay = false
  /// Whether the fact changes the day on which something is due.
  package var movesDay = false
  var vi: FactWords
  var en: FactWords

  /// Whether the fact keeps when it was due.
  package var keepsBound: Bool { !vi.bound.isEmpty }

  /// Whether the fact may give the work a day besides its own.
  package var givesNewDay: Bool { !vi.newDay.isEmpty }
}

/// The words of a kind in one language, folded; the first of several is written.
struct FactWords: Sendable {
  /// Empty where the line begins with its target.
  var opening: [String] = []
  var link: [String] = []
  /// In the place of `link`, where the day is not known.
  var undated: [String] = []
  /// Before the day by which it was due when it was recorded, which may be absent.
  var bound: [String] = []
  /// Before the day that the fact gives, which may be absent.
  var newDay: [String] = []
  /// Before the document, the reason or the time, which may be absent.
  var tail: [String] = []
  /// Before the unit of the target.
  var unit = SubjectReader.unitWords

  static let bound = (vi: [", hạn", "hạn"], en: [", due", "due"])
  /// Before the hour of the day by which it was due.
  static let cutoff = ["trước", "before"]
}

extension FactKind {
  /// The line of such a fact, in Vietnamese, as facts are stored; the reader understands both languages.
  ///
  /// - Parameter detail: what is said of the target; nil also where the day is not known.
  package func line(
    of target: String, detail: String? = nil, bound: String? = nil, newDay: String? = nil, tail: String? = nil
  ) -> String {
    let words = form.vi
    var line = words.opening.first.map { "\($0) \(target)" } ?? target
    if let detail, let link = words.link.first {
      line += " \(link) \(detail)"
    } else if let undated = words.undated.first {
      line += " \(undated)"
    }
    for (day, word) in [(bound, words.bound.first), (newDay, words.newDay.first)] {
      if let day, let word { line += (word.hasPrefix(",") ? "" : " ") + "\(word) \(day)" }
    }
    if let tail, let word = words.tail.first { line += word == ":" ? ": \(tail)" : " \(word) \(tail)" }
    return line
  }
}
