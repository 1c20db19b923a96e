/// Of the address that records.
extension APISchemas {
  /// What is recorded, and what is answered then.
  static var facts: String {
    let kinds = Act.allCases.map { "\"\($0.command)\"" }.joined(separator: ",")
    let fields = ActField.Name.allCases.map {
      "\"\($0.rawValue)\":{\"type\":\"string\",\"maxLength\":\(ActField.most)}"
    }
    return #"""
      "NewFact":{"type":"object","required":["kind"],"additionalProperties":false,"properties":{
        "kind":{"type":"string","enum":[\#(kinds)],"description":"the command of nhacviec that records it"},
        "obligation":{"type":"string","description":"the id of an obligation; not of kind event"},
        "event":{"type":"string","description":"of kind event: PLAN/ID, or ID of one that plans share"},
        "key":{"type":"string","description":"of kind event: which of its occurrences"},
        \#(fields.joined(separator: ",")),
        "about":{"type":"integer","minimum":0,"description":"of confirm, return, extend, refuse, withdraw and undo: the number of the report or request that is answered, 0: none waits; another that waits is answered 409 changed-since"},
        "yes":{"type":"boolean","description":"it is right in spite of what was to be confirmed"},
        "dryRun":{"type":"boolean","description":"nothing is recorded, and what would change is said"}}},
      "RecordedFact":{"type":"object","required":["isRepeated","obligations"],"properties":{
        "fact":{"type":"integer","description":"its number in the log; absent of a dry run"},
        "line":{"type":"string","description":"as the log keeps it"},
        "isRepeated":{"type":"boolean","description":"the same key recorded it before"},
        "obligations":{"type":"array","items":{"type":"string"},"description":"the ids of those that stand otherwise"}}}
      """#
  }

  /// The one address that records.
  static let recording: String = {
    let media = ##""content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}"##
    let problems = [
      (413, "The body is too large."), (415, "The body is no JSON."), (422, "It was not recorded, and faults say why."),
      (429, "The login sent too often."),
    ].map { "\"\($0.0)\":{\"description\":\"\($0.1)\",\(media)}" }
    let answer = ##""content":{"application/json":{"schema":{"$ref":"#/components/schemas/RecordedFact"}}}"##
    let known = ["400", "403", "404", "405", "503"].map { ##""\##($0)":{"$ref":"#/components/responses/\##($0)"}"## }
    return #"""
      "/api/v1/facts":{"post":{"operationId":"recordFact","tags":["record"],"security":[{}],
        "summary":"Records a fact for the login that the office's web server names, which needs a role of the configuration.",
        "parameters":[{"name":"Idempotency-Key","in":"header","required":true,
          "description":"The same for each try of one fact: sent again it records nothing.",
          "schema":{"type":"string","minLength":1,"maxLength":\#(APIPost.longestKey),"pattern":"^[!-~]+$"}}],
        "requestBody":{"required":true,"content":{"application/json":{"schema":{"$ref":"#/components/schemas/NewFact"}}}},
        "responses":{"200":{"description":"It was recorded before, or is not to be.",\#(answer)},
          "201":{"description":"It is recorded.",\#(answer)},
          "409":{"description":"It is recorded only with yes, for faults say what looks like a slip; or what is answered is not what waits (changed-since).",\#(media)},
          \#((problems + known).joined(separator: ","))}}}
      """#
  }()
}
