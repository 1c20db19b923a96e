/// Classes of words of one language, by which names are told from times and what may be left out from what may not. Turns
/// of several words are written one blank apart.
struct LeafWords: Sendable {
  /// Turns before which a name ends: limits, alternatives, bounds.
  var stops: [[Word]] = []
  /// Words of time: a name that holds one is dearer than a reading that takes it for time.
  var time: Set<Word> = []
  /// *or*: what they join are several names rather than one, so that a name which holds one is dear.
  var alternatives: Set<Word> = []
  /// What a comma in a name costs.
  var commaCost = 1
  /// Words that limit or condition: a line of a calendar that holds one is no mere subject.
  var limits: Set<Word> = []
  /// Words of time only where they begin with a capital letter (*May*).
  var capitals: Set<Word> = []
  /// Numbers in words: before a word of time a name ends with them (*thirty days*), and repair never leaves them out.
  var numerals: Set<Word> = []
  /// Words that with a unit of time behind them are a rhythm (*hằng tháng, each fiscal quarter*), and so no name.
  var paces: Set<Word> = []
  /// Words between such a word and its unit (*fiscal*): of these and words of time alone no name is made.
  var qualifiers: Set<Word> = []
  /// Units of time, in all their forms: behind a comma or in a bracket they limit what stands before.
  var units: Set<Word> = []
  /// Words with which a number makes a date: a name ends before both.
  var dated: Set<Word> = []
  /// Turns with which a name never begins: articles, conjunctions, and the beginnings of times. Repair takes what differs
  /// from one of several words in marks or a letter for that one.
  var never: [[Word]] = []
  /// Turns of time, limit, negation, condition, aim and doubt: never left out. A word that binds only in some company stands
  /// here with it.
  var binding: [[Word]] = []
  /// Prepositions and quantifiers, which belong to what follows: nothing that is left out ends with one, and no name, or at
  /// a cost where names hold words of time.
  var dangling: Set<Word> = []
  /// Words by which a deadline goes on: nothing that is left out behind it begins with one.
  var continuing: Set<Word> = []
  /// Words that take a time out of a rhythm, a deadline out of force or a day as their own (*dated*), and are duties
  /// elsewhere (*bãi bỏ văn bản*): nothing that is left out ends with one, nor begins with one behind a time.
  var exceptions: Set<Word> = []
  /// Words that resemble one that binds, yet are no damage: in Vietnamese all ordinary syllables that differ from one of
  /// `binding`, `dangling` or `continuing` in nothing but marks, in English words one letter away. Whoever adds a word
  /// there looks up its likes here; a syllable that plans use in few words stands in `harmless` with them.
  var ordinary: Set<Word> = []
  /// Words other than of time with which a time begins (*cuối quý*): before one, a word that may have lost a letter binds.
  var leading: Set<Word> = []
  /// Words that with a capital letter behind them are an occasion (*Tháng Thanh niên*, *năm Giáp Thìn*), and no time.
  var named: Set<Word> = []
  /// Names of papers: the day behind one is its own (*Công văn ngày 5/6*), and no deadline.
  var papers: [[Word]] = []
  /// Words behind which a number is a name or a fraction (*lớp 10*, *đạt 1/2*), or a day their own (*issued 5 May*).
  var classes: Set<Word> = []
  /// Turns before which ends what a deadline is for: fewer than `stops`, for it may hold what a name may not.
  var bounds: [[Word]] = []
  /// Turns in which a word of the other classes, or one that resembles it, has another sense (*đầu tư*): part of names, left
  /// out like any words, and never cut in two. The shortest turn that is unmistakable, and none that may be followed by a
  /// time of its own.
  var harmless: [[Word]] = []
  /// Nouns before which a number counts no time (*03 bộ*).
  var things: Set<Word> = []
  /// Words behind which a length of time belongs to a name (*tổng kết 05 năm*).
  var anniversaries: Set<Word> = []
  /// Turns that begin a clause of its own behind a comma, rather than going on with a name.
  var gates: [[Word]] = []
  /// Words behind which a name may be followed by a rhythm of its own (*và*, *hoặc*).
  var joints: Set<Word> = []
  /// Words that are a rhythm alone.
  var rhythms: Set<Word> = []
  /// Words of counting, negation and exception: behind a comma or in a bracket they limit the deadline.
  var reservations: Set<Word> = []
  /// Numbers in words with which a length of time begins (*một năm*), and so no name.
  var counts: Set<Word> = []
  /// Where a period begins or ends (*end of the quarter*): no name begins so.
  var edges: Set<Word> = []
  /// Words that with a number behind them are a period (*Q3*): no name begins so.
  var numbered: Set<Word> = []
  /// Words that with a number up to four are a quarter.
  var quarters: Set<Word> = []
  /// Nouns with which the name of a document begins, which may hold days and years.
  var documents: Set<Word> = []
  /// Verbs of duty: the clause behind a comma that holds one is what is to be done, and ends a name.
  var duties: Set<Word> = []
  /// Verbs of what is and shall be, and of what was: the time behind *who* and one of the latter is somebody's own.
  var presents: Set<Word> = [], pasts: Set<Word> = []
  /// Verbs before an exception that make it one of the deadline (*the meeting on 15 March is cancelled*).
  var passives: Set<Word> = []
  /// Words by which a clause goes on with the name before it.
  var relatives: Set<Word> = []
  /// Words behind which it is told which period is meant (*the year preceding the leave*): nothing is left out there.
  var relations: Set<Word> = []
  /// Exceptions that are duties behind *be* (*shall be adopted by 1 July*).
  var acts: Set<Word> = []
  /// Words that end the head of a clause: no label ends with one.
  var heads: Set<Word> = []
  /// Numbers of ranks and chapters.
  var ranks: Set<Word> = []
  /// The language is written with letters beyond ASCII, syllable by syllable.
  var hasMarks = false
  /// Names and labels hold words of time (*tháng hành động*); else one that does is none.
  var hasNamedTimes = false
}
