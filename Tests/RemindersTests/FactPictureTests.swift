import CivilCalendar
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// What recorded facts do to reminders. `{5}` is the date of the picture's day 5.
@Suite("Facts in time")
struct FactPictureTests {
  struct Recorded: Sendable {
    var day: Int
    var hour = 12
    var line: String
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var task: String
    var facts: [Recorded]
    var picture: String
    var lead = "cn"
    var superior = "gd"
    /// The day drawn as due: D of the picture, or no day.
    var hasDue = true
    var testDescription: String { name }
  }

  static let brief =
    "\n  nhắc: trước 3, 1 ngày; quá hạn mỗi 2 ngày làm việc, tối đa 2 lần; báo cấp trên sau 2 ngày làm việc"

  /// An event of which every case makes work.
  private static func cases(of name: String) -> String { "\n\nsự kiện don: \(name)\n  xảy ra: mỗi vụ việc" }

  private static let before = "\n\nnhiệm vụ U: Việc trước\n  chủ trì: Phòng Kế hoạch\n  hạn: chậm nhất {3}"

  static let cases = [
    Case(
      name: "Extended: one moved notice at the next slot, then only steps of the new day",
      task: "hạn: chậm nhất {6}" + brief, facts: [.init(day: 4, line: "gia hạn T đến {14} theo 12/QĐ")],
      picture: "...r.m.....r.rD"),
    Case(
      name: "Extended after it was told overdue: lead and superior hear of it", task: "hạn: chậm nhất {4}" + brief,
      facts: [.init(day: 7, line: "gia hạn T đến {13} theo 12/QĐ")], picture: ".r.r.!E!M.r.rD"),
    Case(
      name: "Extended and back in two days: each move is told", task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 5, line: "gia hạn T đến {16} theo 12/QĐ"), .init(day: 8, line: "gia hạn T đến {12} theo 13/QĐ"),
      ], picture: ".....rm..m.rD"),
    Case(
      name: "Silenced: nothing passed is sent afterwards; the superior sees it", task: "hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 2, line: "ngừng nhắc T đến {7} vì chờ ý kiến")], picture: "...s....D!E!."),
    Case(
      name: "Silence spends none of the overdue notices", task: "hạn: chậm nhất {2}" + brief,
      facts: [.init(day: 3, line: "ngừng nhắc T đến {8} vì chờ ý kiến")], picture: ".rD!s....!E"),
    Case(
      name: "A superior's step that passed in a silence: a working day after the lead is told again",
      task: "hạn: chậm nhất {4}" + brief, facts: [.init(day: 6, line: "ngừng nhắc T đến {9} vì chờ ý kiến")],
      picture: "....D.Es....E.", lead: "gd", superior: "ct"),
    Case(
      name: "Waived: whoever was told hears it once", task: "hạn: chậm nhất {5}" + brief,
      facts: [.init(day: 3, line: "miễn T vì không còn cần")], picture: "..r.zD....."),
    Case(
      name: "Waived before anything was said: silence", task: "hạn: chậm nhất {5}" + brief,
      facts: [.init(day: 0, line: "miễn T vì không còn cần")], picture: ".....D....."),
    Case(
      name: "What it counts from is opened again and waived: its lead hears that it is open, and is asked for a day",
      task: "hạn: trong 6 ngày sau khi hoàn thành nhiệm vụ U" + brief + "; hỏi mỗi 5 ngày làm việc" + before,
      facts: [
        .init(day: 1, line: "U xong ngày {1}"), .init(day: 4, line: "mở lại U vì nhầm"),
        .init(day: 4, line: "miễn U vì thôi"),
      ], picture: "..a.rm....q....", hasDue: false),
    Case(
      name: "Handed over: the old lead hears that it is gone", task: "hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 5, line: "chuyển T cho Phòng Kế hoạch theo 5/TB")], picture: ".....rn.D.E...."),
    Case(
      name: "Handed over: the new lead hears at the next slot and is reminded from then on",
      task: "hạn: chậm nhất {8}" + brief, facts: [.init(day: 5, line: "chuyển T cho Phòng Kế hoạch theo 5/TB")],
      picture: "......grD!E!", lead: "kh2"),
    Case(
      name: "Handed over: the old lead that still supports it hears that it leads no more, once",
      task: "phối hợp: Phòng Chuyên ngành\n  hạn: chậm nhất {8}" + brief + "; gửi tới chủ trì, phối hợp",
      facts: [.init(day: 5, line: "chuyển T cho Phòng Kế hoạch theo 5/TB")], picture: ".....rnrD...", superior: "td"),
    Case(
      name:
        "Handed over while it is reported: the new lead hears at once that it is theirs, later that it was returned",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {12}" + brief,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 5, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
        .init(day: 7, line: "trả lại T ngày {7} vì thiếu"),
      ], picture: "......g.yr.rD!", lead: "kh2", superior: "td"),
    Case(
      name: "Handed over and returned before the slot: the new lead hears first that it is theirs",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {12}" + brief,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 5, hour: 9, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
        .init(day: 5, line: "trả lại T ngày {5} vì thiếu"),
      ], picture: "......gy.r.rD!", lead: "kh2", superior: "td"),
    Case(
      name: "Handed over while it is reported: the old lead hears it at once",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 5, line: "báo cáo hoàn thành T ngày {5}"),
        .init(day: 6, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
        .init(day: 8, line: "trả lại T ngày {8} vì thiếu"),
      ], picture: ".....r.nD.....", superior: "td"),
    Case(
      name: "Handed over while more time is asked for: the new lead hears at once",
      task: "hạn: chậm nhất {14}" + brief,
      facts: [
        .init(day: 2, line: "xin gia hạn T ngày {2} đến {20} vì chờ"),
        .init(day: 4, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
      ], picture: ".....g.....r.rD", lead: "kh2", superior: "td"),
    Case(
      name: "Handed over while more time is asked for: the old lead hears at once",
      task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 5, line: "xin gia hạn T ngày {5} đến {20} vì chờ"),
        .init(day: 6, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
      ], picture: ".....r.nD..", superior: "td"),
    Case(
      name: "Handed over while overdue work pauses for a request: the new lead hears at once, the rest after the pause",
      task: "hạn: chậm nhất {4}" + brief,
      facts: [
        .init(day: 5, line: "xin gia hạn T ngày {5} đến {20} vì chờ"),
        .init(day: 6, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
      ], picture: "....D..g...!", lead: "kh2", superior: "td"),
    Case(
      name: "Handed over while more time is asked for again, which pauses nothing: the new lead hears at once",
      task: "hạn: chậm nhất {14}" + brief,
      facts: [
        .init(day: 1, line: "xin gia hạn T ngày {1} đến {20} vì chờ"),
        .init(day: 2, line: "không đồng ý gia hạn T ngày {2} vì chậm"),
        .init(day: 4, line: "xin gia hạn T ngày {4} đến {18} vì chờ"),
        .init(day: 5, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
      ], picture: "......g....r.rD", lead: "kh2", superior: "td"),
    Case(
      name: "Handed over, and reported before the slot: the new lead hears nothing",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 5, hour: 9, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
        .init(day: 5, line: "báo cáo hoàn thành T ngày {5}"),
      ], picture: "........D.....", lead: "kh2", superior: "td"),
    Case(
      name: "Reported: the lead is not chased any more", task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 4, line: "báo cáo hoàn thành T ngày {4}")], picture: "........D........"),
    Case(
      name: "Reported: who confirms is asked after three working days, then weekly",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 4, line: "báo cáo hoàn thành T ngày {4}")], picture: ".......cD.....c..", lead: "vp"),
    Case(
      name: "Confirmed before anybody is asked: silence", task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 4, line: "báo cáo hoàn thành T ngày {4}"), .init(day: 6, line: "xác nhận T ngày {6}"),
      ], picture: "........D........", lead: "vp"),
    Case(
      name: "The policy says when who confirms is asked",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}\n  nhắc: hỏi xác nhận sau 1 ngày, rồi mỗi 3 ngày làm việc",
      facts: [.init(day: 4, line: "báo cáo hoàn thành T ngày {4}")], picture: ".....c..T..c..c", lead: "vp"),
    Case(
      name: "Returned: the lead hears it at the next slot and is reminded again",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {10}" + brief,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 5, line: "trả lại T ngày {5} vì thiếu số liệu"),
      ], picture: "......yr.rD!E!"),
    Case(
      name: "Returned with a new day: reminded of that one",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 5, line: "trả lại T ngày {5}, hạn mới {14} vì thiếu số liệu"),
      ], picture: "......y....r.rD"),
    Case(
      name: "More time asked for: a pause of five working days, then the next step speaks",
      task: "hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 4, line: "xin gia hạn T ngày {4} đến {20} vì chờ số liệu")],
      picture: ".....c..T..XE!"),
    Case(
      name: "More time asked for: who decides is asked at once and every three working days",
      task: "hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 4, line: "xin gia hạn T ngày {4} đến {20} vì chờ số liệu")],
      picture: ".....c..T..cE", lead: "gd", superior: "ct"),
    Case(
      name: "More time given before any step: told at once, then the steps of the new day",
      task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 4, line: "xin gia hạn T ngày {4} đến {14} vì chờ số liệu"),
        .init(day: 6, line: "gia hạn T đến {14} theo 12/QĐ"),
      ], picture: ".....c.m...r.rD"),
    Case(
      name: "More time given for work that waits: told at once", task: "hạn: trong 3 ngày kể từ ngày x" + brief,
      facts: [
        .init(day: 1, line: "xin gia hạn T ngày {1} đến {12} vì chờ số liệu"),
        .init(day: 3, line: "gia hạn T đến {12} theo 12/QĐ"),
      ], picture: "..c.m....r.rD"),
    Case(
      name: "A day that is moved without a request before any step: only the steps of the new day",
      task: "hạn: chậm nhất {8}" + brief, facts: [.init(day: 2, line: "gia hạn T đến {12} theo 12/QĐ")],
      picture: ".........r.rD", superior: "td"),
    Case(
      name: "More time refused: told at once, then reminded as before", task: "hạn: chậm nhất {10}" + brief,
      facts: [
        .init(day: 4, line: "xin gia hạn T ngày {4} đến {20} vì chờ số liệu"),
        .init(day: 5, line: "không đồng ý gia hạn T ngày {5} vì đã chậm"),
      ], picture: ".....cyr.rD!E!"),
    Case(
      name: "More time refused within the pause: the superior hears a working day after the lead heard it",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {4}" + brief,
      facts: [
        .init(day: 5, line: "xin gia hạn T ngày {5} đến {20} vì chờ số liệu"),
        .init(day: 8, line: "không đồng ý gia hạn T ngày {8} vì đã chậm"),
      ], picture: ".r.rD!...yE!."),
    Case(
      name: "A request that is taken back after the day: a support unit hears no passed step",
      task: "phối hợp: Văn phòng\n  hạn: chậm nhất {6}" + brief + "; gửi tới chủ trì, phối hợp",
      facts: [
        .init(day: 3, line: "xin gia hạn T ngày {3} đến {20} vì chờ số liệu"),
        .init(day: 7, line: "rút đề nghị gia hạn T ngày {7}"),
      ], picture: "......D.....", lead: "vp", superior: "td"),
    Case(
      name: "A second request for the same day does not pause", task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 2, line: "xin gia hạn T ngày {2} đến {20} vì chờ số liệu"),
        .init(day: 3, line: "rút đề nghị gia hạn T ngày {3}"),
        .init(day: 4, line: "xin gia hạn T ngày {4} đến {20} vì chờ số liệu"),
      ], picture: "...cvc.rT!EX"),
    Case(
      name: "Returned in the slot of a step: the answer speaks alone",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {6}" + brief,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 4, line: "trả lại T ngày {4} vì thiếu"),
      ], picture: ".....yD!E!"),
    Case(
      name: "Reported and silenced: nobody is asked before its end", task: "xác nhận: Văn phòng\n  hạn: chậm nhất {4}",
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 3, line: "ngừng nhắc T đến {8} vì chờ"),
      ], picture: "....D....c..c", lead: "vp"),
    Case(
      name: "Returned without a day: the lead hears it too", task: "xác nhận: Văn phòng\n  hạn: sau khi x",
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 4, line: "trả lại T ngày {4} vì thiếu"),
      ], picture: "..q..y......", hasDue: false),
    Case(
      name: "Reported long before it is recorded: asked at once, in the rhythm of the report's day",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {14}" + brief,
      facts: [.init(day: 9, line: "báo cáo hoàn thành T ngày {2}")], picture: "..........c.c.D..", lead: "vp"),
    Case(
      name: "An event starts a period: announced at the next slot", task: "hạn: trong 10 ngày kể từ ngày x" + brief,
      facts: [.init(day: 1, line: "x ngày {1}")], picture: "..a.....r.rD!E!"),
    Case(
      name: "An event recorded late: announced, passed steps stay silent",
      task: "hạn: trong 10 ngày kể từ ngày x" + brief,
      facts: [.init(day: 9, line: "x ngày {1}")], picture: "..........rD!E"),
    Case(
      name: "An event recorded when the day had passed: listed, not chased",
      task: "hạn: trong 5 ngày kể từ ngày x" + brief, facts: [.init(day: 9, line: "x ngày {1}")],
      picture: "......D........"),
    Case(
      name: "An event corrected: moved", task: "hạn: trong 10 ngày kể từ ngày x" + brief,
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 5, line: "sửa x thành ngày {3}")],
      picture: "..a...m...r.rD"),
    Case(
      name: "An event withdrawn: there is no day any more", task: "hạn: trong 10 ngày kể từ ngày x" + brief,
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 5, line: "hủy ghi nhận x")],
      picture: "..a...m.....", hasDue: false),
    Case(
      name: "The record of a case withdrawn: whoever was told hears that nothing is owed",
      task: "hạn: khi có đơn, trong 10 ngày" + brief + cases(of: "đơn"),
      facts: [.init(day: 1, line: "đơn số 5 ngày {1}"), .init(day: 5, line: "hủy ghi nhận đơn số 5")],
      picture: "..a...z.....", hasDue: false),
    Case(
      name: "Of two cases the one that is withdrawn ends",
      task: "hạn: khi có đơn, trong 10 ngày" + brief + cases(of: "đơn"),
      facts: [
        .init(day: 1, line: "đơn số 5 ngày {1}"), .init(day: 3, line: "đơn số 6 ngày {3}"),
        .init(day: 5, line: "hủy ghi nhận đơn số 5"),
      ], picture: "..a.a.z...r.rD"),
    Case(
      name: "A case withdrawn before anybody was told: silence",
      task: "hạn: khi có đơn, trong 10 ngày" + brief + cases(of: "đơn"),
      facts: [.init(day: 1, line: "đơn số 5 ngày {1}"), .init(day: 1, hour: 13, line: "hủy ghi nhận đơn số 5")],
      picture: "............", hasDue: false),
    Case(
      name: "A case withdrawn and recorded again: its lead hears of it as of a new one",
      task: "hạn: khi có đơn, trong 10 ngày" + brief + cases(of: "đơn"),
      facts: [
        .init(day: 1, line: "đơn số 5 ngày {1}"), .init(day: 5, line: "hủy ghi nhận đơn số 5"),
        .init(day: 8, line: "đơn số 5 ngày {3}"),
      ], picture: "..a...z..ar.rD"),
    Case(
      name: "A case withdrawn whose work is done: silence",
      task: "hạn: khi có đơn, trong 10 ngày" + brief + cases(of: "đơn"),
      facts: [
        .init(day: 1, line: "đơn số 5 ngày {1}"), .init(day: 4, line: "T kỳ 5 xong ngày {4}"),
        .init(day: 6, line: "hủy ghi nhận đơn số 5"),
      ], picture: "..a.........", hasDue: false),
    Case(
      name: "Undated work whose event is corrected: its lead hears the other day, once, and the questions go on",
      task: "hạn: sau khi x\n  nhắc: tiêu chuẩn; hỏi mỗi 5 ngày làm việc",
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 3, line: "sửa x thành ngày {2}")],
      picture: "..q.m..q....q..", hasDue: false),
    Case(
      name: "Corrected and back: each change is told", task: "hạn: sau khi x",
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 3, line: "sửa x thành ngày {2}"),
        .init(day: 6, line: "sửa x thành ngày {1}"), .init(day: 8, line: "sửa x thành ngày {1}"),
      ], picture: "..q.m..m.......", hasDue: false),
    Case(
      name: "Undated work whose event is withdrawn: its lead hears that it waits, and is asked no more",
      task: "hạn: sau khi x\n  nhắc: tiêu chuẩn; hỏi mỗi 5 ngày làm việc",
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 3, line: "hủy ghi nhận x")],
      picture: "..q.m..........", hasDue: false),
    Case(
      name: "Withdrawn and recorded again with the same day: its lead hears that it is open again, then questions",
      task: "hạn: sau khi x\n  nhắc: tiêu chuẩn; hỏi mỗi 5 ngày làm việc",
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 3, line: "hủy ghi nhận x"), .init(day: 5, line: "x ngày {1}"),
      ], picture: "..q.m.m....q....q", hasDue: false),
    Case(
      name: "Undated work that is waived: its lead hears it once",
      task: "hạn: sau khi x\n  nhắc: tiêu chuẩn; hỏi mỗi 5 ngày làm việc",
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 3, line: "miễn T vì thôi")],
      picture: "..q.z..........", hasDue: false),
    Case(
      name: "Undated work that waits and is waived: its lead hears both",
      task: "hạn: sau khi x",
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 3, line: "hủy ghi nhận x"),
        .init(day: 5, line: "miễn T vì thôi"),
      ], picture: "..q.m.z........", hasDue: false),
    Case(
      name: "Undated work handed over: the old lead hears it", task: "hạn: sau khi x",
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 5, line: "chuyển T cho Phòng Kế hoạch theo 5/TB")],
      picture: "..q...n........", hasDue: false),
    Case(
      name: "Undated work handed over: the new lead is asked at once",
      task: "hạn: sau khi x\n  nhắc: tiêu chuẩn; hỏi mỗi 5 ngày làm việc",
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 5, line: "chuyển T cho Phòng Kế hoạch theo 5/TB")],
      picture: "......qq....q..", lead: "kh2", hasDue: false),
    Case(
      name: "Who was asked to confirm undated work hears that it is waived",
      task: "xác nhận: Văn phòng\n  hạn: sau khi x",
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 6, line: "miễn T vì thôi"),
      ], picture: ".....c.z.....", lead: "vp", hasDue: false),
    Case(
      name: "A window behind a gate: its lead hears that the gate is shut again, and the day once it opens",
      task: "hạn: từ {2} đến {14}, sau khi x" + brief,
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 11, line: "hủy ghi nhận x"), .init(day: 12, line: "x ngày {12}"),
      ], picture: "...........rmmD!"),
    Case(
      name: "What binds before the next slot goes at once", task: "hạn: trong 1 ngày kể từ ngày x" + brief,
      facts: [.init(day: 3, hour: 20, line: "x ngày {2}")], picture: "...T!E!w"),
    Case(
      name: "Open without a day: its lead is asked at once, then in the rhythm of the policy",
      task: "hạn: sau khi x\n  nhắc: tiêu chuẩn; hỏi mỗi 5 ngày làm việc", facts: [.init(day: 1, line: "x ngày {1}")],
      picture: "..q....q....q..", hasDue: false),
    Case(
      name: "Asked no more once a date is set, which its lead hears",
      task: "hạn: sau khi x\n  nhắc: trước 2 ngày; quá hạn không; hỏi mỗi 5 ngày làm việc",
      facts: [.init(day: 1, line: "x ngày {1}"), .init(day: 4, line: "ấn định T hạn chậm nhất {12} theo 3/TB")],
      picture: "..q..m....r.D"),
    Case(
      name: "More time refused, then reported, and returned with another day: the refusal is told once",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {9}" + brief,
      facts: [
        .init(day: 1, line: "xin gia hạn T ngày {1} đến {20} vì chờ"),
        .init(day: 2, line: "không đồng ý gia hạn T ngày {2} vì chậm"),
        .init(day: 4, line: "báo cáo hoàn thành T ngày {4}"),
        .init(day: 6, line: "trả lại T ngày {6}, hạn mới {14} vì thiếu"),
      ], picture: "...y...y...r.rD"),
    Case(
      name: "More time refused, and the day moved by its event: the refusal is not told again",
      task: "hạn: trong 8 ngày kể từ ngày x" + brief,
      facts: [
        .init(day: 0, line: "x ngày {0}"), .init(day: 1, line: "xin gia hạn T ngày {1} đến {20} vì chờ"),
        .init(day: 2, line: "không đồng ý gia hạn T ngày {2} vì chậm"), .init(day: 4, line: "sửa x thành ngày {4}"),
      ], picture: ".acy.m...r.rD"),
  ]

  @Test(arguments: cases + reopened + lapsed)
  func pictures(_ example: Case) throws {
    let picture = Picture(example.picture)
    func filled(_ text: String) -> String {
      var text = text
      for index in 0...200 { text = text.replacing("{\(index)}", with: written(picture.date(index))) }
      return text
    }
    var office = try DrawnOffice(
      DrawnOffice.book("  " + filled(example.task)), calendar: .drawn(off: picture.daysOff))
    for fact in example.facts { office.record(filled(fact.line), at(picture.date(fact.day), fact.hour)) }
    let live = at(Picture.start, 0)
    var walk = RoundWalk(office.rules, facts: office.facts, through: day("2025-12-31"), wentLive: { _, _ in live })
    walk.walk(from: live, until: at(picture.date(picture.count), 0).adding(seconds: -1))
    let found = drawn(
      walk.notices, like: picture, lead: example.lead, superior: example.superior,
      due: example.hasDue ? picture.due : nil)
    #expect(found == picture.text)
    // Each round is in time, so that nobody is told that a reminder is late.
    #expect(walk.notices.filter(\.isLate).isEmpty)
  }
}
