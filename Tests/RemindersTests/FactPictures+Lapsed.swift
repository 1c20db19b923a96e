/// What somebody was asked to confirm or decide, and need not any more (`v`).
extension FactPictureTests {
  private static let asked = "hạn: chậm nhất {14}" + brief
  private static let request = Recorded(day: 2, line: "xin gia hạn T ngày {2} đến {20} vì chờ")

  static let lapsed = [
    Case(
      name: "A report taken back: who was asked to confirm hears it", task: "xác nhận: Văn phòng\n  " + asked,
      facts: [.init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 6, line: "mở lại T vì nhầm")],
      picture: ".....c.v......D", lead: "vp", superior: "td"),
    Case(
      name: "Taken back before anybody was asked: silence", task: "xác nhận: Văn phòng\n  " + asked,
      facts: [.init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 3, line: "mở lại T vì nhầm")],
      picture: "..............D", lead: "vp", superior: "td"),
    Case(
      name: "Taken back and reported anew before the slot: only the next question",
      task: "xác nhận: Văn phòng\n  " + asked,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 6, hour: 10, line: "mở lại T vì nhầm"),
        .init(day: 6, line: "báo cáo hoàn thành T ngày {6}"),
      ], picture: ".....c...c....D", lead: "vp", superior: "td"),
    Case(
      name: "Taken back, and reported anew after the letter: asked again", task: "xác nhận: Văn phòng\n  " + asked,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 6, line: "mở lại T vì nhầm"),
        .init(day: 8, line: "báo cáo hoàn thành T ngày {8}"),
      ], picture: ".....c.v...c..D", lead: "vp", superior: "td"),
    Case(
      name: "Returned by who was asked: silence", task: "xác nhận: Văn phòng\n  " + asked,
      facts: [
        .init(day: 2, line: "báo cáo hoàn thành T ngày {2}"), .init(day: 6, line: "trả lại T ngày {6} vì thiếu"),
      ], picture: ".....c........D", lead: "vp", superior: "td"),
    Case(
      name: "A request withdrawn: who was to decide hears it, once", task: asked,
      facts: [request, .init(day: 4, line: "rút đề nghị gia hạn T ngày {4} vì kịp")], picture: "...c.v........D",
      lead: "gd", superior: "td"),
    Case(
      name: "Withdrawn, then the work is waived: no second letter", task: asked,
      facts: [
        request, .init(day: 4, line: "rút đề nghị gia hạn T ngày {4} vì kịp"), .init(day: 7, line: "miễn T vì thôi"),
      ], picture: "...c.v........D", lead: "gd", superior: "td"),
    Case(
      name: "Done before the decision: who was to decide hears it", task: asked,
      facts: [request, .init(day: 4, line: "T xong ngày {4}")], picture: "...c.v........D", lead: "gd", superior: "td"),
    Case(
      name: "Decided: silence", task: "hạn: chậm nhất {8}" + brief,
      facts: [
        .init(day: 2, line: "xin gia hạn T ngày {2} đến {14} vì chờ"),
        .init(day: 4, line: "gia hạn T đến {14} theo 12/QĐ"),
      ], picture: "...c..........D", lead: "gd", superior: "td"),
    Case(
      name: "Set on another day before the decision: who was to decide hears it", task: asked,
      facts: [request, .init(day: 4, line: "ấn định T hạn chậm nhất {14} theo 3/QĐ")], picture: "...c.v........D",
      lead: "gd",
      superior: "td"),
    Case(
      name: "Refused, then done: silence", task: asked,
      facts: [
        request, .init(day: 4, line: "không đồng ý gia hạn T ngày {4} vì gấp"), .init(day: 6, line: "T xong ngày {6}"),
      ], picture: "...c..........D", lead: "gd", superior: "td"),
    Case(
      name: "Undated work too", task: "hạn: sau khi x",
      facts: [
        .init(day: 1, line: "x ngày {1}"), request, .init(day: 4, line: "rút đề nghị gia hạn T ngày {4} vì kịp"),
      ], picture: "...c.v.........", lead: "gd", superior: "td", hasDue: false),
  ]
}
