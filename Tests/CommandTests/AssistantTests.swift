import FactLog
import JSON
import Operations
import Presentation
import Reminders
import RuleFiles
import TestSupport
import Testing

@Suite("Assistants")
struct AssistantTests {
  /// Each message that the server says to these lines.
  private static func answers(_ lines: [String], _ language: Language = .vi) throws -> [JSONValue] {
    let rules = try ScratchFolder(["plan.rules": plan])
    // 23 September 2024, 08:05 in Việt Nam.
    let now = 1_727_053_500
    var operations = OperationContext(
      folders: ProgramFolders(rules: rules.path, share: nil, program: repository.path, current: nil, state: "/nowhere"),
      now: now, clock: { Instant(seconds: Int64(now)) }, input: { [] }, recorder: "lan", credentials: nil,
      isClockSynchronised: { true }, journal: { nil })
    operations.openFacts = { (_, _) throws(StoreFailure) in throw .missing }
    var input = Array((lines.joined(separator: "\n") + "\n").utf8)[...]
    var output: [UInt8] = []
    // Read in small pieces, as a pipe may hand them over.
    AssistantServer(state: nil, language, version: "1.2.3", in: operations).run {
      defer { input = input.dropFirst(4000) }
      return Array(input.prefix(4000))
    } emit: {
      output += $0
    }
    return try output.split(separator: 0x0A).map { try #require(JSONValue($0)) }
  }

  private static func call(_ tool: String, _ arguments: String, _ language: Language = .vi) throws -> JSONValue {
    let line = #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#
    let result = try #require(try answers([line], language).first?["result"])
    return result
  }

  private static func text(_ result: JSONValue) -> String { result["content"]?.array?.first?["text"]?.string ?? "" }

  private static let plan = """
    kế hoạch kh: Kế hoạch năm 2024
      năm: 2024
      lịch: Việt Nam
      đầu mối: Phòng A

    đơn vị a: Phòng A

    nhiệm vụ I.1: Báo cáo công tác
      chủ trì: Phòng A
      hạn: chậm nhất 30/8/2024

    nhiệm vụ I.3: Việc kín đáo
      độ mật: Mật
      chủ trì: Phòng A
      hạn: chậm nhất 31/12/2024

    """

  @Test("A session begins, lists the tools, and is told nothing to notifications")
  func session() throws {
    let answers = try Self.answers([
      #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}"#,
      #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
      #"{"jsonrpc":"2.0","id":"a","method":"ping"}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"tools/list"}"#,
      "",
      #"{"jsonrpc":"2.0","id":3,"result":{}}"#,
    ])
    #expect(answers.count == 3)
    #expect(answers[0]["id"]?.integer == 0 && answers[0]["result"]?["protocolVersion"]?.string == "2025-03-26")
    #expect(answers[0]["result"]?["serverInfo"]?["version"]?.string == "1.2.3")
    #expect(answers[1] == .object(["jsonrpc": .string("2.0"), "id": .string("a"), "result": .object([:])]))
    let tools = try #require(answers[2]["result"]?["tools"]?.array)
    #expect(tools.compactMap { $0["name"]?.string } == ["deadline", "upcoming", "explain", "report"])
    #expect(tools.allSatisfy { $0["inputSchema"]?["type"]?.string == "object" })
    #expect(tools.allSatisfy { $0["annotations"]?["readOnlyHint"] == .bool(true) })
  }

  @Test("A version that is not known is answered with the newest one")
  func version() throws {
    let answer = try Self.answers([
      #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"1999-01-01"}}"#
    ]).first
    #expect(answer?["result"]?["protocolVersion"]?.string == "2025-06-18")
  }

  @Test("What is no request, too long, or asks for what there is not, is told by the errors of JSON-RPC")
  func faults() throws {
    let answers = try Self.answers([
      "{", "[]", #"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#,
      #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"delete"}}"#,
      #"{"jsonrpc":"2.0","id":3,"method":"tools/call"}"#, #"{"jsonrpc":"1.0","id":4,"method":"ping"}"#,
      #"{"jsonrpc":"2.0","id":[1],"method":"ping"}"#,
      #"{"id":5,"x":""# + String(repeating: "x", count: 1 << 20) + #""}"#,
      #"{"jsonrpc":"2.0","id":6,"method":"ping"}"#,
    ])
    #expect(
      answers.compactMap { $0["error"]?["code"]?.integer } == [
        -32700, -32600, -32601, -32602, -32602, -32600, -32600, -32600,
      ])
    #expect(answers[0]["id"] == .null && answers[2]["id"]?.integer == 1 && answers[5]["id"]?.integer == 4)
    #expect(answers.last?["id"]?.integer == 6 && answers.last?["error"] == nil)
  }

  @Test("What is due is told as text and as JSON, in the language asked for")
  func upcoming() throws {
    let result = try Self.call("upcoming", #"{"status":"overdue"}"#)
    #expect(Self.text(result).contains("Báo cáo công tác") && Self.text(result).contains("Quá hạn"))
    let items = try #require(result["structuredContent"]?["items"]?.array)
    #expect(items.map { $0["id"]?.string } == ["kh/I.1@once"] && items[0]["daysLeft"]?.integer == -24)
    #expect(try Self.text(Self.call("upcoming", #"{"status":"overdue","language":"en"}"#)).contains("Overdue"))
    let both = try Self.call("upcoming", #"{"status":["overdue","within"]}"#)
    #expect(both["structuredContent"]?["items"]?.array?.map { $0["id"]?.string } == ["kh/I.1@once", "kh/I.3@once"])
    let cut = try Self.call("upcoming", #"{"limit":1}"#)
    #expect(cut["structuredContent"]?["left"]?.integer == 1)
    let next = try #require(cut["structuredContent"]?["next"]?.string)
    // A place in a list that is sorted otherwise is none in this one.
    #expect(try Self.call("upcoming", #"{"sort":"title","after":"\#(next)"}"#)["isError"] == .bool(true))
    let rest = try Self.call("upcoming", #"{"after":"\#(next)"}"#)
    #expect(rest["structuredContent"]?["items"]?.array?.map { $0["id"]?.string } == ["kh/I.3@once"])
  }

  @Test("Deadlines are read, days explained and duties counted")
  func others() throws {
    let read = try Self.call("deadline", #"{"phrase":"chậm nhất 30/8","year":2024}"#)
    #expect(read["structuredContent"]?["occurrences"]?.array?.first?["due"]?.string == "2024-08-30")
    let why = try Self.call("explain", #"{"task":"I.1"}"#)
    #expect(Self.text(why).contains("chậm nhất 30/8/2024") && Self.text(why).contains("(plan.rules:"))
    #expect(!"\(why)".contains("(/"))
    #expect(why["structuredContent"]?["obligations"]?.array?.first?["derivation"]?.array?.isEmpty == false)
    let counted = try Self.call("report", #"{"by":"plan"}"#)
    // One overdue, one within its time.
    let sum = counted["structuredContent"]?["rows"]?.array?.last
    #expect(sum?["total"]?.integer == 2 && sum?["overdue"]?.integer == 1 && sum?["within"]?.integer == 1)
  }

  @Test("Of classified work assistants get id and day")
  func classified() throws {
    for (tool, arguments) in [
      ("upcoming", "{}"), ("explain", #"{"task":"I.3"}"#), ("report", #"{"by":"person"}"#), ("report", "{}"),
    ] {
      let result = try Self.call(tool, arguments)
      #expect(result["isError"] == .bool(false) && !"\(result)".contains("kín"), "\(tool): \(result)")
    }
    let secret = try Self.call("explain", #"{"task":"I.3"}"#)
    #expect(Self.text(secret) == "kh/I.3@once: thứ Ba 31/12/2024\n")
    let listed = try Self.call("upcoming", #"{"text":"I.3"}"#)["structuredContent"]?["items"]?.array ?? []
    for found in [secret["structuredContent"]?["obligations"]?.array?.first?["obligation"], listed.first] {
      guard case .object(let members)? = found else {
        Issue.record("\(listed)")
        continue
      }
      #expect(Set(members.keys) == ["id", "plan", "task", "key", "due", "classified"], "\(members)")
    }
    #expect(try Self.call("explain", #"{"task":"Việc kín đáo"}"#)["isError"] == .bool(true))
  }

  @Test("Arguments that are not right are told to the assistant, with what there is")
  func arguments() throws {
    for (tool, arguments, words) in [
      ("deadline", "{}", "thiếu “phrase”"), ("upcoming", #"{"plans":"kh"}"#, "không có “plans”; có: plan"),
      ("upcoming", #"{"limit":201}"#, "từ 1 đến 200"),
      ("upcoming", #"{"status":"late"}"#, "phải là một trong: overdue"),
      ("upcoming", #"{"status":["overdue","late"]}"#, "phải là một trong: overdue"),
      ("upcoming", #"{"sort":"x"}"#, "phải là một trong: day"),
      ("upcoming", #"{"from":"x"}"#, "không phải là ngày"), ("upcoming", #"{"unit":"Phòng Z"}"#, "Phòng Z"),
      ("explain", #"{"task":"I.9"}"#, "không có nhiệm vụ “I.9”"), ("report", #"{"by":1}"#, "phải là một trong: unit"),
    ] {
      let result = try Self.call(tool, arguments)
      #expect(result["isError"] == .bool(true) && Self.text(result).contains(words), "\(Self.text(result))")
      #expect(result["structuredContent"] == nil)
    }
  }
}
