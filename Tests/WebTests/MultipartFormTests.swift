import HTTPMessages
import TestSupport
import Testing

@Suite("Forms with files")
struct MultipartFormTests {
  private static let type = "multipart/form-data; boundary=----b"

  private static func form(_ text: String, type: String = type) -> [String]? {
    let lines = text.replacing("\n", with: "\r\n")
    return MultipartForm(Array(lines.utf8), type: type)?.parts.map {
      "\($0.name)|\($0.file ?? "–")|\(String(decoding: $0.body, as: UTF8.self))"
    }
  }

  /// A part as browsers send it.
  private static func part(_ name: String, _ body: String, file: String? = nil) -> String {
    let head = "------b\nContent-Disposition: form-data; name=\"\(name)\""
    return head + (file.map { "; filename=\"\($0)\"\nContent-Type: application/octet-stream" } ?? "") + "\n\n\(body)\n"
  }

  @Test("Fields and files are read as browsers send them") func read() {
    let sent = Self.part("token", "a") + Self.part("bang", "x\n--\n------c", file: "bảng 1.xlsx") + "------b--\n"
    #expect(Self.form(sent) == ["token|–|a", "bang|bảng 1.xlsx|x\r\n--\r\n------c"])
    #expect(Self.form(Self.part("a", "") + "------b--") == ["a|–|"])
    #expect(Self.form(Self.part("a", "1", file: "x%22y%0D%0A.xlsx") + "------b--\n") == ["a|x\"y  .xlsx|1"])
    let quoted = "multipart/form-data; boundary=\"----b\""
    #expect(Self.form(Self.part("a", "1") + "------b--\n", type: quoted) == ["a|–|1"])
    // Nothing but an end is a form without fields.
    #expect(Self.form("------b--\n") == [])
  }

  @Test(
    "Without a boundary, or with a strange one, it is no form",
    arguments: [
      "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"----b",
      "multipart/form-data; boundary=----b; boundary=----b", "multipart/form-data; boundary=----b; charset=utf-8",
      "multipart/mixed; boundary=----b", "multipart/form-data boundary=----b", "multipart/form-data; boundary=----ü",
      "multipart/form-data; boundary=" + String(repeating: "b", count: 71), "multipart/form-data; boundary=\"----b \"",
    ])
  func boundary(type: String) {
    #expect(Self.form(Self.part("a", "1") + "------b--\n", type: type) == nil)
  }

  @Test("What no browser sends is no form") func strange() {
    let (good, end) = (Self.part("a", "1"), "------b--\n")
    let head = "Content-Disposition: form-data; name=\"a\""
    for wrong in [
      "", "x", end + "x", "\n" + good + end, "lời đầu\n" + good + end, good, good + "------b", good + "------b-",
      good + end + end, good + good + end, "------b\n\n1\n" + end, "------b\n\(head)\n1\n" + end,
      "------b\n\(head)\n\(head)\n\n1\n" + end, "------b\nContent-Disposition: form-data\n\n1\n" + end,
      "------b\nContent-Disposition: form-data; name=\"\"\n\n1\n" + end,
      "------b\nContent-Disposition: attachment; name=\"a\"\n\n1\n" + end,
      "------b\n\(head); filename*=utf-8''a\n\n1\n" + end, "------b\n\(head)\nX-Other: 1\n\n1\n" + end,
      "------b\n\(head)\nContent-Transfer-Encoding: base64\n\n1\n" + end,
      "------b\n\(head)\nContent-Type: multipart/mixed; boundary=c\n\n--c--\n" + end,
      "------b\n\(head)\n\(String(repeating: "x", count: 3000)): 1\n\n1\n" + end,
      (0..<17).map { Self.part("a\($0)", "1") }.joined() + end,
    ] { #expect(Self.form(wrong) == nil, "\(wrong.prefix(200))") }
    // Line feeds alone are no line ends.
    #expect(MultipartForm(Array((good + end).utf8), type: Self.type) == nil)
    #expect(Self.form((0..<16).map { Self.part("a\($0)", "1") }.joined() + end)?.count == 16)
  }

  @Test("Whatever is cut, doubled or exchanged, it is a form with what was sent, or none") func mutations() {
    var generator = SeededGenerator(seed: 17)
    let whole = Array(
      (Self.part("token", "abc") + Self.part("bang", "PK\u{3}\u{4}------b", file: "a.xlsx") + "------b--\n")
        .replacing("\n", with: "\r\n").utf8)
    for _ in 0..<5000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        guard !bytes.isEmpty else { break }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes = Array(bytes[..<max(1, place)])
        default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
        }
      }
      guard let form = MultipartForm(bytes, type: Self.type) else { continue }
      #expect(form.parts.count <= 3)
      #expect(form.parts.reduce(0) { $0 + $1.body.count } < bytes.count)
    }
  }

  @Test("A large file is read in time that grows with its length") func large() {
    // Each line end could begin the end of a part.
    let body = String(repeating: "\n------", count: 250_000)
    let sent = Self.part("bang", body, file: "a") + "------b--\n"
    #expect(Self.form(sent)?.count == 1)
  }
}
