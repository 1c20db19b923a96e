/// What the bodies of the API are made of, as the parts of an OpenAPI document (JSON Schema 2020-12).
enum APISchemas {
  static let text =
    "\"schemas\":{\(lists),\(obligations),\(rules),\(days),\(records),\(facts),\(problem)},\"responses\":{\(responses)},\(security)"

  private static let lists = #"""
    "ObligationList":{"type":"object","required":["today","left","items"],"properties":{
      "today":{"$ref":"#/components/schemas/Day"},
      "revision":{"type":"integer","description":"the revision of the rules in force"},
      "left":{"type":"integer","minimum":0,"description":"how many stand behind this page"},
      "next":{"type":"string","description":"take it for after, to get the next page; absent on the last one"},
      "items":{"type":"array","items":{"$ref":"#/components/schemas/Obligation"}}}},
    "PlanList":{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/Plan"}}}},
    "TaskList":{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/Task"}}}},
    "UnitList":{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/Unit"}}}},
    "EventList":{"type":"object","required":["items"],"properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/Event"}}}},
    "RuleFileList":{"type":"object","required":["items"],"properties":{
      "revision":{"type":"integer","description":"the revision in force; absent where the rules come from a folder"},
      "items":{"type":"array","items":{"type":"object","required":["file","blocks","remarks","isPartial"],"properties":{
        "file":{"type":"string"},"blocks":{"type":"integer"},"remarks":{"type":"integer","description":"how many warnings and remarks it has"},
        "isPartial":{"type":"boolean","description":"its page leaves out what is classified"}}}}}},
    "Description":{"type":"object","required":["openapi","paths"],"properties":{
      "openapi":{"type":"string"},"info":{"type":"object"},"servers":{"type":"array"},"security":{"type":"array"},
      "tags":{"type":"array"},"paths":{"type":"object"},"components":{"type":"object"}}}
    """#

  private static let obligations = #"""
    "Day":{"type":"string","format":"date"},
    "Names":{"type":"array","items":{"type":"string"}},
    "Range":{"type":"object","required":["opens","due"],"properties":{"opens":{"$ref":"#/components/schemas/Day"},"due":{"$ref":"#/components/schemas/Day"}}},
    "Obligation":{"type":"object","required":["id","plan","task","key"],
      "anyOf":[{"required":["kind","group","status"]},{"required":["classified"]}],"properties":{
      "id":{"type":"string","description":"PLAN/TASK[:LABEL]@KEY[/UNIT]"},
      "plan":{"type":"string"},"task":{"type":"string"},"label":{"type":"string"},
      "key":{"type":"string","description":"the period or case; once, if there is only one"},"unit":{"type":"string"},
      "kind":{"type":"string","enum":["dated","waiting","awaiting-date","undated","not-before","standing","each-case","unclear"]},
      "opens":{"$ref":"#/components/schemas/Day"},"due":{"$ref":"#/components/schemas/Day","description":"the nominal day"},
      "effective":{"$ref":"#/components/schemas/Day","description":"the day that binds, if it is another"},
      "until":{"$ref":"#/components/schemas/Day"},
      "cutoff":{"type":"string","description":"the hour of the last day"},
      "certainty":{"type":"string","enum":["final","provisional"]},
      "daysLeft":{"type":"integer"},"atLeast":{"type":"integer"},"atMost":{"type":"integer"},
      "waitingFor":{"$ref":"#/components/schemas/Names"},"atLatest":{"$ref":"#/components/schemas/Day"},
      "expected":{"$ref":"#/components/schemas/Range"},
      "words":{"type":"string","description":"the wording that is not understood"},
      "doneOn":{"$ref":"#/components/schemas/Day"},"document":{"type":"string"},"because":{"type":"string"},
      "withdrawnOn":{"$ref":"#/components/schemas/Day"},
      "group":{"type":"string","enum":["overdue","this-week","this-month","later","reported","waiting","undated","standing","to-settle","closed"]},
      "status":{"type":"string","enum":["waiting","not-open","open","undated","standing","overdue","reported","done","waived","withdrawn"]},
      "onTime":{"type":"boolean"},"dueWhenRecorded":{"$ref":"#/components/schemas/Day"},
      "leads":{"$ref":"#/components/schemas/Names"},"supports":{"$ref":"#/components/schemas/Names"},
      "course":{"type":"array","items":{"$ref":"#/components/schemas/Step"}},
      "marks":{"type":"array","items":{"type":"string","enum":["provisional","silenced","extended","returned","extension-asked","to-settle"]}},
      "title":{"type":"string"},"product":{"type":"string"},
      "rule":{"type":"object","required":["file","line","text"],"properties":{"file":{"type":"string"},"line":{"type":"integer"},"text":{"type":"string"}}},
      "classified":{"type":"boolean","description":"of classified work there are only the parts of its id and, if it has one, due, the day that binds"}}},
    "Step":{"type":"object","required":["kind"],"properties":{
      "kind":{"type":"string"},"on":{"$ref":"#/components/schemas/Day"},"newDay":{"$ref":"#/components/schemas/Day"},
      "percent":{"type":"integer"},"person":{"type":"string"},"words":{"type":"string"},
      "fact":{"type":"integer","description":"its number in the log"}}},
    "ObligationAnswer":{"type":"object","required":["obligation","delay"],"properties":{
      "obligation":{"$ref":"#/components/schemas/Obligation"},
      "derivation":{"type":"array","items":{"type":"string"},"description":"why it is this day, a sentence a step"},
      "delay":{"type":"array","description":"where the days of what is late went","items":{"type":"object","required":["cause","from","to"],"properties":{
        "cause":{"type":"string","enum":["confirmation","decision","waiting","silence","told-late","own"]},
        "from":{"$ref":"#/components/schemas/Day"},"to":{"$ref":"#/components/schemas/Day"}}}}}}
    """#

  private static let rules = #"""
    "Plan":{"type":"object","required":["id","title","from","to"],"properties":{
      "id":{"type":"string"},"title":{"type":"string"},
      "from":{"type":"integer","description":"the first year"},"to":{"type":"integer","description":"the last year"},
      "number":{"type":"string"},"focalPoint":{"type":"string"},"leader":{"type":"string"}}},
    "Task":{"type":"object","required":["id","title"],"properties":{
      "id":{"type":"string","description":"PLAN/TASK"},"title":{"type":"string"},"section":{"type":"string"},"number":{"type":"string"},
      "deadlines":{"$ref":"#/components/schemas/Names"},"leads":{"$ref":"#/components/schemas/Names"},
      "supports":{"$ref":"#/components/schemas/Names"},"classified":{"type":"boolean"}}},
    "Unit":{"type":"object","required":["id","reference","title"],"properties":{
      "id":{"type":"string","description":"of several plans each may have a unit of this id"},
      "reference":{"type":"string","description":"by what filters find this unit alone: its id, or PLAN/ID"},"title":{"type":"string"},
      "plans":{"type":"array","items":{"type":"string"},"description":"the ids of the plans that mean it by its id"},
      "partOf":{"type":"string"},"superior":{"type":"string"}}},
    "Event":{"type":"object","required":["id","title","awaited","happened"],"properties":{
      "id":{"type":"string"},"title":{"type":"string"},"watchedBy":{"$ref":"#/components/schemas/Names"},
      "awaited":{"type":"array","description":"its occurrences that work waits for","items":{"type":"object","properties":{
        "key":{"type":"string","description":"the period; absent of what happens once"},
        "expected":{"$ref":"#/components/schemas/Range","description":"when it is expected, where the rules say so"},
        "obligations":{"type":"array","items":{"type":"string"},"description":"the ids of what waits"}}}},
      "happened":{"type":"array","description":"the latest first","items":{"type":"object","required":["day"],"properties":{
        "key":{"type":"string"},"reference":{"type":"string","description":"what tells one case from others"},
        "day":{"$ref":"#/components/schemas/Day"},"time":{"type":"string"},"document":{"type":"string"},
        "recorded":{"$ref":"#/components/schemas/Instant","description":"absent where the plan itself says it"}}}}}}
    """#

  private static let days = #"""
    "Calendar":{"type":"object","required":["calendar","items"],"properties":{
      "calendar":{"type":"string"},"items":{"type":"array","maxItems":400,"items":{"$ref":"#/components/schemas/CalendarDay"}}}},
    "CalendarDay":{"type":"object","required":["day","weekday","status"],"properties":{
      "day":{"$ref":"#/components/schemas/Day"},"weekday":{"type":"integer","minimum":1,"maximum":7,"description":"1 is Monday"},
      "status":{"type":"string","enum":["working","weekly-day-off","holiday","substitute","make-up","doubtful","unknown"],
        "description":"doubtful: counted as worked, but may be off; unknown: outside the years of the calendar"},
      "isWorking":{"type":"boolean"},"reason":{"type":"string"},
      "lunar":{"type":"object","required":["year","month","day","isLeap"],"properties":{
        "year":{"type":"integer"},"month":{"type":"integer","minimum":1,"maximum":12},
        "day":{"type":"integer","minimum":1,"maximum":30},"isLeap":{"type":"boolean"}}}}},
    "Statistic":{"type":"array","items":{"type":"object","required":["name"],
      "properties":{"name":{"type":"string"}},"additionalProperties":{"type":"integer"}}},
    "Wording":{"type":"object","required":["vi","en"],"properties":{"vi":{"type":"string"},"en":{"type":"string"}}},
    "Deadline":{"type":"object","required":["phrase","kind"],"properties":{
      "phrase":{"type":"string"},
      "kind":{"type":"string","enum":["date","window","recurring","event","on_occurrence","standing","external_schedule","unclear"]},
      "occurrences":{"type":"array","items":{"type":"object","required":["key","due"],"properties":{
        "key":{"type":"string"},"opens":{"$ref":"#/components/schemas/Day"},"due":{"$ref":"#/components/schemas/Day"},
        "effective":{"$ref":"#/components/schemas/Day"},"cutoff":{"type":"string"},"label":{"type":"string"},
        "certainty":{"type":"string"}}}},
      "count":{"type":"integer"},"atMost":{"type":"integer"},"per":{"type":"string"},
      "event":{"type":"object","required":["name","relation"],"properties":{
        "name":{"type":"string"},"relation":{"type":"string"},"count":{"type":"integer"},"unit":{"type":"string"},
        "durations":{"type":"array","items":{"type":"object","required":["count","unit"],"properties":{"count":{"type":"integer"},"unit":{"type":"string"}}}},
        "expected":{"$ref":"#/components/schemas/Range"}}},
      "authority":{"type":"string"},
      "clauses":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Wording"}},
      "canonical":{"$ref":"#/components/schemas/Wording"},
      "repairs":{"$ref":"#/components/schemas/Names"},
      "readings":{"type":"array","items":{"$ref":"#/components/schemas/Wording"}},
      "warnings":{"$ref":"#/components/schemas/Names"}}}
    """#

  private static let records = #"""
    "Instant":{"type":"string","format":"date-time"},
    "DeliveryList":{"type":"object","required":["items"],"properties":{
      "next":{"type":"string"},"items":{"type":"array","items":{"$ref":"#/components/schemas/Message"}}}},
    "Message":{"type":"object","required":["number","slot","unit","recipient","subject","about","deliveries"],"properties":{
      "number":{"type":"integer"},"slot":{"$ref":"#/components/schemas/Instant","description":"when it was to go out"},
      "unit":{"type":"string","description":"the id of the unit"},"recipient":{"type":"string"},"subject":{"type":"string"},
      "about":{"type":"array","items":{"type":"object","required":["kind"],"properties":{
        "kind":{"type":"string","enum":["obligation","event","plan"]},"id":{"type":"string"},
        "step":{"type":"string","description":"as nhacviec route calls it"},
        "classified":{"type":"boolean","description":"of classified work only that the message tells of some"}}}},
      "deliveries":{"type":"array","items":{"type":"object","required":["channel","state","attempts","changed"],"properties":{
        "channel":{"type":"string"},"copy":{"type":"string","description":"where a copy is kept that is all that there is of it"},
        "state":{"type":"string","enum":["pending","sent","dead"]},"attempts":{"type":"integer"},
        "changed":{"$ref":"#/components/schemas/Instant"},"problem":{"type":"string"}}}}}},
    "RevisionList":{"type":"object","required":["items"],"properties":{
      "live":{"type":"integer","description":"the revision in force"},"next":{"type":"string"},
      "waiting":{"type":"object","description":"rules that wait to be accepted","required":["since","author","classifiedReasons"],"properties":{
        "since":{"$ref":"#/components/schemas/Instant"},"author":{"type":"string"},
        "reasons":{"$ref":"#/components/schemas/Names"},
        "classifiedReasons":{"type":"integer","description":"how many more there are, about classified work"},
        "blocks":{"type":"array","items":{"$ref":"#/components/schemas/Block"},
          "description":"what they would change; absent where that is not known any more"}}},
      "items":{"type":"array","items":{"type":"object","required":["number","promoted","author"],"properties":{
        "number":{"type":"integer"},"promoted":{"$ref":"#/components/schemas/Instant"},"author":{"type":"string"}}}}}},
    "Change":{"type":"string","enum":["new","gone","changed","renamed"]},
    "Differences":{"type":"object","required":["revision","obligations","blocks"],"properties":{
      "revision":{"type":"integer"},"before":{"type":"integer","description":"absent for the first one, of which nothing is listed"},
      "obligations":{"type":"array","items":{"type":"object","required":["id","change"],"properties":{
        "id":{"type":"string"},"change":{"$ref":"#/components/schemas/Change"},
        "formerly":{"type":"string","description":"the id that it had, where its task was renamed"},
        "old":{"type":"string","description":"its day or state, in words"},"new":{"type":"string"},
        "oldDay":{"$ref":"#/components/schemas/Day","description":"the day that binds, where it has one"},
        "newDay":{"$ref":"#/components/schemas/Day"},"classified":{"type":"boolean"}}}},
      "blocks":{"type":"array","items":{"$ref":"#/components/schemas/Block"}}}},
    "Block":{"type":"object","description":"of a rule file","required":["change"],"properties":{
      "change":{"$ref":"#/components/schemas/Change"},"file":{"type":"string"},"block":{"type":"string"},"title":{"type":"string"},
      "fields":{"type":"array","items":{"type":"object","required":["key"],"properties":{
        "key":{"type":"string","description":"as the file has it; empty for the title"},
        "old":{"type":"string"},"new":{"type":"string"}}}},
      "classified":{"type":"boolean"}}}
    """#

  private static var problem: String {
    let codes = ProblemCode.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    return #"""
      "Problem":{"type":"object","description":"RFC 9457","required":["type","title","status","code"],"properties":{
        "type":{"type":"string","format":"uri-reference"},"title":{"type":"string"},"status":{"type":"integer"},
        "code":{"type":"string","enum":[\#(codes)]},
        "detail":{"type":"string"},"detailVi":{"type":"string"},
        "faults":{"type":"array","description":"what of it is wrong, or to be confirmed","items":{"type":"object","required":["code","detail","detailVi"],"properties":{
          "code":{"type":"string"},"field":{"type":"string"},"detail":{"type":"string"},"detailVi":{"type":"string"}}}}}}
      """#
  }

  /// The statuses besides 200.
  private static let responses = #"""
    "304":{"description":"The answer is the one whose ETag the request has in If-None-Match."},
    "400":{"description":"A parameter or the address is not right.","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
    "403":{"description":"Who asks may not look.","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
    "404":{"description":"There is no such thing.","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
    "405":{"description":"Another method is answered here.","headers":{"Allow":{"schema":{"type":"string"}}},"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
    "409":{"description":"Facts could not be applied, so that figures would be wrong.","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}},
    "503":{"description":"There is nothing to show yet, or too much is asked.","headers":{"Retry-After":{"schema":{"type":"integer"}}},"content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}
    """#

  private static let security = #"""
    "securitySchemes":{"token":{"type":"http","scheme":"bearer","description":"Through the office's web server a program shows a token of nhacviec tokens make; on the machine itself none is asked for."}}
    """#
}
