/// The rule book of a small office, as text: a calendar, a policy, one unit, one plan of 2024 and its tasks.
package enum SmallOffice {
  /// A calendar with Saturdays and Sundays off.
  package static let calendar = """
    lịch viet-nam: Việt Nam
      nghỉ hằng tuần: thứ bảy; chủ nhật

    """

  /// A policy that reminds seven days and one day before, and every third working day after the due day.
  package static let policy = """
    cách nhắc tieu-chuan: tiêu chuẩn
      trước: 7, 1 ngày
      quá hạn: mỗi 3 ngày làm việc, tối đa 5 lần
      gửi tới: chủ trì
      lúc: 08:00

    """

  /// A plan with one unit, one event and tasks.
  /// - Parameters:
  ///   - tasks: the blocks of its tasks.
  ///   - units: the blocks of further units.
  ///   - id: the id of the plan; that of its unit is the same behind `vp-`.
  package static func plan(
    _ tasks: String = task("A", "chậm nhất 29/3/2024"), year: Int = 2024, units: String = "", id: String = "kh"
  ) -> String {
    """
    kế hoạch \(id): Kế hoạch \(id)
      năm: \(year)
      lịch: Việt Nam
      ban hành: 02/01/\(year)
      đầu mối: Văn phòng
      nhắc: tiêu chuẩn

    đơn vị vp-\(id): Văn phòng
      email: vp@so.example

    \(units)

    sự kiện x: Bộ công bố

    \(tasks)
    """
  }

  /// A plan `k` of 2024 under the shipped calendar, with blocks of its own: units, events, tasks.
  /// - Parameters:
  ///   - focal: the unit that holds it together.
  ///   - fields: further fields of the plan, each a line.
  package static func plan(of focal: String, issued: String = "01/01/2024", fields: [String] = [], _ blocks: String)
    -> String
  {
    let own = ["năm: 2024", "lịch: Việt Nam", "ban hành: \(issued)", "đầu mối: \(focal)"] + fields
    return "kế hoạch k: Kế hoạch\n" + own.map { "  \($0)\n" }.joined() + "\n" + blocks
  }

  /// The block of a task.
  /// - Parameters:
  ///   - due: the wording of its deadline.
  ///   - more: further fields, indented.
  package static func task(_ id: String, _ due: String, lead: String = "Văn phòng", more: String = "") -> String {
    """
    nhiệm vụ \(id): Việc \(id)
      chủ trì: \(lead)
      hạn: \(due)
    \(more)

    """
  }
}
