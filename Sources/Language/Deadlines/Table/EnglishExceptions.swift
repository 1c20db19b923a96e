import CivilCalendar

/// English sentences of a case and of what holds in another, for repair and imports.
enum EnglishExceptions {
  static let all: [Row] = cases + exceptions

  private static func whole(_ en: String, cost: Int = 0, _ build: @escaping @Sendable (Parts) -> Value?) -> Row {
    EnglishProse.whole("segment", en, cost: cost, build)
  }

  @Rows private static var cases: [Row] {
    whole(
      "(if|when|whenever|where|once|upon|after|following|in the event [that|of]|in case of|in cases where|should|"
        + "as soon as) (the|a|an|any|such|each|) {event} , [{filler}] [,] {within} {durations} "
        + "[thereafter|thereof|of that date|of such (event|date)] [[,] {trail}]",
      cost: 1, { Make.counted(.within, $0[3].durations, $0[0].event.map { .event($0) }) })
    whole(
      "(if|where|in the event [that|of]|in case of|in the case of|in relation to|when|should|provided that) "
        + "(the|a|an|any|such|) {source} , [{filler}] [,] {body} [[,] {trail}]",
      cost: 1, { Make.conditional($0[0].text, $0[2]) })
    whole(
      "unless (the|a|an|any|such|otherwise|) {source} {counted} [[,] {trail}]", cost: 6,
      { parts in Make.whole(parts[1]).flatMap { Make.excepted($0, parts[0].text, isLimit: true) } })
    whole(
      "(unless|except where|except when) (the|a|an|any|such|otherwise|) {source} , [{filler}] [,] {body} [[,] {trail}]",
      cost: 1, { Make.excepted($0[2], $0[0].text, isLimit: true) })
    whole(
      "(if|where|when) (the|a|an|any|such|) {source} {counted} [[,] {trail}]", cost: 6,
      { parts in Make.whole(parts[1]).flatMap { Make.conditional(parts[0].text, $0) } })
    // *1 March if filed on paper, or 31 March if filed electronically*
    whole(
      "[{filler} [:|,|\\(]] {a:body} if [the|a|an|any|such|it] {source} [,] (or|and) {b:body} if "
        + "[the|a|an|any|such|it] {other:source}", cost: 2,
      { parts in
        guard let one = Make.conditional(parts[2].text, parts[1]), let other = Make.conditional(parts[4].text, parts[3])
        else { return nil }
        return Make.items(one, other)
      })
    // *delinquent if not paid before 1 February*, *If payment is not received within 45 days of X, …*
    whole(
      "[{filler}] if [not] (paid|filed|received|submitted|delivered|made|postmarked) [by {x:filler}] {body} [{trail}]",
      cost: 2, { $0[2] })
    // *due November 1 and delinquent after December 10*
    ["segment", "led"].map {
      EnglishProse.whole(
        $0,
        "[{filler}] (becomes|become|is|are|shall be|) (delinquent|overdue|past due|late) [if not paid] (after|by) "
          + "[{clock} (on|of)] {moments} [{trail}]",
        { Make.bounded(.by, $0[2], $0[1].time) })
    }
    whole(
      "if {filler} (is|are|has|have) not [been] (received|paid|filed|submitted|made|completed|resolved|delivered) "
        + "{body} [[,] {trail}]",
      cost: -8, { $0[1] })
    whole("[{filler} [:|,|\\(]] {body} [,] (if|where) {free}", cost: 14, { Make.onlyIf($0[1], $0[2].text) })
  }

  /// What else holds in another case: said with the deadline, in the writer's words.
  @Rows private static var exceptions: [Row] {
    whole(
      "[{filler} [:|,|\\(]] {body} [{trail}] [,|.|;] (unless|except that|except where|except when|except if|"
        + "provided that|provided , however , that) {free}",
      cost: 12, { Make.excepted($0[1], $0[3].text, isLimit: false) })
    // *; that period may be extended by two further months*
    whole(
      "[{filler} [:|,|\\(]] {body} [{trail}] (;|.|, and|and|, but|but|,) (that|this|such|the|which) [time] "
        + "(period|limit|deadline|term) {free}",
      cost: 12,
      { parts in
        let isChange = ["may be ", "shall be ", "will be ", "can be ", "is "].contains {
          parts[3].text?.hasPrefix($0) ?? false
        }
        return isChange ? Make.excepted(parts[1], parts[3].text, isLimit: true) : nil
      })
    // *; if no suspect was identified, an additional 30 days*
    whole(
      "[{filler} [:|,|\\(]] {body} [{trail}] (;|.|, but|,) [but|however ,] (if|where|in the event|in case) {free}",
      cost: 12, { Make.isCounted($0[1]) ? Make.excepted($0[1], $0[3].text, isLimit: true) : nil })
    // *by the 22nd (or the 19th if you pay by cheque)*
    whole(
      "[{filler} [:|,|\\(]] {body} \\( (or|unless|except) {aside} \\) [{trail}]", cost: 12,
      { Make.excepted($0[1], $0[2].text, isLimit: true) })
    whole(
      "[{filler} [:|,|\\(]] {body} \\( {aside} \\) [{trail}]", cost: 12,
      { parts in
        let words = parts[2].text?.split(separator: " ") ?? []
        return (words.contains("if") || words.contains("where")) && !["or", "unless", "except"].contains(words.first)
          ? Make.excepted(parts[1], parts[2].text, isLimit: true) : nil
      })
  }
}
