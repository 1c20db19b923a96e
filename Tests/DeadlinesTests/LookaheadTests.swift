import Foundation
import TestSupport
import Testing

@testable import Deadlines

/// What the engine knows of words beforehand spares it work and changes nothing.
@Suite struct Lookahead {
  @Test(arguments: WordingLanguage.allCases) func leavesOutNoReading(language: WordingLanguage) throws {
    let lines = try ["seed", "more", "english"].flatMap { name in
      try text(of: "Tests/Data/corpus/\(name)_phrases.jsonl").split(separator: "\n")
    }
    struct Labelled: Decodable { var phrase: String }
    let wordings = try lines.map { try JSONDecoder().decode(Labelled.self, from: Data($0.utf8)).phrase }
    for wording in wordings {
      let text = DeadlineText(wording)
      var quick = text.parse(language)
      var thorough = text.parse(language, explains: true)
      let (found, all) = (quick.readings("deadline"), thorough.readings("deadline"))
      #expect(found.map(\.value) == all.map(\.value) && found.map(\.cost) == all.map(\.cost), "\(wording)")
    }
  }
}

/// Words are told apart by their bytes, whatever their length.
@Suite struct Words {
  @Test(arguments: [
    "Quý", "ĐẾN", "Ở", "ỹ", "nghiêng", "Łódź", "ß", "Ÿ", "ý", "İ", "responsibilities", "RESPONSIBILITIES",
  ])
  func areFoldedAsUnicodeFoldsThem(word: String) { #expect(Word(folding: word).text == word.lowercased()) }

  @Test func ofMoreThanSixteenBytesDifferInTheirEnds() {
    #expect(Word("misunderstandings") != Word("misunderstandingt"))
    #expect(Word("misunderstandings") == Word("misunderstandings"))
    #expect(Word("responsibilitie") != Word("responsibilities"))
  }
}

/// Sets of small numbers.
@Suite struct Sets {
  @Test func areReadAcrossTheirElements() {
    var sets = NumberSets(count: 2, size: 200)
    for number in [0, 63, 64, 130, 199] { sets.insert(number, into: 1) }
    #expect(sets.numbers(of: 1) == [0, 63, 64, 130, 199])
    #expect(sets.numbers(of: 0).isEmpty)
    #expect(sets.next(from: 65, to: 130, in: 1) == 130 && sets.next(from: 65, to: 200, in: 1) == 130)
    #expect(sets.next(from: 131, to: 190, in: 1) == 190)
    #expect(sets.transposed().contains(1, in: 130) && !sets.transposed().contains(0, in: 130))
    let grew = sets.formUnion(0, 1)
    #expect(grew && sets.numbers(of: 0) == sets.numbers(of: 1))
  }
}
