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
    "hạn", "trước", "hạn là", "thời hạn", "hạn chót", "due", "deadline", "before",
  ]

  /// Days that are told from the day of the mail.
  static let relativeDays: [(words: String, days: Int)] = [
    ("hôm nay", 0), ("sáng nay", 0), ("chiều nay", 0), ("hôm qua", -1), ("today", 0), ("yesterday", -1),
  ]

  /// Behind a verb they begin a period in which it was; before `I/2024` they tell which.
  static let periodWords: Set<String> = [
    "tuần", "tháng", "quý", "năm", "kỳ", "week", "month", "quarter", "year",
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
