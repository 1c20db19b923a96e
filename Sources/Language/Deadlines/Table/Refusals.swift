import CivilCalendar

/// All words that are refused for what they say; of several the first tells why.
enum Refusals {
  static let all: [Refusal] = counts + elsewhere + slips + loose + unmended

  private static let paces = "hằng+hàng+mỗi+từng+định+các+every+each+monthly+weekly+quarterly+daily"
  private static let paceWords = Set(paces.split(separator: "+").map { Word($0) })

  /// Figures that may be no day, and days whose month is not said.
  private static let counts = [
    Refusal(
      "figure.count", .always, "!ngày+tháng #0-99 / năm",
      vi: "“$0” là ngày hay số lần? Viết “$1 lần/năm” hoặc “ngày $1/5”.",
      en: "Is “$0” a day or so many a year? Write “$1 lần/năm” or “ngày $1/5”."),
    Refusal(
      "figure.share", .always,
      "#0-99 / #0-99 năm $|#0-99 / #0-99 số+tổng+thành+diện+dân+quân+thời+đại+of",
      vi: "“$1/$3” là ngày hay số khác? Viết “ngày $1/$3” nếu là ngày.",
      en: "Is “$1/$3” a day or another number? Write “ngày $1/$3” if it is a day."),
    Refusal(
      "figure.number", .always, "trang+phòng+tờ+lô+thửa+page+room+plot+lot+chapter #0-99 / #0-99 !/",
      vi: "“$2/$4” là ngày hay số khác của “$1”? Viết “ngày $2/$4” nếu là ngày.",
      en: "Is “$2/$4” a day or another number of “$1”? Write “ngày $2/$4” if it is a day."),
    Refusal(
      "day.cut", .always, "ngày #0-99 tháng $", without: paceWords,
      vi: "“$0” nào? Viết thêm số của tháng, hoặc “ngày $2 hằng tháng”.",
      en: "“$0” of which month? Add its number, or write “ngày $2 hằng tháng”."),
    Refusal(
      "rhythm.replaced", .always,
      "\(paces) ... ;+,+riêng tháng+quý #0-99 :|;+,+riêng tháng+quý #0-99 : ... \(paces)",
      vi: "“$0”: kỳ ấy thay cho hạn hằng kỳ hay thêm vào? Viết từng hạn riêng.",
      en: "“$0”: does that period replace the recurring deadline or add to it? State each by itself."),
  ]

  /// Told from a day that the wording does not name.
  private static let elsewhere = [
    Refusal(
      "period.next", .always, "^^ thứ+chủ ... tuần sau+tới $|end ... !the next week+month+quarter $",
      without: paceWords,
      vi: "“$0” tính từ hôm nào? Viết ngày tháng, hoặc thêm “hằng …”.",
      en: "“$0” is told from which day? Write the date, or add “each …”."),
    Refusal(
      "rhythm.after-event", .always,
      "after+following+upon ... , quarterly+monthly+weekly+daily+semiannually $",
      vi: "“$0” lặp lại từ khi nào? Viết riêng nhịp và hạn tính từ sự kiện.",
      en: "“$0”: from when on? State how often, and what is counted from the event, by themselves."),
    Refusal(
      "period.from", .always,
      vi: "Hạn là cả kỳ ấy, hay chỉ bắt đầu từ đó? Viết “trong …” hoặc “không sớm hơn …”.",
      en: "Is it due in that period, or does it only begin there? Write the period alone, or “not before …”."
    ) { text in
      guard text.key(0) == "from" else { return nil }
      return DeadlineReader().window(text.slice(1..<text.count))?.period.map { _ in text.whole }
    },
    Refusal(
      "years.from", .always, "^^ từ+kể+bắt ... năm # trở",
      vi: "Mỗi năm một lần, hay chỉ bắt đầu từ năm ấy? Viết “năm … và các năm tiếp theo” hoặc “không sớm hơn …”.",
      en: "Once each year, or only from that year on? Write “every year from …” or “not before …”."),
    Refusal(
      "day-off.unsaid", .always, "trùng ... bỏ qua|holiday+holidays+weekend ... skip+skipped+omitted",
      vi: "“$0”: trùng ngày nghỉ thì không phải làm kỳ ấy? Viết riêng kỳ không phải làm.",
      en: "“$0”: is nothing due then? Name the period in which nothing is due by itself."),
    Refusal(
      "rhythm.other-day", .always, "daily ... , mondays+tuesdays+wednesdays+thursdays+fridays by+before+at",
      vi: "“$0”: hạn riêng của ngày ấy thay cho hạn hằng ngày hay thêm vào? Viết từng hạn riêng.",
      en: "“$0”: in place of the daily deadline, or beside it? State each deadline by itself."),
    Refusal(
      "once.in-year", .always, ", once+twice in #1000-9999",
      vi: "“$0”: thay cho nhịp hay thêm vào? Viết riêng từng hạn.",
      en: "“$0”: in place of the rhythm, or beside it? State each deadline by itself."),
    Refusal(
      "day.tentative", .always,
      "tentative+provisional+estimated+proposed+anticipated date+dates+deadline+time :|dự kiến+tính :"
        + "|^^ tentative+provisional+estimated+expected+anticipated :",
      vi: "“$1” chưa là hạn; bỏ chữ ấy nếu đã chắc.", en: "“$1” is no firm deadline; leave it out if it is firm."),
    Refusal(
      "day.past", .always,
      "^^ đã _ :|^^ đã _ _ :|thực tế :|gần nhất :|^^ completed+submitted+approved+received+signed+closed :"
        + "|date completed+submitted+approved+received+signed :|actual date :|actual _ date :"
        + "|last meeting+review+update+inspection+report :",
      vi: "“$0” là ngày của việc đã qua, không phải hạn.", en: "“$0” is a day that has been, and no deadline."),
    Refusal(
      "deadline.old", .always,
      "hạn cũ|lần+kỳ trước :|old+former+previous deadline|original+former+previous deadline+date :",
      vi: "“$0” không còn là hạn; chỉ viết hạn đang có.",
      en: "“$0” is no deadline any more; state the present one alone."),
    Refusal(
      "period.reported", .always,
      "kỳ báo+kế+số cáo+toán+liệu : từ|reporting+accounting period : from+#+@month|period covered :",
      vi: "“$0” là kỳ của số liệu, chưa là hạn; viết hạn nộp.",
      en: "“$0” is the period of the data, and no deadline; state by when it is due."),
    Refusal(
      "day.expected", .always, "^^ dự kiến+tính+định >_+#+,+:+(",
      vi: "“$0” chưa là hạn; viết “sau khi …, dự kiến …”, hoặc bỏ chữ ấy nếu đã chắc.",
      en: "“$0” is expected, and no deadline; write “once …, expected …”, or leave it out if it is firm."),
  ]

  /// Slips of the pen.
  private static let slips = [
    Refusal(
      "table-row", .unlessRepaired,
      vi: "Hạn có dấu tab, như một dòng chép từ bảng; chỉ chép ô thời hạn, hoặc đọc cả bảng bằng “nhacviec import”.",
      en: "The deadline holds a tab, like a row copied from a table; copy the deadline's cell alone, or read the whole "
        + "table with “nhacviec import”."
    ) { text in Array(text.text.utf8).firstIndex(of: 0x09).map { ($0..<$0 + 1, []) } },
    Refusal(
      "weekday.other", .unlessRepaired, vi: "“$0” là $1, không phải $2; sửa thứ hoặc ngày.",
      en: "“$0” is a $3, not a $4; mend the weekday or the date.", find: Contradiction.find),
    Refusal(
      "year.short", .unlessRepaired, "!/ #1-99 / #0-99 / #00-99",
      vi: "Năm “$5” thiếu hai chữ số; viết “$1/$3/20$5”.", en: "The year “$5” lacks two digits; write “$1/$3/20$5”."),
    Refusal(
      "month.or-day", .unlessRepaired, "!/ #1-12 / #20-99 !/",
      vi: "“$0” có thể là ngày $3/$1 hoặc tháng $1/20$3; viết “ngày $3/$1” hoặc “tháng $1/20$3”.",
      en: "“$0” may be day $3/$1 or month $1/20$3; write “ngày $3/$1” or “tháng $1/20$3”."),
    Refusal(
      "month.before-day", .unlessRepaired, "!/ #1-12 / #13-31 / #|!/ #1-12 / #13-31 !/",
      vi: "“$0” ghi tháng trước ngày; viết ngày trước, “$3/$1”.",
      en: "“$0” has the month before the day; write the day first, “$3/$1”."),
    Refusal(
      "day.none", .unlessRepaired, vi: "Trên lịch không có ngày “$0”.", en: "The calendar has no day “$0”."
    ) { text in
      for index in text.tokens.indices {
        guard let day = text.figures(index), !["giờ", "h"].contains(text.key(day.tokens.upperBound)),
          (1...31).contains(day.day), (1...12).contains(day.month),
          CivilDate(year: day.year ?? 2000, month: day.month, day: day.day) == nil
        else { continue }
        return (text.range(day.tokens), [text.slice(day.tokens)])
      }
      return nil
    },
    Refusal(
      "month.none", .unlessRepaired, "tháng+month #13-99|tháng+month #0-0", vi: "Không có “$0”: một năm có 12 tháng.",
      en: "There is no “$0”: a year has 12 months."),
    Refusal(
      "quarter.none", .unlessRepaired, "quý+quí+quarter+q #5-99+#0-0+v+vi+vii+iiii",
      vi: "Không có “$0”: một năm có 4 quý.", en: "There is no “$0”: a year has 4 quarters."),
    Refusal(
      "marks.lost", .unlessRepaired, vi: "“$0” thiếu dấu: có phải là “$1 $2”?",
      en: "“$0” lacks its marks: is it “$1 $2”?"
    ) { text in
      for at in text.tokens.indices {
        guard let first = Spelling.marks[text.key(at)], let second = Spelling.marks[text.key(at + 1)] else { continue }
        return (text.range(at..<at + 2), [text.slice(at..<at + 2), first, second])
      }
      return nil
    },
  ]

  /// What may be several days, or none: what is missing is named.
  private static let loose = [
    Refusal(
      "rhythm.unsaid", .unlessRepaired, "^^ định kỳ+kì $|^^ periodically $",
      vi: "“$0” chưa nói bao lâu một lần; viết thêm nhịp, ví dụ “hằng quý” hoặc “6 tháng một lần”.",
      en: "“$0” does not say how often; add the rhythm, for example “every quarter”."),
    Refusal(
      "day.of-month", .unlessRepaired,
      "^^ #1-31 st+nd+rd+th $|<by+on+before+until+due+the+than #1-31 st+nd+rd+th $",
      vi: "“$1$2” chưa nói của tháng nào; viết “ngày $1 hằng tháng” hoặc cả ngày tháng.",
      en: "“$1$2” does not say of which month; write “the $1$2 of each month”, or the whole date."),
    Refusal(
      "weekday.of-week", .unlessRepaired,
      "^^ \(weekdays) $|<by+on+before+until+due+the+than \(weekdays) $",
      vi: "“$1” chưa nói của tuần nào; viết “$1 hằng tuần” hoặc cả ngày tháng.",
      en: "“$1” does not say of which week; write “every $1”, or the whole date."),
    Refusal(
      "figure.range", .unlessRepaired, "!ngày+tháng+quý+tuần+/+-+. #1-12 -+. #1-12 / #1000-9999",
      vi: "“$0” có thể là một ngày hoặc một khoảng; viết “ngày $1/$3/$5” hoặc “tháng $1-$3/$5”.",
      en: "“$0” may be a day or a range; write “ngày $1/$3/$5” or “tháng $1-$3/$5”."),
    Refusal(
      "figure.range", .unlessRepaired, "!ngày+tháng+quý+tuần+/+-+. #1-12 -+. #1-12 !/+-+.",
      vi: "“$0” có thể là một ngày hoặc một khoảng; viết “ngày $1/$3” hoặc “tháng $1-$3”.",
      en: "“$0” may be a day or a range; write “ngày $1/$3” or “tháng $1-$3”."),
    Refusal(
      "weekday.which", .unlessRepaired,
      "!tuần+tháng+quý+năm+lần+đợt+kỳ+việc thứ hai+ba+tư+năm+sáu+bảy+#2-7 $"
        + "|!tuần+tháng+quý+năm+lần+đợt+kỳ+việc+ngày thứ hai+ba+tư+năm+sáu+bảy+#2-7 >của+trong|chủ nhật $"
        + "|chủ nhật >của+trong",
      vi: "“$0” nào? Viết ngày tháng, “$0 hằng tuần” hoặc “$0 đầu tiên của tháng”.",
      en: "Which “$0”? Write the date, “$0 hằng tuần” or “$0 đầu tiên của tháng”."),
    Refusal(
      "weekday.numbered", .unlessRepaired, "ngày thứ hai+ba+tư+năm+sáu+bảy !đầu+cuối+tuần+mươi",
      vi:
        "“$0” là một thứ trong tuần hay số của ngày? Viết “$2 $3 đầu tiên”, hoặc số bằng chữ số (“ngày thứ 6” là “ngày 6”).",
      en: "Is “$0” a weekday or the number of a day? Write “$2 $3 đầu tiên”, or the number in figures."),
    Refusal(
      "day.which", .unlessRepaired, "ngày # $", vi: "“$0” của tháng nào? Viết thêm tháng, hoặc “$0 hằng tháng”.",
      en: "“$0” of which month? Add the month, or write “$0 hằng tháng”."),
    Refusal(
      "period.which", .unlessRepaired,
      "^^ ngày+tuần+tháng+quý+năm $|<trước+đến+tới+sau+vào+từ+là+nhất ngày+tuần+tháng+quý+năm $",
      vi: "“$0” nào? Viết thêm số, hoặc “hằng $0”.", en: "Which “$0”? Add its number, or write “hằng $0”."),
    Refusal(
      "month.or-weekday", .unlessRepaired, "t #2-7", vi: "“$0” là thứ $2 hay tháng $2? Viết “thứ $2” hoặc “tháng $2”.",
      en: "Is “$0” the weekday “thứ $2” or month $2? Write “thứ $2” or “tháng $2”."),
    Refusal(
      "day.calendar", .unlessRepaired, "mùng+mồng _+#|mùng+mồng",
      vi: "“$0” là ngày âm lịch hay dương lịch? Viết thêm “âm lịch”, hoặc viết ngày/tháng/năm.",
      en: "Is “$0” a lunar day? Add “âm lịch”, or write day/month/year."),
    Refusal(
      "period.middle", .unlessRepaired, "giữa tháng+quý+ngày",
      vi: "“$0” là khoảng giữa mỗi kỳ hay giữa hai kỳ? Viết “từ … đến …”.",
      en: "Is “$0” the middle of each or between the two? Write “từ … đến …”."),
    Refusal(
      "period.this", .unlessRepaired, "tuần+tháng+quý này", vi: "“$0” là $1 nào? Viết thêm số, hoặc “hằng $1”.",
      en: "Which is “$0”? Add its number, or write “hằng $1”."),
    Refusal(
      "day.year", .unlessRead, "tết dương+tây", vi: "Tết Dương lịch năm nào? Viết thêm năm, hoặc “01/01”.",
      en: "The New Year's Day of which year? Add the year, or write “01/01”."),
    Refusal(
      "year.early", .unlessRepaired, "!tháng+quý đầu năm !học",
      vi: "“$0” không nói đến ngày nào; viết tháng hoặc quý, ví dụ “tháng 01”, “Quý I”.",
      en: "“$0” does not say until when; write a month or quarter, for example “tháng 01”, “Quý I”."),
    Refusal(
      "day.occasion", .unlessRepaired, "dịp tết",
      vi: "“$0” không nói ngày nào; viết “trước Tết Nguyên đán” hoặc ngày cụ thể.",
      en: "“$0” names no day; write “trước Tết Nguyên đán” or the date."),
    Refusal(
      "year.school", .unlessRepaired, "kết thúc năm học !#",
      vi: "Năm học nào? Viết “năm học 2023-2024” chẳng hạn, hoặc thêm “hằng năm học”.",
      en: "Which school year? Write “năm học 2023-2024” for example, or add “hằng năm học”."),
    Refusal(
      "alternative", .unlessRepaired, "hoặc+hay ngày+tháng+quý+năm+hằng+hàng+thứ+trước+mùng+định+#",
      vi: "“$1” chưa nói phải giữ hạn nào; viết “và” nếu phải giữ cả hai, nếu không thì chỉ viết một hạn.",
      en: "“$1” does not say which binds; write “và” if both do, else only the one that does."),
  ]

  private static let weekdays = "monday+tuesday+wednesday+thursday+friday+saturday+sunday"
}
