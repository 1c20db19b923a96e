import Diagnostics
import JSON
package import Presentation

/// Answers assistants over lines of JSON-RPC 2.0 (Model Context Protocol): which tools there are, and what they say. It
/// only reads.
package final class AssistantServer {
  /// The bytes of the longest message.
  private static let longestLine = 1 << 20
  /// The versions of the protocol, the newest last.
  private static let versions = ["2024-11-05", "2025-03-26", "2025-06-18"]

  private let tools: AssistantTools
  private let language: Language
  private let version: String

  /// - Parameters:
  ///   - state: the state folder that the user named; nil if they named none.
  ///   - language: of the answers, where a question names no other.
  ///   - version: of the program.
  package init(state: String?, _ language: Language, version: String, in operations: OperationContext) {
    (self.language, self.version) = (language, version)
    tools = AssistantTools(state: state, language, in: operations)
  }

  /// Answers until the input ends.
  /// - Parameters:
  ///   - input: reads some bytes; none at the end.
  ///   - emit: takes the answers to the messages that were read.
  package func run(_ input: () -> [UInt8], emit: ([UInt8]) -> Void) {
    var lines = InputLines(most: Self.longestLine)
    func take(_ line: [UInt8]?) {
      guard let answer = answer(line) else { return }
      emit(answer + [0x0A])
    }
    while case let bytes = input(), !bytes.isEmpty { lines.read(bytes, take) }
    lines.finish(take)
  }

  /// An error of JSON-RPC 2.0.
  struct Fault: Error {
    let code: Int
    let words: String

    static func parameter(_ words: String) -> Fault { Fault(code: -32602, words: words) }
  }

  /// Nil where no answer is due.
  private func answer(_ line: [UInt8]?) -> [UInt8]? {
    guard let line else { return Self.message(.null, .failure(Fault(code: -32600, words: "the message is too long"))) }
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return nil }
    guard let message = JSONValue(line) else {
      return Self.message(.null, .failure(Fault(code: -32700, words: "the line is no JSON document")))
    }
    let id = message["id"]
    let isID = id.map { $0.string != nil || $0.integer != nil } ?? true
    guard message["jsonrpc"]?.string == "2.0", isID, let method = message["method"]?.string else {
      // An answer to a question that was never asked.
      if message["method"] == nil, message["result"] != nil || message["error"] != nil { return nil }
      return Self.message(isID ? id ?? .null : .null, .failure(Fault(code: -32600, words: "this is no request")))
    }
    // Notifications are told nothing, whatever they say.
    guard let id else { return nil }
    do throws(Fault) { return Self.message(id, .success(try result(of: method, message["params"]))) } catch {
      return Self.message(id, .failure(error))
    }
  }

  private func result(of method: String, _ parameters: JSONValue?) throws(Fault) -> JSONWriter {
    var writer = JSONWriter()
    switch method {
    case "initialize":
      let asked = parameters?["protocolVersion"]?.string
      writer.object { object in
        object.member("protocolVersion", Self.versions.first { $0 == asked } ?? Self.versions[Self.versions.count - 1])
        object.key("capabilities")
        object.object { object in
          object.key("tools")
          object.object { _ in }
        }
        object.key("serverInfo")
        object.object { object in
          object.member("name", "nhacviec")
          object.member("version", version)
        }
        object.member(
          "instructions",
          language.choose(
            vi: "Hạn của các kế hoạch: việc gì, của ai, hạn ngày nào, vì sao. Chỉ xem, không ghi nhận gì.",
            en: "Deadlines of the office's plans: what is due, whose, when, and why. It only reads."))
      }
    case "ping": writer.object { _ in }
    case "tools/list": tools.list(to: &writer)
    case "tools/call":
      guard let name = parameters?["name"]?.string else { throw .parameter("params.name is missing") }
      try tools.call(name, parameters?["arguments"] ?? .object([:]), to: &writer)
    default: throw Fault(code: -32601, words: "there is no method “\(method.prefix(100))”")
    }
    return writer
  }

  private static func message(_ id: JSONValue, _ result: Result<JSONWriter, Fault>) -> [UInt8] {
    var head = JSONWriter()
    switch id {
    case .string(let text): head.string(text)
    case .number(let number): head.number(Int(exactly: number) ?? 0)
    default: head.null()
    }
    var body = JSONWriter()
    let name: String
    switch result {
    case .success(let writer): (name, body) = ("result", writer)
    case .failure(let fault):
      name = "error"
      body.object { object in
        object.member("code", fault.code)
        object.member("message", fault.words)
      }
    }
    // A message is one line; between its values there may be ends of lines, inside of strings there are none.
    return Array("{\"jsonrpc\":\"2.0\",\"id\":".utf8) + head.bytes + Array(",\"\(name)\":".utf8)
      + body.bytes.filter { $0 != 0x0A } + Array("}".utf8)
  }
}
