import HTTPMessages
import Presentation

/// The description of the API for programs (OpenAPI 3.1), made of the table by which it answers.
enum OpenAPI {
  static let answer = HTTPAnswer(200, type: "application/json", body: Array(document.utf8))

  private static let document: String = {
    var paths = JSONWriter()
    paths.object { object in
      for route in APIRoutes.all {
        object.key(text: "/api/v1" + route.path)
        object.object { path in
          path.key("get")
          path.object { write(route, to: &$0) }
        }
      }
    }
    // Of an object, without its last brace.
    let read = String(decoding: paths.bytes.dropLast(), as: UTF8.self)
    return "{\(head),\"paths\":\(read),\(APISchemas.recording)},\"components\":{\(APISchemas.text)}}\n"
  }()

  private static let head = #"""
    "openapi":"3.1.0","info":{"title":"NhacViec","version":"1","license":{"name":"Apache-2.0","identifier":"Apache-2.0"},
    "description":"What the office owes by when, to be read, and what was done of it, to be recorded. Names are as the rules have them; texts are in Vietnamese, behind /en in English. Keys that do not apply are left out, and keys may be added. Of classified work there are id and day only, and that it is classified."},
    "servers":[{"url":"/","description":"texts in Vietnamese"},{"url":"/en","description":"texts in English"}],
    "security":[{},{"token":[]}],"tags":[{"name":"read"},{"name":"record"}]
    """#

  private static func write(_ route: APIRoute, to object: inout JSONWriter) {
    object.member("operationId", route.name)
    object.member("summary", route.words)
    object.member("tags", ["read"])
    object.key("parameters")
    object.array { list in
      for name in route.pattern.names { list.object { writePart(name, to: &$0) } }
      for parameter in route.parameters { list.object { write(parameter, to: &$0) } }
    }
    object.key("responses")
    object.object { responses in
      responses.key("200")
      responses.object { answer in
        answer.member("description", route.words)
        answer.key("content")
        answer.object { content in
          content.key("application/json")
          content.object { media in
            media.key("schema")
            media.object { $0.member("$ref", "#/components/schemas/\(route.schema)") }
          }
        }
      }
      for status in ["304", "400", "403", "404", "405", "409", "503"] {
        responses.key(text: status)
        responses.object { $0.member("$ref", "#/components/responses/\(status)") }
      }
    }
  }

  private static func writePart(_ name: String, to object: inout JSONWriter) {
    object.member("name", name)
    object.member("in", "path")
    object.member("required", true)
    object.key("schema")
    object.object { schema in
      if name == "number" {
        schema.member("type", "integer")
        schema.member("minimum", 1)
      } else {
        schema.member("type", "string")
        schema.member("minLength", 1)
      }
    }
  }

  private static func write(_ parameter: APIParameter, to object: inout JSONWriter) {
    object.member("name", parameter.name)
    object.member("in", "query")
    object.member("description", parameter.words)
    object.member("required", parameter.isRequired)
    if parameter.canRepeat {
      object.member("style", "form")
      object.member("explode", true)
    }
    object.key("schema")
    object.object { schema in
      guard parameter.canRepeat else { return write(parameter.value, to: &schema) }
      schema.member("type", "array")
      schema.key("items")
      schema.object { write(parameter.value, to: &$0) }
    }
  }

  private static func write(_ value: APIParameter.Value, to schema: inout JSONWriter) {
    switch value {
    case .text(let most):
      schema.member("type", "string")
      schema.member("minLength", 1)
      schema.member("maxLength", most)
    case .cursor:
      schema.member("type", "string")
      schema.member("pattern", "^[A-Za-z0-9.-]+$")
      schema.member("maxLength", APIParameter.longestCursor)
    case .day:
      schema.member("type", "string")
      schema.member("format", "date")
    case .number(let range):
      schema.member("type", "integer")
      schema.member("minimum", range.lowerBound)
      schema.member("maximum", range.upperBound)
    case .choice(let values):
      schema.member("type", "string")
      schema.member("enum", values)
    }
  }
}
