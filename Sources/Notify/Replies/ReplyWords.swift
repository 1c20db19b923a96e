/// The words by which answers say something: one table for both languages.
enum ReplyWords {
  enum Meaning: Hashable, Sendable {
    case done
    /// Done, if a document is named beside it: *đã gửi* alone may mean a draft.
    case doneByDocument
    case moreTime
    case explained
  }

  /// Of several that fit at one place the longest is taken.
  static let verbs: [(words: [String], meaning: Meaning)] = [
    (
      [
        "đã xong", "xong rồi", "đã làm xong", "đã thực hiện xong", "đã hoàn thành", "hoàn thành", "báo cáo hoàn thành",
        "đã hoàn tất", "hoàn tất", "đã nộp", "đã nộp báo cáo", "done", "completed", "finished", "submitted",
        "is complete",
      ], .done
    ),
    (
      [
        "đã gửi", "đã báo cáo", "đã trình", "đã ban hành", "đã ký", "đã có", "đã phát hành", "đã thực hiện", "sent",
        "issued", "reported",
      ], .doneByDocument
    ),
    (
      [
        "xin gia hạn", "đề nghị gia hạn", "xin được gia hạn", "đề nghị được gia hạn", "đề nghị cho gia hạn",
        "xin lùi hạn", "xin lùi thời hạn", "đề nghị lùi hạn", "đề nghị lùi thời hạn", "xin thêm thời gian",
        "xin kéo dài thời hạn", "xin lùi", "extension", "more time", "extend the deadline", "extend", "postpone",
      ], .moreTime
    ),
    (
      [
        "giải trình", "xin giải trình", "báo cáo giải trình", "explanation", "to explain", "the reason is",
        "nguyên nhân", "lý do chậm", "lí do chậm",
      ], .explained
    ),
  ]

  /// Before a verb they say that it is not so, or not yet.
  static let denials: Set<String> = [
    "chưa", "không", "sẽ", "dự kiến", "phấn đấu", "cơ bản", "gần", "một phần", "đang", "nếu", "khi", "để", "phải",
    "cần",
    "cố gắng", "hứa", "dự thảo", "bước đầu", "ai", "bao giờ", "hạn", "trước khi", "sau khi", "mới", "not", "no",
    "never",
    "will", "almost", "partly", "nearly", "expect", "if", "when", "once", "to be", "should", "must", "draft", "isn't",
    "hasn't", "haven't", "cannot", "can't", "until", "yet",
  ]

  /// Behind a verb they say the same.
  static let laterDenials: Set<String> = [
    "chưa", "dự thảo", "một phần", "bước đầu", "phần lớn", "yet", "draft", "partly", "soon", "sớm", "hay chưa",
  ]

  /// Before a day until which more time is wanted.
  static let untilWords: Set<String> = ["đến", "đến hết", "tới", "tới hết", "sang", "until", "till", "to", "by"]

  /// Before a reason.
  static let becauseWords: Set<String> = [
    "vì", "do", "bởi vì", "lý do", "lí do", "với lý do", "với lí do", "because", "due to", "as", "since", "reason",
  ]

  /// Before a day that is no day of the work: its deadline.
  static let deadlineWords: Set<String> = [
    "hạn", "hạn là", "thời hạn", "hạn chót", "hạn cũ", "hạn cuối", "hạn cuối cùng", "hạn nộp", "hạn ban đầu",
    "hạn trước",
    "hạn đến", "due", "due on", "due by", "due before", "deadline", "deadline of", "the old deadline",
  ]

  /// Before a day that only bounds when it was; of a request it is the deadline until now.
  static let boundWords: Set<String> = [
    "từ", "kể từ", "from", "since", "trước", "sau", "before", "after", "đến", "đến hết", "tới", "tới hết", "sang",
    "until", "till", "by",
  ]
  static let fromWords: Set<String> = ["từ", "from"]

  /// Before a day and month without a year that are no fraction; *ngày* is part of the day.
  static let dayWords: Set<String> = ["on", "hôm", "sáng", "trưa", "chiều", "tối"]

  /// Days that are told from the day of the mail.
  static let relativeDays: [(words: String, days: Int)] = [
    ("hôm nay", 0), ("sáng nay", 0), ("chiều nay", 0), ("hôm qua", -1), ("today", 0), ("yesterday", -1),
  ]

  /// They tell when it was, and no certain day.
  static let vagueDays: Set<String> = [
    "ngày", "hôm", "mùng", "mồng", "rằm", "tối qua", "đêm qua", "sáng qua", "trưa qua", "chiều qua", "tuần trước",
    "tuần qua", "tuần rồi", "tuần này", "tuần vừa", "tháng trước", "tháng qua", "tháng rồi", "tháng này", "tháng vừa",
    "quý trước", "năm ngoái", "năm trước", "trong tuần", "trong tháng", "trong quý", "từ tuần", "từ tháng", "từ quý",
    "từ năm", "từ đầu", "từ lâu", "từ trước", "vào tuần", "vào tháng", "vào quý", "hồi tháng", "hồi tuần", "hồi đầu",
    "đầu tuần", "giữa tuần", "cuối tuần",
    "đầu tháng", "giữa tháng", "cuối tháng", "cách đây", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy",
    "thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7", "chủ nhật", "ago", "earlier", "last week", "last month",
    "last quarter", "last year", "this week", "this month", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "january", "february", "march", "april", "in may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Behind a verb they begin a period in which it was; before `I/2024` they tell which.
  static let periodWords: Set<String> = [
    "tuần", "tháng", "quý", "năm", "kỳ", "week", "month", "quarter", "year",
  ]

  /// Before the document that the work was ordered by, and its day: neither tells that it is done.
  static let orderWords: Set<String> = [
    "căn cứ", "trả lời", "phúc đáp", "theo thư", "theo yêu cầu", "theo chỉ đạo", "theo kế hoạch", "theo quyết định",
    "theo chỉ thị", "theo nghị quyết", "theo chương trình", "thực hiện kế hoạch", "thực hiện quyết định",
    "thực hiện chỉ thị",
    "thực hiện nghị quyết", "thực hiện công văn", "của kế hoạch", "của quyết định", "của chỉ thị", "của nghị quyết",
    "của chương trình", "tại kế hoạch", "according to", "pursuant to", "under plan", "under the plan", "of the plan",
    "of plan",
    "in reply to",
  ]

  /// Before a number that names work.
  static let workWords: Set<String> = [
    "nhiệm vụ", "việc", "công việc", "đầu việc", "mục", "phần", "điểm", "khoản", "nội dung", "stt", "số thứ tự", "task",
    "item", "duty", "section", "point",
  ]

  /// Between those and the number, or before it at the beginning.
  static let numberWords: Set<String> = ["số", "thứ", "no", "number", "stt"]

  /// Between names of several things that one thing is said of.
  static let joiningWords: Set<String> = [
    "và", "với", "cùng", "cả", "cũng", "đều", "and", "both", "also", "&", "+", "", "nhiệm", "vụ", "việc", "công", "đầu",
    "mục", "số", "task", "item", "duty", "the",
  ]

  /// In a reason they begin what is no reason any more.
  static let contrastWords: Set<String> = ["còn", "nhưng", "riêng", "but", "while", "whereas"]
}
