import Diagnostics
import Foundation
import Presentation
import TestSupport
import Testing

@testable import Settings

@Suite("The office's folder of templates")
struct TemplateFilesTests {
  private static let names = ["foot.html", "subject.txt"]

  private static func files(_ own: String, isNamed: Bool = true) -> TemplateFiles {
    TemplateFiles(own: own, isNamed: isNamed, shipped: repository.path + "/templates", names: names)
  }

  private static func codes(_ own: String, isNamed: Bool = true) -> [String] {
    files(own, isNamed: isNamed).diagnostics.map { diagnostic in
      "\(diagnostic.code) \(diagnostic.span.source.name.dropFirst(own.utf8.count))"
    }
  }

  @Test("Its files take the place of those shipped; a byte order mark is no text")
  func own() throws {
    let folder = try ScratchFolder(["vi/subject.txt.mustache": "\u{FEFF}{{headline}}\n"])
    let files = Self.files(folder.path)
    #expect(files.diagnostics.isEmpty && files.own.keys.sorted() == ["vi/subject.txt.mustache"])
    #expect(files.own.first.map { String(decoding: $0.value.bytes, as: UTF8.self) } == "{{headline}}\n")
    #expect(files.shipped(.vi, "subject.txt") != nil && files.shipped(.vi, "nothing") == nil)
  }

  @Test("What is not UTF-8 becomes characters that no template may have")
  func bytes() throws {
    let folder = try ScratchFolder([:])
    try folder.write([0x41, 0xFF, 0xC3], to: "vi/subject.txt.mustache")
    #expect(Self.files(folder.path).own.first?.value.bytes == Array("A\u{FFFD}\u{FFFD}".utf8))
  }

  @Test("A folder that is missing, leads nowhere or is a file is told, unless nobody named it")
  func folders() throws {
    let folder = try ScratchFolder(["file": "", "a/vi": "", "a/en/.keep": ""])
    #expect(Self.codes(folder.path + "/none") == ["template-folder "])
    #expect(Self.codes(folder.path + "/none", isNamed: false).isEmpty)
    #expect(Self.codes(folder.path + "/file", isNamed: false) == ["template-folder "])
    symlink("/nonexistent", folder.path + "/link")
    #expect(Self.codes(folder.path + "/link", isNamed: false) == ["template-folder "])
    #expect(Self.codes(folder.path + "/a") == ["template-folder /vi"])
    #expect(Self.files(folder.path + "/none").diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test("Files in the wrong place, or of a name that no template has, are told")
  func strangers() throws {
    let folder = try ScratchFolder([
      "subject.txt.mustache": "", "fr/subject.txt.mustache": "", "vi/sub/subject.txt.mustache": "",
      "vi/subject.txt": "", "vi/.hidden": "",
    ])
    #expect(
      Self.codes(folder.path) == [
        "template-not-used /fr", "template-not-used /subject.txt.mustache", "template-not-used /vi/sub",
        "template-not-used /vi/subject.txt",
      ])
    let words = Self.files(folder.path).diagnostics.map(\.words.en)
    #expect(words[1] == "templates lie in vi/ or en/" && words[3].contains("the nearest is subject.txt.mustache"))
  }

  @Test("A template that is too large, a folder, or a link that leads nowhere is an error, and the shipped one is left")
  func unreadable() throws {
    let folder = try ScratchFolder(["vi/foot.html.mustache/x": ""])
    try folder.write(Array(repeating: 0x20, count: 3 << 20), to: "vi/subject.txt.mustache")
    try FileManager.default.createDirectory(atPath: folder.path + "/en", withIntermediateDirectories: true)
    symlink("/nonexistent", folder.path + "/en/subject.txt.mustache")
    let files = Self.files(folder.path)
    #expect(files.own.isEmpty && files.diagnostics.allSatisfy { $0.severity == .error })
    #expect(
      Self.codes(folder.path).sorted() == [
        "file-too-large /vi/subject.txt.mustache", "missing-path /en/subject.txt.mustache",
        "not-a-file /vi/foot.html.mustache",
      ])
    #expect(files.diagnostics.contains { $0.words.en.contains("limit 1 MB") })
  }
}
