import Daemon
import HTTPMessages
import ServiceStatus
import StateFolder
import Testing

@Suite("Pages of the daemon")
struct PagesTests {
  static func status(_ change: (inout DaemonStatus) -> Void = { _ in }) -> DaemonStatus {
    var status = DaemonStatus(version: "1.2", started: 1_700_000_000)
    var mark = RoundMark(began: 1_700_003_600, stamp: "s")
    (mark.next, mark.pending, mark.dead, mark.sent) = (1_700_090_000, 2, 1, 7)
    status.service.mark = mark
    status.service.lookedAt = 1_700_003_600
    status.service.revision = 3
    status.service.folder = .live
    change(&status)
    return status
  }

  static func pages(_ status: DaemonStatus, now: Int64 = 1_700_003_700) -> Pages {
    Pages(status: { status }, now: { now })
  }

  @Test("Unknown paths are 404, other methods 405 with those that are allowed")
  func refusals() throws {
    let pages = Self.pages(Self.status())
    #expect(pages.answer(HTTPRequest("GET", "/")) == nil)
    #expect(pages.answer(HTTPRequest("GET", "/healthy")) == nil)
    #expect(pages.answer(HTTPRequest("POST", "/nothing")) == nil)
    let refusal = try #require(pages.answer(HTTPRequest("POST", "/health")))
    #expect(refusal.status == 405)
    #expect(refusal.value(of: "Allow") == "GET, HEAD")
  }

  @Test("Readiness: thirty minutes after the last look are too long, exactly thirty are not")
  func age() {
    func code(_ now: Int64) -> Int {
      Self.pages(Self.status(), now: now).answered(HTTPRequest("GET", "/ready")).status
    }
    #expect(code(1_700_003_600 + 1800) == 200)
    #expect(code(1_700_003_600 + 1801) == 503)
  }

  @Test("A round that is held left everything undone") func held() {
    let status = Self.status { $0.service.mark?.held = .init(vi: "đồng hồ", en: "the clock") }
    #expect(Self.pages(status).answered(HTTPRequest("GET", "/ready")).status == 503)
  }

  @Test("Readiness names every reason in both languages")
  func reasons() {
    let status = Self.status {
      $0.service.revision = 0
      $0.service.mark?.failure = .init(vi: "không có máy chủ", en: "no server")
    }
    let page = Self.pages(status).answered(HTTPRequest("GET", "/ready"))
    #expect(
      page.text == """
        {"ready":false,"reasons":[{"vi":"chưa có quy tắc nào có hiệu lực","en":"no rules yet"},\
        {"vi":"lượt nhắc trước chưa làm được hết: không có máy chủ","en":"the last round failed: no server"}]}

        """)
  }

  @Test("Metrics in Prometheus's text format: each with help and type, values as they are, nothing that is not known")
  func metrics() {
    let status = Self.status { $0.wakes = [.fact: 4] }
    let page = Self.pages(status).answered(HTTPRequest("GET", "/metrics"))
    #expect(page.type == "text/plain; version=0.0.4; charset=utf-8")
    let lines = page.text.split(separator: "\n").map(String.init)
    for line in [
      "nhacviec_build_info{version=\"1.2\"} 1", "nhacviec_live_revision 3", "nhacviec_next_instant_seconds 1700090000",
      "nhacviec_last_round_begin_seconds 1700003600", "nhacviec_deliveries{state=\"pending\"} 2",
      "nhacviec_deliveries{state=\"dead\"} 1", "nhacviec_last_round_held 0", "nhacviec_rules_waiting 0",
      "nhacviec_rules_folder_refused 0", "nhacviec_wakes_total{reason=\"fact\"} 4",
      "nhacviec_wakes_total{reason=\"clock\"} 0", "# TYPE nhacviec_wakes_total counter",
    ] { #expect(lines.contains(line), "\(line)") }
    let names = Set(lines.filter { !$0.hasPrefix("#") }.map { $0.prefix { $0 != " " && $0 != "{" } })
    for name in names {
      #expect(lines.contains { $0.hasPrefix("# HELP \(name) ") }, "\(name)")
      #expect(lines.contains { $0.hasPrefix("# TYPE \(name) ") }, "\(name)")
    }
    #expect(lines.contains("nhacviec_deliveries_late 0") && lines.contains("nhacviec_units_without_mail 0"))
    #expect(!page.text.contains("late_since") && !page.text.contains("state_free_bytes"))
    var surroundings = Surroundings()
    surroundings.freeBytes = 4096
    let late = Metrics.text(
      Self.status {
        $0.service.mark?.late = .init(count: 2, since: 1_700_000_000)
        $0.service.mark?.lateCopies = .init(count: 4, since: 1_700_000_060)
        $0.service.mark?.unitsWithoutMail = 3
      }, surroundings)
    for line in [
      "nhacviec_deliveries_late 2", "nhacviec_deliveries_late_since_seconds 1700000000",
      "nhacviec_copies_late 4", "nhacviec_copies_late_since_seconds 1700000060", "nhacviec_units_without_mail 3",
      "nhacviec_state_free_bytes 4096", "nhacviec_state_read_only 0",
    ] { #expect(late.contains("\n\(line)\n"), "\(line)") }
    let empty = Metrics.text(DaemonStatus(version: "a\"\\b", started: 0))
    #expect(empty.contains("nhacviec_build_info{version=\"a\\\"\\\\b\"} 1\n"))
    #expect(!empty.contains("last_round"))
    #expect(!empty.contains("next_instant"))
  }
}

extension Pages {
  fileprivate func answered(_ request: HTTPRequest) -> HTTPAnswer { answer(request) ?? HTTPAnswer(404) }
}

extension HTTPAnswer {
  fileprivate var text: String { String(decoding: body, as: UTF8.self) }
}
