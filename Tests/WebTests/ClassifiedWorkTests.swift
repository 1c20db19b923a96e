import Documents
import JSON
import Testing

@testable import Web

/// Of classified work everybody is told id and day, and nothing else, by whatever way they look.
@Suite("Classified work")
struct ClassifiedWorkTests {
  private static let words = ["kín", "Phòng Mật vụ", "Ông Kín", "12/KIN", "lý do kín"]

  /// Of 23 September 2024: K.1 done in time, K.2 done late, K.3 overdue, K.4 waived, K.5 reported, K.6 with more time.
  private func desk() throws -> SiteDesk {
    var plan = SiteDesk.plan.replacingOccurrences(of: "đơn vị a:", with: "đơn vị m: Phòng Mật vụ kín\n\nđơn vị a:")
    for (number, due) in [
      (1, "10/9/2024"), (2, "11/9/2024"), (3, "12/9/2024"), (4, "13/9/2024"), (5, "16/9/2024"), (6, "17/9/2024"),
    ] {
      plan +=
        "nhiệm vụ K.\(number): Việc kín số \(number)\n  độ mật: Mật\n  chủ trì: m\n  sản phẩm: Tài liệu kín\n"
        + (number == 5 ? "  xác nhận: Văn phòng\n" : "") + "  hạn: chậm nhất \(due)\n\n"
    }
    let desk = try SiteDesk(["plan.rules": plan])
    try desk.record("done", "K.1", "--on", "9/9/2024", "--document", "12/KIN")
    try desk.record("done", "K.2", "--on", "18/9/2024", "--note", "lý do kín")
    try desk.record("waive", "K.4", "--because", "lý do kín")
    try desk.record("done", "K.5", "--on", "13/9/2024", "--document", "12/KIN")
    try desk.record("assign", "K.3", "Ông Kín")
    try desk.record("extend", "K.6", "--to", "30/9/2024", "--document", "12/KIN")
    return desk
  }

  @Test("A list tells whether it is still to be done, and by its day when, and nothing more") func states() throws {
    let desk = try desk()
    for (state, ids) in [
      ("done", ["K.1", "K.2", "K.4"]), ("overdue", ["K.3", "K.5"]), ("waived", []), ("reported", []), ("open", ["K.6"]),
      ("closed", ["K.1", "K.2", "K.4"]), ("due-soon", ["K.6"]), ("within", []), ("extension-asked", []),
    ] {
      let list = try #require(try APITests.json(desk.get("/api/v1/obligations?status=\(state)"))["items"]?.array)
      let secret = list.filter { $0["id"]?.string?.hasPrefix("kh/K.") == true }
      #expect(secret.compactMap { $0["task"]?.string } == ids, "\(state): \(list)")
      for one in secret {
        guard case .object(let members) = one else { continue }
        #expect(Set(members.keys) == ["id", "plan", "task", "key", "due", "classified"], "\(members)")
      }
    }
  }

  @Test("Nothing tells its words, units, people, documents or reasons") func words() throws {
    let desk = try desk()
    for path in [
      "/", "/viec", "/viec?status=closed", "/viec.json?status=closed&status=open", "/viec.csv?status=closed",
      "/viec.ics?status=closed", "/en/viec.ics", "/viec/kh/K.1@once", "/viec/kh/K.3@once", "/viec/kh/K.4@once",
      "/viec/kh/K.5@once", "/viec/kh/K.6@once", "/thang/2024-09", "/nam/2024", "/ke-hoach/kh", "/thong-ke",
      "/thong-ke.json", "/thong-ke.csv", "/giao-ban", "/su-kien", "/api/v1/obligations?status=closed&status=open",
      "/api/v1/obligations/kh/K.1@once", "/api/v1/obligations/kh/K.6@once", "/api/v1/tasks", "/api/v1/statistic",
    ] {
      // The unit is no secret by itself; that it leads this work is.
      let text = desk.text(path).replacingOccurrences(of: "Phòng Mật vụ kín", with: "")
      for word in Self.words { #expect(!text.contains(word), "\(path): \(word)") }
    }
    for path in [
      "/viec.xlsx?status=closed&status=open&status=overdue", "/thong-ke.xlsx", "/thong-ke.docx", "/giao-ban.docx",
    ] {
      let format = path.contains(".xlsx") ? "xlsx" : "docx"
      let read = try DocumentFileReader().read(desk.get(path).body, name: "a.\(format)")
      let text = "\(read.blocks)".replacingOccurrences(of: "Phòng Mật vụ kín", with: "")
      for word in Self.words { #expect(!text.contains(word), "\(path): \(word)") }
    }
  }

  @Test("It is found by no word, unit or person, and counted as done or not") func found() throws {
    let desk = try desk()
    for query in ["text=k%C3%ADn", "unit=m", "text=12%2FKIN"] {
      let list = try APITests.json(desk.get("/api/v1/obligations?status=closed&status=open&status=overdue&\(query)"))
      #expect(list["items"]?.array?.isEmpty == true, "\(query)")
    }
    #expect(desk.get("/api/v1/obligations?person=%C3%94ng+K%C3%ADn").status == 400)
    let rows = try #require(
      try APITests.json(desk.get("/api/v1/statistic?by=plan&from=2024-09-01&to=2024-09-30")).array)
    let row = try #require(rows.first)
    #expect(
      row["done"]?.integer == 3 && row["done-day-unknown"]?.integer == 3 && row["waived"]?.integer == 0, "\(rows)")
    #expect(row["overdue"]?.integer == 2 && row["reported"]?.integer == 0, "\(rows)")
  }
}
