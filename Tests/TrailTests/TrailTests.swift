import Foundation
import Testing

@Suite("Whatever a comment or a page cites is there")
struct TrailTests {
  static let read = Result { try Project.read() }

  @Test("Every citation of a decision, a file, a section or a name leads somewhere") func trail() throws {
    let (project, passages) = try Self.read.get()
    try #require(passages.count > 3000 && project.sections[Citations.decisions] != nil)
    let citations = Citations(project: project)
    for passage in passages {
      for broken in citations.broken(in: passage) { Issue.record("\(passage.file):\(passage.line): \(broken)") }
    }
  }

  @Test("Every room has its row in the table of rooms") func rooms() throws {
    let (project, _) = try Self.read.get()
    let rooms = Set(
      project.paths.filter { $0.hasPrefix("Sources/") && $0.split(separator: "/").count == 3 }
        .compactMap { $0.split(separator: "/").last.map(String.init) }
        .filter { !$0.contains(".") && !project.paths.contains("Sources/CLibraries/\($0)") })
    for room in rooms {
      let isNamed = project.sections[Citations.architecture]?.contains { $0.split(separator: ", ").contains(room[...]) }
      #expect(isNamed == true, "\(Citations.architecture) has no row for \(room)")
    }
  }

  static let project = Project(
    paths: [
      "docs/a.md", "docs/decisions.md", "Sources/Core", "Sources/Core/Day.swift", "Tests/DayTests", "templates/vi/a",
    ],
    sections: ["docs/a.md": ["Files", "remind [--now T]"], "docs/decisions.md": ["exclusive-bounds", "plan-span"]],
    words: ["CivilDate"]
  )

  @Test(
    "What is there is found",
    arguments: [
      "The day before (decision: exclusive-bounds).", "(docs/a.md, \"Files\"; decisions: exclusive-bounds, plan-span)",
      "`Sources/Core/Day.swift`, `Sources/*/Day.swift` and `Sources/Core/`", "[a.md](a.md#files), \"remind\"",
      "a `CivilDate` of Day.swift", "`templates/{vi}/NAME`", "Tests/ROOMTests", "*per Decision 12*",
      "(\"Files\", below)",
    ])
  func whole(_ text: String) {
    #expect(Citations(project: Self.project).broken(in: Passage(file: "docs/a.md", line: 1, text: text)) == [])
  }

  @Test(
    "What was invented is found out",
    arguments: [
      ("a.md", "(decision: inclusive-bounds)"), ("a.md", "(decisions: exclusive-bounds, invented)"),
      ("a.md", "(decision 11)"), ("a.md", "Decision 11: so it is."), ("a.md", "(docs/decisions.md, 29)"),
      ("a.md", "(D33)"),
      ("a.md", "see docs/b.md"), ("a.md", "`Sources/Core/Night.swift`"), ("a.md", "as Night.swift does"),
      ("a.md", "`templates/{vi,en}/NAME`"), ("a.md", "(docs/a.md, \"Folders\")"), ("a.md", "(\"Folders\", below)"),
      ("a.md", "[here](b.md)"), ("a.md", "[here](#folders)"), ("A.swift", "a `CivilNight`"),
    ])
  func invented(_ file: String, _ text: String) {
    let passage = Passage(file: "docs/" + file, line: 1, text: text)
    #expect(Citations(project: Self.project).broken(in: passage).count == 1)
  }

  @Test("A comment of several lines is one passage") func passages() {
    let swift = "/// Slots (decision:\n/// slots).\nlet a = 1  // one\n\nlet b = \"// no\"\n"
    #expect(Passage.all(in: swift, of: "A.swift").map(\.text) == ["Slots (decision: slots). one"])
    let page = "# A\n\nwords\nand more\n```\nSources/none\n```\n"
    #expect(Passage.all(in: page, of: "a.md").map(\.text) == ["# A", "words and more"])
    #expect(Passage.all(in: "#!/bin/sh\nrun # why\n", of: "a").map(\.text) == ["!/bin/sh why"])
  }
}
