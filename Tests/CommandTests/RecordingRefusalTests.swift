import TestSupport
import Testing

@testable import nhacviec

/// What is recorded of whom, and what there is to record at all.
@Suite("Recording what is so")
struct RecordingRefusalTests {
  private static let plan = """
    kế hoạch k: Kế hoạch
      năm: 2024
      lịch: Việt Nam
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng

    đơn vị tv: Thư viện

    đơn vị bt: Bảo tàng
      sáp nhập vào: Thư viện từ 01/5/2024

    nhóm ca: các đơn vị
      thành viên: vp; tv

    sự kiện pii: Bộ công bố chỉ số
      xảy ra: hằng năm

    nhiệm vụ A.1: Mỗi đơn vị
      chủ trì: các đơn vị (từng đơn vị)
      hạn: chậm nhất 30/6/2024

    nhiệm vụ A.2: Họp
      chủ trì: Văn phòng
      phối hợp: Thư viện
      hạn: hằng quý

    nhiệm vụ A.3: Hai nhãn
      chủ trì: Văn phòng
      hạn (một): chậm nhất 30/6/2024
      hạn (hai): chậm nhất 30/9/2024

    nhiệm vụ A.4: Việc của bảo tàng
      chủ trì: Bảo tàng
      hạn: chậm nhất 30/4/2024

    nhiệm vụ A.5: Kế hoạch nâng chỉ số
      hạn: trong 10 ngày kể từ ngày Bộ công bố chỉ số năm 2024

    """

  private func desk() throws -> Desk { try Desk(["plan.rules": Self.plan]) }

  @Test("An event has an occurrence and a reference, on the command line and in a line of facts")
  func keyAndReference() throws {
    let desk = try desk()
    let run = desk("event", "record", "pii", "--key", "2024", "--ref", "12/QĐ-BKHCN", "--on", "02/5/2024")
    #expect(run.code == 0, "\(run.errors)")
    #expect(desk.lines == ["k/pii kỳ 2024 số 12/QĐ-BKHCN ngày 02/5/2024"])
    // 2 May and ten days is Sunday 12 May: Monday 13 May.
    #expect(run.output.contains("thứ Hai 13/5/2024"), "\(run.output)")
    let again = desk("event", "record", "pii", "--key", "2024", "--on", "03/5/2024")
    #expect(again.code == 1 && again.errors.contains("already-recorded"), "\(again.errors)")
    let file = try ScratchFolder(["facts": desk.lines.joined() + "\n"])
    let listed = desk("upcoming", "--rules", desk.rules.path, "--facts", file.path + "/facts")
    #expect(listed.code == 0 && listed.output.contains("13/5/2024"), "\(listed)")
  }

  @Test("What could mean several is told by what tells them apart")
  func several() throws {
    let desk = try desk()
    #expect(desk("done", "A.3", "--on", "20/6/2024").errors.contains("Hãy nêu nhãn."))
    #expect(desk("done", "A.1", "--on", "20/6/2024").errors.contains("Hãy nêu đơn vị."))
    #expect(desk("extend", "A.2", "--to", "30/9/2024", "--by", "1").errors.contains("Hãy nêu kỳ."))
  }
}
