import Foundation
import HTTPMessages
import StateFolder
import Testing

/// What strangers send who mean harm, as bytes over each socket. How slow and greedy clients fare is in HTTPServiceTests.
@Suite("Harmful requests", .serialized)
struct AttackTests {
  /// What makes a request one that is answered, over each socket.
  private static let sockets: [(HTTPRequest.Socket, String)] = [
    (.group, "Host: x\r\n"), (.loopback, "Host: localhost\r\n"), (.proxy, "Host: x\r\nX-Remote-User: lan\r\n"),
  ]

  /// The statuses of all answers to these bytes, after which the connection ends.
  private func statuses(_ client: Client, _ text: String) throws -> [Int] {
    client.push(Array(text.utf8))
    let (answers, isOver) = client.heard(within: 3)
    #expect(isOver, "\(text.prefix(300)): \(answers)")
    return answers.matches(of: #/HTTP/1\.1 (\d{3}) /#).compactMap { Int($0.output.1) }
  }

  @Test("Paths lead nowhere but to pages")
  func paths() throws {
    let daemon = try ThreeSockets()
    for (socket, fields) in Self.sockets {
      func status(_ path: String) throws -> [Int] {
        try statuses(daemon.client(socket), "GET \(path) HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n")
      }
      #expect(try status("/viec") == [200])
      for path in [
        "/../../etc/passwd", "/viec/../viec", "/./viec", "/%2e%2e/%2e%2e/etc/passwd",
        "/quy-tac/..%2f..%2fnhacviec.toml",
        "/quy-tac/%2e%2e/nhacviec.toml", "/viec%2F", "/viec%00", "/%00", "//viec", "///", "/viec//", "/viec/%5c..%5cx",
        "/%c0%ae%c0%ae/", "/%ff", "/%", "/%4", "/%zz", "/viec%0d%0aX-Evil:%20x", "*", "viec", "",
        "http://evil.example/viec", "http://localhost/viec", "https://localhost:8025/",
      ] { #expect(try status(path) == [400], "\(socket) \(path)") }
      for path in ["/%252e%252e/etc/passwd", "/quy-tac/etc/passwd", "/quy-tac/nhacviec.toml", "/.env", "/viec.exe"] {
        #expect(try status(path) == [404], "\(socket) \(path)")
      }
      #expect(try [[], [400], [404], [414], [431]].contains(status("/" + String(repeating: "a", count: 7000))))
      #expect(try [[], [400], [414], [431]].contains(status("/" + String(repeating: "a", count: 100_000))))
      #expect(try [[], [400], [431]].contains(status("/viec?" + String(repeating: "a=1&", count: 50_000))))
    }
  }

  @Test("Requests whose end can be read in two ways are one at most, and end the connection")
  func smuggling() throws {
    let daemon = try ThreeSockets()
    let second = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    for (socket, fields) in Self.sockets {
      // One whose end is clear is followed by the next.
      let clear = "POST / HTTP/1.1\r\n\(fields)Content-Length: 1\r\n\r\nx" + second
      #expect(try statuses(daemon.client(socket), clear) == [405, socket == .proxy ? 403 : 200])
      for (name, text) in [
        (
          "both lengths",
          "POST / HTTP/1.1\r\n\(fields)Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + second
        ),
        (
          "both, other order",
          "POST / HTTP/1.1\r\n\(fields)Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n" + second
        ),
        ("two lengths", "POST / HTTP/1.1\r\n\(fields)Content-Length: 0\r\nContent-Length: 44\r\n\r\n" + second),
        ("a list of lengths", "POST / HTTP/1.1\r\n\(fields)Content-Length: 0, 44\r\n\r\n" + second),
        ("a length with a sign", "POST / HTTP/1.1\r\n\(fields)Content-Length: +0\r\n\r\n" + second),
        ("a length in hex", "POST / HTTP/1.1\r\n\(fields)Content-Length: 0x0\r\n\r\n" + second),
        (
          "a blank before the colon",
          "POST / HTTP/1.1\r\n\(fields)Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + second
        ),
        ("another encoding", "POST / HTTP/1.1\r\n\(fields)Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + second),
        (
          "chunked not last",
          "POST / HTTP/1.1\r\n\(fields)Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + second
        ),
        (
          "two encodings",
          "POST / HTTP/1.1\r\n\(fields)Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n" + second
        ),
        ("a wrong chunk", "POST / HTTP/1.1\r\n\(fields)Transfer-Encoding: chunked\r\n\r\nx\r\n" + second),
        (
          "a chunk beyond all bounds",
          "POST / HTTP/1.1\r\n\(fields)Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n" + second
        ),
        ("a folded field", "GET / HTTP/1.1\r\n\(fields)X: a\r\n folded\r\n\r\n" + second),
        ("a folded length", "POST / HTTP/1.1\r\n\(fields)Content-Length:\r\n 0\r\n\r\n" + second),
        ("bare line feeds", "GET / HTTP/1.1\n\(fields.replacing("\r", with: ""))\n" + second),
        ("a bare return", "GET / HTTP/1.1\r\n\(fields)X: a\rY: b\r\n\r\n" + second),
        ("a null", "GET / HTTP/1.1\r\n\(fields)X: a\0b\r\n\r\n" + second),
        ("a field without a name", "GET / HTTP/1.1\r\n\(fields): a\r\n\r\n" + second),
        ("a line without a colon", "GET / HTTP/1.1\r\n\(fields)X\r\n\r\n" + second),
        ("a blank in the path", "GET /viec /x HTTP/1.1\r\n\(fields)\r\n" + second),
        ("an old version", "GET /\r\n\r\n" + second), ("a new version", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + second),
        ("no version", "GET / HTTP/9.9\r\n\(fields)\r\n" + second),
        ("TLS", "\u{16}\u{03}\u{01}\u{02}\0\u{01}" + second),
      ] {
        let found = try statuses(daemon.client(socket), text)
        #expect(found == [] || found == [400], "\(socket), \(name): \(found)")
      }
    }
  }

  @Test("Other methods are refused, HEAD has no body, and none opens a tunnel")
  func methods() throws {
    let daemon = try ThreeSockets()
    for (socket, fields) in Self.sockets {
      for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND", "get"] {
        let text = "\(method) /viec HTTP/1.1\r\n\(fields)Cookie: secret\r\nConnection: close\r\n\r\n"
        let answer = try daemon.client(socket).answers(to: text)
        let status = ThreeSockets.Answer(text: answer).status
        #expect(answer == "" || status == 405 || status == 400, "\(socket) \(method): \(answer)")
        #expect(!answer.contains("secret"), "\(method)")
      }
      for text in [
        "OPTIONS * HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n",
        "CONNECT evil.example:443 HTTP/1.1\r\n\(fields)\r\n",
        "CONNECT /viec HTTP/1.1\r\n\(fields)\r\nGET /viec HTTP/1.1\r\n\(fields)\r\n",
      ] {
        let found = try statuses(daemon.client(socket), text)
        #expect(found == [] || found == [400] || found == [405], "\(socket) \(text): \(found)")
      }
      let head = try daemon.client(socket).answers(to: "HEAD /viec HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n")
      #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n") && !head.contains("<html"), "\(head)")
      let upgrade = "Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n"
      #expect(try statuses(daemon.client(socket), "GET /viec HTTP/1.1\r\n\(fields)" + upgrade) == [200])
    }
  }

  @Test("Large heads and bodies end the connection, and the daemon goes on")
  func sizes() throws {
    let daemon = try ThreeSockets()
    let before = try #require(daemon.desk.resident)
    for (socket, fields) in Self.sockets {
      for heads in [
        "X: " + String(repeating: "a", count: 9000),
        String(repeating: "X: " + String(repeating: "a", count: 4000) + "\r\n", count: 5),
        String(repeating: "X: a\r\n", count: 70), String(repeating: "a", count: 1_000_000),
      ] {
        let found = try statuses(daemon.client(socket), "GET /viec HTTP/1.1\r\n\(fields)\(heads)\r\n\r\n")
        #expect(found == [] || found == [400] || found == [431], "\(socket) \(heads.count): \(found)")
      }
      let body = String(repeating: "a", count: 200_000)
      for text in [
        "POST /viec HTTP/1.1\r\n\(fields)Content-Length: 9000000000000000000\r\n\r\n" + body,
        "POST /viec HTTP/1.1\r\n\(fields)Content-Length: 99999999999999999999999\r\n\r\n" + body,
        "POST /viec HTTP/1.1\r\n\(fields)Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n" + body,
        "GET /viec HTTP/1.1\r\n\(fields)Content-Length: 200000\r\nExpect: 100-continue\r\n\r\n" + body,
      ] {
        // What was not read may reset the connection before the answer is.
        let found = try statuses(daemon.client(socket), text)
        #expect(found == [] || found == [413] || found == [400], "\(socket): \(found)")
      }
      let client = try daemon.client(socket)
      for _ in 1...20 { client.push(Array(repeating: UInt8(ascii: "a"), count: 100_000)) }
    }
    #expect(try daemon.ask(.loopback, "/health", ["Host: localhost"]).status == 200)
    let after = try #require(daemon.desk.resident)
    #expect(after - before < 20_000, "kB: \(before), then \(after)")
  }

  @Test("Names are names in each form, and nothing of a request becomes a field of its answer")
  func names() throws {
    let evil = #"<script>alert(1)</script>"><img src=x onerror=alert(2)>"#
    let daemon = try ThreeSockets([
      "plan.rules": """
      kế hoạch kh: =HYPERLINK("http://evil.example") \(evil)
        năm: 2024
        lịch: Việt Nam
        ban hành: 02/01/2024
        đầu mối: @SUM(1)
        nhắc: tiêu chuẩn

      đơn vị a: @SUM(1)
        email: a@so.example

      đơn vị b: +1+cmd|' /C calc'!A0 \(evil)
        email: b@so.example

      nhiệm vụ A: =1+1 \(evil)\\r\\nATTACH:http://evil.example\\nEND:VEVENT
        chủ trì: +1+cmd|' /C calc'!A0 \(evil)
        phối hợp: @SUM(1)
        sản phẩm: -2+3 \(evil)
        hạn: chậm nhất 29/3/2024
      """
    ])
    func get(_ path: String) throws -> ThreeSockets.Answer {
      let answer = try daemon.ask(.loopback, path, ["Host: localhost", "X-Evil: <script>"])
      // A wording that is not understood is told as a form that is wrong.
      #expect(answer.status == (path.contains("/doc-han") ? 400 : 200), "\(path): \(answer.text)")
      return answer
    }
    for path in [
      "/", "/viec", "/viec/kh/A@once", "/ke-hoach", "/ke-hoach/kh", "/don-vi", "/don-vi/b", "/thong-ke",
      "/thang/2024-03",
      "/nam/2024", "/su-kien", "/quy-tac", "/quy-tac/plan.rules", "/ban-quy-tac", "/ban-quy-tac/1", "/giao-ban",
      "/da-gui", "/de-xuat",
      "/doc-han?q=" + (evil.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""),
      "/viec?text=" + (evil.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""),
    ] {
      for page in try [get(path), get("/en" + path)] {
        #expect(!page.body.contains("<script") && !page.body.contains("<img"), "\(path)")
        #expect(page.value(of: "Content-Security-Policy")?.contains("default-src 'none'") == true, "\(path)")
        #expect(page.value(of: "X-Content-Type-Options") == "nosniff")
      }
    }
    #expect(try get("/viec").body.contains("=1+1 &lt;script&gt;alert(1)&lt;/script&gt;"))
    for path in ["/viec.csv", "/thong-ke.csv"] {
      let table = try get(path)
      #expect(table.value(of: "Content-Type") == "text/csv; charset=utf-8")
      #expect(table.body.contains("'+1+cmd"), "\(table.body)")
      let cells = table.body.split { ",\r\n".contains($0) }.map { $0.drop { $0 == "\"" } }
      #expect(!cells.contains { "=+@".contains($0.first ?? " ") }, "\(table.body)")
    }
    let list = try JSONSerialization.jsonObject(with: Data(get("/viec.json").body.utf8))
    #expect(String(describing: list).contains(#"=1+1 <script>alert(1)</script>"#))
    let calendar = try get("/viec.ics").body
    #expect(calendar.contains("BEGIN:VEVENT"))
    #expect(!calendar.components(separatedBy: "\r\n").contains { $0.hasPrefix("ATTACH") }, "\(calendar)")
    #expect(calendar.components(separatedBy: "\r\nEND:VEVENT").count == 2, "\(calendar)")
    // File names are fixed words, whatever is asked for.
    for path in ["/viec.csv", "/viec.xlsx", "/viec.ics", "/thong-ke.xlsx", "/thong-ke.docx", "/giao-ban.docx"] {
      for query in ["", "?text=%22;%0d%0aX-Evil:%201", "?x=%0d%0aX-Evil:%201"] {
        let answer = try daemon.ask(.loopback, path + query, ["Host: localhost"])
        #expect(answer.value(of: "X-Evil") == nil)
        guard answer.status == 200, let name = answer.value(of: "Content-Disposition") else { continue }
        #expect(name.wholeMatch(of: /attachment; filename="[a-z0-9-]+\.[a-z]+"/) != nil, "\(name)")
      }
    }
  }
}
