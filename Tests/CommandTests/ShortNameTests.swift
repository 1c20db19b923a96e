import TestSupport
import Testing

@testable import nhacviec

@Suite("Short parts of names, and what is said of those that are none")
struct ShortNameTests {
  private static let plan = SmallOffice.plan(
    of: "Văn phòng",
    """
    đơn vị vp: Văn phòng
    đơn vị at: Phòng An toàn
    đơn vị ap: Phòng Ấn phẩm

    nhiệm vụ A.1: Báo cáo
      chủ trì: Phòng An toàn
      hạn: chậm nhất 30/9/2024

    nhiệm vụ A.2: In ấn
      chủ trì: Phòng Ấn phẩm
      hạn: chậm nhất 30/9/2024

    """)

  private func desk() throws -> Desk {
    let desk = try Desk(["plan.rules": Self.plan])
    for (task, person) in [("A.1", "Nguyễn Văn An"), ("A.2", "Trần Lan Anh")] {
      #expect(desk("assign", task, person).code == 0)
    }
    return desk
  }

  @Test(
    "A short part is whole words of a name that only one has; of persons also without marks",
    arguments: [
      ("--person", "An", "A.1"), ("--person", "an", "A.1"), ("--person", "Anh", "A.2"), ("--person", "tran", "A.2"),
      ("--unit", "Ấn", "A.2"), ("--unit", "ấn", "A.2"), ("--unit", "An", "A.1"), ("--lead", "Ấn", "A.2"),
    ])
  func found(option: String, name: String, task: String) throws {
    let run = try desk()("upcoming", option, name, "--format", "csv")
    let other = task == "A.1" ? "A.2" : "A.1"
    #expect(run.code == 0 && run.output.contains("/\(task)@") && !run.output.contains("/\(other)@"), "\(run)")
  }

  @Test(
    "A name that is none is told with those that there are",
    arguments: [
      ("--unit", "zz", "không có đơn vị “zz”; có: Phòng An toàn; Phòng Ấn phẩm; Văn phòng"),
      // Neither a whole word nor long enough; a mistyped id must not find a name.
      ("--unit", "toa", "không có đơn vị “toa”"), ("--unit", "phong", "“phong” có thể là: "),
      ("--person", "zz", "“zz”; có: Nguyễn Văn An; Trần Lan Anh"),
    ])
  func unknown(option: String, name: String, words: String) throws {
    let run = try desk()("upcoming", option, name)
    #expect(run.code == 1 && run.errors.contains(words), "\(run)")
  }

  @Test("Days in the wrong order are told without the name of an option", arguments: ["upcoming", "deadline"])
  func days(command: String) throws {
    let wording = command == "deadline" ? ["--year", "2024", "hằng tháng"] : []
    let run = try desk().run([command] + wording + ["--from", "2024-09-30", "--until", "2024-09-01"])
    #expect(run.code != 0 && run.errors.contains("ngày cuối trước ngày đầu") && !run.errors.contains("--until trước"))
  }
}
