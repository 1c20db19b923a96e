/// English sentences around a deadline, for repair and imports.
enum EnglishProse {
  static let all: [Row] = covers + paced + conditional + cells + calendars

  /// What is reported on: *for the quarter ending 31 March*.
  @Rows private static var covers: [Row] {
    Row(
      "cover",
      en:
        "[{filler}] (for|of|in|during|covering|regarding|on|from|with respect to|relating to|as of|to) {coverage} "
        + "[{more:filler}] [:|,|\\(]",
      cost: 3, build: { $0[1] })
    Row(
      "coverage", en: "{period}",
      build: { parts in if let period = parts[0].period, Make.isEach(period.root) { nil } else { parts[0] } })
    Row("coverage", en: "{window}", cost: 1, build: { _ in .number(0) })
    Row("coverage", en: "{range}", cost: 1, build: { _ in .number(0) })
    Row(
      "coverage",
      en:
        "(the|each|a|any|) [reporting|tax|compliance|taxable] (period|periods|year|years|quarter|quarters|month) "
        + "(ended|ending|end|beginning|covering|from|of|) [on] {moments}",
      build: { _ in .number(0) })
    Row("covering", en: "{cover} {bounded} [\\)] [,] {tail}", cost: 1, build: { Make.covering($0[0], $0[1]) })
    Row(
      "covering", en: "{cover} {counted} [{tail}]", cost: 2,
      build: { parts in
        switch parts[1] {
        case .form(.each): Make.item(parts[1], .none)
        case .form(.counted(let counted)):
          if case .event = counted.anchor, !counted.durations.isEmpty { Make.item(parts[1], .none) } else { nil }
        default: nil
        }
      })
  }

  private static let det = "[of|for|to|from|on] [the|a|an|all|any|its|their|your|our|each|such]"

  @Rows private static var paced: [Row] {
    Row(
      "segment",
      en:
        "[{filler}] \(det) {rhythm} [{more:filler}] [for {coverage} [{third:filler}]] [:|,|\\(] {bounded} [\\)] "
        + "[{clauses}] [[,] {tail}]",
      build: { parts in
        Make.pacedOrDated(parts[1].rhythm, parts[5]).flatMap { Make.item($0, parts[6]) }
      })
    Row(
      "segment",
      en:
        "[{filler}] \(det) {rhythm} [{more:filler}] [for {coverage} [{third:filler}]] [:|,|\\(] {counted} [\\)] "
        + "[{clauses}] [[,] {tail}]",
      build: { parts in
        Make.pacedCount(parts[1].rhythm, parts[5]).flatMap { Make.item($0, parts[6]) }
      })
    Row(
      "segment", en: "{filler} [,] {rhythm} [,] {tail}",
      build: { parts in parts[1].rhythm.flatMap { Make.item(.form(.each($0, [])), .none) } })
    Row(
      "segment", en: "{filler} [,] {bare} [,] {tail}",
      build: { parts in
        Make.times(CountRange(minimum: 1, maximum: nil), parts[1].rhythm).flatMap { Make.item($0, .none) }
      })
    Row(
      "segment",
      en:
        "[{filler}] {bounded} [,|\\(] (for|covering|in respect of|relating to|with respect to|regarding) "
        + "[the|each|any] {coverage} [\\)] [{tail}]",
      cost: 2,
      build: { parts in
        Make.form(parts[1]).flatMap { Make.item($0, .none) }
      })
    Row(
      "segment",
      en:
        "{places} [,|\\(] (for|covering|in respect of|relating to|with respect to|regarding) [the|each|any] "
        + "{coverage} [\\)] [{tail}]",
      cost: 2,
      build: { parts in
        Make.form(parts[0]).flatMap { Make.item($0, .none) }
      })
    Row(
      "segment",
      en:
        "[{filler}] {bound} {days:moments} [,] for [the] [{more:filler}] (periods|period|quarters|years|half - "
        + "years|months) (ending|ended) [on] {ends:moments} [,] respectively",
      build: { parts in
        Make.respectively(parts[1].bound, parts[2], parts[4]).flatMap { Make.item($0, .none) }
      })
  }

  private static let when =
    "(if|when|whenever|where|once|upon|after|following|in the event [that|of]|in case of|in cases where|should|as "
    + "soon as) (the|a|an|any|such|each|)"

  @Rows private static var conditional: [Row] {
    Row(
      "segment", en: "\(when) {event} , [{filler}] [,] {within} {durations} [[,] {tail}]", cost: 1,
      build: { parts in
        Make.counted(.within, parts[3].durations, parts[0].event.map { .event($0) }).flatMap { Make.item($0, .none) }
      })
    Row(
      "segment",
      en:
        "\(when) {event} , [{filler}] [,] {within} {durations} (thereafter|thereof|of that date|of such "
        + "(event|date)) [[,] {tail}]",
      cost: 1,
      build: { parts in
        Make.counted(.within, parts[3].durations, parts[0].event.map { .event($0) }).flatMap { Make.item($0, .none) }
      })
    Row(
      "segment",
      en:
        "(if|where|in the event [that|of]|in case of|unless|when|should|provided that) (the|a|an|any|such|) "
        + "{source} , [{filler}] [,] {body} [[,] {tail}]",
      cost: 1, build: { Make.conditional($0[0].text, $0[2]) })
    Row(
      "segment", en: "(if|unless|where|when) (the|a|an|any|such|) {source} {counted} [[,] {tail}]", cost: 6,
      build: { parts in
        Make.item(parts[1], .none).flatMap { Make.conditional(parts[0].text, $0) }
      })
  }

  /// Lines of a calendar: *15 October: extended return*.
  /// Short cells, which are the whole deadline: in sentences *on* and *at* lead in much else.
  @Rows private static var cells: [Row] {
    Row(
      "item", en: "(at|on) {event}", cost: 6,
      build: { parts in
        Make.counted(.same, [], parts[0].event.map { .event($0) }).flatMap { Make.item($0, .none) }
      })
    Row(
      "item", en: "{durations}", cost: 6,
      build: { Make.counted(.within, $0[0].durations, .ownCase).flatMap { Make.item($0, .none) } })
    Row(
      "item", en: "(from|starting from|beginning on|effective on) {anchor}", cost: 6,
      build: { parts in
        Make.counted(.from, [], Make.eventOnly(parts[0].anchor)).flatMap { Make.item($0, .none) }
      })
  }

  @Rows private static var calendars: [Row] {
    Row(
      "segment", en: "{places} (:|–) {subject}", cost: 1, build: { Make.form($0[0]).flatMap { Make.item($0, .none) } })
    // Pieces cut out of a longer text.
    Row("repaired", en: "\\( {letter} \\) {repaired}", build: { $0[1] })
    Row("repaired", en: "(and|or|but) [also|then|thereafter] {repaired}", cost: 1, build: { $0[0] })
    Row("segment", en: "{counted} (:|–) {subject}", cost: 1, build: { Make.item($0[0], .none) })
    Row("segment", en: "(t|d|day|wd|bd) (+|-|–) {n} : {body}", cost: 1, build: { $0[1] })
    Row(
      "led", en: "(when|whenever|if|upon|in the event of) (the|a|an|any|there is|there are|) {event} [{tail}]", cost: 1,
      build: { parts in
        Make.eachCase(parts[0].event, []).flatMap { Make.item($0, .none) }
      })
    Row(
      "led", en: "[also] {bare} [{tail}]",
      build: { parts in
        Make.times(CountRange(minimum: 1, maximum: nil), parts[0].rhythm).flatMap { Make.item($0, .none) }
      })
    Row(
      "segment", en: "(initially|at the outset|at first|upon issue) and [at least] {rhythm} thereafter",
      build: { parts in parts[0].rhythm.flatMap { Make.item(.form(.each($0, [])), .none) } })
    Row(
      "segment", en: "{n} (st|nd|rd|th) : {subject}", cost: 1,
      build: { parts in
        Make.day(parts[0].number, of: .own(.month)).flatMap { $0.day }.flatMap {
          Make.form(.list([.place(Place(.by, .day($0)))]))
        }.flatMap { Make.item($0, .none) }
      })
  }
}
