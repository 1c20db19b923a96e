/// Work that was recorded as done or waived and is open again (`mở lại`): its lead hears it once, marked `y`, and so does
/// everybody else who was told that nothing is owed.
extension FactPictureTests {
  static let reopened = [
    Case(
      name: "At the next slot; steps passed meanwhile do not speak", task: "hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 4, line: "T xong ngày {4}"), .init(day: 5, hour: 9, line: "mở lại T vì còn thiếu")],
      picture: "......yrD!"),
    Case(
      name: "In the slot of a step it speaks alone", task: "hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 4, line: "T xong ngày {4}"), .init(day: 6, hour: 9, line: "mở lại T vì còn thiếu")],
      picture: ".......yD!"),
    Case(
      name: "Overdue by then: its lead hears that it is open again, then the overdue steps from there on",
      task: "hạn: chậm nhất {4}" + brief,
      facts: [.init(day: 3, line: "T xong ngày {3}"), .init(day: 7, hour: 9, line: "mở lại T vì còn thiếu")],
      picture: ".r.rD...y!E!."),
    Case(
      name: "Told as overdue before: the superior hears a working day after the lead heard that it is open again",
      task: "hạn: chậm nhất {4}" + brief,
      facts: [.init(day: 5, line: "T xong ngày {5}"), .init(day: 8, hour: 9, line: "mở lại T vì còn thiếu")],
      picture: ".r.rD!...yE!"),
    Case(
      name: "So it is with what is returned", task: "xác nhận: Văn phòng\n  hạn: chậm nhất {4}" + brief,
      facts: [
        .init(day: 5, line: "báo cáo hoàn thành T ngày {5}"),
        .init(day: 8, hour: 9, line: "trả lại T ngày {8} vì thiếu"),
      ], picture: ".r.rD!...yE!"),
    Case(
      name: "Done again before the slot: silence", task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 4, line: "T xong ngày {4}"), .init(day: 5, hour: 9, line: "mở lại T"),
        .init(day: 5, hour: 15, line: "T xong ngày {5}"),
      ], picture: "........D."),
    Case(
      name: "Reported on by its lead before the slot: silence", task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 4, line: "T xong ngày {4}"), .init(day: 5, hour: 9, line: "mở lại T"),
        .init(day: 5, hour: 15, line: "tiến độ T ngày {5}: đang bổ sung"),
      ], picture: ".......rD!"),
    Case(
      name: "Twice: each time is told, once", task: "hạn: chậm nhất {14}" + brief,
      facts: [
        .init(day: 1, line: "T xong ngày {1}"), .init(day: 2, line: "mở lại T"),
        .init(day: 4, line: "T xong ngày {4}"), .init(day: 5, line: "mở lại T"),
      ], picture: "...y..y....r.rD"),
    Case(
      name: "With a new day: the moved notice speaks instead", task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 6, line: "T xong ngày {6}"), .init(day: 7, hour: 9, line: "mở lại T"),
        .init(day: 7, hour: 10, line: "gia hạn T đến {14} theo 12/QĐ"),
      ], picture: ".....r..m..r.rD"),
    Case(
      name: "Silenced: at the end of the silence", task: "hạn: chậm nhất {14}" + brief,
      facts: [
        .init(day: 2, line: "T xong ngày {2}"), .init(day: 3, line: "ngừng nhắc T đến {6} vì chờ"),
        .init(day: 4, line: "mở lại T"),
      ], picture: ".....s.y...r.rD"),
    Case(
      name: "Done under a silence: nothing at its end", task: "hạn: chậm nhất {14}" + brief,
      facts: [
        .init(day: 2, line: "T xong ngày {2}"), .init(day: 3, line: "mở lại T"),
        .init(day: 3, hour: 13, line: "ngừng nhắc T đến {6} vì chờ"), .init(day: 5, line: "T xong ngày {5}"),
      ], picture: "....s.........D"),
    Case(
      name: "A support unit hears only its own steps",
      task: "phối hợp: Văn phòng\n  hạn: chậm nhất {8}" + brief + "; gửi tới chủ trì, phối hợp",
      facts: [.init(day: 4, line: "T xong ngày {4}"), .init(day: 5, hour: 9, line: "mở lại T")],
      picture: ".......rD.", lead: "vp", superior: "td"),
    Case(
      name: "Handed over before the slot: the new lead hears that it was handed over",
      task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 4, line: "T xong ngày {4}"), .init(day: 5, hour: 9, line: "mở lại T"),
        .init(day: 5, hour: 10, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
      ], picture: "......grD!", lead: "kh2"),
    Case(
      name: "A waiver that is taken back: its lead hears that it is open again", task: "hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 5, line: "miễn T vì thôi"), .init(day: 6, line: "mở lại T")], picture: ".....rzyD!"),
    Case(
      name: "A report that is taken back, where somebody confirms",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {8}" + brief,
      facts: [.init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 3, line: "mở lại T")],
      picture: "....yr.rD!"),
    Case(
      name: "Returned after it was opened again and reported: the return alone",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {10}" + brief,
      facts: [
        .init(day: 1, line: "báo cáo hoàn thành T ngày {1}"), .init(day: 2, hour: 9, line: "mở lại T"),
        .init(day: 2, hour: 10, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 4, line: "trả lại T ngày {4} vì thiếu"),
      ], picture: ".....y.r.rD!"),
    Case(
      name: "Undated work: its lead hears it, and the questions go on",
      task: "hạn: sau khi x\n  nhắc: tiêu chuẩn; hỏi mỗi 5 ngày làm việc",
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 3, line: "T xong ngày {3}"), .init(day: 5, line: "mở lại T"),
      ], picture: "..q...yq....q", hasDue: false),
    Case(
      name: "Work that only opens: its lead hears it, once", task: "hạn: không trước ngày {2}",
      facts: [.init(day: 4, line: "T xong ngày {4}"), .init(day: 6, line: "mở lại T")], picture: "..a....y....",
      hasDue: false),
    Case(
      name: "A waiver that is taken back: the superior who was told of it hears it",
      task: "hạn: chậm nhất {4}" + brief,
      facts: [.init(day: 7, line: "miễn T vì thôi"), .init(day: 9, line: "mở lại T")], picture: "....D.E.z.y...",
      lead: "gd", superior: "td"),
    Case(
      name: "A waiver that is taken back after the day: a support unit hears that alone",
      task: "phối hợp: Văn phòng\n  hạn: chậm nhất {4}" + brief + "; gửi tới chủ trì, phối hợp",
      facts: [.init(day: 4, line: "miễn T vì thôi"), .init(day: 7, line: "mở lại T")], picture: "...rDz..y.....",
      lead: "vp", superior: "td"),
    Case(
      name: "A waiver that is taken back: who was asked to confirm hears it",
      task: "xác nhận: Văn phòng\n  hạn: chậm nhất {14}" + brief,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 6, line: "miễn T vì thôi"),
        .init(day: 8, line: "mở lại T"),
      ], picture: ".....c.z.y....D", lead: "vp", superior: "td"),
    Case(
      name: "A waiver of undated work that is taken back: who was asked to confirm hears it",
      task: "xác nhận: Văn phòng\n  hạn: sau khi x",
      facts: [
        .init(day: 1, line: "x ngày {1}"), .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"),
        .init(day: 6, line: "miễn T vì thôi"), .init(day: 8, line: "mở lại T"),
      ], picture: ".....c.z.y....", lead: "vp", superior: "td", hasDue: false),
    Case(
      name: "A waiver that is taken back under a silence: told at its end",
      task: "phối hợp: Văn phòng\n  hạn: chậm nhất {4}" + brief + "; gửi tới chủ trì, phối hợp",
      facts: [
        .init(day: 4, line: "miễn T vì thôi"), .init(day: 7, hour: 9, line: "mở lại T"),
        .init(day: 7, hour: 9, line: "ngừng nhắc T đến {9} vì chờ"),
      ], picture: "...rDz....y...", lead: "vp", superior: "td"),
    Case(
      name: "Waived, then handed over and opened again: the old lead hears no more of it",
      task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 5, line: "miễn T vì thôi"), .init(day: 6, hour: 9, line: "chuyển T cho Phòng Kế hoạch theo 5/TB"),
        .init(day: 6, line: "mở lại T"),
      ], picture: ".....rz.D....", superior: "td"),
    Case(
      name: "Standing work: its lead hears it, once", task: "hạn: thường xuyên",
      facts: [.init(day: 2, line: "T xong ngày {2}"), .init(day: 4, line: "mở lại T")], picture: ".....y.......",
      hasDue: false),
  ]
}
